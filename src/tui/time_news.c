/*
 * Warnings of the time, and the return of a hidden clock: at the last warning
 * of the exam's sheet and at five minutes, as in test centres. When a warning
 * is due is the session's matter.
 */
#include "time_news.h"

#define CLOCK_BACK_MINUTES 5
#define MINUTE_MS 60000

/* The smallest moment reached at which a hidden clock returns; 0 for none. */
static int clock_back_due(const struct session *session)
{
    const struct exam *exam = session_exam(session);
    int64_t left_ms = session_left_ms(session);
    int last_warning =
        exam->warn_count > 0 ? exam->warn_minutes[exam->warn_count - 1] : 0;

    if (left_ms <= (int64_t)CLOCK_BACK_MINUTES * MINUTE_MS)
        return last_warning > 0 && last_warning < CLOCK_BACK_MINUTES &&
                       left_ms <= (int64_t)last_warning * MINUTE_MS
                   ? last_warning
                   : CLOCK_BACK_MINUTES;
    return left_ms <= (int64_t)last_warning * MINUTE_MS ? last_warning : 0;
}

/* Once for each moment: who hides the clock again means it. */
static bool bring_clock_back(struct ui *ui)
{
    int due = clock_back_due(ui->session);
    struct error err;

    if (due == 0 || due == ui->clock_back_minutes)
        return false;
    ui->clock_back_minutes = due;
    return session_sitting(ui->session)->clock_hidden &&
           session_hide_clock(ui->session, false, &err);
}

static void warn(struct ui *ui, bool is_back)
{
    int minutes = session_sitting(ui->session)->warned_minutes;

    ui_warn(ui, "%d minute%s left.%s", minutes, minutes == 1 ? " is" : "s are",
            is_back ? " The clock is shown again." : "");
}

void time_news_tell(struct ui *ui, unsigned news)
{
    bool is_back;

    if (news & SESSION_TIMED_OUT)
        return;
    is_back = bring_clock_back(ui);
    if (news & SESSION_WARNED)
        warn(ui, is_back);
    else if (is_back)
        ui_warn(ui, "The clock is shown again: little time is left.");
    else
        ui_age_warning(ui);
}
