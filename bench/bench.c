/* Shared parts of the benchmarks; see bench.h. */
#include "bench.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define RUNS_MAX 16

double bench_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void bench_must(bool ok, const char *what)
{
    if (ok)
        return;
    fprintf(stderr, "bench: %s failed\n", what);
    exit(1);
}

static struct bench_run run_once(double (*work)(void *context), void *context)
{
    struct bench_run run = {-1, 0};
    struct rusage usage;
    int pipe_fds[2], status;
    pid_t child;

    bench_must(pipe(pipe_fds) == 0, "pipe");
    fflush(stdout);
    child = fork();
    bench_must(child >= 0, "fork");
    if (child == 0) {
        double seconds = work(context);

        _exit(write(pipe_fds[1], &seconds, sizeof seconds) ==
                      (ssize_t)sizeof seconds
                  ? 0
                  : 1);
    }
    close(pipe_fds[1]);
    bench_must(read(pipe_fds[0], &run.seconds, sizeof run.seconds) ==
                   (ssize_t)sizeof run.seconds,
               "the measured work");
    close(pipe_fds[0]);
    bench_must(wait4(child, &status, 0, &usage) == child && status == 0 &&
                   run.seconds >= 0,
               "the measured work");
    run.memory_kib = usage.ru_maxrss;
    return run;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

void bench_times(const char *what, double *ms, int count)
{
    qsort(ms, (size_t)count, sizeof *ms, by_value);
    printf("%-16s p50 %.3f ms, p99 %.3f ms, most %.3f ms\n", what,
           ms[count / 2], ms[count * 99 / 100], ms[count - 1]);
}

static int by_seconds(const void *a, const void *b)
{
    double x = ((const struct bench_run *)a)->seconds;
    double y = ((const struct bench_run *)b)->seconds;

    return (x > y) - (x < y);
}

struct bench_run bench_repeat(int times, double (*work)(void *context),
                              void *context)
{
    struct bench_run runs[RUNS_MAX];

    if (times > RUNS_MAX)
        times = RUNS_MAX;
    for (int i = 0; i < times; i++)
        runs[i] = run_once(work, context);
    qsort(runs, (size_t)times, sizeof *runs, by_seconds);
    return runs[times / 2];
}

void bench_folder(char *out, size_t size)
{
    const char *base = getenv("TMPDIR");

    snprintf(out, size, "%s/proctor-bench-XXXXXX", base ? base : "/tmp");
    bench_must(mkdtemp(out) != NULL, "making a folder");
}

void bench_remove(const char *folder)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;

    while (dir && (entry = readdir(dir)) != NULL)
        if (entry->d_name[0] != '.')
            unlinkat(dirfd(dir), entry->d_name, 0);
    if (dir)
        closedir(dir);
    rmdir(folder);
}

int bench_argument(int argc, char **argv, int fallback)
{
    return argc > 1 ? (int)strtol(argv[1], NULL, 10) : fallback;
}
