/*
 * The cells of an attempt: its sections, what the whole tells beside the marks,
 * and an earlier attempt beside it. Its questions are show_questions.c.
 */
#include "show_tables.h"

#include "attempt_table.h"
#include "listing.h"

/* --- sections ------------------------------------------------------------- */

enum {
    SECTION_ID,
    SECTION_TITLE,
    SECTION_RIGHT,
    SECTION_ASKED,
    SECTION_BLANK,
    SECTION_MARKS,
    SECTION_POSSIBLE,
    SECTION_LOW,
    SECTION_HIGH,
    SECTION_LIKELY,
    SECTION_SECONDS,
    SECTION_MEDIAN,
};
static const struct column section_columns[] = {
    {"id", NULL, COLUMN_TEXT},
    {"title", "Section", COLUMN_TEXT},
    {"right", "Right", COLUMN_NUMBER},
    {"asked", "Asked", COLUMN_NUMBER},
    {"blank", "Blank", COLUMN_NUMBER},
    {"marks", "Marks", COLUMN_MARKS},
    {"possible", "Of", COLUMN_MARKS},
    {"low", NULL, COLUMN_NUMBER},
    {"high", NULL, COLUMN_NUMBER},
    {"likely", "Likely", COLUMN_TEXT},
    {"seconds", "Seconds", COLUMN_NUMBER},
    {"median_seconds", "Median", COLUMN_NUMBER},
};

static void add_section(struct table *table, const struct review *review,
                        size_t index)
{
    const struct exam_section *section = &review->exam->sections[index];
    const struct section_result *result = &review->result.sections[index];
    const struct time_spread *time = &review->retrospect.sections[index].all;

    table_row(table);
    table_text(table, SECTION_ID, section->id);
    table_text(table, SECTION_TITLE, section->title);
    table_number(table, SECTION_RIGHT, result->right);
    table_number(table, SECTION_ASKED, result->asked);
    table_number(table, SECTION_BLANK, result->blank);
    table_number(table, SECTION_MARKS, result->score.earned);
    table_number(table, SECTION_POSSIBLE, result->score.possible);
    if (result->asked > 0)
        table_interval(table, SECTION_LOW,
                       wilson_interval(result->right, result->asked));
    if (time->count == 0)
        return;
    table_number(table, SECTION_SECONDS, time->total_ms / SECOND_MS);
    table_number(table, SECTION_MEDIAN, time->median_ms / SECOND_MS);
}

/* --- the whole ------------------------------------------------------------ */

enum {
    PAST_USED,
    PAST_LIMIT,
    PAST_TARGET,
    PAST_SHOWN,
    PAST_LOWER,
    PAST_MEDIAN,
    PAST_UPPER,
    PAST_RIGHT_MEDIAN,
    PAST_WRONG_MEDIAN,
    PAST_LAST,
    PAST_LAST_RIGHT,
    PAST_LAST_SECONDS,
    PAST_NOT_REACHED,
    PAST_CHANGED,
    PAST_WRONG_TO_RIGHT,
    PAST_RIGHT_TO_WRONG,
    PAST_WRONG_TO_WRONG,
    PAST_EARNED,
    PAST_FIRST_EARNED,
    PAST_BLANK,
    PAST_CHANCES,
};
static const struct column past_columns[] = {
    {"used_seconds", NULL, COLUMN_NUMBER},
    {"limit_seconds", NULL, COLUMN_NUMBER},
    {"target_seconds", NULL, COLUMN_NUMBER},
    {"shown", NULL, COLUMN_NUMBER},
    {"lower_seconds", NULL, COLUMN_NUMBER},
    {"median_seconds", NULL, COLUMN_NUMBER},
    {"upper_seconds", NULL, COLUMN_NUMBER},
    {"right_median_seconds", NULL, COLUMN_NUMBER},
    {"wrong_median_seconds", NULL, COLUMN_NUMBER},
    {"last", NULL, COLUMN_NUMBER},
    {"last_right", NULL, COLUMN_NUMBER},
    {"last_seconds", NULL, COLUMN_NUMBER},
    {"not_reached", NULL, COLUMN_NUMBER},
    {"changed", NULL, COLUMN_NUMBER},
    {"wrong_to_right", NULL, COLUMN_NUMBER},
    {"right_to_wrong", NULL, COLUMN_NUMBER},
    {"wrong_to_wrong", NULL, COLUMN_NUMBER},
    {"earned", NULL, COLUMN_MARKS},
    {"first_answers_earned", NULL, COLUMN_MARKS},
    {"blank", NULL, COLUMN_NUMBER},
    {"chances", NULL, COLUMN_MARKS},
};

static void set_times(struct table *table, const struct review *review)
{
    const struct retrospect *past = &review->retrospect;

    table_number(table, PAST_USED, review->attempt.stamp.used_ms / SECOND_MS);
    if (review->attempt.limit_ms > 0)
        table_number(table, PAST_LIMIT, review->attempt.limit_ms / SECOND_MS);
    if (past->target_ms > 0)
        table_number(table, PAST_TARGET, past->target_ms / SECOND_MS);
    table_number(table, PAST_SHOWN, past->all.count);
    if (past->all.count > 0) {
        table_number(table, PAST_LOWER, past->all.lower_ms / SECOND_MS);
        table_number(table, PAST_MEDIAN, past->all.median_ms / SECOND_MS);
        table_number(table, PAST_UPPER, past->all.upper_ms / SECOND_MS);
    }
    if (past->right.count > 0)
        table_number(table, PAST_RIGHT_MEDIAN,
                     past->right.median_ms / SECOND_MS);
    if (past->wrong.count > 0)
        table_number(table, PAST_WRONG_MEDIAN,
                     past->wrong.median_ms / SECOND_MS);
}

static void fill_retrospect(struct table *table, const struct review *review)
{
    const struct retrospect *past = &review->retrospect;

    table_row(table);
    set_times(table, review);
    table_number(table, PAST_LAST, past->last_count);
    table_number(table, PAST_LAST_RIGHT, past->last_right);
    table_number(table, PAST_LAST_SECONDS, past->last_ms / SECOND_MS);
    table_number(table, PAST_NOT_REACHED, past->not_reached);
    table_number(table, PAST_CHANGED, past->changed);
    table_number(table, PAST_WRONG_TO_RIGHT, past->wrong_to_right);
    table_number(table, PAST_RIGHT_TO_WRONG, past->right_to_wrong);
    table_number(table, PAST_WRONG_TO_WRONG, past->wrong_to_wrong);
    table_number(table, PAST_EARNED, past->earned);
    table_number(table, PAST_FIRST_EARNED, past->first_earned);
    table_number(table, PAST_BLANK, past->blank);
    table_number(table, PAST_CHANCES, past->chances);
}

static const struct column finding_columns[] = {{"text", NULL, COLUMN_TEXT}};

static void fill_findings(struct table *table, const struct review *review)
{
    struct str_list findings = review_findings(review, table->arena);

    for (size_t i = 0; i < findings.count; i++) {
        table_row(table);
        table_text(table, 0, findings.items[i]);
    }
}

enum { CAUSE_ID, CAUSE_COUNT };
static const struct column cause_columns[] = {
    {"cause", NULL, COLUMN_TEXT},
    {"count", NULL, COLUMN_NUMBER},
};

static void fill_causes(struct table *table, const struct review *review)
{
    for (int cause = 0; cause < MISS_CAUSE_COUNT; cause++) {
        table_row(table);
        table_text(table, CAUSE_ID,
                   str_from(miss_cause_id((enum miss_cause)cause)));
        table_number(table, CAUSE_COUNT, review->causes[cause]);
    }
}

/* --- an earlier attempt --------------------------------------------------- */

enum { COMPARISON_EARLIER, COMPARISON_COMMON };
static const struct column comparison_columns[] = {
    {"earlier", NULL, COLUMN_NUMBER},
    {"common_questions", NULL, COLUMN_NUMBER},
};

enum {
    COMPARED_TITLE,
    COMPARED_THEN_RIGHT,
    COMPARED_THEN_ASKED,
    COMPARED_THEN_MARKS,
    COMPARED_THEN_POSSIBLE,
    COMPARED_RIGHT,
    COMPARED_ASKED,
    COMPARED_MARKS,
    COMPARED_POSSIBLE,
};
static const struct column compared_columns[] = {
    {"title", "Section", COLUMN_TEXT},     {"then_right", NULL, COLUMN_NUMBER},
    {"then_asked", NULL, COLUMN_NUMBER},   {"then_marks", "Then", COLUMN_MARKS},
    {"then_possible", "Of", COLUMN_MARKS}, {"right", NULL, COLUMN_NUMBER},
    {"asked", NULL, COLUMN_NUMBER},        {"marks", "Now", COLUMN_MARKS},
    {"possible", "Of", COLUMN_MARKS},
};

/* In the four columns from `column` on; nothing of a section that was not
 * there. */
static void set_compared(struct table *table, size_t column,
                         const struct section_result *result)
{
    if (!result)
        return;
    table_number(table, column, result->right);
    table_number(table, column + 1, result->asked);
    table_number(table, column + 2, result->score.earned);
    table_number(table, column + 3, result->score.possible);
}

void show_tables_compare(struct show_tables *tables,
                         const struct comparison *comparison)
{
    table_row(&tables->comparison);
    table_number(&tables->comparison, COMPARISON_EARLIER,
                 comparison->before.attempt_id);
    table_number(&tables->comparison, COMPARISON_COMMON, comparison->common);
    attempt_table_add(&tables->earlier, &comparison->before);
    for (size_t i = 0; i < comparison->count; i++) {
        const struct compared_section *section = &comparison->sections[i];

        table_row(&tables->compared);
        table_text(&tables->compared, COMPARED_TITLE, section->title);
        set_compared(&tables->compared, COMPARED_THEN_RIGHT, section->before);
        set_compared(&tables->compared, COMPARED_RIGHT, section->now);
    }
}

/* --- all of it ------------------------------------------------------------ */

void show_tables_fill(struct show_tables *out, const struct review *review,
                      struct arena *arena)
{
    static const char name[] = SHOW_NAME;

    table_init(&out->attempt, name, attempt_columns, attempt_column_count,
               arena);
    table_init(&out->retrospect, name, COLUMNS(past_columns), arena);
    table_init(&out->findings, name, COLUMNS(finding_columns), arena);
    table_init(&out->causes, name, COLUMNS(cause_columns), arena);
    table_init(&out->sections, name, COLUMNS(section_columns), arena);
    table_init(&out->comparison, name, COLUMNS(comparison_columns), arena);
    table_init(&out->compared, name, COLUMNS(compared_columns), arena);
    table_init(&out->earlier, name, attempt_columns, attempt_column_count,
               arena);
    attempt_table_add(&out->attempt, &review->attempt);
    fill_retrospect(&out->retrospect, review);
    fill_findings(&out->findings, review);
    fill_causes(&out->causes, review);
    for (size_t i = 0; i < review->result.section_count; i++)
        add_section(&out->sections, review, i);
    show_questions_fill(&out->questions, review, arena);
}
