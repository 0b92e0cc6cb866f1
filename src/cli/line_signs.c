/*
 * Signs at a question that change no score: sure or unsure, marked, a note.
 * Each is stored before it is confirmed.
 */
#include "line_sit_words.h"

static enum line_step say_sure(struct line *line, int sure)
{
    int pos = sit_position(line);
    struct error err;

    if (!session_set_sure(line->session, pos, sure, &err))
        line_tell_error(line, &err);
    else
        sit_confirm(line, "Question %d: you are %s.", pos + 1,
                    sure ? "sure" : "unsure");
    return STEP_STAY;
}

enum line_step sit_word_sure(struct line *line, struct str rest)
{
    (void)rest;
    return say_sure(line, 1);
}

enum line_step sit_word_unsure(struct line *line, struct str rest)
{
    (void)rest;
    return say_sure(line, 0);
}

enum line_step sit_word_mark(struct line *line, struct str rest)
{
    int pos = sit_position(line);
    struct error err;

    (void)rest;
    if (!session_toggle_mark(line->session, pos, &err))
        line_tell_error(line, &err);
    else
        sit_confirm(line, "Question %d: %s.", pos + 1,
                    session_response(line->session, pos)->marked
                        ? "marked"
                        : "no longer marked");
    return STEP_STAY;
}

/* Without a text the note is told; a hyphen takes it out. */
enum line_step sit_word_note(struct line *line, struct str rest)
{
    int pos = sit_position(line);
    const char *note = session_response(line->session, pos)->note;
    bool takes_out = str_is(rest, "-");
    struct error err;

    if (rest.len == 0) {
        talk_say(&line->talk, "Question %d: %s%s.", pos + 1,
                 note && note[0] ? "your note is: " : "you made no note",
                 note ? note : "");
        return STEP_STAY;
    }
    if (!session_set_note(
            line->session, pos,
            takes_out ? "" : arena_str(&line->talk.scratch, rest).data, &err))
        line_tell_error(line, &err);
    else
        sit_confirm(line, "Question %d: note %s.", pos + 1,
                    takes_out ? "taken out" : "kept");
    return STEP_STAY;
}
