/*
 * Interruptions: the return to a running attempt, the machine's sleep, and an
 * end that came by itself.
 */
#include "interrupt_view.h"

#include <stdio.h>

#include "proctor/platform/clock.h"
#include "screens.h"

/* --- resume --------------------------------------------------------------- */

/* "35 seconds", from a minute on "0:20:00". */
static void gap_words(int64_t ms, char out[DURATION_SIZE])
{
    int seconds = (int)((ms + 999) / 1000);

    if (ms > 59000)
        duration_clock(ms, out);
    else
        snprintf(out, DURATION_SIZE, "%d second%s", seconds,
                 seconds == 1 ? "" : "s");
}

static void tell_charge(struct page *page, const struct interruption *told)
{
    char left[DURATION_SIZE];

    page_gap(page);
    if (told->left_if_charged_ms == INT64_MAX) {
        page_text(page, STYLE_NORMAL, STR("This attempt has no time limit."));
        return;
    }
    if (told->left_if_charged_ms == 0) {
        page_text(page, STYLE_WARNING,
                  STR("If the gap counts, no time is left: the attempt then "
                      "ends at once and is scored with what was answered."));
        return;
    }
    duration_clock(told->left_if_charged_ms, left);
    page_printf(page, STYLE_NORMAL, "If the gap counts, %s are left.", left);
}

void interruption_page(struct page *page, const struct interruption *told,
                       int zone_minutes)
{
    char saved[CLOCK_DATE_SIZE], gap[DURATION_SIZE], left[DURATION_SIZE];

    clock_format(told->saved_utc_ms, zone_minutes, saved);
    gap_words(told->gap.ms, gap);
    page_text(page, STYLE_HEADING, str_from(told->exam_title));
    page_gap(page);
    page_printf(page, STYLE_NORMAL,
                "%d of %d questions are answered; all of it is saved, the last "
                "on %s.",
                told->answered, told->count, saved);
    page_printf(page, STYLE_NORMAL, "Since then %s have passed%s.", gap,
                told->gap.by_wall_clock
                    ? " by the date; the machine was started anew"
                    : "");
    if (told->limit_ms > 0) {
        duration_clock(told->limit_ms - told->used_ms, left);
        page_printf(page, STYLE_NORMAL, "%s were left then.", left);
    }
    if (told->left_stopped)
        page_text(page, STYLE_NORMAL,
                  STR("You left with the clock stopped: the gap does not "
                      "count, and the attempt counts as practice."));
    else
        tell_charge(page, told);
}

static void tell_resume(const void *data, const struct ui *ui,
                        struct page *page)
{
    const struct interruption *told = data;

    (void)ui;
    interruption_page(page, told, clock_zone_minutes(told->saved_utc_ms));
}

static struct reply resume(const struct interruption *told, struct ui *ui,
                           bool charge)
{
    struct error err;

    ui->session = session_resume(ui->app, told->attempt_id, charge, &err);
    if (!ui->session) {
        ui_say_error(ui, &err);
        return reply_pop();
    }
    if (session_sitting(ui->session)->state != SITTING_RUNNING)
        return reply_replace(ended_screen_create());
    return reply_replace(question_screen_create(ui));
}

static struct reply resume_chosen(const void *data, struct ui *ui, int choice)
{
    return choice == 2 ? reply_pop() : resume(data, ui, choice == 0);
}

static struct reply resume_stopped_chosen(const void *data, struct ui *ui,
                                          int choice)
{
    return choice == 1 ? reply_pop() : resume(data, ui, false);
}

static const struct choice_spec resume_spec = {
    .name = "return to the exam",
    .title = "An exam is running",
    .tell = tell_resume,
    .choices =
        {
            {.label = "Go on; the gap counts as exam time"},
            {.label = "Go on; the gap does not count. The result will say "
                      "\"interrupted, not exam conditions\""},
            {.label = "Not now"},
        },
    .chosen = resume_chosen,
};

static const struct choice_spec resume_stopped_spec = {
    .name = "return to the exam",
    .title = "An exam waits",
    .tell = tell_resume,
    .choices = {{.label = "Go on"}, {.label = "Not now"}},
    .chosen = resume_stopped_chosen,
};

struct screen *resume_screen_create(struct ui *ui, struct error *err)
{
    struct choice_screen *screen = choice_screen_create(&resume_spec);
    struct interruption *told = ARENA_NEW(&screen->arena, struct interruption);

    if (store_is_read_only(app_store(ui->app))) {
        error_set(err, ERR_READONLY,
                  "the exam is open in another proctor, go on there: %s",
                  store_holder(app_store(ui->app)));
        screen_destroy(&screen->base.base);
        return NULL;
    }
    if (!session_interruption(ui->app, &screen->arena, told, err)) {
        screen_destroy(&screen->base.base);
        return NULL;
    }
    screen->data = told;
    if (told->left_stopped)
        screen->spec = &resume_stopped_spec;
    return &screen->base.base;
}

/* --- sleep ---------------------------------------------------------------- */

static void tell_sleep(const void *data, const struct ui *ui, struct page *page)
{
    char slept[DURATION_SIZE];

    (void)data;
    gap_words(session_slept_ms(ui->session), slept);
    page_printf(page, STYLE_NORMAL, "The machine slept for %s.%s", slept,
                ui_has_unsaved(ui) ? " The last answers are NOT saved."
                                   : " Everything you answered is stored.");
}

static struct reply sleep_chosen(const void *data, struct ui *ui, int choice)
{
    (void)data;
    session_settle_sleep(ui->session, choice == 0);
    return reply_pop();
}

static const struct choice_spec sleep_spec = {
    .name = "sleep of the machine",
    .title = "The machine slept",
    .tell = tell_sleep,
    .choices =
        {
            {.label = "Go on; the gap counts as exam time"},
            {.label = "Go on; the gap does not count. The result will say "
                      "\"interrupted, not exam conditions\""},
        },
    .back = BACK_STAYS,
    .about = ABOUT_SLEEP,
    .chosen = sleep_chosen,
};

struct screen *sleep_screen_create(void)
{
    return &choice_screen_create(&sleep_spec)->base.base;
}

/* --- the end -------------------------------------------------------------- */

static void tell_ended(const void *data, const struct ui *ui, struct page *page)
{
    struct session_counts counts = session_count(ui->session);
    bool timed_out = session_sitting(ui->session)->state == SITTING_TIMED_OUT;

    (void)data;
    page_text(page, STYLE_HEADING,
              timed_out ? STR("Time is over.")
              : session_mode(ui->session) == MODE_EXAM
                  ? STR("The exam has ended.")
                  : STR("The practice has ended."));
    page_gap(page);
    page_printf(page, STYLE_NORMAL,
                "What you had answered until then counts: %d of %d questions.",
                counts.complete + counts.incomplete,
                session_sitting(ui->session)->count);
    if (session_save_state(ui->session) == SAVE_DONE)
        page_text(page, STYLE_NORMAL, STR("It is stored and scored."));
    else
        page_text(page, STYLE_ALERT,
                  STR("The end is not stored yet. Do not close this window: "
                      "free some space, then press Enter."));
}

static struct reply ended_chosen(const void *data, struct ui *ui, int choice)
{
    (void)data;
    if (choice == 1 && !session_flush(ui->session))
        return leave_unsaved(ui);
    if (!session_flush(ui->session)) {
        ui_say(ui, STYLE_WARNING, "Still not stored: %s.",
               session_save_message(ui->session));
        return reply_stay();
    }
    return show_result(ui);
}

static const struct choice_spec ended_spec = {
    .name = "end of the exam",
    .title = "The end",
    .tell = tell_ended,
    .choices =
        {
            {.label = "See the result"},
            {.label = "Leave anyway; what is not saved is lost",
             .word = "lost",
             .if_not_saved = true},
        },
    .back = BACK_CHOOSES,
    .chosen = ended_chosen,
};

struct screen *ended_screen_create(void)
{
    return &choice_screen_create(&ended_spec)->base.base;
}

/* Nothing of it is kept, so there is no result to show. */
static struct reply end_tutorial(struct ui *ui)
{
    struct screen *end = tutorial_end_screen_create(ui->session);

    ui_close_session(ui);
    return reply_home(end);
}

struct reply show_result(struct ui *ui)
{
    int64_t attempt_id = session_attempt_id(ui->session);
    struct error err;
    struct screen *result;

    if (session_save_state(ui->session) == SAVE_FAILED)
        return reply_home(ended_screen_create());
    if (session_is_tutorial(ui->session))
        return end_tutorial(ui);
    if (session_copy_message(ui->session)[0] != '\0')
        ui_say(ui, STYLE_WARNING,
               "The result is stored, but the database could not be copied: "
               "%s.",
               session_copy_message(ui->session));
    ui_close_session(ui);
    result = result_screen_create(ui, attempt_id, &err);
    if (!result)
        ui_say_error(ui, &err);
    return reply_home(result);
}
