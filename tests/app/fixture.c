/* See fixture.h. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <dirent.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/people.h"

const char fixture_topics[] = "format: proctor-topics/1\n"
                              "topics:\n"
                              "  - {id: t/a, title: Topic A}\n"
                              "  - {id: t/b, title: Topic B}\n";

const char fixture_exam[] = "format: proctor-exam/1\n"
                            "exam: quick\n"
                            "title: Quick exam\n"
                            "issuer: Nobody\n"
                            "type: mock\n"
                            "status: live\n"
                            "version: \"1\"\n"
                            "aliases: [short]\n"
                            "minutes: 60\n"
                            "items: {scored: 6, pretest: 0}\n"
                            "pass: {percent: 70}\n"
                            "order: by-section\n"
                            "navigation: free\n"
                            "warn_minutes: [30, 5]\n"
                            "sections:\n"
                            "  - {id: a, title: Part A, items: 4, topics: "
                            "[t/a]}\n"
                            "  - {id: b, title: Part B, items: 2, topics: "
                            "[t/b]}\n";

static void read_moment(void *context, struct moment *moment_out)
{
    *moment_out = ((struct fixture *)context)->now;
}

static const char *read_boot_id(void *context)
{
    return ((struct fixture *)context)->boot_id;
}

static void open_app(struct fixture *fixture)
{
    struct app_options options = {.database = fixture->database,
                                  .clock = &fixture->clock};

    fixture->app = app_open(&options, &fixture->err);
    if (!fixture->app)
        fail_msg("cannot open: %s", fixture->err.message);
}

void fixture_open(struct fixture *fixture)
{
    *fixture = (struct fixture){
        .now = {3600000, 3600000, 1800000000000},
        .boot_id = "first-boot",
    };
    fixture->clock = (struct clock){read_moment, read_boot_id, fixture};
    snprintf(fixture->folder, sizeof fixture->folder,
             "/tmp/proctor-test-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    snprintf(fixture->database, sizeof fixture->database, "%.480s/test.db",
             fixture->folder);
    open_app(fixture);
}

void fixture_reopen(struct fixture *fixture)
{
    app_close(fixture->app);
    open_app(fixture);
}

void fixture_killed(struct fixture *fixture,
                    void (*work)(struct fixture *fixture))
{
    pid_t child;
    int status;

    app_close(fixture->app);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        open_app(fixture);
        work(fixture);
        raise(SIGKILL);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    open_app(fixture);
}

static void remove_folder(const char *path)
{
    DIR *dir = opendir(path);
    struct dirent *entry;

    while (dir && (entry = readdir(dir)) != NULL) {
        char below[FIXTURE_PATH * 2];

        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(below, sizeof below, "%s/%s", path, entry->d_name);
        if (unlink(below) != 0)
            remove_folder(below);
    }
    if (dir)
        closedir(dir);
    rmdir(path);
}

void fixture_close(struct fixture *fixture)
{
    app_close(fixture->app);
    arena_finish(&fixture->arena);
    remove_folder(fixture->folder);
}

void fixture_pass(struct fixture *fixture, int64_t ms)
{
    fixture->now.boot_ms += ms;
    fixture->now.monotonic_ms += ms;
    fixture->now.utc_ms += ms;
}

const char *fixture_file(struct fixture *fixture, const char *name,
                         const char *text)
{
    const char *path =
        arena_printf(&fixture->arena, "%s/%s", fixture->folder, name);
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    return path;
}

enum import_outcome fixture_import(struct fixture *fixture, const char *path,
                                   const struct import_options *options,
                                   struct import_counts *counts_out)
{
    static const struct import_options usual = {.origin = ORIGIN_USER};
    struct import_report report;
    enum import_outcome outcome = OUTCOME_COUNT;

    if (library_import(fixture->app, path, options ? options : &usual, &report,
                       &fixture->err))
        outcome = report.outcome;
    if (counts_out)
        *counts_out = report.counts;
    import_report_finish(&report);
    return outcome;
}

char *fixture_bank(int count, const char *version)
{
    struct strbuf text = {0};

    strbuf_printf(&text,
                  "format: proctor-bank/1\nbank: test/quick\ntitle: Quick\n"
                  "version: \"%s\"\nlanguage: en\nlicense: CC-BY-4.0\n"
                  "questions:\n",
                  version);
    for (int i = 0; i < count; i++)
        strbuf_printf(&text,
                      "  - id: q%d\n    topic: t/%s\n"
                      "    stem: Question number %d?\n"
                      "    options: {A: right, B: wrong, C: no, D: never}\n"
                      "    answer: A\n"
                      "    rationale: Because.\n"
                      "    references: [A book]\n",
                      i, i % 3 == 2 ? "b" : "a", i);
    return strbuf_take(&text);
}

void fixture_fill(struct fixture *fixture)
{
    char *bank = fixture_bank(12, "1.0");

    assert_int_equal(
        fixture_import(fixture,
                       fixture_file(fixture, "topics.yaml", fixture_topics),
                       NULL, NULL),
        OUTCOME_IMPORTED);
    assert_int_equal(
        fixture_import(fixture,
                       fixture_file(fixture, "exam.yaml", fixture_exam), NULL,
                       NULL),
        OUTCOME_IMPORTED);
    assert_int_equal(fixture_import(fixture,
                                    fixture_file(fixture, "bank.yaml", bank),
                                    NULL, NULL),
                     OUTCOME_IMPORTED);
    free(bank);
}

static struct session *start(struct fixture *fixture, const char *seed,
                             enum attempt_mode mode)
{
    struct plan_options options = {.exam = "quick", .seed = seed};
    struct session_plan plan;
    struct session *session = NULL;

    if (session_plan(fixture->app, &options, &fixture->arena, &plan,
                     &fixture->err)) {
        plan.mode = mode;
        plan.gives_feedback = mode != MODE_EXAM;
        session = session_start(fixture->app, &plan, &fixture->err);
    }
    if (!session)
        fail_msg("cannot start: %s", fixture->err.message);
    return session;
}

struct session *fixture_start(struct fixture *fixture)
{
    return start(fixture, "1", MODE_EXAM);
}

struct session *fixture_practise(struct fixture *fixture)
{
    return start(fixture, "1", MODE_PRACTICE);
}

int64_t fixture_sit(struct fixture *fixture, int right, int wrong)
{
    struct session *session = start(fixture, NULL, MODE_EXAM);
    int64_t attempt_id = session_attempt_id(session);

    for (int pos = 0; pos < right + wrong; pos++)
        fixture_answer(session, pos, pos < right);
    if (!session_submit(session, &fixture->err))
        fail_msg("cannot submit: %s", fixture->err.message);
    session_close(session);
    return attempt_id;
}

int64_t fixture_person(struct fixture *fixture, const char *name)
{
    int64_t id = 0;

    if (!people_add(fixture->app, name, &id, &fixture->err))
        fail_msg("cannot add '%s': %s", name, fixture->err.message);
    return id;
}

struct app *fixture_open_as(struct fixture *fixture, const char *name)
{
    struct app_options options = {.database = fixture->database,
                                  .read_only = true,
                                  .candidate = name,
                                  .clock = &fixture->clock};

    return app_open(&options, &fixture->err);
}

void fixture_prepare(struct fixture *fixture)
{
    struct candidate candidate = *app_candidate(fixture->app);

    candidate.exam = "quick";
    if (!app_set_candidate(fixture->app, &candidate, &fixture->err))
        fail_msg("cannot prepare: %s", fixture->err.message);
}

struct session_plan
fixture_plan_practice(struct fixture *fixture,
                      const struct practice_request *request)
{
    struct session_plan plan;

    if (!practice_plan(fixture->app, request, &fixture->arena, &plan,
                       &fixture->err))
        fail_msg("cannot plan: %s", fixture->err.message);
    return plan;
}

struct session *fixture_start_practice(struct fixture *fixture,
                                       const struct practice_request *request)
{
    struct session_plan plan = fixture_plan_practice(fixture, request);
    struct session *session = session_start(fixture->app, &plan, &fixture->err);

    if (!session)
        fail_msg("cannot practise: %s", fixture->err.message);
    return session;
}

void fixture_answer(struct session *session, int pos, bool right)
{
    struct error err = {0};

    if (!session_visit(session, pos, &err) ||
        !session_choose(session, pos, right ? 'A' : 'B', &err))
        fail_msg("cannot answer: %s", err.message);
}
