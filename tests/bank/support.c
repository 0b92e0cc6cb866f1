#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static bool count_header(void *context, const struct bank_header *header)
{
    struct reading *reading = context;

    (void)header;
    reading->headers++;
    return true;
}

static bool count_case(void *context, const struct case_text *text)
{
    struct reading *reading = context;

    (void)text;
    reading->cases++;
    return true;
}

static bool count_item(void *context, const struct item *item)
{
    struct reading *reading = context;

    (void)item;
    reading->items++;
    return true;
}

static void read_bank(struct reading *reading, struct str bytes,
                      const struct bank_options *options)
{
    struct bank_events events = {.header = count_header,
                                 .case_text = count_case,
                                 .item = count_item,
                                 .context = reading};

    *reading = (struct reading){.ok = false};
    diagnostics_init(&reading->list, "small.yaml");
    reading->ok = bank_read(bytes, options, &events, &reading->list);
}

void reading_bank(struct reading *reading, struct str bytes)
{
    read_bank(reading, bytes, NULL);
}

void reading_bank_topics(struct reading *reading, struct str bytes)
{
    struct strmap *topics = strmap_create();
    struct bank_options options = {.topics = topics};

    strmap_add(topics, STR("anatomy"), 1, NULL);
    strmap_add(topics, STR("cpt/surgery"), 2, NULL);
    read_bank(reading, bytes, &options);
    strmap_destroy(topics);
}

void reading_exam(struct reading *reading, struct str bytes)
{
    struct arena arena = {0};
    struct exam exam;

    *reading = (struct reading){.ok = false};
    diagnostics_init(&reading->list, "small.yaml");
    reading->ok = exam_read(bytes, NULL, &arena, &exam, &reading->list);
    arena_finish(&arena);
}

void reading_topics(struct reading *reading, struct str bytes)
{
    struct arena arena = {0};
    struct topic_list topics;

    *reading = (struct reading){.ok = false};
    diagnostics_init(&reading->list, "small.yaml");
    reading->ok = topics_read(bytes, &arena, &topics, &reading->list);
    arena_finish(&arena);
}

void reading_finish(struct reading *reading)
{
    diagnostics_finish(&reading->list);
}

const struct diagnostic *reading_find(const struct reading *reading,
                                      const char *id)
{
    for (size_t i = 0; i < reading->list.count; i++)
        if (strcmp(reading->list.items[i].id, id) == 0)
            return &reading->list.items[i];
    return NULL;
}

bool contains(struct str text, const char *part)
{
    size_t len = strlen(part);

    for (size_t i = 0; i + len <= text.len; i++)
        if (memcmp(text.data + i, part, len) == 0)
            return true;
    return false;
}

static void print_list(const struct reading *reading)
{
    struct strbuf out = {0};

    diagnostics_print(&reading->list, &out, false);
    print_error("%s", strbuf_text(&out));
    strbuf_finish(&out);
}

static bool is_as_expected(const struct diagnostic *got,
                           const struct expected *expected)
{
    return got && got->line == expected->line &&
           got->column == expected->column &&
           (!expected->message || contains(got->message, expected->message)) &&
           (!expected->hint || contains(got->hint, expected->hint));
}

static void check(const struct reading *reading,
                  const struct expected *expected, size_t errors)
{
    const struct diagnostic *got = reading_find(reading, expected->id);

    if (is_as_expected(got, expected) && reading->list.errors == errors &&
        reading->ok == (errors == 0))
        return;
    print_list(reading);
    fail_msg("%s: wanted %zu errors and %s at %d:%d, '%s', hint '%s'",
             expected->name, errors, expected->id, expected->line,
             expected->column, expected->message ? expected->message : "",
             expected->hint ? expected->hint : "");
}

void assert_error(const struct reading *reading,
                  const struct expected *expected)
{
    check(reading, expected, 1);
}

void assert_warning(const struct reading *reading,
                    const struct expected *expected)
{
    check(reading, expected, 0);
}

void assert_clean(const struct reading *reading)
{
    if (reading->ok && reading->list.errors + reading->list.warnings == 0)
        return;
    print_list(reading);
    fail_msg("the file should be clean");
}

struct strbuf slurp(const char *path)
{
    struct strbuf text = {0};
    char chunk[4096];
    FILE *file = fopen(path, "rb");
    size_t got;

    if (!file)
        fail_msg("%s cannot be opened", path);
    strbuf_adds(&text, "");
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
        strbuf_add(&text, (struct str){chunk, got});
    fclose(file);
    return text;
}
