/*
 * The start sheet: the rules of an exam, what is missing, and the word that
 * starts the clock.
 */
#include <stdio.h>

#include "line_person.h"
#include "proctor/app/sheet.h"

static const struct exam *exam_here(const struct line *line)
{
    return line->plan->entry.exam;
}

/* --- telling -------------------------------------------------------------- */

static void tell_rules(struct line *line)
{
    struct talk *talk = &line->talk;
    struct sheet sheet;

    sheet_of(exam_here(line), &talk->scratch, &sheet);
    for (size_t i = 0; i < sheet.count; i++)
        talk_say(talk, "%s: %s.", sheet.rows[i].label, sheet.rows[i].value);
}

static void tell_own_time(struct line *line)
{
    const struct candidate *candidate = line->plan->candidate;
    struct arena *arena = &line->talk.scratch;

    if (line->plan->limit_ms == 0) {
        talk_say(&line->talk, "This form has %zu questions and no time limit.",
                 line->plan->form.count);
        return;
    }
    talk_say(&line->talk, "This form has %zu questions; your time is %s.",
             line->plan->form.count,
             tell_duration(arena, line->plan->limit_ms));
    if (candidate->time_percent != 100 || candidate->added_minutes != 0)
        talk_say(&line->talk, "That is with your extra time: %s.",
                 person_extra_words(candidate, arena));
}

static void tell_notes(struct line *line)
{
    const struct str_list *notes = &line->plan->notes;

    for (size_t i = 0; i < notes->count; i++)
        talk_text(&line->talk, notes->items[i]);
}

static void tell_sheet(struct line *line)
{
    talk_gap(&line->talk);
    talk_say(&line->talk, STR_FORMAT ", for %s.",
             STR_ARG(exam_here(line)->title), line->plan->candidate->label);
    tell_rules(line);
    tell_own_time(line);
    tell_notes(line);
    talk_say(&line->talk,
             "Guessing is free, and marks make no difference to the score. "
             "'start' starts the clock. 'sections' and 'sources' tell more, "
             "'back' goes back.");
}

/* --- words ---------------------------------------------------------------- */

static enum line_step start(struct line *line, struct str rest)
{
    struct session *session;
    struct error err;

    (void)rest;
    session = session_start(line->app, line->plan, &err);
    if (!session) {
        talk_say(&line->talk, "Not started: %s.", err.message);
        return STEP_STAY;
    }
    talk_say(&line->talk, "The exam has begun. 'help' lists the words, 'time' "
                          "tells the time left.");
    line_sit(line, session);
    return STEP_DONE;
}

static enum line_step rules(struct line *line, struct str rest)
{
    (void)rest;
    tell_sheet(line);
    return STEP_STAY;
}

/* What is in the form is told where it is not what the exam states. */
static void tell_section(struct line *line, const struct exam_section *section,
                         int in_form)
{
    struct arena *arena = &line->talk.scratch;
    const char *size = sheet_section_size(section, arena);
    int64_t number;

    if (!str_to_i64(str_from(size), in_form, in_form, &number))
        size = arena_printf(arena, "%s; %d in this form", size, in_form);
    talk_say(&line->talk, STR_FORMAT ": %s. How sure: %s.",
             STR_ARG(section->title), size,
             sheet_confidence(section->confidence));
}

static enum line_step sections(struct line *line, struct str rest)
{
    const struct exam *exam = exam_here(line);
    const struct form *form = &line->plan->form;

    (void)rest;
    for (size_t i = 0; i < exam->section_count; i++)
        tell_section(line, &exam->sections[i], form->section_got[i]);
    return STEP_STAY;
}

static enum line_step sources(struct line *line, struct str rest)
{
    struct talk *talk = &line->talk;
    struct sheet sheet;

    (void)rest;
    sheet_of(exam_here(line), &talk->scratch, &sheet);
    for (size_t i = 0; i < sheet.count; i++) {
        const struct sheet_row *row = &sheet.rows[i];

        if (row->confidence == '\0' && row->source.len == 0)
            continue;
        talk_say(talk, "%s: %s. How sure: %s.", row->label, row->value,
                 sheet_confidence(row->confidence));
        if (row->source.len > 0)
            talk_say(talk, "Source: " STR_FORMAT, STR_ARG(row->source));
    }
    return STEP_STAY;
}

static const struct line_word words[] = {
    {"start", "", "", "begin the exam; the clock starts", "", start, true},
    {"rules", "", "", "tell this sheet again", "", rules, false},
    {"sections", "", "", "the sections and their sizes", "", sections, false},
    {"sources", "", "", "how sure each figure is, and where it is from", "",
     sources, false},
    {"back", "", "", "go back; nothing is started", "", line_back, false},
    LINE_WORD_QUIT,
};
static const struct line_place place = {
    .about = "Nothing is started yet. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = "start> ",
};

bool line_sheet(struct line *line, const char *exam, const char *seed,
                struct error *err)
{
    struct plan_options options = {.exam = exam, .seed = seed};
    struct arena arena = {0};
    struct session_plan plan;
    bool ok = session_plan(line->app, &options, &arena, &plan, err);

    if (ok) {
        line->plan = &plan;
        tell_sheet(line);
        line_converse(line, &place);
        line->plan = NULL;
    }
    arena_finish(&arena);
    return ok;
}
