/*
 * How marks went over the mock exams, in words and numbers: the exam as a
 * whole, then section by section.
 */
#include <string.h>

#include "line_parts.h"
#include "proctor/app/history.h"

struct line_trend {
    struct arena arena;
    struct trends trends;
};

static void tell_point(struct line *line, const struct trend_point *point)
{
    struct arena *arena = &line->talk.scratch;
    const char *conditions = history_conditions(point->attempt, arena);

    talk_say(&line->talk, "%s: %s, %d %%%s%s.", day_words(arena, point->utc_ms),
             marks_words(arena, point->earned, point->possible),
             percent_of(point->earned, point->possible),
             conditions[0] != '\0' ? "; " : "", conditions);
}

static void tell_trend(struct line *line, const struct trend *trend)
{
    talk_say(&line->talk, STR_FORMAT ": %s, %s.", STR_ARG(trend->title),
             count_words(&line->talk.scratch, (int64_t)trend->count,
                         "mock exam"),
             trend_words(trend, &line->talk.scratch));
    /* The exam is passed as a whole, not section by section. */
    if (trend == line->trend->trends.items && trend->pass_percent > 0)
        talk_say(&line->talk, "To pass: %d %%%s.", trend->pass_percent,
                 trend->is_assumed ? ", assumed" : "");
}

/* A section in one line; its attempts on request. Its change is told where it
 * is not that of the whole exam, which was told before. */
static void tell_section(struct line *line, size_t index)
{
    const struct trend *whole = line->trend->trends.items;
    const struct trend *trend = &whole[index + 1];
    struct arena *arena = &line->talk.scratch;
    const char *change = trend_words(trend, arena);
    struct strbuf text = {0};

    strbuf_printf(&text, "%zu: " STR_FORMAT ":", index + 1,
                  STR_ARG(trend->title));
    for (size_t i = 0; i < trend->count; i++)
        strbuf_printf(&text, "%s %d %%", i > 0 ? "," : "",
                      percent_of(trend->points[i].earned,
                                 trend->points[i].possible));
    if (strcmp(change, trend_words(whole, arena)) != 0)
        strbuf_printf(&text, "; %s", change);
    strbuf_addc(&text, '.');
    talk_text(&line->talk, strbuf_str(&text));
    strbuf_finish(&text);
}

static void tell_points(struct line *line, const struct trend *trend)
{
    tell_trend(line, trend);
    for (size_t i = 0; i < trend->count; i++)
        tell_point(line, &trend->points[i]);
}

static void tell_all(struct line *line)
{
    const struct trends *trends = &line->trend->trends;

    talk_gap(&line->talk);
    if (trends->count == 0 || trends->items[0].count == 0) {
        talk_say(&line->talk, "No mock exam of " STR_FORMAT " was ended yet.",
                 STR_ARG(trends->exam->title));
        return;
    }
    tell_points(line, &trends->items[0]);
    if (trends->count > 1)
        talk_say(&line->talk, "Sections, oldest mock exam first:");
    list_tell(line, trends->count - 1, tell_section);
}

/* --- words ---------------------------------------------------------------- */

static enum line_step section(struct line *line, struct str rest)
{
    const struct trends *trends = &line->trend->trends;
    size_t count = trends->count > 0 ? trends->count - 1 : 0;
    size_t number = line_number(line, rest, count, "section");

    if (number > 0)
        tell_points(line, &trends->items[number]);
    return STEP_STAY;
}

static enum line_step again(struct line *line, struct str rest)
{
    (void)rest;
    tell_all(line);
    return STEP_STAY;
}

static const struct line_word words[] = {
    {"section", "", "N", "section N, mock exam by mock exam",
     "A number alone does the same.", section, false},
    {"again", "", "", "tell it again", "", again, false},
    LINE_WORD_MORE,
    {"back", "", "", "go back", "", line_back, false},
    LINE_WORD_QUIT,
};
static const struct line_place place = {
    .about = "How marks went. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = "trend> ",
    .enter = tell_all,
    .number = section,
};

bool line_trend(struct line *line, struct str rest, struct error *err)
{
    struct line_trend self = {0};
    const char *id = rest.len > 0 ? arena_str(&self.arena, rest).data : NULL;
    bool ok;

    line->trend = &self;
    ok = history_trends(line->app, id, &self.arena, &self.trends, err);
    if (ok)
        line_converse(line, &place);
    line->trend = NULL;
    arena_finish(&self.arena);
    return ok;
}
