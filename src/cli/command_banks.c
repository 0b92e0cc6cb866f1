/* `banks` and `export`: what is loaded, and its way back to a file. */
#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "proctor/app/library.h"
#include "proctor/platform/file.h"

#define COLUMNS(columns) (columns), sizeof(columns) / sizeof *(columns)

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
static void print_notices(const struct cli *cli, const struct bank_rows *banks)
{
    struct arena scratch = {0};

    for (size_t i = 0; i < banks->count; i++) {
        const char *notice = banks->items[i].notice;
        bool said = notice[0] == '\0';

        for (size_t j = 0; !said && j < i; j++)
            said = str_eq(str_from(banks->items[j].notice), str_from(notice));
        if (!said)
            printf("\n%s\n", cli_folded(cli, &scratch, notice));
    }
    arena_finish(&scratch);
}

static int adopt_bank(const struct cli *cli, const char *name)
{
    struct arena scratch = {0};
    struct error err = {0};
    int status = EXIT_WELL;
    struct app *app = cli_open(cli, true, &status);

    if (!app)
        return status;
    cli_load_shipped(cli, app);
    if (catalog_adopt_bank(app_store(app), name, &err))
        printf("%s: the shipped bank is in use\n",
               cli_folded(cli, &scratch, name));
    else
        status = cli_fail(cli, &err);
    arena_finish(&scratch);
    app_close(app);
    return status;
}

static int list_banks(const struct cli *cli)
{
    struct arena arena = {0};
    struct bank_rows banks;
    struct table table;
    struct error err = {0};
    int status = EXIT_WELL;
    struct app *app = cli_open(cli, false, &status);

    if (!app)
        return status;
    cli_load_shipped(cli, app);
    table_init(&table, "banks", COLUMNS(bank_columns), &arena);
    if (!catalog_banks(app_store(app), &arena, &banks, &err)) {
        status = cli_fail(cli, &err);
    } else {
        for (size_t i = 0; i < banks.count; i++)
            add_bank(&table, &banks.items[i]);
        status = cli_table(cli, &table,
                           "No banks are loaded. `proctor import FILE` loads "
                           "one.");
        if (!cli_has(cli, OPTION_JSON) && !cli_has(cli, OPTION_CSV))
            print_notices(cli, &banks);
    }
    arena_finish(&arena);
    app_close(app);
    return status;
}

int command_banks(const struct cli *cli)
{
    if (cli->argument_count == 0)
        return list_banks(cli);
    if (cli->argument_count == 2 && strcmp(cli->arguments[0], "adopt") == 0)
        return adopt_bank(cli, cli->arguments[1]);
    fputs("proctor: usage: proctor banks [adopt BANK]\n", stderr);
    return EXIT_WRONG_USAGE;
}

static bool write_file(const struct cli *cli, const char *path,
                       const struct strbuf *text, struct error *err)
{
    struct arena scratch = {0};

    if (!file_write(path, strbuf_str(text), cli_has(cli, OPTION_FORCE), err))
        return false;
    fprintf(stderr, "written: %s\n", cli_folded(cli, &scratch, path));
    arena_finish(&scratch);
    return true;
}

int command_export(const struct cli *cli)
{
    const char *path = cli->values[OPTION_OUTPUT];
    struct strbuf out = {0};
    struct error err = {0};
    int status = EXIT_WELL;
    struct app *app = cli_open(cli, false, &status);

    if (!app)
        return status;
    cli_load_shipped(cli, app);
    if (!library_export(app, cli->arguments[0], &out, &err) ||
        (path && !write_file(cli, path, &out, &err)))
        status = cli_fail(cli, &err);
    else if (!path && !cli_write(cli, &out))
        status = EXIT_ENVIRONMENT;
    strbuf_finish(&out);
    app_close(app);
    return status;
}
