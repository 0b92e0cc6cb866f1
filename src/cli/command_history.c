/* `history`: what was sat, all of it or of one exam or kind. One attempt is
 * command_show.c. */
#include "attempt_table.h"
#include "listing.h"
#include "proctor/app/history.h"

/* ERR_USAGE names the kinds. */
static bool read_kind(const char *text, enum history_kind *out,
                      struct error *err)
{
    struct strbuf kinds = {0};

    if (!text || history_kind_from_id(str_from(text), out))
        return true;
    for (int i = 0; i < HISTORY_KIND_COUNT; i++)
        strbuf_printf(&kinds, "%s%s", i > 0 ? ", " : "",
                      history_kind_id((enum history_kind)i));
    error_set(err, ERR_USAGE, "there is no kind '%s' of attempts; there is %s",
              text, strbuf_text(&kinds));
    strbuf_finish(&kinds);
    return false;
}

static bool fill(struct page *page, struct error *err)
{
    struct history_filter filter = {.kind = HISTORY_ALL,
                                    .exam = page->cli->values[OPTION_EXAM]};
    struct attempt_rows attempts;

    if (!read_kind(page->cli->values[OPTION_KIND], &filter.kind, err) ||
        !history_read(page->app, &filter, &page->arena, &attempts, err))
        return false;
    for (size_t i = 0; i < attempts.count; i++)
        attempt_table_add(&page->table, &attempts.items[i]);
    return true;
}

int command_history(const struct cli *cli)
{
    const struct listing listing = {
        .name = "history",
        .columns = attempt_columns,
        .column_count = attempt_column_count,
        .empty = cli_has(cli, OPTION_EXAM) || cli_has(cli, OPTION_KIND)
                     ? "No such attempt was made yet."
                     : "No exam was sat yet. `proctor sit EXAM` begins one.",
        .fill = fill,
    };

    return listing_run(cli, &listing);
}
