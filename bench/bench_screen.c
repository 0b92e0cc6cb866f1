/*
 * How fast the full screen is, measured from outside on a pseudo-terminal with
 * 100,000 questions, 1,000 attempts and 100,000 answers in the database: the
 * start to the first screen, the opening of what looks back (bench_places.c), a
 * key to its finished screen with the bytes sent, wake-ups and bytes while the
 * exam clock is shown. Needs -Dtest_hooks=true.
 *     bench_screen PROGRAM [QUESTIONS]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench.h"
#include "bench_fill.h"
#include "bench_places.h"

#define PATH_SIZE 512
#define ATTEMPTS 1000
#define STARTS 100
#define KEYS 1000
#define IDLE_SECONDS 30

static void fill(const char *folder, const char *database, int questions)
{
    struct app_options options = {.database = database};
    struct error err = {0};
    struct app *app = app_open(&options, &err);

    bench_must(app != NULL, err.message);
    bench_fill_bank(app, folder, questions);
    bench_fill_attempts(app, folder, ATTEMPTS);
    app_close(app);
}

struct terminal {
    char database[PATH_SIZE + 32];
    const char *argv[8];
    const char *env[8];
};

/* Until the last line, the hints, is there: the screen is whole. */
static struct vth *open_screen(const struct terminal *terminal)
{
    struct vth_options options = {terminal->argv, terminal->env, 24, 80};
    struct vth *vth = vth_open(&options);

    bench_must(vth_wait_text(vth, "? help", BENCH_WAIT_MS), "the first screen");
    return vth;
}

static void measure_starts(const struct terminal *terminal)
{
    double ms[STARTS], processor = 0;

    for (int i = 0; i < STARTS; i++) {
        double start = bench_now();
        struct vth *vth = open_screen(terminal);

        ms[i] = (bench_now() - start) * 1000;
        processor += bench_processor_ms(vth);
        vth_close(vth);
    }
    bench_times("start to home", ms, STARTS);
    bench_processor(processor / STARTS);
}

/* Moves about and chooses, as a candidate does. */
static void measure_keys(struct vth *vth)
{
    static const char keys[] = "anbncndnmnnpp";
    double *ms = calloc(KEYS, sizeof *ms);
    size_t before = vth_bytes(vth);

    bench_must(ms != NULL, "memory");
    for (int i = 0; i < KEYS; i++) {
        char key[2] = {keys[(size_t)i % (sizeof keys - 1)], '\0'};
        double start = bench_now();

        vth_text(vth, key);
        bench_must(vth_sync(vth, BENCH_WAIT_MS), "a key");
        ms[i] = (bench_now() - start) * 1000;
    }
    bench_times("key to screen", ms, KEYS);
    printf("bytes a key: %.0f (bar 1024), marker included; bar 5 ms at p99\n",
           (double)(vth_bytes(vth) - before) / KEYS);
    free(ms);
}

/* A number behind `name` in /proc/PID/`file`. */
static long proc_number(long pid, const char *file, const char *name)
{
    char path[64], line[256];
    long value = -1;
    FILE *stream;

    snprintf(path, sizeof path, "/proc/%ld/%s", pid, file);
    stream = fopen(path, "r");
    while (stream && fgets(line, sizeof line, stream))
        if (strncmp(line, name, strlen(name)) == 0)
            value = strtol(line + strlen(name), NULL, 10);
    if (stream)
        fclose(stream);
    return value;
}

static void measure_idle(struct vth *vth)
{
    long pid = vth_pid(vth), wakes;
    size_t bytes = vth_bytes(vth);

    wakes = proc_number(pid, "status", "voluntary_ctxt_switches:");
    sleep(IDLE_SECONDS);
    wakes = proc_number(pid, "status", "voluntary_ctxt_switches:") - wakes;
    bench_must(vth_sync(vth, BENCH_WAIT_MS), "the screen after idling");
    printf("clock shown: %.2f switches a second (bar 1.2 wake-ups; the "
           "15-second heartbeat's flush counts some), %.0f bytes a second\n",
           (double)wakes / IDLE_SECONDS,
           (double)(vth_bytes(vth) - bytes) / IDLE_SECONDS);
}

int main(int argc, char **argv)
{
    struct terminal terminal = {
        .env = {"TERM=xterm-256color", "LC_ALL=C.UTF-8", "HOME=/nonexistent",
                "PROCTOR_DATA=/nonexistent", NULL},
    };
    char folder[256];
    struct vth *vth;
    int questions;

    bench_must(argc > 1, "usage: bench_screen PROGRAM [QUESTIONS];");
    questions = bench_argument(argc - 1, argv + 1, 100000);
    bench_folder(folder, sizeof folder);
    snprintf(terminal.database, sizeof terminal.database, "%s/bench.db",
             folder);
    terminal.argv[0] = argv[1];
    terminal.argv[1] = "--db";
    terminal.argv[2] = terminal.database;
    fill(folder, terminal.database, questions);
    printf("%d questions, %d attempts of 100 answers\n", questions, ATTEMPTS);
    printf("bar of all that is opened: 50 ms at p99\n");
    measure_starts(&terminal);
    vth = open_screen(&terminal);
    bench_places(vth);
    vth_close(vth);
    terminal.argv[3] = "sit";
    terminal.argv[4] = "bench";
    vth = open_screen(&terminal);
    bench_must(vth_sync(vth, BENCH_WAIT_MS), "the start sheet");
    vth_key(vth, VTERM_KEY_ENTER, VTERM_MOD_NONE);
    bench_must(vth_sync(vth, BENCH_WAIT_MS) &&
                   vth_find(vth, "Question 1", NULL, NULL),
               "starting the exam");
    measure_keys(vth);
    measure_idle(vth);
    vth_close(vth);
    bench_remove(folder);
    return 0;
}
