/*
 * How long an import takes, against its floor: a bare libyaml parse of the same
 * file and a bare SQLite insert of the same rows, measured in the same run.
 *     bench_import [QUESTIONS]
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <yaml.h>

#include "bench.h"
#include "proctor/app/library.h"
#include "proctor/bank/reader.h"
#include "proctor/platform/file.h"

#define RUNS 5
#define PATH_SIZE 512

struct setting {
    char folder[256];
    char bank[PATH_SIZE];     /* the file */
    char database[PATH_SIZE]; /* filled once, the source of the floor */
    char target[PATH_SIZE];   /* written by each run */
};

static void remove_database(const char *path)
{
    char side[PATH_SIZE + 8];
    static const char *const suffixes[] = {"", "-wal", "-shm", ".lock"};

    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        snprintf(side, sizeof side, "%s%s", path, suffixes[i]);
        unlink(side);
    }
}

/* --- the floors ------------------------------------------------------------
 */

static double bare_parse(void *context)
{
    const struct setting *setting = context;
    struct file_view view = {0};
    yaml_parser_t parser;
    yaml_event_t event;
    double start = bench_now();
    bool done = false;

    bench_must(file_view_open(setting->bank, BANK_FILE_MAX, &view, NULL),
               "opening the bank");
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(
        &parser, (const unsigned char *)view.bytes.data, view.bytes.len);
    while (!done) {
        bench_must(yaml_parser_parse(&parser, &event), "the bare parse");
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    file_view_close(&view);
    return bench_now() - start;
}

static void run_sql(sqlite3 *db, const char *sql)
{
    bench_must(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, sql);
}

/* The tables that an import fills, in the order of their references. */
static const char *const tables[] = {"source", "bank",      "bank_head",
                                     "tag",    "item_rev",  "rev_tag",
                                     "item",   "bank_item", "bank_case"};
#define TABLES (sizeof tables / sizeof *tables)

/* All rows of a table in memory, so that reading is not measured. */
struct rows {
    sqlite3_value **values;
    size_t count, columns, capacity;
};

static void read_rows(sqlite3 *db, const char *table, struct rows *rows)
{
    char sql[128];
    sqlite3_stmt *stmt;

    snprintf(sql, sizeof sql, "SELECT * FROM %s", table);
    bench_must(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK, sql);
    rows->columns = (size_t)sqlite3_column_count(stmt);
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        for (size_t i = 0; i < rows->columns; i++) {
            if (rows->count == rows->capacity) {
                rows->capacity = rows->capacity ? rows->capacity * 2 : 1024;
                rows->values = realloc(
                    rows->values, rows->capacity * sizeof(sqlite3_value *));
                bench_must(rows->values != NULL, "memory");
            }
            rows->values[rows->count++] =
                sqlite3_value_dup(sqlite3_column_value(stmt, (int)i));
        }
    }
    sqlite3_finalize(stmt);
}

static void insert_rows(sqlite3 *db, const char *table, const struct rows *rows)
{
    char sql[256];
    size_t length;
    sqlite3_stmt *stmt;

    snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (?", table);
    for (size_t i = 1; i < rows->columns; i++) {
        length = strlen(sql);
        snprintf(sql + length, sizeof sql - length, ", ?");
    }
    length = strlen(sql);
    snprintf(sql + length, sizeof sql - length, ")");
    bench_must(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK, sql);
    for (size_t at = 0; at < rows->count; at += rows->columns) {
        for (size_t i = 0; i < rows->columns; i++)
            sqlite3_bind_value(stmt, (int)i + 1, rows->values[at + i]);
        bench_must(sqlite3_step(stmt) == SQLITE_DONE, sql);
        sqlite3_reset(stmt);
    }
    sqlite3_finalize(stmt);
}

static int copy_schema(void *context, int count, char **values, char **names)
{
    (void)count;
    (void)names;
    run_sql(context, values[0]);
    return 0;
}

static double bare_insert(void *context)
{
    const struct setting *setting = context;
    struct rows rows[TABLES] = {{0}};
    sqlite3 *from, *to;
    double start;

    remove_database(setting->target);
    bench_must(sqlite3_open(setting->database, &from) == SQLITE_OK, "opening");
    bench_must(sqlite3_open(setting->target, &to) == SQLITE_OK, "opening");
    run_sql(to, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
    sqlite3_exec(from,
                 "SELECT sql FROM sqlite_master WHERE type IN ('table', "
                 "'index') AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'",
                 copy_schema, to, NULL);
    for (size_t i = 0; i < TABLES; i++)
        read_rows(from, tables[i], &rows[i]);
    start = bench_now();
    run_sql(to, "BEGIN IMMEDIATE");
    for (size_t i = 0; i < TABLES; i++)
        insert_rows(to, tables[i], &rows[i]);
    run_sql(to, "COMMIT");
    start = bench_now() - start;
    sqlite3_close(from);
    sqlite3_close(to);
    return start;
}

/* --- ours ------------------------------------------------------------------
 */

static double check(void *context)
{
    const struct setting *setting = context;
    struct import_report report;
    double start = bench_now();

    bench_must(library_check(setting->bank, NULL, &report, NULL) &&
                   report.outcome == OUTCOME_CHECKED,
               "check");
    import_report_finish(&report);
    return bench_now() - start;
}

/* Every topic of the bank has to be known. */
static void import_topics(struct app *app, const char *folder)
{
    static const struct import_options options = {.origin = ORIGIN_USER};
    char path[PATH_SIZE + 16];
    struct import_report report;

    bench_write_topics(folder, path, sizeof path);
    bench_must(library_import(app, path, &options, &report, NULL) &&
                   report.outcome == OUTCOME_IMPORTED,
               "importing topics");
    import_report_finish(&report);
}

static double import_into(const struct setting *setting, const char *database)
{
    static const struct import_options options = {.origin = ORIGIN_USER};
    struct app_options app_options = {.database = database};
    struct import_report report;
    struct error err = {0};
    struct app *app;
    double start;
    bool ok;

    remove_database(database);
    app = app_open(&app_options, &err);
    bench_must(app != NULL, err.message);
    import_topics(app, setting->folder);
    start = bench_now();
    ok = library_import(app, setting->bank, &options, &report, &err);
    start = bench_now() - start;
    bench_must(ok && report.outcome == OUTCOME_IMPORTED, "import");
    import_report_finish(&report);
    app_close(app);
    return start;
}

static double import(void *context)
{
    const struct setting *setting = context;

    return import_into(setting, setting->target);
}

int main(int argc, char **argv)
{
    int questions = bench_argument(argc, argv, 100000);
    struct setting setting;
    struct bench_run parsed, inserted, checked, imported;
    double floor, mib = 1024 * 1024;
    size_t size;

    bench_folder(setting.folder, sizeof setting.folder);
    snprintf(setting.bank, PATH_SIZE, "%s/bank.yaml", setting.folder);
    snprintf(setting.database, PATH_SIZE, "%s/source.db", setting.folder);
    snprintf(setting.target, PATH_SIZE, "%s/target.db", setting.folder);
    size = make_bank(setting.bank, questions);
    import_into(&setting, setting.database);
    parsed = bench_repeat(RUNS, bare_parse, &setting);
    inserted = bench_repeat(RUNS, bare_insert, &setting);
    checked = bench_repeat(RUNS, check, &setting);
    imported = bench_repeat(RUNS, import, &setting);
    floor = parsed.seconds + inserted.seconds;
    printf("%d questions, %.1f MiB, median of %d runs\n", questions,
           (double)size / mib, RUNS);
    printf("floor   parse %.3f s + insert %.3f s = %.3f s\n", parsed.seconds,
           inserted.seconds, floor);
    printf("check   %.3f s = %.2f x the parse (bar 2.00)\n", checked.seconds,
           checked.seconds / parsed.seconds);
    printf("import  %.3f s = %.2f x the floor (bar 1.50)\n", imported.seconds,
           imported.seconds / floor);
    printf("memory  check %.1f MiB, import %.1f MiB (bar: file + 32 = %.1f)\n",
           (double)checked.memory_kib / 1024,
           (double)imported.memory_kib / 1024, (double)size / mib + 32);
    bench_remove(setting.folder);
    return 0;
}
