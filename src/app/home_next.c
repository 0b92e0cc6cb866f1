/*
 * What is best done next: the first step of NEXT_STEPS whose rule holds, and
 * why, as one sentence. The rules, with their reasons: docs/home.md.
 */
#include "proctor/app/home.h"

#include "sentences.h"

/* A mock is due after so many days, and sooner when the exam is near. */
#define MOCK_DAYS 14
#define MOCK_DAYS_NEAR 7
#define NEAR_DAYS 14
/* On the day before the exam, and on it, nothing is left to be done. */
#define REST_DAYS 1
/* What an area should come to where no exam says it. */
#define PASS_PERCENT_USUAL 70

const char *next_step_id(enum next_step step)
{
    static const char *const ids[] = {
#define X(NAME, id) id,
        NEXT_STEPS(X)
#undef X
    };

    return ids[step];
}

/* --- rules ---------------------------------------------------------------- */

static bool is_near(const struct home *home, int days)
{
    return home->has_date && home->days_left >= 0 && home->days_left <= days;
}

/* Until they are counted there may be as many as are asked for. A first mock
 * need not be all fresh, but full. */
static bool has_mocks(const struct home *home, int fresh)
{
    return !home->is_counted || home->fresh_mocks >= fresh;
}

static bool is_mock_due(const struct home *home)
{
    int days = is_near(home, NEAR_DAYS) ? MOCK_DAYS_NEAR : MOCK_DAYS;

    if (!home->has_mock)
        return has_mocks(home, 0);
    return home->days_since_mock >= days && has_mocks(home, 1);
}

static bool is_review_due(const struct home *home)
{
    return home->has_mock && !home->mock_was_read;
}

static bool lacks_questions(const struct home *home)
{
    return !home->has_mock && home->is_counted && home->fresh_mocks < 0;
}

static int wanted_percent(const struct home *home)
{
    int percent = score_cut(home->exam);

    return percent > 0 ? percent : PASS_PERCENT_USUAL;
}

/* They are in the order of what they cost. */
const struct area *home_weak_area(const struct home *home)
{
    for (size_t i = 0; i < home->areas.count; i++) {
        const struct area *area = &home->areas.items[i];

        if (!area_is_thin(area) && area->estimate * 100 < wanted_percent(home))
            return area;
    }
    return NULL;
}

enum next_step home_next(const struct home *home)
{
    if (home->is_running)
        return NEXT_RESUME;
    if (home->practice_runs)
        return NEXT_PRACTICE;
    if (home->items == 0)
        return NEXT_IMPORT;
    if (!home->exam)
        return NEXT_CHOOSE;
    if (is_near(home, REST_DAYS))
        return NEXT_REST;
    if (is_mock_due(home))
        return NEXT_MOCK;
    if (is_review_due(home))
        return NEXT_REVIEW;
    if (home_weak_area(home))
        return NEXT_WEAK;
    return lacks_questions(home) ? NEXT_FILL : NEXT_REST;
}

/* --- in words ------------------------------------------------------------- */

static const char *resume_words(const struct home *home, struct arena *arena)
{
    const struct interruption *running = &home->running;
    const char *clock = "";

    if (running->limit_ms > 0)
        clock = running->left_stopped ? " Its clock stands still."
                                      : " Its clock may be running on.";
    return arena_printf(arena, "An exam waits: %d of %d answered.%s",
                        running->answered, running->count, clock);
}

static const char *practice_words(const struct home *home, struct arena *arena)
{
    return arena_printf(arena, "A practice waits: %d of %d answered.",
                        home->practice.answered, home->practice.count);
}

static const char *import_words(const struct home *home, struct arena *arena)
{
    (void)home;
    (void)arena;
    return "No questions are loaded: load a question bank.";
}

static const char *choose_words(const struct home *home, struct arena *arena)
{
    (void)arena;
    return home->candidate->exam[0] != '\0'
               ? "The exam you prepare for is not there any more: choose one."
               : "Choose the exam you prepare for: practice, weak areas and "
                 "mock exams go by it.";
}

static const char *mock_words(const struct home *home, struct arena *arena)
{
    int since = home->days_since_mock;

    if (!home->has_mock)
        return "Sit a mock exam: it shows where you stand.";
    if (is_near(home, NEAR_DAYS))
        return arena_printf(arena,
                            "Sit a mock exam: %d days are left, and the last "
                            "one was %d days ago.",
                            home->days_left, since);
    return arena_printf(arena, "Sit a mock exam: the last one was %d days ago.",
                        since);
}

static const char *review_words(const struct home *home, struct arena *arena)
{
    (void)home;
    (void)arena;
    return "Go through your last mock exam: no answer of it was looked at yet.";
}

static const char *weak_words(const struct home *home, struct arena *arena)
{
    const struct area *area = home_weak_area(home);

    return arena_printf(arena,
                        "Practise " STR_FORMAT
                        ": about %d %% right is expected there, %d %% are "
                        "needed.",
                        STR_ARG(area->title), (int)(area->estimate * 100),
                        wanted_percent(home));
}

static const char *fill_words(const struct home *home, struct arena *arena)
{
    const char *comma = home->missing[0] != '\0' ? "; it " : "";

    if (home->fillable == 0)
        return arena_printf(arena,
                            "Load another bank: of the %d questions of a mock "
                            "exam there is none%s%s.",
                            home->needed, comma, home->missing);
    return arena_printf(arena,
                        "Load another bank: of the %d questions of a mock exam "
                        "there %s %d%s%s. Until then a short form can be sat.",
                        home->needed, home->fillable == 1 ? "is" : "are",
                        home->fillable, comma, home->missing);
}

static const char *rest_words(const struct home *home, struct arena *arena)
{
    (void)arena;
    if (is_near(home, 0))
        return "Your exam is today: nothing is left to do here.";
    if (is_near(home, REST_DAYS))
        return "Your exam is tomorrow: rest, and read only what you want to "
               "see once more.";
    return "Nothing presses: practise what you like.";
}

const char *home_next_words(const struct home *home, struct arena *arena)
{
    static const char *(*const words[])(const struct home *, struct arena *) = {
        [NEXT_RESUME] = resume_words, [NEXT_PRACTICE] = practice_words,
        [NEXT_IMPORT] = import_words, [NEXT_CHOOSE] = choose_words,
        [NEXT_MOCK] = mock_words,     [NEXT_REVIEW] = review_words,
        [NEXT_WEAK] = weak_words,     [NEXT_FILL] = fill_words,
        [NEXT_REST] = rest_words,
    };

    return words[home_next(home)](home, arena);
}
