/* `status`: what the first screen tells, as one row. */
#include "listing.h"
#include "proctor/app/home.h"

enum {
    STATUS_CANDIDATE,
    STATUS_NEXT,
    STATUS_WORDS,
    STATUS_EXAM,
    STATUS_DAYS,
    STATUS_FRESH,
    STATUS_RUNNING,
    STATUS_PRACTICE,
    STATUS_QUESTIONS,
};
static const struct column columns[] = {
    {"candidate", "Candidate", COLUMN_TEXT},
    {"next", NULL, COLUMN_TEXT},
    {"words", NULL, COLUMN_TEXT},
    {"exam", "Exam", COLUMN_TEXT},
    {"days_left", "Days left", COLUMN_NUMBER},
    {"fresh_mocks", "Fresh mocks", COLUMN_NUMBER},
    {"running_attempt", "Running", COLUMN_NUMBER},
    {"running_practice", "Practice", COLUMN_NUMBER},
    {"questions", "Questions", COLUMN_NUMBER},
};

static void add_row(struct page *page, const struct home *home)
{
    struct table *table = &page->table;
    const char *words = home_next_words(home, &page->arena);

    table_row(table);
    table_text(table, STATUS_CANDIDATE, str_from(home->candidate->label));
    table_text(table, STATUS_NEXT, str_from(next_step_id(home_next(home))));
    table_text(table, STATUS_WORDS, str_from(words));
    if (home->exam)
        table_text(table, STATUS_EXAM, home->exam->id);
    if (home->has_date)
        table_number(table, STATUS_DAYS, home->days_left);
    if (home->exam && home->fresh_mocks >= 0)
        table_number(table, STATUS_FRESH, home->fresh_mocks);
    if (home->is_running)
        table_number(table, STATUS_RUNNING, home->running.attempt_id);
    if (home->practice_runs)
        table_number(table, STATUS_PRACTICE, home->practice.attempt_id);
    table_number(table, STATUS_QUESTIONS, home->items);
    strbuf_printf(&page->below, "%s\n", words);
}

static bool fill(struct page *page, struct error *err)
{
    struct home home;

    if (!home_read(page->app, &page->arena, &home, err) ||
        !home_count(page->app, &page->arena, &home, err))
        return false;
    add_row(page, &home);
    return true;
}

int command_status(const struct cli *cli)
{
    static const struct listing listing = {
        .name = "status",
        WITH_COLUMNS(columns),
        .empty = "",
        .fill = fill,
    };

    return listing_run(cli, &listing);
}
