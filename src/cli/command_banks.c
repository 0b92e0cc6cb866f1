/* `banks` and `export`: what is loaded, and its way back to a file. */
#include <string.h>

#include "listing.h"
#include "proctor/app/library.h"

enum {
    BANK_NAME,
    BANK_VERSION,
    BANK_ORIGIN,
    BANK_STATE,
    BANK_ACTIVE,
    BANK_CASES,
    BANK_RETIRED,
    BANK_ABSENT,
    BANK_LICENSE,
    BANK_TITLE,
    BANK_NOTICE,
    BANK_PATH,
};
static const struct column bank_columns[] = {
    {"bank", "Bank", COLUMN_TEXT},
    {"version", "Version", COLUMN_TEXT},
    {"origin", "Origin", COLUMN_TEXT},
    {"state", "State", COLUMN_TEXT},
    {"questions", "Questions", COLUMN_NUMBER},
    {"cases", "Cases", COLUMN_NUMBER},
    {"retired", "Retired", COLUMN_NUMBER},
    {"absent", "Absent", COLUMN_NUMBER},
    {"license", "License", COLUMN_TEXT},
    {"title", "Title", COLUMN_TEXT},
    {"notice", NULL, COLUMN_TEXT},
    {"path", NULL, COLUMN_TEXT},
};

static const char *bank_state(const struct bank_row *bank)
{
    if (!bank->enabled)
        return "disabled";
    return bank->shadowed ? "hidden by an own copy" : "in use";
}

static void add_bank(struct table *table, const struct bank_row *bank)
{
    table_row(table);
    table_text(table, BANK_NAME, str_from(bank->name));
    table_text(table, BANK_VERSION, str_from(bank->version));
    table_text(table, BANK_ORIGIN, str_from(origin_id(bank->origin)));
    table_text(table, BANK_STATE, str_from(bank_state(bank)));
    table_number(table, BANK_ACTIVE, bank->active);
    table_number(table, BANK_CASES, bank->cases);
    table_number(table, BANK_RETIRED, bank->retired + bank->voided);
    table_number(table, BANK_ABSENT, bank->absent);
    table_text(table, BANK_LICENSE, str_from(bank->license));
    table_text(table, BANK_TITLE, str_from(bank->title));
    table_text(table, BANK_NOTICE, str_from(bank->notice));
    table_text(table, BANK_PATH, str_from(bank->path));
}

/* The notices that banks with CPT numbers must show, each once. */
static void say_notice(struct page *page, const struct bank_rows *banks,
                       size_t index)
{
    const char *notice = banks->items[index].notice;

    for (size_t i = 0; i < index; i++)
        if (strcmp(banks->items[i].notice, notice) == 0)
            return;
    if (notice[0] != '\0')
        strbuf_printf(&page->below, "%s\n", notice);
}

static bool fill(struct page *page, struct error *err)
{
    struct bank_rows banks;

    if (!catalog_banks(app_store(page->app), &page->arena, &banks, err))
        return false;
    for (size_t i = 0; i < banks.count; i++) {
        add_bank(&page->table, &banks.items[i]);
        say_notice(page, &banks, i);
    }
    return true;
}

static bool adopt(const struct cli *cli, struct app *app, struct error *err)
{
    return catalog_adopt_bank(app_store(app), cli->arguments[1], err) &&
           verb_done(cli, "the shipped bank is in use");
}

static bool enable(const struct cli *cli, struct app *app, struct error *err)
{
    return library_enable_bank(app, cli->arguments[1], true, err) &&
           verb_done(cli, "in use");
}

static bool disable(const struct cli *cli, struct app *app, struct error *err)
{
    return library_enable_bank(app, cli->arguments[1], false, err) &&
           verb_done(cli, "no longer drawn from");
}

int command_banks(const struct cli *cli)
{
    static const struct listing listing = {
        .name = "banks",
        WITH_COLUMNS(bank_columns),
        .empty = "No banks are loaded. `proctor import FILE` loads one.",
        .fill = fill,
    };
    static const struct verb verbs[] = {
        {.word = "adopt", .arguments = 1, .act = adopt},
        {.word = "enable", .arguments = 1, .act = enable},
        {.word = "disable", .arguments = 1, .act = disable},
    };

    return verbs_run(cli, &listing, verbs, sizeof verbs / sizeof *verbs);
}

static bool export_bank(const struct cli *cli, struct app *app,
                        struct error *err)
{
    struct strbuf out = {0};
    bool ok = library_export(app, cli->arguments[0], &out, err) &&
              cli_deliver(cli, &out, err);

    strbuf_finish(&out);
    return ok;
}

int command_export(const struct cli *cli)
{
    return action_run(cli, false, export_bank);
}
