/* Exams with what the loaded banks can fill. */
#ifndef PROCTOR_APP_EXAMS_H
#define PROCTOR_APP_EXAMS_H

#include "proctor/app/app.h"
#include "proctor/domain/exam.h"
#include "proctor/domain/form.h"
#include "proctor/store/catalog.h"

struct exam_entry {
    int64_t exam_rev_id;
    const struct exam *exam;
    enum origin origin;
    const char *path;
    /* Filled by exams_supply(). */
    struct section_supply *supply; /* per section, or NULL */
    int needed, fillable;          /* items; cases count their items drawn */
    bool is_full;
};

struct exam_entries {
    struct exam_entry *items;
    size_t count;
};

/* All exams, newest version first; shadowed ones left out. */
bool exams_list(struct app *app, struct arena *arena, struct exam_entries *out,
                struct error *err);

/* The exam of that id or alias, "id@version" for a certain version; else the
 * version valid on `date` (YYYY-MM-DD, NULL: the candidate's exam date or
 * today), else the newest. ERR_NOT_FOUND names the nearest. */
bool exams_find(struct app *app, const char *id, const char *date,
                struct arena *arena, struct exam_entry *out,
                struct error *err);

/* Counts what the banks can fill; reads the whole pool once. */
bool exams_supply(struct app *app, struct exam_entry *entry,
                  struct arena *arena, struct error *err);

#endif
