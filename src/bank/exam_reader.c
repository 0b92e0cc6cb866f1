/*
 * Reading an exam's file from its first key to its last check. Everything lives
 * in the caller's arena: an exam is small and stays in memory whole.
 */
#include "proctor/bank/reader.h"

#include <string.h>

#include "document.h"
#include "exam_parts.h"

struct exam_reader {
    struct reader reader;
    struct schema_state state;
    struct place first_key;
    struct exam_draft draft;
};

static struct exam_draft empty_draft(void)
{
    struct str none = STR("");

    return (struct exam_draft){
        .exam = {.id = none,
                 .title = none,
                 .issuer = none,
                 .version = none,
                 .valid_from = none,
                 .valid_until = none,
                 .breaks = none},
        .type = -1,
    };
}

static enum key_use use_key(void *context, const struct node *key)
{
    struct exam_reader *exam = context;

    if (exam->first_key.line == 0)
        exam->first_key = key->place;
    if (!str_is(key->text, "sections"))
        return KEY_VALUE;
    return schema_find(&exam->reader, &exam_schema, &exam->state, key) < 0
               ? KEY_SKIP
               : KEY_ENTRIES_KEPT;
}

static void take_value(void *context, const struct node *key)
{
    struct exam_reader *exam = context;

    schema_key(&exam->reader, &exam_schema, &exam->state, key, &exam->draft);
}

static bool take_section(void *context, const struct node *entry)
{
    struct exam_reader *exam = context;

    /* exam_section_read() looks for an id among those before. */
    exam->draft.exam.sections = exam->draft.list;
    exam_section_read(&exam->reader, entry, &exam->draft);
    return true;
}

static void note_lost(void *context)
{
    struct exam_reader *exam = context;

    exam->draft.is_incomplete = true;
}

static void hand_out(struct exam_reader *exam, struct arena *arena,
                     struct exam *out)
{
    struct exam_draft *draft = &exam->draft;
    size_t count = draft->exam.section_count;

    *out = draft->exam;
    out->status = (enum exam_status)draft->status;
    out->order = (enum exam_order)draft->order;
    out->navigation = (enum exam_navigation)draft->navigation;
    out->sections = ARENA_ARRAY(arena, struct exam_section, count);
    if (count > 0)
        memcpy(out->sections, draft->list, count * sizeof *out->sections);
}

bool exam_read(struct str bytes, const struct strmap *topics,
               struct arena *arena, struct exam *out, struct diagnostics *list)
{
    struct exam_reader exam = {
        .reader = {.report = {.list = list, .item = STR("")}, .topics = topics},
        .draft = empty_draft(),
    };
    struct document_handler handler = {
        .format = "proctor-exam/1",
        .use = use_key,
        .value = take_value,
        .entry = take_section,
        .lost = note_lost,
        .context = &exam,
    };
    bool was_read = document_walk(&exam.reader, bytes, arena, &handler);

    if (was_read) {
        exam.reader.arena = arena;
        if (!exam.draft.is_incomplete)
            schema_missing(&exam.reader, &exam_schema, &exam.state,
                           exam.first_key);
        exam_check(&exam.reader, &exam.draft, exam.first_key);
    }
    bool ok = was_read && list->errors == 0;
    if (ok)
        hand_out(&exam, arena, out);
    source_close(&exam.reader.source);
    diagnostics_sort(list);
    return ok;
}
