/* `doctor`, `backup`, `restore`: the care of the database. */
#include <stdio.h>

#include "cli.h"
#include "proctor/app/doctor.h"
#include "proctor/platform/clock.h"
#include "proctor/platform/paths.h"

struct doctor {
    const struct cli *cli;
    struct arena arena;
};

static void print_finding(void *context, const struct finding *finding)
{
    struct doctor *doctor = context;

    printf("%s  %s\n", finding->bad ? "BAD " : "good",
           cli_folded(doctor->cli, &doctor->arena, finding->text));
}

static void print_backups(struct doctor *doctor, const char *database)
{
    struct backup_list backups;
    struct error err = {0};

    if (!store_backups(&doctor->arena, database, &backups, &err)) {
        cli_fail(doctor->cli, &err);
        return;
    }
    printf("\nAutomatic copies, newest first:%s\n",
           backups.count == 0 ? " none" : "");
    for (size_t i = 0; i < backups.count; i++)
        printf("  %s\n",
               cli_folded(doctor->cli, &doctor->arena, backups.items[i].path));
}

/* What stands at the end, and the status. */
static int conclude(struct doctor *doctor, const char *database, bool good)
{
    print_backups(doctor, database);
    if (!good)
        puts("\n`proctor restore FILE` puts a copy in the place of the "
             "database; the damaged file is kept beside it.");
    return cli_flush(doctor->cli) && good ? EXIT_WELL : EXIT_ENVIRONMENT;
}

/* A database too damaged to be opened is a finding; what else keeps it from
 * being opened is told as by any other command. */
static int examine_unopened(struct doctor *doctor, const struct error *err)
{
    struct finding finding = {.bad = true};
    const char *path;

    if (err->code != ERR_CORRUPT ||
        !paths_database(&doctor->arena, doctor->cli->values[OPTION_DB], &path,
                        NULL))
        return cli_fail(doctor->cli, err);
    printf("database  %s\n", cli_folded(doctor->cli, &doctor->arena, path));
    finding.text = doctor_words(err, &doctor->arena);
    print_finding(doctor, &finding);
    return conclude(doctor, path, false);
}

static int examine(struct doctor *doctor, struct app *app)
{
    const char *path = store_path(app_store(app));

    printf("database  %s\n", cli_folded(doctor->cli, &doctor->arena, path));
    return conclude(doctor, path, doctor_examine(app, print_finding, doctor));
}

int command_doctor(const struct cli *cli)
{
    struct doctor doctor = {.cli = cli};
    struct error err = {0};
    struct app *app = cli_try_open(cli, &err);
    int status;

    if (app) {
        cli_tell_condition(cli, app);
        status = examine(&doctor, app);
    } else {
        status = examine_unopened(&doctor, &err);
    }
    arena_finish(&doctor.arena);
    app_close(app);
    return status;
}

int command_backup(const struct cli *cli)
{
    struct arena scratch = {0};
    struct error err = {0};
    int status = EXIT_WELL;
    struct app *app = cli_open(cli, false, &status);

    if (!app)
        return status;
    if (store_backup(app_store(app), cli->arguments[0],
                     cli_has(cli, OPTION_FORCE), &err))
        printf("written: %s\n", cli_folded(cli, &scratch, cli->arguments[0]));
    else
        status = cli_fail(cli, &err);
    arena_finish(&scratch);
    app_close(app);
    return status;
}

int command_restore(const struct cli *cli)
{
    struct arena arena = {0};
    struct store_options options = {.app_version = app_version()};
    struct error err = {0};
    const char *kept = NULL;
    int status = EXIT_WELL;

    if (!paths_database(&arena, cli->values[OPTION_DB], &options.path, &err) ||
        !store_restore(&options, cli->arguments[0], &arena, &kept, &err)) {
        status = cli_fail(cli, &err);
    } else {
        printf("restored: %s\n", cli_folded(cli, &arena, options.path));
        if (kept)
            printf("kept what stood there: %s\n",
                   cli_folded(cli, &arena, kept));
    }
    arena_finish(&arena);
    return status;
}
