/*
 * The sheet before a sitting: this form and its time, what is missing, then
 * the exam's own figures with how sure each is. A practice has no verdict and
 * no figures; it says what it tells on the way.
 */
#include "start_view.h"

#include <string.h>

#include "proctor/app/sheet.h"

static const char marks[] = "ABCM";

/* " [A]": explained at the foot of the sheet. */
static const char *mark_text(char confidence, struct arena *arena)
{
    return confidence == '\0' ? "" : arena_printf(arena, " [%c]", confidence);
}

static void add_row(struct page *page, const char *label, const char *value)
{
    page_lead(page, STYLE_NORMAL, arena_printf(&page->arena, "%s: ", label),
              str_from(value));
}

static void add_count(struct page *page, const struct session_plan *plan)
{
    int pretest = (int)plan->form.count - plan->form.scored;

    if (pretest == 0)
        add_row(page, "This form",
                arena_printf(&page->arena, "%zu questions, all scored",
                             plan->form.count));
    else
        add_row(page, "This form",
                arena_printf(&page->arena,
                             "%d questions scored and %d pretest, not scored "
                             "and not marked as such",
                             plan->form.scored, pretest));
}

/* What the time holds of it; empty without one. */
static const char *accommodation_words(const struct candidate *candidate,
                                       struct arena *arena)
{
    bool by_percent = candidate->time_percent != 100;
    bool by_minutes = candidate->added_minutes != 0;
    const char *percent =
        arena_printf(arena, "%d %% of the time", candidate->time_percent);
    const char *minutes =
        arena_printf(arena, "%d minutes added", candidate->added_minutes);

    if (!by_percent && !by_minutes)
        return "";
    return arena_printf(arena, " with your accommodation: %s%s%s",
                        by_percent ? percent : "",
                        by_percent && by_minutes ? ", " : "",
                        by_minutes ? minutes : "");
}

static void add_time(struct page *page, const struct session_plan *plan)
{
    const struct candidate *candidate = plan->candidate;
    char limit[DURATION_SIZE];

    if (plan->limit_ms == 0) {
        add_row(page, "Your time", "no limit");
        return;
    }
    duration_words(plan->limit_ms, limit);
    add_row(page, "Your time",
            arena_printf(&page->arena, "%s%s", limit,
                         accommodation_words(candidate, &page->arena)));
}

/* Marks to reach, where every question of the form is worth the same. */
static int marks_needed(const struct session_plan *plan, int percent)
{
    const struct form *form = &plan->form;

    for (size_t i = 0; i < form->count; i++) {
        const struct form_slot *slot = &form->slots[i];
        int points = slot->section >= 0
                         ? plan->entry.exam->sections[slot->section].points
                         : 1;

        if (slot->scored &&
            (points != 1 ||
             plan->pool.items[slot->item].about.kind == ITEM_CODES))
            return 0;
    }
    return (form->scored * percent + 99) / 100;
}

static void add_pass(struct page *page, const struct session_plan *plan)
{
    const struct exam_pass *pass = &plan->entry.exam->pass;
    int percent = pass->kind == PASS_PERCENT  ? pass->percent
                  : pass->kind == PASS_SCALED ? pass->verdict_cut
                                              : 0;
    const char *assumed = pass->kind == PASS_SCALED ? ", an assumed cut" : "";
    int needed = marks_needed(plan, percent);

    if (percent == 0 || plan->entry.exam->type == EXAM_PRACTICE_SET)
        return;
    if (needed > 0)
        add_row(page, "Marks needed",
                arena_printf(&page->arena, "%d of %d (%d %%%s)", needed,
                             plan->form.scored, percent, assumed));
    else
        add_row(page, "Marks needed",
                arena_printf(&page->arena, "%d %%%s", percent, assumed));
}

static void add_notes(struct page *page, const struct session_plan *plan)
{
    for (size_t i = 0; i < plan->notes.count; i++)
        page_lead(page, STYLE_WARNING, "! ", plan->notes.items[i]);
    if (plan->seed_given)
        page_text(page, STYLE_NORMAL,
                  STR("Drawn with the seed you gave: what you met before did "
                      "not matter."));
}

static void add_figures(struct page *page, const struct exam *exam)
{
    struct sheet sheet;

    page_gap(page);
    page_text(page, STYLE_HEADING, STR("The exam"));
    sheet_of(exam, &page->arena, &sheet);
    for (size_t i = 0; i < sheet.count; i++)
        add_row(
            page, sheet.rows[i].label,
            arena_printf(&page->arena, "%s%s", sheet.rows[i].value,
                         mark_text(sheet.rows[i].confidence, &page->arena)));
    if (exam->pass.kind == PASS_SCALED)
        page_printf(page, STYLE_NORMAL,
                    "The verdict of the result assumes a cut of %d %%.",
                    exam->pass.verdict_cut);
}

/* " (30 to 34 %)"; nothing when it would repeat the count beside it. */
static const char *size_text(const struct exam_section *section, int asked,
                             struct arena *arena)
{
    const char *size = sheet_section_size(section, arena);

    return strcmp(size, arena_printf(arena, "%d", asked)) == 0
               ? ""
               : arena_printf(arena, " (%s)", size);
}

static void add_section(struct page *page, const struct exam_section *section,
                        int got, int asked, bool beside_short)
{
    const char *lead =
        beside_short ? arena_printf(&page->arena, "%3d of %-3d  ", got, asked)
                     : arena_printf(&page->arena, "%3d  ", got);

    page_lead(page, got < asked ? STYLE_WARNING : STYLE_NORMAL, lead,
              str_from(arena_printf(
                  &page->arena, STR_FORMAT "%s%s", STR_ARG(section->title),
                  size_text(section, asked, &page->arena),
                  mark_text(section->confidence, &page->arena))));
}

static bool has_short_section(const struct session_plan *plan)
{
    for (size_t i = 0; i < plan->entry.exam->section_count; i++)
        if (plan->form.section_got[i] < plan->form.section_asked[i])
            return true;
    return false;
}

static void add_sections(struct page *page, const struct session_plan *plan)
{
    const struct exam *exam = plan->entry.exam;
    bool has_short = has_short_section(plan);

    page_gap(page);
    page_text(page, STYLE_HEADING, STR("Sections, as drawn (as published)"));
    for (size_t i = 0; i < exam->section_count; i++)
        add_section(page, &exam->sections[i], plan->form.section_got[i],
                    plan->form.section_asked[i], has_short);
}

static void add_legend(struct page *page)
{
    page_gap(page);
    for (size_t i = 0; i < strlen(marks); i++)
        page_printf(page, STYLE_DIM, "[%c] %s", marks[i],
                    sheet_confidence(marks[i]));
}

static void exam_page(struct page *page, const struct session_plan *plan)
{
    if (plan->form.is_short)
        page_text(page, STYLE_WARNING, STR("SHORT FORM"));
    add_count(page, plan);
    add_time(page, plan);
    add_pass(page, plan);
    add_row(page, "Guessing",
            "free: no answer counts as a wrong one, never less");
    add_row(page, "Leaving",
            "Ctrl-C asks. The clock runs on, or you stop it and the attempt "
            "counts as practice");
    add_notes(page, plan);
    add_figures(page, plan->entry.exam);
    add_sections(page, plan);
    add_legend(page);
}

/* --- practice ------------------------------------------------------------- */

static void add_feedback(struct page *page, const struct session_plan *plan)
{
    add_row(page, "Right or wrong",
            plan->gives_feedback
                ? "s tells after each question, with the reasons; the answer "
                  "then stays"
                : "told at the end");
    add_row(page, "Hints",
            plan->gives_hints
                ? "on: y gives one. A question with a hint no longer counts as "
                  "evidence of what you know"
                : "off");
}

static void add_parts(struct page *page, const struct session_plan *plan)
{
    const struct exam *exam = plan->entry.exam;

    if (exam->section_count < 2)
        return;
    page_gap(page);
    page_text(page, STYLE_HEADING, STR("What they are about"));
    for (size_t i = 0; i < exam->section_count; i++)
        add_section(page, &exam->sections[i], plan->form.section_got[i],
                    plan->form.section_got[i], false);
}

static void practice_page(struct page *page, const struct session_plan *plan)
{
    page_text(page, STYLE_NORMAL,
              plan->mode == MODE_REDO
                  ? STR("Questions you had before: no verdict, and no evidence "
                        "of what you know.")
                  : STR("No verdict: this is for learning."));
    page_gap(page);
    add_row(page, "Questions",
            arena_printf(&page->arena, "%zu", plan->form.count));
    add_time(page, plan);
    add_feedback(page, plan);
    add_row(page, "Leaving", "Ctrl-C asks. A practice that is left waits");
    page_gap(page);
    for (size_t i = 0; i < plan->notes.count; i++)
        page_lead(page, STYLE_NORMAL, "- ", plan->notes.items[i]);
    add_parts(page, plan);
}

static void tutorial_page(struct page *page, const struct session_plan *plan)
{
    page_printf(page, STYLE_NORMAL,
                "%zu questions to try the keys on. There is no clock, nothing "
                "is kept, and no key does harm.",
                plan->form.count);
    page_gap(page);
    page_text(
        page, STYLE_NORMAL,
        STR("The line at the foot names the keys that are of use; ? tells "
            "them all."));
    page_gap(page);
    add_feedback(page, plan);
}

void start_page(struct page *page, const struct session_plan *plan)
{
    const struct exam *exam = plan->entry.exam;

    page_text(page, STYLE_HEADING, exam->title);
    if (exam->type == EXAM_TUTORIAL)
        tutorial_page(page, plan);
    else if (plan->mode == MODE_EXAM)
        exam_page(page, plan);
    else
        practice_page(page, plan);
}
