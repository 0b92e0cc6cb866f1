/*
 * What a practice offers before anything is drawn, and how many fresh mock
 * exams there still are. Drawing is practice_plan.c.
 */
#include "practice_private.h"

#include <ctype.h>

#include "proctor/app/exams.h"
#include "proctor/store/catalog.h"

#include "plan.h"

static void note_reserve(struct app *app, const struct practice *practice,
                         struct sentences *notes)
{
    struct practice_supply supply =
        practice_supply(&practice->pool, practice->reserved);

    if (supply.reserved == 0)
        return;
    sentences_add(
        notes,
        "%d question%s you never met %s kept back %s, unless you ask for "
        "%s too.",
        supply.reserved, plural(supply.reserved),
        supply.reserved == 1 ? "is" : "are",
        practice->keeps_whole_mock
            ? arena_printf(notes->arena,
                           "so that one fresh mock exam of %s remains",
                           app_candidate(app)->exam)
            : arena_printf(notes->arena, "for your next mock exam of %s",
                           app_candidate(app)->exam),
        supply.reserved == 1 ? "it" : "them");
}

void practice_note(struct app *app, const struct practice *practice,
                   struct sentences *notes)
{
    note_reserve(app, practice, notes);
    plan_note_practice(app, notes);
}

/* "Questions you missed" */
static const char *capitalized(const char *title, struct arena *arena)
{
    char *text = arena_strdup(arena, title);

    text[0] = (char)toupper((unsigned char)text[0]);
    return text;
}

bool practice_offer(struct app *app, const struct practice_request *request,
                    struct arena *arena, struct practice_offer *out,
                    struct error *err)
{
    struct sentences notes = {.arena = arena};
    struct practice practice;
    struct practice_supply supply;

    if (!practice_find(app, request, arena, &practice, err) ||
        !practice_fill(app, arena, &practice, err))
        return false;
    supply = practice_supply(&practice.pool, practice.reserved);
    practice_note(app, &practice, &notes);
    if (supply.seen > 0 && !practice_scope_is_redo(request->scope))
        sentences_add(&notes,
                      "%d question%s you have met before; new ones go first.",
                      supply.seen, plural(supply.seen));
    *out = (struct practice_offer){
        .title = capitalized(practice.title, arena),
        .supply = supply,
        .target_ms = practice.target_ms,
        .notes = sentences_list(&notes),
    };
    return true;
}

bool practice_fresh_mocks(struct app *app, const char *exam, int *out,
                          struct error *err)
{
    struct arena scratch = {0};
    struct exam_entry entry;
    struct pool pool;
    bool ok =
        exams_find(app, exam, NULL, &scratch, &entry, err) &&
        catalog_pool(app_store(app), entry.exam,
                     app_candidate(app)->candidate_id, &scratch, &pool, err);

    if (ok)
        *out = form_fresh_count(entry.exam, &pool, FRESH_MOCKS_MOST, &scratch);
    arena_finish(&scratch);
    return ok;
}
