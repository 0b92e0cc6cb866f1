/*
 * The canonical form, version 1: an item or a case as text of length-prefixed
 * fields in a fixed order. It is what is hashed and what is stored, so that a
 * revision can be checked against its hash for ever. Described in
 * docs/canonical-form.md; a change needs a new version beside this one.
 */
#ifndef PROCTOR_DOMAIN_CANONICAL_H
#define PROCTOR_DOMAIN_CANONICAL_H

#include "proctor/base/arena.h"
#include "proctor/base/error.h"
#include "proctor/base/hash.h"
#include "proctor/domain/item.h"

/* An item's canonical form and its identity. Reusable; start zeroed. */
struct canonical {
    struct strbuf asked; /* case hash, exhibits, stem, options, key */
    struct strbuf rest;  /* all else but id and status */
    struct hash asked_hash;
    struct hash full_hash; /* of asked_hash and rest */
};

void canonical_finish(struct canonical *canonical);

/* Builds both texts and hashes. `case_hash` is NULL for an item without one. */
void canonical_item(struct canonical *canonical, const struct item *item,
                    const struct hash *case_hash);

/* Appends the form of a case to `out` and gives its hash. */
struct hash canonical_case(struct strbuf *out, const struct case_text *text);

/*
 * Reads both texts back into an item of the arena; borrowed text of the
 * arguments is copied. `case_text` (may be NULL) is put in place. ERR_CORRUPT
 * when the texts are no canonical form. id and status are left empty.
 */
bool canonical_read_item(struct arena *arena, struct str asked, struct str rest,
                         const struct case_text *case_text, struct item *out,
                         struct error *err);
bool canonical_read_case(struct arena *arena, struct str text,
                         struct case_text *out, struct error *err);

#endif
