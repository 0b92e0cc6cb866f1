/*
 * Marks in hundredths: of one item, of a whole attempt, and what they mean for
 * passing. Typed codes are scored field by field in score_codes.c. Corrections
 * and which items count are the caller's.
 */
#include "proctor/domain/score.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>

#include "ids.h"
#include "score_codes.h"

enum { MARK = 100, HALF_MARK = 50 };

#define X(NAME, label) [ENTRY_##NAME] = label,
static const char *const entry_verdict_labels[] = {ENTRY_VERDICTS(X)};
#undef X

#define X(NAME, id, label) [VERDICT_##NAME] = id,
static const char *const verdict_ids[] = {VERDICTS(X)};
#undef X

#define X(NAME, id, label) [VERDICT_##NAME] = label,
static const char *const verdict_labels[] = {VERDICTS(X)};
#undef X

const char *entry_verdict_label(enum entry_verdict verdict)
{
    return entry_verdict_labels[verdict];
}

const char *verdict_id(enum verdict verdict)
{
    return verdict_ids[verdict];
}

const char *verdict_label(enum verdict verdict)
{
    return verdict_labels[verdict];
}

IDS_DEFINE_FROM_ID(verdict_from_id, verdict, verdict_ids)

/* Sums of marks stay far below INT_MAX; a damaged file must not overflow. */
static int add(int a, int64_t b)
{
    int64_t sum = a + b;

    return sum < INT_MAX ? (int)sum : INT_MAX;
}

static int slots_of(const struct item *item)
{
    int slots = 0;

    for (size_t i = 0; i < item->field_count; i++)
        slots = add(slots, (int64_t)item->fields[i].slot_count);
    return slots;
}

int score_possible(const struct item *item, int points)
{
    int marks = item->kind == ITEM_CODES ? slots_of(item) : 1;

    return add(0, (int64_t)marks * MARK * points);
}

/* Chosen options that are keys. */
static size_t count_hits(const struct item *item, struct str answer)
{
    size_t hits = 0;

    for (size_t i = 0; i < answer.len; i++) {
        const struct option *option = item_option(item, answer.data[i]);

        hits += option && option->is_key;
    }
    return hits;
}

/* All or nothing; of several keys that are right alone, one is enough. */
static bool is_right_choice(const struct item *item, struct str answer)
{
    return answer.len > 0 && answer.len == item_choose_count(item) &&
           count_hits(item, answer) == answer.len;
}

static int score_fields(const struct item *item, struct str answer,
                        struct arena *arena,
                        struct field_feedback **feedback_out)
{
    struct field_feedback *feedback = NULL;
    int halves = 0;

    if (feedback_out) {
        feedback = ARENA_ARRAY(arena, struct field_feedback, item->field_count);
        *feedback_out = feedback;
    }
    for (size_t i = 0; i < item->field_count; i++) {
        struct code_entries entries;

        response_entries(item, answer, i, &entries);
        halves += score_field(&item->fields[i], &entries, arena,
                              feedback ? &feedback[i] : NULL);
    }
    return halves * HALF_MARK;
}

/* In hundredths, as if nothing were all or nothing. */
static int partial_of(const struct item *item, struct str answer, int earned)
{
    int64_t got = earned;
    int64_t asked = score_possible(item, 1);

    if (item->kind != ITEM_CODES) {
        got = (int64_t)count_hits(item, answer);
        asked = (int64_t)item_choose_count(item);
    }
    return asked > 0 ? (int)(MARK * got / asked) : 0;
}

struct score score_item(const struct item *item, struct str answer, int points,
                        struct arena *arena,
                        struct field_feedback **feedback_out, int *partial_out)
{
    int earned;

    if (item->kind == ITEM_CODES)
        earned = score_fields(item, answer, arena, feedback_out);
    else
        earned = is_right_choice(item, answer) ? MARK : 0;
    if (partial_out)
        *partial_out = partial_of(item, answer, earned);
    return (struct score){add(0, (int64_t)earned * points),
                          score_possible(item, points)};
}

static void add_score(struct score *sum, struct score score)
{
    sum->earned = add(sum->earned, score.earned);
    sum->possible = add(sum->possible, score.possible);
}

static bool is_full(struct score score)
{
    return score.possible > 0 && score.earned == score.possible;
}

static void add_item(struct result *result, const struct scored_item *item)
{
    add_score(&result->score, item->score);
    result->asked++;
    result->right += is_full(item->score);
    result->blank += item->blank;
    result->not_reached += !item->reached;
}

static void add_to_section(struct section_result *section,
                           const struct scored_item *item)
{
    add_score(&section->score, item->score);
    section->asked++;
    section->right += is_full(item->score);
    section->blank += item->blank;
}

int score_cut(const struct exam *exam)
{
    if (exam->type != EXAM_MOCK)
        return 0;
    switch (exam->pass.kind) {
    case PASS_PERCENT:
        return exam->pass.percent;
    case PASS_SCALED:
        return exam->pass.verdict_cut;
    case PASS_NONE:
        break;
    }
    return 0;
}

void score_attempt(const struct exam *exam, const struct scored_item *items,
                   size_t count, bool ended_well, struct arena *arena,
                   struct result *out)
{
    struct result result = {.section_count = exam->section_count};

    result.sections =
        ARENA_ARRAY(arena, struct section_result, exam->section_count);
    for (size_t i = 0; i < count; i++) {
        int section = items[i].section;

        if (!items[i].counts)
            continue;
        add_item(&result, &items[i]);
        if (section >= 0 && (size_t)section < exam->section_count)
            add_to_section(&result.sections[section], &items[i]);
    }
    result.cut = score_cut(exam);
    result.needed = score_needed(result.score.possible, result.cut);
    if (ended_well && result.cut > 0 && result.score.possible > 0)
        result.verdict = score_passes(result.score, result.cut)
                             ? VERDICT_PASSED
                             : VERDICT_NOT_PASSED;
    *out = result;
}

bool score_passes(struct score score, int percent)
{
    return (int64_t)100 * score.earned >= (int64_t)percent * score.possible;
}

int score_needed(int possible, int percent)
{
    return add(0, ((int64_t)percent * possible + 99) / 100);
}

void marks_format(int hundredths, char out[MARKS_SIZE])
{
    int whole = hundredths / MARK;
    int rest = hundredths % MARK;

    if (rest == 0)
        snprintf(out, MARKS_SIZE, "%d", whole);
    else if (rest % 10 == 0)
        snprintf(out, MARKS_SIZE, "%d.%d", whole, rest / 10);
    else
        snprintf(out, MARKS_SIZE, "%d.%02d", whole, rest);
}

struct interval wilson_interval(int right, int asked)
{
    const double z = 1.959964;
    double n = asked;
    double p;
    double centre;
    double half;

    if (asked <= 0)
        return (struct interval){0, 100};
    p = right / n;
    centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return (struct interval){
        .low = (int)lround(100 * (centre - half)),
        .high = (int)lround(100 * (centre + half)),
    };
}
