/*
 * What a practice may draw: the items of its scope out of the whole pool, and
 * which of them are kept back for a mock exam.
 */
#include "practice_private.h"

#include <stdlib.h>

#include "proctor/app/exams.h"
#include "proctor/domain/retrospect.h"
#include "proctor/domain/topic.h"
#include "proctor/store/catalog.h"
#include "proctor/store/remarks.h"

/* --- sets of items ------------------------------------------------------ */

struct id_set {
    int64_t *items; /* ascending once sorted */
    size_t count;
};

static int compare_ids(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

    return (left > right) - (left < right);
}

static void set_sort(struct id_set *set)
{
    if (set->count > 0)
        qsort(set->items, set->count, sizeof *set->items, compare_ids);
}

static bool set_has(const struct id_set *set, int64_t id)
{
    return set->count > 0 && bsearch(&id, set->items, set->count,
                                     sizeof *set->items, compare_ids);
}

/* --- what a redo takes ------------------------------------------------ */

/* Items on which the candidate made an open remark of that kind; `text` NULL:
 * whatever it says. */
static bool list_remarked(struct app *app, enum remark_kind kind,
                          const char *text, struct arena *arena,
                          struct id_set *out, struct error *err)
{
    struct remark_filter filter = {
        .candidate_id = app_candidate(app)->candidate_id,
        .kinds = 1u << kind,
        .open_only = true,
    };
    struct remarks remarks;

    if (!remark_list(app_store(app), &filter, arena, &remarks, err))
        return false;
    *out = (struct id_set){ARENA_ARRAY(arena, int64_t, remarks.count), 0};
    for (size_t i = 0; i < remarks.count; i++)
        if (!text || str_is(str_from(text), remarks.items[i].text))
            out->items[out->count++] = remarks.items[i].item_id;
    set_sort(out);
    return true;
}

/* How a question went, and whether a miss of it was called a guess. */
struct past {
    const struct last_response *last;
    bool is_called_guess;
};

static bool was_missed(const struct past *past)
{
    return past->last->missed;
}

static bool was_marked(const struct past *past)
{
    return past->last->marked;
}

static bool was_slow(const struct past *past)
{
    struct response response = {.time_ms = past->last->time_ms};

    return response_is_slow(&response, past->last->target_ms);
}

static bool was_changed(const struct past *past)
{
    return past->last->changed;
}

/* What is answered right afterwards is a guess no more. */
static bool was_guessed(const struct past *past)
{
    return past->last->sure == 0 ||
           (past->last->missed && past->is_called_guess);
}

/* NULL: the scope does not go by the last response. */
static bool (*const wanted[PRACTICE_SCOPE_COUNT])(const struct past *past) = {
    [PRACTICE_MISSED] = was_missed,   [PRACTICE_MARKED] = was_marked,
    [PRACTICE_SLOW] = was_slow,       [PRACTICE_CHANGED] = was_changed,
    [PRACTICE_GUESSED] = was_guessed,
};

static bool list_by_response(struct app *app, enum practice_scope scope,
                             struct arena *arena, struct id_set *out,
                             struct error *err)
{
    struct last_responses last;
    struct id_set guesses;

    if (!attempt_last_responses(app_store(app),
                                app_candidate(app)->candidate_id, arena, &last,
                                err) ||
        !list_remarked(app, REMARK_CAUSE, miss_cause_id(CAUSE_GUESS), arena,
                       &guesses, err))
        return false;
    *out = (struct id_set){ARENA_ARRAY(arena, int64_t, last.count), 0};
    for (size_t i = 0; i < last.count; i++) {
        int64_t id = last.items[i].item_id;
        struct past past = {&last.items[i], set_has(&guesses, id)};

        if (wanted[scope](&past))
            out->items[out->count++] = id;
    }
    set_sort(out);
    return true;
}

static bool list_redo(struct app *app, enum practice_scope scope,
                      struct arena *arena, struct id_set *out,
                      struct error *err)
{
    if (wanted[scope])
        return list_by_response(app, scope, arena, out, err);
    return list_remarked(app, REMARK_DISPUTE, NULL, arena, out, err);
}

/* --- the pool ----------------------------------------------------------- */

static bool is_of_bank(struct str item, const char *bank)
{
    struct str publisher, name;

    return str_split(&item, '/', &publisher) && str_split(&item, '/', &name) &&
           str_is((struct str){publisher.data, publisher.len + 1 + name.len},
                  bank);
}

static bool takes(const struct practice *practice, const struct id_set *redo,
                  const struct pool_item *item)
{
    const struct practice_request *request = practice->request;

    switch (request->scope) {
    case PRACTICE_EXAM:
        return exam_section_of(practice->exam, &item->about) >= 0;
    case PRACTICE_SECTION:
        return exam_section_of(practice->exam, &item->about) ==
               practice->section;
    case PRACTICE_TOPIC:
        return topic_is_below(item->about.topic, str_from(request->name));
    case PRACTICE_BANK:
        return is_of_bank(item->about.name, request->name);
    case PRACTICE_MISSED:
    case PRACTICE_MARKED:
    case PRACTICE_SLOW:
    case PRACTICE_CHANGED:
    case PRACTICE_GUESSED:
    case PRACTICE_DISPUTED:
        return set_has(redo, item->item_id);
    case PRACTICE_SCOPE_COUNT:
        break;
    }
    return false;
}

static bool is_of_exam(enum practice_scope scope)
{
    return scope == PRACTICE_EXAM || scope == PRACTICE_SECTION;
}

/* An exam's own scopes ask what the exam may ask; the others leave nothing out
 * that is loaded. */
static bool fill_pool(struct app *app, struct arena *arena,
                      struct practice *practice, struct error *err)
{
    enum practice_scope scope = practice->request->scope;
    struct pool *pool = &practice->pool;
    struct id_set redo = {0};
    size_t kept = 0;

    if (!catalog_pool(app_store(app), is_of_exam(scope) ? practice->exam : NULL,
                      app_candidate(app)->candidate_id, arena, pool, err) ||
        (practice_scope_is_redo(scope) &&
         !list_redo(app, scope, arena, &redo, err)))
        return false;
    for (size_t i = 0; i < pool->count; i++)
        if (takes(practice, &redo, &pool->items[i]))
            pool->items[kept++] = pool->items[i];
    pool->count = kept;
    pool_sort(pool);
    return true;
}

/* --- the reserve -------------------------------------------------------- */

/* The reserve of the exam that the candidate prepares for; empty when there is
 * no such exam. */
static bool list_reserve(struct app *app, struct arena *arena,
                         struct id_set *out, bool *is_whole_out,
                         struct error *err)
{
    const struct candidate *candidate = app_candidate(app);
    struct exam_entry entry;
    struct pool pool;
    bool *flags;
    bool is_there;

    *out = (struct id_set){0};
    if (!practice_own_exam(app, arena, &entry, &is_there, err))
        return false;
    if (!is_there)
        return true;
    if (!catalog_pool(app_store(app), entry.exam, candidate->candidate_id,
                      arena, &pool, err))
        return false;
    *is_whole_out = form_fresh_count(entry.exam, &pool, 1, arena) > 0;
    form_reserve(entry.exam, &pool, arena, &flags);
    out->items = ARENA_ARRAY(arena, int64_t, pool.count);
    for (size_t i = 0; i < pool.count; i++)
        if (flags[i])
            out->items[out->count++] = pool.items[i].item_id;
    set_sort(out);
    return true;
}

/* The pool may be another exam's, or of none: items are told by their ids. */
static bool fill_reserve(struct app *app, struct arena *arena,
                         struct practice *practice, struct error *err)
{
    struct id_set reserve;

    if (practice->request->use_reserve ||
        practice_scope_is_redo(practice->request->scope))
        return true;
    if (!list_reserve(app, arena, &reserve, &practice->keeps_whole_mock, err))
        return false;
    practice->reserved = ARENA_ARRAY(arena, bool, practice->pool.count);
    for (size_t i = 0; i < practice->pool.count; i++)
        practice->reserved[i] =
            set_has(&reserve, practice->pool.items[i].item_id);
    return true;
}

bool practice_fill(struct app *app, struct arena *arena,
                   struct practice *practice, struct error *err)
{
    return fill_pool(app, arena, practice, err) &&
           fill_reserve(app, arena, practice, err);
}
