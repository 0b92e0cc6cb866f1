/*
 * Opening and closing: one database, one candidate, one clock. What is done
 * with them is the business of the other files of this layer.
 */
#include "proctor/app/app.h"

#include <stdlib.h>

#include "config.h"
#include "proctor/app/people.h"
#include "proctor/base/mem.h"
#include "proctor/platform/env.h"
#include "proctor/platform/paths.h"
#include "proctor/platform/system.h"

#include "app_private.h"
#include "tutorial.h"

struct app {
    struct arena arena; /* lives as long as the app */
    struct arena candidate_arena;
    struct store *store;
    const struct clock *clock;
    struct candidate candidate;
};

const char *app_version(void)
{
    return PROCTOR_VERSION;
}

struct store *app_store(struct app *app)
{
    return app->store;
}

const struct clock *app_clock(struct app *app)
{
    return app->clock;
}

const struct candidate *app_candidate(struct app *app)
{
    return &app->candidate;
}

struct clocks app_clocks(struct app *app)
{
    struct moment now = clock_now(app->clock);

    return (struct clocks){now.boot_ms, now.monotonic_ms, now.utc_ms};
}

int64_t app_utc_ms(struct app *app)
{
    return clock_now(app->clock).utc_ms;
}

/* What a new candidate is called until they say. */
static const char *login_name(void)
{
    const char *name = env_get("LOGNAME");

    if (!name)
        name = env_get("USER");
    return name && people_name_fits(str_from(name), NULL) ? name : "Candidate";
}

static bool add_first_candidate(struct app *app, struct error *err)
{
    unsigned char uuid[STORE_UUID_SIZE];
    int64_t id;

    system_uuid(uuid);
    return candidate_add(app->store, login_name(), uuid, &id, err);
}

/* Everyone there is; someone is made in a database of one's own. */
static bool read_candidates(struct app *app, struct candidate_list *out,
                            struct error *err)
{
    struct arena *arena = &app->candidate_arena;

    arena_reset(arena);
    if (!candidates_list(app->store, arena, out, err))
        return false;
    return out->count > 0 || store_is_read_only(app->store) ||
           (add_first_candidate(app, err) &&
            candidates_list(app->store, arena, out, err));
}

static const struct candidate *find_by_id(const struct candidate_list *list,
                                          int64_t candidate_id)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].candidate_id == candidate_id)
            return &list->items[i];
    return NULL;
}

static int64_t last_chosen(struct app *app)
{
    const char *text =
        setting_get(app->store, SETTING_CANDIDATE, &app->candidate_arena);
    int64_t id;

    return str_to_i64(str_from(text), 1, INT64_MAX, &id) ? id : 0;
}

bool app_pick_candidate(struct app *app, int64_t candidate_id,
                        struct error *err)
{
    struct candidate_list list;
    const struct candidate *found;

    if (!read_candidates(app, &list, err))
        return false;
    found = find_by_id(&list, candidate_id);
    if (!found)
        found = find_by_id(&list, last_chosen(app));
    if (!found && list.count > 0)
        found = &list.items[0];
    app->candidate = found ? *found
                           : (struct candidate){.label = "",
                                                .time_percent = 100,
                                                .exam = "",
                                                .exam_date = ""};
    return true;
}

/* The one named, or else the one chosen last. */
static bool pick_named(struct app *app, const char *name, struct error *err)
{
    struct arena scratch = {0};
    struct candidate named = {0};
    bool ok = (!name || people_find(app, name, &scratch, &named, err)) &&
              app_pick_candidate(app, named.candidate_id, err);

    arena_finish(&scratch);
    return ok;
}

struct app *app_open(const struct app_options *options, struct error *err)
{
    struct app *app = mem_alloc(1, sizeof *app);
    struct store_options store = {
        .app_version = PROCTOR_VERSION,
        .read_only = options->read_only,
        .vfs = options->vfs,
    };

    app->clock = options->clock ? options->clock : clock_system();
    if (!paths_database(&app->arena, options->database, &store.path, err))
        goto fail;
    app->store = store_open(&store, err);
    if (!app->store || !pick_named(app, options->candidate, err))
        goto fail;
    tutorials_sweep(app);
    return app;
fail:
    app_close(app);
    return NULL;
}

void app_close(struct app *app)
{
    if (!app)
        return;
    store_close(app->store);
    arena_finish(&app->candidate_arena);
    arena_finish(&app->arena);
    free(app);
}

bool app_set_candidate(struct app *app, const struct candidate *candidate,
                       struct error *err)
{
    return candidate_update(app->store, candidate, err) &&
           app_pick_candidate(app, app->candidate.candidate_id, err);
}
