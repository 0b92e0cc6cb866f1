/*
 * `history` and `show ATTEMPT`: what was sat, and one attempt with its
 * sections and every question. The cells are filled once for text, JSON and
 * CSV.
 */
#include <inttypes.h>
#include <stdio.h>

#include "cli.h"
#include "letters.h"
#include "proctor/app/review.h"

#define COLUMNS(columns) (columns), sizeof(columns) / sizeof *(columns)

/* --- attempts ------------------------------------------------------------- */

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
    ATTEMPT_CONDITIONS,
    ATTEMPT_MINUTES,
};
static const struct column attempt_columns[] = {
    {"attempt", "Attempt", COLUMN_NUMBER},
    {"exam", "Exam", COLUMN_TEXT},
    {"version", NULL, COLUMN_TEXT},
    {"date", "Begun", COLUMN_TEXT},
    {"state", "State", COLUMN_TEXT},
    {"questions", "Questions", COLUMN_NUMBER},
    {"marks", "Marks", COLUMN_MARKS},
    {"possible", "Of", COLUMN_MARKS},
    {"needed", "Needed", COLUMN_MARKS},
    {"verdict", "Verdict", COLUMN_TEXT},
    {"percent", "%", COLUMN_NUMBER},
    {"short", NULL, COLUMN_FLAG},
    {"interrupted", NULL, COLUMN_FLAG},
    {"accommodated", NULL, COLUMN_FLAG},
    {"conditions", "Conditions", COLUMN_TEXT},
    {"minutes", "Minutes", COLUMN_NUMBER},
};

#define MINUTE_MS 60000

static bool is_accommodated(const struct attempt_row *attempt)
{
    return attempt->time_percent != 100 || attempt->added_minutes != 0;
}

/* "short, interrupted", or "" under exam conditions. */
static const char *conditions(const struct attempt_row *attempt,
                              struct arena *arena)
{
    const struct {
        bool holds;
        const char *word;
    } parts[] = {
        {attempt->is_short, "short"},
        {attempt->interrupted, "interrupted"},
        {is_accommodated(attempt), "accommodated"},
    };
    const char *text = "";

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].holds)
            text = arena_printf(arena, "%s%s%s", text, text[0] ? ", " : "",
                                parts[i].word);
    return text;
}

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

static void add_attempt(struct table *table, const struct attempt_row *attempt,
                        struct arena *arena)
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
    table_flag(table, ATTEMPT_SHORT, attempt->is_short);
    table_flag(table, ATTEMPT_INTERRUPTED, attempt->interrupted);
    table_flag(table, ATTEMPT_ACCOMMODATED, is_accommodated(attempt));
    table_text(table, ATTEMPT_CONDITIONS, str_from(conditions(attempt, arena)));
    table_number(table, ATTEMPT_MINUTES,
                 (attempt->stamp.used_ms + MINUTE_MS - 1) / MINUTE_MS);
}

int command_history(const struct cli *cli)
{
    struct arena arena = {0};
    struct table table;
    struct attempt_rows attempts;
    struct error err = {0};
    int status = EXIT_WELL;
    struct app *app = cli_open(cli, false, &status);

    if (!app)
        return status;
    table_init(&table, "history", COLUMNS(attempt_columns), &arena);
    if (attempt_list(app_store(app), app_candidate(app)->candidate_id, 0,
                     &arena, &attempts, &err)) {
        for (size_t i = 0; i < attempts.count; i++)
            add_attempt(&table, &attempts.items[i], &arena);
        status = cli_table(cli, &table,
                           "No exam was sat yet. `proctor sit EXAM` begins "
                           "one.");
    } else {
        status = cli_fail(cli, &err);
    }
    arena_finish(&arena);
    app_close(app);
    return status;
}

/* --- one attempt: its sections -------------------------------------------- */

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
};
static const struct column section_columns[] = {
    {"id", NULL, COLUMN_TEXT},         {"title", "Section", COLUMN_TEXT},
    {"right", "Right", COLUMN_NUMBER}, {"asked", "Asked", COLUMN_NUMBER},
    {"blank", "Blank", COLUMN_NUMBER}, {"marks", "Marks", COLUMN_MARKS},
    {"possible", "Of", COLUMN_MARKS},  {"low", NULL, COLUMN_NUMBER},
    {"high", NULL, COLUMN_NUMBER},     {"likely", "Likely", COLUMN_TEXT},
};

static void add_section(struct table *table, const struct exam_section *section,
                        const struct section_result *result,
                        struct arena *arena)
{
    struct interval likely = wilson_interval(result->right, result->asked);

    table_row(table);
    table_text(table, SECTION_ID, section->id);
    table_text(table, SECTION_TITLE, section->title);
    table_number(table, SECTION_RIGHT, result->right);
    table_number(table, SECTION_ASKED, result->asked);
    table_number(table, SECTION_BLANK, result->blank);
    table_number(table, SECTION_MARKS, result->score.earned);
    table_number(table, SECTION_POSSIBLE, result->score.possible);
    if (result->asked == 0)
        return;
    table_number(table, SECTION_LOW, likely.low);
    table_number(table, SECTION_HIGH, likely.high);
    table_text(
        table, SECTION_LIKELY,
        str_from(arena_printf(arena, "%d to %d %%", likely.low, likely.high)));
}

/* --- one attempt: its questions ------------------------------------------- */

enum {
    QUESTION_POSITION,
    QUESTION_NAME,
    QUESTION_SECTION,
    QUESTION_TOPIC,
    QUESTION_ANSWER,
    QUESTION_ANSWER_IDS,
    QUESTION_KEY,
    QUESTION_KEY_IDS,
    QUESTION_EARNED,
    QUESTION_POSSIBLE,
    QUESTION_SCORED,
    QUESTION_MARKED,
    QUESTION_SECONDS,
    QUESTION_CHANGES,
};
static const struct column question_columns[] = {
    {"position", "No", COLUMN_NUMBER},
    {"name", "Question", COLUMN_TEXT},
    {"section", NULL, COLUMN_TEXT},
    {"topic", "Topic", COLUMN_TEXT},
    {"answer", "Answer", COLUMN_TEXT},
    {"answer_ids", NULL, COLUMN_TEXT},
    {"key", "Key", COLUMN_TEXT},
    {"key_ids", NULL, COLUMN_TEXT},
    {"earned", "Earned", COLUMN_MARKS},
    {"possible", "Of", COLUMN_MARKS},
    {"scored", NULL, COLUMN_FLAG},
    {"marked", "Marked", COLUMN_FLAG},
    {"seconds", "Seconds", COLUMN_NUMBER},
    {"changes", "Changes", COLUMN_NUMBER},
};

/* The first accepted code of each slot, as an answer would be stored:
 * "dx=I13.0;I50.23". */
static struct str code_key(const struct item *item, struct arena *arena)
{
    struct strbuf text = {0};
    struct str out;

    for (size_t i = 0; i < item->field_count; i++) {
        const struct code_field *field = &item->fields[i];

        strbuf_printf(&text, "%s" STR_FORMAT "=", i > 0 ? "\n" : "",
                      STR_ARG(field->id));
        for (size_t slot = 0; slot < field->slot_count; slot++) {
            struct code code = field->slots[slot].accepted[0];

            if (code.poa == '\0')
                code.poa = field->slots[slot].poa;
            strbuf_adds(&text, slot > 0 ? ";" : "");
            code_format(&text, &code, field->set);
        }
    }
    out = arena_str(arena, strbuf_str(&text));
    strbuf_finish(&text);
    return out;
}

static void set_letters(struct table *table, const struct review_item *item)
{
    const char *order = item->slot.option_order;
    struct str answer = str_from(item->response.answer);
    char keys[ITEM_OPTIONS_MAX + 1], shown[ITEM_OPTIONS_MAX + 1];

    letters_of_keys(item->item, keys);
    letters_shown(order, str_from(keys), shown);
    table_text(table, QUESTION_KEY, str_from(shown));
    table_text(table, QUESTION_KEY_IDS, str_from(keys));
    if (answer.len == 0)
        return;
    letters_shown(order, answer, shown);
    table_text(table, QUESTION_ANSWER, str_from(shown));
    table_text(table, QUESTION_ANSWER_IDS, answer);
}

static void set_codes(struct table *table, const struct review_item *item,
                      struct arena *arena)
{
    if (str_from(item->response.answer).len > 0)
        table_text(table, QUESTION_ANSWER, str_from(item->response.answer));
    table_text(table, QUESTION_KEY, code_key(item->item, arena));
}

static void add_question(struct table *table, const struct review *review,
                         size_t index, struct arena *arena)
{
    const struct review_item *item = &review->items[index];

    table_row(table);
    table_number(table, QUESTION_POSITION, (int64_t)index + 1);
    table_text(table, QUESTION_NAME, str_from(item->name));
    table_text(table, QUESTION_SECTION, item->slot.section_id);
    table_text(table, QUESTION_TOPIC, item->slot.topic);
    if (item->item->kind == ITEM_CODES)
        set_codes(table, item, arena);
    else
        set_letters(table, item);
    table_number(table, QUESTION_EARNED, item->scored.score.earned);
    table_number(table, QUESTION_POSSIBLE, item->scored.score.possible);
    table_flag(table, QUESTION_SCORED, item->scored.counts);
    table_flag(table, QUESTION_MARKED, item->response.marked);
    table_number(table, QUESTION_SECONDS, item->response.time_ms / 1000);
    table_number(table, QUESTION_CHANGES, item->response.changes);
}

/* --- one attempt: all of it ----------------------------------------------- */

static void print_attempt(const struct cli *cli, const struct review *review,
                          const struct table *sections,
                          const struct table *questions, struct strbuf *out,
                          struct arena *arena)
{
    struct str_list remarks = review_remarks(review, arena);
    char date[CLOCK_DATE_SIZE];

    clock_format(review->attempt.started_utc_ms, review->attempt.zone_minutes,
                 date);
    strbuf_printf(out, "%s, begun %s, %s\n\n%s\n",
                  cli_folded(cli, arena, review->exam->title.data), date,
                  sitting_state_label(review->attempt.state),
                  cli_folded(cli, arena, review_headline(review, arena).data));
    for (size_t i = 0; i < remarks.count; i++)
        strbuf_printf(out, "%s\n",
                      cli_folded(cli, arena, remarks.items[i].data));
    strbuf_addc(out, '\n');
    table_print(sections, out, "This exam has no sections.", cli->ascii);
    strbuf_addc(out, '\n');
    table_print(questions, out, "It has no questions.", cli->ascii);
}

static int show(const struct cli *cli, const struct review *review,
                struct arena *arena)
{
    struct table attempt, sections, questions;
    struct strbuf out = {0};
    int status;

    table_init(&attempt, "attempt", COLUMNS(attempt_columns), arena);
    table_init(&sections, "attempt", COLUMNS(section_columns), arena);
    table_init(&questions, "attempt", COLUMNS(question_columns), arena);
    add_attempt(&attempt, &review->attempt, arena);
    for (size_t i = 0; i < review->result.section_count; i++)
        add_section(&sections, &review->exam->sections[i],
                    &review->result.sections[i], arena);
    for (size_t i = 0; i < review->count; i++)
        add_question(&questions, review, i, arena);
    if (cli_has(cli, OPTION_JSON)) {
        struct json_part parts[] = {{"attempt", &attempt, true},
                                    {"sections", &sections, false},
                                    {"questions", &questions, false}};

        json_document(&out, "attempt", parts, 3);
    } else if (cli_has(cli, OPTION_CSV)) {
        table_csv(&questions, &out, cli_has(cli, OPTION_RAW));
    } else {
        print_attempt(cli, review, &sections, &questions, &out, arena);
    }
    status = cli_write(cli, &out) ? EXIT_WELL : EXIT_ENVIRONMENT;
    strbuf_finish(&out);
    return status;
}

int command_show(const struct cli *cli)
{
    struct arena arena = {0};
    struct review review;
    struct error err = {0};
    int64_t attempt_id;
    int status = EXIT_WELL;
    struct app *app;

    if (!str_to_i64(str_from(cli->arguments[0]), 1, INT64_MAX, &attempt_id)) {
        error_set(&err, ERR_USAGE,
                  "'%s' is not the number of an attempt; `proctor history` "
                  "lists them",
                  cli->arguments[0]);
        return cli_fail(cli, &err);
    }
    app = cli_open(cli, false, &status);
    if (!app)
        return status;
    status = review_read(app, attempt_id, &arena, &review, &err)
                 ? show(cli, &review, &arena)
                 : cli_fail(cli, &err);
    arena_finish(&arena);
    app_close(app);
    return status;
}
