/* The inside of the question screen, shared by its files. */
#ifndef PROCTOR_TUI_QUESTION_SCREEN_H
#define PROCTOR_TUI_QUESTION_SCREEN_H

#include "number_prompt.h"
#include "question_view.h"
#include "screens.h"

enum question_mode {
    MODE_COMMANDS,
    MODE_STRIKE, /* the next letter strikes out */
    MODE_SEARCH, /* a text to find in the case is typed */
    MODE_CODE,   /* a code entry is typed */
};

struct question_screen {
    struct screen base;
    struct question_panes panes;
    struct arena texts;
    enum question_mode mode;
    int pos; /* laid out last; -1 before */
    struct number_prompt number;
    struct text_field typed; /* search text or code */
    char searched[TEXT_FIELD_SIZE];
    struct code_place entry; /* MODE_CODE: which one */
    bool returns_to_entry;   /* a command interrupted the typing of it */
    bool *case_read;         /* by the first question of the case */
    bool blank_is_meant;     /* asked before a check without an answer */
    bool shows_end;          /* with the next layout: a hint came there */
};

static inline struct question_screen *question_screen(struct screen *screen)
{
    return (struct question_screen *)screen;
}

/* What a command does; NULL for those that are handled elsewhere. */
extern void (*const question_acts[CMD_COUNT])(struct question_screen *self,
                                              struct ui *ui);
void question_check(struct question_screen *self, struct ui *ui);
void question_hint(struct question_screen *self, struct ui *ui);
void question_sure(struct question_screen *self, struct ui *ui);
/* Opens the note to be typed. */
struct reply question_note(struct question_screen *self, const struct ui *ui);

/* Begins typing there; nothing when it is no entry. */
void question_begin_code(struct question_screen *self, const struct ui *ui,
                         struct code_place place);
/* The entry pointed at. */
struct code_place question_focused_entry(const struct question_screen *self,
                                         const struct ui *ui);
/* Empties the entry pointed at. */
void question_clear_code(struct question_screen *self, struct ui *ui);
/* Leaves the field; what was typed is stored already. */
void question_end_code(struct question_screen *self, struct ui *ui);
/* Chooses, or takes back, the option at that position on screen. */
void question_choose(struct question_screen *self, struct ui *ui, int position);
/* Goes to the question; a refusal is said. */
void question_visit(struct ui *ui, int pos);
void question_search(struct question_screen *self, struct ui *ui,
                     struct str wanted);

/* key() of the class. */
struct reply question_key(struct screen *screen, struct ui *ui,
                          const struct key *key);

#endif
