/*
 * Weak areas by the sections of an exam, and areas in words. Topics are
 * areas_topics.c, what an exam asks of each areas_expected.c, the answers
 * behind an area areas_evidence.c, the estimate the domain's.
 */
#include "areas_private.h"

#include <inttypes.h>

#include "proctor/base/nearest.h"

#include "sentences.h"

static void sum_up(const struct evidence_sums *sums, int *right_out,
                   int *asked_out)
{
    *right_out = *asked_out = 0;
    for (size_t i = 0; i < sums->count; i++) {
        *right_out += sums->items[i].right;
        *asked_out += sums->items[i].asked;
    }
}

bool areas_settle(struct app *app, struct areas *areas,
                  const struct evidence_sums *sums, struct error *err)
{
    struct evidence_counts counts;
    int right, asked;

    if (!evidence_counts(app_store(app), app_candidate(app)->candidate_id,
                         &counts, err))
        return false;
    areas->answers = counts.answers;
    areas->counted = counts.counted;
    sum_up(sums, &right, &asked);
    areas_estimate(areas->items, areas->count, right, asked);
    areas_order(areas->items, areas->count);
    return true;
}

/* --- by section ----------------------------------------------------------- */

bool areas_find_exam(struct app *app, const char *id, struct arena *arena,
                     const struct exam **out, struct error *err)
{
    struct exam_entry entry;

    if (!id)
        id = app_candidate(app)->exam;
    if (id[0] == '\0')
        return error_set(err, ERR_NOT_FOUND,
                         "no exam is chosen: say which one you prepare for");
    if (!exams_find(app, id, NULL, arena, &entry, err))
        return false;
    *out = entry.exam;
    return true;
}

static void start_sections(struct areas *areas,
                           const struct expectation *expectation,
                           struct arena *arena)
{
    const struct exam *exam = expectation->exam;

    areas->count = exam->section_count;
    areas->items = ARENA_ARRAY(arena, struct area, areas->count);
    for (size_t i = 0; i < areas->count; i++)
        areas->items[i] = (struct area){
            .id = exam->sections[i].id,
            .title = exam->sections[i].title,
            .expected = expectation->sections[i],
        };
}

static void add_sums(struct areas *areas, const struct evidence_sums *sums)
{
    for (size_t i = 0; i < sums->count; i++) {
        const struct evidence_sum *sum = &sums->items[i];
        struct exam_candidate item = {STR(""), sum->topic, sum->kind,
                                      sum->has_case, sum->needs};
        int section = exam_section_of(areas->exam, &item);

        if (section < 0)
            continue;
        areas->items[section].asked += sum->asked;
        areas->items[section].right += sum->right;
    }
}

int areas_section_of(const struct exam *exam, const struct evidence_row *row)
{
    struct exam_candidate item = {str_from(row->name), row->topic, row->kind,
                                  row->has_case, row->needs};

    return exam_section_of(exam, &item);
}

/* An exam that lists questions has to be asked by their names. */
static bool add_rows(struct app *app, struct areas *areas, struct error *err)
{
    struct arena scratch = {0};
    struct evidence_rows rows;
    bool ok = evidence_list(app_store(app), app_candidate(app)->candidate_id,
                            NULL, &scratch, &rows, err);

    for (size_t i = 0; ok && i < rows.count; i++) {
        const struct evidence_row *row = &rows.items[i];
        int section = areas_section_of(areas->exam, row);

        if (section < 0)
            continue;
        areas->items[section].asked++;
        areas->items[section].right += row->earned >= row->possible;
    }
    arena_finish(&scratch);
    return ok;
}

static bool lists_questions(const struct exam *exam)
{
    for (size_t i = 0; i < exam->section_count; i++)
        if (exam->sections[i].questions.count > 0)
            return true;
    return false;
}

bool areas_by_section(struct app *app, const char *exam, struct arena *arena,
                      struct areas *out, struct error *err)
{
    struct areas areas = {0};
    struct expectation expectation;
    struct evidence_sums sums;

    if (!areas_find_exam(app, exam, arena, &areas.exam, err) ||
        !expectation_read(app, areas.exam, arena, &expectation, err) ||
        !evidence_sums(app_store(app), app_candidate(app)->candidate_id, arena,
                       &sums, err))
        return false;
    start_sections(&areas, &expectation, arena);
    if (!lists_questions(areas.exam))
        add_sums(&areas, &sums);
    else if (!add_rows(app, &areas, err))
        return false;
    if (!areas_settle(app, &areas, &sums, err))
        return false;
    *out = areas;
    return true;
}

/* --- one area ------------------------------------------------------------- */

bool area_find(const struct areas *areas, const char *id,
               const struct area **out, struct error *err)
{
    struct nearest nearest = nearest_to(str_from(id));

    for (size_t i = 0; i < areas->count; i++) {
        if (str_eq(areas->items[i].id, nearest.text)) {
            *out = &areas->items[i];
            return true;
        }
        nearest_look(&nearest, areas->items[i].id);
    }
    return nearest_not_found(&nearest, "area",
                             areas->by_topic
                                 ? "`proctor weak --topics` lists them"
                                 : "`proctor weak` lists them",
                             err);
}

/* --- in words ------------------------------------------------------------- */

const char *area_words(const struct area *area, struct arena *arena)
{
    if (area_is_thin(area))
        return arena_printf(arena, "too few questions (%d)", area->asked);
    return arena_printf(arena,
                        "%d of %d right on questions new to you, %d to %d %% "
                        "likely",
                        area->right, area->asked, area->interval.low,
                        area->interval.high);
}

const char *areas_counted_words(const struct areas *areas, struct arena *arena)
{
    int64_t left_out = areas->answers - areas->counted;

    if (left_out <= 0)
        return "";
    return arena_printf(arena,
                        "%" PRId64 " of %" PRId64 " answer%s %s not counted: "
                        "only a question that is new to you, and without a "
                        "hint, tells what you know.",
                        left_out, areas->answers, plural(areas->answers),
                        left_out == 1 ? "is" : "are");
}
