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
    bool enabled;
    /* Filled by exams_supply(). */
    struct section_supply *supply; /* per section, or NULL */
    /* Items of a full form and of a form drawn now; where not one case is
     * loaded a needed case counts as one item. */
    int needed, fillable;
    bool is_full;
    /* Topics of sections that come short without any question. */
    struct str_list missing;
};

/* A stored exam whose text does not read. */
struct exam_unreadable {
    const char *id;
    const char *reason; /* names the exam too */
};

struct exam_entries {
    struct exam_entry *items;
    size_t count;
    struct exam_unreadable *unreadable; /* left out of items */
    size_t unreadable_count;
};

/* All exams, newest version first; shadowed and disabled ones and tutorials
 * left out (`exams_list_all` has those too). One that cannot be read keeps
 * nobody from the others. */
bool exams_list(struct app *app, struct arena *arena, struct exam_entries *out,
                struct error *err);
bool exams_list_all(struct app *app, struct arena *arena,
                    struct exam_entries *out, struct error *err);

/* The exam of that id, else of that alias, "id@version" for a certain version;
 * else the version valid on `date` (YYYY-MM-DD, NULL: the candidate's exam date
 * or today), else the newest. ERR_NOT_FOUND names the nearest, or the versions
 * there are; ERR_CORRUPT when it is there and cannot be read. */
bool exams_find(struct app *app, const char *id, const char *date,
                struct arena *arena, struct exam_entry *out, struct error *err);

/* Counts what the banks can fill; reads the whole pool once. What is filled in
 * lives in the arena, or as long as the exam. */
bool exams_supply(struct app *app, struct exam_entry *entry,
                  struct arena *arena, struct error *err);

/* "needs questions on cpt/surgery, ..." after exams_supply(); "" when no topic
 * is without questions. */
const char *exam_missing_text(const struct exam_entry *entry,
                              struct arena *arena);

#endif
