/* The screens, each made by one function. Those that read the store give NULL
 * with err when that fails. */
#ifndef PROCTOR_TUI_SCREENS_H
#define PROCTOR_TUI_SCREENS_H

#include "choice_screen.h"

struct review;
struct tui_options;

/* The first screen. It loads what is shipped, then goes where `options` say,
 * which it borrows. */
struct screen *home_screen_create(struct ui *ui,
                                  const struct tui_options *options);
struct screen *start_screen_create(struct ui *ui, const char *exam,
                                   const char *seed, struct error *err);
/* The running attempt: what was saved, and the question about the gap. */
struct screen *resume_screen_create(struct ui *ui, struct error *err);
/* The sitting of ui->session, at its current question or the first. */
struct screen *question_screen_create(struct ui *ui);
/* All questions of the sitting; choosing one visits it and goes back. */
struct screen *overview_screen_create(void);
struct screen *submit_screen_create(void);
struct screen *leave_screen_create(void);
/* Lets go of a sitting whose last answers cannot be stored. */
struct reply leave_unsaved(struct ui *ui);
struct screen *quit_screen_create(void);
struct screen *sleep_screen_create(void);
/* After an end that the candidate did not ask for, or that is not stored. */
struct screen *ended_screen_create(void);
struct screen *result_screen_create(struct ui *ui, int64_t attempt_id,
                                    struct error *err);
/* The questions of an ended attempt; borrows the review. */
struct screen *answers_screen_create(struct ui *ui,
                                     const struct review *review);
/* The keys of a screen of that class. */
struct screen *help_screen_create(const struct screen_class *of);

/* Where an ended sitting leads: its result, or the notice that its end is not
 * stored yet. Closes the session in the first case. */
struct reply show_result(struct ui *ui);

#endif
