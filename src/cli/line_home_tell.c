/*
 * What home tells: what to do next before all else, then what waits, the time
 * that is left, fresh mock exams, weak areas, the last results.
 */
#include "line_home.h"

#include <inttypes.h>

/* --- troubles ------------------------------------------------------------- */

static void tell_troubles(struct line *line)
{
    const struct store *store = app_store(line->app);

    if (store_is_read_only(store))
        talk_say(&line->talk,
                 "The database is open in another proctor: results "
                 "can be read, no exam can be sat.");
    if (store_is_remote(store))
        talk_say(&line->talk, "The database lies on a network file system: "
                              "saving is slower there.");
}

/* --- what to do next ------------------------------------------------------ */

/* The words that do it. */
static const char *doing_words(const struct home *home, struct arena *arena)
{
    static const char *const words[NEXT_STEP_COUNT] = {
        [NEXT_RESUME] = "'resume' goes on.",
        [NEXT_PRACTICE] = "'resume' goes on.",
        [NEXT_IMPORT] = "'banks' leads to loading them.",
        [NEXT_CHOOSE] = "'people' and then 'change' chooses it.",
        [NEXT_MOCK] = "'sit' shows its start sheet.",
        [NEXT_WEAK] = "'weak' tells more, and practises it.",
        [NEXT_FILL] = "'banks' leads to loading, 'sit' to the short form.",
        [NEXT_REST] = "",
    };
    enum next_step next = home_next(home);

    if (next == NEXT_REVIEW)
        return arena_printf(arena, "'result %" PRId64 "' opens it.",
                            home->mock_id);
    return words[next];
}

static void tell_next(struct line *line)
{
    const struct home *home = &line->home->home;
    struct arena *arena = &line->talk.scratch;

    talk_say(&line->talk, "Next: %s %s", home_next_words(home, arena),
             doing_words(home, arena));
}

/* Of what is to be done next the answers were counted already. */
static void tell_waiting(struct line *line, const struct interruption *waits,
                         bool is_next)
{
    struct arena *arena = &line->talk.scratch;
    const char *answered = "", *time = "";

    if (!is_next)
        answered = arena_printf(arena, ", %d of %d answered", waits->answered,
                                waits->count);
    if (waits->limit_ms > 0)
        time = arena_printf(arena, ", %s of %s used",
                            tell_duration(arena, waits->used_ms),
                            tell_duration(arena, waits->limit_ms));
    talk_say(&line->talk, "Waiting: %s%s%s.", waits->exam_title, answered,
             time);
}

static void tell_days(struct line *line)
{
    const struct home *home = &line->home->home;
    struct arena *arena = &line->talk.scratch;

    if (!home->has_date)
        return;
    if (home->days_left > 0)
        talk_say(&line->talk, "%s until the exam.",
                 count_words(arena, home->days_left, "day"));
    else if (home->days_left == 0)
        talk_say(&line->talk, "The exam is today.");
    else
        talk_say(&line->talk, "The exam was %s ago.",
                 count_words(arena, -(int64_t)home->days_left, "day"));
}

static void tell_fresh(struct line *line)
{
    const struct home *home = &line->home->home;

    if (!home->exam || !home->is_counted)
        return;
    if (home->fresh_mocks < 0)
        talk_say(
            &line->talk,
            "The banks that are loaded do not fill a mock exam of " STR_FORMAT
            ".",
            STR_ARG(home->exam->title));
    else
        talk_say(&line->talk, "Mock exams with only new questions left: %d%s.",
                 home->fresh_mocks,
                 home->fresh_mocks == FRESH_MOCKS_MOST ? " or more" : "");
}

static void tell_weak(struct line *line)
{
    const struct areas *areas = &line->home->home.areas;
    struct arena *arena = &line->talk.scratch;
    size_t told = 0;

    for (size_t i = 0; i < areas->count && told < HOME_WEAK; i++) {
        const struct area *area = &areas->items[i];

        if (area_is_thin(area))
            continue;
        talk_say(&line->talk, "%s" STR_FORMAT ": %s.",
                 told++ == 0 ? "Weakest: " : "Then: ", STR_ARG(area->title),
                 area_words(area, arena));
    }
}

/* --- exams ---------------------------------------------------------------- */

static const char *supply_words(const struct exam_entry *entry,
                                struct arena *arena)
{
    if (entry->is_full)
        return "a full form can be drawn";
    if (entry->fillable == 0)
        return "no questions are loaded for it";
    return arena_printf(arena, "only %d of its %d questions are loaded",
                        entry->fillable, entry->needed);
}

static void tell_exam(struct line *line, size_t index)
{
    const struct exam_entry *entry = &line->home->exams.items[index];
    const struct exam *exam = entry->exam;
    struct arena *arena = &line->talk.scratch;

    talk_say(&line->talk,
             "%zu: " STR_FORMAT " (" STR_FORMAT "), %d questions, "
             "%s%s%s; %s.",
             index + 1, STR_ARG(exam->title), STR_ARG(exam->id), entry->needed,
             exam->minutes > 0
                 ? arena_printf(arena, "%d minutes", exam->minutes)
                 : "no time limit",
             exam->type == EXAM_PRACTICE_SET ? ", a practice set" : "",
             exam->status != EXAM_STATUS_LIVE
                 ? arena_printf(arena, ", %s", exam_status_id(exam->status))
                 : "",
             supply_words(entry, arena));
}

/* Counting reads all questions for each exam: only when somebody asks. */
static bool supply(struct line *line, struct error *err)
{
    struct line_home *home = line->home;

    for (size_t i = 0; !home->is_supplied && i < home->exams.count; i++)
        if (!exams_supply(line->app, &home->exams.items[i], &home->arena, err))
            return false;
    home->is_supplied = true;
    return true;
}

void home_tell_exams(struct line *line)
{
    const struct line_home *home = line->home;
    struct error err;

    if (home->exams.count == 0) {
        talk_say(&line->talk, "No exams are loaded. 'banks' leads to loading "
                              "exams and questions.");
        return;
    }
    if (!supply(line, &err)) {
        line_tell_error(line, &err);
        return;
    }
    talk_say(&line->talk, "Exams; a number chooses one:");
    list_tell(line, home->exams.count, tell_exam);
}

/* --- results -------------------------------------------------------------- */

void home_tell_results(struct line *line)
{
    const struct attempt_rows *results = &line->home->home.results;

    if (results->count == 0)
        talk_say(&line->talk, "There are no results yet.");
    for (size_t i = 0; i < results->count; i++)
        tell_attempt(line, &results->items[i]);
}

/* --- all of it ------------------------------------------------------------ */

void home_tell_briefly(struct line *line)
{
    talk_gap(&line->talk);
    talk_say(&line->talk, "Home; 'again' tells all of it.");
    tell_next(line);
}

void home_tell(struct line *line)
{
    const struct line_home *self = line->home;
    enum next_step next = home_next(&self->home);

    talk_gap(&line->talk);
    talk_say(&line->talk, "proctor %s, for %s.", app_version(),
             self->home.candidate->label);
    tell_next(line);
    tell_troubles(line);
    if (self->home.is_running)
        tell_waiting(line, &self->home.running, next == NEXT_RESUME);
    if (self->home.practice_runs)
        tell_waiting(line, &self->home.practice, next == NEXT_PRACTICE);
    tell_days(line);
    tell_fresh(line);
    tell_weak(line);
    home_tell_results(line);
    talk_say(&line->talk,
             "%s; 'exams' lists them. 'help' lists the words, "
             "'quit' ends.",
             count_words(&line->talk.scratch, (int64_t)self->exams.count,
                         "exam"));
}
