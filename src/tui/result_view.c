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
}

/* What was not reached is not told once more as left blank. */
static void add_counts(struct page *page, const struct review *review)
{
    int blank = 0, not_reached = 0;

    for (size_t i = 0; i < review->count; i++) {
        const struct scored_item *item = &review->items[i].scored;

        not_reached += item->counts && !item->reached;
        blank += item->counts && item->reached && item->blank;
    }
    page_printf(page, STYLE_NORMAL,
                "%d of %d questions right, %d left blank, %d not reached.",
                review->result.right, review->result.asked, blank, not_reached);
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
    add_counts(page, review);
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

/* One that was not gives nothing to estimate from. */
static bool is_section_reached(const struct review *review, size_t section)
{
    for (size_t i = 0; i < review->count; i++)
        if (review->items[i].scored.reached &&
            review->items[i].scored.section == (int)section)
            return true;
    return false;
}

static void add_section(struct page *page, struct str title,
                        const struct section_result *section, bool is_reached,
                        bool bars)
{
    struct interval range = wilson_interval(section->right, section->asked);
    const char *numbers = arena_printf(
        &page->arena, "%3d of %-3d  %s%s%s", section->right, section->asked,
        bars ? bar_text(section->right, section->asked, &page->arena) : "",
        bars ? "  " : "",
        is_reached
            ? arena_printf(&page->arena, "%3d to %3d %%", range.low, range.high)
            : " not reached");

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
    page_text(page, STYLE_HEADING,
              STR("By section: questions right of those asked"));
    for (size_t i = 0; i < review->result.section_count; i++)
        if (review->result.sections[i].asked > 0)
            add_section(page, review->exam->sections[i].title,
                        &review->result.sections[i],
                        is_section_reached(review, i), bars);
    page_text(page, STYLE_DIM,
              STR("The range is the 95 % interval (Wilson): few questions say "
                  "little."));
}

static void add_remarks(struct page *page, const struct review *review)
{
    struct str_list remarks = review_remarks(review, &page->arena);

    for (size_t i = 0; i < remarks.count; i++)
        page_text(page, STYLE_NORMAL, remarks.items[i]);
    page_gap(page);
}

void result_page(struct page *page, const struct review *review, bool bars)
{
    add_verdict(page, review);
    add_remarks(page, review);
    add_circumstances(page, review);
    add_sections(page, review, bars);
}
