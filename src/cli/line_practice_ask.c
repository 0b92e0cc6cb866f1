/*
 * A practice put together by questions in a row: what, which, how much, how.
 * Every question has an answer that stands already.
 */
#include "line_practice.h"
#include "proctor/domain/practice.h"
#include "proctor/store/catalog.h"

static struct practice_request *request_of(const struct line *line)
{
    return &line->practice->request;
}

/* --- names ---------------------------------------------------------------- */

static void add_name(struct line_practice *self, const char *id,
                     const char *title)
{
    self->names[self->name_count++] = (struct practice_name){id, title};
}

static struct practice_name *begin_names(struct line_practice *self,
                                         size_t count)
{
    self->name_count = 0;
    self->names = ARENA_ARRAY(&self->arena, struct practice_name, count);
    return self->names;
}

/* The exam that is asked for, or the candidate's own. */
static const char *exam_meant(const struct line *line)
{
    return request_of(line)->exam ? request_of(line)->exam
                                  : app_candidate(line->app)->exam;
}

static bool read_sections(struct line *line, struct error *err)
{
    struct line_practice *self = line->practice;
    const char *exam = exam_meant(line);
    struct exam_entry entry;

    if (exam[0] == '\0')
        return error_set(err, ERR_USAGE,
                         "which exam? 'of EXAM' says it, as in: section 2 of "
                         "cpc; 'people' keeps the one you prepare for");
    if (!exams_find(line->app, exam, NULL, &self->arena, &entry, err))
        return false;
    begin_names(self, entry.exam->section_count);
    for (size_t i = 0; i < entry.exam->section_count; i++)
        add_name(self, entry.exam->sections[i].id.data,
                 entry.exam->sections[i].title.data);
    return true;
}

static bool read_topics(struct line *line, struct error *err)
{
    struct line_practice *self = line->practice;
    struct topic_rows rows;

    if (!catalog_topic_rows(app_store(line->app), &self->arena, &rows, err))
        return false;
    begin_names(self, rows.count);
    for (size_t i = 0; i < rows.count; i++)
        add_name(self, rows.items[i].topic, rows.items[i].title);
    return true;
}

static bool read_banks(struct line *line, struct error *err)
{
    struct line_practice *self = line->practice;
    struct bank_rows rows;

    if (!catalog_banks(app_store(line->app), &self->arena, &rows, err))
        return false;
    begin_names(self, rows.count);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.items[i].enabled && !rows.items[i].shadowed)
            add_name(self, rows.items[i].name, rows.items[i].title);
    return true;
}

static bool read_exams(struct line *line, struct error *err)
{
    struct line_practice *self = line->practice;
    struct exam_entries exams;

    if (!exams_list(line->app, &self->arena, &exams, err))
        return false;
    begin_names(self, exams.count);
    for (size_t i = 0; i < exams.count; i++)
        add_name(self, exams.items[i].exam->id.data,
                 exams.items[i].exam->title.data);
    return true;
}

bool practice_read_names(struct line *line, struct error *err)
{
    static bool (*const readers[PRACTICE_SCOPE_COUNT])(struct line *,
                                                       struct error *) = {
        [PRACTICE_SECTION] = read_sections,
        [PRACTICE_TOPIC] = read_topics,
        [PRACTICE_BANK] = read_banks,
    };
    enum practice_scope scope = request_of(line)->scope;

    line->practice->name_count = 0;
    return !readers[scope] || readers[scope](line, err);
}

/* The id of that number, or the answer itself. */
static const char *id_of(struct line_practice *self, struct str answer)
{
    int64_t number;

    if (str_to_i64(answer, 1, (int64_t)self->name_count, &number))
        return self->names[number - 1].id;
    return arena_str(&self->arena, answer).data;
}

bool practice_settle_name(struct line *line, struct error *err)
{
    struct practice_request *request = request_of(line);
    int64_t number;

    if (!practice_is_named(request->scope) || !request->name ||
        !str_to_i64(str_from(request->name), 0, INT64_MAX, &number))
        return true;
    if (!practice_read_names(line, err))
        return false;
    if (number < 1 || (uint64_t)number > line->practice->name_count)
        return error_set(err, ERR_USAGE,
                         "there is no %s %s; they go from 1 to %zu",
                         practice_scope_id(request->scope), request->name,
                         line->practice->name_count);
    request->name = id_of(line->practice, str_from(request->name));
    return true;
}

/* --- what ----------------------------------------------------------------- */

static void tell_scope(struct line *line, size_t index)
{
    enum practice_scope scope = (enum practice_scope)index;

    talk_say(&line->talk, "%zu: %s, '%s'.", index + 1,
             practice_scope_label(scope), practice_scope_id(scope));
}

static void ask_scope(struct line *line)
{
    talk_say(&line->talk, "What is to be practised? Now: %s.",
             practice_scope_label(request_of(line)->scope));
    list_tell(line, PRACTICE_SCOPE_COUNT, tell_scope);
}

static bool take_scope(struct line *line, struct str answer)
{
    enum practice_scope scope;
    int64_t number;

    if (str_to_i64(answer, 1, PRACTICE_SCOPE_COUNT, &number)) {
        scope = (enum practice_scope)(number - 1);
    } else if (!practice_scope_from_id(answer, &scope)) {
        talk_say(&line->talk, "A number from 1 to %d, or the word behind it.",
                 (int)PRACTICE_SCOPE_COUNT);
        return false;
    }
    request_of(line)->scope = scope;
    request_of(line)->name = NULL;
    return true;
}

static void tell_name(struct line *line, size_t index)
{
    const struct practice_name *name = &line->practice->names[index];

    talk_say(&line->talk, "%zu: %s (%s).", index + 1, name->title, name->id);
}

static bool needs_exam(struct line *line)
{
    enum practice_scope scope = request_of(line)->scope;

    return (scope == PRACTICE_EXAM || scope == PRACTICE_SECTION) &&
           app_candidate(line->app)->exam[0] == '\0';
}

static void ask_exam(struct line *line)
{
    struct error err;

    talk_say(&line->talk, "Of which exam? A number or a name. Now: %s.",
             request_of(line)->exam ? request_of(line)->exam : "none");
    if (read_exams(line, &err))
        list_tell(line, line->practice->name_count, tell_name);
    else
        line_tell_error(line, &err);
}

static bool take_exam(struct line *line, struct str answer)
{
    struct practice_request *request = request_of(line);
    const char *before = request->exam;
    struct exam_entry entry;
    struct error err;

    request->exam = id_of(line->practice, answer);
    if (exams_find(line->app, request->exam, NULL, &line->practice->arena,
                   &entry, &err))
        return true;
    line_tell_error(line, &err);
    request->exam = before;
    return false;
}

static bool needs_name(struct line *line)
{
    return practice_is_named(request_of(line)->scope);
}

static void ask_name(struct line *line)
{
    const struct practice_request *request = request_of(line);
    struct error err;

    talk_say(&line->talk, "Which %s? A number or a name. Now: %s.",
             practice_scope_id(request->scope),
             request->name ? request->name : "none");
    if (practice_read_names(line, &err))
        list_tell(line, line->practice->name_count, tell_name);
    else
        line_tell_error(line, &err);
}

/* Whether it exists is asked at once: later it would be far from here. */
static bool take_name(struct line *line, struct str answer)
{
    struct practice_request *request = request_of(line);
    const char *before = request->name;
    struct practice_offer offer;
    struct error err;

    request->name = id_of(line->practice, answer);
    if (practice_offer(line->app, request, &line->practice->arena, &offer,
                       &err))
        return true;
    line_tell_error(line, &err);
    request->name = before;
    return false;
}

/* --- how much and how ----------------------------------------------------- */

static void ask_length(struct line *line)
{
    talk_say(&line->talk,
             "How many questions, or how many minutes? As in '10 questions', "
             "'30 minutes' or both. Now: %s.",
             practice_words(request_of(line), &line->talk.scratch));
}

static bool take_length(struct line *line, struct str answer)
{
    struct error err;

    if (practice_read_words(answer, &line->practice->arena, request_of(line),
                            &err))
        return true;
    talk_say(&line->talk,
             "'" STR_FORMAT "' is no length: write '10 questions', '30 "
             "minutes' or '10 questions 30 minutes'; %d questions and %d "
             "minutes at most.",
             STR_ARG(answer), PRACTICE_ITEMS_MAX, PRACTICE_MINUTES_MAX);
    return false;
}

static const char *yes_or_no(bool yes)
{
    return yes ? "yes" : "no";
}

static void ask_feedback(struct line *line)
{
    talk_say(&line->talk,
             "Shall the right answer and the reasons be told after each "
             "question? 'yes' or 'no'. Now: %s.",
             yes_or_no(!request_of(line)->without_feedback));
}

static bool take_feedback(struct line *line, struct str answer)
{
    bool yes;

    if (!line_read_yes(line, answer, &yes))
        return false;
    request_of(line)->without_feedback = !yes;
    return true;
}

static void ask_hints(struct line *line)
{
    talk_say(&line->talk,
             "Hints on request? An answer after a hint says nothing about what "
             "you know. 'yes' or 'no'. Now: %s.",
             yes_or_no(request_of(line)->hints));
}

static bool take_hints(struct line *line, struct str answer)
{
    return line_read_yes(line, answer, &request_of(line)->hints);
}

static bool has_no_minutes(struct line *line)
{
    return request_of(line)->minutes == 0;
}

static void ask_pace(struct line *line)
{
    talk_say(&line->talk,
             "Limited to the time the exam gives for so many questions? 'yes' "
             "or 'no'. Now: %s.",
             yes_or_no(request_of(line)->at_exam_pace));
}

static bool take_pace(struct line *line, struct str answer)
{
    return line_read_yes(line, answer, &request_of(line)->at_exam_pace);
}

static bool has_reserve(struct line *line)
{
    return !practice_scope_is_redo(request_of(line)->scope);
}

static void ask_reserve(struct line *line)
{
    talk_say(&line->talk,
             "New questions for one mock exam are kept back, so that it stays "
             "a fair measure. Ask those too? 'yes' or 'no'. Now: %s.",
             yes_or_no(request_of(line)->use_reserve));
}

static bool take_reserve(struct line *line, struct str answer)
{
    return line_read_yes(line, answer, &request_of(line)->use_reserve);
}

static const struct line_question questions[] = {
    {"what> ", ask_scope, take_scope, NULL},
    {"exam> ", ask_exam, take_exam, needs_exam},
    {"which> ", ask_name, take_name, needs_name},
    {"length> ", ask_length, take_length, NULL},
    {"feedback> ", ask_feedback, take_feedback, NULL},
    {"hints> ", ask_hints, take_hints, NULL},
    {"pace> ", ask_pace, take_pace, has_no_minutes},
    {"reserve> ", ask_reserve, take_reserve, has_reserve},
};
#define QUESTIONS (sizeof questions / sizeof *questions)

bool practice_ask(struct line *line)
{
    line_tell_asking(line);
    return line_ask(line, questions, QUESTIONS);
}

bool practice_ask_name(struct line *line)
{
    line_tell_asking(line);
    return line_ask(line, questions + 1, QUESTIONS - 1);
}
