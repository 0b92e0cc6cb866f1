/*
 * What a candidate gives for an item, as text that is stored:
 *   single, multiple  letters of option ids in alphabetical order: "B", "AC"
 *   codes             a line per field "id=entry;entry;..."; entries as typed
 * The empty text is no answer.
 */
#ifndef PROCTOR_DOMAIN_RESPONSE_H
#define PROCTOR_DOMAIN_RESPONSE_H

#include "proctor/base/arena.h"
#include "proctor/base/error.h"
#include "proctor/domain/item.h"

#define RESPONSE_TEXT_MAX 4096

/* The typed entries of one field; trailing empty ones are cut. */
struct code_entries {
    struct str items[ITEM_CODES_MAX];
    size_t count;
};

/* The text is a possible answer to this item: letters are options, not more
 * than asked for; fields exist; entries have no control characters. Entries
 * need not be codes. */
bool response_is_valid(const struct item *item, struct str answer);

/* Nothing more is asked for: the letters all chosen, each slot filled. */
bool response_is_complete(const struct item *item, struct str answer);

/* The answer with the letter put in or taken out. A single-choice item changes
 * to it. ERR_INVALID, naming the number, when a choose-N item has its N. */
bool response_toggle(const struct item *item, struct str answer, char letter,
                     struct arena *arena, struct str *out, struct error *err);

bool response_has(struct str answer, char letter);

/* Entries of field `index`, borrowed from `answer`. */
void response_entries(const struct item *item, struct str answer, size_t index,
                      struct code_entries *out);

/* The answer with entry `slot` of field `index` replaced; ';', '=' and newline
 * in the text become blanks. */
struct str response_with_entry(const struct item *item, struct str answer,
                               size_t index, size_t slot, struct str text,
                               struct arena *arena);

#endif
