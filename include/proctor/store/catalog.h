/*
 * What can be asked: topics, banks with their items, exams. Revisions are
 * immutable content by hash; heads say which revision stands today.
 */
#ifndef PROCTOR_STORE_CATALOG_H
#define PROCTOR_STORE_CATALOG_H

#include "proctor/base/hash.h"
#include "proctor/base/strmap.h"
#include "proctor/domain/exam.h"
#include "proctor/domain/form.h"
#include "proctor/domain/item.h"
#include "proctor/store/store.h"

#define ORIGINS(X)                                                             \
    X(SHIPPED, "shipped")                                                      \
    X(USER, "user")
enum origin {
#define X(NAME, id) ORIGIN_##NAME,
    ORIGINS(X)
#undef X
        ORIGIN_COUNT
};
const char *origin_id(enum origin origin);

/* The file something was read from. */
struct source {
    const char *kind; /* "bank", "exam", "topics" */
    enum origin origin;
    const char *path;
    struct hash sha256;
    int64_t size, mtime_ms;
    int64_t loaded_utc_ms;
};

/* True when a shipped file of this path, size and time was already looked at
 * by this version of the program. */
bool catalog_shipped_is_known(struct store *store, const char *path,
                              int64_t size, int64_t mtime_ms);
/* True when the head (bank name or exam id@version or topics path) of that
 * origin was read from just these bytes. */
bool catalog_is_current(struct store *store, const struct source *source);

/* Remembers that a file with these very bytes was looked at now. */
bool catalog_note_source(struct store *store, const struct source *source,
                         struct error *err);

/* Topics are added or retitled, never removed. */
bool catalog_put_topics(struct store *store, const struct source *source,
                        const struct str *ids, const struct str *titles,
                        const struct str *moved_to, size_t count,
                        struct error *err);
/* All topic ids (value 0; moved ones too). */
bool catalog_topics(struct store *store, struct strmap *out, struct error *err);
/* A topic's title, or its id when it has none. */
const char *catalog_topic_title(struct store *store, struct arena *arena,
                                struct str topic);

/* What an import did or would do. */
struct import_counts {
    int64_t items, added, changed, unchanged, absent, returned;
    int64_t before; /* active and retired items of the head before */
};

struct bank_import;
/*
 * One bank in one transaction. catalog_import_finish() marks what is missing
 * as absent and counts; then either commit or drop. Dropping after any call,
 * also with a NULL import, leaves the database as it was. Each false means err
 * is set and the import must be dropped. While it is open nothing else may be
 * written to the store; reading is possible.
 */
struct bank_import *catalog_import_begin(struct store *store,
                                         const struct source *source,
                                         struct error *err);
/* ERR_INVALID when an older version would replace a newer one, unless
 * `allow_older`. All of it is kept for export. */
struct bank_head {
    struct str name, title, version, language, license, notice, based_on, topic;
    struct str authors; /* joined by newlines */
    struct code_years code_years;
    bool contains_cpt;
    struct extra_list extras;
};
bool catalog_import_header(struct bank_import *import,
                           const struct bank_head *head, bool allow_older,
                           struct error *err);
bool catalog_import_case(struct bank_import *import,
                         const struct case_text *text, struct error *err);
bool catalog_import_item(struct bank_import *import, const struct item *item,
                         struct error *err);
bool catalog_import_finish(struct bank_import *import,
                           struct import_counts *out, struct error *err);
/*
 * After catalog_import_finish(): whether the bank is now what it was before,
 * header, cases, questions and their order. Of a user's bank that was not there
 * before, whether it is what the shipped bank of that name is.
 */
bool catalog_import_is_same(struct bank_import *import, bool *same_out,
                            struct error *err);
/* What an import does to one question. */
#define ITEM_CHANGES(X)                                                        \
    X(ADDED, "added", "new")                                                   \
    X(CHANGED, "changed", "changed")                                           \
    X(ABSENT, "absent", "no longer there")                                     \
    X(RETURNED, "returned", "there again")
enum item_change {
#define X(NAME, id, label) ITEM_CHANGE_##NAME,
    ITEM_CHANGES(X)
#undef X
        ITEM_CHANGE_COUNT
};
const char *item_change_id(enum item_change change);
const char *item_change_label(enum item_change change);
struct changed_item {
    struct str id; /* in its bank */
    enum item_change change;
};
struct changed_items {
    struct changed_item *items;
    size_t count;
};
/* After catalog_import_finish(): the questions that counts speak of, in file
 * order, absent ones last. */
bool catalog_import_changes(struct bank_import *import, struct arena *arena,
                            struct changed_items *out, struct error *err);
bool catalog_import_commit(struct bank_import *import, struct error *err);
void catalog_import_drop(struct bank_import *import);

/* A bank's head as `banks` lists it. */
struct bank_row {
    const char *name, *title, *version, *license, *path, *notice;
    enum origin origin;
    bool enabled;
    bool shadowed; /* a user's head of that name, or an edited copy, hides it */
    bool contains_cpt;
    int64_t active, retired, voided, absent, cases;
    int64_t loaded_utc_ms;
};
struct bank_rows {
    struct bank_row *items;
    size_t count;
};
bool catalog_banks(struct store *store, struct arena *arena,
                   struct bank_rows *out, struct error *err);
bool catalog_enable_bank(struct store *store, const char *name, bool enabled,
                         struct error *err);

/* Takes the shipped bank of that name instead of the user's own copy, which
 * goes; attempts keep the revisions they asked. ERR_NOT_FOUND when there are
 * not both. */
bool catalog_adopt_bank(struct store *store, const char *name,
                        struct error *err);

/* Calls back with the head, the cases and the items in file order: what a
 * writer needs. ERR_NOT_FOUND with the nearest name. The visible head (user
 * before shipped). */
struct bank_sink {
    void (*head)(void *context, const struct bank_head *head);
    void (*case_text)(void *context, const struct case_text *text);
    void (*item)(void *context, const struct item *item);
    void *context;
};
bool catalog_export_bank(struct store *store, const char *name,
                         const struct bank_sink *sink, struct error *err);

/* A question of the visible head of a bank, in file order. */
struct bank_item_row {
    int64_t item_id, rev_id;
    const char *id, *topic;
    const char *stem; /* its first line */
    enum item_kind kind;
    enum item_status status;
    enum difficulty difficulty;
    bool has_case;
};
struct bank_item_rows {
    struct bank_item_row *items;
    size_t count;
};
/* ERR_NOT_FOUND with the nearest bank. */
bool catalog_bank_items(struct store *store, const char *bank,
                        struct arena *arena, struct bank_item_rows *out,
                        struct error *err);
/* The question of that name ("publisher/bank/item") as it stands today.
 * ERR_NOT_FOUND with the nearest. */
bool catalog_find_item(struct store *store, const char *name,
                       int64_t *item_id_out, int64_t *rev_id_out,
                       struct error *err);

/* A topic, ordered by id; moved ones left out. */
struct topic_row {
    const char *topic, *title;
    int64_t items; /* active ones of visible banks that carry just this topic */
};
struct topic_rows {
    struct topic_row *items;
    size_t count;
};
bool catalog_topic_rows(struct store *store, struct arena *arena,
                        struct topic_rows *out, struct error *err);

/* Questions the candidate met in any way, each once, by item id from `after`
 * on, with the revision met last: for a search, a slice at a time. */
struct met_item {
    int64_t item_id, rev_id;
};
struct met_items {
    struct met_item *items;
    size_t count;
};
bool catalog_met_items(struct store *store, int64_t candidate_id, int64_t after,
                       int most, struct arena *arena, struct met_items *out,
                       struct error *err);

/* An exam with the text it was read from. */
struct exam_row {
    int64_t exam_rev_id;
    const char *exam, *version, *yaml, *path;
    enum origin origin;
    bool shadowed;
    bool enabled;
};
struct exam_rows {
    struct exam_row *items;
    size_t count;
};
bool catalog_put_exam(struct store *store, const struct source *source,
                      const struct exam *exam, struct str yaml,
                      struct error *err);
/* The exam, all its versions: candidates do not see it while it is disabled.
 * ERR_NOT_FOUND with the nearest. */
bool catalog_enable_exam(struct store *store, const char *exam, bool enabled,
                         struct error *err);
/* A revision without a head: the blueprint of a practice, that attempts point
 * at. The same text gives the same revision. */
bool catalog_put_exam_rev(struct store *store, const struct exam *exam,
                          struct str yaml, int64_t *exam_rev_id_out,
                          struct error *err);
/* Current heads, ordered by exam, then version descending. */
bool catalog_exams(struct store *store, struct arena *arena,
                   struct exam_rows *out, struct error *err);
/* The revision an attempt points at. */
bool catalog_exam_rev(struct store *store, int64_t exam_rev_id,
                      struct arena *arena, struct exam_row *out,
                      struct error *err);

/*
 * Everything that may be drawn for this exam (NULL: for none, whatever they
 * allow and from whatever year): active items of enabled, visible
 * banks that allow the exam, with the exposures of the candidate (0: none);
 * what a running attempt has shown counts as one already.
 * The arena owns it all. Linear in the items.
 */
bool catalog_pool(struct store *store, const struct exam *exam,
                  int64_t candidate_id, struct arena *arena, struct pool *out,
                  struct error *err);

/* Number of active items, for the home screen: quick. */
int64_t catalog_item_count(struct store *store);

/* Active items of enabled, visible banks that no other exam than these may
 * draw; the same bank and topic may come twice. */
struct only_row {
    const char *bank;
    const char *topic; /* as it is called today */
    int64_t items;
};
struct only_rows {
    struct only_row *items;
    size_t count;
};
bool catalog_items_only_of(struct store *store, const struct str_list *exams,
                           struct arena *arena, struct only_rows *out,
                           struct error *err);

/* The content of a revision, its case included; `name_out` (may be NULL) gets
 * "publisher/bank/item" when `item_id` is not 0. */
bool catalog_item(struct store *store, int64_t item_id, int64_t rev_id,
                  struct arena *arena, struct item *out, const char **name_out,
                  struct error *err);

#endif
