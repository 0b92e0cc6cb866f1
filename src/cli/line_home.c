/*
 * The home of the line mode: a word to each thing there is. What it tells is
 * line_home_tell.c; it is read anew each time the home is come back to.
 */
#include "line_home.h"
#include "proctor/app/history.h"

static bool read_home(struct line *line, struct error *err)
{
    struct line_home *self = line->home;

    arena_reset(&self->arena);
    line->list = (struct line_list){0}; /* it was of what is gone now */
    self->is_supplied = false;
    return home_read(line->app, &self->arena, &self->home, err) &&
           home_count(line->app, &self->arena, &self->home, err) &&
           exams_list(line->app, &self->arena, &self->exams, err);
}

/* A failure ends the home. */
static enum line_step look(struct line *line, void (*tell)(struct line *line))
{
    struct error err;

    if (line->talk.end != TALK_GOES_ON)
        return STEP_DONE;
    if (!read_home(line, &err)) {
        line->status = cli_fail(line->cli, &err);
        return STEP_DONE;
    }
    tell(line);
    return STEP_STAY;
}

/* What was done changes what there is. */
static enum line_step come_back(struct line *line)
{
    return look(line, home_tell_briefly);
}

/* --- exams ---------------------------------------------------------------- */

static enum line_step sit_exam(struct line *line, const char *exam)
{
    struct error err;

    if (!line_sheet(line, exam, NULL, &err)) {
        line_tell_error(line, &err);
        return STEP_STAY;
    }
    return come_back(line);
}

static enum line_step sit_number(struct line *line, struct str text)
{
    const struct line_home *home = line->home;
    size_t number = line_number(line, text, home->exams.count, "exam");
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

static enum line_step resume(struct line *line, struct str rest)
{
    const struct home *home = &line->home->home;
    struct error err;

    (void)rest;
    if (!home->is_running && !home->practice_runs) {
        talk_say(&line->talk, "No exam is running, and no practice waits.");
        return STEP_STAY;
    }
    if (store_is_read_only(app_store(line->app))) {
        talk_say(&line->talk, "It is open in another proctor.");
        return STEP_STAY;
    }
    if (home->is_running)
        line_return(line);
    else if (!line_practice_resume(line, &err))
        line_tell_error(line, &err);
    return come_back(line);
}

/* Without a name the exam that runs, or else that is prepared for. */
static enum line_step sit(struct line *line, struct str rest)
{
    const struct exam *exam = line->home->home.exam;

    if (rest.len == 0 && line->home->home.is_running)
        return resume(line, rest);
    if (rest.len == 0 && exam)
        return sit_exam(line, arena_str(&line->home->arena, exam->id).data);
    if (rest.len == 0) {
        talk_say(&line->talk, "Which exam? Its number or name, as in: sit 1.");
        return STEP_STAY;
    }
    if (line_is_number(rest))
        return sit_number(line, rest);
    return sit_exam(line, arena_str(&line->home->arena, rest).data);
}

static enum line_step exams(struct line *line, struct str rest)
{
    (void)rest;
    home_tell_exams(line);
    return STEP_STAY;
}

/* --- results -------------------------------------------------------------- */

static enum line_step results(struct line *line, struct str rest)
{
    (void)rest;
    home_tell_results(line);
    return STEP_STAY;
}

/* Any of them, not only those that home tells. */
static enum line_step result(struct line *line, struct str rest)
{
    static const struct history_filter all = {.kind = HISTORY_ALL};
    struct attempt_rows rows;
    struct error err;

    if (!history_read(line->app, &all, &line->home->arena, &rows, &err)) {
        line_tell_error(line, &err);
        return STEP_STAY;
    }
    if (!line_open_attempt(line, rest, &rows))
        return STEP_STAY;
    return come_back(line);
}

/* --- further places ------------------------------------------------------- */

/* Goes there and comes back; what keeps from going there is told. */
static enum line_step go(struct line *line, struct str rest,
                         bool (*place)(struct line *line, struct str rest,
                                       struct error *err))
{
    struct error err;

    if (!place(line, rest, &err)) {
        line_tell_error(line, &err);
        return STEP_STAY;
    }
    return come_back(line);
}

static enum line_step practice(struct line *line, struct str rest)
{
    return go(line, rest, line_practice_words);
}

static enum line_step weak(struct line *line, struct str rest)
{
    return go(line, rest, line_weak);
}

static enum line_step history(struct line *line, struct str rest)
{
    return go(line, rest, line_history);
}

static enum line_step trend(struct line *line, struct str rest)
{
    return go(line, rest, line_trend);
}

static enum line_step search(struct line *line, struct str rest)
{
    return go(line, rest, line_search);
}

static enum line_step notes(struct line *line, struct str rest)
{
    return go(line, rest, line_notes);
}

static enum line_step disputes(struct line *line, struct str rest)
{
    return go(line, rest, line_disputes);
}

static enum line_step banks(struct line *line, struct str rest)
{
    return go(line, rest, line_library);
}

static enum line_step tutorial(struct line *line, struct str rest)
{
    return go(line, rest, line_tutorial);
}

static enum line_step people(struct line *line, struct str rest)
{
    return go(line, rest, line_people);
}

static enum line_step settings(struct line *line, struct str rest)
{
    return go(line, rest, line_settings);
}

static enum line_step again(struct line *line, struct str rest)
{
    (void)rest;
    return look(line, home_tell);
}

static enum line_step quit(struct line *line, struct str rest)
{
    (void)line;
    (void)rest;
    return STEP_DONE;
}

/* --- the place ------------------------------------------------------------ */

static const struct line_word words[] = {
    {"sit", "", "[EXAM]", "show an exam's start sheet, by number or name",
     "A number alone does the same; without EXAM the one that runs, or that "
     "you prepare for.",
     sit, false},
    {"resume", "", "", "go on with the exam or practice that waits", "", resume,
     false},
    {"practice", "", "[WHAT]",
     "practise a section, a topic, a bank, or what you missed",
     "Alone it asks for everything. In one line: 'practice section 3 10 "
     "questions hints', 'practice topic anatomy 20 minutes', 'practice "
     "missed'.",
     practice, false},
    {"weak", "", "[topics|sections] [EXAM]",
     "where marks are lost, and how sure that is", "", weak, false},
    {"history", "", "[mocks|practice] [EXAM]", "all attempts, newest first", "",
     history, false},
    {"trend", "", "[EXAM]", "how marks went over the mock exams", "", trend,
     false},
    {"search", "/", "WORDS", "topics, your notes, questions you met", "",
     search, false},
    {"notes", "", "", "your notes on questions", "", notes, false},
    {"disputes", "", "", "the keys you dispute", "", disputes, false},
    {"exams", "", "", "list the exams", "", exams, false},
    {"result", "", "N", "look at attempt N and its questions", "", result,
     false},
    {"results", "", "", "the last results; 'history' has all", "", results,
     false},
    {"people", "", "", "who practises here: choose, add, change, remove", "",
     people, false},
    {"settings", "", "", "what you prefer", "", settings, false},
    {"banks", "", "", "question banks and exams: look, load, hide", "", banks,
     false},
    {"tutorial", "", "", "three questions that show how answering works", "",
     tutorial, false},
    {"again", "", "", "tell the home again", "", again, false},
    LINE_WORD_MORE,
    {"quit", "", "", "end the program",
     "An exam that was left goes on as it was left.", quit, false},
};
static const struct line_place place = {
    .about = "Home. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = "proctor> ",
    .number = sit_number,
};

bool line_home_has(struct str word)
{
    return line_exact(words, place.word_count, word) != NULL;
}

void line_home(struct line *line)
{
    struct line_home home = {0};

    line->home = &home;
    if (look(line, home_tell) == STEP_STAY)
        line_converse(line, &place);
    line->home = NULL;
    arena_finish(&home.arena);
}
