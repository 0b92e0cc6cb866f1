/*
 * The list of attempts: day, kind, marks, verdict, what it was of and under
 * which conditions. Narrow, each has two lines.
 */
#include "history_view.h"

#include "proctor/platform/clock.h"

/* From here on an attempt has one line. */
#define LINE_COLUMNS 76
#define DAY_LENGTH 10

static const char *const kinds[MODE_COUNT] = {
    [MODE_EXAM] = "mock exam",
    [MODE_PRACTICE] = "practice",
    [MODE_REDO] = "redo",
};

const char *history_day(const struct attempt_row *row, struct arena *arena)
{
    char date[CLOCK_DATE_SIZE];

    clock_format(row->started_utc_ms, row->zone_minutes, date);
    return arena_printf(arena, "%.*s", DAY_LENGTH, date);
}

const char *history_marks(const struct attempt_row *row, struct arena *arena)
{
    char earned[MARKS_SIZE], possible[MARKS_SIZE];

    if (!row->has_result)
        return "";
    marks_format(row->earned, earned);
    marks_format(row->possible, possible);
    return arena_printf(arena, "%s of %s", earned, possible);
}

/* 69.9 % is not shown as 70. */
const char *history_percent(const struct attempt_row *row, struct arena *arena)
{
    if (!row->has_result || row->possible == 0)
        return "";
    return arena_printf(arena, "%d %%",
                        (int)((int64_t)row->earned * 100 / row->possible));
}

/* The title of a practice, without the word that its kind says. */
static const char *practice_name(const struct attempt_row *row)
{
    static const char said[] = "Practice: ";

    return row->exam_title +
           (str_starts(str_from(row->exam_title), said) ? sizeof said - 1 : 0);
}

/* What it was of: an exam by its short name; with the conditions behind. */
static const char *about(const struct attempt_row *row, struct arena *arena)
{
    const char *conditions = history_conditions(row, arena);
    const char *name = row->mode == MODE_EXAM ? row->exam : practice_name(row);

    return arena_printf(arena, "%s%s%s", name, conditions[0] ? ": " : "",
                        conditions);
}

/* "69 of 100" with the numbers below each other. */
static const char *marks_column(const struct attempt_row *row,
                                struct arena *arena)
{
    char earned[MARKS_SIZE], possible[MARKS_SIZE];

    if (!row->has_result)
        return arena_printf(arena, "%19s", "");
    marks_format(row->earned, earned);
    marks_format(row->possible, possible);
    return arena_printf(arena, "%5s of %-4s %5s", earned, possible,
                        history_percent(row, arena));
}

static void add_line(struct page *page, const struct attempt_row *row)
{
    struct arena *arena = &page->arena;

    page_choice(page, STYLE_NORMAL,
                arena_printf(arena, "%s  %-9s  %s  %-10s  ",
                             history_day(row, arena), kinds[row->mode],
                             marks_column(row, arena), history_outcome(row)),
                str_from(about(row, arena)));
}

static void add_block(struct page *page, const struct attempt_row *row)
{
    struct arena *arena = &page->arena;
    const char *outcome = history_outcome(row);
    const char *marks = history_marks(row, arena);

    page_choice(page, STYLE_NORMAL, "",
                str_from(arena_printf(
                    arena, "%s %s, %s\n %s%s%s%s%s", history_day(row, arena),
                    kinds[row->mode], about(row, arena), marks,
                    marks[0] ? ", " : "", history_percent(row, arena),
                    outcome[0] && marks[0] ? ", " : "", outcome)));
}

void history_page(struct page *page, const struct attempt_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        if (page->columns >= LINE_COLUMNS)
            add_line(page, &rows->items[i]);
        else
            add_block(page, &rows->items[i]);
    }
    if (rows->count == 0)
        page_text(page, STYLE_NORMAL,
                  STR("Nothing was sat yet. What you sit and practise is kept "
                      "here."));
}
