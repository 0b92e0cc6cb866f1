/* `trend`: how marks went in an exam and in each of its sections. */
#include "listing.h"
#include "proctor/app/history.h"

enum {
    TREND_SECTION,
    TREND_TITLE,
    TREND_ATTEMPT,
    TREND_DATE,
    TREND_EARNED,
    TREND_POSSIBLE,
    TREND_PERCENT,
    TREND_PASS,
    TREND_CONDITIONS,
};
static const struct column columns[] = {
    {"section", NULL, COLUMN_TEXT},
    {"title", "Section", COLUMN_TEXT},
    {"attempt", "Attempt", COLUMN_NUMBER},
    {"date", "Begun", COLUMN_TEXT},
    {"earned", "Marks", COLUMN_MARKS},
    {"possible", "Of", COLUMN_MARKS},
    {"percent", "%", COLUMN_NUMBER},
    {"pass_percent", NULL, COLUMN_NUMBER},
    {"conditions", "Conditions", COLUMN_TEXT},
};

static void add_point(struct table *table, const struct trend *trend,
                      const struct trend_point *point)
{
    char date[CLOCK_DATE_SIZE];

    clock_format(point->utc_ms, point->attempt->zone_minutes, date);
    table_row(table);
    table_text(table, TREND_SECTION, trend->section);
    table_text(table, TREND_TITLE, trend->title);
    table_number(table, TREND_ATTEMPT, point->attempt_id);
    table_text(table, TREND_DATE, str_from(date));
    table_number(table, TREND_EARNED, point->earned);
    table_number(table, TREND_POSSIBLE, point->possible);
    /* Cut off, so that 69.9 never looks like a pass at 70. */
    table_number(table, TREND_PERCENT,
                 (int64_t)point->earned * 100 / point->possible);
    if (trend->pass_percent > 0)
        table_number(table, TREND_PASS, trend->pass_percent);
    table_text(table, TREND_CONDITIONS,
               str_from(history_conditions(point->attempt, table->arena)));
}

static bool fill(struct page *page, struct error *err)
{
    const struct cli *cli = page->cli;
    struct trends trends;

    if (!history_trends(page->app,
                        cli->argument_count > 0 ? cli->arguments[0] : NULL,
                        &page->arena, &trends, err))
        return false;
    for (size_t i = 0; i < trends.count; i++) {
        const struct trend *trend = &trends.items[i];

        for (size_t j = 0; j < trend->count; j++)
            add_point(&page->table, trend, &trend->points[j]);
        if (trend->count > 0)
            strbuf_printf(&page->below, STR_FORMAT ": %s.\n",
                          STR_ARG(trend->title),
                          trend_words(trend, &page->arena));
    }
    return true;
}

int command_trend(const struct cli *cli)
{
    static const struct listing listing = {
        .name = "trend",
        WITH_COLUMNS(columns),
        .empty = "No mock of this exam was sat to its end yet.",
        .fill = fill,
    };

    return listing_run(cli, &listing);
}
