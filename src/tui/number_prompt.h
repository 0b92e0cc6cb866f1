/* "Open question number": a line that is typed at the foot of a screen. */
#ifndef PROCTOR_TUI_NUMBER_PROMPT_H
#define PROCTOR_TUI_NUMBER_PROMPT_H

#include "frame.h"

struct number_prompt {
    bool is_asking;
    struct text_field typed;
};

void number_prompt_begin(struct number_prompt *prompt);
/* Puts the line into the frame while it is asked for. */
void number_prompt_frame(const struct number_prompt *prompt,
                         struct frame *frame);
/*
 * A key while the number is asked for; else, and for a command, it is ignored.
 * `*pos_out` becomes the question, 0 to `count` - 1, when Enter took a number;
 * else it is -1, and a number that is none was told.
 */
struct reply number_prompt_key(struct number_prompt *prompt, struct ui *ui,
                               const struct key *key, int count, int *pos_out);

#endif
