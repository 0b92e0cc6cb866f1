/*
 * The cells of every question of an attempt: what the candidate gave and said,
 * and the key. Letters are those shown on screen; ids are those of the bank.
 */
#include "letters.h"
#include "listing.h"
#include "show_tables.h"

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
    QUESTION_FIRST,
    QUESTION_FIRST_IDS,
    QUESTION_SLOW,
    QUESTION_CHANGED,
    QUESTION_SURE,
    QUESTION_HINTS,
    QUESTION_CAUSE,
    QUESTION_DISPUTED,
    QUESTION_NOTE,
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
    {"first_answer", "First", COLUMN_TEXT},
    {"first_answer_ids", NULL, COLUMN_TEXT},
    {"slow", "Slow", COLUMN_FLAG},
    {"changed", NULL, COLUMN_FLAG},
    {"sure", NULL, COLUMN_FLAG},
    {"hints", NULL, COLUMN_NUMBER},
    {"cause", "Cause", COLUMN_TEXT},
    {"disputed", "Disputed", COLUMN_FLAG},
    {"note", NULL, COLUMN_TEXT},
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

/* An answer by its ids, and by the letters shown in the column before. */
static void set_answer(struct table *table, size_t column,
                       const struct review_item *item, const char *answer)
{
    char shown[ITEM_OPTIONS_MAX + 1];
    struct str ids = str_from(answer);

    if (ids.len == 0)
        return;
    if (item->item->kind == ITEM_CODES) {
        table_text(table, column, ids);
        return;
    }
    letters_shown(item->slot.option_order, ids, shown);
    table_text(table, column, str_from(shown));
    table_text(table, column + 1, ids);
}

static void set_key(struct table *table, const struct review_item *item)
{
    char keys[ITEM_OPTIONS_MAX + 1];

    if (item->item->kind == ITEM_CODES) {
        table_text(table, QUESTION_KEY, code_key(item->item, table->arena));
        return;
    }
    letters_of_keys(item->item, keys);
    set_answer(table, QUESTION_KEY, item, keys);
}

/* What was given and how long it took. */
static void set_response(struct table *table, const struct review_item *item)
{
    const struct response *response = &item->response;

    set_answer(table, QUESTION_ANSWER, item, response->answer);
    set_answer(table, QUESTION_FIRST, item, response->first_answer);
    table_flag(table, QUESTION_MARKED, response->marked);
    table_number(table, QUESTION_SECONDS, response->time_ms / SECOND_MS);
    table_number(table, QUESTION_CHANGES, response->changes);
    table_flag(table, QUESTION_SLOW, item->is_slow);
    table_flag(table, QUESTION_CHANGED, item->is_changed);
    if (response->sure >= 0)
        table_flag(table, QUESTION_SURE, response->sure > 0);
    table_number(table, QUESTION_HINTS, response->hints);
}

/* What the candidate said of it afterwards. */
static void set_remarks(struct table *table, const struct review_item *item)
{
    if (item->cause != MISS_CAUSE_COUNT)
        table_text(table, QUESTION_CAUSE, str_from(miss_cause_id(item->cause)));
    table_flag(table, QUESTION_DISPUTED, item->dispute != NULL);
    if (item->note[0] != '\0')
        table_text(table, QUESTION_NOTE, str_from(item->note));
}

static void add_question(struct table *table, const struct review *review,
                         size_t index)
{
    const struct review_item *item = &review->items[index];

    table_row(table);
    table_number(table, QUESTION_POSITION, (int64_t)index + 1);
    table_text(table, QUESTION_NAME, str_from(item->name));
    table_text(table, QUESTION_SECTION, item->slot.section_id);
    table_text(table, QUESTION_TOPIC, item->slot.topic);
    set_key(table, item);
    table_number(table, QUESTION_EARNED, item->scored.score.earned);
    table_number(table, QUESTION_POSSIBLE, item->scored.score.possible);
    table_flag(table, QUESTION_SCORED, item->scored.counts);
    set_response(table, item);
    set_remarks(table, item);
}

void show_questions_fill(struct table *out, const struct review *review,
                         struct arena *arena)
{
    table_init(out, SHOW_NAME, COLUMNS(question_columns), arena);
    for (size_t i = 0; i < review->count; i++)
        add_question(out, review, i);
}
