/*
 * Ways out of a sitting: leave, end, abandon; and out of the program. Each is
 * one specification of the screen that asks one thing. A practice waits or is
 * ended where an exam has its clock and its word.
 */
#include "screens.h"

/* Numbers of questions that are listed before the end. */
#define NUMBERS_TOLD 10

/* --- leaving -------------------------------------------------------------- */

static void tell_stored(struct page *page, const struct ui *ui)
{
    if (ui_has_unsaved(ui))
        page_printf(page, STYLE_ALERT,
                    "The last answers are NOT saved: %s. What was saved before "
                    "is safe.",
                    session_save_message(ui->session));
    else
        page_text(page, STYLE_NORMAL,
                  STR("Everything you answered is stored."));
}

static void tell_leave(const void *data, const struct ui *ui, struct page *page)
{
    (void)data;
    tell_stored(page, ui);
    page_text(page, STYLE_NORMAL,
              STR("The exam is not over: it waits for you on the first "
                  "screen."));
}

struct reply leave_unsaved(struct ui *ui)
{
    bool is_exam = session_mode(ui->session) == MODE_EXAM;
    bool is_saved = session_flush(ui->session);

    ui_close_session(ui);
    ui_say(ui, is_saved ? STYLE_NORMAL : STYLE_WARNING, "You left the %s; %s%s",
           is_exam ? "exam" : "practice",
           is_saved ? "all was saved after all."
                    : "what was not saved is lost.",
           is_exam ? " Its clock runs on." : "");
    return reply_home(NULL);
}

static struct reply leave(struct ui *ui, bool clock_runs, const char *said)
{
    struct error err;

    if (!session_leave(ui->session, clock_runs, &err)) {
        ui_say_error(ui, &err);
        return reply_stay();
    }
    ui_close_session(ui);
    ui_say(ui, STYLE_NORMAL, "%s", said);
    return reply_home(NULL);
}

/* Ends by an act of the session, and shows what came of it. */
static struct reply end_by(struct ui *ui,
                           bool (*act)(struct session *, struct error *))
{
    struct error err;

    if (act(ui->session, &err))
        return show_result(ui);
    ui_say_error(ui, &err);
    return reply_stay();
}

enum leave_choice {
    LEAVE_BACK,
    LEAVE_RUNNING,
    LEAVE_STOPPED,
    LEAVE_ABANDON,
    LEAVE_UNSAVED,
};

static struct reply leave_chosen(const void *data, struct ui *ui, int choice)
{
    (void)data;
    switch ((enum leave_choice)choice) {
    case LEAVE_BACK:
        break;
    case LEAVE_RUNNING:
        return leave(ui, true, "You left the exam; its clock runs on.");
    case LEAVE_STOPPED:
        return leave(ui, false, "You left the exam; its clock is stopped.");
    case LEAVE_ABANDON:
        return end_by(ui, session_abandon);
    case LEAVE_UNSAVED:
        return leave_unsaved(ui);
    }
    return reply_pop();
}

static const struct choice_spec leave_spec = {
    .name = "leaving the exam",
    .title = "Leave the exam?",
    .tell = tell_leave,
    .choices =
        {
            {.label = "Back to the exam"},
            {.label = "Leave; the clock runs on, as in an exam"},
            {.label = "Leave and stop the clock; the attempt then counts as "
                      "practice"},
            {.label = "Abandon: no verdict, and no way back to this attempt",
             .word = "abandon"},
            {.label = "Leave anyway; what is not saved is lost",
             .word = "lost",
             .if_not_saved = true},
        },
    .about = ABOUT_LEAVING,
    .chosen = leave_chosen,
};

/* --- leaving a practice, or the tutorial ---------------------------------- */

static void tell_leave_practice(const void *data, const struct ui *ui,
                                struct page *page)
{
    (void)data;
    tell_stored(page, ui);
    page_text(page, STYLE_NORMAL,
              STR("A practice that is left waits for you on the first screen, "
                  "with its clock stopped, until you begin another."));
}

enum leave_practice_choice {
    PRACTICE_LEAVE_BACK,
    PRACTICE_LEAVE_WAITING,
    PRACTICE_LEAVE_ENDED,
    PRACTICE_LEAVE_UNSAVED,
};

static struct reply leave_practice_chosen(const void *data, struct ui *ui,
                                          int choice)
{
    (void)data;
    switch ((enum leave_practice_choice)choice) {
    case PRACTICE_LEAVE_BACK:
        break;
    case PRACTICE_LEAVE_WAITING:
        return leave(ui, false, "You left the practice; it waits here.");
    case PRACTICE_LEAVE_ENDED:
        return end_by(ui, session_submit);
    case PRACTICE_LEAVE_UNSAVED:
        return leave_unsaved(ui);
    }
    return reply_pop();
}

static const struct choice_spec leave_practice_spec = {
    .name = "leaving the practice",
    .title = "Leave the practice?",
    .tell = tell_leave_practice,
    .choices =
        {
            {.label = "Back to the practice"},
            {.label = "Leave; it waits"},
            {.label = "End it now, and see how it went; only what you saw "
                      "counts"},
            {.label = "Leave anyway; what is not saved is lost",
             .word = "lost",
             .if_not_saved = true},
        },
    .about = ABOUT_LEAVING,
    .chosen = leave_practice_chosen,
};

static void tell_leave_tutorial(const void *data, const struct ui *ui,
                                struct page *page)
{
    (void)data;
    (void)ui;
    page_text(page, STYLE_NORMAL,
              STR("Nothing of the tutorial is kept; you can begin it anew at "
                  "any time."));
}

static struct reply leave_tutorial_chosen(const void *data, struct ui *ui,
                                          int choice)
{
    (void)data;
    return choice == 0 ? reply_pop()
                       : leave(ui, false, "You left the tutorial.");
}

static const struct choice_spec leave_tutorial_spec = {
    .name = "leaving the tutorial",
    .title = "Leave the tutorial?",
    .tell = tell_leave_tutorial,
    .choices = {{.label = "Back to the tutorial"}, {.label = "Leave"}},
    .about = ABOUT_LEAVING,
    .chosen = leave_tutorial_chosen,
};

struct screen *leave_screen_create(const struct ui *ui)
{
    const struct choice_spec *spec =
        session_is_tutorial(ui->session)         ? &leave_tutorial_spec
        : session_mode(ui->session) == MODE_EXAM ? &leave_spec
                                                 : &leave_practice_spec;

    return &choice_screen_create(spec)->base.base;
}

/* --- the end -------------------------------------------------------------- */

static bool is_open(const struct session *session, int pos)
{
    enum progress progress = session_progress(session, pos);

    return progress == PROGRESS_UNSEEN || progress == PROGRESS_UNANSWERED;
}

static bool is_partly(const struct session *session, int pos)
{
    return session_progress(session, pos) == PROGRESS_INCOMPLETE;
}

static bool is_marked(const struct session *session, int pos)
{
    return session_response(session, pos)->marked;
}

/* "Still marked: 3, 7, 12 and 4 more"; nothing when there is none. */
static void tell_numbers(struct page *page, const struct session *session,
                         const char *what,
                         bool (*wanted)(const struct session *session, int pos))
{
    struct strbuf text = {0};
    int count = 0;

    for (int pos = 0; pos < session_sitting(session)->count; pos++)
        if (wanted(session, pos) && count++ < NUMBERS_TOLD)
            strbuf_printf(&text, "%s%d", count > 1 ? ", " : "", pos + 1);
    if (count > NUMBERS_TOLD)
        strbuf_printf(&text, " and %d more", count - NUMBERS_TOLD);
    if (count > 0)
        page_printf(page, STYLE_WARNING, "%s: %s.", what, strbuf_text(&text));
    strbuf_finish(&text);
}

static void tell_open(struct page *page, const struct session *session,
                      const struct session_counts *counts)
{
    int open = counts->unseen + counts->unanswered;
    int count = session_sitting(session)->count;

    if (open == 0) {
        page_printf(page, STYLE_NORMAL, "%d of %d answered.", count, count);
        return;
    }
    page_printf(page, STYLE_WARNING,
                "%d of %d answered; %d seen and left open, %d unseen.",
                count - open, count, counts->unanswered, counts->unseen);
    tell_numbers(page, session, "Not answered", is_open);
}

static void tell_marked(struct page *page, const struct session *session,
                        const struct session_counts *counts)
{
    tell_numbers(page, session, "Only partly answered", is_partly);
    if (counts->marked == 0)
        return;
    tell_numbers(page, session, "Still marked", is_marked);
    page_text(page, STYLE_NORMAL,
              STR("Marks make no difference to the score."));
}

static void tell_submit(const void *data, const struct ui *ui,
                        struct page *page)
{
    struct session_counts counts = session_count(ui->session);

    (void)data;
    tell_open(page, ui->session, &counts);
    if (counts.unseen + counts.unanswered > 0)
        page_text(page, STYLE_NORMAL,
                  STR("They count as wrong; guessing is free."));
    tell_marked(page, ui->session, &counts);
    page_gap(page);
    page_text(page, STYLE_NORMAL,
              STR("After the end no answer can be changed."));
}

static void tell_end_practice(const void *data, const struct ui *ui,
                              struct page *page)
{
    struct session_counts counts = session_count(ui->session);

    (void)data;
    tell_open(page, ui->session, &counts);
    if (counts.unseen > 0)
        page_text(page, STYLE_NORMAL,
                  STR("What you did not see does not count, and stays fresh."));
    tell_marked(page, ui->session, &counts);
}

static struct reply submit_chosen(const void *data, struct ui *ui, int choice)
{
    (void)data;
    return choice == 0 ? reply_pop() : end_by(ui, session_submit);
}

static struct reply end_practice_chosen(const void *data, struct ui *ui,
                                        int choice)
{
    (void)data;
    return choice == 0 ? end_by(ui, session_submit) : reply_pop();
}

static const struct choice_spec submit_spec = {
    .name = "ending the exam",
    .title = "End the exam?",
    .tell = tell_submit,
    .choices =
        {
            {.label = "Back: look at my answers again"},
            {.label = "Submit the exam and see the result",
             .word = "submit",
             .key_will_do = true},
        },
    .opens_with = &submit_spec.choices[1],
    .chosen = submit_chosen,
};

static const struct choice_spec end_practice_spec = {
    .name = "ending the practice",
    .title = "End the practice?",
    .tell = tell_end_practice,
    .choices =
        {
            {.label = "End it and see how it went"},
            {.label = "Back: look at the questions again"},
        },
    .chosen = end_practice_chosen,
};

struct screen *submit_screen_create(const struct ui *ui)
{
    return &choice_screen_create(session_mode(ui->session) == MODE_EXAM
                                     ? &submit_spec
                                     : &end_practice_spec)
                ->base.base;
}

/* --- the program ---------------------------------------------------------- */

static void tell_quit(const void *data, const struct ui *ui, struct page *page)
{
    (void)data;
    (void)ui;
    page_text(page, STYLE_NORMAL, STR("No exam is running."));
}

static struct reply quit_chosen(const void *data, struct ui *ui, int choice)
{
    (void)data;
    (void)ui;
    return choice == 0 ? reply_pop() : reply_quit();
}

static const struct choice_spec quit_spec = {
    .name = "leaving proctor",
    .title = "Leave proctor?",
    .tell = tell_quit,
    .choices = {{.label = "Back"}, {.label = "Leave proctor"}},
    .about = ABOUT_LEAVING,
    .chosen = quit_chosen,
};

struct screen *quit_screen_create(void)
{
    return &choice_screen_create(&quit_spec)->base.base;
}
