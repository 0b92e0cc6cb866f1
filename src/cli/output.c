/*
 * The way out: data on stdout, messages on stderr, all of it folded for
 * display. And the way in: opening the database for a command.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "proctor/base/fold.h"

const char *cli_folded(const struct cli *cli, struct arena *arena,
                       const char *text)
{
    struct strbuf folded = {0};
    const char *out;

    fold_append(&folded, str_from(text), FOLD_LINE, cli->ascii);
    out = arena_strdup(arena, strbuf_text(&folded));
    strbuf_finish(&folded);
    return out;
}

int cli_fail(const struct cli *cli, const struct error *err)
{
    struct arena scratch = {0};

    fflush(stdout);
    fprintf(stderr, "proctor: %s\n",
            cli_folded(cli, &scratch, err->message));
    arena_finish(&scratch);
    return error_exit_status(err->code);
}

bool cli_write(const struct cli *cli, const struct strbuf *text)
{
    struct error err;

    if ((text->len == 0 || fwrite(text->data, text->len, 1, stdout) == 1) &&
        fflush(stdout) == 0)
        return true;
    error_set_errno(&err, "cannot write to standard output");
    cli_fail(cli, &err);
    return false;
}

int cli_table(const struct cli *cli, const struct table *table,
              const char *empty)
{
    struct strbuf out = {0};
    int status;

    if (cli_has(cli, OPTION_JSON)) {
        struct json_part part = {"rows", table, false};

        json_document(&out, table->name, &part, 1);
    } else if (cli_has(cli, OPTION_CSV)) {
        table_csv(table, &out, cli_has(cli, OPTION_RAW));
    } else {
        table_print(table, &out, empty, cli->ascii);
    }
    status = cli_write(cli, &out) ? EXIT_WELL : EXIT_ENVIRONMENT;
    strbuf_finish(&out);
    return status;
}

/* Says what the candidate must know of the database before anything else. */
static void tell_condition(struct app *app)
{
    struct store *store = app_store(app);

    if (store_is_read_only(store))
        fprintf(stderr,
                "proctor: the database is open in another proctor (%s): "
                "reading only\n",
                store_holder(store));
}

struct app *cli_open(const struct cli *cli, bool writes, int *status_out)
{
    struct app_options options = {.database = cli->values[OPTION_DB],
                                  .read_only = false};
    struct error err = {0};
    struct app *app = app_open(&options, &err);

    if (!app) {
        *status_out = cli_fail(cli, &err);
        return NULL;
    }
    if (writes && store_is_read_only(app_store(app))) {
        error_set(&err, ERR_BUSY,
                  "the database is open in another proctor (%s): close it first",
                  store_holder(app_store(app)));
        *status_out = cli_fail(cli, &err);
        app_close(app);
        return NULL;
    }
    tell_condition(app);
    return app;
}
