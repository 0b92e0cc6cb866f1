/*
 * Reading a bank: which parts come in which order, which ids were used, what
 * goes out to the caller. What a part looks like is known to the reader of that
 * part.
 */
#include "proctor/bank/reader.h"

#include <stdlib.h>

#include "proctor/base/mem.h"

#include "bank_parts.h"
#include "document.h"

enum bank_part { PART_HEADER, PART_CASES, PART_QUESTIONS };

struct known_case {
    const struct case_text *text; /* NULL without events */
    struct place place;
};

struct bank_reader {
    struct reader reader;
    const struct bank_options *options;
    const struct bank_events *events; /* NULL: check only */
    struct arena keep;                /* the header and the cases */
    struct bank_header header;
    struct schema_state header_state;
    struct place first_key;
    enum bank_part part; /* the furthest so far */
    enum bank_part list; /* the one that is read */
    bool header_is_done, header_has_errors;
    bool is_stopped;                   /* by a callback */
    bool has_lost[PART_QUESTIONS + 1]; /* something, to a syntax error */
    struct strmap *case_numbers;
    struct {
        struct known_case *items;
        size_t count, capacity;
    } cases;
    struct strmap *item_places; /* see place_number() */
    size_t item_count;
    size_t bytes;
    /* The first question that seems to cite CPT, and how many do. */
    struct place cpt_place;
    struct str cpt_item;
    size_t cpt_items;
};

/* Hands the header out when the first part behind it begins. */
static void finish_header(struct bank_reader *bank)
{
    if (bank->header_is_done)
        return;
    bank->header_is_done = true;
    if (bank->header.language.len == 0)
        bank->header.language = STR("en");
    bank->header_has_errors = bank->reader.report.list->errors > 0 ||
                              !bank_header_is_complete(&bank->header);
    if (bank->events && bank->events->header && !bank->header_has_errors)
        bank->is_stopped =
            !bank->events->header(bank->events->context, &bank->header);
}

static void report_late(struct bank_reader *bank, const struct node *key,
                        const char *part)
{
    report_error(&bank->reader.report, key->place, "bank/key-order",
                 "'" STR_FORMAT "' must stand before '%s'", STR_ARG(key->text),
                 part);
    report_hint(&bank->reader.report,
                "the order is: the bank's own keys, cases, questions");
}

static enum key_use use_part(struct bank_reader *bank, const struct node *key,
                             enum bank_part part)
{
    finish_header(bank);
    bank->list = part;
    if (part < bank->part)
        report_late(bank, key, "questions");
    else
        bank->part = part;
    if (part == PART_CASES && bank->events)
        return KEY_ENTRIES_KEPT;
    return KEY_ENTRIES;
}

static enum key_use use_key(void *context, const struct node *key)
{
    struct bank_reader *bank = context;
    bool is_cases = str_is(key->text, "cases");
    bool is_part = is_cases || str_is(key->text, "questions");

    if (bank->first_key.line == 0)
        bank->first_key = key->place;
    if (is_part && schema_find(&bank->reader, &bank_header_schema,
                               &bank->header_state, key) >= 0)
        return use_part(bank, key, is_cases ? PART_CASES : PART_QUESTIONS);
    if (is_part)
        return KEY_SKIP;
    if (bank->part != PART_HEADER)
        report_late(bank, key,
                    bank->part == PART_CASES ? "cases" : "questions");
    return KEY_VALUE;
}

static void take_value(void *context, const struct node *key)
{
    struct bank_reader *bank = context;

    schema_key(&bank->reader, &bank_header_schema, &bank->header_state, key,
               &bank->header);
}

static void report_repeated(struct bank_reader *bank, const struct node *entry,
                            struct place first)
{
    const struct node *id = node_find(entry, "id")->value;

    first.length = id->place.length;
    report_error(&bank->reader.report, id->place, "bank/repeated-id",
                 "the id '" STR_FORMAT "' is used twice", STR_ARG(id->text));
    report_note(&bank->reader.report, first, "first used here");
}

static bool over_limit(struct bank_reader *bank, const struct node *entry,
                       size_t count, size_t max, const char *what)
{
    if (count < max)
        return false;
    report_error(&bank->reader.report, entry->place, "limit/count",
                 "a bank may have %zu %s; here is one more", max, what);
    return true;
}

static bool is_new_case(struct bank_reader *bank, const struct node *entry,
                        struct str id)
{
    int64_t first;

    if (id.len == 0 ||
        strmap_add(bank->case_numbers, id, (int64_t)bank->cases.count, &first))
        return true;
    report_repeated(bank, entry, bank->cases.items[first].place);
    return false;
}

static bool is_new_item(struct bank_reader *bank, const struct node *entry,
                        struct str id)
{
    int64_t first;

    if (id.len == 0 ||
        strmap_add(bank->item_places, id,
                   place_number(node_find(entry, "id")->value->place), &first))
        return true;
    report_repeated(bank, entry, place_of_number(first));
    return false;
}

/* Events go out only where nothing stands against them so far. */
static bool has_listener(const struct bank_reader *bank)
{
    return bank->events && !bank->header_has_errors;
}

static bool take_case(struct bank_reader *bank, const struct node *entry)
{
    struct reader *reader = &bank->reader;
    struct case_text text;

    if (over_limit(bank, entry, bank->cases.count, BANK_CASES_MAX, "cases"))
        return false;
    bool ok = case_read(reader, entry, &text);
    struct known_case known = {.place = entry->place};

    ok = is_new_case(bank, entry, text.id) && ok;
    if (text.id.len > 0)
        known.place = node_find(entry, "id")->value->place;
    if (bank->events) {
        struct case_text *kept = ARENA_NEW(reader->arena, struct case_text);

        *kept = text;
        known.text = kept;
    }
    *array_add(&bank->cases) = known;
    if (!ok || !has_listener(bank) || !bank->events->case_text)
        return true;
    bank->is_stopped =
        !bank->events->case_text(bank->events->context, known.text);
    return !bank->is_stopped;
}

static bool find_case(void *context, struct str id,
                      const struct case_text **out)
{
    struct bank_reader *bank = context;
    int64_t number;

    if (strmap_get(bank->case_numbers, id, &number)) {
        *out = bank->cases.items[number].text;
        return true;
    }
    /* It may be one that was lost: that is reported already. */
    return bank->has_lost[PART_CASES];
}

/* One warning a bank: the first place, and how many more there are. */
static void note_cpt(struct bank_reader *bank, const struct node *entry,
                     const struct item *item)
{
    if (bank->header.contains_cpt || !item_cites_cpt(item))
        return;
    if (bank->cpt_items++ > 0)
        return;
    bank->cpt_place = entry->place;
    bank->cpt_item = arena_str(&bank->keep, item->id);
}

static bool take_item(struct bank_reader *bank, const struct node *entry)
{
    struct item_context context = {&bank->header, find_case, bank};
    struct item item;

    if (over_limit(bank, entry, bank->item_count, BANK_QUESTIONS_MAX,
                   "questions"))
        return false;
    bank->item_count++;
    bool ok = item_read(&bank->reader, entry, &context, &item);

    if (entry->kind != NODE_MAP)
        return true;
    note_cpt(bank, entry, &item);
    ok = is_new_item(bank, entry, item.id) && ok;
    if (!ok || !has_listener(bank) || !bank->events->item)
        return true;
    bank->is_stopped = !bank->events->item(bank->events->context, &item);
    return !bank->is_stopped;
}

static bool take_entry(void *context, const struct node *entry)
{
    struct bank_reader *bank = context;

    if (bank->is_stopped)
        return false;
    return bank->list == PART_CASES ? take_case(bank, entry)
                                    : take_item(bank, entry);
}

static void note_lost(void *context)
{
    struct bank_reader *bank = context;

    bank->has_lost[bank->list] = true;
}

static void tell_progress(void *context, uint64_t done)
{
    struct bank_reader *bank = context;

    if (bank->options && bank->options->progress)
        bank->options->progress(bank->options->progress_context, done,
                                bank->bytes);
}

/* What only the end of the file can tell. */
static void check_end(struct bank_reader *bank)
{
    struct report *report = &bank->reader.report;

    finish_header(bank);
    if (!bank->has_lost[PART_HEADER]) {
        schema_missing(&bank->reader, &bank_header_schema, &bank->header_state,
                       bank->first_key);
        bank_header_check(&bank->reader, &bank->header, bank->first_key);
    }
    if (bank->item_count == 0 && !bank->has_lost[bank->list])
        report_error(report, bank->first_key, "bank/empty",
                     "the bank has no questions");
    if (bank->cpt_items == 0)
        return;
    report->item = bank->cpt_item;
    report_warning(report, bank->cpt_place, "bank/cpt",
                   "%zu question%s with what look like CPT numbers, but the "
                   "bank does not say contains_cpt: true",
                   bank->cpt_items, bank->cpt_items == 1 ? "" : "s");
    report_hint(report, "CPT belongs to the AMA: set contains_cpt: true and "
                        "give its notice");
    report->item = STR("");
}

static void bank_reader_finish(struct bank_reader *bank)
{
    source_close(&bank->reader.source);
    strmap_destroy(bank->case_numbers);
    strmap_destroy(bank->item_places);
    array_free(&bank->cases);
    arena_finish(&bank->keep);
}

static struct bank_header empty_header(void)
{
    struct str none = STR("");

    return (struct bank_header){
        .name = none,
        .title = none,
        .version = none,
        .language = none,
        .license = none,
        .notice = none,
        .based_on = none,
        .topic = none,
    };
}

bool bank_read(struct str bytes, const struct bank_options *options,
               const struct bank_events *events, struct diagnostics *list)
{
    struct bank_reader bank = {
        .reader = {.report = {.list = list, .item = STR("")},
                   .topics = options ? options->topics : NULL},
        .options = options,
        .events = events,
        .header = empty_header(),
        .case_numbers = strmap_create(),
        .item_places = strmap_create(),
        .cpt_item = STR(""),
        .bytes = bytes.len,
    };
    struct document_handler handler = {
        .format = "proctor-bank/1",
        .use = use_key,
        .value = take_value,
        .entry = take_entry,
        .lost = note_lost,
        .progress = tell_progress,
        .context = &bank,
    };
    bool was_read = document_walk(&bank.reader, bytes, &bank.keep, &handler);

    if (was_read && !bank.is_stopped)
        check_end(&bank);
    bank_reader_finish(&bank);
    diagnostics_sort(list);
    return list->errors == 0 && was_read && !bank.is_stopped;
}
