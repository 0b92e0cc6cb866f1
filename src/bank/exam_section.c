/*
 * The sections of an exam: how many questions each has and which it draws; and
 * the list of questions that makes a quiz.
 */
#include "exam_parts.h"

#include "proctor/domain/topic.h"

#include "values.h"

enum { POINTS_MAX = 100 };

struct section_draft {
    struct exam_section section;
    int case_rule, confidence;
    const struct node *sizes[SIZE_CASES + 1]; /* by what they count */
};

static const struct number_range points_range = {1, POINTS_MAX};

static void read_section_topics(struct reader *reader, const struct key *spec,
                                const struct node *key, void *target);
static void read_kinds(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target);
static void read_questions(struct reader *reader, const struct key *spec,
                           const struct node *key, void *target);

#define DRAFT(name) offsetof(struct section_draft, name)

static const struct key keys[] = {
    {"id", read_shape, DRAFT(section.id), &shape_id, true},
    {"title", read_line, DRAFT(section.title), NULL, true},
    {"items", read_node, DRAFT(sizes[SIZE_ITEMS]), NULL, false},
    {"percent", read_node, DRAFT(sizes[SIZE_PERCENT]), NULL, false},
    {"cases", read_node, DRAFT(sizes[SIZE_CASES]), NULL, false},
    {"topics", read_section_topics, 0, NULL, false},
    {"case", read_choice, DRAFT(case_rule), exam_case_rule_ids, false},
    {"kinds", read_kinds, 0, NULL, false},
    {"questions", read_questions, DRAFT(section.questions), &shape_item, false},
    {"points", read_number, DRAFT(section.points), &points_range, false},
    {"confidence", read_choice, DRAFT(confidence), confidence_names, false},
    {"source", read_text, DRAFT(section.source), NULL, false},
};

static const struct schema section_schema = {
    "a section", keys, sizeof keys / sizeof *keys, SCHEMA_NO_EXTRAS};

static void read_section_topics(struct reader *reader, const struct key *spec,
                                const struct node *key, void *target)
{
    struct section_draft *draft = target;
    struct str_list *topics = &draft->section.topics;
    struct str topic;

    (void)spec;
    if (!value_is_list(reader, key, LIST_ENTRIES_MAX))
        return;
    topics->items = ARENA_ARRAY(reader->arena, struct str, key->value->count);
    for (const struct node *entry = key->value->first; entry;
         entry = entry->next) {
        if (!value_topic_node(reader, key, entry, &topic))
            continue;
        if (str_is(topic, TOPIC_UNSORTED))
            report_error(&reader->report, entry->place, "exam/unsorted",
                         "no section draws questions of the topic 'unsorted'");
        topics->items[topics->count++] = topic;
    }
}

static void read_kinds(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target)
{
    struct section_draft *draft = target;
    int kind;

    (void)spec;
    if (!value_is_list(reader, key, ITEM_KIND_COUNT))
        return;
    for (const struct node *entry = key->value->first; entry;
         entry = entry->next)
        if (value_choice(reader, key, entry, item_kind_ids, &kind))
            draft->section.kinds |= UINT32_C(1) << kind;
}

/* The entry before `entry` that is the same text, or NULL. */
static const struct node *find_same(const struct node *list,
                                    const struct node *entry)
{
    for (const struct node *at = list->first; at != entry; at = at->next)
        if (str_eq(at->text, entry->text))
            return at;
    return NULL;
}

static void read_questions(struct reader *reader, const struct key *spec,
                           const struct node *key, void *target)
{
    size_t errors = reader->report.list->errors;

    read_shapes(reader, spec, key, target);
    if (reader->report.list->errors > errors)
        return;
    for (const struct node *entry = key->value->first; entry;
         entry = entry->next) {
        const struct node *first = find_same(key->value, entry);

        if (!first)
            continue;
        report_error(&reader->report, entry->place, "exam/repeated-question",
                     "question '" STR_FORMAT "' is listed twice",
                     STR_ARG(entry->text));
        report_note(&reader->report, first->place, "first here");
    }
}

/* At most one of `items`, `percent`, `cases`. */
static void read_size(struct reader *reader, struct section_draft *draft)
{
    struct exam_section *section = &draft->section;

    for (int kind = SIZE_ITEMS; kind <= SIZE_CASES; kind++) {
        const struct node *key = draft->sizes[kind];
        int most = kind == SIZE_PERCENT ? 100 : EXAM_ITEMS_MAX;

        if (!key)
            continue;
        if (section->size_kind != SIZE_MIX) {
            report_error(&reader->report, key->place, "exam/size",
                         "a section has one of items, percent and cases");
            continue;
        }
        if (exam_range_read(reader, key, 1, most, &section->size))
            section->size_kind = (enum size_kind)kind;
    }
    if (section->size_kind == SIZE_CASES && draft->case_rule == EXAM_CASE_NONE)
        report_error(&reader->report, draft->sizes[SIZE_CASES]->place,
                     "exam/size",
                     "a section that counts cases cannot say 'case: none'");
}

static struct section_draft empty_section(void)
{
    struct str none = STR("");

    return (struct section_draft){
        .section = {.id = none, .title = none, .points = 1, .source = none},
        .case_rule = EXAM_CASE_ANY,
        .confidence = -1,
    };
}

static void append(struct reader *reader, struct exam_draft *draft,
                   const struct exam_section *section, struct place place)
{
    struct exam *exam = &draft->exam;

    if (section->id.len > 0 && exam_section_index(exam, section->id) >= 0)
        report_error(&reader->report, place, "exam/repeated-section",
                     "two sections have the id '" STR_FORMAT "'",
                     STR_ARG(section->id));
    draft->places[exam->section_count] = place;
    draft->list[exam->section_count++] = *section;
}

void exam_section_read(struct reader *reader, const struct node *entry,
                       struct exam_draft *draft)
{
    struct section_draft read = empty_section();

    if (draft->exam.section_count == EXAM_SECTIONS_MAX) {
        report_error(&reader->report, entry->place, "limit/count",
                     "an exam may have %d sections", EXAM_SECTIONS_MAX);
        return;
    }
    schema_walk(reader, &section_schema, entry, &read);
    read_size(reader, &read);
    read.section.case_rule = (enum exam_case_rule)read.case_rule;
    if (read.confidence >= 0)
        read.section.confidence = confidence_names[read.confidence][0];
    append(reader, draft, &read.section, entry->place);
}

void exam_quiz_read(struct reader *reader, struct exam_draft *draft)
{
    const struct node *key = draft->questions;
    struct section_draft read = empty_section();
    struct exam_section *section = &read.section;
    struct key spec = {.offset = DRAFT(section.questions),
                       .detail = &shape_item};
    int pretest = draft->exam.pretest.low;

    if (draft->exam.section_count > 0) {
        report_error(&reader->report, key->place, "exam/questions",
                     "an exam has either sections or questions");
        report_hint(&reader->report,
                    "a section may have a list of 'questions' of its own");
        return;
    }
    read_questions(reader, &spec, key, &read);
    if (pretest > 0 && pretest >= (int)section->questions.count) {
        report_error(&reader->report, draft->items->place, "exam/items",
                     "of %zu questions %d are pretest: one at least must count",
                     section->questions.count, pretest);
        pretest = 0;
    }
    section->id = STR("questions");
    section->title = STR("Questions");
    section->size_kind = SIZE_ITEMS;
    section->size.low = section->size.high =
        (int)section->questions.count - pretest;
    append(reader, draft, section, key->place);
}
