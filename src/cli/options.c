/*
 * What commands ask of the options: which ones go together with what is done,
 * numbers within limits, and those that stand in place of a setting of the
 * config file.
 */
#include <stdio.h>

#include "cli.h"
#include "parse.h"
#include "proctor/app/people.h"

bool cli_has_any(const struct cli *cli, uint64_t options)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (cli->values[i] && (options & (UINT64_C(1) << i)) != 0)
            return true;
    return false;
}

bool cli_usage(const struct cli *cli, struct error *err)
{
    const struct cli_command *command = cli->command;

    return error_set(err, ERR_USAGE, "usage: proctor %s%s%s", command->name,
                     command->arguments[0] != '\0' ? " " : "",
                     command->arguments);
}

bool cli_only(const struct cli *cli, uint64_t allowed, const char *what,
              struct error *err)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (cli->values[i] &&
            ((CLI_ALWAYS | allowed) & (UINT64_C(1) << i)) == 0)
            return error_set(err, ERR_USAGE,
                             "`proctor %s` has no option --%s; see `proctor "
                             "%s --help`",
                             what, cli_options[i].name, cli->command->name);
    return true;
}

bool cli_number(const struct cli *cli, enum cli_option option, int low,
                int high, int *value, struct error *err)
{
    const char *text = cli->values[option];
    int64_t number;

    if (!text)
        return true;
    if (!str_to_i64(str_from(text), low, high, &number))
        return error_set(err, ERR_USAGE,
                         "--%s: '%s' is not a whole number from %d to %d",
                         cli_options[option].name, text, low, high);
    *value = (int)number;
    return true;
}

bool cli_accommodation(const struct cli *cli, struct candidate *person,
                       struct error *err)
{
    return cli_number(cli, OPTION_TIME_PERCENT, PEOPLE_PERCENT_MIN,
                      PEOPLE_PERCENT_MAX, &person->time_percent, err) &&
           cli_number(cli, OPTION_ADD_MINUTES, 0, PEOPLE_MINUTES_MAX,
                      &person->added_minutes, err);
}

/* --- settings ------------------------------------------------------------- */

/* Options that set a setting for this run. */
static const struct {
    enum cli_option option;
    enum setting setting;
    const char *value;
} stand_ins[] = {
    {OPTION_PLAIN, SETTING_MODE, "lines"},
    {OPTION_ACCESSIBLE, SETTING_ACCESSIBLE, "yes"},
};

static void tell_problems(const struct cli *cli, const struct strbuf *problems)
{
    struct arena scratch = {0};
    struct str rest = strbuf_str(problems), problem;

    while (str_split(&rest, '\n', &problem))
        if (problem.len > 0)
            fprintf(stderr, "proctor: %s\n",
                    cli_folded(cli, &scratch,
                               arena_str(&scratch, problem).data));
    arena_finish(&scratch);
}

void cli_settings_kept(const struct cli *cli, struct settings *out)
{
    struct strbuf problems = {0};
    struct error err = {0};

    if (!settings_load(out, &problems, &err))
        cli_fail(cli, &err);
    tell_problems(cli, &problems);
    strbuf_finish(&problems);
}

void cli_settings(const struct cli *cli, struct settings *out)
{
    cli_settings_kept(cli, out);
    for (size_t i = 0; i < sizeof stand_ins / sizeof *stand_ins; i++)
        if (cli_has(cli, stand_ins[i].option))
            settings_set(out, stand_ins[i].setting, stand_ins[i].value, NULL);
}

const char *cli_setting_values(enum setting setting, struct arena *arena)
{
    const char *words = setting_value(setting, 0), *word;

    for (int i = 1; (word = setting_value(setting, i)) != NULL; i++)
        words = arena_printf(arena, "%s %s", words, word);
    return words;
}
