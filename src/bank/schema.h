/*
 * Walking a map by a table of its keys: unknown, repeated and missing keys are
 * found in one place, and a reader is a table and a few functions. Nothing here
 * stops at an error; who wants to know whether there were any compares
 * report.list->errors.
 */
#ifndef PROCTOR_BANK_SCHEMA_H
#define PROCTOR_BANK_SCHEMA_H

#include "proctor/base/strmap.h"

#include "node.h"

#define SCHEMA_KEYS_MAX 32
#define SCHEMA_NO_EXTRAS ((size_t)-1)
#define EXTRAS_MAX 32

/* What all readers share. */
struct reader {
    struct report report;
    struct source source;
    struct arena *arena;         /* for what is read now */
    size_t errors_before;        /* what is read now; see reader_is_clean() */
    const struct strmap *topics; /* NULL: any valid path is one */
};

struct key;

/* Reads the value of `key` into the member of `target` the table names. */
typedef void read_value(struct reader *reader, const struct key *spec,
                        const struct node *key, void *target);

struct key {
    const char *name;
    read_value *read;
    size_t offset;      /* of the member */
    const void *detail; /* what the read function needs to know */
    bool is_required;
};

struct schema {
    const char *what; /* "a question": for messages */
    const struct key *keys;
    size_t count;
    size_t extras; /* offset of a struct extra_list, or SCHEMA_NO_EXTRAS */
};

/* The entry that is read now has no error so far, be it of YAML or ours. */
bool reader_is_clean(const struct reader *reader);

/* Which keys were met; start zeroed. */
struct schema_state {
    uint64_t seen;
    uint64_t meant; /* by a misspelt key: not missing, then */
    size_t next;    /* where the next key is looked for first */
    struct place places[SCHEMA_KEYS_MAX];
};

/* Reads one key of a map. The key's index in the table, or -1. */
int schema_key(struct reader *reader, const struct schema *schema,
               struct schema_state *state, const struct node *key,
               void *target);

/* Finds the key in the table and marks it; reports what is unknown or there
 * twice, and gives -1. */
int schema_find(struct reader *reader, const struct schema *schema,
                struct schema_state *state, const struct node *key);

/* Reports what is required and was not met. */
void schema_missing(struct reader *reader, const struct schema *schema,
                    const struct schema_state *state, struct place place);

/* All keys of a map; a value that is no map is reported. */
void schema_walk(struct reader *reader, const struct schema *schema,
                 const struct node *map, void *target);

#endif
