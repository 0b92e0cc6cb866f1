/* `questions BANK`: a bank's questions in the order of its file. One of them as
 * candidates see it is command_question.c. */
#include "listing.h"
#include "proctor/store/catalog.h"

enum {
    ROW_ID,
    ROW_TOPIC,
    ROW_KIND,
    ROW_DIFFICULTY,
    ROW_STATUS,
    ROW_CASE,
    ROW_STEM,
};
static const struct column row_columns[] = {
    {"id", "Question", COLUMN_TEXT},
    {"topic", "Topic", COLUMN_TEXT},
    {"kind", "Kind", COLUMN_TEXT},
    {"difficulty", "Difficulty", COLUMN_TEXT},
    {"status", "Status", COLUMN_TEXT},
    {"case", "Case", COLUMN_FLAG},
    {"stem", NULL, COLUMN_TEXT},
};

static void add_row(struct table *table, const struct bank_item_row *row)
{
    table_row(table);
    table_text(table, ROW_ID, str_from(row->id));
    table_text(table, ROW_TOPIC, str_from(row->topic));
    table_text(table, ROW_KIND, str_from(item_kind_id(row->kind)));
    table_text(table, ROW_DIFFICULTY, str_from(difficulty_id(row->difficulty)));
    table_text(table, ROW_STATUS, str_from(item_status_id(row->status)));
    table_flag(table, ROW_CASE, row->has_case);
    table_text(table, ROW_STEM, str_from(row->stem));
}

static bool fill(struct page *page, struct error *err)
{
    struct bank_item_rows rows;

    if (!catalog_bank_items(app_store(page->app), page->cli->arguments[0],
                            &page->arena, &rows, err))
        return false;
    for (size_t i = 0; i < rows.count; i++)
        add_row(&page->table, &rows.items[i]);
    return true;
}

int command_questions(const struct cli *cli)
{
    static const struct listing listing = {
        .name = "questions",
        WITH_COLUMNS(row_columns),
        .empty = "This bank has no questions.",
        .fill = fill,
    };

    return listing_run(cli, &listing);
}
