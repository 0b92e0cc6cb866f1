/* Folder, store and raw SQL of the tests; banks and sittings are in
 * fixture_content.c and fixture_sitting.c. */
#include "fixture.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "proctor/base/mem.h"

static int remove_one(const char *path, const struct stat *status, int type,
                      struct FTW *walk)
{
    (void)status;
    (void)type;
    (void)walk;
    return remove(path);
}

int fixture_setup_folder(void **state)
{
    struct fixture *fixture = mem_alloc(1, sizeof *fixture);
    const char *base = getenv("TMPDIR");

    /* In memory where that can be had: nothing here is about a real disk. */
    if (!base)
        base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(fixture->folder, sizeof fixture->folder, "%s/proctor-store-XXXXXX",
             base);
    *state = fixture;
    if (!mkdtemp(fixture->folder))
        return -1;
    snprintf(fixture->path, sizeof fixture->path, "%s/proctor.db",
             fixture->folder);
    return 0;
}

int fixture_setup(void **state)
{
    if (fixture_setup_folder(state) != 0)
        return -1;
    fixture_open(*state);
    return 0;
}

int fixture_teardown(void **state)
{
    struct fixture *fixture = *state;

    store_close(fixture->store);
    arena_finish(&fixture->arena);
    nftw(fixture->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(fixture);
    return 0;
}

struct store *fixture_try_open(struct fixture *fixture, bool read_only)
{
    struct store_options options = {
        .path = fixture->path,
        .app_version = "1.0",
        .read_only = read_only,
    };

    fixture->err = (struct error){0};
    return store_open(&options, &fixture->err);
}

void fixture_open(struct fixture *fixture)
{
    fixture->store = fixture_try_open(fixture, false);
    if (!fixture->store)
        fail_msg("%s", fixture->err.message);
}

void fixture_reopen(struct fixture *fixture)
{
    store_close(fixture->store);
    fixture_open(fixture);
}

const char *fixture_path(struct fixture *fixture, const char *name)
{
    return arena_printf(&fixture->arena, "%s/%s", fixture->folder, name);
}

const char *fixture_file(struct fixture *fixture, const char *name,
                         const char *text)
{
    const char *path = fixture_path(fixture, name);
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    return path;
}

static sqlite3 *open_raw(struct fixture *fixture)
{
    sqlite3 *handle = NULL;

    assert_int_equal(sqlite3_open_v2(fixture->path, &handle,
                                     SQLITE_OPEN_READWRITE, NULL),
                     SQLITE_OK);
    return handle;
}

int fixture_sql_refused(struct fixture *fixture, const char *sql)
{
    sqlite3 *handle = open_raw(fixture);
    int rc = sqlite3_exec(handle, sql, NULL, NULL, NULL);

    sqlite3_close(handle);
    return rc;
}

void fixture_sql(struct fixture *fixture, const char *sql)
{
    assert_int_equal(fixture_sql_refused(fixture, sql), SQLITE_OK);
}

int64_t fixture_number(struct fixture *fixture, const char *sql)
{
    sqlite3 *handle = open_raw(fixture);
    sqlite3_stmt *stmt = NULL;
    int64_t number = -1;

    assert_int_equal(sqlite3_prepare_v2(handle, sql, -1, &stmt, NULL),
                     SQLITE_OK);
    if (sqlite3_step(stmt) == SQLITE_ROW)
        number = sqlite3_column_int64(stmt, 0);
    sqlite3_finalize(stmt);
    sqlite3_close(handle);
    return number;
}
