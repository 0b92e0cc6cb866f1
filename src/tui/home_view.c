/*
 * The first screen: what waits, what can be sat, how it went. Troubles of the
 * database stand above all.
 */
#include "home_view.h"

#include <string.h>

#include "proctor/platform/clock.h"

/* "2026-11-23 " of a formatted date. */
#define DAY_LENGTH 11

/* Who may only read has the exam open elsewhere. */
static bool can_go_on(const struct home_view *view)
{
    return view->running && !view->read_only_holder;
}

enum home_choice home_choice(const struct home_view *view, int choice,
                             size_t *index_out)
{
    size_t at = (size_t)choice;

    *index_out = 0;
    if (choice < 0)
        return HOME_NOTHING;
    if (can_go_on(view) && at-- == 0)
        return HOME_RUNNING;
    *index_out = at;
    if (at < view->exams.count)
        return HOME_EXAM;
    *index_out = at - view->exams.count;
    return *index_out < view->attempts.count ? HOME_ATTEMPT : HOME_NOTHING;
}

static void add_troubles(struct page *page, const struct home_view *view)
{
    if (view->read_only_holder)
        page_lead(
            page, STYLE_WARNING, "! ",
            str_from(arena_printf(
                &page->arena,
                "Opened for reading only%s%s: no exam can be sat here.",
                view->read_only_holder[0] ? ", since it is in use by " : "",
                view->read_only_holder)));
    if (view->is_remote)
        page_lead(page, STYLE_WARNING, "! ",
                  STR("The database lies on a network file system: slower, "
                      "safer settings are on. --db puts it elsewhere."));
    page_gap(page);
}

/* "14:05"; with the date when that is not today's. */
static const char *moment_text(const struct home_view *view, int64_t utc_ms,
                               struct arena *arena)
{
    char then[CLOCK_DATE_SIZE], now[CLOCK_DATE_SIZE];

    clock_format(utc_ms, view->zone_minutes, then);
    clock_format(view->now_utc_ms, view->zone_minutes, now);
    return arena_strdup(
        arena, strncmp(then, now, DAY_LENGTH) == 0 ? then + DAY_LENGTH : then);
}

/* The time that is left is told as of the moment it was stored: what became of
 * it since is asked when the candidate goes on. */
static const char *running_text(const struct home_view *view,
                                struct arena *arena)
{
    const struct interruption *running = view->running;
    char left[DURATION_SIZE];
    const char *text =
        arena_printf(arena, "%s, %d of %d answered; saved %s",
                     running->exam_title, running->answered, running->count,
                     moment_text(view, running->saved_utc_ms, arena));

    if (running->limit_ms == 0)
        return text;
    duration_clock(running->limit_ms - running->used_ms, left);
    return arena_printf(arena, "%s, %s left then", text, left);
}

static void add_running(struct page *page, const struct home_view *view)
{
    const char *text = running_text(view, &page->arena);

    if (can_go_on(view)) {
        page_text(page, STYLE_HEADING, STR("An exam waits for you"));
        page_choice(page, STYLE_NORMAL, "Go on: ", str_from(text));
    } else {
        page_text(page, STYLE_HEADING,
                  STR("An exam is open in another proctor: go on there"));
        page_text(page, STYLE_NORMAL, str_from(text));
    }
    page_gap(page);
}

static const char *supply_text(const struct exam_entry *entry,
                               struct arena *arena)
{
    if (!entry->supply)
        return "counting";
    if (entry->fillable == 0)
        return "no questions loaded";
    if (entry->is_full)
        return arena_printf(arena, "%d questions, full", entry->needed);
    return arena_printf(arena, "short: %d of %d", entry->fillable,
                        entry->needed);
}

/* All were counted, and nothing can be asked. */
static bool has_no_questions(const struct exam_entries *exams)
{
    for (size_t i = 0; i < exams->count; i++)
        if (!exams->items[i].supply || exams->items[i].fillable > 0)
            return false;
    return exams->count > 0;
}

static void add_exams(struct page *page, const struct home_view *view)
{
    page_text(page, STYLE_HEADING, STR("Exams: choose one to sit"));
    for (size_t i = 0; i < view->exams.count; i++) {
        const struct exam_entry *entry = &view->exams.items[i];

        page_row(page, STYLE_NORMAL,
                 str_from(arena_printf(
                     &page->arena, "%-8.*s %-22s " STR_FORMAT "%s",
                     STR_ARG(entry->exam->id), supply_text(entry, &page->arena),
                     STR_ARG(entry->exam->title),
                     entry->exam->type == EXAM_PRACTICE_SET ? " (practice set)"
                                                            : "")));
    }
    if (has_no_questions(&view->exams))
        page_text(page, STYLE_WARNING,
                  STR("No question bank is loaded. Leave with q, then: proctor "
                      "import FILES"));
    if (view->exams.count == 0)
        page_text(page, STYLE_NORMAL,
                  STR("No exam is loaded. Leave with q, then load question "
                      "banks and exams with: proctor import FILES"));
    page_gap(page);
}

static const char *outcome_text(const struct attempt_row *row,
                                struct arena *arena)
{
    char earned[MARKS_SIZE], possible[MARKS_SIZE];

    if (!row->has_result)
        return sitting_state_label(row->state);
    marks_format(row->earned, earned);
    marks_format(row->possible, possible);
    return arena_printf(arena, "%s of %s marks, %s%s%s", earned, possible,
                        row->state == SITTING_ABANDONED
                            ? sitting_state_label(row->state)
                            : verdict_label(row->verdict),
                        row->interrupted ? ", interrupted" : "",
                        row->is_short ? ", short form" : "");
}

static void add_attempts(struct page *page, const struct home_view *view)
{
    if (view->attempts.count == 0)
        return;
    page_text(page, STYLE_HEADING, STR("Results"));
    for (size_t i = 0; i < view->attempts.count; i++) {
        const struct attempt_row *row = &view->attempts.items[i];
        char date[CLOCK_DATE_SIZE];

        clock_format(row->started_utc_ms, row->zone_minutes, date);
        page_row(page, STYLE_NORMAL,
                 str_from(arena_printf(&page->arena, "%s  %-8s %s", date,
                                       row->exam,
                                       outcome_text(row, &page->arena))));
    }
}

void home_page(struct page *page, const struct home_view *view)
{
    add_troubles(page, view);
    if (view->running)
        add_running(page, view);
    add_exams(page, view);
    add_attempts(page, view);
}
