/* Loading what lies in the data folder: cheap, and stopped by no bad file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/store/catalog.h"

/* The fixture's folder is the data folder, too. */
static void open_with_data(struct fixture *f)
{
    fixture_open(f);
    assert_int_equal(setenv("PROCTOR_DATA", f->folder, 1), 0);
}

struct heard {
    int outcomes[OUTCOME_COUNT];
    struct error problem;
};

static void hear(void *context, const struct import_report *report)
{
    struct heard *heard = context;

    heard->outcomes[report->outcome]++;
    if (report->problem.code != ERR_NONE)
        heard->problem = report->problem;
}

static struct heard load(struct fixture *f)
{
    struct heard heard = {0};

    if (!library_load_shipped(f->app, hear, &heard, &f->err))
        fail_msg("%s", f->err.message);
    return heard;
}

static void put_files(struct fixture *f, const char *version)
{
    char *bank = fixture_bank(12, version);

    fixture_file(f, "topics.yaml", fixture_topics);
    fixture_file(f, "exam.yaml", fixture_exam);
    fixture_file(f, "good.yaml", bank);
    free(bank);
}

static void what_is_shipped_is_loaded_once(void **state)
{
    struct fixture f;
    struct heard heard;
    int64_t commits;

    (void)state;
    open_with_data(&f);
    put_files(&f, "1");
    heard = load(&f);
    assert_int_equal(heard.outcomes[OUTCOME_IMPORTED], 3);
    load(&f);
    commits = store_commits(app_store(f.app));
    heard = load(&f);
    assert_int_equal(store_commits(app_store(f.app)), commits);
    assert_int_equal(heard.outcomes[OUTCOME_IMPORTED], 0);
    fixture_close(&f);
}

/* Names that come before those of the good files. */
static void bad_files_stop_none_behind_them(void **state)
{
    struct fixture f;
    struct heard heard;

    (void)state;
    open_with_data(&f);
    put_files(&f, "1");
    fixture_file(&f, "a-bad.yaml", "format: proctor-bank/1\nbank: x\n");
    assert_int_equal(truncate(fixture_file(&f, "a-huge.yaml", ""),
                              (off_t)BANK_FILE_MAX + 1),
                     0);
    heard = load(&f);
    assert_int_equal(heard.outcomes[OUTCOME_IMPORTED], 3);
    assert_int_equal(heard.outcomes[OUTCOME_REJECTED], 1);
    assert_int_equal(heard.outcomes[OUTCOME_UNREADABLE], 1);
    assert_non_null(strstr(heard.problem.message, "a-huge.yaml"));
    assert_int_equal(catalog_item_count(app_store(f.app)), 12);
    fixture_close(&f);
}

static void while_an_attempt_runs_topics_are_loaded_and_no_banks(void **state)
{
    struct fixture f;
    struct session *session;
    struct strmap *topics = strmap_create();
    struct bank_rows banks;
    int64_t value;

    (void)state;
    open_with_data(&f);
    fixture_fill(&f);
    session = fixture_start(&f);
    put_files(&f, "2");
    fixture_file(&f, "topics.yaml",
                 "format: proctor-topics/1\ntopics:\n"
                 "  - {id: t/new, title: New}\n");
    load(&f);
    assert_true(catalog_topics(app_store(f.app), topics, &f.err));
    assert_true(strmap_get(topics, STR("t/new"), &value));
    assert_true(catalog_banks(app_store(f.app), &f.arena, &banks, &f.err));
    assert_int_equal(banks.count, 1);
    assert_string_equal(banks.items[0].version, "1.0");
    session_close(session);
    strmap_destroy(topics);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_shipped_is_loaded_once),
        cmocka_unit_test(bad_files_stop_none_behind_them),
        cmocka_unit_test(while_an_attempt_runs_topics_are_loaded_and_no_banks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
