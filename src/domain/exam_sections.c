/*
 * Which section of a blueprint an item belongs to, and whether that is always
 * clear. A section that lists its questions takes just these; the others take
 * by case, kind and topic. Sizes of sections are in exam_sizes.c.
 */
#include "exam_rules.h"

#include "proctor/domain/topic.h"

bool exam_has_books(const struct exam *exam, code_set_mask needs)
{
    return !exam->books_stated || (needs & ~exam->books) == 0;
}

static bool lists(const struct str_list *list, struct str text)
{
    for (size_t i = 0; i < list->count; i++) {
        if (str_eq(list->items[i], text))
            return true;
    }
    return false;
}

/* How well a section suits an item: the longest topic first, then the number
 * of its rules; -1 when it does not take the item. */
struct fit {
    int topic_len;
    int rules;
};

static const struct fit no_fit = {-1, 0};

static bool is_better(struct fit a, struct fit b)
{
    if (a.topic_len != b.topic_len)
        return a.topic_len > b.topic_len;
    return a.topic_len >= 0 && a.rules > b.rules;
}

static bool takes_kind(const struct exam_section *section, enum item_kind kind,
                       bool has_case)
{
    if (section->case_rule != EXAM_CASE_ANY &&
        has_case != (section->case_rule == EXAM_CASE_REQUIRED))
        return false;
    return section->kinds == 0 || (section->kinds >> kind & 1) != 0;
}

static int count_rules(const struct exam_section *section)
{
    return (section->case_rule != EXAM_CASE_ANY) + (section->kinds != 0);
}

/* A section without topics takes any, after all that name one. */
static struct fit fit_of(const struct exam_section *section,
                         const struct exam_candidate *item)
{
    struct fit fit = {section->topics.count == 0 ? 0 : -1,
                      count_rules(section)};

    if (section->questions.count > 0 ||
        !takes_kind(section, item->kind, item->has_case))
        return no_fit;
    for (size_t i = 0; i < section->topics.count; i++) {
        struct str topic = section->topics.items[i];

        if ((int)topic.len > fit.topic_len &&
            topic_is_below(item->topic, topic))
            fit.topic_len = (int)topic.len;
    }
    return fit;
}

int exam_section_by_rule(const struct exam *exam,
                         const struct exam_candidate *item)
{
    struct fit best = no_fit;
    int section = -1;

    if (str_is(item->topic, TOPIC_UNSORTED))
        return -1;
    for (size_t i = 0; i < exam->section_count; i++) {
        struct fit fit = fit_of(&exam->sections[i], item);

        if (is_better(fit, best)) {
            best = fit;
            section = (int)i;
        }
    }
    return section;
}

int exam_section_of(const struct exam *exam, const struct exam_candidate *item)
{
    if (!exam_has_books(exam, item->needs))
        return -1;
    for (size_t i = 0; i < exam->section_count; i++) {
        if (lists(&exam->sections[i].questions, item->name))
            return (int)i;
    }
    return exam_section_by_rule(exam, item);
}

/* Two sections fit an item equally well? Then the blueprint does not say which
 * of them it belongs to. */
static bool find_tie(const struct exam *exam, const struct exam_candidate *item,
                     struct exam_section_pair *out)
{
    struct fit best = no_fit;
    bool is_tie = false;

    for (size_t i = 0; i < exam->section_count; i++) {
        struct fit fit = fit_of(&exam->sections[i], item);

        if (fit.topic_len < 0 || is_better(best, fit))
            continue;
        is_tie = !is_better(fit, best);
        if (is_tie) {
            out->second = i;
        } else {
            out->first = i;
            best = fit;
        }
    }
    return is_tie;
}

/* Items differ for the rules only in kind and in having a case. */
static bool check_topic(const struct exam *exam, struct str topic,
                        struct exam_section_pair *pair, struct error *err)
{
    for (int variant = 0; variant < 2 * ITEM_KIND_COUNT; variant++) {
        struct exam_candidate item = {
            .topic = topic,
            .kind = (enum item_kind)(variant / 2),
            .has_case = variant % 2 == 1,
        };

        if (find_tie(exam, &item, pair))
            return error_set(err, ERR_INVALID,
                             "sections '" STR_FORMAT "' and '" STR_FORMAT
                             "' both take questions of topic '" STR_FORMAT
                             "': set them apart by topics, case or kinds",
                             STR_ARG(exam->sections[pair->first].id),
                             STR_ARG(exam->sections[pair->second].id),
                             STR_ARG(topic.len > 0 ? topic
                                                   : STR("(any other)")));
    }
    return true;
}

static bool check_questions(const struct exam *exam, size_t section,
                            struct exam_section_pair *pair, struct error *err)
{
    const struct exam_section *own = &exam->sections[section];

    for (size_t i = 0; i < own->questions.count; i++) {
        struct str name = own->questions.items[i];

        for (size_t j = 0; j < section; j++) {
            if (!lists(&exam->sections[j].questions, name))
                continue;
            *pair = (struct exam_section_pair){j, section};
            return error_set(err, ERR_INVALID,
                             "question '" STR_FORMAT
                             "' is listed in the sections '" STR_FORMAT
                             "' and '" STR_FORMAT "': keep one of them",
                             STR_ARG(name), STR_ARG(exam->sections[j].id),
                             STR_ARG(own->id));
        }
    }
    return true;
}

static bool check_all(const struct exam *exam, struct exam_section_pair *pair,
                      struct error *err)
{
    /* The empty topic stands for all that no section names. */
    if (!check_topic(exam, STR(""), pair, err))
        return false;
    for (size_t i = 0; i < exam->section_count; i++) {
        const struct exam_section *section = &exam->sections[i];

        if (!check_questions(exam, i, pair, err))
            return false;
        for (size_t j = 0; j < section->topics.count; j++) {
            if (!check_topic(exam, section->topics.items[j], pair, err))
                return false;
        }
    }
    return true;
}

bool exam_check_sections(const struct exam *exam,
                         struct exam_section_pair *pair_out, struct error *err)
{
    struct exam_section_pair pair = {0, 0};
    bool is_clear = check_all(exam, &pair, err);

    if (!is_clear && pair_out)
        *pair_out = pair;
    return is_clear;
}
