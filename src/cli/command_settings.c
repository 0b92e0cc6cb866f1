/* `settings`: what the config file says, and one change of it. Needs no
 * database. */
#include <stdio.h>

#include "listing.h"

enum { SETTING_KEY, SETTING_NOW, SETTING_VALUES, SETTING_HELP };
static const struct column columns[] = {
    {"key", "Setting", COLUMN_TEXT},
    {"value", "Is", COLUMN_TEXT},
    {"values", "Can be", COLUMN_TEXT},
    {"help", "What it does", COLUMN_TEXT},
};

static void add_setting(struct table *table, const struct settings *settings,
                        enum setting setting)
{
    table_row(table);
    table_text(table, SETTING_KEY, str_from(setting_key(setting)));
    table_text(table, SETTING_NOW, str_from(settings_get(settings, setting)));
    table_text(table, SETTING_VALUES,
               str_from(cli_setting_values(setting, table->arena)));
    table_text(table, SETTING_HELP, str_from(setting_help(setting)));
}

/* Those from `first` up to `last`. */
static int list(const struct cli *cli, const struct settings *settings,
                int first, int last)
{
    struct arena arena = {0};
    struct table table;
    int status;

    table_init(&table, "settings", COLUMNS(columns), &arena);
    for (int i = first; i <= last; i++)
        add_setting(&table, settings, (enum setting)i);
    status = cli_table(cli, &table, "");
    arena_finish(&arena);
    return status;
}

static int list_all(const struct cli *cli, const struct settings *settings)
{
    struct arena arena = {0};
    const char *path;
    int status = list(cli, settings, 0, SETTING_COUNT - 1);

    if (listing_is_text(cli) && settings_path(&arena, &path, NULL))
        printf("\nThey stand in %s\n", cli_folded(cli, &arena, path));
    arena_finish(&arena);
    return status;
}

static int show(const struct cli *cli, const struct settings *settings,
                enum setting setting)
{
    if (!listing_is_text(cli))
        return list(cli, settings, (int)setting, (int)setting);
    puts(settings_get(settings, setting));
    return EXIT_WELL;
}

static bool set(const struct cli *cli, struct settings *settings,
                enum setting setting, struct error *err)
{
    return cli_only(cli, 0, "settings KEY VALUE", err) &&
           settings_set(settings, setting, cli->arguments[1], err) &&
           settings_save(settings, err);
}

int command_settings(const struct cli *cli)
{
    struct settings settings;
    enum setting setting;
    struct error err = {0};

    cli_settings_kept(cli, &settings);
    if (cli->argument_count == 0)
        return list_all(cli, &settings);
    if (!setting_find(cli->arguments[0], &setting, &err))
        return cli_fail(cli, &err);
    if (cli->argument_count == 1)
        return show(cli, &settings, setting);
    return set(cli, &settings, setting, &err) ? EXIT_WELL : cli_fail(cli, &err);
}
