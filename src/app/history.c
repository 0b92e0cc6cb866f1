/*
 * The attempts of a candidate and what became of them. How marks went over time
 * is history_trends.c.
 */
#include "proctor/app/history.h"

#include "proctor/app/exams.h"

#include "accommodation.h"
#include "sentences.h"

const char *history_kind_id(enum history_kind kind)
{
    static const char *const ids[] = {
#define X(NAME, id, label) id,
        HISTORY_KINDS(X)
#undef X
    };

    return ids[kind];
}

const char *history_kind_label(enum history_kind kind)
{
    static const char *const labels[] = {
#define X(NAME, id, label) label,
        HISTORY_KINDS(X)
#undef X
    };

    return labels[kind];
}

bool history_kind_from_id(struct str id, enum history_kind *out)
{
    for (int kind = 0; kind < HISTORY_KIND_COUNT; kind++)
        if (str_is(id, history_kind_id((enum history_kind)kind))) {
            *out = (enum history_kind)kind;
            return true;
        }
    return false;
}

/* --- the list ------------------------------------------------------------- */

static const unsigned modes_of_kind[HISTORY_KIND_COUNT] = {
    [HISTORY_ALL] = 0,
    [HISTORY_MOCKS] = ATTEMPT_MOCKS,
    [HISTORY_PRACTICES] = ATTEMPT_PRACTICES,
};

/* The id behind an alias. An exam that is no longer there, or that candidates
 * do not see, keeps the attempts it had. */
static bool resolve_exam(struct app *app, struct attempt_filter *filter,
                         struct arena *arena, struct error *err)
{
    struct exam_entry entry;
    struct attempt_rows rows;
    struct attempt_filter any = {
        .candidate_id = filter->candidate_id,
        .exam = filter->exam,
        .limit = 1,
    };

    if (exams_find(app, filter->exam, NULL, arena, &entry, err)) {
        filter->exam = entry.exam->id.data;
        return true;
    }
    return attempt_list(app_store(app), &any, arena, &rows, NULL) &&
           rows.count > 0;
}

bool history_read(struct app *app, const struct history_filter *filter,
                  struct arena *arena, struct attempt_rows *out,
                  struct error *err)
{
    struct attempt_filter wanted = {
        .candidate_id = app_candidate(app)->candidate_id,
        .exam = filter->exam,
        .modes = modes_of_kind[filter->kind],
        .limit = filter->limit,
    };

    if (filter->exam && !resolve_exam(app, &wanted, arena, err))
        return false;
    return attempt_list(app_store(app), &wanted, arena, out, err);
}

/* --- one attempt ---------------------------------------------------------- */

const char *history_outcome(const struct attempt_row *row)
{
    if (row->state == SITTING_RUNNING || row->state == SITTING_ABANDONED)
        return sitting_state_label(row->state);
    if (row->mode != MODE_EXAM || !row->has_result)
        return "";
    return verdict_label(row->verdict);
}

const char *history_conditions(const struct attempt_row *row,
                               struct arena *arena)
{
    const struct {
        bool holds;
        const char *word;
    } parts[] = {
        {row->is_short, "short"},
        {row->interrupted, "interrupted"},
        {attempt_is_accommodated(row), "accommodated"},
    };
    struct strbuf text = {0};

    if (row->mode != MODE_EXAM)
        return "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].holds)
            strbuf_printf(&text, "%s%s", text.len > 0 ? ", " : "",
                          parts[i].word);
    return text_take(&text, arena);
}
