/* `search`: topics, notes and questions met in which the words stand. */
#include "listing.h"
#include "proctor/app/search.h"

enum { HIT_KIND, HIT_NAME, HIT_TITLE, HIT_EXCERPT };
static const struct column columns[] = {
    {"kind", "Kind", COLUMN_TEXT},
    {"name", "Name", COLUMN_TEXT},
    {"title", NULL, COLUMN_TEXT},
    {"excerpt", "Found", COLUMN_TEXT},
};

static const char *join_words(const struct cli *cli, struct arena *arena)
{
    const char *words = cli->arguments[0];

    for (size_t i = 1; i < cli->argument_count; i++)
        words = arena_printf(arena, "%s %s", words, cli->arguments[i]);
    return words;
}

static void add_hits(struct table *table, const struct search *search)
{
    size_t count;
    const struct search_hit *hits = search_hits(search, &count);

    for (size_t i = 0; i < count; i++) {
        table_row(table);
        table_text(table, HIT_KIND, str_from(search_kind_id(hits[i].kind)));
        table_text(table, HIT_NAME, str_from(hits[i].name));
        table_text(table, HIT_TITLE, str_from(hits[i].title));
        table_text(table, HIT_EXCERPT, str_from(hits[i].excerpt));
    }
}

static bool fill(struct page *page, struct error *err)
{
    struct search *search =
        search_begin(page->app, join_words(page->cli, &page->arena), err);
    bool done = false, ok = search != NULL;

    while (ok && !done)
        ok = search_step(search, &done, err);
    if (ok)
        add_hits(&page->table, search);
    if (ok && page->table.row_count == SEARCH_HITS_MAX)
        strbuf_printf(&page->below,
                      "These are the first %d; more words find fewer.\n",
                      SEARCH_HITS_MAX);
    search_end(search);
    return ok;
}

int command_search(const struct cli *cli)
{
    static const struct listing listing = {
        .name = "search",
        WITH_COLUMNS(columns),
        .empty = "Nothing was found in topics, your notes and the questions "
                 "you met.",
        .fill = fill,
    };

    return listing_run(cli, &listing);
}
