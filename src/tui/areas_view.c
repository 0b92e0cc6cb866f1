/*
 * The list of areas, what costs most first: right of asked, how sure that is,
 * the estimate and what it costs. Topics keep the shape of their tree.
 */
#include "areas_view.h"

/* Of a topic below another. */
#define DEPTH_COLUMNS 2
/* "  51 %   2.9  " */
#define ESTIMATE_COLUMNS 13

static int percent(double share)
{
    return (int)(share * 100 + 0.5);
}

/* "3.4", "6", whatever the locale says of decimals. */
static const char *tenths(double number, struct arena *arena)
{
    int rounded = (int)(number * 10 + 0.5);

    return rounded % 10 == 0
               ? arena_printf(arena, "%d", rounded / 10)
               : arena_printf(arena, "%d.%d", rounded / 10, rounded % 10);
}

const char *area_estimate_words(const struct area *area, struct arena *arena)
{
    if (area_is_thin(area))
        return "";
    if (area->expected <= 0)
        return arena_printf(arena, "Estimated %d %% right on new questions.",
                            percent(area->estimate));
    return arena_printf(arena,
                        "Estimated %d %% right on new questions; that costs "
                        "about %s of %s questions in the exam.",
                        percent(area->estimate), tenths(area->lost, arena),
                        tenths(area->expected, arena));
}

/* --- above the list ------------------------------------------------------- */

static bool has_costs(const struct areas *areas)
{
    for (size_t i = 0; i < areas->count; i++)
        if (areas->items[i].expected > 0)
            return true;
    return false;
}

/* The first that can be told; of a tree the deepest on the way to it, which
 * says more. */
static const struct area *worst(const struct areas *areas)
{
    const struct area *found = NULL;

    for (size_t i = 0; i < areas->count; i++) {
        const struct area *area = &areas->items[i];

        if (area_is_thin(area))
            continue;
        if (found && area->depth <= found->depth)
            break;
        found = area;
    }
    return found;
}

static void add_above(struct page *page, const struct areas_view *view)
{
    const struct areas *areas = view->areas;
    const struct area *area = worst(areas);
    bool costs = has_costs(areas);

    if (area) {
        page_printf(page, STYLE_HEADING, "%s: " STR_FORMAT,
                    costs ? "What costs most" : "The lowest",
                    STR_ARG(area->title));
        page_text(page, STYLE_NORMAL,
                  str_from(area_estimate_words(area, &page->arena)));
        page_gap(page);
    } else {
        page_text(page, STYLE_NORMAL,
                  STR("Too few questions were answered to tell: an area needs "
                      "six that are new to you."));
        page_gap(page);
    }
    if (share_has_rows(page, &view->look))
        page_printf(page, STYLE_DIM,
                    "Right of asked, likely share (95 %%), estimate%s",
                    costs ? ", cost in questions of the exam" : "");
}

/* --- the list ------------------------------------------------------------- */

/* In tenths below each other. */
static const char *cost_of(const struct area *area, struct arena *arena)
{
    int rounded = (int)(area->lost * 10 + 0.5);

    if (area->expected <= 0)
        return "";
    return arena_printf(arena, "%d.%d", rounded / 10, rounded % 10);
}

static const char *thin_words(const struct area *area)
{
    return area->asked > 0 ? "too few questions" : "none yet";
}

/* What stands between the counts and the title. */
static const char *numbers_of(const struct areas_view *view,
                              const struct area *area, struct page *page)
{
    const struct share share = {.right = area->right, .asked = area->asked};
    struct arena *arena = &page->arena;

    if (area_is_thin(area))
        return arena_printf(arena, "%-*s",
                            share_columns(page) + ESTIMATE_COLUMNS,
                            thin_words(area));
    return arena_printf(arena, "%s%3d %%  %4s  ",
                        share_text(page, &share, view->look.ink),
                        percent(area->estimate), cost_of(area, arena));
}

static void add_line(struct page *page, const struct areas_view *view,
                     const struct area *area)
{
    struct arena *arena = &page->arena;

    page_choice(page, STYLE_NORMAL,
                arena_printf(arena, "%3d of %-3d  %s%*s", area->right,
                             area->asked, numbers_of(view, area, page),
                             area->depth * DEPTH_COLUMNS, ""),
                area->title);
}

/* "7 of 12 (32 to 81 %), costs 3.4" */
static const char *short_numbers(const struct area *area, struct arena *arena)
{
    if (area_is_thin(area))
        return arena_printf(arena, "%d of %d, %s", area->right, area->asked,
                            thin_words(area));
    return arena_printf(
        arena, "%d of %d (%d to %d %%), %s", area->right, area->asked,
        area->interval.low, area->interval.high,
        area->expected > 0
            ? arena_printf(arena, "costs %s", tenths(area->lost, arena))
            : arena_printf(arena, "est. %d %%", percent(area->estimate)));
}

/* The title, and the numbers in a line of their own. */
static void add_block(struct page *page, const struct area *area)
{
    struct arena *arena = &page->arena;

    page_choice(page, STYLE_NORMAL,
                arena_printf(arena, "%*s", area->depth * DEPTH_COLUMNS, ""),
                str_from(arena_printf(arena, STR_FORMAT "\n %s",
                                      STR_ARG(area->title),
                                      short_numbers(area, arena))));
}

void areas_page(struct page *page, const struct areas_view *view)
{
    const struct areas *areas = view->areas;

    add_above(page, view);
    for (size_t i = 0; i < areas->count; i++) {
        if (share_has_rows(page, &view->look))
            add_line(page, view, &areas->items[i]);
        else
            add_block(page, &areas->items[i]);
    }
    page_gap(page);
    if (share_has_rows(page, &view->look))
        page_text(page, STYLE_DIM, STR(CHART_INTERVAL_LEGEND));
    page_text(page, STYLE_NORMAL,
              str_from(areas_counted_words(areas, &page->arena)));
}
