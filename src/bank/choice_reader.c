/*
 * Options, answer letters, pins and whys of single and multiple questions. The
 * mistakes authors make here are told apart, since each has its own remedy.
 */
#include "bank_parts.h"

#include "values.h"

/* Where a letter stands: the letters of a file are A, B, C... in order. */
static size_t index_of(char letter)
{
    return (size_t)(letter - 'A');
}

static bool is_letter(struct str text)
{
    return text.len == 1 && text.data[0] >= 'A' &&
           index_of(text.data[0]) < ITEM_OPTIONS_MAX;
}

static bool is_small_letter(struct str text)
{
    return text.len == 1 && text.data[0] >= 'a' &&
           text.data[0] < 'a' + ITEM_OPTIONS_MAX;
}

/* The letter of option `position`, checked. */
static bool read_letter(struct reader *reader, const struct node *key,
                        size_t position)
{
    char expected = (char)('A' + position);

    if (is_letter(key->text) && key->text.data[0] == expected)
        return true;
    if (!is_letter(key->text)) {
        report_error(&reader->report, key->place, "item/option-letter",
                     "'" STR_FORMAT "' is no option letter: they are A to L",
                     STR_ARG(key->text));
        if (is_small_letter(key->text))
            report_hint(&reader->report, "write '%c'", expected);
        return false;
    }
    report_error(&reader->report, key->place, "item/option-order",
                 "option '" STR_FORMAT "' stands where '%c' is expected",
                 STR_ARG(key->text), expected);
    report_hint(&reader->report, "the letters go A, B, C and so on, each once; "
                                 "the program shuffles the options");
    return false;
}

static void check_same_text(struct reader *reader, const struct node *value,
                            const struct item *item)
{
    const struct option *last = &item->options[item->option_count - 1];

    for (const struct option *o = item->options; o < last; o++)
        if (str_eq(o->text, last->text) && last->text.len > 0)
            report_error(&reader->report, value->place, "item/same-option",
                         "options '%c' and '%c' have the same text", o->letter,
                         last->letter);
}

static void read_options(struct reader *reader, const struct node *key,
                         struct item *item)
{
    if (!value_is_map(reader, key, ITEM_OPTIONS_MAX))
        return;
    struct option *options =
        ARENA_ARRAY(reader->arena, struct option, key->value->count);
    size_t count = 0;
    bool in_order = true;

    item->options = options;
    for (const struct node *letter = key->value->first; letter;
         letter = letter->next) {
        struct option *option = &options[count];

        in_order = in_order && read_letter(reader, letter, count);
        *option = (struct option){
            .letter = (char)('A' + count), .text = STR(""), .why = STR("")};
        value_prose(reader, letter, letter->value, &option->text);
        item->option_count = ++count;
        check_same_text(reader, letter->value, item);
    }
    if (count < 2)
        report_error(&reader->report, key->place, "item/options",
                     "a question needs at least two options");
    if (!in_order)
        item->option_count = 0; /* letters mean nothing now */
}

/* The option a letter names. NULL, reported, for any other text. */
static struct option *named_option(struct reader *reader,
                                   const struct node *key,
                                   const struct node *letter,
                                   const struct item *item)
{
    struct str text;
    bool is_known;

    if (item->option_count == 0 || !value_text(reader, key, letter, &text))
        return NULL;
    is_known = is_letter(text) && index_of(text.data[0]) < item->option_count;
    if (is_known)
        return &item->options[index_of(text.data[0])];
    report_error(&reader->report, letter->place, "item/answer-letter",
                 "'" STR_FORMAT "' in '" STR_FORMAT
                 "' is not among the options A to %c",
                 STR_ARG(text), STR_ARG(key->text),
                 item->options[item->option_count - 1].letter);
    if (is_small_letter(text))
        report_hint(&reader->report, "write the letter as a capital");
    else if (text.len > 1)
        report_hint(&reader->report, "several letters are written [A, C]");
    return NULL;
}

/* The keys among the options, from a list of letters; at least `least`. */
static void read_keys(struct reader *reader, const struct node *key,
                      size_t least, const char *few, struct item *item)
{
    if (!value_is_list(reader, key, ITEM_OPTIONS_MAX))
        return;
    for (const struct node *letter = key->value->first; letter;
         letter = letter->next) {
        struct option *option = named_option(reader, key, letter, item);

        if (option && option->is_key)
            report_error(&reader->report, letter->place, "item/answer-twice",
                         "the answer names '%c' twice", option->letter);
        else if (option)
            option->is_key = true;
    }
    if (key->value->count < least)
        report_error(&reader->report, key->value->place, "item/answer-count",
                     "%s", few);
    else if (key->value->count == item->option_count)
        report_warning(&reader->report, key->value->place, "item/all-right",
                       "every option is right: there is nothing to choose");
}

static void read_any(struct reader *reader, const struct node *answer,
                     struct item *item)
{
    const struct node *any = answer->value->first;

    if (answer->value->count != 1 || !str_is(any->text, "any")) {
        report_error(&reader->report, answer->value->place, "item/answer-kind",
                     "the only key 'answer' can have is "
                     "'any'");
        report_hint(&reader->report, "{any: [B, C]} makes either letter right");
        return;
    }
    item->any_key = true;
    read_keys(reader, any, 2, "'any' needs at least two letters", item);
}

static void read_single(struct reader *reader, const struct node *answer,
                        struct item *item)
{
    const struct node *value = answer->value;

    if (value->kind == NODE_MAP) {
        read_any(reader, answer, item);
    } else if (value->kind == NODE_LIST) {
        report_error(&reader->report, value->place, "item/answer-kind",
                     "a single question has one letter as its answer, no list");
        if (value->count == 1 && value->first->kind == NODE_TEXT)
            report_hint(&reader->report, "write 'answer: " STR_FORMAT "'",
                        STR_ARG(value->first->text));
        else
            report_hint(&reader->report,
                        "where all of them are right, add 'kind: multiple'; "
                        "where either is, write {any: [A, C]}");
    } else {
        struct option *option = named_option(reader, answer, value, item);

        if (option)
            option->is_key = true;
    }
}

static void read_multiple(struct reader *reader, const struct node *answer,
                          struct item *item)
{
    const struct node *value = answer->value;

    if (value->kind == NODE_LIST) {
        read_keys(reader, answer, 2,
                  "a multiple question needs at least two right letters", item);
        return;
    }
    report_error(&reader->report, value->place, "item/answer-kind",
                 "a multiple question has a list of letters as its answer");
    report_hint(&reader->report, "write 'answer: [A, C]', or leave out "
                                 "'kind: multiple'");
}

static void read_pins(struct reader *reader, const struct node *key,
                      const struct item *item)
{
    if (!value_is_list(reader, key, ITEM_OPTIONS_MAX))
        return;
    for (const struct node *letter = key->value->first; letter;
         letter = letter->next) {
        struct option *option = named_option(reader, key, letter, item);

        if (option)
            option->is_pinned = true;
    }
}

static void read_whys(struct reader *reader, const struct node *key,
                      const struct item *item)
{
    if (!value_is_map(reader, key, ITEM_OPTIONS_MAX))
        return;
    for (const struct node *letter = key->value->first; letter;
         letter = letter->next) {
        struct option *option = named_option(reader, key, letter, item);

        if (option && option->why.len > 0)
            report_error(&reader->report, letter->place, "schema/repeated-key",
                         "key '%c' stands here twice", option->letter);
        else if (option)
            value_prose(reader, letter, letter->value, &option->why);
    }
}

void choices_read(struct reader *reader, const struct choice_nodes *nodes,
                  struct item *item)
{
    const struct node *answer = nodes->answer;

    if (nodes->options) {
        read_options(reader, nodes->options, item);
    } else if (answer) {
        report_error(&reader->report, answer->place, "item/options",
                     "the question has no options");
        report_hint(&reader->report, "for typed codes, add 'kind: codes'");
        return;
    }
    if (answer && !answer->value->is_broken) {
        if (item->kind == ITEM_MULTIPLE)
            read_multiple(reader, answer, item);
        else
            read_single(reader, answer, item);
    }
    if (nodes->pin)
        read_pins(reader, nodes->pin, item);
    if (nodes->why)
        read_whys(reader, nodes->why, item);
}
