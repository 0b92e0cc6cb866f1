/* The screens, each made by one function. Those that read the store give NULL
 * with err when that fails. */
#ifndef PROCTOR_TUI_SCREENS_H
#define PROCTOR_TUI_SCREENS_H

#include "choice_screen.h"

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
struct screen *submit_screen_create(const struct ui *ui);
struct screen *leave_screen_create(const struct ui *ui);
/* Lets go of a sitting whose last answers cannot be stored. */
struct reply leave_unsaved(struct ui *ui);
struct screen *quit_screen_create(void);
struct screen *sleep_screen_create(void);
/* After an end that the candidate did not ask for, or that is not stored. */
struct screen *ended_screen_create(void);
struct screen *result_screen_create(struct ui *ui, int64_t attempt_id,
                                    struct error *err);

/* --- people and settings --- */

/* The first start: name, exam, date, extra time, way of working, tutorial. */
struct screen *welcome_screen_create(struct ui *ui, struct error *err);
/* `choosing`: several people, and it has to be said who this is. */
struct screen *people_screen_create(struct ui *ui, bool choosing,
                                    struct error *err);
/* A person's name, exam, date, extra time; 0: somebody new. */
struct screen *person_screen_create(struct ui *ui, int64_t candidate_id,
                                    struct error *err);
struct screen *settings_screen_create(struct ui *ui, struct error *err);

/* --- practice --- */

struct practice_request;
/* What to practise; begins with `request`, NULL for nothing chosen yet. Copied.
 */
struct screen *practice_screen_create(struct ui *ui,
                                      const struct practice_request *request,
                                      struct error *err);
/* The sheets of a practice drawn for `request` and of the tutorial; both in
 * start_screen.c. */
struct screen *practice_start_screen_create(
    struct ui *ui, const struct practice_request *request, struct error *err);
struct screen *tutorial_screen_create(struct ui *ui, struct error *err);
/* What was tried in it, in the place of a result. */
struct screen *tutorial_end_screen_create(const struct session *session);
/* A line or a paragraph to type: a note, a reason. `done` gets the text and
 * says what is next; Esc goes back without it. */
struct screen *text_screen_create(
    const char *title, const char *explanation, struct str text,
    struct reply (*done)(void *context, struct ui *ui, struct str text),
    void *context);

/* --- looking back --- */

struct screen *history_screen_create(struct ui *ui, struct error *err);
/* `exam` NULL: the candidate's, or that sat last. */
struct screen *trend_screen_create(struct ui *ui, const char *exam,
                                   struct error *err);
struct screen *areas_screen_create(struct ui *ui, struct error *err);
struct screen *search_screen_create(struct ui *ui);

/* --- banks and exams --- */

struct screen *library_screen_create(struct ui *ui, struct error *err);
/* The questions of a bank, each one key away. */
struct screen *bank_screen_create(struct ui *ui, const char *bank,
                                  struct error *err);
/* Asks for a file, checks it, shows what it would change, and loads it. */
struct screen *import_screen_create(void);
/* One question as candidates see it, or with its key; `item` is borrowed. */
struct screen *item_screen_create(struct ui *ui, const char *name,
                                  const struct item *item, const char *order,
                                  bool with_key);

/* The keys of a screen of that class. */
struct screen *help_screen_create(const struct screen_class *of);

/* Where an ended sitting leads: its result, or the notice that its end is not
 * stored yet. Closes the session in the first case. */
struct reply show_result(struct ui *ui);

#endif
