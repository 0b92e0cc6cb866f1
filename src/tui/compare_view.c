/*
 * Both attempts in a line each, how many questions both asked, then a section
 * to a row: right of asked before and now, and the difference.
 */
#include "compare_view.h"

#include "proctor/app/history.h"
#include "proctor/platform/clock.h"

/* From here on a section has one line. */
#define ROW_COLUMNS 76

static void add_attempt(struct page *page, const char *lead,
                        const struct attempt_row *row)
{
    const char *conditions = history_conditions(row, &page->arena);
    char date[CLOCK_DATE_SIZE], earned[MARKS_SIZE], possible[MARKS_SIZE];

    clock_format(row->started_utc_ms, row->zone_minutes, date);
    marks_format(row->earned, earned);
    marks_format(row->possible, possible);
    page_lead(
        page, STYLE_NORMAL, lead,
        str_from(arena_printf(
            &page->arena, "%s, %s of %s marks%s%s%s%s", date, earned, possible,
            row->verdict == VERDICT_NONE ? "" : ", ",
            row->verdict == VERDICT_NONE ? "" : verdict_label(row->verdict),
            conditions[0] ? ", " : "", conditions)));
}

/* Questions that come again are remembered: marks rise by that alone. */
static void add_common(struct page *page, int common)
{
    if (common == 0)
        page_printf(page, STYLE_NORMAL, "No question was in both.");
    else
        page_printf(page, STYLE_NORMAL,
                    "%d question%s in both: what was met before is easier.",
                    common, common == 1 ? " was" : "s were");
}

static const char *count_text(const struct section_result *section,
                              struct arena *arena)
{
    if (!section || section->asked == 0)
        return "not asked";
    return arena_printf(arena, "%d of %d", section->right, section->asked);
}

/* Of what was not asked twice there is no change. */
static const char *change_text(const struct compared_section *section,
                               struct arena *arena)
{
    const struct section_result *before = section->before, *now = section->now;

    if (!before || !now || before->asked == 0 || now->asked == 0)
        return "";
    if (before->right == now->right)
        return "same";
    return arena_printf(arena, "%+d", now->right - before->right);
}

static bool is_asked(const struct compared_section *section)
{
    return (section->before && section->before->asked > 0) ||
           (section->now && section->now->asked > 0);
}

static void add_row(struct page *page, const char *before, const char *now,
                    const char *change, enum style style, struct str title)
{
    page_lead(page, style,
              arena_printf(&page->arena, "  %9s  %9s  %6s  ", before, now,
                           change),
              title);
}

static void add_line(struct page *page, const struct compared_section *section)
{
    struct arena *arena = &page->arena;

    add_row(page, count_text(section->before, arena),
            count_text(section->now, arena), change_text(section, arena),
            STYLE_NORMAL, section->title);
}

/* The title, and the numbers in a line of their own. */
static void add_block(struct page *page, const struct compared_section *section)
{
    struct arena *arena = &page->arena;
    const char *change = change_text(section, arena);

    page_text(page, STYLE_NORMAL,
              str_from(arena_printf(arena, STR_FORMAT "\n  %s, then %s%s%s",
                                    STR_ARG(section->title),
                                    count_text(section->before, arena),
                                    count_text(section->now, arena),
                                    change[0] ? ": " : "", change)));
}

static void add_sections(struct page *page, const struct compare_view *view)
{
    const struct comparison *comparison = view->comparison;
    bool in_rows = view->in_rows && page->columns >= ROW_COLUMNS;

    page_gap(page);
    page_text(page, STYLE_HEADING, STR("Questions right, by section"));
    if (in_rows)
        add_row(page, "before", "now", "change", STYLE_DIM, STR("section"));
    for (size_t i = 0; i < comparison->count; i++) {
        if (!is_asked(&comparison->sections[i]))
            continue;
        if (in_rows)
            add_line(page, &comparison->sections[i]);
        else
            add_block(page, &comparison->sections[i]);
    }
    page_gap(page);
}

void compare_page(struct page *page, const struct compare_view *view)
{
    const struct comparison *comparison = view->comparison;

    page_text(page, STYLE_HEADING, str_from(comparison->now.exam_title));
    add_attempt(page, "Before: ", &comparison->before);
    add_attempt(page, "Now: ", &comparison->now);
    add_common(page, comparison->common);
    add_sections(page, view);
    page_text(page, STYLE_DIM,
              STR("A section has few questions: one or two more or less right "
                  "may be chance."));
}
