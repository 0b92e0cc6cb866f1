/*
 * Editing of one short line. It knows characters, not what they mean; who owns
 * the field decides which keys come here and when the text is taken.
 */
#include "text_field.h"

#include <string.h>

#include "proctor/base/utf8.h"

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

static size_t before(const struct text_field *field, size_t at)
{
    return at == 0 ? 0 : utf8_floor(text_field_str(field), at - 1);
}

static size_t behind(const struct text_field *field, size_t at)
{
    if (at < field->length)
        utf8_next(text_field_str(field), &at);
    return at;
}

static void erase(struct text_field *field, size_t from, size_t to)
{
    memmove(field->text + from, field->text + to, field->length - to + 1);
    field->length -= to - from;
    field->caret = from;
}

static void insert(struct text_field *field, uint32_t c)
{
    struct strbuf buf = {0};

    utf8_append(&buf, c);
    if (field->length + buf.len < TEXT_FIELD_SIZE) {
        memmove(field->text + field->caret + buf.len,
                field->text + field->caret, field->length - field->caret + 1);
        memcpy(field->text + field->caret, buf.data, buf.len);
        field->length += buf.len;
        field->caret += buf.len;
    }
    strbuf_finish(&buf);
}

/* The keys of a field beside text. */
static bool edit(struct text_field *field, enum press press)
{
    size_t caret = field->caret;

    if (press == PRESS_BACKSPACE)
        erase(field, before(field, caret), caret);
    else if (press == PRESS_DELETE)
        erase(field, caret, behind(field, caret));
    else if (press == PRESS_LEFT)
        field->caret = before(field, caret);
    else if (press == PRESS_RIGHT)
        field->caret = behind(field, caret);
    else if (press == PRESS_HOME)
        field->caret = 0;
    else if (press == PRESS_END)
        field->caret = field->length;
    else
        return false;
    return true;
}

bool text_field_key(struct text_field *field, const struct key *key)
{
    if (key_is_text(key))
        insert(field, key->c);
    else if (key->pasted &&
             (key->press == PRESS_ENTER || key->press == PRESS_TAB))
        insert(field, ' ');
    else
        return edit(field, key->press);
    return true;
}
