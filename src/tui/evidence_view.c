/* What an area rests on: its numbers in sentences, then answer by answer. */
#include "areas_view.h"

#include "proctor/platform/clock.h"

/* From here on there is room for where it was asked. */
#define WIDE_COLUMNS 76
#define DAY_LENGTH 10

static const char *outcome_of(const struct evidence_row *row)
{
    return row->earned >= row->possible ? "right"
           : row->earned > 0            ? "partly"
                                        : "wrong";
}

static void add_row(struct page *page, const struct evidence_view *view,
                    size_t index)
{
    const struct evidence_row *row = &view->rows[index];
    const char *where = "";
    char date[CLOCK_DATE_SIZE];

    if (!view->stems[index]) {
        page_row(page, STYLE_NORMAL, STR(""));
        return;
    }
    clock_format(row->utc_ms, view->zone_minutes, date);
    if (page->columns >= WIDE_COLUMNS)
        where = row->mode == MODE_EXAM ? "mock exam  " : "practice   ";
    page_row(page, STYLE_NORMAL,
             str_from(arena_printf(&page->arena, "%.*s  %-6s  %s%s", DAY_LENGTH,
                                   date, outcome_of(row), where,
                                   view->stems[index])));
}

void evidence_page(struct page *page, const struct evidence_view *view)
{
    struct arena *arena = &page->arena;

    page_text(page, STYLE_HEADING, view->area->title);
    page_printf(page, STYLE_NORMAL, "%s.", area_words(view->area, arena));
    page_text(page, STYLE_NORMAL,
              str_from(area_estimate_words(view->area, arena)));
    page_gap(page);
    for (size_t i = 0; i < view->count; i++)
        add_row(page, view, i);
    if (view->count == 0)
        page_text(page, STYLE_NORMAL,
                  STR("No answer yet: practise it, and this fills."));
    if (view->left_out > 0)
        page_printf(page, STYLE_DIM, "%zu older answers are not listed.",
                    view->left_out);
}
