/*
 * The result: the verdict in one sentence, what has to be said beside it, what
 * can be done next, the sections with how sure their numbers are, and what the
 * times and changed answers tell.
 */
#include "result_view.h"

#include "proctor/domain/timing.h"
#include "proctor/platform/clock.h"

#include "answers_place.h"

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

static void add_remarks(struct page *page, const struct review *review)
{
    struct str_list remarks = review_remarks(review, &page->arena);

    for (size_t i = 0; i < remarks.count; i++)
        page_text(page, STYLE_NORMAL, remarks.items[i]);
    page_gap(page);
}

/* What was not reached is not told once more as left blank. Of a practice the
 * headline says it all. */
static void add_counts(struct page *page, const struct review *review)
{
    int blank = 0, not_reached = 0;

    if (review->attempt.mode != MODE_EXAM)
        return;
    for (size_t i = 0; i < review->count; i++) {
        const struct scored_item *item = &review->items[i].scored;

        not_reached += item->counts && !item->reached;
        blank += item->counts && item->reached && item->blank;
    }
    page_printf(page, STYLE_NORMAL,
                "%d of %d questions right, %d left blank, %d not reached.",
                review->result.right, review->result.asked, blank, not_reached);
}

/* What was used of the time is told with the findings. */
static void add_circumstances(struct page *page, const struct review *review)
{
    const struct attempt_row *attempt = &review->attempt;
    char date[CLOCK_DATE_SIZE];

    clock_format(attempt->started_utc_ms, attempt->zone_minutes, date);
    page_printf(page, STYLE_NORMAL, "Begun %s, %s.", date,
                sitting_state_label(attempt->state));
    add_counts(page, review);
}

/* --- acts ----------------------------------------------------------------- */

static bool has_missed(const struct review *review)
{
    for (int pos = 0; pos < (int)review->count; pos++)
        if (answers_may_show(review, pos) &&
            review_matches(&review->items[pos], REVIEW_WRONG))
            return true;
    return false;
}

static bool is_offered(const struct review *review, enum result_act act)
{
    if (act == RESULT_MISSED || act == RESULT_PRACTICE)
        return has_missed(review);
    return act != RESULT_COMPARE ||
           (review->attempt.mode == MODE_EXAM &&
            review->attempt.state != SITTING_ABANDONED);
}

static void add_acts(struct page *page, const struct review *review)
{
    static const char *const labels[] = {
#define X(NAME, label) label,
        RESULT_ACTS(X)
#undef X
    };

    page_gap(page);
    for (int act = 0; act < RESULT_SECTION; act++)
        if (is_offered(review, (enum result_act)act))
            page_choice(page, STYLE_NORMAL, "", str_from(labels[act]));
    if (review->attempt.state == SITTING_ABANDONED)
        page_text(page, STYLE_DIM,
                  STR("Of an abandoned attempt only what you saw is shown; the "
                      "rest stays unknown."));
}

/* --- sections ------------------------------------------------------------- */

/* One that was not gives nothing to estimate from. */
static bool is_reached(const struct review *review, size_t section)
{
    for (size_t i = 0; i < review->count; i++)
        if (review->items[i].scored.reached &&
            review->items[i].scored.section == (int)section)
            return true;
    return false;
}

/* The time a question of it took, in the middle; empty when unknown. */
static const char *time_of(const struct review *review, size_t section,
                           struct arena *arena)
{
    const struct retrospect *retrospect = &review->retrospect;
    char text[DURATION_SIZE];

    if (section >= retrospect->section_count ||
        retrospect->sections[section].all.count == 0)
        return "";
    duration_exact(retrospect->sections[section].all.median_ms, text);
    return arena_strdup(arena, text);
}

static void add_line(struct page *page, const struct result_view *view,
                     size_t index)
{
    const struct review *review = view->review;
    const struct section_result *section = &review->result.sections[index];
    const struct share share = {section->right, section->asked,
                                review->result.cut};
    struct arena *arena = &page->arena;
    const char *numbers =
        is_reached(review, index)
            ? share_text(page, &share, view->look.ink)
            : arena_printf(arena, "%-*s", share_columns(page), "not reached");

    page_choice(page, STYLE_NORMAL,
                arena_printf(arena, "%3d of %-3d  %s%11s  ", section->right,
                             section->asked, numbers,
                             time_of(review, index, arena)),
                review->exam->sections[index].title);
}

/* "9 to 91 %", or that there is nothing to estimate from. */
static const char *range_of(const struct review *review, size_t index,
                            struct arena *arena)
{
    const struct section_result *section = &review->result.sections[index];
    struct interval likely = wilson_interval(section->right, section->asked);

    if (!is_reached(review, index))
        return "not reached";
    return arena_printf(arena, "%d to %d %%", likely.low, likely.high);
}

/* The title, and the numbers in a line of their own. */
static void add_block(struct page *page, const struct review *review,
                      size_t index)
{
    const struct section_result *section = &review->result.sections[index];
    struct arena *arena = &page->arena;
    const char *time = time_of(review, index, arena);
    const char *numbers =
        arena_printf(arena, "%d of %d, %s%s%s", section->right, section->asked,
                     range_of(review, index, arena), time[0] ? ", each " : "",
                     time);

    page_choice(page, STYLE_NORMAL, "",
                str_from(arena_printf(
                    arena, STR_FORMAT "\n %s",
                    STR_ARG(review->exam->sections[index].title), numbers)));
}

/* Gives the line of the heading. */
static int add_sections(struct page *page, const struct result_view *view)
{
    const struct review *review = view->review;
    size_t *order = review_section_order(review, view->by_loss, &page->arena);
    int heading;

    page_gap(page);
    heading = (int)page->lines.count;
    page_printf(page, STYLE_HEADING, "Sections, %s",
                view->by_loss ? "most marks lost first" : "in their order");
    page_text(page, STYLE_DIM,
              STR("Right of asked, likely share (95 %), usual time of a "
                  "question"));
    for (size_t i = 0; i < review->result.section_count; i++) {
        if (review->result.sections[order[i]].asked == 0)
            continue;
        if (share_has_rows(page, &view->look))
            add_line(page, view, order[i]);
        else
            add_block(page, review, order[i]);
    }
    if (share_has_rows(page, &view->look))
        page_kept(page, STYLE_DIM,
                  review->result.cut > 0 ? STR(CHART_BAR_LEGEND)
                                         : STR(CHART_INTERVAL_LEGEND));
    return heading;
}

/* --- what else ------------------------------------------------------------ */

/* Would it have been enough? The issuer does not say where it cuts. */
static void add_cuts(struct page *page, const struct review *review)
{
    const struct exam_pass *pass = &review->exam->pass;
    struct str columns[] = {STR("Assumed cut"), STR("Marks needed"),
                            STR("With yours")};
    struct str cells[EXAM_CUTS_MAX * 3];
    struct exhibit table = {.title = STR("Cuts that are assumed"),
                            .columns = {columns, 3},
                            .cells = cells,
                            .row_count = (size_t)pass->cut_count};

    if (pass->kind != PASS_SCALED || pass->cut_count == 0 ||
        review->result.verdict == VERDICT_NONE)
        return;
    for (int i = 0; i < pass->cut_count; i++) {
        int needed = score_needed(review->result.score.possible, pass->cuts[i]);
        char marks[MARKS_SIZE];
        bool passes = score_passes(review->result.score, pass->cuts[i]);

        marks_format(needed, marks);
        cells[3 * i] =
            str_from(arena_printf(&page->arena, "%d %%", pass->cuts[i]));
        cells[3 * i + 1] = str_from(arena_strdup(&page->arena, marks));
        cells[3 * i + 2] = str_from(
            verdict_label(passes ? VERDICT_PASSED : VERDICT_NOT_PASSED));
    }
    page_exhibit(page, &table);
}

static void add_findings(struct page *page, const struct review *review)
{
    struct str_list findings = review_findings(review, &page->arena);

    if (findings.count == 0)
        return;
    page_gap(page);
    page_text(page, STYLE_HEADING, STR("What else it shows"));
    for (size_t i = 0; i < findings.count; i++)
        page_lead(page, STYLE_NORMAL, "- ", findings.items[i]);
}

int result_page(struct page *page, const struct result_view *view)
{
    int sections;

    add_verdict(page, view->review);
    add_remarks(page, view->review);
    add_circumstances(page, view->review);
    add_acts(page, view->review);
    add_cuts(page, view->review);
    sections = add_sections(page, view);
    add_findings(page, view->review);
    return sections;
}

/* --- choices -------------------------------------------------------------- */

enum result_act result_choice(const struct result_view *view, int choice,
                              int *section_out)
{
    const struct review *review = view->review;
    struct arena scratch = {0};
    size_t *order = review_section_order(review, view->by_loss, &scratch);
    enum result_act found = RESULT_NOTHING;

    for (int act = 0; act < RESULT_SECTION && found == RESULT_NOTHING; act++)
        if (is_offered(review, (enum result_act)act) && choice-- == 0)
            found = (enum result_act)act;
    for (size_t i = 0;
         i < review->result.section_count && found == RESULT_NOTHING; i++) {
        if (review->result.sections[order[i]].asked == 0 || choice-- != 0)
            continue;
        *section_out = (int)order[i];
        found = RESULT_SECTION;
    }
    arena_finish(&scratch);
    return found;
}
