/*
 * What the loaded banks can fill of an exam, in questions, and which topics
 * they lack. The counts of a section are the domain's (pool_supply()); the
 * whole is what a form drawn now would have.
 */
#include "proctor/app/exams.h"

#include "proctor/domain/topic.h"

#include "read_exam.h"

/* Topics a sentence names before it says how many more there are. */
#define TOPICS_NAMED 4

/* Any seed will do: how many can be drawn hardly depends on it. */
#define SUPPLY_SEED 1

/* By drawing a form: enemies, cases drawn whole and pretest questions make it
 * fewer than the sections could give one by one. */
static void count_by_drawing(struct exam_entry *entry, struct pool *pool)
{
    struct arena scratch = {0};
    struct form form;

    if (form_assemble(entry->exam, pool, SUPPLY_SEED, &scratch, &form, NULL)) {
        entry->needed = form.planned;
        entry->fillable = (int)form.count;
        entry->is_full = !form.is_short;
    } else {
        entry->needed = entry->fillable = 0;
        entry->is_full = false;
        for (size_t i = 0; i < entry->exam->section_count; i++)
            entry->needed +=
                entry->supply[i].needed_items + entry->supply[i].needed_cases;
    }
    arena_finish(&scratch);
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
    pool_supply(entry->exam, pool, entry->supply);
    count_by_drawing(entry, pool);
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
