/* A file on its way in, as pages: its name, what it would change, what became
 * of it. */
#ifndef PROCTOR_TUI_IMPORT_VIEW_H
#define PROCTOR_TUI_IMPORT_VIEW_H

#include "proctor/app/library.h"

#include "page.h"
#include "text_field.h"

/* What is asked before anything is changed, one after the other. */
#define IMPORT_QUESTIONS(X)                                                    \
    X(OLDER, "Yes, put the older version in the place of the newer one")       \
    X(ABSENT, "Yes, take these questions away")                                \
    X(LOAD, "Yes, load it")
enum import_question {
#define X(NAME, yes) IMPORT_ASKS_##NAME,
    IMPORT_QUESTIONS(X)
#undef X
        IMPORT_ASKS_NOTHING
};

/* The name is typed; `fits`: names that would do, after Tab. */
void import_path_page(struct page *page, const struct text_edit *typed,
                      const struct path_list *fits);

/* What a dry run found; choices: no, yes; where nothing is asked: another file,
 * back. */
void import_preview_page(struct page *page, const struct import_report *report,
                         enum import_question question);

/* What was done; choices: another file, back. */
void import_done_page(struct page *page, const struct import_report *report);

#endif
