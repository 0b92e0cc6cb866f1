/*
 * How long an answer takes from the act to the disk, against one raw
 * fdatasync() of a page in the same folder, measured in the same run.
 *     bench_answer [ANSWERS]
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench.h"
#include "bench_fill.h"
#include "proctor/app/session.h"

#define PATH_SIZE 512
#define PAGE 4096
#define BAR_TIMES 5
#define BAR_ADDED_MS 3

static void raw_flushes(const char *folder, double *ms, int count)
{
    char path[PATH_SIZE + 16];
    char page[PAGE];
    int fd;

    snprintf(path, sizeof path, "%s/raw", folder);
    memset(page, 'x', sizeof page);
    fd = open(path, O_RDWR | O_CREAT, 0600);
    bench_must(fd >= 0, "the raw file");
    for (int i = 0; i < count; i++) {
        double start = bench_now();

        bench_must(write(fd, page, sizeof page) == PAGE && fdatasync(fd) == 0,
                   "the raw write");
        ms[i] = (bench_now() - start) * 1000;
    }
    close(fd);
}

static void answers(struct app *app, double *ms, int count)
{
    struct plan_options options = {.exam = "bench", .seed = "1"};
    struct arena arena = {0};
    struct session_plan plan;
    struct error err = {0};
    struct session *session;
    int64_t commits;

    bench_must(session_plan(app, &options, &arena, &plan, &err), err.message);
    session = session_start(app, &plan, &err);
    bench_must(session != NULL, err.message);
    commits = store_commits(app_store(app));
    for (int i = 0; i < count; i++) {
        char letter = (char)('A' + i / 100 % 4);
        double start = bench_now();

        bench_must(session_choose(session, i % 100, letter, &err) &&
                       session_save_state(session) == SAVE_DONE,
                   "an answer");
        ms[i] = (bench_now() - start) * 1000;
    }
    printf("%d answers, %.3f commits an answer\n", count,
           (double)(store_commits(app_store(app)) - commits) / count);
    bench_must(session_abandon(session, &err), err.message);
    session_close(session);
    arena_finish(&arena);
}

int main(int argc, char **argv)
{
    int count = bench_argument(argc, argv, 1000);
    double *raw = calloc((size_t)count, sizeof *raw);
    double *ours = calloc((size_t)count, sizeof *ours);
    char folder[256], database[PATH_SIZE];
    struct app_options options = {.database = database};
    struct error err = {0};
    struct app *app;

    bench_must(raw && ours, "memory");
    bench_folder(folder, sizeof folder);
    snprintf(database, sizeof database, "%s/bench.db", folder);
    app = app_open(&options, &err);
    bench_must(app != NULL, err.message);
    bench_fill_bank(app, folder, 2000);
    raw_flushes(folder, raw, count);
    answers(app, ours, count);
    bench_times("raw fdatasync", raw, count);
    bench_times("answer, stored", ours, count);
    printf("p50: %.2f x raw; bar %d x raw + %d ms = %.3f ms\n",
           ours[count / 2] / raw[count / 2], BAR_TIMES, BAR_ADDED_MS,
           BAR_TIMES * raw[count / 2] + BAR_ADDED_MS);
    app_close(app);
    bench_remove(folder);
    free(raw);
    free(ours);
    return 0;
}
