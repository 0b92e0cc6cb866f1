/*
 * Ways out of a sitting: leave, end, abandon; and out of the program. Each is
 * one specification of the screen that asks one thing.
 */
#include "screens.h"

/* Numbers of questions that are listed before the end. */
#define NUMBERS_TOLD 10

/* --- leaving -------------------------------------------------------------- */

static void tell_leave(const void *data, const struct ui *ui, struct page *page)
{
    (void)data;
    if (ui_has_unsaved(ui))
        page_printf(page, STYLE_ALERT,
                    "The last answers are NOT saved: %s. What was saved before "
                    "is safe.",
                    session_save_message(ui->session));
    else
        page_text(page, STYLE_NORMAL,
                  STR("Everything you answered is stored."));
    page_text(page, STYLE_NORMAL,
              STR("The exam is not over: it waits for you on the first "
                  "screen."));
}

struct reply leave_unsaved(struct ui *ui)
{
    bool is_saved = session_flush(ui->session);

    ui_close_session(ui);
    if (is_saved)
        ui_say(ui, STYLE_NORMAL,
               "You left the exam; all was saved after all. Its clock runs "
               "on.");
    else
        ui_say(ui, STYLE_WARNING,
               "You left the exam; what was not saved is lost. Its clock runs "
               "on.");
    return reply_home(NULL);
}

static struct reply leave(struct ui *ui, bool clock_runs)
{
    struct error err;

    if (!session_leave(ui->session, clock_runs, &err)) {
        ui_say_error(ui, &err);
        return reply_stay();
    }
    ui_close_session(ui);
    ui_say(ui, STYLE_NORMAL,
           clock_runs ? "You left the exam; its clock runs on."
                      : "You left the exam; its clock is stopped.");
    return reply_home(NULL);
}

static struct reply leave_chosen(const void *data, struct ui *ui, int choice)
{
    struct error err;

    (void)data;
    if (choice == 0)
        return reply_pop();
    if (choice < 3)
        return leave(ui, choice == 1);
    if (choice == 4)
        return leave_unsaved(ui);
    if (session_abandon(ui->session, &err))
        return show_result(ui);
    ui_say_error(ui, &err);
    return reply_stay();
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

struct screen *leave_screen_create(void)
{
    return &choice_screen_create(&leave_spec)->base.base;
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

static void tell_submit(const void *data, const struct ui *ui,
                        struct page *page)
{
    struct session_counts counts = session_count(ui->session);
    int open = counts.unseen + counts.unanswered;
    int count = session_sitting(ui->session)->count;

    (void)data;
    page_printf(page, open > 0 ? STYLE_WARNING : STYLE_NORMAL,
                "%d of %d answered. Not answered: %d (%d seen, %d unseen).",
                count - open, count, open, counts.unanswered, counts.unseen);
    if (open > 0) {
        tell_numbers(page, ui->session, "Not answered", is_open);
        page_text(page, STYLE_NORMAL,
                  STR("They count as wrong; guessing is free."));
    }
    tell_numbers(page, ui->session, "Only partly answered", is_partly);
    if (counts.marked > 0) {
        tell_numbers(page, ui->session, "Still marked", is_marked);
        page_text(page, STYLE_NORMAL,
                  STR("Marks make no difference to the score."));
    }
    page_gap(page);
    page_text(page, STYLE_NORMAL,
              STR("After the end no answer can be changed."));
}

static struct reply submit_chosen(const void *data, struct ui *ui, int choice)
{
    struct error err;

    (void)data;
    if (choice == 0)
        return reply_pop();
    if (session_submit(ui->session, &err))
        return show_result(ui);
    ui_say_error(ui, &err);
    return reply_stay();
}

static const struct choice_spec submit_spec = {
    .name = "ending the exam",
    .title = "End the exam?",
    .tell = tell_submit,
    .choices =
        {
            {.label = "Back: look at my answers again"},
            {.label = "Submit the exam and see the result", .word = "submit"},
        },
    .opens_with = &submit_spec.choices[1],
    .chosen = submit_chosen,
};

struct screen *submit_screen_create(void)
{
    return &choice_screen_create(&submit_spec)->base.base;
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
