/* See home_walk.h. */
#include "home_walk.h"

#include <stdlib.h>

#include "screens.h"

int home_walk_setup(void **state)
{
    static struct home_walk home;

    home = (struct home_walk){0};
    fixture_open(&home.fixture);
    fixture_fill(&home.fixture);
    setenv("XDG_CONFIG_HOME", home.fixture.folder, 1);
    setenv("PROCTOR_DATA", "/nothing/is/shipped", 1);
    walk_begin(&home.walk, home.fixture.app);
    *state = &home;
    return 0;
}

int home_walk_teardown(void **state)
{
    struct home_walk *home = *state;

    walk_end(&home->walk);
    ui_close_session(&home->walk.ui);
    fixture_close(&home->fixture);
    return 0;
}

struct walk *home_walk_begin(struct home_walk *home, bool candidate_given)
{
    home->options.candidate_given = candidate_given;
    walk_push(&home->walk, home_screen_create(&home->walk.ui, &home->options),
              NULL);
    return &home->walk;
}
