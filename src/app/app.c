/*
 * Opening and closing: one database, one candidate, one clock. What is done
 * with them is the business of the other files of this layer.
 */
#include "proctor/app/app.h"

#include <stdlib.h>

#include "config.h"
#include "proctor/base/mem.h"
#include "proctor/platform/env.h"
#include "proctor/platform/paths.h"
#include "proctor/platform/system.h"

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
    return name ? name : "Candidate";
}

static bool add_first_candidate(struct app *app, struct error *err)
{
    unsigned char uuid[STORE_UUID_SIZE];
    int64_t id;

    system_uuid(uuid);
    return candidate_add(app->store, login_name(), uuid, &id, err);
}

/* The first candidate there is; none in a read-only database without one. */
static bool pick_candidate(struct app *app, struct error *err)
{
    struct candidate_list list;

    arena_reset(&app->candidate_arena);
    if (!candidates_list(app->store, &app->candidate_arena, &list, err))
        return false;
    if (list.count == 0 && !store_is_read_only(app->store)) {
        if (!add_first_candidate(app, err) ||
            !candidates_list(app->store, &app->candidate_arena, &list, err))
            return false;
    }
    if (list.count > 0)
        app->candidate = list.items[0];
    else
        app->candidate = (struct candidate){
            .label = "", .time_percent = 100, .exam = "", .exam_date = ""};
    return true;
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
    if (!app->store || !pick_candidate(app, err))
        goto fail;
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
           pick_candidate(app, err);
}
