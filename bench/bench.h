/* What the benchmarks share: time, a process of its own per run, a folder that
 * goes away, a bank of any size. */
#ifndef PROCTOR_BENCH_H
#define PROCTOR_BENCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Seconds of the monotonic clock. */
double bench_now(void);

struct bench_run {
    double seconds;  /* of the work alone */
    long memory_kib; /* the process's peak */
};

/*
 * Runs `work` `times` times, each in a fresh process, and gives the median.
 * The work gives its own seconds; below 0 means it failed, and the program
 * ends.
 */
struct bench_run bench_repeat(int times, double (*work)(void *context),
                              void *context);

/* A new folder below TMPDIR (or /tmp); removed with its files by
 * bench_remove(). */
void bench_folder(char *out, size_t size);
void bench_remove(const char *folder);

/* Writes a proctor-bank/1 of `questions` varied questions, about 580 bytes
 * each, always the same. Gives its size. */
size_t make_bank(const char *path, int questions);

/* Write the topics of that bank, and an exam `bench` of 100 of its questions;
 * the path of the file into `out`. */
void bench_write_topics(const char *folder, char *out, size_t size);
void bench_write_exam(const char *folder, char *out, size_t size);

/* Prints median, 99th percentile and maximum; sorts the times. */
void bench_times(const char *what, double *ms, int count);

/* The number of the first argument, or `fallback`. */
int bench_argument(int argc, char **argv, int fallback);

/* Ends the program with a message when `ok` is false. */
void bench_must(bool ok, const char *what);

#endif
