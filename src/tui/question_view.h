/*
 * One question as it is shown: what a screen needs to know of the sitting, and
 * the two panes made of it. Knows no session and no keys.
 */
#ifndef PROCTOR_TUI_QUESTION_VIEW_H
#define PROCTOR_TUI_QUESTION_VIEW_H

#include "proctor/domain/item.h"
#include "proctor/domain/sitting.h"
#include "proctor/domain/timing.h"

#include "frame.h"
#include "page.h"
#include "text_field.h"

struct review_item;

/* From here on the case stands beside the question. */
#define BESIDE_COLUMNS 120

/* An entry of a question with codes; zero is none. */
struct code_place {
    bool is_set;
    size_t field, slot;
};

struct question_view {
    struct str exam_title, candidate, section;
    int pos, count; /* pos from 0 */
    const struct item *item;
    const struct response *response;
    const char *option_order; /* ids by position */
    int case_first, case_count;
    int64_t left_ms; /* INT64_MAX: no limit */
    bool clock_hidden;
    struct pace_state pace;
    const char *alert;        /* NOT SAVED and why, or NULL */
    bool case_is_read;        /* it was on screen in this run */
    struct code_place typing; /* the code entry being typed */
    const struct text_field *typed;
    /* A line asked for; NULL for none. */
    const char *prompt;
    const struct text_field *prompt_typed;
    const enum command *hints;
    const char *note;      /* what the next key does; replaces pace, or NULL */
    struct str hints_told; /* of a practice */
    /* Of a checked question, shown in its place; NULL before. */
    const struct review_item *feedback;
};

struct question_panes {
    struct page question, case_text;
    struct frame frame;
    struct rect question_at, case_at;
    struct arena texts; /* of the frame */
    bool on_case;       /* keys that move go to the case */
    bool shows_question, shows_case;
    int found; /* line of the case, or -1 */
    /* What case_text was laid out for. */
    const struct case_text *laid_case;
    int laid_columns;
    bool laid_ascii;
};

void question_panes_finish(struct question_panes *panes);

/* Makes both panes for this size; place and focus stay as they are. */
void question_panes_layout(struct question_panes *panes,
                           const struct question_view *view,
                           const struct ui *ui, int width, int height);
void question_panes_draw(const struct question_panes *panes,
                         const struct ui *ui, struct canvas *canvas);

/* Lays the case out where it is not yet, in the room of the last layout. */
void question_panes_lay_case(struct question_panes *panes,
                             const struct case_text *text, bool ascii);

/* Lines for codes of a field: as many as are asked for, and one more than is
 * filled; the one being typed in any case. */
size_t question_entry_lines(const struct item *item, struct str answer,
                            size_t field, const struct code_place *typing);
/* Which entry the choice `index` of a question with codes is. */
struct code_place question_entry(const struct item *item, struct str answer,
                                 int index);

/* Adds stem and exhibits; then options or entries; then hints told and the
 * candidate's note. */
void question_page_stem(struct page *page, const struct item *item);
void question_page_answers(struct page *page, const struct question_view *view);
void question_page_extras(struct page *page, const struct question_view *view);

#endif
