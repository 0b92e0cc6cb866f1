/*
 * The way out: data on stdout, messages on stderr, all of it folded for
 * display. And the way in: opening the database for a command.
 */
#include <errno.h>
#include <stdio.h>

#include "cli.h"
#include "proctor/base/fold.h"
#include "proctor/platform/file.h"

static const char *folded(const struct cli *cli, struct arena *arena,
                          const char *text, enum fold_mode lines)
{
    struct strbuf folded = {0};
    const char *out;

    fold_append(&folded, str_from(text), lines, cli->ascii);
    out = arena_strdup(arena, strbuf_text(&folded));
    strbuf_finish(&folded);
    return out;
}

const char *cli_folded(const struct cli *cli, struct arena *arena,
                       const char *text)
{
    return folded(cli, arena, text, FOLD_LINE);
}

const char *cli_folded_text(const struct cli *cli, struct arena *arena,
                            const char *text)
{
    return folded(cli, arena, text, FOLD_LINES);
}

int cli_fail(const struct cli *cli, const struct error *err)
{
    struct arena scratch = {0};

    fflush(stdout);
    fprintf(stderr, "proctor: %s\n", cli_folded(cli, &scratch, err->message));
    arena_finish(&scratch);
    return error_exit_status(err->code);
}

bool cli_flush(const struct cli *cli)
{
    struct error err;

    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return true;
    /* The reason is lost when an earlier write failed. */
    if (errno != 0)
        error_set_errno(&err, "cannot write to standard output");
    else
        error_set(&err, ERR_IO, "cannot write to standard output");
    cli_fail(cli, &err);
    return false;
}

bool cli_write(const struct cli *cli, const struct strbuf *text)
{
    if (text->len > 0)
        fwrite(text->data, text->len, 1, stdout);
    return cli_flush(cli);
}

bool cli_deliver(const struct cli *cli, const struct strbuf *text,
                 struct error *err)
{
    const char *path = cli->values[OPTION_OUTPUT];
    struct arena scratch = {0};

    if (!path) {
        fwrite(text->data, text->len, 1, stdout);
        return true;
    }
    if (!file_write(path, strbuf_str(text), cli_has(cli, OPTION_FORCE), err))
        return false;
    fprintf(stderr, "written: %s\n", cli_folded(cli, &scratch, path));
    arena_finish(&scratch);
    return true;
}

void cli_table_json(const struct table *table, struct strbuf *out)
{
    struct json_part part = {"rows", table, false};

    json_document(out, table->name, &part, 1);
}

int cli_table(const struct cli *cli, const struct table *table,
              const char *empty)
{
    struct strbuf out = {0};
    int status;

    if (cli_has(cli, OPTION_JSON)) {
        cli_table_json(table, &out);
    } else if (cli_has(cli, OPTION_CSV)) {
        table_csv(table, &out, cli_has(cli, OPTION_RAW));
    } else {
        table_print(table, &out, empty, cli->ascii);
    }
    status = cli_write(cli, &out) ? EXIT_WELL : EXIT_ENVIRONMENT;
    strbuf_finish(&out);
    return status;
}

void cli_tell_condition(const struct cli *cli, struct app *app)
{
    struct store *store = app_store(app);
    struct arena scratch = {0};

    if (store_is_read_only(store))
        fprintf(stderr, "proctor: reading only: %s\n",
                cli_folded(cli, &scratch, store_holder(store)));
    arena_finish(&scratch);
}

struct app *cli_try_open(const struct cli *cli, struct error *err)
{
    struct app_options options = {
        .database = cli->values[OPTION_DB],
        .candidate = cli->values[OPTION_CANDIDATE],
    };

    return app_open(&options, err);
}

struct app *cli_open(const struct cli *cli, bool writes, int *status_out)
{
    struct error err = {0};
    struct app *app = cli_try_open(cli, &err);

    if (!app) {
        *status_out = cli_fail(cli, &err);
        return NULL;
    }
    if (writes && store_is_read_only(app_store(app))) {
        error_set(&err, ERR_BUSY, "%s", store_holder(app_store(app)));
        *status_out = cli_fail(cli, &err);
        app_close(app);
        return NULL;
    }
    cli_tell_condition(cli, app);
    return app;
}
