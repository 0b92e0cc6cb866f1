/*
 * The examination of a database: SQLite's own checks, every content against
 * its hash, the rules of the record, and what lies beside the file. It tells
 * and repairs nothing but what is built from the rest.
 */
#include "proctor/store/store.h"

#include <inttypes.h>
#include <string.h>

#include "proctor/domain/canonical.h"
#include "proctor/store/evidence.h"

#include "place.h"
#include "store_private.h"
#include "topic_counts.h"

struct examination {
    struct store *store;
    finding_fn report;
    void *context;
    bool clean;
};

static void say(struct examination *exam, bool bad, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void say(struct examination *exam, bool bad, const char *format, ...)
{
    struct strbuf text = {0};
    va_list args;

    va_start(args, format);
    strbuf_vprintf(&text, format, args);
    va_end(args);
    exam->clean = exam->clean && !bad;
    exam->report(exam->context,
                 &(struct finding){.bad = bad, .text = strbuf_text(&text)});
    strbuf_finish(&text);
}

static bool examine_integrity(struct examination *exam, struct error *err)
{
    struct stmt *stmt = db_stmt(exam->store->db, SQL_EXAMINE_INTEGRITY);

    while (stmt_next(stmt)) {
        struct str line = stmt_text(stmt, "integrity_check");

        if (str_is(line, "ok"))
            say(exam, false, "the file is sound");
        else
            say(exam, true, "damage: " STR_FORMAT, STR_ARG(line));
    }
    return stmt_end(stmt, err);
}

static bool examine_foreign_keys(struct examination *exam, struct error *err)
{
    struct stmt *stmt = db_stmt(exam->store->db, SQL_EXAMINE_FOREIGN_KEYS);
    bool any = false;

    while (stmt_next(stmt)) {
        struct str child = stmt_text(stmt, "child");
        struct str parent = stmt_text(stmt, "parent");

        any = true;
        say(exam, true,
            "%" PRId64 " rows of " STR_FORMAT " point to rows of " STR_FORMAT
            " that are not there",
            stmt_i64(stmt, "rows"), STR_ARG(child), STR_ARG(parent));
    }
    if (!any)
        say(exam, false, "no row points to nothing");
    return stmt_end(stmt, err);
}

static bool case_is_intact(struct arena *arena, struct stmt *stmt)
{
    struct case_text text;
    struct hash stored, now;
    struct strbuf form = {0};

    if (!stmt_hash(stmt, "sha256", &stored) ||
        !canonical_read_case(arena, stmt_text(stmt, "content"), &text, NULL))
        return false;
    now = canonical_case(&form, &text);
    strbuf_finish(&form);
    return hash_eq(&stored, &now);
}

static bool examine_cases(struct examination *exam, struct error *err)
{
    struct stmt *stmt = db_stmt(exam->store->db, SQL_EXAMINE_CASES);
    struct arena arena = {0};
    int64_t count = 0;

    for (; stmt_next(stmt); count++) {
        arena_reset(&arena);
        if (!case_is_intact(&arena, stmt))
            say(exam, true,
                "the text of case revision %" PRId64 " does not match its hash",
                stmt_i64(stmt, "case_rev_id"));
    }
    say(exam, false, "%" PRId64 " case revisions compared with their hashes",
        count);
    arena_finish(&arena);
    return stmt_end(stmt, err);
}

/* Read, built anew and hashed: also the columns that queries use must agree. */
static bool item_is_intact(struct arena *arena, struct canonical *canonical,
                           struct stmt *stmt)
{
    static const struct case_text some_case;
    struct hash full, asked, in_case;
    bool has_case = stmt_hash(stmt, "case_sha256", &in_case);
    struct item item;

    if (!stmt_hash(stmt, "full_sha256", &full) ||
        !stmt_hash(stmt, "asked_sha256", &asked) ||
        !canonical_read_item(arena, stmt_text(stmt, "asked"),
                             stmt_text(stmt, "rest"),
                             has_case ? &some_case : NULL, &item, NULL))
        return false;
    canonical_item(canonical, &item, has_case ? &in_case : NULL);
    return hash_eq(&full, &canonical->full_hash) &&
           hash_eq(&asked, &canonical->asked_hash) &&
           str_is(stmt_text(stmt, "kind"), item_kind_id(item.kind)) &&
           str_eq(stmt_text(stmt, "topic"), item.topic);
}

static bool examine_items(struct examination *exam, struct error *err)
{
    struct stmt *stmt = db_stmt(exam->store->db, SQL_EXAMINE_ITEMS);
    struct canonical canonical = {0};
    struct arena arena = {0};
    int64_t count = 0;

    for (; stmt_next(stmt); count++) {
        arena_reset(&arena);
        if (!item_is_intact(&arena, &canonical, stmt))
            say(exam, true,
                "the text of question revision %" PRId64
                " does not match its hash",
                stmt_i64(stmt, "rev_id"));
    }
    say(exam, false,
        "%" PRId64 " question revisions compared with their hashes", count);
    canonical_finish(&canonical);
    arena_finish(&arena);
    return stmt_end(stmt, err);
}

static bool examine_exams(struct examination *exam, struct error *err)
{
    struct stmt *stmt = db_stmt(exam->store->db, SQL_EXAMINE_EXAMS);
    int64_t count = 0;

    for (; stmt_next(stmt); count++) {
        struct str name = stmt_text(stmt, "exam");
        struct str version = stmt_text(stmt, "version");
        struct hash now = hash_of(stmt_text(stmt, "yaml")), stored;

        if (!stmt_hash(stmt, "sha256", &stored) || !hash_eq(&stored, &now))
            say(exam, true,
                "the text of exam " STR_FORMAT "@" STR_FORMAT
                " does not match its hash",
                STR_ARG(name), STR_ARG(version));
    }
    say(exam, false, "%" PRId64 " exam revisions compared with their hashes",
        count);
    return stmt_end(stmt, err);
}

static bool examine_record(struct examination *exam, struct error *err)
{
    struct stmt *stmt = db_stmt(exam->store->db, SQL_EXAMINE_RECORD);
    bool any = false;

    while (stmt_next(stmt)) {
        struct str problem = stmt_text(stmt, "problem");

        any = true;
        say(exam, true, STR_FORMAT, STR_ARG(problem));
    }
    if (!any)
        say(exam, false, "every attempt is complete");
    return stmt_end(stmt, err);
}

/* What is built from the rest, and can be built anew. */
struct derived {
    const char *sound, *unsound;
    bool (*check)(struct store *store, bool *same_out, struct error *err);
    bool (*rebuild)(struct store *store, struct error *err);
};

static bool examine_derived(struct examination *exam,
                            const struct derived *derived, struct error *err)
{
    bool same;

    if (!derived->check(exam->store, &same, err))
        return false;
    if (same) {
        say(exam, false, "%s", derived->sound);
        return true;
    }
    if (store_is_read_only(exam->store)) {
        say(exam, true,
            "%s: run 'proctor doctor' while no other proctor is open",
            derived->unsound);
        return true;
    }
    say(exam, true, "%s; now it is built anew", derived->unsound);
    return derived->rebuild(exam->store, err);
}

static bool examine_evidence(struct examination *exam, struct error *err)
{
    static const struct derived evidence = {
        "the evidence for weak areas is what was answered",
        "the evidence for weak areas is not what was answered", evidence_check,
        evidence_rebuild};

    return examine_derived(exam, &evidence, err);
}

static bool examine_topic_counts(struct examination *exam, struct error *err)
{
    static const struct derived counts = {
        "the count of questions by topic is what the banks hold",
        "the count of questions by topic is not what the banks hold",
        topic_counts_check, topic_counts_rebuild};

    return examine_derived(exam, &counts, err);
}

/* Files that should not be there, or that hold what the database lacks. */
static bool examine_files(struct examination *exam, struct error *err)
{
    const char *path = exam->store->path;

    (void)err;
    if (db_is_remote(exam->store->db) && place_has_side_file(path, "-wal"))
        say(exam, true,
            "'%s-wal' lies beside a database that does not use it: move it "
            "away only after a backup",
            path);
    if (!db_is_remote(exam->store->db) && place_has_side_file(path, "-journal"))
        say(exam, true,
            "'%s-journal' lies beside a database that does not use it: move "
            "it away only after a backup",
            path);
    return true;
}

bool store_examine(struct store *store, finding_fn report, void *context,
                   struct error *err)
{
    static bool (*const parts[])(struct examination *, struct error *) = {
        examine_integrity, examine_foreign_keys, examine_cases,
        examine_items,     examine_exams,        examine_record,
        examine_evidence,  examine_topic_counts, examine_files,
    };
    struct examination exam = {store, report, context, true};

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (!parts[i](&exam, err))
            return false;
    return exam.clean;
}
