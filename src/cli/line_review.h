/* A result while it is looked at. */
#ifndef PROCTOR_CLI_LINE_REVIEW_H
#define PROCTOR_CLI_LINE_REVIEW_H

#include "line_parts.h"

struct line_review {
    const struct review *read;
    enum review_filter filter;
    int pos; /* the question told last, -1 for none */
};

/* Tells question `pos` with answer, key and explanations. */
void review_tell_item(struct talk *talk, const struct review *review, int pos);

#endif
