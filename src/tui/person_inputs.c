/*
 * Fills, checks and takes the lines about a person. Storing them, and what a
 * name may be, is app/people.h.
 */
#include "person_inputs.h"

#include "proctor/app/exams.h"

#include "pick_screen.h"

#define PERCENT_LOW 100
#define PERCENT_HIGH 400
#define MINUTES_HIGH 1440
/* "2026-12-05" */
#define DATE_LENGTH 10

static const struct input blank_lines[PERSON_LINES] = {
    [PERSON_NAME] = {.kind = INPUT_TEXT,
                     .label = "Name",
                     .empty = "nobody yet",
                     .help = "stands above your exams and in the results"},
    [PERSON_EXAM] = {.kind = INPUT_LIST,
                     .label = "Exam",
                     .empty = "decided later",
                     .help = "Enter opens the list; what is kept fresh and "
                             "what counts as weak depends on it"},
    [PERSON_DATE] = {.kind = INPUT_TEXT,
                     .label = "Exam date",
                     .empty = "not known",
                     .help = "year-month-day, as 2026-12-05; empty while it "
                             "is not known"},
    [PERSON_PERCENT] = {.kind = INPUT_TEXT,
                        .label = "Time in percent",
                        .empty = "100",
                        .is_retyped = true,
                        .help = "100 is the usual time, 150 half as much "
                                "again, 200 double"},
    [PERSON_MINUTES] = {.kind = INPUT_TEXT,
                        .label = "Minutes added",
                        .empty = "0",
                        .is_retyped = true,
                        .help = "on top of that, as granted; 0 for none"},
};

/* --- exams ---------------------------------------------------------------- */

static size_t find_exam(const struct person_inputs *person, const char *id)
{
    size_t i = 0;

    while (i < person->exam_count && !str_is(str_from(person->exam_ids[i]), id))
        i++;
    return i;
}

static void add_exam(struct person_inputs *person, const char *id,
                     const char *name)
{
    person->exam_ids[person->exam_count] = id;
    person->exam_names[person->exam_count] = name;
    person->exam_count++;
}

/* Each exam once, however many versions there are; one that is hidden by now
 * stays when it is the candidate's. */
static void list_exams(struct person_inputs *person,
                       const struct exam_entries *exams, const char *own)
{
    struct arena *arena = &person->arena;

    person->exam_ids = ARENA_ARRAY(arena, const char *, exams->count + 2);
    person->exam_names = ARENA_ARRAY(arena, const char *, exams->count + 2);
    add_exam(person, "", "Decide later");
    for (size_t i = 0; i < exams->count; i++) {
        const struct exam *exam = exams->items[i].exam;
        const char *id = arena_str(arena, exam->id).data;

        if (find_exam(person, id) == person->exam_count)
            add_exam(person, id, arena_str(arena, exam->title).data);
    }
    if (find_exam(person, own) == person->exam_count)
        add_exam(person, arena_strdup(arena, own), arena_strdup(arena, own));
}

static void show_exam(struct person_inputs *person, size_t exam)
{
    person->exam = exam;
    person->lines[PERSON_EXAM].shown =
        exam == 0 ? NULL : person->exam_names[exam];
}

static void exam_picked(void *context, struct ui *ui, size_t index)
{
    (void)ui;
    show_exam(context, index);
}

struct screen *person_inputs_pick_exam(struct person_inputs *person)
{
    return pick_screen_create(&(struct pick_spec){
        .title = "Which exam do you prepare for?",
        .rows = person->exam_names,
        .count = person->exam_count,
        .chosen = person->exam,
        .picked = exam_picked,
        .context = person,
    });
}

/* --- filling -------------------------------------------------------------- */

static void set_number(struct person_inputs *person, struct input *line,
                       int number)
{
    text_field_set(&line->typed,
                   str_from(arena_printf(&person->arena, "%d", number)));
}

bool person_inputs_init(struct person_inputs *person, struct ui *ui,
                        struct input *lines, const struct candidate *candidate,
                        struct error *err)
{
    struct exam_entries exams;

    *person = (struct person_inputs){.lines = lines};
    if (!exams_list(ui->app, &person->arena, &exams, err))
        return false;
    for (int i = 0; i < PERSON_LINES; i++)
        lines[i] = blank_lines[i];
    list_exams(person, &exams, candidate->exam);
    show_exam(person, find_exam(person, candidate->exam));
    text_field_set(&lines[PERSON_NAME].typed, str_from(candidate->label));
    text_field_set(&lines[PERSON_DATE].typed, str_from(candidate->exam_date));
    set_number(person, &lines[PERSON_PERCENT], candidate->time_percent);
    set_number(person, &lines[PERSON_MINUTES], candidate->added_minutes);
    return true;
}

void person_inputs_finish(struct person_inputs *person)
{
    arena_finish(&person->arena);
}

/* --- checking ------------------------------------------------------------- */

static bool check_name(struct input *line)
{
    if (str_trim(text_field_str(&line->typed)).len > 0)
        return true;
    input_problem(line, "a name is needed here; any will do");
    return false;
}

static bool check_date(struct person_inputs *person, struct input *line)
{
    struct str text = str_trim(text_field_str(&line->typed));

    if (text.len == 0 || people_is_date(arena_str(&person->arena, text).data))
        return true;
    input_problem(line, "there is no such day; as year-month-day: 2026-12-05");
    return false;
}

static bool check_line(struct person_inputs *person, int index)
{
    struct input *line = &person->lines[index];
    int number;

    line->problem[0] = '\0';
    switch ((enum person_line)index) {
    case PERSON_NAME:
        return check_name(line);
    case PERSON_DATE:
        return check_date(person, line);
    case PERSON_PERCENT:
        return input_number(line, PERCENT_LOW, PERCENT_HIGH, PERCENT_LOW,
                            &number);
    case PERSON_MINUTES:
        return input_number(line, 0, MINUTES_HIGH, 0, &number);
    case PERSON_EXAM:
    case PERSON_LINES:
        break;
    }
    return true;
}

void person_inputs_check(struct person_inputs *person, struct input_news news)
{
    const struct input *line = &person->lines[news.line];
    bool is_whole =
        news.line == PERSON_DATE && line->typed.length >= DATE_LENGTH;

    if (news.line < PERSON_LINES &&
        (news.event == INPUT_MOVED || (news.event == INPUT_CHANGED &&
                                       (line->problem[0] != '\0' || is_whole))))
        check_line(person, news.line);
}

static const char *typed_text(struct person_inputs *person, int line)
{
    struct str text = str_trim(text_field_str(&person->lines[line].typed));

    return arena_str(&person->arena, text).data;
}

static bool focus_problem(const struct person_inputs *person,
                          struct inputs_screen *screen)
{
    for (int i = 0; i < PERSON_LINES; i++) {
        if (person->lines[i].problem[0] == '\0')
            continue;
        inputs_focus(&screen->inputs, &screen->base.page, i);
        return true;
    }
    return false;
}

void person_inputs_take_well(struct person_inputs *person,
                             struct candidate *candidate)
{
    struct input *lines = person->lines;

    if (check_line(person, PERSON_NAME))
        candidate->label = typed_text(person, PERSON_NAME);
    candidate->exam = person->exam_ids[person->exam];
    if (check_line(person, PERSON_DATE))
        candidate->exam_date = typed_text(person, PERSON_DATE);
    input_number(&lines[PERSON_PERCENT], PERCENT_LOW, PERCENT_HIGH, PERCENT_LOW,
                 &candidate->time_percent);
    input_number(&lines[PERSON_MINUTES], 0, MINUTES_HIGH, 0,
                 &candidate->added_minutes);
}

bool person_inputs_take(struct person_inputs *person,
                        struct inputs_screen *screen,
                        struct candidate *candidate)
{
    struct candidate taken = {0};

    person_inputs_take_well(person, &taken);
    if (focus_problem(person, screen))
        return false;
    *candidate = taken;
    return true;
}

void person_inputs_refuse(struct person_inputs *person,
                          struct inputs_screen *screen, struct ui *ui,
                          const struct error *err)
{
    if (err->code != ERR_USAGE) {
        ui_say_error(ui, err);
        return;
    }
    input_error(&person->lines[PERSON_NAME], err);
    focus_problem(person, screen);
}
