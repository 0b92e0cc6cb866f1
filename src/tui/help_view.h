/* The help for the screens of a class, as a page. */
#ifndef PROCTOR_TUI_HELP_VIEW_H
#define PROCTOR_TUI_HELP_VIEW_H

#include "page.h"
#include "screen.h"

void help_page(struct page *page, const struct screen_class *of);

#endif
