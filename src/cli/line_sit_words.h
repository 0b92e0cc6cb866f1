/* What the words of a sitting do; the table is line_words.c. */
#ifndef PROCTOR_CLI_LINE_SIT_WORDS_H
#define PROCTOR_CLI_LINE_SIT_WORDS_H

#include "line_parts.h"

/* line_answers.c */
enum line_step sit_word_strike(struct line *line, struct str rest);
enum line_step sit_word_clear(struct line *line, struct str rest);
enum line_step sit_word_undo(struct line *line, struct str rest);
/* The one letter of an option meant; '\0' after saying what is wrong. */
char sit_read_option(struct line *line, struct str rest, const char *word);

/* line_signs.c */
enum line_step sit_word_mark(struct line *line, struct str rest);
enum line_step sit_word_sure(struct line *line, struct str rest);
enum line_step sit_word_unsure(struct line *line, struct str rest);
enum line_step sit_word_note(struct line *line, struct str rest);

/* line_check.c */
enum line_step sit_word_check(struct line *line, struct str rest);
enum line_step sit_word_hint(struct line *line, struct str rest);
enum line_step sit_word_hints(struct line *line, struct str rest);

/* line_codes.c */
enum line_step sit_word_code(struct line *line, struct str rest);
enum line_step sit_word_codes(struct line *line, struct str rest);
void sit_tell_codes(struct line *line);
/* "2 of 4 codes entered". */
const char *sit_code_words(struct line *line, int pos);
/* Entries in turn, when the text looks like codes: it holds a digit. */
bool sit_enter_codes(struct line *line, struct str text);
/* The entry of that number, counted from 1 through all fields; empty when
 * there is none. False when no such code is asked for. */
bool sit_entry(const struct line *line, size_t number, struct str *entry_out);

/* line_look.c */
enum line_step sit_word_again(struct line *line, struct str rest);
enum line_step sit_word_stem(struct line *line, struct str rest);
enum line_step sit_word_options(struct line *line, struct str rest);
enum line_step sit_word_case(struct line *line, struct str rest);
enum line_step sit_word_find(struct line *line, struct str rest);
enum line_step sit_word_spell(struct line *line, struct str rest);

/* line_way.c */
enum line_step sit_word_next(struct line *line, struct str rest);
enum line_step sit_word_back(struct line *line, struct str rest);
enum line_step sit_word_open(struct line *line, struct str rest);
enum line_step sit_word_unanswered(struct line *line, struct str rest);
enum line_step sit_word_marked(struct line *line, struct str rest);
enum line_step sit_word_time(struct line *line, struct str rest);
enum line_step sit_word_clock(struct line *line, struct str rest);
enum line_step sit_word_left(struct line *line, struct str rest);
enum line_step sit_word_review(struct line *line, struct str rest);

/* line_leave.c */
enum line_step sit_word_leave(struct line *line, struct str rest);
enum line_step sit_word_submit(struct line *line, struct str rest);
enum line_step sit_word_quit(struct line *line, struct str rest);

#endif
