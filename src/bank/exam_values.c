/*
 * The keys of an exam's file, and the values that only exams have: ranges,
 * facts with their confidence, warnings, books. Sections are exam_section.c's,
 * checks across keys exam_check.c's matter.
 */
#include "exam_parts.h"

#include "values.h"

enum {
    MINUTES_MAX = 24 * 60,
    FACTS_MAX = 32,
};

struct valid_draft {
    struct str from, until;
};

struct items_draft {
    struct exam_range scored, pretest;
};

struct fact_draft {
    int confidence; /* -1: not stated */
    struct str source;
};

const char *const confidence_names[] = {"A", "B", "C", "M", NULL};

/* The only rules there are: the file may state them, to say so. */
static const char *const multiple_names[] = {"all-or-nothing", NULL};
static const char *const codes_names[] = {"slots", NULL};

static const struct number_range minutes_range = {1, MINUTES_MAX};
static const struct number_range scored_range = {1, EXAM_ITEMS_MAX};
static const struct number_range pretest_range = {0, EXAM_ITEMS_MAX};

static void read_valid(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target);
static void read_scoring(struct reader *reader, const struct key *spec,
                         const struct node *key, void *target);
static void read_books(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target);
static void read_warnings(struct reader *reader, const struct key *spec,
                          const struct node *key, void *target);
static void read_years(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target);
static void read_facts(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target);
static void read_range(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target);
static void read_items(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target);

#define DRAFT(name) offsetof(struct exam_draft, name)
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const struct key keys[] = {
    {"format", read_nothing, 0, NULL, true},
    {"exam", read_shape, DRAFT(exam.id), &shape_id, true},
    {"title", read_line, DRAFT(exam.title), NULL, true},
    {"issuer", read_label, DRAFT(exam.issuer), NULL, false},
    {"type", read_choice, DRAFT(type), exam_type_ids, false},
    {"status", read_choice, DRAFT(status), exam_status_ids, false},
    {"version", read_label, DRAFT(exam.version), NULL, false},
    {"valid", read_valid, 0, NULL, false},
    {"aliases", read_shapes, DRAFT(exam.aliases), &shape_id, false},
    {"minutes", read_number, DRAFT(exam.minutes), &minutes_range, false},
    {"items", read_items, 0, NULL, false},
    {"pass", read_node, DRAFT(pass), NULL, false},
    {"order", read_choice, DRAFT(order), exam_order_ids, false},
    {"navigation", read_choice, DRAFT(navigation), exam_navigation_ids, false},
    {"scoring", read_scoring, 0, NULL, false},
    {"books", read_books, 0, NULL, false},
    {"tools", read_shapes, DRAFT(exam.tools), &shape_id, false},
    {"warn_minutes", read_warnings, 0, NULL, false},
    {"breaks", read_label, DRAFT(exam.breaks), NULL, false},
    {"code_sets", read_years, DRAFT(exam.code_years), NULL, false},
    {"facts", read_facts, 0, NULL, false},
    {"sections", read_nothing, 0, NULL, false},
    {"questions", read_node, DRAFT(questions), NULL, false},
};

const struct schema exam_schema = {
    .what = "an exam",
    .keys = keys,
    .count = COUNT_OF(keys),
    .extras = DRAFT(exam.extras),
};

#define VALID(name) offsetof(struct valid_draft, name)
static const struct key valid_keys[] = {
    {"from", read_shape, VALID(from), &shape_date, false},
    {"until", read_shape, VALID(until), &shape_date, false},
};
static const struct schema valid_schema = {
    "valid", valid_keys, COUNT_OF(valid_keys), SCHEMA_NO_EXTRAS};

#define ITEMS(name) offsetof(struct items_draft, name)
static const struct key items_keys[] = {
    {"scored", read_range, ITEMS(scored), &scored_range, true},
    {"pretest", read_range, ITEMS(pretest), &pretest_range, false},
};
static const struct schema items_schema = {
    "items", items_keys, COUNT_OF(items_keys), SCHEMA_NO_EXTRAS};

struct scoring_draft {
    int multiple, codes;
};
#define SCORING(name) offsetof(struct scoring_draft, name)
static const struct key scoring_keys[] = {
    {"multiple", read_choice, SCORING(multiple), multiple_names, false},
    {"codes", read_choice, SCORING(codes), codes_names, false},
};
static const struct schema scoring_schema = {
    "scoring", scoring_keys, COUNT_OF(scoring_keys), SCHEMA_NO_EXTRAS};

#define FACT(name) offsetof(struct fact_draft, name)
static const struct key fact_keys[] = {
    {"confidence", read_choice, FACT(confidence), confidence_names, true},
    {"source", read_text, FACT(source), NULL, false},
};
static const struct schema fact_schema = {
    "a fact", fact_keys, COUNT_OF(fact_keys), SCHEMA_NO_EXTRAS};

static void read_valid(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target)
{
    struct exam_draft *draft = target;
    struct valid_draft valid = {STR(""), STR("")};

    (void)spec;
    schema_walk(reader, &valid_schema, key->value, &valid);
    if (valid.from.len > 0 && valid.until.len > 0 &&
        str_cmp(valid.from, valid.until) > 0)
        report_error(&reader->report, key->place, "exam/valid",
                     "'until' is before 'from'");
    draft->exam.valid_from = valid.from;
    draft->exam.valid_until = valid.until;
}

bool exam_range_read(struct reader *reader, const struct node *key, int least,
                     int most, struct exam_range *out)
{
    const struct node *value = key->value;
    struct number_range range = {least, most};
    struct exam_range read;

    if (value->kind == NODE_TEXT) {
        if (!value_number(reader, key, value, range, &read.low))
            return false;
        *out = (struct exam_range){read.low, read.low};
        return true;
    }
    if (value->kind != NODE_LIST || value->count != 2) {
        report_error(&reader->report, value->place, "exam/range",
                     "'" STR_FORMAT "' takes a number, or [lowest, highest]",
                     STR_ARG(key->text));
        return false;
    }
    if (!value_number(reader, key, value->first, range, &read.low) ||
        !value_number(reader, key, value->first->next, range, &read.high))
        return false;
    if (read.low > read.high) {
        report_error(&reader->report, value->place, "exam/range",
                     "the lowest is above the highest");
        return false;
    }
    *out = read;
    return true;
}

static void read_range(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target)
{
    const struct number_range *range = spec->detail;

    exam_range_read(reader, key, range->low, range->high,
                    value_member(spec, target));
}

static void read_items(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target)
{
    struct exam_draft *draft = target;
    struct items_draft items = {{0, 0}, {0, 0}};

    (void)spec;
    draft->items = key;
    schema_walk(reader, &items_schema, key->value, &items);
    draft->exam.scored = items.scored;
    draft->exam.pretest = items.pretest;
}

static void read_scoring(struct reader *reader, const struct key *spec,
                         const struct node *key, void *target)
{
    struct scoring_draft draft = {0};

    (void)spec;
    (void)target;
    schema_walk(reader, &scoring_schema, key->value, &draft);
}

/* `books: []` says that none is allowed. */
static void read_books(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target)
{
    struct exam_draft *draft = target;
    struct key books = *spec;

    draft->exam.books_stated = true;
    books.offset = DRAFT(exam.books);
    if (key->value->kind != NODE_LIST || key->value->count > 0)
        read_code_sets(reader, &books, key, target);
}

static void insert_descending(struct exam *exam, int minutes)
{
    int at = exam->warn_count++;

    for (; at > 0 && exam->warn_minutes[at - 1] < minutes; at--)
        exam->warn_minutes[at] = exam->warn_minutes[at - 1];
    exam->warn_minutes[at] = minutes;
}

static void read_warnings(struct reader *reader, const struct key *spec,
                          const struct node *key, void *target)
{
    struct exam_draft *draft = target;
    int minutes;

    (void)spec;
    if (!value_is_list(reader, key, EXAM_WARNINGS_MAX))
        return;
    for (const struct node *entry = key->value->first; entry;
         entry = entry->next)
        if (value_number(reader, key, entry, minutes_range, &minutes))
            insert_descending(&draft->exam, minutes);
}

static void read_years(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target)
{
    struct exam_draft *draft = target;

    read_code_years(reader, spec, key, target);
    for (int set = 0; set < CODE_SET_COUNT; set++)
        if (draft->exam.code_years.years[set].count > 1)
            report_error(&reader->report, key->place, "exam/years",
                         "an exam uses one year of %s",
                         code_set_title((enum code_set)set));
}

static bool is_exam_key(struct str name)
{
    for (size_t i = 0; i < COUNT_OF(keys); i++)
        if (str_is(name, keys[i].name))
            return true;
    return false;
}

static void read_fact(struct reader *reader, const struct node *name,
                      struct exam *exam)
{
    struct fact_draft draft = {-1, STR("")};
    struct exam_fact *fact = &exam->facts[exam->fact_count];

    if (!is_exam_key(name->text)) {
        report_error(&reader->report, name->place, "exam/fact",
                     "'" STR_FORMAT "' is no key of an exam",
                     STR_ARG(name->text));
        report_hint(&reader->report,
                    "a fact has the name of the figure it is about");
        return;
    }
    schema_walk(reader, &fact_schema, name->value, &draft);
    *fact = (struct exam_fact){.id = name->text, .source = draft.source};
    if (draft.confidence >= 0)
        fact->confidence = confidence_names[draft.confidence][0];
    /* The texts of nodes are terminated. */
    if (exam_fact(exam, name->text.data))
        report_error(&reader->report, name->place, "schema/repeated-key",
                     "key '" STR_FORMAT "' stands here twice",
                     STR_ARG(name->text));
    exam->fact_count++;
}

static void read_facts(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target)
{
    struct exam_draft *draft = target;

    (void)spec;
    if (!value_is_map(reader, key, FACTS_MAX))
        return;
    draft->exam.facts =
        ARENA_ARRAY(reader->arena, struct exam_fact, key->value->count);
    for (const struct node *name = key->value->first; name; name = name->next)
        read_fact(reader, name, &draft->exam);
}
