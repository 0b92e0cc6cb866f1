/* Where the first screen leads. */
#ifndef PROCTOR_TUI_HOME_WAYS_H
#define PROCTOR_TUI_HOME_WAYS_H

#include "proctor/tui/tui.h"

#include "home_view.h"
#include "screens.h"

/* The other screens, in the order in which the page lists them. */
extern const enum command home_doors[];

/* Where a choice leads; `seed` as in struct tui_options. */
struct reply home_follow(struct ui *ui, const struct home_view *view,
                         struct home_choice choice, const char *seed);
/* Where a door's key leads; ignored for any other command. */
struct reply home_through(struct ui *ui, enum command door);

/* The welcome or the question who this is, before the rest; stays when there
 * is nothing to ask. */
struct reply home_greet(struct ui *ui, const struct home_view *view,
                        const struct tui_options *options);
/* Where the program was asked to begin. */
struct reply home_begin(struct ui *ui, const struct home_view *view,
                        const struct tui_options *options);

#endif
