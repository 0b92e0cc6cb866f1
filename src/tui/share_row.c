/* Bars and intervals of the lists of sections and areas. */
#include "share_row.h"

#include "proctor/domain/score.h"

/* From here on a row has one line. */
#define LINE_COLUMNS 76
#define BAR_COLUMNS 14
/* From here on a longer bar, and the interval in numbers beside it. */
#define WIDE_COLUMNS 100
#define WIDE_BAR_COLUMNS 20
#define RANGE_COLUMNS 14
#define GAP 2

static bool is_wide(const struct page *page)
{
    return page->columns >= WIDE_COLUMNS;
}

static int bar_columns(const struct page *page)
{
    return is_wide(page) ? WIDE_BAR_COLUMNS : BAR_COLUMNS;
}

bool share_has_rows(const struct page *page, const struct share_look *look)
{
    return look->bars && page->columns >= LINE_COLUMNS;
}

int share_columns(const struct page *page)
{
    return bar_columns(page) + GAP + (is_wide(page) ? RANGE_COLUMNS : 0);
}

static const char *bar_text(struct page *page, const struct share *share,
                            struct interval likely, enum chart_ink ink)
{
    struct chart_bar bar = {
        .share_bp = share->asked > 0
                        ? (int)((int64_t)share->right * 10000 / share->asked)
                        : 0,
        .low_bp = likely.low * 100,
        .high_bp = likely.high * 100,
        .pass_bp =
            share->pass_percent > 0 ? share->pass_percent * 100 : CHART_NONE,
    };
    struct str text = chart_bar(&page->arena, &bar, bar_columns(page), ink);

    return arena_printf(&page->arena, STR_FORMAT "%*s", STR_ARG(text), GAP, "");
}

const char *share_text(struct page *page, const struct share *share,
                       enum chart_ink ink)
{
    struct interval likely = wilson_interval(share->right, share->asked);
    const char *bar = bar_text(page, share, likely, ink);

    if (!is_wide(page))
        return bar;
    return arena_printf(&page->arena, "%s%3d to %3d %%  ", bar, likely.low,
                        likely.high);
}
