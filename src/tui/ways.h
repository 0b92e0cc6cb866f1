/* Ways that several screens have. */
#ifndef PROCTOR_TUI_WAYS_H
#define PROCTOR_TUI_WAYS_H

#include "screen.h"

struct exam;

/* To the start sheet of just that version; `seed` as in struct tui_options. */
struct reply way_to_exam(struct ui *ui, const struct exam *exam,
                         const char *seed);

#endif
