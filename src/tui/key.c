/*
 * Names of keys. The table of commands (command.h) speaks of keys by name, so
 * that what is printed in the help is what is compared.
 */
#include "key.h"

#include <stdio.h>

static const char *const press_names[PRESS_COUNT] = {
#define X(NAME, name) [PRESS_##NAME] = name,
    PRESSES(X)
#undef X
};

bool key_is_text(const struct key *key)
{
    return key->press == PRESS_CHAR && !key->alt && key->c >= ' ';
}

int key_option(const struct key *key)
{
    if (!key_is_text(key))
        return -1;
    if (key->c >= 'a' && key->c <= 'l')
        return (int)(key->c - 'a');
    if (key->c >= 'A' && key->c <= 'L')
        return (int)(key->c - 'A');
    return key->c >= '1' && key->c <= '9' ? (int)(key->c - '1') : -1;
}

static void char_name(const struct key *key, char out[KEY_LABEL_SIZE])
{
    const char *alt = key->alt ? "Alt-" : "";

    if (key->c == ' ')
        snprintf(out, KEY_LABEL_SIZE, "%sSpace", alt);
    else if (key->c > ' ' && key->c < 0x7F)
        snprintf(out, KEY_LABEL_SIZE, "%s%c", alt, (int)key->c);
}

void key_label(const struct key *key, char out[KEY_LABEL_SIZE])
{
    out[0] = '\0';
    if (key->press == PRESS_CHAR)
        char_name(key, out);
    else if (key->press == PRESS_CTRL)
        snprintf(out, KEY_LABEL_SIZE, "Ctrl-%c", (int)key->c - 'a' + 'A');
    else if (press_names[key->press])
        snprintf(out, KEY_LABEL_SIZE, "%s", press_names[key->press]);
}
