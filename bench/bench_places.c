/*
 * Each place is opened by its keys, waited for until its last byte is there,
 * and left again. Keys before the last one lead to where it is opened from and
 * are not timed.
 */
#include "bench_places.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

#define OPENINGS 100

static const struct place {
    const char *name;
    const char *way;  /* keys from the first screen, \x01 for Home */
    const char *key;  /* opens it; \r is Enter */
    const char *text; /* what it shows */
} places[] = {
    {"results", "", "r", "Results, showing: all (1000)"},
    {"a result", "r", "\r", "questions right"},
    {"trend", "r", "t", "Marks over time: the whole exam"},
    {"weak sections", "", "w", "Weak areas by section"},
    {"weak topics", "wo\x01", "\r", "Weak areas by topic"},
    {"search", "", "/", "Type a word"},
    {"search, no hit", "/zebra", "\r", "0 hits;"},
};

double bench_processor_ms(struct vth *vth)
{
    char path[64], line[64] = "";
    FILE *file;

    snprintf(path, sizeof path, "/proc/%ld/schedstat", (long)vth_pid(vth));
    file = fopen(path, "r");
    if (file) {
        if (!fgets(line, sizeof line, file))
            line[0] = '\0';
        fclose(file);
    }
    return strtod(line, NULL) / 1e6;
}

static void press(struct vth *vth, char key)
{
    const char text[] = {key, '\0'};

    if (key == '\r')
        vth_key(vth, VTERM_KEY_ENTER, VTERM_MOD_NONE);
    else if (key == '\x01')
        vth_key(vth, VTERM_KEY_HOME, VTERM_MOD_NONE);
    else
        vth_text(vth, text);
    bench_must(vth_sync(vth, BENCH_WAIT_MS), "a key");
}

static bool is_home(struct vth *vth)
{
    return vth_find(vth, "q quit", NULL, NULL);
}

static void go_home(struct vth *vth)
{
    for (int steps = 0; !is_home(vth); steps++) {
        bench_must(steps < 5, "finding the first screen");
        vth_key(vth, VTERM_KEY_ESCAPE, VTERM_MOD_NONE);
        bench_must(vth_sync(vth, BENCH_WAIT_MS), "the way back");
    }
}

static void measure(struct vth *vth, const struct place *place)
{
    double ms[OPENINGS], processor = 0;

    for (int i = 0; i < OPENINGS; i++) {
        double start, before;

        for (const char *key = place->way; *key; key++)
            press(vth, *key);
        before = bench_processor_ms(vth);
        start = bench_now();
        press(vth, place->key[0]);
        ms[i] = (bench_now() - start) * 1000;
        processor += bench_processor_ms(vth) - before;
        bench_must(vth_find(vth, place->text, NULL, NULL), place->text);
        go_home(vth);
    }
    bench_times(place->name, ms, OPENINGS);
    bench_processor(processor / OPENINGS);
}

/* The first screen is there with its first frame: what it counts in slices
 * after that keeps nobody waiting. */
static void measure_home(struct vth *vth)
{
    double ms[OPENINGS];

    for (int i = 0; i < OPENINGS; i++) {
        double start;

        press(vth, '/');
        start = bench_now();
        vth_key(vth, VTERM_KEY_ESCAPE, VTERM_MOD_NONE);
        bench_must(vth_wait_text(vth, "q quit", BENCH_WAIT_MS), "home");
        ms[i] = (bench_now() - start) * 1000;
        bench_must(vth_sync(vth, BENCH_WAIT_MS), "home");
    }
    bench_times("back to home", ms, OPENINGS);
}

/* Beyond the mark of the sync key. */
static void measure_nothing(struct vth *vth)
{
    size_t before = vth_bytes(vth), mark;

    bench_must(vth_sync(vth, BENCH_WAIT_MS), "the mark");
    mark = vth_bytes(vth) - before;
    before = vth_bytes(vth);
    press(vth, 'k');
    printf("a key without a meaning: %zu bytes (bar 0)\n",
           vth_bytes(vth) - before - mark);
}

void bench_processor(double ms)
{
    printf("%-16s processor %.3f ms in the mean\n", "", ms);
}

void bench_places(struct vth *vth)
{
    bench_must(vth_sync(vth, BENCH_WAIT_MS) && is_home(vth),
               "the first screen");
    measure_home(vth);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        measure(vth, &places[i]);
    measure_nothing(vth);
}
