/*
 * The people who practise here: who this is, who else there is, what each
 * prepares for; adding, changing, and removing with a typed name.
 */
#include "line_person.h"

#include "proctor/app/people.h"

struct line_people {
    struct arena arena;
    struct candidate_list list;
    const struct candidate *leaving; /* to be removed, when the name is typed */
};

static const struct candidate *chosen(const struct line *line)
{
    return app_candidate(line->app);
}

static bool read_people(struct line *line, struct error *err)
{
    arena_reset(&line->people->arena);
    return people_list(line->app, &line->people->arena, &line->people->list,
                       err);
}

static void tell_person(struct line *line, size_t index)
{
    const struct candidate *person = &line->people->list.items[index];
    bool is_chosen = person->candidate_id == chosen(line)->candidate_id;

    talk_say(&line->talk, "%zu: %s%s, %s.", index + 1, person->label,
             is_chosen ? " (chosen)" : "",
             person_words(person, &line->talk.scratch));
}

static void tell_people(struct line *line)
{
    talk_gap(&line->talk);
    talk_say(&line->talk, "People who practise here:");
    list_tell(line, line->people->list.count, tell_person);
}

/* By number or name; NULL after saying what is wrong. */
static const struct candidate *find(struct line *line, struct str text)
{
    const struct candidate_list *list = &line->people->list;
    struct arena *arena = &line->people->arena;
    struct candidate *found = ARENA_NEW(arena, struct candidate);
    struct error err;
    int64_t number;

    if (str_to_i64(text, 1, (int64_t)list->count, &number))
        return &list->items[number - 1];
    if (text.len == 0)
        talk_say(&line->talk, "Who? A number from 1 to %zu, or a name.",
                 list->count);
    else if (people_find(line->app, arena_str(arena, text).data, arena, found,
                         &err))
        return found;
    else
        line_tell_error(line, &err);
    return NULL;
}

static bool choose_person(struct line *line, const struct candidate *person)
{
    struct error err;

    if (people_choose(line->app, person->candidate_id, &err))
        return true;
    line_tell_error(line, &err);
    return false;
}

/* --- who this is ---------------------------------------------------------- */

static void ask_who(struct line *line)
{
    tell_people(line);
    talk_say(&line->talk,
             "Who is this? A number or a name; an empty line stays with %s.",
             chosen(line)->label);
}

static bool take_who(struct line *line, struct str answer)
{
    const struct candidate *person = find(line, answer);

    return person && choose_person(line, person);
}

/* Gives what `act` does where several people practise; elsewhere true. */
static bool of_several(struct line *line, bool (*act)(struct line *line))
{
    struct line_people people = {0};
    struct error err;
    bool ok = true;

    line->people = &people;
    if (!read_people(line, &err))
        line_tell_error(line, &err);
    else if (people.list.count > 1)
        ok = act(line);
    line->people = NULL;
    arena_finish(&people.arena);
    return ok;
}

static bool ask_for_who(struct line *line)
{
    static const struct line_question question = {"who> ", ask_who, take_who,
                                                  NULL};

    return line_ask(line, &question, 1);
}

static bool tell_who(struct line *line)
{
    talk_say(&line->talk, "For %s.", chosen(line)->label);
    return true;
}

bool line_who(struct line *line)
{
    return of_several(line, ask_for_who);
}

void line_tell_who(struct line *line)
{
    of_several(line, tell_who);
}

/* --- words ---------------------------------------------------------------- */

/* What was done changes the list. */
static enum line_step come_back(struct line *line)
{
    struct error err;

    if (line->talk.end != TALK_GOES_ON)
        return STEP_DONE;
    if (!read_people(line, &err)) {
        line_tell_error(line, &err);
        return STEP_DONE;
    }
    tell_people(line);
    return STEP_STAY;
}

static enum line_step choose(struct line *line, struct str rest)
{
    const struct candidate *person = find(line, rest);

    if (person && choose_person(line, person))
        talk_say(&line->talk, "From now on this is %s.", chosen(line)->label);
    return STEP_STAY;
}

static enum line_step change_person(struct line *line,
                                    const struct candidate *person,
                                    const struct line_question *questions,
                                    size_t count)
{
    struct line_person asked;
    struct error err;

    if (!person_begin(line, person, &asked, &err))
        line_tell_error(line, &err);
    line_tell_asking(line);
    line_ask(line, questions, count);
    person_finish(line, &asked);
    return come_back(line);
}

static enum line_step change(struct line *line, struct str rest)
{
    const struct candidate *person =
        rest.len > 0 ? find(line, rest) : chosen(line);

    if (!person)
        return STEP_STAY;
    return change_person(line, person, person_questions, PERSON_QUESTIONS);
}

static enum line_step add(struct line *line, struct str rest)
{
    struct arena *arena = &line->people->arena;
    struct candidate added = {.time_percent = 100, .exam = "", .exam_date = ""};
    struct error err;

    added.label = arena_str(arena, rest).data;
    if (rest.len == 0) {
        talk_say(&line->talk, "Who? As in: add Ann.");
        return STEP_STAY;
    }
    if (!people_add(line->app, added.label, &added.candidate_id, &err)) {
        line_tell_error(line, &err);
        return STEP_STAY;
    }
    talk_say(&line->talk, "%s is added; 'choose %s' changes to them.",
             added.label, added.label);
    return change_person(line, &added, person_questions + 1,
                         PERSON_QUESTIONS - 1);
}

/* --- removing ------------------------------------------------------------- */

static void tell_removal(struct line *line)
{
    const struct candidate *person = line->people->leaving;
    struct arena *arena = &line->talk.scratch;
    struct candidate_holdings holdings;
    struct error err;

    if (!candidate_holdings(app_store(line->app), person->candidate_id,
                            &holdings, &err)) {
        line_tell_error(line, &err);
        return;
    }
    talk_say(&line->talk,
             "Removing %s erases %s with %s, and %s (notes, causes, "
             "disputes), from the database and from its automatic copies. "
             "There is no way back. Type the name, "
             "%s, to do it; anything else does not.",
             person->label, count_words(arena, holdings.attempts, "attempt"),
             count_words(arena, holdings.answers, "answer"),
             count_words(arena, holdings.remarks, "remark"), person->label);
}

static bool take_removal(struct line *line, struct str text,
                         enum line_step *step_out)
{
    const struct candidate *person = line->people->leaving;
    struct error err;

    *step_out = STEP_DONE;
    if (!str_is(text, person->label))
        talk_say(&line->talk, "Nothing was removed.");
    else if (!people_remove(line->app, person->candidate_id, &err))
        line_tell_error(line, &err);
    else
        talk_say(&line->talk, "%s is removed. This is %s now.", person->label,
                 chosen(line)->label);
    return true;
}

static enum line_step keep_person(struct line *line)
{
    talk_say(&line->talk, "Nothing was removed.");
    return STEP_DONE;
}

static const struct line_place remove_place = {
    .about = "The name typed in full removes this person; any other line does "
             "not.",
    .prompt = "remove> ",
    .enter = tell_removal,
    .other = take_removal,
    .interrupt = keep_person,
    .takes_answers = true,
};

static enum line_step remove_person(struct line *line, struct str rest)
{
    line->people->leaving = find(line, rest);
    if (!line->people->leaving)
        return STEP_STAY;
    line_converse(line, &remove_place);
    return come_back(line);
}

/* --- the place ------------------------------------------------------------ */

static const struct line_word words[] = {
    {"choose", "", "WHO", "from now on this is somebody else",
     "WHO is a number or a name.", choose, false},
    {"add", "", "NAME", "somebody new", "", add, false},
    {"change", "", "[WHO]", "name, exam, date and extra time",
     "Without WHO your own.", change, false},
    {"remove", "", "WHO", "erase somebody with all answers and notes",
     "It tells what would go, and the name has to be typed.", remove_person,
     true},
    LINE_WORD_MORE,
    {"back", "", "", "go back home", "", line_back, false},
    LINE_WORD_QUIT,
};
static const struct line_place place = {
    .about = "People. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = "people> ",
    .enter = tell_people,
};

bool line_people(struct line *line, struct str rest, struct error *err)
{
    struct line_people people = {0};
    bool ok;

    (void)rest;
    line->people = &people;
    ok = read_people(line, err);
    if (ok)
        line_converse(line, &place);
    line->people = NULL;
    arena_finish(&people.arena);
    return ok;
}
