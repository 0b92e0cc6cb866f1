/*
 * Writes an exam in the order of docs/exam-format.md. A quiz is written as what
 * it is to the program, an exam of one section that lists its questions; the
 * rules of scoring are not written, as there are no others. Scalars are
 * writer_yaml.c's matter.
 */
#include "proctor/bank/exam_writer.h"

#include "writer_yaml.h"

enum {
    SECTION_KEY = 4, /* indentation of a section's keys */
    SECTION_ENTRY = 6,
};

static void write_id(struct strbuf *out, int indent, const char *key,
                     const char *id)
{
    yaml_text(out, indent, key, str_from(id));
}

static void write_range_value(struct strbuf *out, struct exam_range range)
{
    if (range.low == range.high)
        strbuf_printf(out, "%d", range.low);
    else
        strbuf_printf(out, "[%d, %d]", range.low, range.high);
}

static void write_numbers(struct strbuf *out, const int *numbers, int count)
{
    strbuf_addc(out, '[');
    for (int i = 0; i < count; i++)
        strbuf_printf(out, "%s%d", i > 0 ? ", " : "", numbers[i]);
    strbuf_addc(out, ']');
}

static void write_valid(struct strbuf *out, const struct exam *exam)
{
    if (exam->valid_from.len == 0 && exam->valid_until.len == 0)
        return;
    strbuf_adds(out, "valid:\n");
    yaml_text(out, 2, "from", exam->valid_from);
    yaml_text(out, 2, "until", exam->valid_until);
}

static void write_items(struct strbuf *out, const struct exam *exam)
{
    if (exam->scored.high == 0)
        return;
    strbuf_adds(out, "items: {scored: ");
    write_range_value(out, exam->scored);
    strbuf_adds(out, ", pretest: ");
    write_range_value(out, exam->pretest);
    strbuf_adds(out, "}\n");
}

static void write_pass(struct strbuf *out, const struct exam_pass *pass)
{
    switch (pass->kind) {
    case PASS_NONE:
        break;
    case PASS_PERCENT:
        strbuf_printf(out, "pass: {percent: %d}\n", pass->percent);
        break;
    case PASS_SCALED:
        strbuf_printf(out,
                      "pass:\n"
                      "  scaled: {min: %d, max: %d, pass: %d}\n"
                      "  assumed_cuts: ",
                      pass->scale_min, pass->scale_max, pass->scale_pass);
        write_numbers(out, pass->cuts, pass->cut_count);
        strbuf_printf(out, "\n  verdict_cut: %d\n", pass->verdict_cut);
        break;
    }
}

static void write_confidence(struct strbuf *out, int indent, char confidence,
                             struct str source)
{
    yaml_text(out, indent, "confidence",
              (struct str){&confidence, confidence != '\0'});
    yaml_text(out, indent, "source", source);
}

static void write_facts(struct strbuf *out, const struct exam *exam)
{
    if (exam->fact_count > 0)
        strbuf_adds(out, "facts:\n");
    for (size_t i = 0; i < exam->fact_count; i++) {
        const struct exam_fact *fact = &exam->facts[i];

        strbuf_printf(out, "  " STR_FORMAT ":\n", STR_ARG(fact->id));
        write_confidence(out, 4, fact->confidence, fact->source);
    }
}

static void write_size(struct strbuf *out, const struct exam_section *section)
{
    static const char *const keys[] = {
        [SIZE_MIX] = NULL,
        [SIZE_ITEMS] = "items",
        [SIZE_PERCENT] = "percent",
        [SIZE_CASES] = "cases",
    };

    if (section->size_kind == SIZE_MIX)
        return;
    yaml_key(out, SECTION_KEY, keys[section->size_kind]);
    strbuf_addc(out, ' ');
    write_range_value(out, section->size);
    strbuf_addc(out, '\n');
}

static void write_kinds(struct strbuf *out, uint32_t kinds)
{
    const char *separator = "";

    if (kinds == 0)
        return;
    yaml_key(out, SECTION_KEY, "kinds");
    strbuf_adds(out, " [");
    for (int kind = 0; kind < ITEM_KIND_COUNT; kind++) {
        if ((kinds >> kind & 1) == 0)
            continue;
        strbuf_printf(out, "%s%s", separator,
                      item_kind_id((enum item_kind)kind));
        separator = ", ";
    }
    strbuf_adds(out, "]\n");
}

/* A line each: there may be hundreds. */
static void write_questions(struct strbuf *out, const struct str_list *list)
{
    if (list->count > 0)
        strbuf_printf(out, "%*squestions:\n", SECTION_KEY, "");
    for (size_t i = 0; i < list->count; i++) {
        strbuf_printf(out, "%*s- ", SECTION_ENTRY, "");
        yaml_value(out, SECTION_ENTRY, list->items[i]);
    }
}

static void write_section(struct strbuf *out,
                          const struct exam_section *section)
{
    strbuf_adds(out, "  - id: ");
    yaml_value(out, SECTION_KEY, section->id);
    yaml_text(out, SECTION_KEY, "title", section->title);
    write_size(out, section);
    yaml_texts(out, SECTION_KEY, "topics", &section->topics);
    if (section->case_rule != EXAM_CASE_ANY)
        write_id(out, SECTION_KEY, "case",
                 exam_case_rule_ids[section->case_rule]);
    write_kinds(out, section->kinds);
    write_questions(out, &section->questions);
    if (section->points != 1)
        strbuf_printf(out, "%*spoints: %d\n", SECTION_KEY, "", section->points);
    write_confidence(out, SECTION_KEY, section->confidence, section->source);
}

/* What the exam is. */
static void write_head(struct strbuf *out, const struct exam *exam)
{
    strbuf_adds(out, "format: proctor-exam/1\n");
    yaml_text(out, 0, "exam", exam->id);
    yaml_text(out, 0, "title", exam->title);
    yaml_text(out, 0, "issuer", exam->issuer);
    write_id(out, 0, "type", exam_type_id(exam->type));
    write_id(out, 0, "status", exam_status_id(exam->status));
    yaml_text(out, 0, "version", exam->version);
    write_valid(out, exam);
    yaml_texts(out, 0, "aliases", &exam->aliases);
}

/* How it is sat. */
static void write_rules(struct strbuf *out, const struct exam *exam)
{
    if (exam->minutes > 0)
        strbuf_printf(out, "minutes: %d\n", exam->minutes);
    write_items(out, exam);
    write_pass(out, &exam->pass);
    write_id(out, 0, "order", exam_order_ids[exam->order]);
    write_id(out, 0, "navigation", exam_navigation_ids[exam->navigation]);
    if (exam->books_stated)
        yaml_code_sets(out, 0, "books", exam->books);
    yaml_texts(out, 0, "tools", &exam->tools);
    if (exam->warn_count > 0) {
        strbuf_adds(out, "warn_minutes: ");
        write_numbers(out, exam->warn_minutes, exam->warn_count);
        strbuf_addc(out, '\n');
    }
    yaml_text(out, 0, "breaks", exam->breaks);
    yaml_code_years(out, 0, &exam->code_years);
}

void exam_write(const struct exam *exam, struct strbuf *out)
{
    write_head(out, exam);
    write_rules(out, exam);
    write_facts(out, exam);
    yaml_extras(out, 0, &exam->extras);
    strbuf_adds(out, "\nsections:\n");
    for (size_t i = 0; i < exam->section_count; i++) {
        if (i > 0)
            strbuf_addc(out, '\n');
        write_section(out, &exam->sections[i]);
    }
}
