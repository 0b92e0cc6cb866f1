/* The marks of an exam or a section over time, as a page. */
#ifndef PROCTOR_TUI_TREND_VIEW_H
#define PROCTOR_TUI_TREND_VIEW_H

#include "proctor/app/history.h"

#include "chart.h"
#include "page.h"

struct trend_view {
    const struct trend *trend;
    bool draws; /* a chart; without, numbers say it all */
    enum chart_ink ink;
};

/* Choices of the page are the attempts, newest first. */
void trend_page(struct page *page, const struct trend_view *view);
/* The attempt behind a choice. */
const struct trend_point *trend_choice(const struct trend *trend, int choice);

#endif
