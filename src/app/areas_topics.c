/*
 * Weak areas as a tree of topics: those with evidence and the ones above them,
 * each with all that is below it.
 */
#include "areas_private.h"

#include <stdlib.h>

#include "proctor/base/strmap.h"
#include "proctor/domain/topic.h"

/* --- which topics --------------------------------------------------------- */

/* From a topic to the one above it; false at the top. */
static bool go_up(struct str *topic)
{
    while (topic->len > 0 && topic->data[topic->len - 1] != '/')
        topic->len--;
    if (topic->len == 0)
        return false;
    topic->len--;
    return true;
}

/* All paths of the tree, each once. */
static struct strmap *collect(const struct evidence_sums *sums)
{
    struct strmap *topics = strmap_create();

    for (size_t i = 0; i < sums->count; i++) {
        struct str topic = sums->items[i].topic;

        do
            strmap_set(topics, topic, 0);
        while (go_up(&topic));
    }
    return topics;
}

static int compare_topics(const void *a, const void *b)
{
    return topic_cmp(((const struct area *)a)->id,
                     ((const struct area *)b)->id);
}

/* The tree without any numbers; `topics` then says where each stands. */
static void plant(struct strmap *topics, struct arena *arena, struct areas *out)
{
    out->count = strmap_count(topics);
    out->items = ARENA_ARRAY(arena, struct area, out->count);
    for (size_t i = 0; i < out->count; i++) {
        struct str id = arena_str(arena, strmap_key(topics, i));

        out->items[i] =
            (struct area){.id = id, .title = id, .depth = topic_depth(id)};
    }
    qsort(out->items, out->count, sizeof *out->items, compare_topics);
    for (size_t i = 0; i < out->count; i++) {
        strmap_set(topics, out->items[i].id, (int64_t)i);
        out->items[i].has_below =
            i + 1 < out->count && out->items[i + 1].depth > out->items[i].depth;
    }
}

/* --- numbers -------------------------------------------------------------- */

/* Adds to the topic and all above it, as far as they are in the tree. */
static void add_up(struct areas *areas, const struct strmap *topics,
                   struct str topic, const struct area *more)
{
    int64_t at;

    do {
        if (!strmap_get(topics, topic, &at))
            continue;
        areas->items[at].asked += more->asked;
        areas->items[at].right += more->right;
        areas->items[at].expected += more->expected;
    } while (go_up(&topic));
}

static void add_evidence(struct areas *areas, const struct strmap *topics,
                         const struct evidence_sums *sums)
{
    for (size_t i = 0; i < sums->count; i++)
        add_up(areas, topics, sums->items[i].topic,
               &(struct area){.asked = sums->items[i].asked,
                              .right = sums->items[i].right});
}

static void add_titles(struct areas *areas, const struct strmap *topics,
                       const struct topic_rows *rows)
{
    int64_t at;

    for (size_t i = 0; i < rows->count; i++)
        if (strmap_get(topics, str_from(rows->items[i].topic), &at))
            areas->items[at].title = str_from(rows->items[i].title);
}

static void add_expected(struct areas *areas, const struct strmap *topics,
                         const struct expectation *expectation)
{
    for (size_t i = 0; i < expectation->topics.count; i++) {
        const struct topic_row *row = &expectation->topics.items[i];

        add_up(areas, topics, str_from(row->topic),
               &(struct area){.expected =
                                  expectation_of_topic(expectation, row)});
    }
}

/* --- all of it ------------------------------------------------------------ */

/* The exam asked for; the candidate's own one need not be there. */
static bool find_exam(struct app *app, const char *id, struct arena *arena,
                      const struct exam **out, struct error *err)
{
    struct error problem;

    *out = NULL;
    if (areas_find_exam(app, id, arena, out, &problem))
        return true;
    if (!id && problem.code == ERR_NOT_FOUND)
        return true;
    if (err)
        *err = problem;
    return false;
}

static bool read_parts(struct app *app, const char *exam, struct arena *arena,
                       struct areas *areas, struct expectation *expectation,
                       struct evidence_sums *sums, struct error *err)
{
    struct store *store = app_store(app);

    if (!find_exam(app, exam, arena, &areas->exam, err) ||
        !evidence_sums(store, app_candidate(app)->candidate_id, arena, sums,
                       err))
        return false;
    return areas->exam
               ? expectation_read(app, areas->exam, arena, expectation, err)
               : catalog_topic_rows(store, arena, &expectation->topics, err);
}

bool areas_by_topic(struct app *app, const char *exam, struct arena *arena,
                    struct areas *out, struct error *err)
{
    struct areas areas = {.by_topic = true};
    struct expectation expectation = {0};
    struct evidence_sums sums;
    struct strmap *topics;

    if (!read_parts(app, exam, arena, &areas, &expectation, &sums, err))
        return false;
    topics = collect(&sums);
    plant(topics, arena, &areas);
    add_evidence(&areas, topics, &sums);
    add_titles(&areas, topics, &expectation.topics);
    if (areas.exam)
        add_expected(&areas, topics, &expectation);
    strmap_destroy(topics);
    if (!areas_settle(app, &areas, &sums, err))
        return false;
    *out = areas;
    return true;
}
