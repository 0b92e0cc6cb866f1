/*
 * Finding the way through a sitting: from question to question, the time on
 * request, and the lists of what is open and marked.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "line_sit_words.h"

/* --- going ---------------------------------------------------------------- */

enum line_step sit_word_next(struct line *line, struct str rest)
{
    int pos = sit_position(line);

    (void)rest;
    if (pos + 1 < session_sitting(line->session)->count)
        sit_go(line, pos + 1);
    else
        talk_say(&line->talk,
                 "This is the last question. 'left' counts what is open, "
                 "'submit' ends the %s.",
                 sit_noun(line));
    return STEP_STAY;
}

enum line_step sit_word_back(struct line *line, struct str rest)
{
    int pos = sit_position(line);

    (void)rest;
    if (pos > 0)
        sit_go(line, pos - 1);
    else
        talk_say(&line->talk, "This is the first question.");
    return STEP_STAY;
}

enum line_step sit_word_open(struct line *line, struct str rest)
{
    int count = session_sitting(line->session)->count;
    int64_t number;

    if (!str_to_i64(rest, 1, count, &number))
        talk_say(&line->talk,
                 "Which question, from 1 to %d? For example: open %d.", count,
                 count);
    else
        sit_go(line, (int)number - 1);
    return STEP_STAY;
}

static enum line_step go_or_say(struct line *line, int pos, const char *none,
                                const char *only)
{
    if (pos < 0)
        talk_text(&line->talk, str_from(none));
    else if (pos == sit_position(line))
        talk_text(&line->talk, str_from(only));
    else
        sit_go(line, pos);
    return STEP_STAY;
}

enum line_step sit_word_unanswered(struct line *line, struct str rest)
{
    (void)rest;
    return go_or_say(line, session_next_open(line->session, sit_position(line)),
                     "Every question has its answer.",
                     "Only this question is without a full answer.");
}

enum line_step sit_word_marked(struct line *line, struct str rest)
{
    (void)rest;
    return go_or_say(line,
                     session_next_marked(line->session, sit_position(line)),
                     "No question is marked.", "Only this question is marked.");
}

/* --- the time ------------------------------------------------------------- */

static const char *pace_words(const struct line *line, struct arena *arena)
{
    struct pace_state pace = session_pace(line->session);

    switch (pace.pace) {
    case PACE_UNKNOWN:
        return "";
    case PACE_ON:
        return " You are on pace.";
    case PACE_BEHIND:
    case PACE_FAR_BEHIND:
        break;
    }
    return arena_printf(arena, " You are %s pace by %s.",
                        pace.pace == PACE_FAR_BEHIND ? "far behind" : "behind",
                        tell_duration(arena, -pace.banked_ms));
}

enum line_step sit_word_time(struct line *line, struct str rest)
{
    struct arena *arena = &line->talk.scratch;
    struct session *session = line->session;
    struct session_counts counts = session_count(session);
    int64_t limit = session_limit_ms(session);

    (void)rest;
    if (limit == 0)
        talk_say(&line->talk, "No time limit; %s used.",
                 tell_duration(arena, session_used_ms(session)));
    else
        talk_say(&line->talk, "%s left of %s.",
                 tell_duration(arena, session_left_ms(session)),
                 tell_duration(arena, limit));
    talk_say(&line->talk, "%d of %d answered.%s", counts.complete,
             session_sitting(session)->count, pace_words(line, arena));
    return STEP_STAY;
}

enum line_step sit_word_clock(struct line *line, struct str rest)
{
    bool hide = str_is(rest, "off");
    struct error err;

    if (!hide && !str_is(rest, "on")) {
        talk_say(&line->talk,
                 "The clock is %s; 'clock off' and 'clock on' "
                 "change that.",
                 session_sitting(line->session)->clock_hidden ? "off" : "on");
        return STEP_STAY;
    }
    if (!session_hide_clock(line->session, hide, &err))
        line_tell_error(line, &err);
    else
        sit_confirm(line, "The clock is %s.",
                    hide ? "off; 'time' still tells it, and warnings stay"
                         : "on");
    return STEP_STAY;
}

/* --- what is open --------------------------------------------------------- */

enum line_step sit_word_left(struct line *line, struct str rest)
{
    struct session_counts counts = session_count(line->session);

    (void)rest;
    talk_say(&line->talk,
             "%d unseen, %d seen and not answered, %d incomplete, %d complete; "
             "%d marked.",
             counts.unseen, counts.unanswered, counts.incomplete,
             counts.complete, counts.marked);
    return STEP_STAY;
}

enum wanted { WANT_ALL, WANT_OPEN, WANT_MARKED };

/* The questions of a section: by state, and the marked ones. */
struct section_runs {
    struct number_run marked, by_progress[PROGRESS_COUNT];
};

static void finish_runs(struct section_runs *runs)
{
    number_run_finish(&runs->marked);
    for (int i = 0; i < PROGRESS_COUNT; i++)
        number_run_finish(&runs->by_progress[i]);
}

static bool is_wanted(const struct session *session, int pos,
                      enum wanted wanted)
{
    switch (wanted) {
    case WANT_OPEN:
        return session_progress(session, pos) != PROGRESS_COMPLETE;
    case WANT_MARKED:
        return session_response(session, pos)->marked;
    case WANT_ALL:
        break;
    }
    return true;
}

static void append_run(struct strbuf *text, const char *label,
                       struct number_run *run, const char **before)
{
    const char *numbers = number_run_text(run);

    if (numbers[0] == '\0')
        return;
    strbuf_printf(text, "%s%s %s", *before, label, numbers);
    *before = "; ";
}

/* ": unseen 3; complete 1, 2, 4 to 6; marked 2." */
static void append_states(struct strbuf *text, struct section_runs *runs)
{
    const char *before = ": ";

    for (int i = 0; i < PROGRESS_COUNT; i++)
        append_run(text, progress_label((enum progress)i),
                   &runs->by_progress[i], &before);
    append_run(text, "marked", &runs->marked, &before);
    strbuf_addc(text, '.');
}

/* False when the section has no question of that kind. */
static bool tell_section(struct line *line, int section, enum wanted wanted)
{
    const struct session *session = line->session;
    struct section_runs runs = {0};
    struct strbuf text = {0};
    bool has_any = false;

    for (int pos = 0; pos < session_sitting(session)->count; pos++) {
        if (session_section(session, pos) != section ||
            !is_wanted(session, pos, wanted))
            continue;
        has_any = true;
        number_run_add(&runs.by_progress[session_progress(session, pos)], pos);
        if (session_response(session, pos)->marked)
            number_run_add(&runs.marked, pos);
    }
    if (has_any) {
        strbuf_add(&text, section >= 0
                              ? session_exam(session)->sections[section].title
                              : STR("Questions"));
        append_states(&text, &runs);
        talk_text(&line->talk, strbuf_str(&text));
    }
    strbuf_finish(&text);
    finish_runs(&runs);
    return has_any;
}

static const char *const none_texts[] = {
    "There are no questions.",
    "Every question has its answer.",
    "No question is marked.",
};

enum line_step sit_word_review(struct line *line, struct str rest)
{
    int count = (int)session_exam(line->session)->section_count;
    enum wanted wanted = WANT_ALL;
    bool has_any = false;

    if (str_is(rest, "open"))
        wanted = WANT_OPEN;
    else if (str_is(rest, "marked"))
        wanted = WANT_MARKED;
    else if (rest.len > 0) {
        talk_say(&line->talk, "'review', 'review open' or 'review marked'.");
        return STEP_STAY;
    }
    for (int section = -1; section < count; section++)
        has_any |= tell_section(line, section, wanted);
    if (!has_any)
        talk_text(&line->talk, str_from(none_texts[wanted]));
    return STEP_STAY;
}
