/* Importing and exporting: all or nothing, the same again is nothing. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/store/catalog.h"

static const char *bank_file(struct fixture *f, int count, const char *version)
{
    char *text = fixture_bank(count, version);
    const char *path = fixture_file(f, "bank.yaml", text);

    free(text);
    return path;
}

static void the_same_file_again_is_nothing_to_do(void **state)
{
    struct fixture f;
    struct import_counts counts;
    int64_t commits;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_int_equal(fixture_import(&f, bank_file(&f, 12, "1.0"), NULL,
                                    &counts),
                     OUTCOME_CURRENT);
    commits = store_commits(app_store(f.app));
    assert_int_equal(catalog_item_count(app_store(f.app)), 12);
    assert_true(commits > 0);
    fixture_close(&f);
}

static void a_newer_version_counts_what_changed(void **state)
{
    struct fixture f;
    struct import_counts counts;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_int_equal(fixture_import(&f, bank_file(&f, 14, "1.10"), NULL,
                                    &counts),
                     OUTCOME_IMPORTED);
    assert_int_equal(counts.added, 2);
    assert_int_equal(counts.unchanged, 12);
    assert_int_equal(counts.changed, 0);
    fixture_close(&f);
}

static void a_dry_run_changes_nothing(void **state)
{
    static const struct import_options dry = {.origin = ORIGIN_USER,
                                              .dry_run = true};
    struct fixture f;
    struct import_counts counts;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_int_equal(fixture_import(&f, bank_file(&f, 14, "1.1"), &dry,
                                    &counts),
                     OUTCOME_WOULD_IMPORT);
    assert_int_equal(counts.added, 2);
    assert_int_equal(catalog_item_count(app_store(f.app)), 12);
    fixture_close(&f);
}

static void more_than_a_fifth_gone_is_refused_unless_meant(void **state)
{
    static const struct import_options meant = {.origin = ORIGIN_USER,
                                                .allow_absent = true};
    struct fixture f;
    struct import_counts counts;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_int_equal(fixture_import(&f, bank_file(&f, 9, "1.1"), NULL, &counts),
                     OUTCOME_ABSENT_REFUSED);
    assert_int_equal(catalog_item_count(app_store(f.app)), 12);
    assert_int_equal(fixture_import(&f, bank_file(&f, 9, "1.1"), &meant,
                                    &counts),
                     OUTCOME_IMPORTED);
    assert_int_equal(counts.absent, 3);
    assert_int_equal(catalog_item_count(app_store(f.app)), 9);
    assert_int_equal(fixture_import(&f, bank_file(&f, 12, "1.2"), NULL,
                                    &counts),
                     OUTCOME_IMPORTED);
    assert_int_equal(counts.returned, 3);
    fixture_close(&f);
}

static void an_older_version_is_refused_unless_forced(void **state)
{
    static const struct import_options force = {.origin = ORIGIN_USER,
                                                .force = true};
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_int_equal(fixture_import(&f, bank_file(&f, 12, "2026.10"), NULL,
                                    NULL),
                     OUTCOME_IMPORTED);
    assert_int_equal(fixture_import(&f, bank_file(&f, 12, "2026.9"), NULL,
                                    NULL),
                     OUTCOME_OLDER_REFUSED);
    assert_int_equal(fixture_import(&f, bank_file(&f, 12, "2026.9"), &force,
                                    NULL),
                     OUTCOME_IMPORTED);
    fixture_close(&f);
}

static void one_error_rejects_the_whole_file(void **state)
{
    struct fixture f;
    struct strbuf text = {0};
    char *good = fixture_bank(14, "1.1");

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    strbuf_printf(&text,
                  "%s  - id: broken\n    topic: t/a\n    stem: Why?\n"
                  "    options: {A: x, B: y}\n    answer: E\n",
                  good);
    assert_int_equal(
        fixture_import(&f, fixture_file(&f, "bad.yaml", strbuf_text(&text)),
                       NULL, NULL),
        OUTCOME_REJECTED);
    assert_int_equal(catalog_item_count(app_store(f.app)), 12);
    strbuf_finish(&text);
    free(good);
    fixture_close(&f);
}

/* The questions on it must not be looked for in the database. */
static void an_error_in_a_case_is_found_at_its_place(void **state)
{
    static const struct import_options usual = {.origin = ORIGIN_USER};
    struct fixture f;
    struct import_report report;
    const char *path;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    path = fixture_file(
        &f, "bad.yaml",
        "format: proctor-bank/1\nbank: test/cases\ntitle: Cases\n"
        "version: \"1\"\nlanguage: en\nlicense: CC-BY-4.0\ncases:\n"
        "  - id: one\n    title: One\n    parts:\n"
        "      - {name: Note, text: Seen.}\n"
        "questions:\n"
        "  - id: q\n    topic: t/a\n    case: one\n    stem: Why?\n"
        "    options: {A: x, B: y}\n    answer: A\n"
        "    rationale: Because.\n    references: [A book]\n");
    assert_true(library_import(f.app, path, &usual, &report, &f.err));
    assert_int_equal(report.outcome, OUTCOME_REJECTED);
    assert_true(report.diagnostics.errors > 0);
    assert_int_equal(report.diagnostics.items[0].line, 11);
    import_report_finish(&report);
    fixture_close(&f);
}

static void an_export_imports_as_no_change(void **state)
{
    struct fixture f;
    struct import_counts counts;
    struct strbuf out = {0}, again = {0};
    const char *path;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_true(library_export(f.app, "test/quick", &out, &f.err));
    path = fixture_file(&f, "export.yaml", strbuf_text(&out));
    assert_int_equal(fixture_import(&f, path, NULL, &counts), OUTCOME_CURRENT);
    assert_int_equal(counts.unchanged, 12);
    assert_int_equal(counts.added + counts.changed + counts.absent, 0);
    assert_true(library_export(f.app, "test/quick", &again, &f.err));
    assert_string_equal(strbuf_text(&again), strbuf_text(&out));
    strbuf_finish(&out);
    strbuf_finish(&again);
    fixture_close(&f);
}

static void an_export_of_a_shipped_bank_imports_as_no_change(void **state)
{
    static const struct import_options shipped = {.origin = ORIGIN_SHIPPED};
    struct fixture f;
    struct import_counts counts;
    struct strbuf out = {0};
    struct bank_rows banks;

    (void)state;
    fixture_open(&f);
    fixture_import(&f, fixture_file(&f, "topics.yaml", fixture_topics), NULL,
                   NULL);
    assert_int_equal(fixture_import(&f, bank_file(&f, 12, "1.0"), &shipped,
                                    NULL),
                     OUTCOME_IMPORTED);
    assert_true(library_export(f.app, "test/quick", &out, &f.err));
    assert_int_equal(
        fixture_import(&f, fixture_file(&f, "export.yaml", strbuf_text(&out)),
                       NULL, &counts),
        OUTCOME_CURRENT);
    assert_int_equal(counts.unchanged, 12);
    assert_int_equal(counts.added, 0);
    assert_true(catalog_banks(app_store(f.app), &f.arena, &banks, &f.err));
    assert_int_equal(banks.count, 1);
    strbuf_finish(&out);
    fixture_close(&f);
}

/* What a user may change without touching a question. */
static void a_changed_header_or_case_is_not_nothing(void **state)
{
    static const struct {
        const char *old, *new;
    } changes[] = {
        {"title: Quick\n", "title: Slow\n"},
        {"license: CC-BY-4.0\n", "license: CC-BY-4.0\nnotice: Mine.\n"},
        {"license: CC-BY-4.0\n", "license: CC-BY-4.0\nx-note: mine\n"},
        {"license: CC-BY-4.0\n",
         "license: CC-BY-4.0\ncases:\n  - id: extra\n    title: Extra\n"
         "    parts:\n      - {heading: Note, text: A text.}\n"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        struct fixture f;
        struct strbuf text = {0};
        char *bank = fixture_bank(12, "1.0");
        char *at = strstr(bank, changes[i].old);

        fixture_open(&f);
        fixture_fill(&f);
        strbuf_add(&text, (struct str){bank, (size_t)(at - bank)});
        strbuf_adds(&text, changes[i].new);
        strbuf_adds(&text, at + strlen(changes[i].old));
        assert_int_equal(
            fixture_import(&f, fixture_file(&f, "new.yaml", strbuf_text(&text)),
                           NULL, NULL),
            OUTCOME_IMPORTED);
        strbuf_finish(&text);
        free(bank);
        fixture_close(&f);
    }
}

static void a_dry_run_knows_the_topics_of_its_own_files(void **state)
{
    struct fixture f;
    struct strmap *topics = strmap_create();
    struct import_options dry = {
        .origin = ORIGIN_USER, .dry_run = true, .more_topics = topics};
    struct path_list files;
    const char *folder;

    (void)state;
    fixture_open(&f);
    fixture_file(&f, "topics.yaml", fixture_topics);
    fixture_file(&f, "exam.yaml", fixture_exam);
    bank_file(&f, 12, "1.0");
    folder = f.folder;
    assert_true(library_files(&f.arena, &folder, 1, &files, &f.err));
    assert_true(library_topics(&files, topics, &f.err));
    for (size_t i = 0; i < files.count; i++)
        assert_int_equal(fixture_import(&f, files.paths[i], &dry, NULL),
                         OUTCOME_WOULD_IMPORT);
    strmap_destroy(topics);
    fixture_close(&f);
}

static void a_dry_run_in_a_database_of_another_only_checks(void **state)
{
    static const struct import_options dry = {.origin = ORIGIN_USER,
                                              .dry_run = true};
    struct fixture f;
    struct app *writer, *reader;
    struct app_options options;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    options = (struct app_options){.database = f.database, .clock = &f.clock};
    reader = app_open(&options, &f.err);
    assert_non_null(reader);
    writer = f.app;
    f.app = reader;
    assert_int_equal(fixture_import(&f, bank_file(&f, 14, "1.1"), &dry, NULL),
                     OUTCOME_CHECKED);
    app_close(reader);
    f.app = writer;
    fixture_close(&f);
}

static void a_refused_older_version_names_both(void **state)
{
    static const struct import_options usual = {.origin = ORIGIN_USER};
    struct fixture f;
    struct import_report report;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    fixture_import(&f, bank_file(&f, 12, "2026.10"), NULL, NULL);
    assert_true(library_import(f.app, bank_file(&f, 12, "2026.9"), &usual,
                               &report, &f.err));
    assert_int_equal(report.outcome, OUTCOME_OLDER_REFUSED);
    assert_non_null(strstr(import_report_text(&report), "2026.10"));
    assert_non_null(strstr(import_report_text(&report), "2026.9 "));
    import_report_finish(&report);
    fixture_close(&f);
}

static void what_is_loaded_already_is_named_with_its_version(void **state)
{
    static const struct import_options usual = {.origin = ORIGIN_USER};
    static const struct {
        const char *file, *name, *version;
    } files[] = {
        {"topics.yaml", "topics", ""},
        {"exam.yaml", "quick", "1"},
        {"bank.yaml", "test/quick", "1.0"},
    };
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct import_report report;
        const char *path =
            arena_printf(&f.arena, "%s/%s", f.folder, files[i].file);

        assert_true(library_import(f.app, path, &usual, &report, &f.err));
        assert_int_equal(report.outcome, OUTCOME_CURRENT);
        assert_string_equal(report.name, files[i].name);
        assert_string_equal(report.version, files[i].version);
        import_report_finish(&report);
    }
    fixture_close(&f);
}

/* With nothing left on the disk; a leak would be seen by the sanitizer. */
static void a_commit_that_fails_names_the_file_and_changes_nothing(void **state)
{
    struct rlimit full = {4096, RLIM_INFINITY}, usual;
    struct fixture f;
    const char *path;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    path = bank_file(&f, 14, "1.1");
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &usual), 0);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &full), 0);
    assert_int_equal(fixture_import(&f, path, NULL, NULL), OUTCOME_COUNT);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &usual), 0);
    assert_non_null(strstr(f.err.message, path));
    assert_non_null(strstr(f.err.message, "the database is as it was"));
    assert_int_equal(catalog_item_count(app_store(f.app)), 12);
    assert_int_equal(fixture_import(&f, path, NULL, NULL), OUTCOME_IMPORTED);
    fixture_close(&f);
}

static void a_bank_that_is_not_there_is_named(void **state)
{
    struct fixture f;
    struct strbuf out = {0};

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_false(library_export(f.app, "test/quik", &out, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_non_null(strstr(f.err.message, "test/quick"));
    strbuf_finish(&out);
    fixture_close(&f);
}

static void a_missing_file_is_no_finding_but_an_error(void **state)
{
    struct fixture f;

    (void)state;
    fixture_open(&f);
    assert_int_equal(fixture_import(&f, "/nowhere/at/all.yaml", NULL, NULL),
                     OUTCOME_COUNT);
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_non_null(strstr(f.err.message, "/nowhere/at/all.yaml"));
    fixture_close(&f);
}

static void files_are_read_topics_first_then_exams(void **state)
{
    struct fixture f;
    struct path_list files;
    const char *folder;

    (void)state;
    fixture_open(&f);
    bank_file(&f, 3, "1");
    fixture_file(&f, "z-topics.yaml", fixture_topics);
    fixture_file(&f, "c-exam.yaml", fixture_exam);
    folder = f.folder;
    assert_true(library_files(&f.arena, &folder, 1, &files, &f.err));
    assert_int_equal(files.count, 3);
    assert_non_null(strstr(files.paths[0], "z-topics.yaml"));
    assert_non_null(strstr(files.paths[1], "c-exam.yaml"));
    assert_non_null(strstr(files.paths[2], "bank.yaml"));
    fixture_close(&f);
}

static void adopting_takes_the_shipped_bank_for_the_own_copy(void **state)
{
    static const struct import_options shipped = {.origin = ORIGIN_SHIPPED};
    struct fixture f;

    (void)state;
    fixture_open(&f);
    assert_int_equal(fixture_import(&f,
                                    fixture_file(&f, "t.yaml", fixture_topics),
                                    NULL, NULL),
                     OUTCOME_IMPORTED);
    assert_int_equal(fixture_import(&f, bank_file(&f, 12, "1.0"), &shipped,
                                    NULL),
                     OUTCOME_IMPORTED);
    assert_false(catalog_adopt_bank(app_store(f.app), "test/quick", &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_int_equal(fixture_import(&f, bank_file(&f, 15, "2.0"), NULL, NULL),
                     OUTCOME_IMPORTED);
    assert_int_equal(catalog_item_count(app_store(f.app)), 15);
    assert_true(catalog_adopt_bank(app_store(f.app), "test/quick", &f.err));
    assert_int_equal(catalog_item_count(app_store(f.app)), 12);
    assert_int_equal(fixture_import(&f, bank_file(&f, 15, "2.0"), NULL, NULL),
                     OUTCOME_IMPORTED);
    assert_int_equal(catalog_item_count(app_store(f.app)), 15);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adopting_takes_the_shipped_bank_for_the_own_copy),
        cmocka_unit_test(the_same_file_again_is_nothing_to_do),
        cmocka_unit_test(a_newer_version_counts_what_changed),
        cmocka_unit_test(a_dry_run_changes_nothing),
        cmocka_unit_test(more_than_a_fifth_gone_is_refused_unless_meant),
        cmocka_unit_test(an_older_version_is_refused_unless_forced),
        cmocka_unit_test(one_error_rejects_the_whole_file),
        cmocka_unit_test(an_error_in_a_case_is_found_at_its_place),
        cmocka_unit_test(an_export_imports_as_no_change),
        cmocka_unit_test(an_export_of_a_shipped_bank_imports_as_no_change),
        cmocka_unit_test(a_changed_header_or_case_is_not_nothing),
        cmocka_unit_test(a_dry_run_knows_the_topics_of_its_own_files),
        cmocka_unit_test(a_dry_run_in_a_database_of_another_only_checks),
        cmocka_unit_test(a_refused_older_version_names_both),
        cmocka_unit_test(what_is_loaded_already_is_named_with_its_version),
        cmocka_unit_test(
            a_commit_that_fails_names_the_file_and_changes_nothing),
        cmocka_unit_test(a_bank_that_is_not_there_is_named),
        cmocka_unit_test(a_missing_file_is_no_finding_but_an_error),
        cmocka_unit_test(files_are_read_topics_first_then_exams),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
