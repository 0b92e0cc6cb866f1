/* The key of a question in words: shared inside this layer. */
#ifndef PROCTOR_APP_KEY_WORDS_H
#define PROCTOR_APP_KEY_WORDS_H

#include "proctor/base/arena.h"
#include "proctor/domain/item.h"

/* "B: the key's text", by the letters of the bank; "Diagnoses: I13.0; I50.23 or
 * I50.33. Procedures: 0DTJ4ZZ". In the arena. */
const char *key_words(const struct item *item, struct arena *arena);

#endif
