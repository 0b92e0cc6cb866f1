/* A walk from the first screen on, over an app of its own. */
#ifndef PROCTOR_TESTS_TUI_HOME_WALK_H
#define PROCTOR_TESTS_TUI_HOME_WALK_H

#include "fixture.h"
#include "proctor/tui/tui.h"
#include "walk.h"

struct home_walk {
    struct fixture fixture;
    struct tui_options options;
    struct walk walk;
};

/* fixture_fill()ed; nothing is shipped, settings go to the fixture's folder. A
 * cmocka setup and teardown: *state is the walk. */
int home_walk_setup(void **state);
int home_walk_teardown(void **state);

/* The first screen, as one who was named on the command line sees it, or as
 * the program begins. */
struct walk *home_walk_begin(struct home_walk *home, bool candidate_given);
/* The first screen shows. */
#define HOME_TITLE "Medical coding exams, to practise"

#endif
