/* Importing and exporting: all or nothing, the same again is nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

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
    assert_int_equal(
        fixture_import(&f, bank_file(&f, 12, "1.0"), NULL, &counts),
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
    assert_int_equal(
        fixture_import(&f, bank_file(&f, 14, "1.10"), NULL, &counts),
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
    assert_int_equal(
        fixture_import(&f, bank_file(&f, 14, "1.1"), &dry, &counts),
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
    assert_int_equal(
        fixture_import(&f, bank_file(&f, 9, "1.1"), &meant, &counts),
        OUTCOME_IMPORTED);
    assert_int_equal(counts.absent, 3);
    assert_int_equal(catalog_item_count(app_store(f.app)), 9);
    assert_int_equal(
        fixture_import(&f, bank_file(&f, 12, "1.2"), NULL, &counts),
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
    assert_int_equal(
        fixture_import(&f, bank_file(&f, 12, "2026.10"), NULL, NULL),
        OUTCOME_IMPORTED);
    assert_int_equal(
        fixture_import(&f, bank_file(&f, 12, "2026.9"), NULL, NULL),
        OUTCOME_OLDER_REFUSED);
    assert_int_equal(
        fixture_import(&f, bank_file(&f, 12, "2026.9"), &force, NULL),
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
    strbuf_printf(&text, "%s  - id: broken\n    topic: t/a\n    stem: Why?\n"
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
    assert_int_equal(fixture_import(&f, path, NULL, &counts), OUTCOME_IMPORTED);
    assert_int_equal(counts.unchanged, 12);
    assert_int_equal(counts.added + counts.changed + counts.absent, 0);
    assert_true(library_export(f.app, "test/quick", &again, &f.err));
    assert_string_equal(strbuf_text(&again), strbuf_text(&out));
    strbuf_finish(&out);
    strbuf_finish(&again);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_file_again_is_nothing_to_do),
        cmocka_unit_test(a_newer_version_counts_what_changed),
        cmocka_unit_test(a_dry_run_changes_nothing),
        cmocka_unit_test(more_than_a_fifth_gone_is_refused_unless_meant),
        cmocka_unit_test(an_older_version_is_refused_unless_forced),
        cmocka_unit_test(one_error_rejects_the_whole_file),
        cmocka_unit_test(an_export_imports_as_no_change),
        cmocka_unit_test(a_bank_that_is_not_there_is_named),
        cmocka_unit_test(a_missing_file_is_no_finding_but_an_error),
        cmocka_unit_test(files_are_read_topics_first_then_exams),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
