/*
 * Answers at a question: letters, strikes, what takes them back. Each is
 * stored before it is confirmed; what is confirmed is what is stored. Typed
 * codes are line_codes.c, marks and notes line_signs.c.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "letters.h"
#include "line_sit_words.h"
#include "proctor/domain/response.h"

/* --- telling -------------------------------------------------------------- */

static void tell_choice(struct line *line, int pos)
{
    const struct item *item = session_item(line->session, pos);
    size_t count = item_choose_count(item);

    if (item->kind == ITEM_MULTIPLE && count > 1)
        talk_say(&line->talk, "Choose %zu. Now: %s.", count,
                 sit_answer_words(line, pos));
    else
        talk_say(&line->talk, "Now: %s.", sit_answer_words(line, pos));
}

static void tell_signs(struct line *line, int pos)
{
    const struct response *response = session_response(line->session, pos);
    char struck[ITEM_OPTIONS_MAX + 1];
    struct strbuf text = {0};

    letters_shown(session_option_order(line->session, pos),
                  str_from(response->struck), struck);
    if (struck[0] != '\0') {
        strbuf_adds(&text, "Struck out: ");
        append_letters(&text, struck);
        strbuf_adds(&text, ". ");
    }
    if (response->sure >= 0)
        strbuf_printf(&text, "You are %s. ",
                      response->sure ? "sure" : "unsure");
    if (response->hints > 0)
        strbuf_printf(&text, "Hints taken: %d. ", response->hints);
    if (response->checked)
        strbuf_adds(&text, "It is checked; 'check' tells the outcome again. ");
    if (response->note && response->note[0] != '\0')
        strbuf_printf(&text, "Your note: %s", response->note);
    if (text.len > 0)
        talk_text(&line->talk, strbuf_str(&text));
    strbuf_finish(&text);
}

void sit_tell_options(struct line *line)
{
    int pos = sit_position(line);
    const struct item *item = session_item(line->session, pos);
    const char *order = session_option_order(line->session, pos);

    if (item->kind == ITEM_CODES) {
        sit_tell_codes(line);
    } else {
        for (int i = 0; order[i] != '\0'; i++)
            talk_say(&line->talk, "%c. " STR_FORMAT, 'A' + i,
                     STR_ARG(item_option(item, order[i])->text));
        tell_choice(line, pos);
    }
    tell_signs(line, pos);
}

const char *sit_answer_words(struct line *line, int pos)
{
    const struct item *item = session_item(line->session, pos);
    struct str answer = str_from(session_response(line->session, pos)->answer);
    char shown[ITEM_OPTIONS_MAX + 1];
    struct strbuf text = {0};
    size_t asked = item_choose_count(item);
    const char *words;

    if (item->kind == ITEM_CODES)
        return sit_code_words(line, pos);
    if (answer.len == 0)
        return "no answer";
    letters_shown(session_option_order(line->session, pos), answer, shown);
    append_letters(&text, shown);
    strbuf_adds(&text, " chosen");
    if (answer.len < asked)
        strbuf_printf(&text, ", %zu more to choose", asked - answer.len);
    words = arena_strdup(&line->talk.scratch, strbuf_text(&text));
    strbuf_finish(&text);
    return words;
}

/* Practice with feedback tells on request; an answer alone tells nothing. Who
 * has asked once knows. */
static void tell_check(struct line *line, int pos)
{
    const struct session *session = line->session;

    for (int i = 0; i < session_sitting(session)->count; i++)
        if (session_response(session, i)->checked)
            return;
    if (session_gives_feedback(session) &&
        session_progress(session, pos) == PROGRESS_COMPLETE)
        talk_say(&line->talk, "'check' tells whether it is right.");
}

static void confirm_answer(struct line *line, int pos)
{
    sit_confirm(line, "Question %d: %s.", pos + 1, sit_answer_words(line, pos));
    tell_check(line, pos);
}

/* --- letters -------------------------------------------------------------- */

/* The letters of "ac", "A C" or "a, c", in capitals; false for anything that
 * is not one to twelve letters from a to l. */
static bool read_letters(struct str text, char out[ITEM_OPTIONS_MAX + 1])
{
    size_t count = 0;

    for (size_t i = 0; i < text.len; i++) {
        char c = (char)toupper((unsigned char)text.data[i]);

        if (c == ' ' || c == ',')
            continue;
        if (c < 'A' || c > 'L' || count == ITEM_OPTIONS_MAX)
            return false;
        out[count++] = c;
    }
    out[count] = '\0';
    return count > 0;
}

/* The first of the letters that is no option here, or '\0'. */
static char missing_option(const struct line *line, const char *letters)
{
    while (*letters != '\0' && sit_option_id(line, *letters) != '\0')
        letters++;
    return *letters;
}

static bool are_options(const struct line *line, const char *letters)
{
    return missing_option(line, letters) == '\0';
}

static bool has_repeat(const char *letters)
{
    for (; *letters != '\0'; letters++)
        if (strchr(letters + 1, *letters))
            return true;
    return false;
}

/* Stops at the first letter that the rules refuse, and says why. */
static void choose_letters(struct line *line, const char *letters)
{
    int pos = sit_position(line);
    struct error err = {0};
    const char *at = letters;

    while (*at != '\0' &&
           session_choose(line->session, pos, sit_option_id(line, *at), &err))
        at++;
    if (*at != '\0')
        talk_say(&line->talk, "%c is refused: %s.", *at, err.message);
    if (at > letters)
        confirm_answer(line, pos);
    else
        talk_say(&line->talk, "Question %d is as it was: %s.", pos + 1,
                 sit_answer_words(line, pos));
}

/* Choosing again what is chosen changes nothing where one answer is asked. */
static bool is_chosen_alone(const struct line *line, char shown)
{
    int pos = sit_position(line);

    return item_choose_count(session_item(line->session, pos)) == 1 &&
           response_has(str_from(session_response(line->session, pos)->answer),
                        sit_option_id(line, shown));
}

/* A letter standing alone is meant as an answer, never as half a word. */
static bool begins_with_letter(struct str text)
{
    struct str rest, first = line_first_word(text, &rest);
    char letters[ITEM_OPTIONS_MAX + 1];

    return first.len == 1 && read_letters(first, letters);
}

/* "ca" may be the beginning of `case` unless it can be an answer here. */
static bool is_answer(const struct line *line, struct str text,
                      const char *letters, size_t asked)
{
    return begins_with_letter(text) ||
           (asked > 1 && letters[0] != '\0' && are_options(line, letters));
}

static void answer_letters(struct line *line, const char *letters, size_t asked)
{
    int number = sit_position(line) + 1;

    if (letters[0] == '\0')
        talk_say(&line->talk, "An answer is letters only; nothing was done.");
    else if (!are_options(line, letters))
        talk_say(&line->talk, "Question %d has no option %c.", number,
                 missing_option(line, letters));
    else if (has_repeat(letters))
        talk_say(&line->talk, "A letter stands there twice; nothing was done.");
    else if (letters[1] != '\0' && asked < 2)
        talk_say(&line->talk, "Question %d takes one letter; nothing was done.",
                 number);
    else if (is_chosen_alone(line, letters[0]))
        talk_say(&line->talk,
                 "Question %d: %c is chosen already; 'clear' takes it out.",
                 number, letters[0]);
    else
        choose_letters(line, letters);
}

/* A number alone is never a guess about where to go. */
static bool refuse_number(struct line *line, struct str text)
{
    int64_t number;

    if (!str_to_i64(text, 0, INT64_MAX, &number))
        return false;
    talk_say(&line->talk,
             "'open " STR_FORMAT "' goes to a question; letters "
             "choose.",
             STR_ARG(text));
    return true;
}

bool sit_answer(struct line *line, struct str text, enum line_step *step_out)
{
    const struct item *item = session_item(line->session, sit_position(line));
    size_t asked = item_choose_count(item);
    char letters[ITEM_OPTIONS_MAX + 1];

    *step_out = STEP_STAY;
    if (item->kind == ITEM_CODES && begins_with_letter(text)) {
        talk_say(&line->talk, "Question %d asks for codes, not for letters.",
                 sit_position(line) + 1);
        return true;
    }
    if (item->kind == ITEM_CODES)
        return sit_enter_codes(line, text);
    if (!read_letters(text, letters))
        letters[0] = '\0';
    if (!is_answer(line, text, letters, asked))
        return refuse_number(line, text);
    answer_letters(line, letters, asked);
    return true;
}

/* --- words ---------------------------------------------------------------- */

/* The one letter of an option meant; '\0' after saying what is wrong. */
char sit_read_option(struct line *line, struct str rest, const char *word)
{
    int pos = sit_position(line);
    char letters[ITEM_OPTIONS_MAX + 1];

    if (!read_letters(rest, letters) || letters[1] != '\0') {
        talk_say(&line->talk, "Which option? For example: %s B.", word);
        return '\0';
    }
    if (!are_options(line, letters)) {
        talk_say(&line->talk, "Question %d has no option %c.", pos + 1,
                 letters[0]);
        return '\0';
    }
    return letters[0];
}

enum line_step sit_word_strike(struct line *line, struct str rest)
{
    int pos = sit_position(line);
    char shown = sit_read_option(line, rest, "strike");
    char id = sit_option_id(line, shown);
    struct error err;

    if (shown == '\0')
        return STEP_STAY;
    if (!session_toggle_strike(line->session, pos, id, &err))
        line_tell_error(line, &err);
    else
        sit_confirm(line, "Question %d: %c %s.", pos + 1, shown,
                    strchr(session_response(line->session, pos)->struck, id)
                        ? "struck out"
                        : "no longer struck out");
    return STEP_STAY;
}

enum line_step sit_word_clear(struct line *line, struct str rest)
{
    int pos = sit_position(line);
    struct error err;

    (void)rest;
    if (str_from(session_response(line->session, pos)->answer).len == 0)
        talk_say(&line->talk, "Question %d has no answer to take out.",
                 pos + 1);
    else if (!session_clear(line->session, pos, &err))
        line_tell_error(line, &err);
    else
        confirm_answer(line, pos);
    return STEP_STAY;
}

enum line_step sit_word_undo(struct line *line, struct str rest)
{
    const struct response *response;
    char struck[ITEM_OPTIONS_MAX + 1];
    struct strbuf text = {0};
    struct error err;
    int pos;

    (void)rest;
    if (!session_undo(line->session, &pos, &err)) {
        line_tell_error(line, &err);
        return STEP_STAY;
    }
    response = session_response(line->session, pos);
    letters_shown(session_option_order(line->session, pos),
                  str_from(response->struck), struck);
    strbuf_printf(&text, "Taken back. Question %d: %s, %s", pos + 1,
                  sit_answer_words(line, pos),
                  response->marked ? "marked" : "not marked");
    if (struck[0] != '\0') {
        strbuf_adds(&text, ", struck out: ");
        append_letters(&text, struck);
    }
    sit_confirm(line, "%s.", strbuf_text(&text));
    strbuf_finish(&text);
    return STEP_STAY;
}
