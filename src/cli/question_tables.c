/*
 * The JSON document of a question: what candidates see, the key, and what the
 * author wrote about it. Lists of different kinds are tables of their own, so
 * that every field has one type.
 */
#include "question_tables.h"

#include "listing.h"

static void set_some(struct table *table, size_t column, struct str text)
{
    if (text.len > 0)
        table_text(table, column, text);
}

static struct str letter_text(const char *letter)
{
    return (struct str){letter, 1};
}

/* --- the question --------------------------------------------------------- */

enum {
    QUESTION_NAME,
    QUESTION_ID,
    QUESTION_TOPIC,
    QUESTION_KIND,
    QUESTION_STATUS,
    QUESTION_DIFFICULTY,
    QUESTION_CHOOSE,
    QUESTION_ANY,
    QUESTION_STEM,
    QUESTION_CASE,
    QUESTION_RATIONALE,
    QUESTION_OBJECTIVE,
    QUESTION_AUTHOR,
};
static const struct column question_columns[] = {
    {"name", NULL, COLUMN_TEXT},      {"id", NULL, COLUMN_TEXT},
    {"topic", NULL, COLUMN_TEXT},     {"kind", NULL, COLUMN_TEXT},
    {"status", NULL, COLUMN_TEXT},    {"difficulty", NULL, COLUMN_TEXT},
    {"choose", NULL, COLUMN_NUMBER},  {"any_key", NULL, COLUMN_FLAG},
    {"stem", NULL, COLUMN_TEXT},      {"case", NULL, COLUMN_TEXT},
    {"rationale", NULL, COLUMN_TEXT}, {"objective", NULL, COLUMN_TEXT},
    {"author", NULL, COLUMN_TEXT},
};

static void fill_question(struct table *table, const char *name,
                          const struct item *item)
{
    table_row(table);
    table_text(table, QUESTION_NAME, str_from(name));
    table_text(table, QUESTION_ID, item->id);
    table_text(table, QUESTION_TOPIC, item->topic);
    table_text(table, QUESTION_KIND, str_from(item_kind_id(item->kind)));
    table_text(table, QUESTION_STATUS, str_from(item_status_id(item->status)));
    set_some(table, QUESTION_DIFFICULTY,
             str_from(difficulty_id(item->difficulty)));
    if (item->kind != ITEM_CODES)
        table_number(table, QUESTION_CHOOSE, (int64_t)item_choose_count(item));
    table_flag(table, QUESTION_ANY, item->any_key);
    table_text(table, QUESTION_STEM, item->stem);
    if (item->case_text)
        table_text(table, QUESTION_CASE, item->case_text->title);
    set_some(table, QUESTION_RATIONALE, item->rationale);
    set_some(table, QUESTION_OBJECTIVE, item->objective);
    set_some(table, QUESTION_AUTHOR, item->author);
}

enum {
    CHOICE_SHOWN,
    CHOICE_ID,
    CHOICE_TEXT,
    CHOICE_IS_KEY,
    CHOICE_IS_PINNED,
    CHOICE_WHY,
};
static const struct column choice_columns[] = {
    {"shown", NULL, COLUMN_TEXT},  {"id", NULL, COLUMN_TEXT},
    {"text", NULL, COLUMN_TEXT},   {"key", NULL, COLUMN_FLAG},
    {"pinned", NULL, COLUMN_FLAG}, {"why", NULL, COLUMN_TEXT},
};

static void fill_options(struct table *table, const struct item *item,
                         const char *order)
{
    for (int i = 0; order[i] != '\0'; i++) {
        const struct option *option = item_option(item, order[i]);
        char shown = (char)('A' + i);

        table_row(table);
        table_text(table, CHOICE_SHOWN, letter_text(&shown));
        table_text(table, CHOICE_ID, letter_text(&option->letter));
        table_text(table, CHOICE_TEXT, option->text);
        table_flag(table, CHOICE_IS_KEY, option->is_key);
        table_flag(table, CHOICE_IS_PINNED, option->is_pinned);
        set_some(table, CHOICE_WHY, option->why);
    }
}

/* --- typed codes ---------------------------------------------------------- */

enum { FIELD_ID, FIELD_LABEL, FIELD_SET, FIELD_ASKED, FIELD_POA };
static const struct column field_columns[] = {
    {"field", NULL, COLUMN_TEXT},    {"label", NULL, COLUMN_TEXT},
    {"code_set", NULL, COLUMN_TEXT}, {"asked", NULL, COLUMN_NUMBER},
    {"poa", NULL, COLUMN_FLAG},
};

static void add_field(struct table *table, const struct code_field *field)
{
    table_row(table);
    table_text(table, FIELD_ID, field->id);
    set_some(table, FIELD_LABEL, field->label);
    table_text(table, FIELD_SET, str_from(code_set_id(field->set)));
    table_number(table, FIELD_ASKED, (int64_t)field->slot_count);
    table_flag(table, FIELD_POA, field->asks_poa);
}

/* What a code is in its field: "slot" (accepted there), "first" (earns only
 * when entered first), "before" (belongs before `other`), "optional", "why"
 * (the author's word on it). */
enum { CODE_FIELD, CODE_ROLE, CODE_SLOT, CODE_CODE, CODE_OTHER, CODE_WHY };
static const struct column code_columns[] = {
    {"field", NULL, COLUMN_TEXT},  {"role", NULL, COLUMN_TEXT},
    {"slot", NULL, COLUMN_NUMBER}, {"code", NULL, COLUMN_TEXT},
    {"other", NULL, COLUMN_TEXT},  {"why", NULL, COLUMN_TEXT},
};

static void set_code(struct table *table, size_t column,
                     const struct code *code, enum code_set set)
{
    struct strbuf text = {0};

    code_format(&text, code, set);
    table_text(table, column, strbuf_str(&text));
    strbuf_finish(&text);
}

static void add_code(struct table *table, const struct code_field *field,
                     const char *role, const struct code *code)
{
    table_row(table);
    table_text(table, CODE_FIELD, field->id);
    table_text(table, CODE_ROLE, str_from(role));
    set_code(table, CODE_CODE, code, field->set);
}

static void add_slot(struct table *table, const struct code_field *field,
                     size_t index)
{
    const struct code_slot *slot = &field->slots[index];

    for (size_t i = 0; i < slot->count; i++) {
        struct code code = slot->accepted[i];

        if (code.poa == '\0')
            code.poa = slot->poa;
        add_code(table, field, "slot", &code);
        table_number(table, CODE_SLOT, (int64_t)index + 1);
    }
}

static void add_codes(struct table *table, const struct code_field *field)
{
    for (size_t i = 0; i < field->slot_count; i++)
        add_slot(table, field, i);
    if (field->first.base[0] != '\0')
        add_code(table, field, "first", &field->first);
    for (size_t i = 0; i < field->before_count; i++) {
        add_code(table, field, "before", &field->before[i].first);
        set_code(table, CODE_OTHER, &field->before[i].second, field->set);
    }
    for (size_t i = 0; i < field->optional_count; i++)
        add_code(table, field, "optional", &field->optional[i]);
    for (size_t i = 0; i < field->why_count; i++) {
        add_code(table, field, "why", &field->why[i].code);
        table_text(table, CODE_WHY, field->why[i].why);
    }
}

/* --- case and exhibits ---------------------------------------------------- */

enum { PART_HEADING, PART_TEXT };
static const struct column part_columns[] = {
    {"heading", NULL, COLUMN_TEXT},
    {"text", NULL, COLUMN_TEXT},
};

static void add_part(struct table *table, const struct text_part *part)
{
    table_row(table);
    set_some(table, PART_HEADING, part->heading);
    table_text(table, PART_TEXT, part->text);
}

enum { EXHIBIT_OF, EXHIBIT_ID, EXHIBIT_TITLE, EXHIBIT_TEXT };
static const struct column exhibit_columns[] = {
    {"of", NULL, COLUMN_TEXT}, /* "case" or "question" */
    {"exhibit", NULL, COLUMN_TEXT},
    {"title", NULL, COLUMN_TEXT},
    {"text", NULL, COLUMN_TEXT}, /* null: a table, see the cells */
};

enum { CELL_OF, CELL_EXHIBIT, CELL_ROW, CELL_COLUMN, CELL_TEXT };
static const struct column cell_columns[] = {
    {"of", NULL, COLUMN_TEXT},    {"exhibit", NULL, COLUMN_TEXT},
    {"row", NULL, COLUMN_NUMBER}, {"column", NULL, COLUMN_TEXT},
    {"text", NULL, COLUMN_TEXT},
};

static void add_cells(struct table *table, const char *of,
                      const struct exhibit *exhibit)
{
    size_t columns = exhibit->columns.count;

    for (size_t i = 0; i < exhibit->row_count * columns; i++) {
        table_row(table);
        table_text(table, CELL_OF, str_from(of));
        table_text(table, CELL_EXHIBIT, exhibit->id);
        table_number(table, CELL_ROW, (int64_t)(i / columns) + 1);
        table_text(table, CELL_COLUMN, exhibit->columns.items[i % columns]);
        table_text(table, CELL_TEXT, exhibit->cells[i]);
    }
}

static void add_exhibits(struct table *exhibits, struct table *cells,
                         const char *of, const struct exhibit_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct exhibit *exhibit = &list->items[i];

        table_row(exhibits);
        table_text(exhibits, EXHIBIT_OF, str_from(of));
        table_text(exhibits, EXHIBIT_ID, exhibit->id);
        set_some(exhibits, EXHIBIT_TITLE, exhibit->title);
        if (exhibit->columns.count == 0)
            table_text(exhibits, EXHIBIT_TEXT, exhibit->text);
        add_cells(cells, of, exhibit);
    }
}

/* --- lists of words ------------------------------------------------------- */

enum { WORD_LIST, WORD_TEXT };
static const struct column word_columns[] = {
    {"list", NULL, COLUMN_TEXT}, /* by its key in a bank file */
    {"text", NULL, COLUMN_TEXT},
};

static void fill_words(struct table *table, const struct item *item)
{
    const struct {
        const char *key;
        const struct str_list *words;
    } lists[] = {
        {"references", &item->references},
        {"enemies", &item->enemies},
        {"tags", &item->tags},
        {"exams", &item->exams},
        {"not_exams", &item->not_exams},
        {"was", &item->was},
    };

    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (size_t j = 0; j < lists[i].words->count; j++) {
            table_row(table);
            table_text(table, WORD_LIST, str_from(lists[i].key));
            table_text(table, WORD_TEXT, lists[i].words->items[j]);
        }
}

/* --- all of it ------------------------------------------------------------ */

enum part {
    QUESTION,
    OPTIONS,
    FIELDS,
    CODES,
    CASE_PARTS,
    EXHIBITS,
    CELLS,
    WORDS,
    PART_COUNT,
};
static const struct {
    const char *name;
    const struct column *columns;
    size_t column_count;
} layout[PART_COUNT] = {
    [QUESTION] = {"question", COLUMNS(question_columns)},
    [OPTIONS] = {"options", COLUMNS(choice_columns)},
    [FIELDS] = {"fields", COLUMNS(field_columns)},
    [CODES] = {"codes", COLUMNS(code_columns)},
    [CASE_PARTS] = {"case_parts", COLUMNS(part_columns)},
    [EXHIBITS] = {"exhibits", COLUMNS(exhibit_columns)},
    [CELLS] = {"exhibit_cells", COLUMNS(cell_columns)},
    [WORDS] = {"words", COLUMNS(word_columns)},
};

static void fill_case(struct table *tables, const struct case_text *text)
{
    for (size_t i = 0; i < text->part_count; i++)
        add_part(&tables[CASE_PARTS], &text->parts[i]);
    add_exhibits(&tables[EXHIBITS], &tables[CELLS], "case", &text->exhibits);
}

static void fill(struct table *tables, const char *name,
                 const struct item *item, const char *order)
{
    fill_question(&tables[QUESTION], name, item);
    fill_options(&tables[OPTIONS], item, order);
    for (size_t i = 0; i < item->field_count; i++) {
        add_field(&tables[FIELDS], &item->fields[i]);
        add_codes(&tables[CODES], &item->fields[i]);
    }
    if (item->case_text)
        fill_case(tables, item->case_text);
    add_exhibits(&tables[EXHIBITS], &tables[CELLS], "question",
                 &item->exhibits);
    fill_words(&tables[WORDS], item);
}

void question_document(struct strbuf *out, const char *name,
                       const struct item *item, const char *order,
                       struct arena *arena)
{
    struct table tables[PART_COUNT];
    struct json_part parts[PART_COUNT];

    for (int i = 0; i < PART_COUNT; i++) {
        table_init(&tables[i], "question", layout[i].columns,
                   layout[i].column_count, arena);
        parts[i] =
            (struct json_part){layout[i].name, &tables[i], i == QUESTION};
    }
    fill(tables, name, item, order);
    json_document(out, "question", parts, PART_COUNT);
}
