/* A line being typed: a code, a number, a word to search for. */
#ifndef PROCTOR_TUI_TEXT_FIELD_H
#define PROCTOR_TUI_TEXT_FIELD_H

#include "proctor/base/str.h"

#include "key.h"

#define TEXT_FIELD_SIZE 128

struct text_field {
    char text[TEXT_FIELD_SIZE]; /* UTF-8, terminated */
    size_t length, caret;       /* bytes; the caret is between characters */
};

/* Starts with this text, cut if too long, and the caret behind it. */
void text_field_set(struct text_field *field, struct str text);
struct str text_field_str(const struct text_field *field);

/* Types, deletes, moves. False when the key means nothing to a field; a line
 * end in pasted text counts as a blank. */
bool text_field_key(struct text_field *field, const struct key *key);

#endif
