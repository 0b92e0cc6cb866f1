/* One row for each setting with its value, and what it does below. */
#include "settings_view.h"

/* From here on values stand in a column of their own. */
#define TABLE_COLUMNS 60
#define LEAD_COLUMNS 22

/* "auto", or every value there is where the focus stands: "auto [dark] light".
 */
static const char *values_text(const struct settings *settings,
                               enum setting setting, struct arena *arena)
{
    const char *text = "", *value;

    for (int i = 0; (value = setting_value(setting, i)); i++)
        text =
            arena_printf(arena,
                         i == settings->chosen[setting] ? "%s%s[%s]" : "%s%s%s",
                         text, i > 0 ? "  " : "", value);
    return text;
}

static const char *lead_text(struct page *page, enum setting setting)
{
    const char *title = setting_title(setting);

    return page->columns >= TABLE_COLUMNS
               ? arena_printf(&page->arena, "%-*s ", LEAD_COLUMNS, title)
               : arena_printf(&page->arena, "%s: ", title);
}

static void add_setting(struct page *page, const struct settings_view *view,
                        enum setting setting, bool has_focus)
{
    const char *value =
        has_focus ? values_text(&view->settings, setting, &page->arena)
                  : settings_get(&view->settings, setting);

    page_choice(page, has_focus ? STYLE_CHOSEN : STYLE_NORMAL,
                lead_text(page, setting), str_from(value));
    page_lead(page, STYLE_DIM, "    ", str_from(setting_help(setting)));
}

void settings_page(struct page *page, const struct settings_view *view)
{
    for (int i = 0; i < SETTING_COUNT; i++)
        add_setting(page, view, (enum setting)i, page->focus == i);
    page_gap(page);
    page_text(page, STYLE_NORMAL,
              STR("All of it counts at once, but for the way of working: that "
                  "is from the next start on."));
    if (view->path)
        page_printf(page, STYLE_NORMAL, "Kept in %s.", view->path);
    else
        page_text(page, STYLE_WARNING,
                  STR("There is no place for the settings' file: they last "
                      "until proctor ends."));
}
