/* The first screen as a page. */
#ifndef PROCTOR_TUI_HOME_VIEW_H
#define PROCTOR_TUI_HOME_VIEW_H

#include "proctor/app/home.h"

#include "page.h"

struct home_view {
    const char *read_only_holder; /* NULL when we may write */
    bool is_remote;
    int64_t now_utc_ms;
    int zone_minutes;
    const struct home *home;
    enum next_step next;
    const char *next_words;
    struct exam_entries exams; /* the candidate's first; supply NULL: not
                                * counted yet */
    const enum command *doors; /* to the other screens, ended by CMD_NONE */
};

/* What the choices of the page lead to. */
enum home_goal {
    HOME_NOTHING,
    HOME_NEXT,     /* view.next */
    HOME_PRACTICE, /* the practice that waits */
    HOME_WEAK_AREA,
    HOME_RESULT,
    HOME_EXAM,
    HOME_DOOR, /* index: of `doors` */
};
struct home_choice {
    enum home_goal goal;
    size_t index;
};
struct home_choices {
    struct home_choice *items; /* by choice of the page, in its arena */
    size_t count;
};

void home_page(struct page *page, const struct home_view *view,
               struct home_choices *out);

#endif
