/*
 * What is asked of a person: name, exam, exam date, extra time. Used by the
 * first start and by the place of the people. Each answer is stored at once, so
 * that nothing is lost when nobody goes on.
 */
#include "line_person.h"

#include "proctor/app/people.h"

bool person_begin(struct line *line, const struct candidate *candidate,
                  struct line_person *out, struct error *err)
{
    *out = (struct line_person){.candidate = *candidate};
    line->person = out;
    out->candidate.label = arena_strdup(&out->arena, candidate->label);
    out->candidate.exam = arena_strdup(&out->arena, candidate->exam);
    out->candidate.exam_date = arena_strdup(&out->arena, candidate->exam_date);
    return exams_list(line->app, &out->arena, &out->exams, err);
}

void person_finish(struct line *line, struct line_person *person)
{
    line->person = NULL;
    arena_finish(&person->arena);
}

/* --- in words ------------------------------------------------------------- */

const char *person_extra_words(const struct candidate *candidate,
                               struct arena *arena)
{
    bool has_percent = candidate->time_percent != 100;
    const char *minutes =
        count_words(arena, candidate->added_minutes, "minute");

    if (candidate->added_minutes == 0)
        return has_percent ? arena_printf(arena, "%d %% of the time",
                                          candidate->time_percent)
                           : "none";
    return has_percent ? arena_printf(arena, "%d %% of the time and %s",
                                      candidate->time_percent, minutes)
                       : minutes;
}

const char *person_words(const struct candidate *candidate, struct arena *arena)
{
    bool has_extra =
        candidate->time_percent != 100 || candidate->added_minutes != 0;
    const char *extra = has_extra
                            ? arena_printf(arena, ", extra time %s",
                                           person_extra_words(candidate, arena))
                            : "";
    const char *exam =
        candidate->exam[0]
            ? arena_printf(arena, "prepares for %s", candidate->exam)
            : "no exam chosen";
    const char *date =
        candidate->exam_date[0]
            ? arena_printf(arena, ", exam date %s", candidate->exam_date)
            : "";

    return arena_printf(arena, "%s%s%s", exam, date, extra);
}

/* --- keeping -------------------------------------------------------------- */

static bool keep(struct line *line, const struct candidate *changed)
{
    struct error err;

    if (!people_set(line->app, changed, &err)) {
        line_tell_error(line, &err);
        return false;
    }
    line->person->candidate = *changed;
    return true;
}

static const char *terminated(struct line *line, struct str text)
{
    return arena_str(&line->person->arena, text).data;
}

/* A hyphen stands for none. */
static struct str or_none(struct str answer)
{
    return str_is(answer, "-") ? STR("") : answer;
}

/* --- the questions -------------------------------------------------------- */

static void ask_name(struct line *line)
{
    talk_say(&line->talk, "Name? Now: %s.", line->person->candidate.label);
}

/* Who types a word of home here means that word. */
static bool take_name(struct line *line, struct str answer)
{
    struct candidate changed = line->person->candidate;
    struct str rest, first = line_first_word(answer, &rest);

    if (line_home_has(first)) {
        talk_say(&line->talk,
                 "'" STR_FORMAT "' is a word of proctor, not a name; 'cancel' "
                 "ends these questions.",
                 STR_ARG(first));
        return false;
    }
    changed.label = terminated(line, answer);
    return keep(line, &changed);
}

static void tell_exam(struct line *line, size_t index)
{
    const struct exam *exam = line->person->exams.items[index].exam;

    talk_say(&line->talk, "%zu: " STR_FORMAT " (" STR_FORMAT ").", index + 1,
             STR_ARG(exam->title), STR_ARG(exam->id));
}

static void ask_exam(struct line *line)
{
    const char *exam = line->person->candidate.exam;

    talk_say(&line->talk, "Which exam is prepared for? Now: %s.",
             exam[0] ? exam : "none");
    if (line->person->exams.count == 0) {
        talk_say(&line->talk, "No exams are loaded; an empty line goes on.");
        return;
    }
    talk_say(&line->talk, "A number or a name; a hyphen for none.");
    list_tell(line, line->person->exams.count, tell_exam);
}

static bool take_exam(struct line *line, struct str answer)
{
    const struct exam_entries *exams = &line->person->exams;
    struct candidate changed = line->person->candidate;

    if (line_is_number(answer)) {
        size_t number = line_number(line, answer, exams->count, "exam");

        if (number == 0)
            return false;
        answer = exams->items[number - 1].exam->id;
    }
    changed.exam = terminated(line, or_none(answer));
    return keep(line, &changed);
}

static void ask_date(struct line *line)
{
    const char *date = line->person->candidate.exam_date;

    talk_say(&line->talk,
             "When is the exam? As in 2027-05-14; a hyphen for unknown. Now: "
             "%s.",
             date[0] ? date : "unknown");
}

static bool take_date(struct line *line, struct str answer)
{
    struct candidate changed = line->person->candidate;

    changed.exam_date = terminated(line, or_none(answer));
    return keep(line, &changed);
}

static void ask_extra(struct line *line)
{
    talk_say(&line->talk,
             "Extra time that was granted? As in '150 %%' for time and a half, "
             "or '30 minutes', or both; a hyphen for none. Now: %s.",
             person_extra_words(&line->person->candidate, &line->talk.scratch));
}

static bool take_extra(struct line *line, struct str answer)
{
    struct candidate changed = line->person->candidate;
    struct error err;

    if (person_read_extra(answer, &changed.time_percent, &changed.added_minutes,
                          &err))
        return keep(line, &changed);
    line_tell_error(line, &err);
    return false;
}

/* --- extra time ----------------------------------------------------------- */

enum { MOST = 100000 }; /* larger ones are refused as no number */

/* The number at the beginning of the text, with what is behind it. */
static bool read_number(struct str *text, int *out)
{
    size_t digits = 0;
    int64_t number;

    while (digits < text->len && text->data[digits] >= '0' &&
           text->data[digits] <= '9')
        digits++;
    if (!str_to_i64((struct str){text->data, digits}, 0, MOST, &number))
        return false;
    *text = str_trim((struct str){text->data + digits, text->len - digits});
    *out = (int)number;
    return true;
}

/* Puts the number where its unit says; a number alone is a percentage. */
static bool put_number(int number, struct str unit, int *percent, int *minutes)
{
    if (unit.len == 0 || str_is(unit, "%") || str_starts(unit, "percent"))
        *percent = number;
    else if (str_is(unit, "min") || str_starts(unit, "minute"))
        *minutes = number;
    else
        return false;
    return true;
}

bool person_read_extra(struct str text, int *percent_out, int *minutes_out,
                       struct error *err)
{
    struct str left = or_none(text);
    int percent = 100, minutes = 0, number;

    while (left.len > 0) {
        struct str unit, rest = left;

        if (!read_number(&rest, &number))
            break;
        unit = line_first_word(rest, &rest);
        if (!put_number(number, unit, &percent, &minutes))
            break;
        if (str_starts(rest, "and "))
            line_first_word(rest, &rest);
        left = rest;
    }
    if (left.len > 0)
        return error_set(err, ERR_USAGE,
                         "'" STR_FORMAT "' is no extra time; it is written as "
                         "'150 %%', '30 minutes' or '150 %% and 30 minutes'",
                         STR_ARG(text));
    *percent_out = percent;
    *minutes_out = minutes;
    return true;
}

const struct line_question person_questions[PERSON_QUESTIONS] = {
    {"name> ", ask_name, take_name, NULL},
    {"exam> ", ask_exam, take_exam, NULL},
    {"date> ", ask_date, take_date, NULL},
    {"extra> ", ask_extra, take_extra, NULL},
};
