/*
 * What an exam's file must fulfil as a whole: its pass rule, the sums of its
 * sections, and that each question belongs to one section.
 */
#include "exam_parts.h"

#include "values.h"

struct pass_draft {
    int percent, verdict_cut;
    const struct node *scaled, *cuts;
};

struct scale_draft {
    int min, max, pass;
};

static const struct number_range percent_range = {1, 100};
static const struct number_range scale_range = {0, 100000};

#define PASS(name) offsetof(struct pass_draft, name)
#define SCALE(name) offsetof(struct scale_draft, name)
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const struct key pass_keys[] = {
    {"percent", read_number, PASS(percent), &percent_range, false},
    {"scaled", read_node, PASS(scaled), NULL, false},
    {"assumed_cuts", read_node, PASS(cuts), NULL, false},
    {"verdict_cut", read_number, PASS(verdict_cut), &percent_range, false},
};
static const struct schema pass_schema = {
    "pass", pass_keys, COUNT_OF(pass_keys), SCHEMA_NO_EXTRAS};

static const struct key scale_keys[] = {
    {"min", read_number, SCALE(min), &scale_range, true},
    {"max", read_number, SCALE(max), &scale_range, true},
    {"pass", read_number, SCALE(pass), &scale_range, true},
};
static const struct schema scale_schema = {
    "scaled", scale_keys, COUNT_OF(scale_keys), SCHEMA_NO_EXTRAS};

static void read_cuts(struct reader *reader, const struct node *key,
                      int verdict_cut, struct exam_pass *out)
{
    bool has_verdict = false;

    if (!value_is_list(reader, key, EXAM_CUTS_MAX))
        return;
    for (const struct node *entry = key->value->first; entry;
         entry = entry->next) {
        int *cut = &out->cuts[out->cut_count];

        if (!value_number(reader, key, entry, percent_range, cut))
            return;
        if (out->cut_count > 0 && cut[-1] >= *cut)
            report_error(&reader->report, entry->place, "exam/pass",
                         "the assumed cuts must rise");
        has_verdict = has_verdict || *cut == verdict_cut;
        out->cut_count++;
    }
    if (!has_verdict)
        report_error(&reader->report, key->place, "exam/pass",
                     "'verdict_cut' must be one of the assumed cuts");
    out->verdict_cut = verdict_cut;
}

static void read_scaled(struct reader *reader, const struct node *key,
                        const struct pass_draft *draft, struct exam_pass *out)
{
    struct scale_draft scale = {0};
    size_t errors = reader->report.list->errors;

    schema_walk(reader, &scale_schema, draft->scaled->value, &scale);
    out->kind = PASS_SCALED;
    out->scale_min = scale.min;
    out->scale_max = scale.max;
    out->scale_pass = scale.pass;
    if (reader->report.list->errors > errors)
        return;
    if (scale.pass <= scale.min || scale.pass > scale.max)
        report_error(&reader->report, draft->scaled->place, "exam/pass",
                     "'pass' must lie between 'min' and 'max'");
    if (!draft->cuts) {
        report_error(&reader->report, key->place, "exam/pass",
                     "a scaled exam needs 'assumed_cuts' and 'verdict_cut'");
        report_hint(&reader->report,
                    "its issuer does not publish which percent passes: say "
                    "which ones to show, as in [65, 70, 75]");
        return;
    }
    read_cuts(reader, draft->cuts, draft->verdict_cut, out);
}

void exam_pass_read(struct reader *reader, const struct node *key,
                    struct exam_pass *out)
{
    struct pass_draft draft = {0};
    size_t errors = reader->report.list->errors;

    if (!key)
        return;
    schema_walk(reader, &pass_schema, key->value, &draft);
    if (reader->report.list->errors > errors)
        return;
    if ((draft.percent > 0) == (draft.scaled != NULL)) {
        report_error(&reader->report, key->place, "exam/pass",
                     "'pass' has either 'percent' or 'scaled'");
        return;
    }
    if (draft.scaled) {
        read_scaled(reader, key, &draft, out);
        return;
    }
    out->kind = PASS_PERCENT;
    out->percent = draft.percent;
    if (draft.cuts || draft.verdict_cut > 0)
        report_error(&reader->report, key->place, "exam/pass",
                     "assumed cuts belong to 'scaled' only");
}

/* What the sections add up to. */
struct section_sums {
    bool all_items, all_percent; /* every section says that */
    struct exam_range items, percent;
    int cases; /* at least */
};

static struct section_sums add_up(const struct exam *exam)
{
    struct section_sums sums = {.all_items = true, .all_percent = true};

    for (size_t i = 0; i < exam->section_count; i++) {
        const struct exam_section *section = &exam->sections[i];

        if (section->size_kind == SIZE_ITEMS) {
            sums.items.low += section->size.low;
            sums.items.high += section->size.high;
        } else if (section->size_kind == SIZE_PERCENT) {
            sums.percent.low += section->size.low;
            sums.percent.high += section->size.high;
        } else if (section->size_kind == SIZE_CASES) {
            sums.cases += section->size.low;
        }
        sums.all_items &= section->size_kind == SIZE_ITEMS;
        sums.all_percent &= section->size_kind == SIZE_PERCENT;
    }
    return sums;
}

static void check_sums(struct reader *reader, struct exam_draft *draft,
                       struct place place)
{
    struct exam *exam = &draft->exam;
    struct section_sums sums = add_up(exam);

    if (draft->items)
        place = draft->items->place;
    if (!draft->items && sums.all_items)
        exam->scored = sums.items;
    else if (!draft->items && sums.percent.high > 0)
        report_error(&reader->report, place, "exam/items",
                     "percents need a total: 'items: {scored: ...}'");
    else if (draft->items && sums.all_items &&
             (sums.items.low > exam->scored.high ||
              sums.items.high < exam->scored.low))
        report_error(&reader->report, place, "exam/items",
                     "the sections have %d items together, the exam %d",
                     sums.items.low, exam->scored.low);
    else if (draft->items && !sums.all_items &&
             sums.items.low > exam->scored.high)
        report_error(&reader->report, place, "exam/items",
                     "some sections have %d items together, the exam only %d",
                     sums.items.low, exam->scored.high);
    if (sums.all_percent && exam->section_count > 0 &&
        (sums.percent.low > 100 || sums.percent.high < 100))
        report_warning(&reader->report, place, "exam/percent",
                       "the sections' percents add up to %d to %d",
                       sums.percent.low, sums.percent.high);
}

/* A form has so many questions at least. */
static void check_total(struct reader *reader, const struct exam *exam,
                        struct place place)
{
    struct section_sums sums = add_up(exam);
    int scored = exam->scored.low;
    int total;

    if (scored < sums.items.low)
        scored = sums.items.low;
    total = scored + exam->pretest.low + sums.cases;
    if (total > EXAM_ITEMS_MAX)
        report_error(&reader->report, place, "exam/items",
                     "the exam has %d questions at least; %d are allowed",
                     total, EXAM_ITEMS_MAX);
}

static void check_sections(struct reader *reader,
                           const struct exam_draft *draft)
{
    struct exam_section_pair pair;
    struct error err = {0};

    if (exam_check_sections(&draft->exam, &pair, &err))
        return;
    report_error(&reader->report, draft->places[pair.second], "exam/ambiguous",
                 "%s", err.message);
    report_note(&reader->report, draft->places[pair.first],
                "the first of the two");
}

static void check_time(struct reader *reader, const struct exam *exam,
                       struct place place)
{
    if (exam->warn_count == 0)
        return;
    if (exam->minutes == 0)
        report_error(&reader->report, place, "exam/minutes",
                     "'warn_minutes' needs 'minutes'");
    else if (exam->warn_minutes[0] >= exam->minutes)
        report_error(&reader->report, place, "exam/minutes",
                     "a warning at %d minutes left, in an exam of %d minutes",
                     exam->warn_minutes[0], exam->minutes);
}

/* The type that is not stated follows from the pass rule. */
static void settle_type(struct reader *reader, struct exam_draft *draft)
{
    struct exam *exam = &draft->exam;

    if (draft->type >= 0)
        exam->type = (enum exam_type)draft->type;
    else
        exam->type = draft->pass ? EXAM_MOCK : EXAM_PRACTICE_SET;
    if (exam->type != EXAM_MOCK && draft->pass)
        report_error(&reader->report, draft->pass->place, "exam/pass",
                     "a %s has no pass rule", exam_type_label(exam->type));
}

void exam_check(struct reader *reader, struct exam_draft *draft,
                struct place place)
{
    struct exam *exam = &draft->exam;

    if (draft->questions)
        exam_quiz_read(reader, draft);
    exam_pass_read(reader, draft->pass, &exam->pass);
    settle_type(reader, draft);
    exam->sections = draft->list;
    /* Sums of figures that were not read say nothing. */
    if (draft->is_incomplete || reader->report.list->errors > 0)
        return;
    if (exam->section_count == 0) {
        report_error(&reader->report, place, "exam/empty",
                     "the exam has neither sections nor questions");
        return;
    }
    check_time(reader, exam, place);
    check_sums(reader, draft, place);
    check_total(reader, exam, draft->items ? draft->items->place : place);
    check_sections(reader, draft);
}
