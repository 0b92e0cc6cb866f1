/* An attempt as a row of a table. What became of it and what was special about
 * it is said by app/history.h. */
#include "attempt_table.h"

#include "proctor/app/history.h"

enum {
    ATTEMPT_ID,
    ATTEMPT_EXAM,
    ATTEMPT_VERSION,
    ATTEMPT_DATE,
    ATTEMPT_STATE,
    ATTEMPT_QUESTIONS,
    ATTEMPT_MARKS,
    ATTEMPT_POSSIBLE,
    ATTEMPT_NEEDED,
    ATTEMPT_VERDICT,
    ATTEMPT_PERCENT,
    ATTEMPT_SHORT,
    ATTEMPT_INTERRUPTED,
    ATTEMPT_ACCOMMODATED,
    ATTEMPT_OUTCOME,
    ATTEMPT_CONDITIONS,
    ATTEMPT_MINUTES,
    ATTEMPT_MODE,
    ATTEMPT_TITLE,
};
const struct column attempt_columns[] = {
    {"attempt", "Attempt", COLUMN_NUMBER},
    {"exam", "Exam", COLUMN_TEXT},
    {"version", NULL, COLUMN_TEXT},
    {"date", "Begun", COLUMN_TEXT},
    {"state", NULL, COLUMN_TEXT},
    {"questions", "Questions", COLUMN_NUMBER},
    {"marks", "Marks", COLUMN_MARKS},
    {"possible", "Of", COLUMN_MARKS},
    {"needed", "Needed", COLUMN_MARKS},
    {"verdict", NULL, COLUMN_TEXT},
    {"percent", "%", COLUMN_NUMBER},
    {"short", NULL, COLUMN_FLAG},
    {"interrupted", NULL, COLUMN_FLAG},
    {"accommodated", NULL, COLUMN_FLAG},
    {"outcome", "Outcome", COLUMN_TEXT},
    {"conditions", "Conditions", COLUMN_TEXT},
    {"minutes", "Minutes", COLUMN_NUMBER},
    {"mode", "Kind", COLUMN_TEXT},
    {"title", "Title", COLUMN_TEXT},
};
const size_t attempt_column_count =
    sizeof attempt_columns / sizeof *attempt_columns;

#define MINUTE_MS 60000

static void set_result(struct table *table, const struct attempt_row *attempt)
{
    if (!attempt->has_result)
        return;
    table_number(table, ATTEMPT_MARKS, attempt->earned);
    table_number(table, ATTEMPT_POSSIBLE, attempt->possible);
    if (attempt->needed > 0)
        table_number(table, ATTEMPT_NEEDED, attempt->needed);
    table_text(table, ATTEMPT_VERDICT, str_from(verdict_id(attempt->verdict)));
    /* Cut off, so that 69.9 never looks like a pass at 70. */
    if (attempt->possible > 0)
        table_number(table, ATTEMPT_PERCENT,
                     (int64_t)attempt->earned * 100 / attempt->possible);
}

static void set_conditions(struct table *table,
                           const struct attempt_row *attempt)
{
    table_flag(table, ATTEMPT_SHORT, attempt->is_short);
    table_flag(table, ATTEMPT_INTERRUPTED, attempt->interrupted);
    table_flag(table, ATTEMPT_ACCOMMODATED,
               attempt->time_percent != 100 || attempt->added_minutes != 0);
    table_text(table, ATTEMPT_CONDITIONS,
               str_from(history_conditions(attempt, table->arena)));
}

void attempt_table_add(struct table *table, const struct attempt_row *attempt)
{
    char date[CLOCK_DATE_SIZE];

    clock_format(attempt->started_utc_ms, attempt->zone_minutes, date);
    table_row(table);
    table_number(table, ATTEMPT_ID, attempt->attempt_id);
    table_text(table, ATTEMPT_EXAM, str_from(attempt->exam));
    table_text(table, ATTEMPT_VERSION, str_from(attempt->exam_version));
    table_text(table, ATTEMPT_DATE, str_from(date));
    table_text(table, ATTEMPT_STATE,
               str_from(sitting_state_id(attempt->state)));
    table_number(table, ATTEMPT_QUESTIONS, attempt->count);
    set_result(table, attempt);
    set_conditions(table, attempt);
    table_text(table, ATTEMPT_OUTCOME, str_from(history_outcome(attempt)));
    table_number(table, ATTEMPT_MINUTES,
                 (attempt->stamp.used_ms + MINUTE_MS - 1) / MINUTE_MS);
    table_text(table, ATTEMPT_MODE, str_from(attempt_mode_id(attempt->mode)));
    table_text(table, ATTEMPT_TITLE, str_from(attempt->exam_title));
}
