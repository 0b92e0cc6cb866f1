/*
 * A search in slices: topics and notes with the first, then the questions that
 * were met, some at a time. Texts are looked through as their author wrote
 * them; how a hit is shown is search_text.c.
 */
#include "proctor/app/search.h"

#include <stdlib.h>
#include <string.h>

#include "proctor/app/remarks.h"
#include "proctor/base/mem.h"
#include "proctor/store/catalog.h"

#include "plan.h"
#include "search_text.h"

/* Questions of one slice: some milliseconds, most of them for reading. */
#define SLICE_QUESTIONS 100

struct search {
    struct app *app;
    struct arena arena;   /* of words and hits */
    struct arena scratch; /* of one question */
    struct search_words words;
    struct search_hit hits[SEARCH_HITS_MAX];
    size_t hit_count;
    bool has_begun; /* topics and notes are done */
    int64_t after;  /* the last item gone through */
    int64_t seen;
};

const char *search_kind_id(enum search_kind kind)
{
    static const char *const ids[] = {
#define X(NAME, id, label) id,
        SEARCH_KINDS(X)
#undef X
    };

    return ids[kind];
}

const char *search_kind_label(enum search_kind kind)
{
    static const char *const labels[] = {
#define X(NAME, id, label) label,
        SEARCH_KINDS(X)
#undef X
    };

    return labels[kind];
}

/* --- beginning ------------------------------------------------------------ */

struct search *search_begin(struct app *app, const char *words,
                            struct error *err)
{
    struct search *search;

    if (!plan_check_free(app, err))
        return NULL;
    search = mem_alloc(1, sizeof *search);
    search->app = app;
    if (search_words_read(words, &search->arena, &search->words, err))
        return search;
    search_end(search);
    return NULL;
}

void search_end(struct search *search)
{
    if (!search)
        return;
    arena_finish(&search->arena);
    arena_finish(&search->scratch);
    free(search);
}

/* --- hits ----------------------------------------------------------------- */

static bool is_full(const struct search *search)
{
    return search->hit_count == SEARCH_HITS_MAX;
}

/* Texts of `hit` are copied; what was found is told by `found`. */
static void add_hit(struct search *search, const struct search_hit *hit,
                    const struct search_found *found)
{
    struct search_hit *added = &search->hits[search->hit_count++];

    *added = *hit;
    added->name = arena_strdup(&search->arena, hit->name);
    added->title = arena_strdup(&search->arena, hit->title);
    added->excerpt = search_excerpt(found, &search->arena);
}

static const char *first_line(struct str text, struct arena *arena)
{
    struct str line = {"", 0};

    str_split(&text, '\n', &line);
    return arena_str(arena, line).data;
}

static bool find_topics(struct search *search, struct error *err)
{
    struct topic_rows rows;

    if (!catalog_topic_rows(app_store(search->app), &search->scratch, &rows,
                            err))
        return false;
    for (size_t i = 0; i < rows.count && !is_full(search); i++) {
        const struct topic_row *row = &rows.items[i];
        struct search_found found = {.words = &search->words};

        search_look(&found, str_from(row->title));
        search_look(&found, str_from(row->topic));
        if (search_is_found(&found))
            add_hit(search,
                    &(struct search_hit){.kind = SEARCH_TOPIC,
                                         .name = row->topic,
                                         .title = row->title},
                    &found);
    }
    return true;
}

static bool add_note(struct search *search, const struct remark *note,
                     const struct search_found *found, struct error *err)
{
    struct item item;

    if (!catalog_item(app_store(search->app), note->item_id, note->rev_id,
                      &search->scratch, &item, NULL, err))
        return false;
    add_hit(search,
            &(struct search_hit){.kind = SEARCH_NOTE,
                                 .name = note->name,
                                 .title =
                                     first_line(item.stem, &search->scratch),
                                 .item_id = note->item_id,
                                 .rev_id = note->rev_id},
            found);
    return true;
}

static bool find_notes(struct search *search, struct error *err)
{
    struct remarks notes;

    if (!notes_list(search->app, &search->scratch, &notes, err))
        return false;
    for (size_t i = 0; i < notes.count && !is_full(search); i++) {
        struct search_found found = {.words = &search->words};

        search_look(&found, str_from(notes.items[i].text));
        if (search_is_found(&found) &&
            !add_note(search, &notes.items[i], &found, err))
            return false;
    }
    return true;
}

static bool find_in_question(struct search *search, const struct met_item *met,
                             struct error *err)
{
    struct search_found found = {.words = &search->words};
    struct item item;
    const char *name;

    arena_reset(&search->scratch);
    if (!catalog_item(app_store(search->app), met->item_id, met->rev_id,
                      &search->scratch, &item, &name, err))
        return false;
    search_look_in_item(&found, &item, &search->scratch);
    if (search_is_found(&found))
        add_hit(search,
                &(struct search_hit){.kind = SEARCH_QUESTION,
                                     .name = name,
                                     .title = first_line(item.stem,
                                                         &search->scratch),
                                     .item_id = met->item_id,
                                     .rev_id = met->rev_id},
                &found);
    return true;
}

static bool find_questions(struct search *search, bool *done_out,
                           struct error *err)
{
    struct arena slice = {0};
    struct met_items met;
    bool ok =
        catalog_met_items(app_store(search->app),
                          app_candidate(search->app)->candidate_id,
                          search->after, SLICE_QUESTIONS, &slice, &met, err);

    for (size_t i = 0; ok && i < met.count && !is_full(search); i++) {
        ok = find_in_question(search, &met.items[i], err);
        search->after = met.items[i].item_id;
        search->seen++;
    }
    if (ok)
        *done_out = met.count < SLICE_QUESTIONS || is_full(search);
    arena_finish(&slice);
    return ok;
}

bool search_step(struct search *search, bool *done_out, struct error *err)
{
    arena_reset(&search->scratch);
    if (!search->has_begun) {
        search->hit_count = 0; /* of a step that failed half way */
        if (!find_topics(search, err) || !find_notes(search, err))
            return false;
        search->has_begun = true;
        *done_out = is_full(search);
        return true;
    }
    return find_questions(search, done_out, err);
}

const struct search_hit *search_hits(const struct search *search,
                                     size_t *count_out)
{
    *count_out = search->hit_count;
    return search->hits;
}

int64_t search_seen(const struct search *search)
{
    return search->seen;
}

/* --- one question --------------------------------------------------------- */

static bool reveal(struct app *app, int64_t attempt_id, int pos,
                   struct error *err)
{
    return store_is_read_only(app_store(app)) ||
           attempt_reveal(app_store(app), attempt_id, &pos, 1, app_utc_ms(app),
                          err);
}

bool search_open(struct app *app, int64_t item_id, int64_t rev_id,
                 struct arena *arena, struct item *out, const char **name_out,
                 struct error *err)
{
    struct item item;
    int64_t attempt_id;
    int pos;

    if (!plan_check_free(app, err) ||
        !attempt_last_meeting(app_store(app), app_candidate(app)->candidate_id,
                              item_id, &attempt_id, &pos, err) ||
        !catalog_item(app_store(app), item_id, rev_id, arena, &item, name_out,
                      err) ||
        !reveal(app, attempt_id, pos, err))
        return false;
    *out = item;
    return true;
}
