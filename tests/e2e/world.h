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
    bool practice;       /* practise all of the bank, with hints */
    int rows, cols;      /* 0: 24 x 80 */
    /* Instead of all that: what to run proctor with, NULL at the end. */
    const char *const *arguments;
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
/* Down until that stands on the screen; begins with "> " for what is pointed
 * at. */
void world_down_to(struct vth *vth, const char *text);
/* From the start to the first question. */
struct vth *world_sit(struct world *world, const struct world_run *run);
/* To the first screen, past what the first start of all asks. */
struct vth *world_home(struct world *world);
/* From the first screen to the first question of the exam. */
void world_begin_exam(struct vth *vth);
/* From any question to the result. */
void world_submit(struct vth *vth);
/* From the result: a note on its first question, then the first screen. */
void world_look_back(struct vth *vth, const char *note);
/* Esc, then that text is on screen. */
void world_back(struct vth *vth, const char *to);
/* From the first screen out of the program. */
void world_quit(struct vth *vth);
/* As with SIGKILL from outside. */
void world_kill(struct vth *vth);

/* --- its files (world_files.c); names are below the world's folder ---------
 */

void world_write(const struct world *world, const char *name, const char *text);
bool world_file_has(const struct world *world, const char *name,
                    const char *text);
/* Whether any file of the database has these bytes: it, what SQLite keeps
 * beside it, its copies. */
bool world_database_has(const struct world *world, const char *text);
/* The questions and the exam that a world begins with. */
void world_write_own(const struct world *world);
/*
 * Instead of the world's own questions: choices only, enough for so many exams
 * without a repetition. Their stems end in <a1>, <a2>, ..., <b1>, ..., by topic
 * t/a, t/b and t/c, of which the exam asks two; B is right.
 */
void world_fill(const struct world *world, int mocks);

/* --- commands ----------------------------------------------------------------
 */

/* Runs `proctor` with the arguments to its end, which must be well. */
void world_command(struct world *world, const char *const *arguments);
#define WORLD_COMMAND(world, ...)                                              \
    world_command(world, (const char *const[]){__VA_ARGS__, NULL})
/* The same; fails when it does not tell the text, within a line. */
void world_tells(struct world *world, const char *text,
                 const char *const *arguments);
#define WORLD_TELLS(world, text, ...)                                          \
    world_tells(world, text, (const char *const[]){__VA_ARGS__, NULL})

#endif
