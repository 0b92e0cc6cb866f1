/* A bank on its way in, shared by import.c and import_item.c. */
#ifndef PROCTOR_STORE_IMPORT_H
#define PROCTOR_STORE_IMPORT_H

#include "proctor/domain/canonical.h"
#include "proctor/store/catalog.h"

#include "db.h"

/* An item of the bank, with its place in the head. */
struct import_entry {
    int64_t item_id;
    int64_t rev_id; /* 0: it has no place in this head */
    int64_t ord;
    enum item_status status;
    bool seen;               /* in the file */
    enum item_change change; /* ITEM_CHANGE_COUNT: none */
};

struct import_case {
    int64_t case_rev_id;
    struct hash sha256;
};

struct bank_import {
    struct store *store;
    struct db *db;
    enum origin origin;
    int64_t source_id, bank_id, head_id;
    struct strmap *names; /* of items: index into entries */
    struct {
        struct import_entry *items;
        size_t count, capacity;
    } entries;
    struct strmap *case_names; /* index into cases */
    struct {
        struct import_case *items;
        size_t count, capacity;
    } cases;
    struct strmap *tags; /* "enemy name": tag_id */
    struct canonical canonical;
    struct strbuf case_form;
    struct strbuf needs, exams, not_exams, years, tag;
    struct strbuf content_before; /* empty: there was nothing to compare */
    bool has_merged;              /* evidence has to follow */
    int64_t item_ord;
    struct import_counts counts;
};

/* The entry of that name, or NULL. Valid until one is added. */
struct import_entry *import_entry(struct bank_import *import, struct str name);
struct import_entry *import_add_entry(struct bank_import *import,
                                      struct str name, int64_t item_id);

/* The number of a bank, made when it is not known yet. */
bool import_bank_id(struct db *db, struct str name, int64_t *out,
                    struct error *err);

/* What was known under these names is this item now. */
bool import_merge(struct bank_import *import, int64_t item_id,
                  const struct str_list *was, struct error *err);

#endif
