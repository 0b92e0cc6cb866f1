/*
 * What was sat: the attempts, all or some of them, each by number to look at
 * again. How marks went over time is line_trend.c.
 */
#include "proctor/app/history.h"

#include <inttypes.h>

#include "line_parts.h"

struct line_history {
    struct arena arena;
    struct history_filter filter;
    struct attempt_rows rows;
};

void tell_attempt(struct line *line, const struct attempt_row *row)
{
    struct arena *arena = &line->talk.scratch;
    const char *outcome = history_outcome(row);
    const char *conditions = history_conditions(row, arena);
    struct strbuf text = {0};
    char date[CLOCK_DATE_SIZE];

    clock_format(row->started_utc_ms, row->zone_minutes, date);
    strbuf_printf(&text, "Attempt %" PRId64 ": %s, %s", row->attempt_id,
                  row->exam_title, date);
    if (row->has_result)
        strbuf_printf(&text, ", %s, %d %%",
                      marks_words(arena, row->earned, row->possible),
                      percent_of(row->earned, row->possible));
    if (outcome[0] != '\0')
        strbuf_printf(&text, ", %s", outcome);
    if (conditions[0] != '\0')
        strbuf_printf(&text, "; %s", conditions);
    strbuf_addc(&text, '.');
    talk_text(&line->talk, strbuf_str(&text));
    strbuf_finish(&text);
}

static void tell_row(struct line *line, size_t index)
{
    tell_attempt(line, &line->history->rows.items[index]);
}

static void tell_history(struct line *line)
{
    const struct line_history *self = line->history;

    talk_gap(&line->talk);
    if (self->rows.count == 0) {
        talk_say(&line->talk, "There are no attempts yet (%s).",
                 history_kind_label(self->filter.kind));
        return;
    }
    talk_say(&line->talk, "Attempts, newest first: %s%s%s.",
             history_kind_label(self->filter.kind),
             self->filter.exam ? " of " : "",
             self->filter.exam ? self->filter.exam : "");
    list_tell(line, self->rows.count, tell_row);
}

/* --- reading -------------------------------------------------------------- */

static bool read_rows(struct line *line, struct error *err)
{
    struct line_history *self = line->history;

    return history_read(line->app, &self->filter, &self->arena, &self->rows,
                        err);
}

/* Puts "mocks", "practice", "all" or the name of an exam into the filter. */
static void take_filter(struct line_history *self, struct str text)
{
    struct str word;

    while ((word = line_first_word(text, &text)).len > 0)
        if (!history_kind_from_id(word, &self->filter.kind))
            self->filter.exam = arena_str(&self->arena, word).data;
}

/* What was shown stays when there is no such exam. */
static enum line_step show(struct line *line, struct str rest)
{
    struct line_history *self = line->history;
    struct history_filter before = self->filter;
    struct error err;

    self->filter = (struct history_filter){.kind = HISTORY_ALL};
    take_filter(self, rest);
    if (read_rows(line, &err)) {
        tell_history(line);
        return STEP_STAY;
    }
    self->filter = before;
    line_tell_error(line, &err);
    return STEP_STAY;
}

bool line_open_attempt(struct line *line, struct str text,
                       const struct attempt_rows *rows)
{
    int64_t wanted = 0;
    struct error err;

    str_to_i64(text, 1, INT64_MAX, &wanted);
    for (size_t i = 0; i < rows->count; i++) {
        if (rows->items[i].attempt_id != wanted)
            continue;
        if (line_review(line, wanted, &err))
            return true;
        line_tell_error(line, &err);
        return false;
    }
    if (rows->count == 0)
        talk_say(&line->talk, "There are no attempts yet.");
    else if (text.len == 0)
        talk_say(&line->talk, "Which attempt? As in: %" PRId64 ".",
                 rows->items[0].attempt_id);
    else
        talk_say(&line->talk,
                 "There is no attempt '" STR_FORMAT "' among these.",
                 STR_ARG(text));
    return false;
}

static enum line_step open_number(struct line *line, struct str rest)
{
    line_open_attempt(line, rest, &line->history->rows);
    return line->talk.end == TALK_GOES_ON ? STEP_STAY : STEP_DONE;
}

static enum line_step trend(struct line *line, struct str rest)
{
    const char *exam = line->history->filter.exam;
    struct error err;

    if (!line_trend(line, rest.len > 0 ? rest : str_from(exam), &err))
        line_tell_error(line, &err);
    return line->talk.end == TALK_GOES_ON ? STEP_STAY : STEP_DONE;
}

/* A kind alone. */
static bool other(struct line *line, struct str text, enum line_step *step_out)
{
    struct str rest, word = line_first_word(text, &rest);
    enum history_kind kind;

    if (!history_kind_from_id(word, &kind))
        return false;
    *step_out = show(line, text);
    return true;
}

static const struct line_word words[] = {
    {"open", "o", "N", "look at attempt N and its questions",
     "A number alone does the same.", open_number, false},
    {"show", "", "[mocks|practice|all] [EXAM]",
     "list only mock exams, only practice, only one exam",
     "The kind alone does the same.", show, false},
    {"trend", "", "[EXAM]", "how marks went over the mock exams", "", trend,
     false},
    LINE_WORD_MORE,
    {"back", "", "", "go back", "", line_back, false},
    LINE_WORD_QUIT,
};
static const struct line_place place = {
    .about = "Attempts. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = "history> ",
    .enter = tell_history,
    .number = open_number,
    .other = other,
};

bool line_history(struct line *line, struct str rest, struct error *err)
{
    struct line_history self = {.filter = {.kind = HISTORY_ALL}};
    bool ok;

    line->history = &self;
    take_filter(&self, rest);
    ok = read_rows(line, err);
    if (ok)
        line_converse(line, &place);
    line->history = NULL;
    arena_finish(&self.arena);
    return ok;
}
