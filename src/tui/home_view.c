/*
 * The first screen: what to do next, what waits, how far away the exam is,
 * what is weak, how it went, what can be sat. Troubles of the database stand
 * above all.
 */
#include "home_view.h"

#include <string.h>

#include "proctor/app/practice.h"
#include "proctor/platform/clock.h"

/* "2026-11-23 " of a formatted date. */
#define DAY_LENGTH 11
/* Results on a page that is not tall. */
#define RESULTS_FEW 2
#define TALL_ROWS 24

struct builder {
    struct page *page;
    const struct home_view *view;
    struct home_choices *choices;
};

/* To be called before the choice is put on the page. */
static void note_choice(const struct builder *build, enum home_goal goal,
                        size_t index)
{
    build->choices->items[build->choices->count++] =
        (struct home_choice){goal, index};
}

/* Who may only read has the exam open elsewhere. */
static bool may_write(const struct home_view *view)
{
    return !view->read_only_holder;
}

static void add_troubles(struct page *page, const struct home_view *view)
{
    if (view->read_only_holder)
        page_lead(page, STYLE_WARNING, "! ",
                  str_from(arena_printf(
                      &page->arena,
                      "Opened for reading only, no exam can be sat here%s%s.",
                      view->read_only_holder[0] ? ": " : "",
                      view->read_only_holder)));
    if (view->is_remote)
        page_lead(page, STYLE_WARNING, "! ",
                  STR("The database lies on a network file system: slower, "
                      "safer settings are on. --db puts it elsewhere."));
    page_gap(page);
}

/* --- what waits ----------------------------------------------------------- */

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

/* "saved 14:05, 2:30:00 left then": what became of the time since is asked when
 * the candidate goes on. */
static const char *saved_text(const struct home_view *view,
                              const struct interruption *waiting,
                              struct arena *arena)
{
    const char *moment = moment_text(view, waiting->saved_utc_ms, arena);
    char left[DURATION_SIZE];

    if (waiting->limit_ms == 0)
        return arena_printf(arena, "saved %s", moment);
    duration_clock(waiting->limit_ms - waiting->used_ms, left);
    return arena_printf(arena, "saved %s, %s left then", moment, left);
}

static const char *waiting_text(const struct home_view *view,
                                const struct interruption *waiting,
                                struct arena *arena)
{
    return arena_printf(arena, "%s, %d of %d answered; %s", waiting->exam_title,
                        waiting->answered, waiting->count,
                        saved_text(view, waiting, arena));
}

/* Below the line that tells how much is answered. */
static void add_details(const struct builder *build,
                        const struct interruption *waiting)
{
    struct arena *arena = &build->page->arena;

    page_lead(build->page, STYLE_NORMAL, "  ",
              str_from(arena_printf(arena, "%s; %s", waiting->exam_title,
                                    saved_text(build->view, waiting, arena))));
}

static void add_next(const struct builder *build)
{
    if (!may_write(build->view))
        return;
    note_choice(build, HOME_NEXT, 0);
    page_choice(build->page, STYLE_HEADING,
                "Next: ", str_from(build->view->next_words));
}

/* What waits and is not the next thing anyway has a choice of its own. */
static void add_waiting(const struct builder *build)
{
    const struct home_view *view = build->view;
    const struct home *home = view->home;
    struct arena *arena = &build->page->arena;

    if (home->is_running && may_write(view))
        add_details(build, &home->running);
    else if (home->is_running)
        page_printf(build->page, STYLE_NORMAL,
                    "An exam is open in another proctor, go on there: %s",
                    waiting_text(view, &home->running, arena));
    if (!home->practice_runs)
        return;
    if (!may_write(view)) {
        page_lead(build->page, STYLE_NORMAL, "  ",
                  str_from(waiting_text(view, &home->practice, arena)));
    } else if (view->next == NEXT_PRACTICE) {
        add_details(build, &home->practice);
    } else {
        note_choice(build, HOME_PRACTICE, 0);
        page_choice(build->page, STYLE_NORMAL, "Go on: ",
                    str_from(waiting_text(view, &home->practice, arena)));
    }
}

/* --- the exam ahead ------------------------------------------------------- */

static const char *days_text(const struct home *home, struct arena *arena)
{
    int days = home->days_left;

    if (!home->has_date)
        return "no exam date is set";
    if (days > 1)
        return arena_printf(arena, "%d days to your exam", days);
    if (days < -1)
        return arena_printf(arena, "your exam was %d days ago", -days);
    return days == 1   ? "your exam is tomorrow"
           : days == 0 ? "your exam is today"
                       : "your exam was yesterday";
}

static const char *fresh_text(const struct home *home, struct arena *arena)
{
    int mocks = home->fresh_mocks;

    if (!home->is_counted)
        return "Counting the fresh mock exams that are left";
    if (mocks < 0)
        return "No full mock exam can be drawn: the loaded banks are too small";
    if (mocks == 0)
        return "No fresh mock exam is left: a further one repeats questions";
    return arena_printf(arena,
                        "%d%s fresh mock exam%s left; what they need is kept "
                        "back from practice",
                        mocks, mocks == FRESH_MOCKS_MOST ? " or more" : "",
                        mocks == 1 ? "" : "s");
}

static void add_exam_ahead(const struct builder *build)
{
    const struct home *home = build->view->home;
    struct page *page = build->page;

    page_gap(page);
    if (!home->exam) {
        page_text(page, STYLE_NORMAL, STR("No exam is chosen to prepare for."));
        return;
    }
    page_printf(page, STYLE_HEADING, STR_FORMAT ": %s.",
                STR_ARG(home->exam->title), days_text(home, &page->arena));
    page_printf(page, STYLE_NORMAL, "%s.", fresh_text(home, &page->arena));
}

/* "7 of 12 right, costs about 2.4 marks" */
static const char *area_text(const struct area *area, struct arena *arena)
{
    if (area_is_thin(area))
        return arena_printf(arena, "too few questions to tell (%d)",
                            area->asked);
    if (area->expected <= 0)
        return arena_printf(arena, "%d of %d right", area->right, area->asked);
    return arena_printf(arena, "%d of %d right, costs about %.1f marks",
                        area->right, area->asked, area->lost);
}

/* Areas that were never asked about are no news. */
static void add_weak(const struct builder *build)
{
    const struct areas *areas = &build->view->home->areas;
    struct page *page = build->page;
    int told = 0;

    for (size_t i = 0; i < areas->count && told < HOME_WEAK; i++) {
        const struct area *area = &areas->items[i];

        if (area->asked == 0)
            continue;
        if (told++ == 0) {
            page_gap(page);
            page_text(page, STYLE_HEADING, STR("Where most is to be gained"));
        }
        note_choice(build, HOME_WEAK_AREA, i);
        page_choice(page, STYLE_NORMAL, "",
                    str_from(arena_printf(&page->arena, STR_FORMAT ": %s",
                                          STR_ARG(area->title),
                                          area_text(area, &page->arena))));
    }
}

/* --- results -------------------------------------------------------------- */

static const char *outcome_text(const struct attempt_row *row,
                                struct arena *arena)
{
    char earned[MARKS_SIZE], possible[MARKS_SIZE];

    if (!row->has_result)
        return sitting_state_label(row->state);
    marks_format(row->earned, earned);
    marks_format(row->possible, possible);
    return arena_printf(
        arena, "%s of %s marks, %s%s%s", earned, possible,
        row->state == SITTING_ABANDONED ? sitting_state_label(row->state)
        : row->mode != MODE_EXAM        ? attempt_mode_id(row->mode)
                                        : verdict_label(row->verdict),
        row->interrupted && row->mode == MODE_EXAM ? ", interrupted" : "",
        row->is_short && row->mode == MODE_EXAM ? ", short form" : "");
}

static void add_results(const struct builder *build)
{
    const struct attempt_rows *rows = &build->view->home->results;
    struct page *page = build->page;
    size_t most = page->height >= TALL_ROWS ? HOME_RESULTS : RESULTS_FEW;

    if (rows->count == 0)
        return;
    page_gap(page);
    page_text(page, STYLE_HEADING, STR("Last results"));
    for (size_t i = 0; i < rows->count && i < most; i++) {
        const struct attempt_row *row = &rows->items[i];
        char date[CLOCK_DATE_SIZE];

        clock_format(row->started_utc_ms, row->zone_minutes, date);
        note_choice(build, HOME_RESULT, i);
        page_row(page, STYLE_NORMAL,
                 str_from(arena_printf(&page->arena, "%s  %s: %s", date,
                                       row->exam,
                                       outcome_text(row, &page->arena))));
    }
}

/* --- exams and doors ------------------------------------------------------ */

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

static void add_exams(const struct builder *build)
{
    const struct exam_entries *exams = &build->view->exams;
    struct page *page = build->page;

    page_gap(page);
    page_text(page, STYLE_HEADING, STR("Exams: choose one to sit"));
    for (size_t i = 0; i < exams->count; i++) {
        const struct exam_entry *entry = &exams->items[i];

        note_choice(build, HOME_EXAM, i);
        page_row(page, STYLE_NORMAL,
                 str_from(arena_printf(
                     &page->arena, "%-8.*s %-22s " STR_FORMAT "%s",
                     STR_ARG(entry->exam->id), supply_text(entry, &page->arena),
                     STR_ARG(entry->exam->title),
                     entry->exam->type == EXAM_PRACTICE_SET ? " (practice set)"
                                                            : "")));
    }
    if (exams->count == 0)
        page_text(page, STYLE_NORMAL, STR("No exam is loaded."));
}

static void add_doors(const struct builder *build)
{
    const enum command *doors = build->view->doors;
    struct page *page = build->page;

    page_gap(page);
    page_text(page, STYLE_HEADING, STR("More, each by its key"));
    for (size_t i = 0; doors[i] != CMD_NONE; i++) {
        note_choice(build, HOME_DOOR, i);
        page_choice(page, STYLE_NORMAL,
                    arena_printf(&page->arena, STR_FORMAT "  ",
                                 STR_ARG(command_first_key(doors[i]))),
                    str_from(arena_printf(&page->arena, "%s: %s",
                                          command_hint(doors[i]),
                                          command_help(doors[i]))));
    }
}

static size_t most_choices(const struct home_view *view)
{
    size_t doors = 0;

    while (view->doors[doors] != CMD_NONE)
        doors++;
    return 2 + HOME_WEAK + HOME_RESULTS + view->exams.count + doors;
}

void home_page(struct page *page, const struct home_view *view,
               struct home_choices *out)
{
    struct builder build = {page, view, out};

    *out = (struct home_choices){
        .items =
            ARENA_ARRAY(&page->arena, struct home_choice, most_choices(view)),
    };
    add_troubles(page, view);
    add_next(&build);
    add_waiting(&build);
    add_exam_ahead(&build);
    add_weak(&build);
    add_results(&build);
    add_exams(&build);
    add_doors(&build);
}
