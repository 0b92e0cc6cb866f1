/* Notes and disputes of the candidate apart from the attempts they came from:
 * a dispute with the question it is about and what its bank says today. */
#include "proctor/app/remarks.h"

#include "proctor/domain/canonical.h"
#include "proctor/store/catalog.h"

#include "key_words.h"

static bool list_remarks(struct app *app, enum remark_kind kind, bool open_only,
                         struct arena *arena, struct remarks *out,
                         struct error *err)
{
    struct remark_filter filter = {
        .candidate_id = app_candidate(app)->candidate_id,
        .kinds = 1u << kind,
        .open_only = open_only,
    };

    return remark_list(app_store(app), &filter, arena, out, err);
}

/* Both have the newest first. */
static void merge_notes(const struct remarks *a, const struct remarks *b,
                        struct arena *arena, struct remarks *out)
{
    size_t i = 0, j = 0;

    *out = (struct remarks){
        .items = ARENA_ARRAY(arena, struct remark, a->count + b->count)};
    while (i < a->count || j < b->count) {
        bool from_b = i == a->count ||
                      (j < b->count && b->items[j].utc_ms > a->items[i].utc_ms);

        out->items[out->count++] = from_b ? b->items[j++] : a->items[i++];
    }
}

bool notes_list(struct app *app, struct arena *arena, struct remarks *out,
                struct error *err)
{
    struct remarks later, typed;

    if (!list_remarks(app, REMARK_NOTE, false, arena, &later, err) ||
        !remark_sitting_notes(app_store(app), app_candidate(app)->candidate_id,
                              arena, &typed, err))
        return false;
    merge_notes(&later, &typed, arena, out);
    return true;
}

/* --- disputes ------------------------------------------------------------- */

/* The name a bank's author finds the exact wording by. */
static const char *hash_of_item(const struct item *item, struct arena *arena)
{
    struct canonical canonical = {0};
    struct strbuf case_form = {0};
    struct hash case_hash;
    char *hex = arena_alloc(arena, HASH_HEX_SIZE, 1);

    if (item->case_text)
        case_hash = canonical_case(&case_form, item->case_text);
    canonical_item(&canonical, item, item->case_text ? &case_hash : NULL);
    hash_hex(&canonical.full_hash, hex);
    canonical_finish(&canonical);
    strbuf_finish(&case_form);
    return hex;
}

/* A question that is gone has no other revision. */
static bool has_changed(struct app *app, const struct remark *remark)
{
    int64_t item_id, rev_id;

    return catalog_find_item(app_store(app), remark->name, &item_id, &rev_id,
                             NULL) &&
           rev_id != remark->rev_id;
}

static bool read_dispute(struct app *app, const struct remark *remark,
                         struct arena *arena, struct dispute *out,
                         struct error *err)
{
    struct item *item = ARENA_NEW(arena, struct item);

    if (!catalog_item(app_store(app), remark->item_id, remark->rev_id, arena,
                      item, NULL, err))
        return false;
    *out = (struct dispute){
        .remark = *remark,
        .item = item,
        .key = key_words(item, arena),
        .full_sha256 = hash_of_item(item, arena),
        .has_changed = has_changed(app, remark),
    };
    return true;
}

bool disputes_list(struct app *app, struct arena *arena, struct disputes *out,
                   struct error *err)
{
    struct remarks remarks;
    struct disputes disputes = {0};

    if (!list_remarks(app, REMARK_DISPUTE, true, arena, &remarks, err))
        return false;
    disputes.items = ARENA_ARRAY(arena, struct dispute, remarks.count);
    for (; disputes.count < remarks.count; disputes.count++)
        if (!read_dispute(app, &remarks.items[disputes.count], arena,
                          &disputes.items[disputes.count], err))
            return false;
    *out = disputes;
    return true;
}
