/* See bench_fill.h. What a candidate does goes through the session, as on a
 * screen, so that the rows are those of real attempts. */
#include "bench_fill.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bench.h"
#include "proctor/app/library.h"
#include "proctor/app/session.h"

#define PATH_SIZE 512
/* Varied, so that answers are right and wrong. */
#define LETTERS "ABCDAABA"

static void import(struct app *app, const char *path)
{
    static const struct import_options options = {.origin = ORIGIN_USER};
    struct import_report report;
    struct error err = {0};

    bench_must(library_import(app, path, &options, &report, &err) &&
                   report.outcome == OUTCOME_IMPORTED,
               path);
    import_report_finish(&report);
}

void bench_fill_bank(struct app *app, const char *folder, int questions)
{
    char path[PATH_SIZE + 16];

    bench_write_topics(folder, path, sizeof path);
    import(app, path);
    bench_write_exam(folder, path, sizeof path);
    import(app, path);
    snprintf(path, sizeof path, "%s/bank.yaml", folder);
    make_bank(path, questions);
    import(app, path);
    unlink(path);
}

static void prepare_for_the_exam(struct app *app)
{
    struct candidate candidate = *app_candidate(app);
    struct error err = {0};

    candidate.exam = "bench";
    bench_must(app_set_candidate(app, &candidate, &err), err.message);
}

static void answer_all(struct session *session, int number)
{
    int count = session_sitting(session)->count;
    struct error err = {0};

    for (int pos = 0; pos < count; pos++)
        bench_must(
            session_visit(session, pos, &err) &&
                session_choose(
                    session, pos,
                    LETTERS[(pos * 7 + number) % (int)(sizeof LETTERS - 1)],
                    &err),
            err.message);
}

static void sit(struct app *app, int number)
{
    char seed[16];
    struct plan_options options = {.exam = "bench", .seed = seed};
    struct arena arena = {0};
    struct session_plan plan;
    struct session *session;
    struct error err = {0};

    snprintf(seed, sizeof seed, "%d", number + 1);
    bench_must(session_plan(app, &options, &arena, &plan, &err), err.message);
    session = session_start(app, &plan, &err);
    bench_must(session != NULL, err.message);
    answer_all(session, number);
    bench_must(session_submit(session, &err), err.message);
    session_close(session);
    arena_finish(&arena);
}

void bench_fill_attempts(struct app *app, const char *folder, int attempts)
{
    char path[PATH_SIZE + 16];
    int fd;

    /* In the way of the copies that each end makes: they are not measured. */
    snprintf(path, sizeof path, "%s/backups", folder);
    fd = open(path, O_CREAT | O_WRONLY | O_EXCL | O_CLOEXEC, 0600);
    bench_must(fd >= 0, path);
    close(fd);
    prepare_for_the_exam(app);
    for (int i = 0; i < attempts; i++)
        sit(app, i);
}
