/*
 * What an area rests on: the answers themselves. The store is asked for the
 * topics of a section only, since that is often a small part of all there is.
 */
#include "areas_private.h"

/* Leaves those that count for the section, in place. */
static void keep_section(struct evidence_rows *rows, const struct exam *exam,
                         int section)
{
    size_t kept = 0;

    for (size_t i = 0; i < rows->count; i++)
        if (areas_section_of(exam, &rows->items[i]) == section)
            rows->items[kept++] = rows->items[i];
    rows->count = kept;
}

/* Listed questions may be of any topic, and a section without topics takes what
 * no other does. */
static const struct str_list *topics_of(const struct exam_section *section)
{
    bool goes_by_topic =
        section->topics.count > 0 && section->questions.count == 0;

    return goes_by_topic ? &section->topics : NULL;
}

bool area_evidence(struct app *app, const struct areas *areas,
                   const struct area *area, struct arena *arena,
                   struct evidence_rows *out, struct error *err)
{
    struct str topic = area->id;
    struct str_list just_this = {&topic, 1};
    const struct str_list *topics = &just_this;
    int section = -1;

    if (!areas->by_topic) {
        section = exam_section_index(areas->exam, area->id);
        topics = topics_of(&areas->exam->sections[section]);
    }
    if (!evidence_list(app_store(app), app_candidate(app)->candidate_id, topics,
                       arena, out, err))
        return false;
    if (!areas->by_topic)
        keep_section(out, areas->exam, section);
    return true;
}
