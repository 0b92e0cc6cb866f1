/*
 * How marks went: in a sentence, drawn with the pass mark, then attempt by
 * attempt with the conditions that the chart has only signs for.
 */
#include "trend_view.h"

#include "history_view.h"

/* A chart leaves room for some attempts below, as far as it stays readable. */
#define CHART_ROWS_FEW 7
#define CHART_ROWS_MANY 14
#define LIST_ROWS 5
/* From here on an attempt has one line. */
#define LINE_COLUMNS 60

static void add_headline(struct page *page, const struct trend *trend)
{
    struct arena *arena = &page->arena;

    if (trend->section.len > 0)
        page_text(page, STYLE_HEADING, trend->title);
    if (trend->count == 0)
        return;
    page_printf(page, STYLE_NORMAL, "Marks: %s.", trend_words(trend, arena));
    if (trend->pass_percent > 0)
        page_printf(page, STYLE_NORMAL, "%s %d %%.",
                    trend->is_assumed ? "The pass mark is assumed:"
                    : trend->section.len > 0
                        ? "The pass mark of the whole exam:"
                        : "The pass mark:",
                    trend->pass_percent);
}

static int mark_bp(const struct trend_point *point)
{
    return (int)((int64_t)point->earned * 10000 / point->possible);
}

static enum chart_conditions conditions_of(const struct trend_point *point,
                                           struct arena *arena)
{
    const struct attempt_row *row = point->attempt;

    return row->is_short || row->interrupted           ? CHART_OTHER
           : history_conditions(row, arena)[0] != '\0' ? CHART_ACCOMMODATED
                                                       : CHART_EXAM;
}

static void add_chart(struct page *page, const struct trend_view *view)
{
    const struct trend *trend = view->trend;
    struct chart_point *points =
        ARENA_ARRAY(&page->arena, struct chart_point, trend->count);
    struct chart_trend chart = {
        .points = points,
        .count = trend->count,
        .pass_bp =
            trend->pass_percent > 0 ? trend->pass_percent * 100 : CHART_NONE,
        .pass_is_assumed = trend->is_assumed,
        .first = history_day(trend->points[0].attempt, &page->arena),
        .last =
            history_day(trend->points[trend->count - 1].attempt, &page->arena),
    };
    int room = page->height - (int)page->lines.count - LIST_ROWS;

    for (size_t i = 0; i < trend->count; i++)
        points[i] = (struct chart_point){mark_bp(&trend->points[i]),
                                         conditions_of(&trend->points[i],
                                                       &page->arena)};
    page_gap(page);
    chart_trend_page(page, &chart,
                     room > CHART_ROWS_MANY  ? CHART_ROWS_MANY
                     : room < CHART_ROWS_FEW ? CHART_ROWS_FEW
                                             : room,
                     view->ink);
}

/* "2026-11-23  69 of 100    69 %  not passed, short"; narrow in two lines,
 * each begun with a space: so its columns are kept. */
static void add_point(struct page *page, const struct trend *trend,
                      const struct trend_point *point)
{
    struct arena *arena = &page->arena;
    const struct attempt_row *row = point->attempt;
    const char *conditions = history_conditions(row, arena);
    const char *outcome = trend->section.len > 0 ? "" : history_outcome(row);
    const char *numbers, *words;
    char earned[MARKS_SIZE], possible[MARKS_SIZE];

    marks_format(point->earned, earned);
    marks_format(point->possible, possible);
    numbers =
        arena_printf(arena, "%s %5s of %-4s %3d %%  ", history_day(row, arena),
                     earned, possible, mark_bp(point) / 100);
    words = arena_printf(arena, "%s%s%s", outcome,
                         outcome[0] && conditions[0] ? ", " : "", conditions);
    if (page->columns >= LINE_COLUMNS)
        page_choice(page, STYLE_NORMAL, numbers, str_from(words));
    else
        page_choice(page, STYLE_NORMAL, "",
                    str_from(arena_printf(arena, " %s%s%s", numbers,
                                          words[0] ? "\n  " : "", words)));
}

void trend_page(struct page *page, const struct trend_view *view)
{
    const struct trend *trend = view->trend;

    add_headline(page, trend);
    if (trend->count == 0) {
        page_text(page, STYLE_NORMAL,
                  STR("No mock exam asked this yet: what is practised is not "
                      "drawn."));
        return;
    }
    if (view->draws)
        add_chart(page, view);
    page_gap(page);
    for (size_t i = trend->count; i-- > 0;)
        add_point(page, trend, &trend->points[i]);
}

const struct trend_point *trend_choice(const struct trend *trend, int choice)
{
    if (choice < 0 || (size_t)choice >= trend->count)
        return NULL;
    return &trend->points[trend->count - 1 - (size_t)choice];
}
