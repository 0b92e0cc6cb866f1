/*
 * The first start: who practises here, for what, and how the program is to
 * open; then the tutorial. Nothing has to be answered.
 */
#include "line_person.h"
#include "proctor/app/people.h"

/* --- the first start ------------------------------------------------------ */

/* What is kept, not what an option of this start says. */
static void ask_way(struct line *line)
{
    struct settings kept;

    settings_load(&kept, NULL, NULL);
    talk_say(&line->talk,
             "How shall proctor open from now on? '1' or 'lines': as this "
             "conversation of lines. '2' or 'screen': full screen. '3' or "
             "'auto': full screen where there is one. Now: %s.",
             settings_get(&kept, SETTING_MODE));
}

static bool take_way(struct line *line, struct str answer)
{
    static const char *const ways[] = {"lines", "screen", "auto"};
    int64_t number;
    const char *way = arena_str(&line->person->arena, answer).data;
    struct error err;

    if (str_to_i64(answer, 1, 3, &number))
        way = ways[number - 1];
    if (line_keep_setting(line, SETTING_MODE, way, &err))
        return true;
    line_tell_error(line, &err);
    return false;
}

static void ask_tutorial(struct line *line)
{
    talk_say(&line->talk,
             "Three questions without a clock show how answering works; "
             "nothing of them is kept. Try them now? 'yes' or 'no'; "
             "'tutorial' at home begins them later.");
}

static bool take_tutorial(struct line *line, struct str answer)
{
    return line_read_yes(line, answer, &line->person->wants_tutorial);
}

/* The questions about a person, then those about the program. */
static bool ask_all(struct line *line)
{
    struct line_question questions[PERSON_QUESTIONS + 2];

    for (size_t i = 0; i < PERSON_QUESTIONS; i++)
        questions[i] = person_questions[i];
    questions[PERSON_QUESTIONS] =
        (struct line_question){"opens> ", ask_way, take_way, NULL};
    questions[PERSON_QUESTIONS + 1] =
        (struct line_question){"tutorial> ", ask_tutorial, take_tutorial, NULL};
    return line_ask(line, questions, PERSON_QUESTIONS + 2);
}

void line_welcome(struct line *line)
{
    struct line_person person;
    bool wants_tutorial;
    struct error err;

    talk_gap(&line->talk);
    talk_say(&line->talk,
             "Welcome to proctor. A few questions first. An empty line leaves "
             "one as it is, 'done' all that are left; everything can be "
             "changed later with 'people' and 'settings'.");
    if (!person_begin(line, app_candidate(line->app), &person, &err))
        line_tell_error(line, &err);
    if (ask_all(line) && !people_welcomed(line->app, &err))
        line_tell_error(line, &err);
    wants_tutorial = person.wants_tutorial;
    person_finish(line, &person);
    if (wants_tutorial && !line_tutorial(line, STR(""), &err))
        line_tell_error(line, &err);
}
