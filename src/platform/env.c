/*
 * Everything the program takes from the environment but paths: variables,
 * what the standard streams are, the locale. An empty variable counts as
 * unset, as no-color.org and the XDG specification ask.
 */
#include "proctor/platform/env.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

const char *env_get(const char *name)
{
    const char *value = getenv(name);

    return value && value[0] != '\0' ? value : NULL;
}

bool env_no_color(void)
{
    return env_get("NO_COLOR") != NULL;
}

bool env_stdin_is_terminal(void)
{
    return isatty(STDIN_FILENO);
}

bool env_stdout_is_terminal(void)
{
    return isatty(STDOUT_FILENO);
}

bool env_terminal_is_dumb(void)
{
    const char *term = env_get("TERM");

    return !term || strcmp(term, "dumb") == 0 || strcmp(term, "unknown") == 0;
}

/* The locale asked for is one of UTF-8, installed or not. */
static bool wants_utf8(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    const char *value = NULL;

    for (size_t i = 0; i < sizeof names / sizeof *names && !value; i++)
        value = env_get(names[i]);
    return value && (strcasestr(value, "utf-8") || strcasestr(value, "utf8"));
}

static bool is_codeset(const char *const *names)
{
    const char *codeset = nl_langinfo(CODESET);

    while (*names && strcasecmp(codeset, *names) != 0)
        names++;
    return *names != NULL;
}

bool env_set_locale(void)
{
    static const char *const utf8[] = {"UTF-8", "utf8", NULL};
    static const char *const ascii[] = {"ANSI_X3.4-1968", "US-ASCII", "ASCII",
                                        "646", NULL};
    bool is_utf8 = setlocale(LC_ALL, "") ? is_codeset(utf8) : wants_utf8();

    setlocale(LC_NUMERIC, "C");
    /* Where the user's locale is missing, or knows no character beyond ASCII,
     * libc still has to know their widths: reports are UTF-8 in any case. */
    if (is_codeset(ascii) && !setlocale(LC_CTYPE, "C.UTF-8"))
        setlocale(LC_CTYPE, "en_US.UTF-8");
    return is_utf8 && is_codeset(utf8);
}
