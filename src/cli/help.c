/*
 * What `--help`, `--version` and `--completion` write, made from the tables of
 * commands and options.
 */
#include "help.h"

#include <stdio.h>
#include <string.h>

static void print_option(const struct cli_option_info *option)
{
    char text[64];

    snprintf(text, sizeof text, "--%s%s%s", option->name,
             option->argument ? " " : "",
             option->argument ? option->argument : "");
    if (strlen(text) > 18)
        printf("  %s\n  %-18s  %s\n", text, "", option->help);
    else
        printf("  %-18s  %s\n", text, option->help);
}

static void print_options(unsigned mask)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (mask & (1u << i))
            print_option(&cli_options[i]);
}

static void show_program(void)
{
    puts("usage: proctor [OPTIONS] [COMMAND [ARGUMENTS]]\n"
         "\n"
         "Sits timed mock exams for medical-coding credentials, offline.\n"
         "Without a command the program opens.\n"
         "\n"
         "Commands:");
    for (size_t i = 0; i < cli_command_count; i++) {
        char text[64];

        snprintf(text, sizeof text, "%s %s", cli_commands[i].name,
                 cli_commands[i].arguments);
        printf("  %-18s  %s\n", text, cli_commands[i].help);
    }
    puts("\nOptions:");
    print_options(CLI_ALWAYS | BIT(VERSION) | BIT(COMPLETION));
    puts("\n`proctor COMMAND --help` tells more. Exit status: 0 well, 1 the\n"
         "input has problems, 2 wrong usage, 3 the environment failed.");
}

static void show_command(const struct cli_command *command)
{
    printf("usage: proctor %s%s%s [OPTIONS]\n\n%s.\n\nOptions:\n",
           command->name, command->arguments[0] ? " " : "", command->arguments,
           command->help);
    print_options(CLI_ALWAYS | command->options);
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

static void complete_options(unsigned mask)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (mask & (1u << i))
            printf(" --%s", cli_options[i].name);
}

/* The words that take a value; it is no command. */
static void complete_skips(void)
{
    const char *between = "";

    fputs("        ", stdout);
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (!cli_options[i].argument)
            continue;
        printf("%s--%s", between, cli_options[i].name);
        between = "|";
    }
    puts(") ((i++)) ;;");
}

static void complete_command(void)
{
    puts("# Completion of proctor for bash.\n"
         "_proctor()\n"
         "{\n"
         "    local word=${COMP_WORDS[COMP_CWORD]} command= i\n"
         "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "        case ${COMP_WORDS[i]} in");
    complete_skips();
    puts("        -*) ;;\n"
         "        *) command=${COMP_WORDS[i]}; break ;;\n"
         "        esac\n"
         "    done\n"
         "    local words=");
}

static void complete_words(void)
{
    puts("    case $command in");
    for (size_t i = 0; i < cli_command_count; i++) {
        printf("    %s) words='", cli_commands[i].name);
        complete_options(CLI_ALWAYS | cli_commands[i].options);
        puts("' ;;");
    }
    printf("    *) words='");
    for (size_t i = 0; i < cli_command_count; i++)
        printf("%s ", cli_commands[i].name);
    complete_options(CLI_ALWAYS | BIT(VERSION) | BIT(COMPLETION));
    puts("' ;;\n"
         "    esac");
}

int help_completion(const char *shell)
{
    if (strcmp(shell, "bash") != 0) {
        fprintf(stderr, "proctor: completion is there for bash\n");
        return EXIT_WRONG_USAGE;
    }
    complete_command();
    complete_words();
    puts(
        "    case ${COMP_WORDS[COMP_CWORD-1]} in\n"
        "    --db|--output)\n"
        "        mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
        "        return ;;\n"
        "    esac\n"
        "    case $command:$word in\n"
        "    check:[!-]*|import:[!-]*|backup:[!-]*|restore:[!-]*|check:|import:"
        "|backup:|restore:)\n"
        "        mapfile -t COMPREPLY < <(compgen -f -- \"$word\") ;;\n"
        "    *) mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\") "
        ";;\n"
        "    esac\n"
        "}\n"
        "complete -o filenames -F _proctor proctor");
    return EXIT_WELL;
}
