/*
 * The people of a database: who there is, what each prepares for, and who sits
 * here now. Names are told apart without regard to case in ASCII.
 */
#include "proctor/app/people.h"

#include <inttypes.h>
#include <stdio.h>
#include <strings.h>

#include "proctor/app/exams.h"
#include "proctor/base/fold.h"
#include "proctor/base/nearest.h"
#include "proctor/base/utf8.h"
#include "proctor/platform/system.h"

#include "app_private.h"

#define SETTING_WELCOMED "welcomed"

bool people_list(struct app *app, struct arena *arena,
                 struct candidate_list *out, struct error *err)
{
    return candidates_list(app_store(app), arena, out, err);
}

static const struct candidate *find_name(const struct candidate_list *list,
                                         const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcasecmp(list->items[i].label, name) == 0)
            return &list->items[i];
    return NULL;
}

bool people_find(struct app *app, const char *name, struct arena *arena,
                 struct candidate *out, struct error *err)
{
    struct candidate_list list;
    const struct candidate *found;
    struct nearest nearest = nearest_to(str_from(name));

    if (!people_list(app, arena, &list, err))
        return false;
    found = find_name(&list, name);
    if (found) {
        *out = *found;
        return true;
    }
    for (size_t i = 0; i < list.count; i++)
        nearest_look(&nearest, str_from(list.items[i].label));
    return nearest_not_found(&nearest, "candidate",
                             "`proctor candidates` lists who there is", err);
}

/* --- what may be said of a person --------------------------------------- */

static bool has_forbidden(struct str name)
{
    size_t at = 0;

    if (utf8_valid_prefix(name) < name.len)
        return true;
    while (at < name.len) {
        uint32_t c = utf8_next(name, &at);

        if (fold_is_forbidden(c) || c == '\t' || c == '\n')
            return true;
    }
    return false;
}

bool people_name_fits(struct str name, struct error *err)
{
    if (name.len == 0)
        return error_set(err, ERR_USAGE, "a name is needed");
    if (name.len > PEOPLE_NAME_MAX)
        return error_set(err, ERR_USAGE,
                         "the name is too long: %d bytes are the most",
                         PEOPLE_NAME_MAX);
    return !has_forbidden(name) ||
           error_set(err, ERR_USAGE,
                     "the name has control characters: use letters, figures, "
                     "blanks and signs");
}

/* The name without blanks around it. `own_id` may keep its name, or change its
 * case. */
static bool settle_name(const struct candidate_list *list, struct arena *arena,
                        const char **label, int64_t own_id, struct error *err)
{
    struct str name = str_trim(str_from(*label));
    const struct candidate *other;

    if (!people_name_fits(name, err))
        return false;
    *label = arena_str(arena, name).data;
    other = find_name(list, *label);
    return !other || other->candidate_id == own_id ||
           error_set(err, ERR_USAGE,
                     "there is already a candidate '%s': choose another name",
                     other->label);
}

bool people_is_date(const char *text)
{
    int64_t day;

    return clock_day(str_from(text), &day);
}

static bool check_figures(const struct candidate *candidate, struct error *err)
{
    if (candidate->time_percent < PEOPLE_PERCENT_MIN ||
        candidate->time_percent > PEOPLE_PERCENT_MAX)
        return error_set(err, ERR_USAGE,
                         "%d %% of the time cannot be: %d to %d %%",
                         candidate->time_percent, PEOPLE_PERCENT_MIN,
                         PEOPLE_PERCENT_MAX);
    if (candidate->added_minutes < 0 ||
        candidate->added_minutes > PEOPLE_MINUTES_MAX)
        return error_set(err, ERR_USAGE, "%d minutes cannot be added: 0 to %d",
                         candidate->added_minutes, PEOPLE_MINUTES_MAX);
    return candidate->exam_date[0] == '\0' ||
           people_is_date(candidate->exam_date) ||
           error_set(err, ERR_USAGE,
                     "'%s' is no date: write it as 2027-03-31, year, month, "
                     "day",
                     candidate->exam_date);
}

/* Turns an alias into the id of its exam. */
static bool settle_exam(struct app *app, struct arena *arena,
                        struct candidate *candidate, struct error *err)
{
    struct exam_entry entry;
    struct error problem;

    if (candidate->exam[0] == '\0')
        return true;
    if (!exams_find(app, candidate->exam, NULL, arena, &entry, &problem))
        return error_set(
            err, problem.code == ERR_NOT_FOUND ? ERR_USAGE : problem.code, "%s",
            problem.message);
    candidate->exam = entry.exam->id.data;
    return true;
}

/* --- changes ------------------------------------------------------------ */

bool people_add(struct app *app, const char *name, int64_t *id_out,
                struct error *err)
{
    unsigned char uuid[STORE_UUID_SIZE];
    struct arena scratch = {0};
    struct candidate_list list;
    bool ok;

    system_uuid(uuid);
    ok = people_list(app, &scratch, &list, err) &&
         settle_name(&list, &scratch, &name, 0, err) &&
         candidate_add(app_store(app), name, uuid, id_out, err);
    arena_finish(&scratch);
    return ok;
}

/* What was so before is not asked about: the exam may be gone by now. */
static bool is_same_exam(const struct candidate_list *list,
                         const struct candidate *candidate)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].candidate_id == candidate->candidate_id)
            return str_is(str_from(list->items[i].exam), candidate->exam);
    return false;
}

static bool check_candidate(struct app *app, struct arena *arena,
                            struct candidate *candidate, struct error *err)
{
    struct candidate_list list;

    return people_list(app, arena, &list, err) &&
           settle_name(&list, arena, &candidate->label, candidate->candidate_id,
                       err) &&
           check_figures(candidate, err) &&
           (is_same_exam(&list, candidate) ||
            settle_exam(app, arena, candidate, err));
}

bool people_check(struct app *app, const struct candidate *candidate,
                  struct error *err)
{
    struct arena scratch = {0};
    struct candidate settled = *candidate;
    bool ok = check_candidate(app, &scratch, &settled, err);

    arena_finish(&scratch);
    return ok;
}

bool people_set(struct app *app, const struct candidate *candidate,
                struct error *err)
{
    struct arena scratch = {0};
    struct candidate settled = *candidate;
    bool ok = check_candidate(app, &scratch, &settled, err) &&
              candidate_update(app_store(app), &settled, err) &&
              app_pick_candidate(app, app_candidate(app)->candidate_id, err);

    arena_finish(&scratch);
    return ok;
}

/* 0: nobody. */
static bool remember_choice(struct app *app, int64_t candidate_id,
                            struct error *err)
{
    char text[24] = "";

    if (candidate_id != 0)
        snprintf(text, sizeof text, "%" PRId64, candidate_id);
    return setting_put(app_store(app), SETTING_CANDIDATE, text, err);
}

static bool is_gone(struct app *app, int64_t candidate_id)
{
    struct candidate_holdings holdings;
    struct error problem;

    return !candidate_holdings(app_store(app), candidate_id, &holdings,
                               &problem) &&
           problem.code == ERR_NOT_FOUND;
}

bool people_choose(struct app *app, int64_t candidate_id, struct error *err)
{
    if (is_gone(app, candidate_id))
        return error_set(err, ERR_NOT_FOUND, "there is no such candidate");
    return app_pick_candidate(app, candidate_id, err) &&
           (store_is_read_only(app_store(app)) ||
            remember_choice(app, candidate_id, err));
}

static bool is_chosen(struct app *app, int64_t candidate_id)
{
    struct arena scratch = {0};
    const char *chosen =
        setting_get(app_store(app), SETTING_CANDIDATE, &scratch);
    int64_t id;
    bool same = str_to_i64(str_from(chosen), candidate_id, candidate_id, &id);

    arena_finish(&scratch);
    return same;
}

static bool is_alone(struct app *app, int64_t candidate_id)
{
    struct arena scratch = {0};
    struct candidate_list list;
    bool alone = people_list(app, &scratch, &list, NULL) && list.count == 1 &&
                 list.items[0].candidate_id == candidate_id;

    arena_finish(&scratch);
    return alone;
}

/* An id may be given again, so no setting may speak of whoever had it: they are
 * put right before, since a removal may be killed. Whoever comes in place of
 * the last one is welcomed anew. */
bool people_remove(struct app *app, int64_t candidate_id, struct error *err)
{
    int64_t here = app_candidate(app)->candidate_id;
    bool was_chosen = is_chosen(app, candidate_id);
    struct error problem = {0};

    if ((was_chosen && !remember_choice(app, 0, err)) ||
        (is_alone(app, candidate_id) &&
         !setting_put(app_store(app), SETTING_WELCOMED, "", err)))
        return false;
    candidate_remove(app_store(app), candidate_id, &problem);
    if (!is_gone(app, candidate_id)) {
        if (was_chosen)
            remember_choice(app, candidate_id, NULL);
    } else if (!app_pick_candidate(app, here, err)) {
        return false;
    }
    /* Also where only traces of it are left. */
    return problem.code == ERR_NONE ||
           error_set(err, problem.code, "%s", problem.message);
}

/* --- the first start ---------------------------------------------------- */

static bool is_welcomed(struct app *app)
{
    struct arena scratch = {0};
    bool welcomed =
        setting_get(app_store(app), SETTING_WELCOMED, &scratch)[0] != '\0';

    arena_finish(&scratch);
    return welcomed;
}

static bool is_alone_and_new(struct app *app)
{
    struct arena scratch = {0};
    struct candidate_list list;
    struct candidate_holdings holdings;
    bool is_new = people_list(app, &scratch, &list, NULL) && list.count == 1 &&
                  list.items[0].exam[0] == '\0' &&
                  list.items[0].exam_date[0] == '\0' &&
                  candidate_holdings(app_store(app), list.items[0].candidate_id,
                                     &holdings, NULL) &&
                  holdings.attempts == 0;

    arena_finish(&scratch);
    return is_new;
}

bool people_need_welcome(struct app *app)
{
    return !store_is_read_only(app_store(app)) && !is_welcomed(app) &&
           is_alone_and_new(app);
}

bool people_welcomed(struct app *app, struct error *err)
{
    return setting_put(app_store(app), SETTING_WELCOMED, "yes", err);
}

/* --- days --------------------------------------------------------------- */

bool people_days_left(struct app *app, const struct candidate *candidate,
                      int *days_out)
{
    int64_t now = app_utc_ms(app);
    char today[CLOCK_DATE_SIZE];
    int64_t from, to;

    clock_format(now, clock_zone_minutes(now), today);
    if (!clock_day(str_from(candidate->exam_date), &to) ||
        !clock_day((struct str){today, CLOCK_DAY_LEN}, &from))
        return false;
    *days_out = (int)(to - from);
    return true;
}
