/*
 * What a practice can be about, to choose from: exams, the sections of one,
 * the topic tree, banks. What is kept back of it says practice_offer().
 */
#include "proctor/app/practice.h"

#include <stdlib.h>
#include <string.h>

#include "proctor/app/exams.h"
#include "proctor/domain/topic.h"
#include "proctor/store/catalog.h"

#include "tutorial.h"

static void begin(struct practice_choices *out, struct arena *arena,
                  size_t most)
{
    *out = (struct practice_choices){
        .items = ARENA_ARRAY(arena, struct practice_choice, most)};
}

static struct practice_choice *add(struct practice_choices *out,
                                   const char *name, const char *title)
{
    struct practice_choice *choice = &out->items[out->count++];

    *choice =
        (struct practice_choice){.name = name, .title = title, .fresh = -1};
    return choice;
}

static const char *text_of(struct arena *arena, struct str text)
{
    return arena_str(arena, text).data;
}

static bool has_name(const struct practice_choices *list, struct str name)
{
    for (size_t i = 0; i < list->count; i++)
        if (str_is(name, list->items[i].name))
            return true;
    return false;
}

/* Each exam once, in the version that practice_offer() would take. */
static bool list_exams(struct app *app, struct arena *arena,
                       struct practice_choices *out, struct error *err)
{
    struct exam_entries exams;

    if (!exams_list(app, arena, &exams, err))
        return false;
    begin(out, arena, exams.count);
    for (size_t i = 0; i < exams.count; i++) {
        const struct exam *exam = exams.items[i].exam;

        if (!has_name(out, exam->id))
            add(out, text_of(arena, exam->id), text_of(arena, exam->title));
    }
    return true;
}

static bool list_sections(struct app *app, const char *exam_id,
                          struct arena *arena, struct practice_choices *out,
                          struct error *err)
{
    struct exam_entry entry;

    if (exam_id[0] == '\0')
        return error_set(err, ERR_INVALID,
                         "sections belong to an exam: choose one first");
    if (!exams_find(app, exam_id, NULL, arena, &entry, err) ||
        !exams_supply(app, &entry, arena, err))
        return false;
    begin(out, arena, entry.exam->section_count);
    for (size_t i = 0; i < entry.exam->section_count; i++) {
        const struct exam_section *section = &entry.exam->sections[i];
        struct practice_choice *choice = add(out, text_of(arena, section->id),
                                             text_of(arena, section->title));

        choice->items = entry.supply[i].items;
        choice->fresh = entry.supply[i].fresh;
    }
    return true;
}

/* Depth first, so that what is below a topic stands right behind it. */
static int by_tree(const void *a, const void *b)
{
    return topic_cmp(str_from(((const struct topic_row *)a)->topic),
                     str_from(((const struct topic_row *)b)->topic));
}

/* Takes off what only tutorials ask. */
static void leave_out(struct topic_rows *rows, const struct only_rows *only)
{
    for (size_t i = 0; i < only->count; i++)
        for (size_t k = 0; k < rows->count; k++)
            if (strcmp(only->items[i].topic, rows->items[k].topic) == 0)
                rows->items[k].items -= only->items[i].items;
}

/* Adds the questions of each topic to those of all it is below. */
static void add_up(struct practice_choices *tree, struct arena *arena)
{
    size_t *above = ARENA_ARRAY(arena, size_t, tree->count);
    size_t levels = 0;

    for (size_t i = 0; i < tree->count; i++) {
        const struct practice_choice *choice = &tree->items[i];
        struct str topic = str_from(choice->name);

        while (levels > 0 &&
               !topic_is_below(topic,
                               str_from(tree->items[above[levels - 1]].name)))
            levels--;
        for (size_t k = 0; k < levels; k++)
            tree->items[above[k]].items += choice->items;
        above[levels++] = i;
    }
}

/* Topics without a question below them would only be in the way. */
static void keep_filled(struct practice_choices *out)
{
    size_t kept = 0;

    for (size_t i = 0; i < out->count; i++)
        if (out->items[i].items > 0)
            out->items[kept++] = out->items[i];
    out->count = kept;
}

static bool list_topics(struct app *app, struct arena *arena,
                        struct practice_choices *out, struct error *err)
{
    struct topic_rows rows;
    struct only_rows only;

    if (!catalog_topic_rows(app_store(app), arena, &rows, err) ||
        !tutorial_questions(app, arena, &only, err))
        return false;
    leave_out(&rows, &only);
    if (rows.count > 0)
        qsort(rows.items, rows.count, sizeof *rows.items, by_tree);
    begin(out, arena, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        struct practice_choice *choice =
            add(out, rows.items[i].topic, rows.items[i].title);

        choice->depth = topic_depth(str_from(choice->name));
        choice->items = rows.items[i].items;
    }
    add_up(out, arena);
    keep_filled(out);
    return true;
}

/* Of these questions all are a tutorial's. */
static bool is_of_tutorials(const struct bank_row *bank,
                            const struct only_rows *only)
{
    int64_t left = bank->active;

    for (size_t i = 0; i < only->count; i++)
        if (strcmp(only->items[i].bank, bank->name) == 0)
            left -= only->items[i].items;
    return bank->active > 0 && left == 0;
}

static bool list_banks(struct app *app, struct arena *arena,
                       struct practice_choices *out, struct error *err)
{
    struct bank_rows rows;
    struct only_rows only;

    if (!catalog_banks(app_store(app), arena, &rows, err) ||
        !tutorial_questions(app, arena, &only, err))
        return false;
    begin(out, arena, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const struct bank_row *bank = &rows.items[i];

        if (bank->enabled && !bank->shadowed && !is_of_tutorials(bank, &only))
            add(out, bank->name, bank->title)->items = bank->active;
    }
    return true;
}

bool practice_choices(struct app *app, enum practice_scope scope,
                      const char *exam, struct arena *arena,
                      struct practice_choices *out, struct error *err)
{
    switch (scope) {
    case PRACTICE_EXAM:
        return list_exams(app, arena, out, err);
    case PRACTICE_SECTION:
        return list_sections(app, exam ? exam : app_candidate(app)->exam, arena,
                             out, err);
    case PRACTICE_TOPIC:
        return list_topics(app, arena, out, err);
    case PRACTICE_BANK:
        return list_banks(app, arena, out, err);
    case PRACTICE_MISSED:
    case PRACTICE_MARKED:
    case PRACTICE_SLOW:
    case PRACTICE_CHANGED:
    case PRACTICE_GUESSED:
    case PRACTICE_DISPUTED:
    case PRACTICE_SCOPE_COUNT:
        break;
    }
    *out = (struct practice_choices){0};
    return true;
}
