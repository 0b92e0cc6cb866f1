/*
 * A home of its own for the program: a folder with questions and an exam, a
 * clock that the test rules, an environment without anything of ours.
 */
#ifndef PROCTOR_TESTS_E2E_WORLD_H
#define PROCTOR_TESTS_E2E_WORLD_H

#include <stdint.h>

#include "vth.h"

#define WORLD_WAIT_MS 20000

struct world {
    const char *program;
    char folder[64];
    int64_t *clock; /* boot, monotonic, utc; see tests/README.md */
};

struct world_run {
    const char *term;    /* NULL: xterm-256color */
    const char *locale;  /* NULL: C.UTF-8 */
    const char *setting; /* one more variable, NULL for none */
    const char *option;  /* one more argument, NULL for none */
    const char *data;    /* folder of questions, NULL: the world's own */
    const char *exam;    /* NULL: quick */
    bool at_home;        /* start with the first screen, not with the exam */
    int rows, cols;      /* 0: 24 x 80 */
};

/* A test with a world of its own as its state; the program is `world_program`,
 * set by main(). */
extern const char *world_program;
int world_setup(void **state);
int world_teardown(void **state);
#define WORLD_TEST(name)                                                       \
    cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

void world_open(struct world *world, const char *program);
void world_close(struct world *world);

/* Runs `proctor sit EXAM --seed 7`, or `proctor`. */
struct vth *world_run(struct world *world, const struct world_run *run);

/* Time passes; asleep: the machine sleeps through it. */
void world_pass(struct world *world, int64_t ms);
void world_sleep(struct world *world, int64_t ms);

/* Waits for the program; fails the test when it does not answer, or when the
 * text is not on screen. */
void world_expect(struct vth *vth, const char *text);
void world_expect_not(struct vth *vth, const char *text);
/* Waits for the end; fails when there is none or it was by a signal. Gives the
 * exit status. */
int world_end(struct vth *vth);
/* A key without a modifier. */
void world_key(struct vth *vth, VTermKey key);
/* Types the text, then Enter. */
void world_enter(struct vth *vth, const char *text);
/* From the start to the first question. */
struct vth *world_sit(struct world *world, const struct world_run *run);

#endif
