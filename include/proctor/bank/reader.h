/*
 * Reading `proctor-bank/1`, `proctor-topics/1` and `proctor-exam/1`: one walk
 * for check, dry run and import. Input is hostile: sizes, depths and counts are
 * bounded (docs/bank-format.md, "Limits"), memory does not grow with the number
 * of questions but for their ids; cases are kept while there are callbacks.
 */
#ifndef PROCTOR_BANK_READER_H
#define PROCTOR_BANK_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "proctor/bank/diagnostic.h"
#include "proctor/base/error.h"
#include "proctor/base/strmap.h"
#include "proctor/domain/exam.h"
#include "proctor/domain/item.h"

#define BANK_FILE_MAX (256u << 20)
#define BANK_SCALAR_MAX (64u << 10)
#define BANK_DEPTH_MAX 16
#define BANK_QUESTIONS_MAX 1000000
#define BANK_CASES_MAX 100000

enum document_kind {
    DOCUMENT_UNKNOWN,
    DOCUMENT_BANK,
    DOCUMENT_TOPICS,
    DOCUMENT_EXAM,
};

/* What the `format:` key near the start of the file says, without reading the
 * rest; never fails. */
enum document_kind document_kind_of(struct str bytes);

/* What a bank says of itself. */
struct bank_header {
    struct str name, title, version, language, license, notice;
    struct str based_on; /* "publisher/name@version" or empty */
    struct str topic;    /* default for items, may be empty */
    struct str_list authors;
    struct code_years code_years;
    bool contains_cpt;
    struct extra_list extras;
};

struct bank_events {
    /* Once, before any case or item. */
    bool (*header)(void *context, const struct bank_header *header);
    /* Each case, before the items that may use it. */
    bool (*case_text)(void *context, const struct case_text *text);
    /* Each item that was read without an error; valid during the call only.
     * When the header has an error nothing is handed out at all. */
    bool (*item)(void *context, const struct item *item);
    void *context;
};

struct bank_options {
    /* Topics that exist, NULL to accept any valid path. */
    const struct strmap *topics;
    /* May be NULL: bytes read so far of all, about 20 times a second of work.
     */
    void (*progress)(void *context, uint64_t done, uint64_t of);
    void *progress_context;
};

/*
 * Reads a bank. Callbacks that answer false stop the walk (the caller knows
 * why). True when the file has no error; otherwise `list` says what is wrong,
 * and the caller rolls back what the callbacks did. `events` may be NULL:
 * check only. Items come in file order; `list` is sorted at the end.
 */
bool bank_read(struct str bytes, const struct bank_options *options,
               const struct bank_events *events, struct diagnostics *list);

struct topic_entry {
    struct str id, title;
    struct str moved_to; /* of an entry of `moved:`, else empty */
};
struct topic_list {
    struct topic_entry *items;
    size_t count;
};

bool topics_read(struct str bytes, struct arena *arena, struct topic_list *out,
                 struct diagnostics *list);

/* `topics` as in bank_options. Checks ambiguous sections too. */
bool exam_read(struct str bytes, const struct strmap *topics,
               struct arena *arena, struct exam *out, struct diagnostics *list);

#endif
