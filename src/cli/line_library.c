/*
 * An instructor's door: banks and exams, what is in them, whether candidates
 * see them. Questions of a bank are line_questions.c, loading a file is
 * line_import.c.
 */
#include "line_parts.h"
#include "proctor/app/exams.h"
#include "proctor/app/library.h"

struct line_library {
    struct arena arena;
    struct bank_rows banks;
    struct exam_entries exams;
};

static bool read_library(struct line *line, struct error *err)
{
    struct line_library *self = line->library;

    arena_reset(&self->arena);
    line->list = (struct line_list){0}; /* it was of what is gone now */
    return catalog_banks(app_store(line->app), &self->arena, &self->banks,
                         err) &&
           exams_list_all(line->app, &self->arena, &self->exams, err);
}

/* --- telling -------------------------------------------------------------- */

static const char *sight_words(bool enabled, bool shadowed)
{
    if (shadowed)
        return "; another copy of it is seen instead";
    return enabled ? "" : "; off: candidates do not see it";
}

static void tell_bank(struct line *line, size_t index)
{
    const struct bank_row *bank = &line->library->banks.items[index];
    struct arena *arena = &line->talk.scratch;

    talk_say(&line->talk, "%zu: %s, %s, version %s, %s, %s%s.", index + 1,
             bank->name, bank->title, bank->version, origin_id(bank->origin),
             count_words(arena, bank->active, "question"),
             sight_words(bank->enabled, bank->shadowed));
}

static void tell_exam(struct line *line, size_t index)
{
    const struct exam_entry *entry = &line->library->exams.items[index];
    const struct exam *exam = entry->exam;

    talk_say(&line->talk,
             "%zu: " STR_FORMAT ", " STR_FORMAT ", version " STR_FORMAT
             ", %s, %s%s.",
             index + 1, STR_ARG(exam->id), STR_ARG(exam->title),
             STR_ARG(exam->version), exam_type_label(exam->type),
             origin_id(entry->origin), sight_words(entry->enabled, false));
}

static void tell_banks(struct line *line)
{
    const struct bank_rows *banks = &line->library->banks;

    talk_gap(&line->talk);
    if (banks->count == 0)
        talk_say(&line->talk, "No bank is loaded; 'import FILE' loads one.");
    else
        talk_say(&line->talk, "Question banks; 'questions 1' lists those of "
                              "the first, 'exams' tells the exams.");
    list_tell(line, banks->count, tell_bank);
}

static void tell_exams(struct line *line)
{
    const struct exam_entries *exams = &line->library->exams;

    talk_say(&line->talk, "Exams; 'disable exam 1' hides the first.");
    list_tell(line, exams->count, tell_exam);
    for (size_t i = 0; i < exams->unreadable_count; i++)
        talk_say(&line->talk, "Not readable: %s", exams->unreadable[i].reason);
}

/* --- which ---------------------------------------------------------------- */

static const struct bank_row *find_bank(struct line *line, struct str text)
{
    const struct bank_rows *banks = &line->library->banks;
    int64_t number;

    if (str_to_i64(text, 1, (int64_t)banks->count, &number))
        return &banks->items[number - 1];
    for (size_t i = 0; i < banks->count; i++)
        if (str_is(text, banks->items[i].name))
            return &banks->items[i];
    line_number(line, text, banks->count, "bank");
    return NULL;
}

static const char *find_exam(struct line *line, struct str text)
{
    const struct exam_entries *exams = &line->library->exams;
    int64_t number;

    if (str_to_i64(text, 1, (int64_t)exams->count, &number))
        return exams->items[number - 1].exam->id.data;
    for (size_t i = 0; i < exams->count; i++)
        if (str_eq(text, exams->items[i].exam->id))
            return exams->items[i].exam->id.data;
    line_number(line, text, exams->count, "exam");
    return NULL;
}

/* --- on and off ----------------------------------------------------------- */

static void tell_switched(struct line *line, const char *kind, const char *name,
                          bool enabled)
{
    char *kept = arena_strdup(&line->talk.scratch, name);
    struct error err;

    talk_say(&line->talk, "%s %s is %s it.", kind, kept,
             enabled ? "on now: candidates see"
                     : "off now: candidates do not see");
    if (!read_library(line, &err))
        line_tell_error(line, &err);
}

/* "3", "publisher/bank" */
static void turn_bank(struct line *line, struct str which, bool on)
{
    const struct bank_row *bank = find_bank(line, which);
    struct error err;

    if (bank && library_enable_bank(line->app, bank->name, on, &err))
        tell_switched(line, "Bank", bank->name, on);
    else if (bank)
        line_tell_error(line, &err);
}

/* "2", "cpc" */
static void turn_exam(struct line *line, struct str which, bool on)
{
    const char *exam = find_exam(line, which);
    struct error err;

    if (exam && library_enable_exam(line->app, exam, on, &err))
        tell_switched(line, "Exam", exam, on);
    else if (exam)
        line_tell_error(line, &err);
}

static enum line_step turn(struct line *line, struct str rest, bool on)
{
    struct str which, word = line_first_word(rest, &which);

    if (str_is(word, "exam"))
        turn_exam(line, which, on);
    else
        turn_bank(line, rest, on);
    return STEP_STAY;
}

static enum line_step enable(struct line *line, struct str rest)
{
    return turn(line, rest, true);
}

static enum line_step disable(struct line *line, struct str rest)
{
    return turn(line, rest, false);
}

/* --- words ---------------------------------------------------------------- */

static enum line_step banks_word(struct line *line, struct str rest)
{
    (void)rest;
    tell_banks(line);
    return STEP_STAY;
}

static enum line_step exams_word(struct line *line, struct str rest)
{
    (void)rest;
    tell_exams(line);
    return STEP_STAY;
}

static enum line_step import(struct line *line, struct str rest)
{
    struct error err;

    if (rest.len == 0) {
        talk_say(&line->talk, "Which file? As in: import my-questions.yaml.");
        return STEP_STAY;
    }
    line_import(line, rest);
    if (!read_library(line, &err))
        line_tell_error(line, &err);
    return line->talk.end == TALK_GOES_ON ? STEP_STAY : STEP_DONE;
}

static enum line_step questions(struct line *line, struct str rest)
{
    const struct bank_row *bank = find_bank(line, rest);
    struct error err;

    if (bank && !line_questions(line, bank, &err))
        line_tell_error(line, &err);
    return line->talk.end == TALK_GOES_ON ? STEP_STAY : STEP_DONE;
}

static const struct line_word words[] = {
    {"banks", "", "", "list the question banks", "", banks_word, false},
    {"exams", "", "", "list the exams", "", exams_word, false},
    {"enable", "", "BANK", "let candidates see a bank, or: enable exam N",
     "BANK is its number or name.", enable, false},
    {"disable", "", "BANK", "hide a bank from candidates, or: disable exam N",
     "Attempts and their questions stay.", disable, false},
    {"questions", "", "BANK", "read the questions of a bank",
     "A number alone does the same.", questions, false},
    {"import", "", "FILE", "load a bank, an exam or topics",
     "It tells first what would change, and asks.", import, false},
    LINE_WORD_MORE,
    {"back", "", "", "go back home", "", line_back, false},
    LINE_WORD_QUIT,
};
static const struct line_place place = {
    .about = "Banks and exams. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = "banks> ",
    .enter = tell_banks,
    .number = questions,
};

bool line_library(struct line *line, struct str rest, struct error *err)
{
    struct line_library self = {0};
    bool ok;

    (void)rest;
    line->library = &self;
    ok = read_library(line, err);
    if (ok)
        line_converse(line, &place);
    line->library = NULL;
    arena_finish(&self.arena);
    return ok;
}
