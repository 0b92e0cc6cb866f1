/* What a candidate is told about an interruption, as pages. */
#ifndef PROCTOR_TUI_INTERRUPT_VIEW_H
#define PROCTOR_TUI_INTERRUPT_VIEW_H

#include "proctor/app/session.h"

#include "page.h"

/* What was saved, when, and how long the gap was; what charging it means. */
void interruption_page(struct page *page, const struct interruption *told,
                       int zone_minutes);

#endif
