/*
 * Ways out of a sitting: leave, end, abandon; and out of the program. Each is
 * one specification of the screen that asks one thing.
 */
#include "overview_view.h"
#include "screens.h"

/* --- leaving -------------------------------------------------------------- */

static void tell_leave(const void *data, const struct ui *ui, struct page *page)
{
    (void)data;
    (void)ui;
    page_text(page, STYLE_NORMAL,
              STR("Everything you answered is stored. The exam is not over: it "
                  "waits for you on the first screen."));
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
            {"Back to the exam", NULL},
            {"Leave; the clock runs on, as in an exam", NULL},
            {"Leave and stop the clock; the attempt then counts as practice",
             NULL},
            {"Abandon: no verdict, and no way back to this attempt", "abandon"},
        },
    .about = ABOUT_LEAVING,
    .chosen = leave_chosen,
};

struct screen *leave_screen_create(void)
{
    return &choice_screen_create(&leave_spec)->base.base;
}

/* --- the end -------------------------------------------------------------- */

static void tell_submit(const void *data, const struct ui *ui,
                        struct page *page)
{
    struct session_counts counts = session_count(ui->session);
    int open = counts.unseen + counts.unanswered;

    (void)data;
    overview_counts(page, &counts);
    page_gap(page);
    if (open > 0)
        page_printf(page, STYLE_WARNING,
                    "%d without any answer. They count as wrong; guessing is "
                    "free.",
                    open);
    if (counts.incomplete > 0)
        page_printf(page, STYLE_WARNING, "%d only partly answered.",
                    counts.incomplete);
    if (counts.marked > 0)
        page_printf(page, STYLE_WARNING,
                    "%d still marked. Marks make no difference to the score.",
                    counts.marked);
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
            {"Back: look at my answers again", NULL},
            {"Submit the exam and see the result", "submit"},
        },
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
    .choices = {{"Back", NULL}, {"Leave proctor", NULL}},
    .about = ABOUT_LEAVING,
    .chosen = quit_chosen,
};

struct screen *quit_screen_create(void)
{
    return &choice_screen_create(&quit_spec)->base.base;
}
