/*
 * Scores the codes typed into one field: reads the entries, matches them to the
 * slots for the most marks, and says of each entry and each empty slot what it
 * was. The rules stand in docs/scoring.md with a worked example; sums of fields
 * and items are made in score.c.
 */
#include "score_codes.h"

#include <assert.h>
#include <string.h>

#include "assignment.h"

enum { NOT_PLACED = -1 };

static_assert(ITEM_CODES_MAX <= ASSIGNMENT_MAX, "a field must fit");

/* In a match the mark decides. Of equal ones the one that puts more entries in
 * slots that they fit exactly goes first, then an earlier entry, then an
 * earlier slot; all wishes of a kind together weigh less than one of the kind
 * before. */
enum {
    HALF_VALUE = 1 << 23,
    EXACT_VALUE = 1 << 17,
    ENTRY_VALUE = 1 << 6,
    SLOT_VALUE = 1,
};

struct entry {
    struct str typed;
    struct code code;
    enum code_problem problem;
    int slot;         /* or NOT_PLACED */
    bool is_exact;    /* for one of the slots at least */
    bool is_optional; /* exactly an optional code, and no slot's */
    enum entry_verdict verdict;
};

struct field_score {
    const struct code_field *field;
    struct entry entries[ITEM_CODES_MAX];
    int count;
    int first_slot; /* that must be entered first, or NOT_PLACED */
};

static bool is_readable(const struct entry *entry)
{
    /* Behind a code with a wrong detail stands a right code. */
    return entry->problem == CODE_OK || entry->problem == CODE_MODIFIER ||
           entry->problem == CODE_UNITS || entry->problem == CODE_POA;
}

static void read_entries(struct field_score *score,
                         const struct code_entries *answer)
{
    for (size_t i = 0; i < answer->count; i++) {
        struct entry entry = {.typed = str_trim(answer->items[i]),
                              .slot = NOT_PLACED};

        entry.problem = code_parse(entry.typed, score->field->set, &entry.code);
        if (entry.problem != CODE_EMPTY)
            score->entries[score->count++] = entry;
    }
}

/* How well a code fits a slot. */
enum fit { FIT_NONE, FIT_BASE, FIT_EXACT };

static enum fit fit_of(const struct code *code, const struct code_slot *slot)
{
    enum fit fit = FIT_NONE;

    for (size_t i = 0; i < slot->count; i++) {
        if (code_eq(code, &slot->accepted[i]))
            return FIT_EXACT;
        if (code_same_base(code, &slot->accepted[i]))
            fit = FIT_BASE;
    }
    return fit;
}

static enum fit entry_fit(const struct entry *entry,
                          const struct code_slot *slot)
{
    enum fit fit;

    if (!is_readable(entry))
        return FIT_NONE;
    fit = fit_of(&entry->code, slot);
    if (fit == FIT_EXACT && (entry->problem != CODE_OK ||
                             (slot->poa != 0 && slot->poa != entry->code.poa)))
        fit = FIT_BASE;
    return fit;
}

/* The slot that accepts the code, as written before by its base alone. */
static int slot_of(const struct code_field *field, const struct code *code)
{
    int found = NOT_PLACED;

    for (size_t i = field->slot_count; i-- > 0;) {
        if (fit_of(code, &field->slots[i]) == FIT_EXACT)
            found = (int)i;
    }
    for (size_t i = field->slot_count; i-- > 0 && found == NOT_PLACED;) {
        if (fit_of(code, &field->slots[i]) == FIT_BASE)
            found = (int)i;
    }
    return found;
}

/* A code that belongs to another slot to the letter is not entered for this
 * one, nor is one that counts for nothing. */
static bool stands_for(const struct entry *entry, const struct code_slot *slot)
{
    switch (entry_fit(entry, slot)) {
    case FIT_EXACT:
        return true;
    case FIT_BASE:
        return !entry->is_exact && !entry->is_optional;
    case FIT_NONE:
        break;
    }
    return false;
}

/* The entry stands before all entries for `earlier`, and there are some. */
static bool precedes_all(const struct field_score *score, int entry,
                         const struct code_slot *earlier)
{
    for (int i = 0; i < score->count; i++) {
        if (i != entry && stands_for(&score->entries[i], earlier))
            return i > entry;
    }
    return false;
}

/* A `before` of the author puts this slot behind another one whose code was
 * entered, but later. */
static bool is_out_of_order(const struct field_score *score, int entry,
                            int slot)
{
    const struct code_field *field = score->field;

    for (size_t i = 0; i < field->before_count; i++) {
        int earlier = slot_of(field, &field->before[i].first);
        int later = slot_of(field, &field->before[i].second);

        if (later == slot && earlier != NOT_PLACED && earlier != slot &&
            precedes_all(score, entry, &field->slots[earlier]))
            return true;
    }
    return false;
}

/* What an entry is worth in a slot, and how that is called. */
struct worth {
    int halves;
    enum entry_verdict verdict;
};

static struct worth worth_of(const struct field_score *score, int entry,
                             int slot, enum fit fit)
{
    if (slot == score->first_slot && entry != 0)
        return (struct worth){0, ENTRY_NOT_FIRST};
    if (fit == FIT_BASE)
        return (struct worth){1, ENTRY_HALF_DETAIL};
    if (is_out_of_order(score, entry, slot))
        return (struct worth){1, ENTRY_HALF_ORDER};
    return (struct worth){2, ENTRY_RIGHT};
}

static bool is_optional(const struct code_field *field, const struct code *code,
                        bool (*eq)(const struct code *, const struct code *))
{
    for (size_t i = 0; i < field->optional_count; i++) {
        if (eq(code, &field->optional[i]))
            return true;
    }
    return false;
}

/* What an entry is to the field as a whole. A code that the author calls
 * optional, to the letter, is not held against a slot of the same base, unless
 * it is that slot's own code. */
static void classify_entries(struct field_score *score)
{
    for (int i = 0; i < score->count; i++) {
        struct entry *entry = &score->entries[i];

        entry->is_optional = entry->problem == CODE_OK &&
                             is_optional(score->field, &entry->code, code_eq);
        for (size_t j = 0; j < score->field->slot_count; j++) {
            const struct code_slot *slot = &score->field->slots[j];

            if (fit_of(&entry->code, slot) == FIT_EXACT)
                entry->is_optional = false;
            if (entry_fit(entry, slot) == FIT_EXACT)
                entry->is_exact = true;
        }
    }
}

static void match_slots(struct field_score *score)
{
    int32_t value[ASSIGNMENT_MAX][ASSIGNMENT_MAX] = {{0}};
    int slot_of_entry[ASSIGNMENT_MAX];
    int slots = (int)score->field->slot_count;

    for (int i = 0; i < score->count; i++) {
        for (int j = 0; j < slots; j++) {
            enum fit fit =
                entry_fit(&score->entries[i], &score->field->slots[j]);

            if (fit == FIT_NONE || score->entries[i].is_optional)
                continue;
            value[i][j] = worth_of(score, i, j, fit).halves * HALF_VALUE +
                          (fit == FIT_EXACT ? EXACT_VALUE : 0) +
                          (ASSIGNMENT_MAX - i) * ENTRY_VALUE +
                          (ASSIGNMENT_MAX - j) * SLOT_VALUE;
        }
    }
    assign(score->count, slots, value, slot_of_entry);
    for (int i = 0; i < score->count; i++)
        score->entries[i].slot = slot_of_entry[i];
}

static bool is_repeated(const struct field_score *score, int entry, int others)
{
    for (int i = 0; i < others; i++) {
        if (i != entry && is_readable(&score->entries[i]) &&
            code_eq(&score->entries[i].code, &score->entries[entry].code))
            return true;
    }
    return false;
}

/* Leading characters that make the category of a code. */
static const size_t category_len[CODE_SET_COUNT] = {
    [CODE_CPT] = 4,
    [CODE_HCPCS] = 4,
    [CODE_ICD_10_CM] = 3,
    [CODE_ICD_10_PCS] = 3,
};

static bool is_filled(const struct field_score *score, size_t slot)
{
    for (int i = 0; i < score->count; i++) {
        if (score->entries[i].slot == (int)slot)
            return true;
    }
    return false;
}

/* The category of a code that was missed. */
static bool is_near(const struct field_score *score, const struct code *code)
{
    const struct code_field *field = score->field;

    for (size_t j = 0; j < field->slot_count; j++) {
        const struct code_slot *slot = &field->slots[j];

        for (size_t k = 0; k < slot->count && !is_filled(score, j); k++) {
            if (strncmp(code->base, slot->accepted[k].base,
                        category_len[field->set]) == 0)
                return true;
        }
    }
    return false;
}

static enum entry_verdict judge_unplaced(const struct field_score *score,
                                         int index)
{
    const struct entry *entry = &score->entries[index];

    if (!is_readable(entry))
        return ENTRY_MALFORMED;
    if (is_optional(score->field, &entry->code, code_same_base))
        return is_repeated(score, index, index) ? ENTRY_REPEATED
                                                : ENTRY_OPTIONAL;
    if (is_repeated(score, index, score->count))
        return ENTRY_REPEATED;
    if (entry->problem != CODE_OK)
        return ENTRY_MALFORMED;
    return is_near(score, &entry->code) ? ENTRY_NEAR : ENTRY_EXTRA;
}

/* Names each entry; gives the half marks earned. */
static int judge(struct field_score *score)
{
    int halves = 0;

    for (int i = 0; i < score->count; i++) {
        struct entry *entry = &score->entries[i];

        if (entry->slot == NOT_PLACED) {
            entry->verdict = judge_unplaced(score, i);
        } else {
            struct worth worth =
                worth_of(score, i, entry->slot,
                         entry_fit(entry, &score->field->slots[entry->slot]));

            entry->verdict = worth.verdict;
            halves += worth.halves;
        }
    }
    return halves;
}

static int count_extras(const struct field_score *score)
{
    int entered = 0;
    int extras;

    for (int i = 0; i < score->count; i++)
        entered += score->entries[i].verdict != ENTRY_OPTIONAL;
    extras = entered - (int)score->field->slot_count;
    return extras > 0 ? extras : 0;
}

static struct str find_why(const struct code_field *field,
                           const struct entry *entry)
{
    struct str why = STR("");

    if (!is_readable(entry))
        return why;
    for (size_t i = 0; i < field->why_count; i++) {
        if (code_eq(&entry->code, &field->why[i].code))
            return field->why[i].why;
        if (why.len == 0 && code_same_base(&entry->code, &field->why[i].code))
            why = field->why[i].why;
    }
    return why;
}

static void report_field(const struct field_score *score, struct arena *arena,
                         struct field_feedback *out)
{
    const struct code_field *field = score->field;

    out->entries =
        ARENA_ARRAY(arena, struct entry_feedback, (size_t)score->count);
    out->missed =
        ARENA_ARRAY(arena, const struct code_slot *, field->slot_count);
    for (int i = 0; i < score->count; i++) {
        const struct entry *entry = &score->entries[i];

        out->entries[out->entry_count++] = (struct entry_feedback){
            .typed = arena_str(arena, entry->typed),
            .verdict = entry->verdict,
            .why = find_why(field, entry),
            .problem = entry->problem == CODE_OK
                           ? NULL
                           : code_problem_text(entry->problem),
        };
    }
    for (size_t j = 0; j < field->slot_count; j++) {
        if (!is_filled(score, j))
            out->missed[out->missed_count++] = &field->slots[j];
    }
}

int score_field(const struct code_field *field,
                const struct code_entries *answer, struct arena *arena,
                struct field_feedback *feedback_out)
{
    struct field_score score = {.field = field, .first_slot = NOT_PLACED};
    int halves;
    int extras;

    assert(field->slot_count <= ITEM_CODES_MAX);
    if (field->first.base[0] != '\0')
        score.first_slot = slot_of(field, &field->first);
    read_entries(&score, answer);
    classify_entries(&score);
    match_slots(&score);
    halves = judge(&score);
    extras = count_extras(&score);
    if (feedback_out) {
        *feedback_out =
            (struct field_feedback){.right_halves = halves, .extras = extras};
        report_field(&score, arena, feedback_out);
    }
    return halves > 2 * extras ? halves - 2 * extras : 0;
}
