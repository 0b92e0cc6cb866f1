/*
 * Editing of text. It knows characters, not what they mean; who owns the field
 * decides which keys come here and when the text is taken.
 */
#include "text_field.h"

#include <string.h>

#include "proctor/base/utf8.h"

/* --- any text ------------------------------------------------------------- */

static struct str text_of(const struct text_edit *edit)
{
    return (struct str){edit->text, edit->length};
}

static size_t before(const struct text_edit *edit, size_t at)
{
    return at == 0 ? 0 : utf8_floor(text_of(edit), at - 1);
}

static size_t behind(const struct text_edit *edit, size_t at)
{
    if (at < edit->length)
        utf8_next(text_of(edit), &at);
    return at;
}

static void erase(struct text_edit *edit, size_t from, size_t to)
{
    memmove(edit->text + from, edit->text + to, edit->length - to + 1);
    edit->length -= to - from;
    edit->caret = from;
}

void text_edit_insert(struct text_edit *edit, uint32_t c)
{
    struct strbuf buf = {0};

    utf8_append(&buf, c);
    if (edit->length + buf.len < edit->size) {
        memmove(edit->text + edit->caret + buf.len, edit->text + edit->caret,
                edit->length - edit->caret + 1);
        memcpy(edit->text + edit->caret, buf.data, buf.len);
        edit->length += buf.len;
        edit->caret += buf.len;
    }
    strbuf_finish(&buf);
}

bool text_edit_key(struct text_edit *edit, const struct key *key)
{
    size_t caret = edit->caret;

    if (key_is_text(key))
        text_edit_insert(edit, key->c);
    else if (key->press == PRESS_BACKSPACE)
        erase(edit, before(edit, caret), caret);
    else if (key->press == PRESS_DELETE)
        erase(edit, caret, behind(edit, caret));
    else if (key->press == PRESS_LEFT)
        edit->caret = before(edit, caret);
    else if (key->press == PRESS_RIGHT)
        edit->caret = behind(edit, caret);
    else if (key->press == PRESS_HOME)
        edit->caret = 0;
    else if (key->press == PRESS_END)
        edit->caret = edit->length;
    else
        return false;
    return true;
}

/* --- one line ------------------------------------------------------------- */

void text_field_set(struct text_field *field, struct str text)
{
    size_t length = utf8_floor(text, TEXT_FIELD_SIZE - 1);

    memcpy(field->text, text.data, length);
    field->text[length] = '\0';
    field->length = field->caret = length;
}

struct str text_field_str(const struct text_field *field)
{
    return (struct str){field->text, field->length};
}

bool text_field_key(struct text_field *field, const struct key *key)
{
    static const struct key blank = {.press = PRESS_CHAR, .c = ' '};
    bool is_line_end =
        key->pasted && (key->press == PRESS_ENTER || key->press == PRESS_TAB);
    struct text_edit edit = {field->text, TEXT_FIELD_SIZE, field->length,
                             field->caret};
    bool is_known = text_edit_key(&edit, is_line_end ? &blank : key);

    field->length = edit.length;
    field->caret = edit.caret;
    return is_known;
}
