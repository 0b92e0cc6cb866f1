/*
 * Fields of a canonical form, written or read by the same calls: one walk over
 * a struct is both its writer and its reader, so the two cannot drift apart.
 * The grammar is in docs/canonical-form.md. A reader trusts nothing; after the
 * first thing that is not as expected it gives empty values and says so in the
 * end. A writer changes nothing: what a walk stores back is what was there.
 */
#ifndef DOMAIN_CODEC_H
#define DOMAIN_CODEC_H

#include "proctor/base/arena.h"
#include "proctor/base/error.h"
#include "proctor/domain/code.h"
#include "proctor/domain/item.h"

struct codec {
    struct strbuf *out;  /* NULL for a reader */
    struct strbuf *work; /* for codes; borrowed */
    struct arena *arena; /* of what is read */
    struct str text;
    size_t at;
    const char *failed_field; /* NULL as long as all is well */
    size_t failed_at;
};

/* All bytes were read and all was well; else ERR_CORRUPT, with `what` it is. */
bool codec_end(const struct codec *codec, const char *what, struct error *err);

/* A reader notes that the value just read is not possible. */
void codec_refuse(struct codec *codec, const char *name);

/* A text that is always there, and one that is left out when it is empty. */
void codec_text(struct codec *codec, const char *name, struct str *value);
void codec_optional(struct codec *codec, const char *name, struct str *value);
/* Left out when false, when '\0'. */
void codec_flag(struct codec *codec, const char *name, bool *value);
void codec_char(struct codec *codec, const char *name, char *value);
void codec_code(struct codec *codec, const char *name, enum code_set set,
                struct code *code);

/* The number of what follows, at most `max`; left out when 0. */
void codec_count(struct codec *codec, const char *name, size_t *count,
                 size_t max);
/* codec_count(), and for a reader room for so many elements: gives the array to
 * walk over. */
void *codec_list(struct codec *codec, const char *name, void *items,
                 size_t *count, size_t size, size_t max);
/* A list of texts, each under `name`. */
void codec_texts(struct codec *codec, const char *list_name, const char *name,
                 struct str_list *list);

#endif
