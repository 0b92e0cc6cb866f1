/*
 * A question: the table of its keys and the checks across them. Options and
 * letters are choice_reader.c's, typed codes codes_reader.c's matter.
 */
#include "bank_parts.h"

#include "proctor/domain/topic.h"

#include "names.h"
#include "values.h"

/* A question while it is read: what needs other keys to be understood waits
 * here until all of them are known. */
struct item_draft {
    struct item item;
    int kind; /* -1 until it is read */
    int difficulty, shuffle, status;
    const struct node *topic, *case_name, *lint;
    struct choice_nodes choice;
};

struct lint_draft {
    struct str_list ignore;
    struct str because;
};

/* `absent` is what the program calls a question that left its bank; no file
 * says it. The order is that of ITEM_STATUSES. */
static const char *const status_names[] = {"active", "retired", "void", NULL};

_Static_assert(ITEM_ABSENT == 3, "status_names lists what stands before it");

#define DRAFT(name) offsetof(struct item_draft, name)
#define LINT(name) offsetof(struct lint_draft, name)

static const struct key lint_keys[] = {
    {"ignore", read_lines, LINT(ignore), NULL, true},
    {"because", read_line, LINT(because), NULL, true},
};
static const struct schema lint_schema = {
    "lint", lint_keys, sizeof lint_keys / sizeof *lint_keys, SCHEMA_NO_EXTRAS};

static const struct key keys[] = {
    {"id", read_shape, DRAFT(item.id), &shape_id, true},
    {"topic", read_node, DRAFT(topic), NULL, false},
    {"kind", read_choice, DRAFT(kind), item_kind_ids, false},
    {"difficulty", read_choice, DRAFT(difficulty), difficulty_ids, false},
    {"case", read_node, DRAFT(case_name), NULL, false},
    {"needs", read_code_sets, DRAFT(item.needs), NULL, false},
    {"stem", read_text, DRAFT(item.stem), NULL, true},
    {"exhibits", read_exhibits, DRAFT(item.exhibits), NULL, false},
    {"options", read_node, DRAFT(choice.options), NULL, false},
    {"shuffle", read_choice, DRAFT(shuffle), shuffle_ids, false},
    {"pin", read_node, DRAFT(choice.pin), NULL, false},
    {"answer", read_node, DRAFT(choice.answer), NULL, true},
    {"rationale", read_text, DRAFT(item.rationale), NULL, false},
    {"why", read_node, DRAFT(choice.why), NULL, false},
    {"references", read_lines, DRAFT(item.references), NULL, false},
    {"enemies", read_lines, DRAFT(item.enemies), NULL, false},
    {"objective", read_label, DRAFT(item.objective), NULL, false},
    {"status", read_choice, DRAFT(status), status_names, false},
    {"was", read_shapes, DRAFT(item.was), &shape_item, false},
    {"exams", read_shapes, DRAFT(item.exams), &shape_id, false},
    {"not_exams", read_shapes, DRAFT(item.not_exams), &shape_id, false},
    {"tags", read_lines, DRAFT(item.tags), NULL, false},
    {"author", read_label, DRAFT(item.author), NULL, false},
    {"code_sets", read_code_years, DRAFT(item.code_years), NULL, false},
    {"lint", read_node, DRAFT(lint), NULL, false},
};

static const struct schema item_schema = {
    .what = "a question",
    .keys = keys,
    .count = sizeof keys / sizeof *keys,
    .extras = DRAFT(item.extras),
};

static void read_item_topic(struct reader *reader, const struct node *entry,
                            const struct bank_header *header,
                            struct item_draft *draft)
{
    struct place place =
        draft->topic ? draft->topic->value->place : entry->place;

    if (draft->topic) {
        if (!value_topic(reader, draft->topic, draft->topic->value,
                         &draft->item.topic))
            return;
    } else if (header->topic.len > 0) {
        draft->item.topic = header->topic;
    } else {
        report_error(&reader->report, place, "item/no-topic",
                     "the question has no topic");
        report_hint(&reader->report, "give it one, or give the bank a default "
                                     "with a 'topic' of its own");
        return;
    }
    if (str_is(draft->item.topic, TOPIC_UNSORTED)) {
        report_warning(&reader->report, place, "item/unsorted",
                       "the topic 'unsorted' is drawn by no exam");
        report_hint(&reader->report, "choose the topic it belongs to");
    }
}

static void read_item_case(struct reader *reader,
                           const struct item_context *context,
                           struct item_draft *draft)
{
    const struct node *key = draft->case_name;
    struct str name;

    if (!key || !value_shape(reader, key, key->value, &shape_id, &name))
        return;
    if (context->find_case(context->context, name, &draft->item.case_text))
        return;
    report_error(&reader->report, key->value->place, "item/unknown-case",
                 "there is no case '" STR_FORMAT "' in this bank",
                 STR_ARG(name));
    report_hint(&reader->report,
                "define it under 'cases', which stands before 'questions'");
}

static void read_lint(struct reader *reader, struct item_draft *draft)
{
    struct lint_draft lint = {.because = STR("")};

    if (!draft->lint)
        return;
    schema_walk(reader, &lint_schema, draft->lint->value, &lint);
    draft->item.lint_ignore = lint.ignore;
    draft->item.lint_because = lint.because;
}

static void check_exams(struct reader *reader, const struct node *entry,
                        const struct item *item)
{
    for (size_t i = 0; i < item->exams.count; i++)
        for (size_t j = 0; j < item->not_exams.count; j++)
            if (str_eq(item->exams.items[i], item->not_exams.items[j]))
                report_error(&reader->report, entry->place, "item/exams",
                             "'" STR_FORMAT "' is in 'exams' and in "
                             "'not_exams'",
                             STR_ARG(item->exams.items[i]));
}

/* What a question can do without, but should not. */
static void warn_of_gaps(struct reader *reader, const struct node *entry,
                         const struct item *item)
{
    if (item->rationale.len == 0 && !node_find(entry, "rationale")) {
        report_warning(&reader->report, entry->place, "item/no-rationale",
                       "the question has no rationale");
        report_hint(&reader->report, "say why the key is right; it is what "
                                     "candidates learn from");
    }
    if (item->references.count == 0 && !node_find(entry, "references")) {
        report_warning(&reader->report, entry->place, "item/no-reference",
                       "the question has no reference");
        report_hint(&reader->report,
                    "name the guideline, table or rule that proves the key");
    }
}

/* An answer to a question of unknown kind cannot be judged. */
static void read_answer(struct reader *reader, const struct node *entry,
                        struct item_draft *draft)
{
    const struct choice_nodes *choice = &draft->choice;

    if (draft->kind < 0 && node_find(entry, "kind"))
        return;
    draft->item.kind =
        draft->kind < 0 ? ITEM_SINGLE : (enum item_kind)draft->kind;
    if (draft->item.kind != ITEM_CODES) {
        choices_read(reader, choice, &draft->item);
        return;
    }
    const struct node *unused[] = {choice->options, choice->pin, choice->why};
    for (size_t i = 0; i < sizeof unused / sizeof *unused; i++)
        if (unused[i])
            report_error(&reader->report, unused[i]->place, "item/codes-key",
                         "a question of typed codes has no '" STR_FORMAT "'",
                         STR_ARG(unused[i]->text));
    if (choice->answer)
        code_fields_read(reader, choice->answer, &draft->item);
}

static struct item empty_item(void)
{
    struct str none = STR("");

    return (struct item){
        .id = none,
        .topic = none,
        .stem = none,
        .rationale = none,
        .objective = none,
        .author = none,
        .lint_because = none,
    };
}

bool item_read(struct reader *reader, const struct node *entry,
               const struct item_context *context, struct item *out)
{
    struct item_draft draft = {.item = empty_item(), .kind = -1};

    schema_walk(reader, &item_schema, entry, &draft);
    if (entry->kind != NODE_MAP)
        return false;
    draft.item.difficulty = (enum difficulty)draft.difficulty;
    draft.item.shuffle = (enum shuffle)draft.shuffle;
    draft.item.status = (enum item_status)draft.status;
    read_item_topic(reader, entry, context->header, &draft);
    read_item_case(reader, context, &draft);
    read_lint(reader, &draft);
    read_answer(reader, entry, &draft);
    check_exams(reader, entry, &draft.item);
    warn_of_gaps(reader, entry, &draft.item);
    *out = draft.item;
    return reader_is_clean(reader);
}
