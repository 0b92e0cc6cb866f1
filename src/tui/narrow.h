/* A list made shorter by what is typed: only lines that contain it stay. */
#ifndef PROCTOR_TUI_NARROW_H
#define PROCTOR_TUI_NARROW_H

#include "frame.h"

struct narrow {
    struct text_field typed; /* counts also after the typing has ended */
    bool is_typing;
};

/* While it is typed: Enter ends that, Esc takes it back. False for a key that
 * is none of its business: arrows move in the list. */
bool narrow_key(struct narrow *narrow, const struct key *key);
/* Begins, or takes back what was typed; false for a command that does neither.
 */
bool narrow_command(struct narrow *narrow, enum command command);
/* Nothing is left out. */
bool narrow_is_off(const struct narrow *narrow);
/* ASCII letters of either case. */
bool narrow_takes(const struct narrow *narrow, struct str text);
/* The prompt at the foot while it is typed. */
void narrow_frame(const struct narrow *narrow, struct frame *frame);

#endif
