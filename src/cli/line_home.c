/*
 * The home of the line mode: the exam that runs, the exams that can be sat by
 * number, the last results by number. Lists are read anew each time the home
 * is come back to.
 */
#include <inttypes.h>
#include <stdio.h>

#include "line_parts.h"
#include "proctor/store/catalog.h"

#define RESULTS_TOLD 5

struct line_home {
    struct arena arena;
    struct exam_entries exams;
    struct attempt_rows results; /* ended ones */
    bool is_running;             /* an exam of the candidate */
};

/* --- reading -------------------------------------------------------------- */

/* Keeps the ended attempts. */
static void keep_ended(struct attempt_rows *rows)
{
    size_t kept = 0;

    for (size_t i = 0; i < rows->count; i++)
        if (rows->items[i].state != SITTING_RUNNING)
            rows->items[kept++] = rows->items[i];
    rows->count = kept;
}

static bool read_home(struct line *line, struct line_home *home,
                      struct error *err)
{
    struct store *store = app_store(line->app);
    int64_t candidate_id = app_candidate(line->app)->candidate_id;

    arena_reset(&home->arena);
    home->is_running = attempt_running(store, candidate_id) != 0;
    if (!attempt_list(store, candidate_id, 0, &home->arena, &home->results,
                      err) ||
        !exams_list(line->app, &home->arena, &home->exams, err))
        return false;
    keep_ended(&home->results);
    for (size_t i = 0; i < home->exams.count; i++)
        if (!exams_supply(line->app, &home->exams.items[i], &home->arena, err))
            return false;
    return true;
}

/* --- telling -------------------------------------------------------------- */

static const char *supply_words(const struct exam_entry *entry,
                                struct arena *arena)
{
    if (entry->is_full)
        return "a full form can be drawn";
    if (entry->fillable == 0)
        return "no questions are loaded for it";
    return arena_printf(arena, "only %d of its %d questions are loaded",
                        entry->fillable, entry->needed);
}

static void tell_exam(struct line *line, size_t index)
{
    const struct exam_entry *entry = &line->home->exams.items[index];
    const struct exam *exam = entry->exam;
    struct arena *arena = &line->talk.scratch;

    talk_say(&line->talk,
             "%zu: " STR_FORMAT " (" STR_FORMAT "), %d questions, "
             "%s%s%s; %s.",
             index + 1, STR_ARG(exam->title), STR_ARG(exam->id), entry->needed,
             exam->minutes > 0
                 ? arena_printf(arena, "%d minutes", exam->minutes)
                 : "no time limit",
             exam->type == EXAM_PRACTICE_SET ? ", a practice set" : "",
             exam->status != EXAM_STATUS_LIVE
                 ? arena_printf(arena, ", %s", exam_status_id(exam->status))
                 : "",
             supply_words(entry, arena));
}

static void tell_exams(struct line *line)
{
    const struct line_home *home = line->home;

    if (home->exams.count == 0) {
        talk_say(&line->talk,
                 "No exams are loaded. 'proctor import FILE' loads "
                 "exams and questions.");
        return;
    }
    talk_say(&line->talk, "Exams; a number chooses one:");
    for (size_t i = 0; i < home->exams.count; i++)
        tell_exam(line, i);
    if (catalog_item_count(app_store(line->app)) == 0)
        talk_say(&line->talk, "No questions are loaded. 'proctor import FILE' "
                              "loads them.");
}

static void tell_result(struct line *line, size_t index)
{
    const struct attempt_row *row = &line->home->results.items[index];
    struct strbuf text = {0};
    char date[CLOCK_DATE_SIZE], earned[MARKS_SIZE], possible[MARKS_SIZE];

    clock_format(row->started_utc_ms, row->zone_minutes, date);
    strbuf_printf(&text, "Result %zu: %s, %s, %s", index + 1, row->exam, date,
                  sitting_state_label(row->state));
    if (row->has_result) {
        marks_format(row->earned, earned);
        marks_format(row->possible, possible);
        strbuf_printf(&text, ", %s of %s", earned, possible);
        if (row->verdict != VERDICT_NONE)
            strbuf_printf(&text, ", %s", verdict_label(row->verdict));
    }
    strbuf_addc(&text, '.');
    talk_text(&line->talk, strbuf_str(&text));
    strbuf_finish(&text);
}

static void tell_results(struct line *line, size_t most)
{
    size_t count = line->home->results.count;

    if (count == 0)
        talk_say(&line->talk, "There are no results yet.");
    for (size_t i = 0; i < count && i < most; i++)
        tell_result(line, i);
    if (count > most)
        talk_say(&line->talk, "'results' tells all %zu.", count);
}

static void tell_home(struct line *line)
{
    talk_gap(&line->talk);
    talk_say(&line->talk, "proctor %s, for %s.", app_version(),
             app_candidate(line->app)->label);
    if (store_is_read_only(app_store(line->app)))
        talk_say(&line->talk,
                 "The database is open in another proctor: results "
                 "can be read, no exam can be sat.");
    if (store_is_remote(app_store(line->app)))
        talk_say(&line->talk, "The database lies on a network file system: "
                              "saving is slower there.");
    if (line->home->is_running)
        talk_say(&line->talk, "An exam of yours is running; 'resume' goes on "
                              "with it.");
    tell_exams(line);
    tell_results(line, RESULTS_TOLD);
    talk_say(&line->talk, "'help' lists the words, 'quit' ends.");
}

/* --- words ---------------------------------------------------------------- */

/* What was done changes what there is; a failure ends the home. */
static enum line_step come_back(struct line *line)
{
    struct error err;

    if (line->talk.end != TALK_GOES_ON)
        return STEP_DONE;
    if (!read_home(line, line->home, &err)) {
        line->status = cli_fail(line->cli, &err);
        return STEP_DONE;
    }
    tell_home(line);
    return STEP_STAY;
}

static enum line_step sit_exam(struct line *line, const char *exam)
{
    struct error err;

    if (!line_sheet(line, exam, NULL, &err)) {
        line_tell_error(line, &err);
        return STEP_STAY;
    }
    return come_back(line);
}

/* The number of one of `count`, from 1; 0 after saying what is wrong. */
static size_t read_number(struct line *line, struct str text, size_t count,
                          const char *what)
{
    int64_t number;

    if (str_to_i64(text, 1, (int64_t)count, &number))
        return (size_t)number;
    if (count == 0)
        talk_say(&line->talk, "There is no %s yet.", what);
    else if (text.len == 0)
        talk_say(&line->talk, "Which %s, from 1 to %zu?", what, count);
    else
        talk_say(&line->talk, "There is no %s '" STR_FORMAT "'; there are %zu.",
                 what, STR_ARG(text), count);
    return 0;
}

static enum line_step sit_number(struct line *line, struct str text)
{
    const struct line_home *home = line->home;
    size_t number = read_number(line, text, home->exams.count, "exam");
    const struct exam *exam;

    if (number == 0)
        return STEP_STAY;
    exam = home->exams.items[number - 1].exam;
    return sit_exam(
        line, exam->version.len > 0
                  ? arena_printf(&line->home->arena, STR_FORMAT "@" STR_FORMAT,
                                 STR_ARG(exam->id), STR_ARG(exam->version))
                  : exam->id.data);
}

static bool is_number(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.len > 0;
}

static bool other(struct line *line, struct str text, enum line_step *step_out)
{
    if (!is_number(text))
        return false;
    *step_out = sit_number(line, text);
    return true;
}

static enum line_step sit(struct line *line, struct str rest)
{
    if (rest.len == 0) {
        talk_say(&line->talk, "Which exam? Its number or name, as in: sit 1.");
        return STEP_STAY;
    }
    if (is_number(rest))
        return sit_number(line, rest);
    return sit_exam(line, arena_str(&line->home->arena, rest).data);
}

static enum line_step resume(struct line *line, struct str rest)
{
    (void)rest;
    if (!line->home->is_running) {
        talk_say(&line->talk, "No exam is running.");
        return STEP_STAY;
    }
    if (store_is_read_only(app_store(line->app))) {
        talk_say(&line->talk, "It is open in another proctor.");
        return STEP_STAY;
    }
    line_return(line);
    return come_back(line);
}

static enum line_step exams(struct line *line, struct str rest)
{
    (void)rest;
    tell_exams(line);
    return STEP_STAY;
}

static enum line_step results(struct line *line, struct str rest)
{
    (void)rest;
    tell_results(line, SIZE_MAX);
    return STEP_STAY;
}

static enum line_step result(struct line *line, struct str rest)
{
    size_t number =
        read_number(line, rest, line->home->results.count, "result");
    struct error err;

    if (number == 0)
        return STEP_STAY;
    if (!line_review(line, line->home->results.items[number - 1].attempt_id,
                     &err)) {
        line_tell_error(line, &err);
        return STEP_STAY;
    }
    return come_back(line);
}

static enum line_step quit(struct line *line, struct str rest)
{
    (void)line;
    (void)rest;
    return STEP_DONE;
}

static const char *prompt(struct line *line)
{
    (void)line;
    return "proctor> ";
}

static const struct line_word words[] = {
    {"sit", "", "EXAM", "show an exam's start sheet, by number or name",
     "A number alone does the same.", sit, false},
    {"resume", "", "", "go on with the exam that runs", "", resume, false},
    {"exams", "", "", "list the exams", "", exams, false},
    {"result", "", "N", "look at result N and its questions", "", result,
     false},
    {"results", "", "", "list all results", "", results, false},
    {"quit", "", "", "end the program",
     "An exam that was left goes on as it was left.", quit, false},
};
static const struct line_place place = {
    .about = "Home. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = prompt,
    .other = other,
};

void line_home(struct line *line)
{
    struct line_home home = {0};

    line->home = &home;
    if (come_back(line) == STEP_STAY)
        line_converse(line, &place);
    line->home = NULL;
    arena_finish(&home.arena);
}
