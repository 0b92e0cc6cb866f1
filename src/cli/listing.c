/*
 * The common course of commands: opening, loading what is shipped, doing the
 * one thing, closing; and what is the same in several tables.
 */
#include "listing.h"

#include <stdio.h>
#include <string.h>

bool listing_is_text(const struct cli *cli)
{
    return !cli_has(cli, OPTION_JSON) && !cli_has(cli, OPTION_CSV);
}

void table_interval(struct table *table, size_t column,
                    struct interval interval)
{
    table_number(table, column, interval.low);
    table_number(table, column + 1, interval.high);
    table_text(table, column + 2,
               str_from(arena_printf(table->arena, "%d to %d %%", interval.low,
                                     interval.high)));
}

static void say_below(struct page *page)
{
    if (listing_is_text(page->cli) && page->below.len > 0)
        printf("\n%s", cli_folded_text(page->cli, &page->arena,
                                       strbuf_text(&page->below)));
}

static int print(struct page *page, const struct listing *listing)
{
    struct error err = {0};
    int status;

    table_init(&page->table, listing->name, listing->columns,
               listing->column_count, &page->arena);
    if (!listing->fill(page, &err))
        return cli_fail(page->cli, &err);
    status = cli_table(page->cli, &page->table, listing->empty);
    if (status == EXIT_WELL)
        say_below(page);
    return status;
}

int listing_run(const struct cli *cli, const struct listing *listing)
{
    int status = EXIT_WELL;
    struct page page = {.cli = cli, .app = cli_open(cli, false, &status)};

    if (!page.app)
        return status;
    cli_load_shipped(cli, page.app);
    status = print(&page, listing);
    strbuf_finish(&page.below);
    arena_finish(&page.arena);
    app_close(page.app);
    return status;
}

bool verb_done(const struct cli *cli, const char *what)
{
    struct arena scratch = {0};

    printf("%s: %s\n", cli_folded(cli, &scratch, cli->arguments[1]), what);
    arena_finish(&scratch);
    return true;
}

int action_run(const struct cli *cli, bool writes, action act)
{
    struct error err = {0};
    int status = EXIT_WELL;
    struct app *app = cli_open(cli, writes, &status);

    if (!app)
        return status;
    cli_load_shipped(cli, app);
    if (!act(cli, app, &err))
        status = cli_fail(cli, &err);
    app_close(app);
    return status;
}

/* NULL, with ERR_USAGE, when the arguments name none. */
static const struct verb *find_verb(const struct cli *cli,
                                    const struct verb *verbs, size_t count,
                                    struct error *err)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(cli->arguments[0], verbs[i].word) == 0 &&
            cli->argument_count == verbs[i].arguments + 1)
            return &verbs[i];
    cli_usage(cli, err);
    return NULL;
}

int verbs_run(const struct cli *cli, const struct listing *listing,
              const struct verb *verbs, size_t count)
{
    const struct verb *verb;
    char name[64];
    struct error err;

    if (cli->argument_count == 0)
        return cli_only(cli, CLI_TABLES, listing->name, &err)
                   ? listing_run(cli, listing)
                   : cli_fail(cli, &err);
    verb = find_verb(cli, verbs, count, &err);
    if (!verb)
        return cli_fail(cli, &err);
    snprintf(name, sizeof name, "%s %s", listing->name, verb->word);
    return cli_only(cli, verb->options, name, &err)
               ? action_run(cli, !verb->only_reads, verb->act)
               : cli_fail(cli, &err);
}
