/* What `--help` and `--version` write, made from the tables of commands and
 * options. */
#include "help.h"

#include <stdio.h>
#include <string.h>

#include "completion.h"
#include "proctor/base/wrap.h"

#define CALL_COLUMNS 18
#define HELP_COLUMNS 56

/* "--output FILE, -o" */
static const char *call_of(enum cli_option option, struct arena *arena)
{
    const struct cli_option_info *info = &cli_options[option];
    char letter = cli_option_letter(option);
    const char *text = arena_printf(arena, "--%s", info->name);

    if (info->argument)
        text = arena_printf(arena, "%s %s", text, info->argument);
    if (letter != '\0')
        text = arena_printf(arena, "%s, -%c", text, letter);
    return text;
}

/* What is called, and its help beside it, or below where that has no room. */
static void print_entry(const char *call, const char *help, struct arena *arena)
{
    struct wrapped lines = wrap_text(arena, str_from(help), HELP_COLUMNS, true);
    bool has_room = strlen(call) <= CALL_COLUMNS;

    if (!has_room)
        printf("  %s\n", call);
    for (size_t i = 0; i < lines.count; i++)
        printf("  %-*s  " STR_FORMAT "\n", CALL_COLUMNS,
               i == 0 && has_room ? call : "", STR_ARG(lines.lines[i]));
}

static void print_options(uint64_t mask)
{
    struct arena arena = {0};

    for (int i = 0; i < OPTION_COUNT; i++)
        if (mask & (UINT64_C(1) << i))
            print_entry(call_of((enum cli_option)i, &arena),
                        cli_options[i].help, &arena);
    arena_finish(&arena);
}

static void print_commands(void)
{
    struct arena arena = {0};

    for (size_t i = 0; i < cli_command_count; i++)
        print_entry(arena_printf(&arena, "%s %s", cli_commands[i].name,
                                 cli_commands[i].arguments),
                    cli_commands[i].help, &arena);
    arena_finish(&arena);
}

static void show_program(void)
{
    puts("usage: proctor [OPTIONS] [COMMAND [ARGUMENTS]]\n"
         "\n"
         "Sits timed mock exams for medical-coding credentials, offline.\n"
         "Without a command the program opens.\n"
         "\n"
         "Commands:");
    print_commands();
    puts("\nOptions:");
    print_options(CLI_WITHOUT_COMMAND);
    puts("\n`proctor COMMAND --help` tells more. Exit status: 0 well, 1 the\n"
         "input has problems, 2 wrong usage, 3 the environment failed.");
}

/* "One of: exam section topic ...", where the first argument is. */
static void print_words(const struct cli_command *command)
{
    struct arena arena = {0};
    struct followers list = command_followers(command, &arena);

    if (list.count > 0 && list.items[0].choices.words[0] != '\0')
        printf("\nThe first argument is one of:\n  %s\n",
               list.items[0].choices.words);
    arena_finish(&arena);
}

static void show_command(const struct cli_command *command)
{
    printf("usage: proctor %s%s%s [OPTIONS]\n\n%s.\n\nOptions:\n",
           command->name, command->arguments[0] ? " " : "", command->arguments,
           command->help);
    print_options(CLI_ALWAYS | command->options);
    print_words(command);
}

int help_show(const struct cli_command *command)
{
    if (command)
        show_command(command);
    else
        show_program();
    return EXIT_WELL;
}

int help_version(void)
{
    printf(
        "proctor %s\n"
        "CPC, COC, CIC, CRC and CPB are marks of AAPC, CCS, CCS-P and CCA of "
        "AHIMA;\nproctor is not affiliated with them. CPT is a registered "
        "trademark of the\nAmerican Medical Association.\n",
        app_version());
    return EXIT_WELL;
}
