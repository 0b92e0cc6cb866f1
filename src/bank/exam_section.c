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

static const char *const case_rule_names[] = {
#define X(NAME, id, label) id,
    EXAM_CASE_RULES(X)
#undef X
        NULL};
static const char *const kind_names[] = {
#define X(NAME, id, label) id,
    ITEM_KINDS(X)
#undef X
        NULL};

static const struct number_range points_range = {1, POINTS_MAX};

static void read_section_topics(struct reader *reader, const struct key *spec,
                                const struct node *key, void *target);
static void read_kinds(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target);

#define DRAFT(name) offsetof(struct section_draft, name)

static const struct key keys[] = {
    {"id", read_shape, DRAFT(section.id), &shape_id, true},
    {"title", read_line, DRAFT(section.title), NULL, true},
    {"items", read_node, DRAFT(sizes[SIZE_ITEMS]), NULL, false},
    {"percent", read_node, DRAFT(sizes[SIZE_PERCENT]), NULL, false},
    {"cases", read_node, DRAFT(sizes[SIZE_CASES]), NULL, false},
    {"topics", read_section_topics, 0, NULL, false},
    {"case", read_choice, DRAFT(case_rule), case_rule_names, false},
    {"kinds", read_kinds, 0, NULL, false},
    {"questions", read_shapes, DRAFT(section.questions), &shape_item, false},
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
        if (value_choice(reader, key, entry, kind_names, &kind))
            draft->section.kinds |= UINT32_C(1) << kind;
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

    if (draft->exam.section_count > 0) {
        report_error(&reader->report, key->place, "exam/questions",
                     "an exam has either sections or questions");
        report_hint(&reader->report,
                    "a section may have a list of 'questions' of its own");
        return;
    }
    read_shapes(reader, &spec, key, &read);
    section->id = STR("questions");
    section->title = STR("Questions");
    section->size_kind = SIZE_ITEMS;
    section->size.low = section->size.high = (int)section->questions.count;
    append(reader, draft, section, key->place);
}
