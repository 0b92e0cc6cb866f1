/*
 * A sitting as a conversation: the question on screen, the clock's news before
 * each prompt, and the end. What the words do: line_answers.c (answers and
 * signs), line_codes.c, line_look.c (looking about), line_leave.c (ways out).
 */
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>

#include "line_parts.h"
#include "proctor/domain/response.h"

/* --- the question --------------------------------------------------------- */

int sit_position(const struct line *line)
{
    int current = session_sitting(line->session)->current;

    return current < 0 ? 0 : current;
}

char sit_option_id(const struct line *line, char shown)
{
    const char *order = session_option_order(line->session, sit_position(line));

    for (int i = 0; order[i] != '\0'; i++)
        if (shown == 'A' + i || shown == 'a' + i)
            return order[i];
    return '\0';
}

bool sit_is_exam(const struct line *line)
{
    return session_mode(line->session) == MODE_EXAM;
}

const char *sit_noun(const struct line *line)
{
    if (sit_is_exam(line))
        return "exam";
    return session_is_tutorial(line->session) ? "tutorial" : "practice";
}

/* The case is told by its title when it changes; `case` reads it. */
static void tell_new_case(struct line *line, int pos)
{
    const struct item *item = session_item(line->session, pos);
    const struct case_text *text = item->case_text;
    int first, count;

    if (text == line->told_case)
        return;
    line->told_case = text;
    if (!text)
        return;
    count = session_case_span(line->session, pos, &first);
    tell_case_parts(&line->talk, text);
    if (count > 1)
        talk_say(&line->talk, "Questions %d %s %d belong to it.", first + 1,
                 count > 2 ? "to" : "and", first + count);
}

static void tell_heading(struct line *line, int pos)
{
    const struct session *session = line->session;
    const struct exam *exam = session_exam(session);
    int section = session_section(session, pos);

    talk_gap(&line->talk);
    talk_say(&line->talk, "Question %d of %d%s.%s" STR_FORMAT "%s", pos + 1,
             session_sitting(session)->count,
             session_response(session, pos)->marked ? ", marked" : "",
             section >= 0 ? " Section: " : "",
             STR_ARG(section >= 0 ? exam->sections[section].title : STR("")),
             section >= 0 ? "." : "");
}

void sit_tell_question(struct line *line)
{
    int pos = sit_position(line);

    tell_heading(line, pos);
    tell_new_case(line, pos);
    tell_stem(&line->talk, session_item(line->session, pos));
    sit_tell_options(line);
}

void sit_go(struct line *line, int pos)
{
    struct error err;

    if (!session_visit(line->session, pos, &err)) {
        line_tell_error(line, &err);
        return;
    }
    sit_tell_question(line);
}

/* --- what is stored ------------------------------------------------------- */

void sit_confirm(struct line *line, const char *format, ...)
{
    struct strbuf text = {0};
    va_list args;

    va_start(args, format);
    strbuf_vprintf(&text, format, args);
    va_end(args);
    if (session_save_state(line->session) == SAVE_DONE) {
        strbuf_adds(&text, " Saved.");
    } else {
        strbuf_printf(&text, " NOT SAVED: %s; it is tried again.",
                      session_save_message(line->session));
        line->unsaved_told = true;
    }
    talk_text(&line->talk, strbuf_str(&text));
    strbuf_finish(&text);
}

/* --- the clock ------------------------------------------------------------ */

static void tell_save_state(struct line *line)
{
    bool failed = session_save_state(line->session) == SAVE_FAILED;

    if (failed && !line->unsaved_told)
        talk_say(&line->talk, "NOT SAVED: %s; it is tried again.",
                 session_save_message(line->session));
    if (!failed && line->unsaved_told)
        talk_say(&line->talk, "What was not saved is saved now.");
    line->unsaved_told = failed;
}

static void tell_warning(struct line *line)
{
    if (!line->warning_due)
        return;
    line->warning_due = false;
    talk_say(&line->talk, "Time: %s left.",
             tell_duration(&line->talk.scratch,
                           session_left_ms(line->session)));
}

static bool has_ended(const struct line *line)
{
    return session_sitting(line->session)->state != SITTING_RUNNING;
}

/* Only an exam may be charged for it; else there is nothing to ask. */
static void settle_sleep(struct line *line)
{
    if (sit_is_exam(line))
        sit_ask_sleep(line);
    else
        session_settle_sleep(line->session, false);
}

enum line_step sit_attend(struct line *line)
{
    unsigned news;

    if (line->is_left)
        return STEP_DONE;
    news = session_tick(line->session);
    if (has_ended(line))
        return STEP_DONE;
    line->warning_due |= (news & SESSION_WARNED) != 0;
    if (news & SESSION_SLEPT) {
        settle_sleep(line);
        session_tick(line->session); /* charging may leave no time */
        if (has_ended(line))
            return STEP_DONE;
    }
    tell_save_state(line);
    tell_warning(line);
    return STEP_STAY;
}

/* A sleep not yet settled holds the heartbeat up; it is asked about at the
 * next prompt, and until then a look a second is enough. */
#define SLEPT_LOOK_MS 1000

static int64_t watch_wait_ms(void *context)
{
    const struct line *line = context;

    if (session_slept_ms(line->session) > 0)
        return SLEPT_LOOK_MS;
    return session_next_tick_ms(line->session, true);
}

/* Nothing is said into typing: news wait for the next prompt, but an exam ends
 * in time. */
static bool watch_look(void *context)
{
    struct line *line = context;

    if (session_tick(line->session) & SESSION_WARNED)
        line->warning_due = true;
    return has_ended(line);
}

/* --- the end -------------------------------------------------------------- */

/* Nobody speaks any more: stored, the clock runs on. Where time was over by
 * then, the exam ends instead. */
static void leave_in_silence(struct line *line)
{
    struct error err;
    bool has_left = session_leave(line->session, true, &err);

    if (!has_left)
        session_tick(line->session);
    if (has_ended(line))
        return;
    line->is_left = true;
    if (!has_left) {
        talk_say(&line->talk, "NOT SAVED: %s.", err.message);
        line->status = cli_fail(line->cli, &err);
        return;
    }
    sit_tell_left(line,
                  line->talk.end == TALK_HUNG_UP ? "The program was told to end"
                                                 : "The input ended",
                  sit_is_exam(line));
}

static bool unsaved_look(void *context)
{
    const struct line *line = context;

    return session_flush(line->session);
}

static void tell_unsaved(struct line *line)
{
    talk_say(&line->talk, "NOT SAVED: %s; it is tried again.",
             session_save_message(line->session));
}

static enum line_step try_again(struct line *line, struct str rest)
{
    (void)rest;
    if (session_flush(line->session))
        return STEP_DONE;
    tell_unsaved(line);
    return STEP_STAY;
}

static enum line_step give_up(struct line *line, struct str rest)
{
    (void)line;
    (void)rest;
    return STEP_DONE;
}

static const struct line_word unsaved_words[] = {
    {"retry", "", "", "try to store the end again", "", try_again, false},
    {"quit", "", "", "end the program without it",
     "It is then as it was stored last, and goes on from there.", give_up,
     true},
};
static const struct line_place unsaved_place = {
    .about = "The end could not be stored. Words:",
    .words = unsaved_words,
    .word_count = sizeof unsaved_words / sizeof *unsaved_words,
    .prompt = "save> ",
};

/* It ended: time ran out, or by a word. Stays until that is stored. */
static void tell_end(struct line *line)
{
    if (session_sitting(line->session)->state == SITTING_TIMED_OUT)
        talk_say(&line->talk,
                 "Time is up: the %s has ended. What was answered by then is "
                 "scored.",
                 sit_noun(line));
    if (session_flush(line->session))
        return;
    line->talk.watch.look = unsaved_look;
    tell_unsaved(line);
    talk_say(&line->talk, "'retry' tries at once, 'help' tells more.");
    line_converse(line, &unsaved_place);
    if (session_save_state(line->session) == SAVE_DONE) {
        talk_say(&line->talk, "The end of the %s is saved now.",
                 sit_noun(line));
        return;
    }
    line->is_left = true;
    line->status = EXIT_ENVIRONMENT;
}

/* The result is stored all the same: a remark, no failure. */
static void tell_copy(struct line *line)
{
    const char *message = session_copy_message(line->session);

    if (message[0] != '\0')
        talk_say(&line->talk,
                 "The automatic copy of the database was not made: %s.",
                 message);
}

/* A tutorial is sat as an exam is: that is what it shows. */
static void talk_through(struct line *line)
{
    bool practises = !sit_is_exam(line) && !session_is_tutorial(line->session);

    sit_go(line, sit_position(line));
    line_converse(line, practises ? &sit_practice_place : &sit_place);
}

void line_sit(struct line *line, struct session *session)
{
    int64_t attempt_id = session_attempt_id(session);
    bool has_result = !session_is_tutorial(session);
    struct error err;

    line->session = session;
    line->told_case = NULL;
    line->warning_due = line->unsaved_told = line->is_left = false;
    line->talk.watch = (struct talk_watch){watch_wait_ms, watch_look, line};
    if (!has_ended(line))
        talk_through(line);
    if (!has_ended(line) && !line->is_left)
        leave_in_silence(line);
    if (has_ended(line)) {
        tell_end(line);
        tell_copy(line);
    }
    line->talk.watch = (struct talk_watch){0};
    session_close(session);
    line->session = NULL;
    if (!line->is_left && has_result && !line_review(line, attempt_id, &err))
        line_tell_error(line, &err);
}
