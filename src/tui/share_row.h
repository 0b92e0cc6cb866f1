/* A share of questions right in a row of a list: a bar with its interval, and
 * the interval in numbers where there is room. */
#ifndef PROCTOR_TUI_SHARE_ROW_H
#define PROCTOR_TUI_SHARE_ROW_H

#include "chart.h"
#include "page.h"

struct share {
    int right, asked;
    int pass_percent; /* a tick on the bar; 0: none */
};
struct share_look {
    bool bars; /* draw them; without, a block of words tells the same */
    enum chart_ink ink;
};

/* Bars are wanted, and a row has room in one line. */
bool share_has_rows(const struct page *page, const struct share_look *look);

/* "[bar]  32 to 81 %  ": always share_columns() wide, in the page's arena. */
const char *share_text(struct page *page, const struct share *share,
                       enum chart_ink ink);
int share_columns(const struct page *page);

#endif
