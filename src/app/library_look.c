/*
 * What an instructor does with what is loaded: looks at a question as
 * candidates see it, and says what they see at all.
 */
#include "proctor/app/library.h"

#include "proctor/base/random.h"
#include "proctor/store/catalog.h"

#include "plan.h"

/* Any will do; the same one, so that a question looked at twice is the same. */
#define LOOK_SEED 1

bool library_question(struct app *app, const char *name, struct arena *arena,
                      struct item *out, char order_out[ITEM_OPTIONS_MAX + 1],
                      struct error *err)
{
    struct random random = random_of(LOOK_SEED, RANDOM_OPTIONS);
    int64_t item_id, rev_id;

    if (!catalog_find_item(app_store(app), name, &item_id, &rev_id, err) ||
        !catalog_item(app_store(app), item_id, rev_id, arena, out, NULL, err))
        return false;
    item_option_order(out, &random, order_out);
    return true;
}

/* What is drawn from must not change under somebody's exam. */
bool library_enable_bank(struct app *app, const char *bank, bool enabled,
                         struct error *err)
{
    return plan_check_free(app, err) &&
           catalog_enable_bank(app_store(app), bank, enabled, err);
}

bool library_enable_exam(struct app *app, const char *exam, bool enabled,
                         struct error *err)
{
    return plan_check_free(app, err) &&
           catalog_enable_exam(app_store(app), exam, enabled, err);
}
