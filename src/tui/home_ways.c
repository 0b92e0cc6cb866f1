/*
 * The ways from the first screen: what to do next, its choices, the doors to
 * the other screens, and where the program begins.
 */
#include "home_ways.h"

#include "proctor/app/people.h"
#include "proctor/app/practice.h"

#include "ways.h"

/* --- doors ---------------------------------------------------------------- */

static struct screen *practice_door(struct ui *ui, struct error *err)
{
    return practice_screen_create(ui, NULL, err);
}

static struct screen *search_door(struct ui *ui, struct error *err)
{
    (void)err;
    return search_screen_create(ui);
}

static struct screen *people_door(struct ui *ui, struct error *err)
{
    return people_screen_create(ui, false, err);
}

static struct screen *(*const doors[CMD_COUNT])(struct ui *ui,
                                                struct error *err) = {
    [CMD_GO_PRACTICE] = practice_door,
    [CMD_GO_WEAK] = areas_screen_create,
    [CMD_GO_HISTORY] = history_screen_create,
    [CMD_GO_SEARCH] = search_door,
    [CMD_GO_LIBRARY] = library_screen_create,
    [CMD_GO_PEOPLE] = people_door,
    [CMD_GO_SETTINGS] = settings_screen_create,
    [CMD_GO_TUTORIAL] = tutorial_screen_create,
};

const enum command home_doors[] = {
    CMD_GO_PRACTICE, CMD_GO_WEAK,     CMD_GO_HISTORY,
    CMD_GO_SEARCH,   CMD_GO_LIBRARY,  CMD_GO_PEOPLE,
    CMD_GO_SETTINGS, CMD_GO_TUTORIAL, CMD_NONE,
};

struct reply home_through(struct ui *ui, enum command door)
{
    struct error err;

    if (!doors[door])
        return reply_ignored();
    return reply_push_or_say(ui, doors[door](ui, &err), &err);
}

/* --- choices -------------------------------------------------------------- */

static struct reply resume_exam(struct ui *ui)
{
    struct error err;

    return reply_push_or_say(ui, resume_screen_create(ui, &err), &err);
}

/* A practice's gap is never charged: there is nothing to ask. */
static struct reply resume_practice(struct ui *ui, const struct home *home)
{
    struct error err;

    ui->session =
        session_resume(ui->app, home->practice.attempt_id, false, &err);
    if (!ui->session) {
        ui_say_error(ui, &err);
        return reply_stay();
    }
    if (session_sitting(ui->session)->state != SITTING_RUNNING)
        return reply_push(ended_screen_create());
    return reply_push(question_screen_create(ui));
}

static struct reply open_result(struct ui *ui, int64_t attempt_id)
{
    struct error err;

    return reply_push_or_say(ui, result_screen_create(ui, attempt_id, &err),
                             &err);
}

static struct reply practise_area(struct ui *ui, const struct exam *exam,
                                  const struct area *area)
{
    struct error err;
    struct arena scratch = {0};
    struct practice_request request = {
        .scope = PRACTICE_SECTION,
        .exam = arena_str(&scratch, exam->id).data,
        .name = arena_str(&scratch, area->id).data,
        .questions = PRACTICE_QUESTIONS,
    };
    struct reply reply =
        reply_push_or_say(ui, practice_screen_create(ui, &request, &err), &err);

    arena_finish(&scratch);
    return reply;
}

static struct reply choose_exam(struct ui *ui)
{
    int64_t id = app_candidate(ui->app)->candidate_id;
    struct error err;

    return reply_push_or_say(ui, person_screen_create(ui, id, &err), &err);
}

static struct reply do_next(struct ui *ui, const struct home_view *view,
                            const char *seed)
{
    const struct home *home = view->home;

    switch (view->next) {
    case NEXT_RESUME:
        return resume_exam(ui);
    case NEXT_PRACTICE:
        return resume_practice(ui, home);
    case NEXT_IMPORT:
    case NEXT_FILL:
        return reply_push(import_screen_create());
    case NEXT_CHOOSE:
        return choose_exam(ui);
    case NEXT_MOCK:
        return way_to_exam(ui, home->exam, seed);
    case NEXT_REVIEW:
        return open_result(ui, home->mock_id);
    case NEXT_WEAK:
        return practise_area(ui, home->exam, home_weak_area(home));
    case NEXT_REST:
    case NEXT_STEP_COUNT:
        break;
    }
    return home_through(ui, CMD_GO_PRACTICE);
}

struct reply home_follow(struct ui *ui, const struct home_view *view,
                         struct home_choice choice, const char *seed)
{
    switch (choice.goal) {
    case HOME_NOTHING:
        break;
    case HOME_NEXT:
        return do_next(ui, view, seed);
    case HOME_PRACTICE:
        return resume_practice(ui, view->home);
    case HOME_WEAK_AREA:
        return practise_area(ui, view->home->exam,
                             &view->home->areas.items[choice.index]);
    case HOME_RESULT:
        return open_result(ui,
                           view->home->results.items[choice.index].attempt_id);
    case HOME_EXAM:
        return way_to_exam(ui, view->exams.items[choice.index].exam, seed);
    case HOME_DOOR:
        return home_through(ui, view->doors[choice.index]);
    }
    return reply_stay();
}

/* --- the beginning -------------------------------------------------------- */

static size_t count_people(struct ui *ui)
{
    struct arena scratch = {0};
    struct candidate_list people = {0};
    struct error err;

    if (!people_list(ui->app, &scratch, &people, &err))
        ui_say_error(ui, &err);
    arena_finish(&scratch);
    return people.count;
}

struct reply home_greet(struct ui *ui, const struct home_view *view,
                        const struct tui_options *options)
{
    struct error err;

    if (options->candidate_given || options->start == TUI_REVIEW ||
        view->read_only_holder || view->home->is_running)
        return reply_stay();
    if (options->start == TUI_HOME && people_need_welcome(ui->app))
        return reply_push_or_say(ui, welcome_screen_create(ui, &err), &err);
    if (count_people(ui) > 1)
        return reply_push_or_say(ui, people_screen_create(ui, true, &err),
                                 &err);
    return reply_stay();
}

struct reply home_begin(struct ui *ui, const struct home_view *view,
                        const struct tui_options *options)
{
    struct error err;

    switch (options->start) {
    case TUI_HOME:
        break;
    case TUI_SIT:
        if (view->home->is_running)
            return resume_exam(ui);
        if (!options->exam)
            break;
        return reply_push_or_say(
            ui, start_screen_create(ui, options->exam, options->seed, &err),
            &err);
    case TUI_REVIEW:
        return reply_push_or_say(
            ui, result_screen_create(ui, options->attempt_id, &err), &err);
    case TUI_PRACTICE:
        return reply_push_or_say(
            ui,
            options->practice
                ? practice_start_screen_create(ui, options->practice, &err)
                : practice_screen_create(ui, NULL, &err),
            &err);
    }
    return reply_stay();
}
