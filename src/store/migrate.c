/*
 * Runs numbered migrations. The version lies in the file's header and is set
 * inside each step's transaction, so a step is done and counted, or neither.
 * The copy that is made before the first one is open.c's affair.
 */
#include "migrate.h"

#include <inttypes.h>

#include "proctor/store/store.h"

const struct migrations store_migrations = {sql_migrations, SCHEMA_VERSION};

static bool step_in_transaction(struct db *db, const char *text, int64_t to,
                                struct error *err)
{
    struct strbuf sql = {0};
    bool ok;

    strbuf_printf(&sql,
                  "PRAGMA application_id = %d; PRAGMA user_version = %" PRId64,
                  STORE_APPLICATION_ID, to);
    ok = db_run(db, text, err) && db_run(db, strbuf_text(&sql), err);
    strbuf_finish(&sql);
    return ok;
}

bool migrate(struct db *db, const struct migrations *migrations,
             struct error *err)
{
    int64_t version = db_version(db, err);

    if (version < 0)
        return false;
    for (; version < migrations->count; version++) {
        const char *text = migrations->texts[version];

        if (!db_begin(db, err) ||
            !db_end(db, step_in_transaction(db, text, version + 1, err), err))
            return error_prefix(err,
                                "bringing the database to version %" PRId64
                                " failed",
                                version + 1);
    }
    return true;
}
