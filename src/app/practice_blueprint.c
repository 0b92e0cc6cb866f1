/*
 * The exam that a practice is stored as. Its sections list the questions that
 * were drawn: those of the real exam, or topics, so that the result has rows
 * that say something. Review, history and scoring read it like any other exam.
 */
#include "practice_private.h"

#include <stdlib.h>

#include "proctor/bank/exam_writer.h"
#include "proctor/bank/reader.h"
#include "proctor/domain/topic.h"
#include "proctor/store/catalog.h"

#include "read_exam.h"

/* Levels of a topic that make a row where no topic was asked for. */
#define ROW_LEVELS 2
/* An id of the exam format. */
#define ROW_ID_MAX 64

/* What the drawn questions are sorted into. */
struct rows {
    struct arena *arena;
    struct exam_section *items;
    size_t count;
    int *row_of; /* of each slot */
};

static struct str question_name(const struct practice *practice,
                                const struct form_slot *slot)
{
    return practice->pool.items[slot->item].about.name;
}

/* --- rows of an exam ---------------------------------------------------- */

static void rows_by_section(struct rows *rows, const struct practice *practice,
                            const struct form *form)
{
    const struct exam *exam = practice->exam;
    int *row_of_section = ARENA_ARRAY(rows->arena, int, exam->section_count);

    for (size_t i = 0; i < form->count; i++) {
        size_t item = form->slots[i].item;
        int section = exam_section_of(exam, &practice->pool.items[item].about);

        rows->row_of[i] = section;
        row_of_section[section]++;
    }
    for (size_t s = 0; s < exam->section_count; s++) {
        const struct exam_section *section = &exam->sections[s];

        if (row_of_section[s] == 0)
            continue;
        row_of_section[s] = (int)rows->count;
        rows->items[rows->count++] =
            (struct exam_section){.id = section->id,
                                  .title = section->title,
                                  .points = section->points};
    }
    for (size_t i = 0; i < form->count; i++)
        rows->row_of[i] = row_of_section[rows->row_of[i]];
}

/* --- rows of topics ----------------------------------------------------- */

/* The topic up to so many levels. */
static struct str topic_cut(struct str topic, int levels)
{
    for (size_t i = 0; i < topic.len; i++)
        if (topic.data[i] == '/' && --levels == 0)
            return (struct str){topic.data, i};
    return topic;
}

static int by_text(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* The topics of the rows, each once and in order. */
static struct str_list list_topics(const struct str *topics, size_t count,
                                   struct arena *arena)
{
    struct str *sorted = ARENA_ARRAY(arena, struct str, count);
    size_t kept = 0;

    for (size_t i = 0; i < count; i++)
        sorted[i] = topics[i];
    qsort(sorted, count, sizeof *sorted, by_text);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || !str_eq(sorted[kept - 1], sorted[i]))
            sorted[kept++] = sorted[i];
    return (struct str_list){sorted, kept};
}

/* As ids are written; one too long is cut and numbered. */
static struct str row_id(struct str topic, size_t number, struct arena *arena)
{
    struct str cut = topic;
    char *id;

    if (cut.len > ROW_ID_MAX)
        cut.len = ROW_ID_MAX / 2;
    id = arena_printf(arena, STR_FORMAT, STR_ARG(cut));
    for (char *c = id; *c; c++)
        if (*c == '/')
            *c = '.';
    if (cut.len < topic.len)
        id = arena_printf(arena, "%s-%zu", id, number);
    return str_from(id);
}

/* The row of a topic; the last one takes all that have none of their own. */
static int row_of_topic(const struct str_list *topics, size_t row_count,
                        struct str topic)
{
    for (size_t i = 0; i + 1 < row_count; i++)
        if (str_eq(topics->items[i], topic))
            return (int)i;
    return (int)row_count - 1;
}

static void rows_by_topic(struct rows *rows, struct store *store,
                          const struct practice *practice,
                          const struct form *form)
{
    const struct practice_request *request = practice->request;
    int levels = request->scope == PRACTICE_TOPIC
                     ? topic_depth(str_from(request->name)) + 2
                     : ROW_LEVELS;
    struct str *cut = ARENA_ARRAY(rows->arena, struct str, form->count);
    struct str_list topics;

    for (size_t i = 0; i < form->count; i++)
        cut[i] = topic_cut(
            practice->pool.items[form->slots[i].item].about.topic, levels);
    topics = list_topics(cut, form->count, rows->arena);
    rows->count =
        topics.count < EXAM_SECTIONS_MAX ? topics.count : EXAM_SECTIONS_MAX;
    for (size_t i = 0; i < rows->count; i++)
        rows->items[i] = (struct exam_section){
            .id = row_id(topics.items[i], i, rows->arena),
            .title = str_from(
                catalog_topic_title(store, rows->arena, topics.items[i])),
            .points = 1,
        };
    if (rows->count < topics.count)
        rows->items[rows->count - 1].title = STR("Other topics");
    for (size_t i = 0; i < form->count; i++)
        rows->row_of[i] = row_of_topic(&topics, rows->count, cut[i]);
}

/* --- the exam ----------------------------------------------------------- */

/* Lists the questions of each row, in the order they are asked. */
static void list_questions(struct rows *rows, const struct practice *practice,
                           struct form *form)
{
    for (size_t r = 0; r < rows->count; r++) {
        struct exam_section *row = &rows->items[r];

        row->source = STR("");
        row->size_kind = SIZE_ITEMS;
        row->questions.items =
            ARENA_ARRAY(rows->arena, struct str, form->count);
    }
    for (size_t i = 0; i < form->count; i++) {
        struct exam_section *row = &rows->items[rows->row_of[i]];

        form->slots[i].section = rows->row_of[i];
        row->questions.items[row->questions.count++] =
            question_name(practice, &form->slots[i]);
        row->size.low = row->size.high = (int)row->questions.count;
    }
}

static struct exam exam_of(const struct practice *practice,
                           const struct rows *rows, int minutes, int count)
{
    bool is_of_exam = practice->request->scope == PRACTICE_EXAM ||
                      practice->request->scope == PRACTICE_SECTION;
    struct str none = STR("");

    return (struct exam){
        .id = is_of_exam ? practice->exam->id : STR("practice"),
        .title = str_from(
            arena_printf(rows->arena, "Practice: %s", practice->title)),
        .issuer = none,
        .version = STR("practice"),
        .type = EXAM_PRACTICE_SET,
        .valid_from = none,
        .valid_until = none,
        .minutes = minutes,
        .scored = {count, count},
        .order = EXAM_ORDER_MIXED, /* as drawn */
        .breaks = none,
        .sections = rows->items,
        .section_count = rows->count,
    };
}

/* What is stored must be read again for as long as its attempts are kept. */
static bool read_back(struct str blueprint, struct arena *arena,
                      const struct exam **exam_out, struct error *err)
{
    struct exam *exam = ARENA_NEW(arena, struct exam);
    struct diagnostics list;
    bool ok;

    diagnostics_init(&list, "practice");
    ok = exam_read(blueprint, NULL, arena, exam, &list);
    if (ok) {
        *exam_out = exam;
    } else {
        struct str problem = read_exam_problem(&list);

        error_set(err, ERR_INVALID,
                  "this practice cannot be written down (" STR_FORMAT
                  "): ask for fewer questions",
                  STR_ARG(problem));
    }
    diagnostics_finish(&list);
    return ok;
}

bool practice_blueprint(struct app *app, const struct practice *practice,
                        int minutes, struct form *form, struct arena *arena,
                        const struct exam **exam_out, struct str *blueprint_out,
                        struct error *err)
{
    struct rows rows = {
        .arena = arena,
        .items = ARENA_ARRAY(arena, struct exam_section, EXAM_SECTIONS_MAX),
        .row_of = ARENA_ARRAY(arena, int, form->count),
    };
    struct strbuf text = {0};
    struct exam exam;

    if (practice->request->scope == PRACTICE_EXAM ||
        practice->request->scope == PRACTICE_SECTION)
        rows_by_section(&rows, practice, form);
    else
        rows_by_topic(&rows, app_store(app), practice, form);
    list_questions(&rows, practice, form);
    exam = exam_of(practice, &rows, minutes, (int)form->count);
    exam_write(&exam, &text);
    *blueprint_out = arena_str(arena, strbuf_str(&text));
    strbuf_finish(&text);
    return read_back(*blueprint_out, arena, exam_out, err);
}
