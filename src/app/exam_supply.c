/*
 * What the loaded banks can fill of an exam, in questions, and which topics
 * they lack. The counts of a section are the domain's (pool_supply()).
 */
#include "proctor/app/exams.h"

#include "proctor/domain/topic.h"

#include "read_exam.h"

/* Topics a sentence names before it says how many more there are. */
#define TOPICS_NAMED 4

static int larger(int a, int b)
{
    return a > b ? a : b;
}

/* A section of cases in questions, by the mean size of the loaded cases. */
static void count_cases(const struct section_supply *supply,
                        struct exam_entry *entry)
{
    int64_t items = supply->items, cases = supply->cases;
    int needed = supply->needed_cases;

    if (cases > 0) {
        needed = larger(needed, (int)((items * needed + cases - 1) / cases));
        entry->fillable += supply->fillable == supply->needed_cases
                               ? needed
                               : (int)(items * supply->fillable / cases);
    }
    entry->needed += needed;
}

static bool has_topic(const struct pool *pool, struct str topic)
{
    for (size_t i = 0; i < pool->count; i++)
        if (topic_is_below(pool->items[i].about.topic, topic))
            return true;
    return false;
}

static bool is_short(const struct section_supply *supply)
{
    return supply->fillable < supply->needed_items + supply->needed_cases;
}

/* Each topic once, be it of several sections. */
static void add_missing(struct str_list *missing, struct str topic)
{
    for (size_t i = 0; i < missing->count; i++)
        if (str_eq(missing->items[i], topic))
            return;
    missing->items[missing->count++] = topic;
}

static void find_missing(struct exam_entry *entry, const struct pool *pool,
                         struct arena *arena)
{
    const struct exam *exam = entry->exam;
    size_t most = 0;

    for (size_t i = 0; i < exam->section_count; i++)
        most += exam->sections[i].topics.count;
    entry->missing = (struct str_list){ARENA_ARRAY(arena, struct str, most), 0};
    for (size_t i = 0; i < exam->section_count; i++) {
        const struct str_list *topics = &exam->sections[i].topics;

        for (size_t j = 0; is_short(&entry->supply[i]) && j < topics->count;
             j++)
            if (!has_topic(pool, topics->items[j]))
                add_missing(&entry->missing, topics->items[j]);
    }
}

void exam_entry_supply(struct exam_entry *entry, struct pool *pool,
                       struct arena *arena)
{
    size_t count = entry->exam->section_count;

    entry->supply = ARENA_ARRAY(arena, struct section_supply, count);
    entry->is_full = pool_supply(entry->exam, pool, entry->supply);
    entry->needed = entry->fillable = 0;
    for (size_t i = 0; i < count; i++) {
        const struct section_supply *supply = &entry->supply[i];

        if (entry->exam->sections[i].size_kind == SIZE_CASES) {
            count_cases(supply, entry);
            continue;
        }
        entry->needed += supply->needed_items;
        entry->fillable += supply->fillable;
    }
    find_missing(entry, pool, arena);
}

bool exams_supply(struct app *app, struct exam_entry *entry,
                  struct arena *arena, struct error *err)
{
    struct arena scratch = {0};
    struct pool pool;
    bool ok =
        catalog_pool(app_store(app), entry->exam,
                     app_candidate(app)->candidate_id, &scratch, &pool, err);

    if (ok)
        exam_entry_supply(entry, &pool, arena);
    arena_finish(&scratch);
    return ok;
}

static bool are_all_cpt(const struct str_list *topics)
{
    for (size_t i = 0; i < topics->count; i++)
        if (!topic_is_below(topics->items[i], STR("cpt")))
            return false;
    return true;
}

const char *exam_missing_text(const struct exam_entry *entry,
                              struct arena *arena)
{
    const struct str_list *missing = &entry->missing;
    struct strbuf text = {0};
    char *out;

    if (missing->count == 0)
        return "";
    if (are_all_cpt(missing))
        return "needs the banks with CPT numbers (banks/cpt)";
    for (size_t i = 0; i < missing->count && i < TOPICS_NAMED; i++)
        strbuf_printf(&text, "%s" STR_FORMAT,
                      i > 0 ? ", " : "needs questions on ",
                      STR_ARG(missing->items[i]));
    if (missing->count > TOPICS_NAMED)
        strbuf_printf(&text, " and %zu more topics",
                      missing->count - TOPICS_NAMED);
    out = arena_strdup(arena, strbuf_text(&text));
    strbuf_finish(&text);
    return out;
}
