/* The screens of a review, which the result and the evidence lead to. */
#ifndef PROCTOR_TUI_ANSWERS_SCREENS_H
#define PROCTOR_TUI_ANSWERS_SCREENS_H

#include "answers_place.h"
#include "screen.h"

/* The list, beginning with what `place` (copied) shows. */
struct screen *answers_screen_create(const struct answers_place *place);

/* The question that `place` is at. The place is borrowed and moves along; what
 * the candidate adds goes into its review. */
struct screen *answer_screen_create(struct ui *ui, struct answers_place *place);
/* Question `pos` of an ended attempt, read for this screen. NULL with err as
 * review_read(). */
struct screen *attempt_question_screen_create(struct ui *ui, int64_t attempt_id,
                                              int pos, struct error *err);
/* A question of an abandoned attempt that was never met is not shown. */
void answers_say_unknown(struct ui *ui, int pos);

/* Asks why the question of the place was missed and stores it. */
struct screen *cause_screen_create(const struct answers_place *place);

/* Asks which answer to the question is right; begins with `claim`, copied. What
 * comes next, `chosen` says: it gets the answer as in domain/response.h. */
struct screen *claim_screen_create(
    const struct review_item *item, struct str claim,
    struct reply (*chosen)(void *context, struct ui *ui, const char *claim),
    void *context);

#endif
