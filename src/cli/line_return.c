/*
 * Coming back to an exam that was interrupted: what was saved, when, and how
 * long the gap was; whether it counts is the candidate's word.
 */
#include <stdio.h>

#include "line_parts.h"

static void tell_saved(struct line *line, const struct interruption *told)
{
    struct arena *arena = &line->talk.scratch;
    char date[CLOCK_DATE_SIZE];

    clock_format(told->saved_utc_ms, clock_zone_minutes(told->saved_utc_ms),
                 date);
    talk_gap(&line->talk);
    talk_say(&line->talk, "An exam of yours is running: %s.", told->exam_title);
    talk_say(&line->talk,
             "It was saved last on %s, with %d of %d questions answered. %s "
             "of exam time were used%s%s.",
             date, told->answered, told->count,
             tell_duration(arena, told->used_ms),
             told->limit_ms > 0 ? ", of " : "",
             told->limit_ms > 0 ? tell_duration(arena, told->limit_ms) : "");
    talk_say(&line->talk, "Since then %s have passed%s.",
             tell_duration(arena, told->gap.ms),
             told->gap.by_wall_clock
                 ? ", measured by the date since the machine was restarted"
                 : "");
}

static void tell_choice(struct line *line, const struct interruption *told)
{
    struct arena *arena = &line->talk.scratch;

    if (told->left_if_charged_ms == INT64_MAX)
        talk_say(&line->talk, "'charge': that time counts, as in an exam.");
    else if (told->left_if_charged_ms == 0)
        talk_say(&line->talk,
                 "'charge': that time counts. No time is left then: the exam "
                 "ends and is scored at once.");
    else
        talk_say(&line->talk,
                 "'charge': that time counts, as in an exam; %s are left then.",
                 tell_duration(arena, told->left_if_charged_ms));
    talk_say(&line->talk,
             "'free': it does not count; the result says \"interrupted, not "
             "exam conditions\" and counts as practice.");
    talk_say(&line->talk, "'later': decide later; the clock runs on.");
}

static enum line_step go_on(struct line *line, bool charge)
{
    struct error err;
    struct session *session =
        session_resume(line->app, line->interruption->attempt_id, charge, &err);

    if (!session) {
        talk_say(&line->talk, "It cannot go on: %s.", err.message);
        line->status = error_exit_status(err.code);
        return STEP_DONE;
    }
    talk_say(&line->talk, charge ? "The exam goes on; the gap counts."
                                 : "The exam goes on; the gap does not count.");
    line_sit(line, session);
    return STEP_DONE;
}

static enum line_step charge(struct line *line, struct str rest)
{
    (void)rest;
    return go_on(line, true);
}

static enum line_step do_not_charge(struct line *line, struct str rest)
{
    (void)rest;
    return go_on(line, false);
}

static enum line_step later(struct line *line, struct str rest)
{
    (void)line;
    (void)rest;
    return STEP_DONE;
}

static const struct line_word words[] = {
    {"charge", "", "", "go on; the time away counts", "", charge, false},
    {"free", "", "", "go on; the time away does not count", "", do_not_charge,
     false},
    {"later", "", "", "decide later; the clock runs on", "", later, false},
    {"quit", "", "", "the same as later", "", later, false},
};
static const struct line_place place = {
    .about = "The exam waits for your word. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = "return> ",
};

void line_return(struct line *line)
{
    struct arena arena = {0};
    struct interruption told;
    struct error err;

    if (store_is_read_only(app_store(line->app))) {
        talk_say(&line->talk, "An exam of yours is open in another proctor.");
        line->status = EXIT_ENVIRONMENT;
        return;
    }
    if (!session_interruption(line->app, &arena, &told, &err)) {
        if (err.code != ERR_NOT_FOUND)
            line->status = cli_fail(line->cli, &err);
        arena_finish(&arena);
        return;
    }
    line->interruption = &told;
    tell_saved(line, &told);
    if (told.left_stopped) {
        talk_say(&line->talk, "You left with the clock stopped, so nothing is "
                              "charged; the attempt counts as practice.");
        go_on(line, false);
    } else {
        tell_choice(line, &told);
        line_converse(line, &place);
    }
    line->interruption = NULL;
    arena_finish(&arena);
}
