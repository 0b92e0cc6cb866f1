/*
 * The result: the verdict in one sentence, the sections with how sure their
 * numbers are, and what has to be said beside it.
 */
#include "result_view.h"

#include "proctor/domain/timing.h"
#include "proctor/platform/clock.h"

#define BAR_COLUMNS 20
/* From here on a section has one line. */
#define LINE_COLUMNS 76

static void add_verdict(struct page *page, const struct review *review)
{
    enum style style = STYLE_HEADING;

    if (review->result.verdict == VERDICT_PASSED)
        style = STYLE_RIGHT;
    else if (review->result.verdict == VERDICT_NOT_PASSED)
        style = STYLE_WRONG;
    page_text(page, STYLE_HEADING, review->exam->title);
    page_text(page, style, review_headline(review, &page->arena));
    page_gap(page);
}

static void add_circumstances(struct page *page, const struct review *review)
{
    const struct attempt_row *attempt = &review->attempt;
    char date[CLOCK_DATE_SIZE], used[DURATION_SIZE], limit[DURATION_SIZE];

    clock_format(attempt->started_utc_ms, attempt->zone_minutes, date);
    duration_words(attempt->stamp.used_ms, used);
    duration_words(attempt->limit_ms, limit);
    if (attempt->limit_ms > 0)
        page_printf(page, STYLE_NORMAL, "Begun %s, %s; %s of %s used.", date,
                    sitting_state_label(attempt->state), used, limit);
    else
        page_printf(page, STYLE_NORMAL, "Begun %s, %s; %s used.", date,
                    sitting_state_label(attempt->state), used);
    page_printf(page, STYLE_NORMAL,
                "%d of %d right, %d left blank, %d not reached.",
                review->result.right, review->result.asked,
                review->result.blank, review->result.not_reached);
}

/* "#####....." */
static const char *bar_text(int right, int asked, struct arena *arena)
{
    char *bar = arena_alloc(arena, BAR_COLUMNS + 1, 1);
    int full = asked > 0 ? (right * BAR_COLUMNS + asked / 2) / asked : 0;

    for (int i = 0; i < BAR_COLUMNS; i++)
        bar[i] = i < full ? '#' : '.';
    return bar;
}

static void add_section(struct page *page, struct str title,
                        const struct section_result *section, bool bars)
{
    struct interval range = wilson_interval(section->right, section->asked);
    const char *numbers = arena_printf(
        &page->arena, "%3d of %-3d  %s%s%3d to %d %%", section->right,
        section->asked,
        bars ? bar_text(section->right, section->asked, &page->arena) : "",
        bars ? "  " : "", range.low, range.high);

    if (page->columns >= LINE_COLUMNS)
        page_lead(page, STYLE_NORMAL,
                  arena_printf(&page->arena, "%s  ", numbers), title);
    else {
        page_text(page, STYLE_NORMAL, title);
        page_lead(page, STYLE_NORMAL, "  ", str_from(numbers));
    }
}

static void add_sections(struct page *page, const struct review *review,
                         bool bars)
{
    page_gap(page);
    page_text(page, STYLE_HEADING, STR("By section: right of asked"));
    for (size_t i = 0; i < review->result.section_count; i++)
        if (review->result.sections[i].asked > 0)
            add_section(page, review->exam->sections[i].title,
                        &review->result.sections[i], bars);
    page_text(page, STYLE_DIM,
              STR("The range is the 95 % interval (Wilson): few questions say "
                  "little."));
}

static void add_remarks(struct page *page, const struct review *review)
{
    struct str_list remarks = review_remarks(review, &page->arena);

    page_gap(page);
    for (size_t i = 0; i < remarks.count; i++)
        page_text(page, STYLE_NORMAL, remarks.items[i]);
}

void result_page(struct page *page, const struct review *review, bool bars)
{
    add_verdict(page, review);
    add_circumstances(page, review);
    add_sections(page, review, bars);
    add_remarks(page, review);
}
