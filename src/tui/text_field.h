/* Text being typed: in one line a code, a number, a word to search for; and the
 * editing that longer texts share with it. */
#ifndef PROCTOR_TUI_TEXT_FIELD_H
#define PROCTOR_TUI_TEXT_FIELD_H

#include "proctor/base/str.h"

#include "key.h"

/* A text in a buffer of `size` bytes; UTF-8, terminated. */
struct text_edit {
    char *text;
    size_t size;
    size_t length, caret; /* bytes; the caret is between characters */
};

/* Types, deletes, moves. False when the key means nothing to a text. What does
 * not fit is not typed. */
bool text_edit_key(struct text_edit *edit, const struct key *key);
void text_edit_insert(struct text_edit *edit, uint32_t c);

#define TEXT_FIELD_SIZE 128

struct text_field {
    char text[TEXT_FIELD_SIZE]; /* as in struct text_edit */
    size_t length, caret;
};

/* Starts with this text, cut if too long, and the caret behind it. */
void text_field_set(struct text_field *field, struct str text);
struct str text_field_str(const struct text_field *field);

/* As text_edit_key(); a line end in pasted text counts as a blank. */
bool text_field_key(struct text_field *field, const struct key *key);

#endif
