/* The settings as a page; its choices are the settings in their order. */
#ifndef PROCTOR_TUI_SETTINGS_VIEW_H
#define PROCTOR_TUI_SETTINGS_VIEW_H

#include "proctor/app/settings.h"

#include "page.h"

struct settings_view {
    struct settings settings;
    const char *path; /* of the file; NULL when there is no place for one */
};

void settings_page(struct page *page, const struct settings_view *view);

#endif
