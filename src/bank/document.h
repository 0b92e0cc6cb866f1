/*
 * The walk over a whole file: its keys one by one, and the entries of its long
 * lists one by one, so that memory does not grow with them. Behind a syntax
 * error it goes on at the next entry or key.
 */
#ifndef PROCTOR_BANK_DOCUMENT_H
#define PROCTOR_BANK_DOCUMENT_H

#include "proctor/bank/reader.h"

#include "schema.h"

/* What becomes of a key of the top level. */
enum key_use {
    KEY_SKIP,         /* reported already */
    KEY_VALUE,        /* its value is wanted whole, and stays in memory */
    KEY_ENTRIES,      /* a list, taken entry by entry; each is then forgotten */
    KEY_ENTRIES_KEPT, /* the same, and they stay in memory */
};

struct document_handler {
    const char *format; /* "proctor-bank/1" */
    /* A key was met; its value was not read yet. */
    enum key_use (*use)(void *context, const struct node *key);
    /* A key with its value. */
    void (*value)(void *context, const struct node *key);
    /* An entry of the list met last. False stops the walk. */
    bool (*entry)(void *context, const struct node *entry);
    /* An entry or a key was lost to an error that is reported. May be NULL. */
    void (*lost)(void *context);
    /* Now and then. May be NULL. */
    void (*progress)(void *context, uint64_t done);
    void *context;
};

/*
 * Checks the bytes and the format and walks the file. `keep` is for what stays
 * in memory. False when the walk did not come to the end of the file; what is
 * wrong with it is in the list in any case.
 */
bool document_walk(struct reader *reader, struct str bytes, struct arena *keep,
                   const struct document_handler *handler);

#endif
