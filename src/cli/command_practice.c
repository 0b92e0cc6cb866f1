/*
 * `practice`: what is asked for on the command line becomes a request; the
 * screen or the line mode takes it from there. A dry run tells what there is.
 */
#include "listing.h"
#include "open.h"
#include "proctor/app/practice.h"
#include "proctor/tui/tui.h"

/* --- the request ---------------------------------------------------------- */

static bool no_such_scope(const char *scope, struct error *err)
{
    struct strbuf scopes = {0};

    for (int i = 0; i < PRACTICE_SCOPE_COUNT; i++)
        strbuf_printf(&scopes, "%s%s", i > 0 ? ", " : "",
                      practice_scope_id((enum practice_scope)i));
    error_set(err, ERR_USAGE, "there is no scope '%s'; there is %s", scope,
              strbuf_text(&scopes));
    strbuf_finish(&scopes);
    return false;
}

/* Without one it is the first: all sections of an exam. */
static bool read_scope(const struct cli *cli, struct practice_request *request,
                       struct error *err)
{
    return cli->argument_count == 0 ||
           practice_scope_from_id(str_from(cli->arguments[0]),
                                  &request->scope) ||
           no_such_scope(cli->arguments[0], err);
}

/* An exam may be named as the scope's name too: `practice exam cpc`. */
static bool read_name(const struct cli *cli, struct practice_request *request,
                      struct error *err)
{
    const char *name = cli->argument_count > 1 ? cli->arguments[1] : NULL;
    const char *scope = practice_scope_id(request->scope);

    request->exam = cli->values[OPTION_EXAM];
    if (practice_scope_is_redo(request->scope))
        return !name ||
               error_set(err, ERR_USAGE, "`practice %s` takes no name", scope);
    if (request->scope == PRACTICE_EXAM) {
        if (name)
            request->exam = name;
        return true;
    }
    request->name = name;
    return name ||
           error_set(err, ERR_USAGE, "usage: proctor practice %s NAME", scope);
}

static bool read_request(const struct cli *cli, struct practice_request *out,
                         struct error *err)
{
    struct practice_request request = {
        .at_exam_pace = cli_has(cli, OPTION_PACE),
        .without_feedback = cli_has(cli, OPTION_NO_FEEDBACK),
        .hints = cli_has(cli, OPTION_HINTS),
        .use_reserve = cli_has(cli, OPTION_RESERVE),
        .seed = cli->values[OPTION_SEED],
    };

    if (!read_scope(cli, &request, err) || !read_name(cli, &request, err) ||
        !cli_number(cli, OPTION_QUESTIONS, 1, PRACTICE_ITEMS_MAX,
                    &request.questions, err) ||
        !cli_number(cli, OPTION_MINUTES, 1, PRACTICE_MINUTES_MAX,
                    &request.minutes, err))
        return false;
    if (request.questions == 0 && request.minutes == 0)
        request.questions = PRACTICE_QUESTIONS;
    *out = request;
    return true;
}

/* --- the offer ------------------------------------------------------------ */

enum { OFFER_TITLE, OFFER_FRESH, OFFER_RESERVED, OFFER_SEEN, OFFER_SECONDS };
static const struct column offer_columns[] = {
    {"title", "Practice", COLUMN_TEXT},
    {"fresh", "Not met yet", COLUMN_NUMBER},
    {"reserved", "Kept back", COLUMN_NUMBER},
    {"seen", "Met", COLUMN_NUMBER},
    {"target_seconds", NULL, COLUMN_NUMBER},
};

static bool fill_offer(struct page *page, struct error *err)
{
    struct table *table = &page->table;
    struct practice_request request;
    struct practice_offer offer;

    if (!read_request(page->cli, &request, err) ||
        !practice_offer(page->app, &request, &page->arena, &offer, err))
        return false;
    table_row(table);
    table_text(table, OFFER_TITLE, str_from(offer.title));
    table_number(table, OFFER_FRESH, offer.supply.fresh);
    table_number(table, OFFER_RESERVED, offer.supply.reserved);
    table_number(table, OFFER_SEEN, offer.supply.seen);
    if (offer.target_ms > 0)
        table_number(table, OFFER_SECONDS, offer.target_ms / 1000);
    for (size_t i = 0; i < offer.notes.count; i++)
        strbuf_printf(&page->below, STR_FORMAT "\n",
                      STR_ARG(offer.notes.items[i]));
    return true;
}

static const struct listing offer_listing = {
    .name = "practice",
    WITH_COLUMNS(offer_columns),
    .empty = "",
    .fill = fill_offer,
};

/* Who says nothing of what it is to be is asked. */
#define WISHES                                                                 \
    (BIT(EXAM) | BIT(QUESTIONS) | BIT(MINUTES) | BIT(PACE) |                   \
     BIT(NO_FEEDBACK) | BIT(HINTS) | BIT(RESERVE) | BIT(SEED))

int command_practice(const struct cli *cli)
{
    struct practice_request request;
    struct tui_options screen = {.start = TUI_PRACTICE};
    struct error err = {0};

    if (!read_request(cli, &request, &err))
        return cli_fail(cli, &err);
    if (cli_has(cli, OPTION_DRY_RUN))
        return listing_run(cli, &offer_listing);
    if (!listing_is_text(cli)) {
        error_set(&err, ERR_USAGE, "--json and --csv go with --dry-run");
        return cli_fail(cli, &err);
    }
    if (cli->argument_count > 0 || cli_has_any(cli, WISHES))
        screen.practice = &request;
    return open_with(cli, &screen, NULL);
}
