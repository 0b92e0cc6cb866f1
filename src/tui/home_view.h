/* The first screen as a page. */
#ifndef PROCTOR_TUI_HOME_VIEW_H
#define PROCTOR_TUI_HOME_VIEW_H

#include "proctor/app/exams.h"
#include "proctor/app/session.h"

#include "page.h"

struct home_view {
    const char *read_only_holder; /* NULL when we may write */
    bool is_remote;
    const struct interruption *running; /* NULL when none is */
    int64_t now_utc_ms;
    int zone_minutes;
    struct exam_entries exams;    /* supply NULL: not counted yet */
    struct attempt_rows attempts; /* ended ones, newest first */
};

/* What the choices of the page stand for, in this order: the running attempt
 * (when there is one that can go on here), the exams, the attempts. */
enum home_choice { HOME_RUNNING, HOME_EXAM, HOME_ATTEMPT, HOME_NOTHING };
enum home_choice home_choice(const struct home_view *view, int choice,
                             size_t *index_out);

void home_page(struct page *page, const struct home_view *view);

#endif
