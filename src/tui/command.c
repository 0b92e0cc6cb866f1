/*
 * Looks commands up by key. Which commands a screen knows, and in which order
 * their hints are worth room, is the screen's matter.
 */
#include "command.h"

static const struct {
    const char *keys, *hint, *help;
} commands_of[CMD_COUNT] = {[CMD_NONE] = {"", "", ""},
#define X(NAME, keys, hint, help) [CMD_##NAME] = {keys, hint, help},
                            COMMANDS(X)
#undef X
};

static bool has_key(enum command command, const char *name)
{
    struct str rest = str_from(commands_of[command].keys), key;

    while (str_split(&rest, ' ', &key))
        if (str_is(key, name))
            return true;
    return false;
}

enum command command_find(const enum command *commands, const struct key *key)
{
    struct key plain = *key;
    char name[KEY_LABEL_SIZE];

    plain.alt = false;
    key_label(&plain, name);
    for (; name[0] != '\0' && *commands != CMD_NONE; commands++)
        if (has_key(*commands, name))
            return *commands;
    return CMD_NONE;
}

const char *command_keys(enum command command)
{
    return commands_of[command].keys;
}

struct str command_first_key(enum command command)
{
    struct str rest = str_from(commands_of[command].keys), key = {"", 0};

    str_split(&rest, ' ', &key);
    return key;
}

struct str command_last_key(enum command command)
{
    struct str rest = str_from(commands_of[command].keys), key = {"", 0};

    while (str_split(&rest, ' ', &key))
        continue;
    return key;
}

const char *command_hint(enum command command)
{
    return commands_of[command].hint;
}

const char *command_help(enum command command)
{
    return commands_of[command].help;
}
