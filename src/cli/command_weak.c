/*
 * `weak`: where marks are lost, by the sections of an exam or by topic, and the
 * answers that an area rests on.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "listing.h"
#include "proctor/app/areas.h"

static bool read_areas(struct page *page, struct areas *out, struct error *err)
{
    const char *exam = page->cli->values[OPTION_EXAM];

    return cli_has(page->cli, OPTION_TOPICS)
               ? areas_by_topic(page->app, exam, &page->arena, out, err)
               : areas_by_section(page->app, exam, &page->arena, out, err);
}

/* --- areas ---------------------------------------------------------------- */

enum {
    AREA_ID,
    AREA_DEPTH,
    AREA_RIGHT,
    AREA_ASKED,
    AREA_LOW,
    AREA_HIGH,
    AREA_LIKELY,
    AREA_ESTIMATE,
    AREA_EXPECTED,
    AREA_LOST,
    AREA_THIN,
    AREA_TITLE,
};
static const struct column area_columns[] = {
    {"id", "Area", COLUMN_TEXT},
    {"depth", NULL, COLUMN_NUMBER},
    {"right", "Right", COLUMN_NUMBER},
    {"asked", "Asked", COLUMN_NUMBER},
    {"low", NULL, COLUMN_NUMBER},
    {"high", NULL, COLUMN_NUMBER},
    {"likely", "Likely", COLUMN_TEXT},
    {"estimate", "Estimate %", COLUMN_NUMBER},
    {"expected", "In the exam", COLUMN_MARKS},
    {"lost", "Marks lost", COLUMN_MARKS},
    {"thin", "Too few", COLUMN_FLAG},
    {"title", "Title", COLUMN_TEXT}, /* may be long */
};

static int64_t hundredths(double value)
{
    return (int64_t)lround(value * 100);
}

static void add_area(struct table *table, const struct area *area)
{
    table_row(table);
    table_text(table, AREA_ID, area->id);
    table_text(table, AREA_TITLE, area->title);
    table_number(table, AREA_DEPTH, area->depth);
    table_number(table, AREA_RIGHT, area->right);
    table_number(table, AREA_ASKED, area->asked);
    table_flag(table, AREA_THIN, area_is_thin(area));
    if (area->expected > 0) {
        table_number(table, AREA_EXPECTED, hundredths(area->expected));
        table_number(table, AREA_LOST, hundredths(area->lost));
    }
    if (area->asked == 0)
        return;
    table_interval(table, AREA_LOW, area->interval);
    table_number(table, AREA_ESTIMATE, lround(area->estimate * 100));
}

static bool fill_areas(struct page *page, struct error *err)
{
    struct areas areas;
    const char *counted;

    if (!read_areas(page, &areas, err))
        return false;
    for (size_t i = 0; i < areas.count; i++)
        add_area(&page->table, &areas.items[i]);
    counted = areas_counted_words(&areas, &page->arena);
    if (counted[0] != '\0')
        strbuf_printf(&page->below, "%s\n", counted);
    return true;
}

static const struct listing areas_listing = {
    .name = "weak",
    WITH_COLUMNS(area_columns),
    .empty = "Nothing was answered yet: weak areas show after a first exam or "
             "practice.",
    .fill = fill_areas,
};

/* --- what an area rests on ------------------------------------------------ */

enum {
    EVIDENCE_DATE,
    EVIDENCE_ATTEMPT,
    EVIDENCE_NUMBER,
    EVIDENCE_QUESTION,
    EVIDENCE_TOPIC,
    EVIDENCE_MODE,
    EVIDENCE_EARNED,
    EVIDENCE_POSSIBLE,
};
static const struct column evidence_columns[] = {
    {"date", "Date", COLUMN_TEXT},      {"attempt", "Attempt", COLUMN_NUMBER},
    {"number", "No", COLUMN_NUMBER},    {"question", "Question", COLUMN_TEXT},
    {"topic", "Topic", COLUMN_TEXT},    {"mode", "Mode", COLUMN_TEXT},
    {"earned", "Earned", COLUMN_MARKS}, {"possible", "Of", COLUMN_MARKS},
};

static void add_evidence(struct table *table, const struct evidence_row *row)
{
    char date[CLOCK_DATE_SIZE];

    clock_format(row->utc_ms, clock_zone_minutes(row->utc_ms), date);
    table_row(table);
    table_text(table, EVIDENCE_DATE, str_from(date));
    table_number(table, EVIDENCE_ATTEMPT, row->attempt_id);
    table_number(table, EVIDENCE_NUMBER, row->pos + 1);
    table_text(table, EVIDENCE_QUESTION, str_from(row->name));
    table_text(table, EVIDENCE_TOPIC, row->topic);
    table_text(table, EVIDENCE_MODE, str_from(attempt_mode_id(row->mode)));
    table_number(table, EVIDENCE_EARNED, row->earned);
    table_number(table, EVIDENCE_POSSIBLE, row->possible);
}

static bool fill_evidence(struct page *page, struct error *err)
{
    struct areas areas;
    struct evidence_rows rows;
    const struct area *area;

    if (!read_areas(page, &areas, err) ||
        !area_find(&areas, page->cli->values[OPTION_RESTS], &area, err) ||
        !area_evidence(page->app, &areas, area, &page->arena, &rows, err))
        return false;
    for (size_t i = 0; i < rows.count; i++)
        add_evidence(&page->table, &rows.items[i]);
    strbuf_printf(&page->below, STR_FORMAT ": %s.\n", STR_ARG(area->title),
                  area_words(area, &page->arena));
    return true;
}

static const struct listing evidence_listing = {
    .name = "evidence",
    WITH_COLUMNS(evidence_columns),
    .empty = "No answer counts for this area yet.",
    .fill = fill_evidence,
};

int command_weak(const struct cli *cli)
{
    return listing_run(cli, cli_has(cli, OPTION_RESTS) ? &evidence_listing
                                                       : &areas_listing);
}
