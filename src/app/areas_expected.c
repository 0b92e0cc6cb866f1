/*
 * How many questions of an exam fall on a section or a topic. The pool is not
 * read for it: what the banks have on each topic is counted already, and what a
 * section draws from is judged by topic alone.
 */
#include "areas_private.h"

/* Which sections may draw an item of this topic: any kind, with a case or
 * without. */
static void mark_sections(const struct exam *exam, const char *topic,
                          bool reached[EXAM_SECTIONS_MAX])
{
    for (int variant = 0; variant < 2 * ITEM_KIND_COUNT; variant++) {
        struct exam_candidate item = {
            .name = STR(""),
            .topic = str_from(topic),
            .kind = (enum item_kind)(variant / 2),
            .has_case = variant % 2 == 1,
        };
        int section = exam_section_of(exam, &item);

        if (section >= 0)
            reached[section] = true;
    }
}

static void count_available(struct expectation *expectation)
{
    const struct exam *exam = expectation->exam;

    for (size_t i = 0; i < expectation->topics.count; i++) {
        const struct topic_row *topic = &expectation->topics.items[i];
        bool reached[EXAM_SECTIONS_MAX] = {false};

        mark_sections(exam, topic->topic, reached);
        for (size_t j = 0; j < exam->section_count; j++)
            if (reached[j])
                expectation->available[j] += (int)topic->items;
    }
}

/* What the last mock that had cases of a section asked there. */
static bool take_drawn(struct app *app, struct expectation *expectation,
                       struct arena *arena, struct error *err)
{
    const struct exam *exam = expectation->exam;
    struct attempt_filter filter = {
        .candidate_id = app_candidate(app)->candidate_id,
        .exam = exam->id.data,
        .modes = ATTEMPT_MOCKS,
        .ended_only = true,
    };
    struct section_rows rows;

    if (!attempt_sections(app_store(app), &filter, arena, &rows, err))
        return false;
    for (size_t i = rows.count; i-- > 0;) {
        int section = exam_section_index(exam, str_from(rows.items[i].section));

        if (section >= 0 && rows.items[i].asked > 0 &&
            exam->sections[section].size_kind == SIZE_CASES)
            expectation->sections[section] = rows.items[i].asked;
    }
    return true;
}

static bool counts_cases(const struct exam *exam)
{
    for (size_t i = 0; i < exam->section_count; i++)
        if (exam->sections[i].size_kind == SIZE_CASES)
            return true;
    return false;
}

static void take_sizes(struct expectation *expectation)
{
    int scored[EXAM_SECTIONS_MAX], pretest[EXAM_SECTIONS_MAX];

    exam_section_sizes(expectation->exam, expectation->available, scored,
                       pretest);
    for (size_t i = 0; i < expectation->exam->section_count; i++)
        expectation->sections[i] = scored[i];
}

bool expectation_read(struct app *app, const struct exam *exam,
                      struct arena *arena, struct expectation *out,
                      struct error *err)
{
    struct expectation expectation = {
        .exam = exam,
        .sections = ARENA_ARRAY(arena, double, exam->section_count),
        .available = ARENA_ARRAY(arena, int, exam->section_count),
    };

    if (!catalog_topic_rows(app_store(app), arena, &expectation.topics, err))
        return false;
    count_available(&expectation);
    take_sizes(&expectation);
    if (counts_cases(exam) && !take_drawn(app, &expectation, arena, err))
        return false;
    *out = expectation;
    return true;
}

double expectation_of_topic(const struct expectation *expectation,
                            const struct topic_row *topic)
{
    bool reached[EXAM_SECTIONS_MAX] = {false};
    double expected = 0;

    mark_sections(expectation->exam, topic->topic, reached);
    for (size_t i = 0; i < expectation->exam->section_count; i++)
        if (reached[i] && expectation->available[i] > 0)
            expected += expectation->sections[i] * (double)topic->items /
                        expectation->available[i];
    return expected;
}
