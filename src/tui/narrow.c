/* Typing and matching; which lines there are is the list's matter. */
#include "narrow.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool begins(struct str text, struct str wanted)
{
    if (text.len < wanted.len)
        return false;
    for (size_t i = 0; i < wanted.len; i++)
        if (lower(text.data[i]) != lower(wanted.data[i]))
            return false;
    return true;
}

static struct str wanted(const struct narrow *narrow)
{
    return str_trim(text_field_str(&narrow->typed));
}

bool narrow_is_off(const struct narrow *narrow)
{
    return wanted(narrow).len == 0;
}

static void begin(struct narrow *narrow)
{
    text_field_set(&narrow->typed, STR(""));
    narrow->is_typing = true;
}

/* False when there was nothing to take back. */
static bool end(struct narrow *narrow)
{
    bool was_on = narrow->is_typing || !narrow_is_off(narrow);

    text_field_set(&narrow->typed, STR(""));
    narrow->is_typing = false;
    return was_on;
}

bool narrow_key(struct narrow *narrow, const struct key *key)
{
    if (!narrow->is_typing)
        return false;
    if (key->press == PRESS_ESCAPE)
        return end(narrow);
    if (key->press == PRESS_ENTER && !key->pasted) {
        narrow->is_typing = false;
        return true;
    }
    return text_field_key(&narrow->typed, key);
}

bool narrow_command(struct narrow *narrow, enum command command)
{
    if (command == CMD_NARROW)
        begin(narrow);
    return command == CMD_NARROW || (command == CMD_BACK && end(narrow));
}

bool narrow_takes(const struct narrow *narrow, struct str text)
{
    struct str part = wanted(narrow);

    for (; text.len > part.len; text.data++, text.len--)
        if (begins(text, part))
            return true;
    return begins(text, part);
}

void narrow_frame(const struct narrow *narrow, struct frame *frame)
{
    if (!narrow->is_typing)
        return;
    frame->prompt = "Only lines with (Esc: all):";
    frame->typed = &narrow->typed;
}
