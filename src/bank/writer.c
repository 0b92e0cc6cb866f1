/*
 * Writes a bank in the order of docs/bank-format.md. Scalars are
 * writer_yaml.c's, typed codes writer_codes.c's matter.
 */
#include "proctor/bank/writer.h"

#include "writer_parts.h"
#include "writer_yaml.h"

enum bank_part { PART_NONE, PART_HEADER, PART_CASES, PART_QUESTIONS };

/* The line that opens the list an entry belongs to, once. */
static void begin_entry(struct bank_writer *writer, enum bank_part part,
                        const char *list)
{
    if (writer->part != (int)part)
        strbuf_printf(&writer->out, "\n%s:\n", list);
    else
        strbuf_addc(&writer->out, '\n');
    writer->part = (int)part;
}

static void write_id(struct strbuf *out, struct str id)
{
    strbuf_adds(out, "  - id: ");
    yaml_inline(out, id);
    strbuf_addc(out, '\n');
}

void bank_write_header(struct bank_writer *writer,
                       const struct bank_header *header)
{
    struct strbuf *out = &writer->out;

    writer->part = PART_HEADER;
    writer->topic = header->topic;
    strbuf_adds(out, "format: proctor-bank/1\n");
    yaml_text(out, 0, "bank", header->name);
    yaml_text(out, 0, "based_on", header->based_on);
    yaml_text(out, 0, "title", header->title);
    yaml_text(out, 0, "version", header->version);
    yaml_text(out, 0, "language", header->language);
    yaml_text(out, 0, "license", header->license);
    yaml_texts(out, 0, "authors", &header->authors);
    yaml_code_years(out, 0, &header->code_years);
    strbuf_printf(out, "contains_cpt: %s\n",
                  header->contains_cpt ? "true" : "false");
    yaml_text(out, 0, "notice", header->notice);
    yaml_text(out, 0, "topic", header->topic);
    yaml_extras(out, 0, &header->extras);
}

static void write_row(struct strbuf *out, const struct str *cells, size_t count)
{
    strbuf_addc(out, '[');
    for (size_t i = 0; i < count; i++) {
        strbuf_adds(out, i > 0 ? ", " : "");
        yaml_inline(out, cells[i]);
    }
    strbuf_adds(out, "]\n");
}

static void write_table(struct strbuf *out, const struct exhibit *exhibit)
{
    size_t columns = exhibit->columns.count;

    strbuf_printf(out, "%*stable:\n", NESTED + 2, "");
    yaml_texts(out, NESTED + 4, "columns", &exhibit->columns);
    strbuf_printf(out, "%*srows:\n", NESTED + 4, "");
    for (size_t row = 0; row < exhibit->row_count; row++) {
        strbuf_printf(out, "%*s- ", NESTED + 6, "");
        write_row(out, exhibit->cells + row * columns, columns);
    }
}

static void write_exhibits(struct strbuf *out, const struct exhibit_list *list)
{
    if (list->count > 0)
        strbuf_printf(out, "%*sexhibits:\n", KEY, "");
    for (size_t i = 0; i < list->count; i++) {
        const struct exhibit *exhibit = &list->items[i];

        strbuf_printf(out, "%*s- id: ", NESTED, "");
        yaml_inline(out, exhibit->id);
        strbuf_addc(out, '\n');
        yaml_text(out, NESTED + 2, "title", exhibit->title);
        if (exhibit->columns.count > 0)
            write_table(out, exhibit);
        else
            yaml_text(out, NESTED + 2, "text", exhibit->text);
    }
}

static void write_parts(struct strbuf *out, const struct case_text *text)
{
    if (text->part_count == 1 && text->parts[0].heading.len == 0) {
        yaml_text(out, KEY, "text", text->parts[0].text);
        return;
    }
    if (text->part_count > 0)
        strbuf_printf(out, "%*sparts:\n", KEY, "");
    for (size_t i = 0; i < text->part_count; i++) {
        const struct text_part *part = &text->parts[i];

        strbuf_printf(out, "%*s- ", NESTED, "");
        if (part->heading.len > 0) {
            strbuf_adds(out, "heading: ");
            yaml_value(out, NESTED + 2, part->heading);
            yaml_text(out, NESTED + 2, "text", part->text);
        } else {
            strbuf_adds(out, "text: ");
            yaml_value(out, NESTED + 2, part->text);
        }
    }
}

void bank_write_case(struct bank_writer *writer, const struct case_text *text)
{
    struct strbuf *out = &writer->out;

    begin_entry(writer, PART_CASES, "cases");
    write_id(out, text->id);
    yaml_text(out, KEY, "title", text->title);
    write_parts(out, text);
    write_exhibits(out, &text->exhibits);
}

static void write_letters(struct strbuf *out, const struct item *item,
                          bool wants_keys)
{
    const char *separator = "";

    for (size_t i = 0; i < item->option_count; i++) {
        const struct option *option = &item->options[i];

        if (!(wants_keys ? option->is_key : option->is_pinned))
            continue;
        strbuf_printf(out, "%s%c", separator, option->letter);
        separator = ", ";
    }
}

static void write_answer(struct strbuf *out, const struct item *item)
{
    const char *open = "", *close = "";

    if (item->any_key) {
        open = "{any: [";
        close = "]}";
    } else if (item->kind == ITEM_MULTIPLE) {
        open = "[";
        close = "]";
    }
    strbuf_printf(out, "%*sanswer: %s", KEY, "", open);
    write_letters(out, item, true);
    strbuf_printf(out, "%s\n", close);
}

static bool has_pins(const struct item *item)
{
    for (size_t i = 0; i < item->option_count; i++)
        if (item->options[i].is_pinned)
            return true;
    return false;
}

static void write_options(struct strbuf *out, const struct item *item)
{
    strbuf_printf(out, "%*soptions:\n", KEY, "");
    for (size_t i = 0; i < item->option_count; i++) {
        char letter[2] = {item->options[i].letter, '\0'};

        yaml_text(out, NESTED, letter, item->options[i].text);
    }
    if (item->shuffle != SHUFFLE_AUTO)
        strbuf_printf(out, "%*sshuffle: \"%s\"\n", KEY, "",
                      shuffle_id(item->shuffle));
    if (has_pins(item)) {
        strbuf_printf(out, "%*spin: [", KEY, "");
        write_letters(out, item, false);
        strbuf_adds(out, "]\n");
    }
    write_answer(out, item);
}

static void write_whys(struct strbuf *out, const struct item *item)
{
    bool is_first = true;

    for (size_t i = 0; i < item->option_count; i++) {
        char letter[2] = {item->options[i].letter, '\0'};

        if (item->options[i].why.len == 0)
            continue;
        if (is_first)
            strbuf_printf(out, "%*swhy:\n", KEY, "");
        is_first = false;
        yaml_text(out, NESTED, letter, item->options[i].why);
    }
}

static void write_lint(struct strbuf *out, const struct item *item)
{
    if (item->lint_ignore.count == 0)
        return;
    strbuf_printf(out, "%*slint:\n", KEY, "");
    yaml_texts(out, NESTED, "ignore", &item->lint_ignore);
    yaml_text(out, NESTED, "because", item->lint_because);
}

/* What stands in front of the stem. */
static void write_head(struct bank_writer *writer, const struct item *item)
{
    struct strbuf *out = &writer->out;

    write_id(out, item->id);
    if (!str_eq(item->topic, writer->topic))
        yaml_text(out, KEY, "topic", item->topic);
    if (item->kind != ITEM_SINGLE)
        strbuf_printf(out, "%*skind: %s\n", KEY, "", item_kind_id(item->kind));
    yaml_text(out, KEY, "difficulty",
              str_from(difficulty_id(item->difficulty)));
    if (item->case_text)
        yaml_text(out, KEY, "case", item->case_text->id);
    if (item->needs != 0)
        yaml_code_sets(out, KEY, "needs", item->needs);
}

/* What stands behind the answer. */
static void write_tail(struct strbuf *out, const struct item *item)
{
    yaml_text(out, KEY, "rationale", item->rationale);
    write_whys(out, item);
    yaml_texts(out, KEY, "references", &item->references);
    yaml_texts(out, KEY, "enemies", &item->enemies);
    yaml_text(out, KEY, "objective", item->objective);
    if (item->status == ITEM_RETIRED || item->status == ITEM_VOID)
        strbuf_printf(out, "%*sstatus: %s\n", KEY, "",
                      item_status_id(item->status));
    yaml_texts(out, KEY, "was", &item->was);
    yaml_texts(out, KEY, "exams", &item->exams);
    yaml_texts(out, KEY, "not_exams", &item->not_exams);
    yaml_texts(out, KEY, "tags", &item->tags);
    yaml_text(out, KEY, "author", item->author);
    yaml_code_years(out, KEY, &item->code_years);
    write_lint(out, item);
    yaml_extras(out, KEY, &item->extras);
}

void bank_write_item(struct bank_writer *writer, const struct item *item)
{
    struct strbuf *out = &writer->out;

    begin_entry(writer, PART_QUESTIONS, "questions");
    write_head(writer, item);
    yaml_text(out, KEY, "stem", item->stem);
    write_exhibits(out, &item->exhibits);
    if (item->kind == ITEM_CODES)
        bank_write_fields(out, item);
    else
        write_options(out, item);
    write_tail(out, item);
}

void bank_writer_finish(struct bank_writer *writer)
{
    strbuf_finish(&writer->out);
    *writer = (struct bank_writer){0};
}
