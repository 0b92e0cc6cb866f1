/* A sitting from its start to its review, a candidate who goes, an import and a
 * setting: all that writes; and the judgement of what is found afterwards. */
#include "journey.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "proctor/base/mem.h"
#include "proctor/store/remarks.h"

#include "db.h"
#include "store_private.h"

/* Everything that is catalogue, record or derived, but for the number of the
 * source: an import that is tried again is another one. */
static const char *const queries[] = {
    "SELECT * FROM attempt",
    "SELECT * FROM attempt_item",
    "SELECT * FROM event",
    "SELECT * FROM response",
    "SELECT * FROM result",
    "SELECT * FROM section_result",
    "SELECT * FROM item_result",
    "SELECT * FROM exposure",
    "SELECT * FROM evidence",
    "SELECT * FROM remark",
    "SELECT * FROM setting",
    "SELECT * FROM bank_item",
    "SELECT * FROM item",
    "SELECT item_id, rev_id FROM item_history",
    "SELECT head_id, version FROM bank_head",
    "SELECT * FROM candidate",
};

static void print_row(struct strbuf *out, sqlite3_stmt *stmt)
{
    int columns = sqlite3_column_count(stmt);

    for (int i = 0; i < columns; i++) {
        const void *data = sqlite3_column_blob(stmt, i);
        int size = sqlite3_column_bytes(stmt, i);

        strbuf_printf(out, "%d:%d:", sqlite3_column_type(stmt, i), size);
        if (size)
            strbuf_add(out, (struct str){data, (size_t)size});
    }
}

struct hash journey_print(struct store *store)
{
    struct strbuf out = {0};
    struct hash print;

    for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
        sqlite3_stmt *stmt = NULL;

        sqlite3_prepare_v2(db_handle(store->db), queries[i], -1, &stmt, NULL);
        while (sqlite3_step(stmt) == SQLITE_ROW)
            print_row(&out, stmt);
        sqlite3_finalize(stmt);
        strbuf_addc(&out, '|');
    }
    print = hash_of(strbuf_str(&out));
    strbuf_finish(&out);
    return print;
}

/* Takes note of a step that was stored. */
static void acknowledge(struct journey *journey)
{
    assert_true(journey->done < STEPS_MAX);
    if (journey->takes_prints) {
        journey->prints[journey->done] = journey_print(journey->fixture->store);
        if (journey->is_sitting)
            fixture_check_fold(journey->fixture, &journey->sitting);
    }
    if (journey->shim)
        shim_ack(journey->shim, journey->done);
    journey->done++;
}

typedef bool (*step_fn)(struct journey *journey, struct error *err);

static bool step(struct journey *journey, step_fn first, step_fn again)
{
    bool ok = first(journey, &journey->err);

    if (!ok) {
        journey->failures++;
        ok = journey->tries_again && again(journey, &journey->err);
    }
    if (ok)
        acknowledge(journey);
    return ok;
}

static bool save_again(struct journey *journey, struct error *err)
{
    return fixture_save_again(&journey->sitting, err);
}

static bool create(struct journey *journey, struct error *err)
{
    journey->is_sitting = fixture_try_start(
        journey->fixture->store, &journey->form, &journey->sitting, err);
    return journey->is_sitting;
}

static bool act(struct journey *journey, enum event_kind kind, int pos,
                const char *value)
{
    bool ok = fixture_act(&journey->sitting, kind, pos, value, &journey->err);

    if (!ok) {
        journey->failures++;
        ok = journey->tries_again && save_again(journey, &journey->err);
    }
    if (ok)
        acknowledge(journey);
    return ok;
}

static bool end(struct journey *journey, struct error *err)
{
    return fixture_end(&journey->sitting, SITTING_SUBMITTED, err);
}

static bool reveal(struct journey *journey, struct error *err)
{
    static const int positions[] = {0, 2};

    return attempt_reveal(journey->fixture->store, journey->sitting.attempt_id,
                          positions, 2, 99, err);
}

static bool note(struct journey *journey, struct error *err)
{
    static const unsigned char uuid[STORE_UUID_SIZE] = {0xcc};
    struct remark remark = {
        .candidate_id = journey->form.start.candidate_id,
        .item_id = journey->form.slots[0].item_id,
        .rev_id = journey->form.slots[0].rev_id,
        .attempt_id = journey->sitting.attempt_id,
        .kind = REMARK_NOTE,
        .text = "a note of the review",
        .claim = "",
        .utc_ms = 77,
    };

    return remark_put(journey->fixture->store, &remark, uuid, err);
}

static bool remove_other(struct journey *journey, struct error *err)
{
    return candidate_remove(journey->fixture->store, journey->other, err);
}

static bool import(struct journey *journey, struct error *err)
{
    struct fixture *fixture = journey->fixture;
    struct item items[] = {fixture_item(fixture, "q1", "Changed?"),
                           fixture_item(fixture, "new", "New?"),
                           fixture_item(fixture, "q3", "What?")};
    struct fixture_bank bank = {
        .name = "proctor/b", .items = items, .item_count = 3};
    bool ok = fixture_import(fixture, &bank, NULL);

    if (!ok)
        *err = fixture->err;
    return ok;
}

static bool set(struct journey *journey, struct error *err)
{
    return setting_put(journey->fixture->store, "a", "1", err);
}

static bool unset(struct journey *journey, struct error *err)
{
    return setting_put(journey->fixture->store, "a", "", err);
}

static bool answer_all(struct journey *journey)
{
    static const char *const answers[] = {"A", "C"};

    for (int pos = 0; pos < journey->sitting.sitting.count; pos++)
        if (!act(journey, EVENT_VISIT, pos, "") ||
            !act(journey, EVENT_ANSWER, pos, answers[pos % 2]))
            return false;
    return act(journey, EVENT_MARK, 1, "1") &&
           act(journey, EVENT_STRIKE, 1, "BD") &&
           act(journey, EVENT_NOTE, 1, "a note that is a little longer") &&
           act(journey, EVENT_ANSWER, 1, "A") &&
           act(journey, EVENT_LEAVE, -1, "runs");
}

static bool sit(struct journey *journey)
{
    struct store *store = journey->fixture->store;

    store_quiet_begin(store);
    if (!step(journey, create, create) || !answer_all(journey))
        return false;
    store_quiet_end(store);
    store_quiet_begin(store);
    if (!act(journey, EVENT_GAP, -1, "charged 5") ||
        !act(journey, EVENT_ANSWER, 0, "B") || !step(journey, end, save_again))
        return false;
    store_quiet_end(store);
    return step(journey, reveal, reveal) && step(journey, note, note) &&
           (!journey->removes || step(journey, remove_other, remove_other));
}

static bool open_store(struct journey *journey)
{
    struct fixture *fixture = journey->fixture;
    struct store_options options = {
        .path = fixture->path,
        .app_version = "1.0",
        .assume_remote = journey->durability == REMOTE,
        .vfs = journey->vfs,
    };

    fixture->store = store_open(&options, &journey->err);
    if (!fixture->store) {
        journey->failures++;
        if (journey->tries_again)
            fixture->store = store_open(&options, &journey->err);
    }
    if (!fixture->store)
        return false;
    if (journey->durability == LOG_NORMAL)
        db_run(fixture->store->db, "PRAGMA synchronous = NORMAL", NULL);
    if (journey->durability == UNSYNCED)
        db_run(fixture->store->db, "PRAGMA synchronous = OFF", NULL);
    return true;
}

bool journey_walk(struct journey *journey)
{
    bool ok;

    journey->done = journey->failures = 0;
    journey->is_sitting = false;
    ok = open_store(journey);
    if (ok) {
        acknowledge(journey);
        ok = sit(journey) && step(journey, import, import) &&
             step(journey, set, set) && step(journey, unset, unset);
    }
    store_close(journey->fixture->store);
    journey->fixture->store = NULL;
    if (journey->is_sitting)
        fixture_sitting_finish(&journey->sitting);
    return ok;
}

static void copy_file(const char *from, const char *to)
{
    static unsigned char bytes[1 << 20];
    int in = open(from, O_RDONLY), out;
    ssize_t len;

    assert_true(in >= 0);
    out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(out >= 0);
    while ((len = read(in, bytes, sizeof bytes)) > 0)
        assert_int_equal(write(out, bytes, (size_t)len), len);
    close(in);
    close(out);
}

/* Somebody with an ended attempt. */
static int64_t add_other(struct fixture *fixture)
{
    int64_t candidate_id = fixture_candidate(fixture, "ben");
    struct fixture_sitting sitting;

    fixture_start(fixture, candidate_id, &sitting);
    assert_true(fixture_act(&sitting, EVENT_VISIT, 0, "", NULL));
    assert_true(fixture_act(&sitting, EVENT_ANSWER, 0, "A", NULL));
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, NULL));
    fixture_sitting_finish(&sitting);
    return candidate_id;
}

void journey_prepare(struct journey *journey, struct fixture *fixture)
{
    *journey = (struct journey){.fixture = fixture};
    fixture_open(fixture);
    fixture_fill(fixture, 4);
    journey->other = add_other(fixture);
    journey->form = fixture_form(fixture, fixture_candidate(fixture, "ann"));
    store_close(fixture->store);
    fixture->store = NULL;
    copy_file(fixture->path, fixture_path(fixture, "start.db"));
    journey->prints = ARENA_ARRAY(&fixture->arena, struct hash, STEPS_MAX);
}

void journey_restart(struct journey *journey)
{
    static const char *const suffixes[] = {"-wal", "-shm", "-journal"};
    struct fixture *fixture = journey->fixture;

    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++)
        unlink(
            arena_printf(&fixture->arena, "%s%s", fixture->path, suffixes[i]));
    copy_file(fixture_path(fixture, "start.db"), fixture->path);
}

void journey_rehearse(struct journey *journey)
{
    journey->takes_prints = true;
    if (!journey_walk(journey))
        fail_msg("%s", journey->err.message);
    journey->takes_prints = false;
    journey_restart(journey);
}

static bool is_sound(struct store *store)
{
    struct stmt *stmt = db_stmt(store->db, SQL_INTEGRITY_CHECK_ONE);
    bool ok =
        stmt_next(stmt) && str_is(stmt_text(stmt, "integrity_check"), "ok");

    return stmt_end(stmt, NULL) && ok;
}

/* Steps may have equal content, so the right ones are looked at first. */
static enum judgement compare(const struct journey *journey, int64_t done,
                              const struct hash *print)
{
    int64_t last = done > 0 ? done - 1 : 0;

    if (hash_eq(&journey->prints[last], print) ||
        hash_eq(&journey->prints[last + 1], print))
        return JUDGED_RIGHT;
    while (last-- > 0)
        if (hash_eq(&journey->prints[last], print))
            return JUDGED_LOST;
    return JUDGED_HALF_DONE;
}

enum judgement journey_judge(const struct journey *journey, const char *path,
                             int64_t done)
{
    struct store_options options = {
        .path = path,
        .app_version = "1.0",
        .assume_remote = journey->durability == REMOTE,
    };
    struct store *store = store_open(&options, NULL);
    struct hash print;
    bool sound;

    if (!store)
        return JUDGED_REFUSED;
    sound = is_sound(store);
    print = journey_print(store);
    store_close(store);
    return sound ? compare(journey, done, &print) : JUDGED_DAMAGED;
}
