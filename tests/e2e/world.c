/* See world.h. */
#include "world.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define CLOCK_FILE_SIZE 60
#define PATH_LENGTH 256
#define VARIABLES_MAX 16

static const char topics[] = "format: proctor-topics/1\n"
                             "topics:\n"
                             "  - {id: t/a, title: Topic A}\n"
                             "  - {id: t/b, title: Topic B}\n"
                             "  - {id: t/c, title: Topic C}\n";

static const char exam[] = "format: proctor-exam/1\n"
                           "exam: quick\n"
                           "title: Quick exam\n"
                           "issuer: Nobody\n"
                           "type: mock\n"
                           "status: live\n"
                           "version: \"1\"\n"
                           "minutes: 60\n"
                           "items: {scored: 4, pretest: 0}\n"
                           "pass: {percent: 70}\n"
                           "order: by-section\n"
                           "navigation: free\n"
                           "warn_minutes: [30]\n"
                           "sections:\n"
                           "  - {id: a, title: Part A, items: 1, topics: "
                           "[t/a]}\n"
                           "  - {id: b, title: Part B, items: 1, topics: "
                           "[t/b]}\n"
                           "  - {id: c, title: Part C, items: 2, topics: "
                           "[t/c]}\n";

static const char bank[] =
    "format: proctor-bank/1\n"
    "bank: test/quick\n"
    "title: Quick questions\n"
    "version: 2026.1\n"
    "language: en\n"
    "license: CC0-1.0\n"
    "cases:\n"
    "  - id: record\n"
    "    title: The record\n"
    "    parts:\n"
    "      - {heading: Course, text: Heart failure. Gr\xC3\xBC\xC3\x9F dich.}\n"
    "questions:\n"
    "  - id: one\n"
    "    topic: t/a\n"
    "    stem: The first question?\n"
    "    options: {A: alpha, B: beta, C: gamma}\n"
    "    shuffle: no\n"
    "    answer: B\n"
    "    rationale: Because.\n"
    "    references: [a book]\n"
    "  - id: two\n"
    "    topic: t/b\n"
    "    kind: multiple\n"
    "    stem: The second question?\n"
    "    options: {A: north, B: east, C: south}\n"
    "    shuffle: no\n"
    "    answer: [A, C]\n"
    "    rationale: Because.\n"
    "    references: [a book]\n"
    "  - id: three\n"
    "    topic: t/c\n"
    "    kind: codes\n"
    "    case: record\n"
    "    stem: The third question?\n"
    "    answer:\n"
    "      - {field: dx, label: Diagnoses, code_set: icd-10-cm, "
    "slots: [[I50.23], [E11.22]]}\n"
    "    rationale: Because.\n"
    "    references: [a book]\n"
    "  - id: four\n"
    "    topic: t/c\n"
    "    case: record\n"
    "    stem: The fourth question?\n"
    "    options: {A: eins, B: zwei, C: drei, D: vier}\n"
    "    shuffle: yes\n"
    "    answer: A\n"
    "    rationale: Because.\n"
    "    references: [a book]\n";

static void write_file(const struct world *world, const char *name,
                       const char *text)
{
    char path[PATH_LENGTH];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", world->folder, name);
    file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void make_folder(const struct world *world, const char *name)
{
    char path[PATH_LENGTH];

    snprintf(path, sizeof path, "%s/%s", world->folder, name);
    assert_int_equal(mkdir(path, 0700), 0);
}

static void make_clock(struct world *world)
{
    char path[PATH_LENGTH];
    int fd;

    snprintf(path, sizeof path, "%s/clock", world->folder);
    fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(ftruncate(fd, CLOCK_FILE_SIZE), 0);
    world->clock =
        mmap(NULL, CLOCK_FILE_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    assert_true(world->clock != MAP_FAILED);
    world->clock[0] = world->clock[1] = 3600000;
    world->clock[2] = INT64_C(1795442700000);
    memcpy(world->clock + 3, "the-first-boot", 14);
}

void world_open(struct world *world, const char *program)
{
    world->program = program;
    snprintf(world->folder, sizeof world->folder, "/tmp/proctor-e2e-XXXXXX");
    assert_non_null(mkdtemp(world->folder));
    make_folder(world, "data");
    make_folder(world, "data/exams");
    make_folder(world, "data/banks");
    write_file(world, "data/topics.yaml", topics);
    write_file(world, "data/exams/quick.yaml", exam);
    write_file(world, "data/banks/quick.yaml", bank);
    make_clock(world);
}

static void remove_below(const char *folder)
{
    pid_t child = fork();

    if (child == 0) {
        execlp("rm", "rm", "-rf", folder, (char *)NULL);
        _exit(127);
    }
    waitpid(child, NULL, 0);
}

void world_close(struct world *world)
{
    munmap(world->clock, CLOCK_FILE_SIZE);
    remove_below(world->folder);
}

const char *world_program = "proctor";

int world_setup(void **state)
{
    static struct world world;

    world_open(&world, world_program);
    *state = &world;
    return 0;
}

int world_teardown(void **state)
{
    world_close(*state);
    return 0;
}

void world_pass(struct world *world, int64_t ms)
{
    world->clock[1] += ms;
    world_sleep(world, ms);
}

void world_sleep(struct world *world, int64_t ms)
{
    world->clock[0] += ms;
    world->clock[2] += ms;
}

/* --- running -----------------------------------------------------------------
 */

struct environment {
    char text[VARIABLES_MAX][PATH_LENGTH];
    const char *variables[VARIABLES_MAX + 1];
    int count;
};

static void set(struct environment *env, const char *name, const char *value,
                const char *behind)
{
    assert_true(env->count < VARIABLES_MAX);
    snprintf(env->text[env->count], PATH_LENGTH, "%s=%s%s", name, value,
             behind);
    env->variables[env->count] = env->text[env->count];
    env->count++;
}

static void make_environment(const struct world *world,
                             const struct world_run *run,
                             struct environment *env)
{
    const char *sanitizer = getenv("ASAN_OPTIONS");

    set(env, "TERM", run->term ? run->term : "xterm-256color", "");
    set(env, "LC_ALL", run->locale ? run->locale : "C.UTF-8", "");
    set(env, "TZ", "UTC", "");
    set(env, "USER", "Jane", "");
    set(env, "HOME", world->folder, "");
    set(env, "XDG_DATA_HOME", world->folder, "/share");
    set(env, "XDG_STATE_HOME", world->folder, "/state");
    if (run->data)
        set(env, "PROCTOR_DATA", run->data, "");
    else
        set(env, "PROCTOR_DATA", world->folder, "/data");
    set(env, "PROCTOR_TEST_CLOCK", world->folder, "/clock");
    if (sanitizer)
        set(env, "ASAN_OPTIONS", sanitizer, "");
    if (run->setting)
        env->variables[env->count++] = run->setting;
    env->variables[env->count] = NULL;
}

struct vth *world_run(struct world *world, const struct world_run *run)
{
    struct environment env = {0};
    const char *argv[] = {
        world->program, "sit", run->exam ? run->exam : "quick", "--seed", "7",
        run->option,    NULL};
    const char *home[] = {world->program, run->option, NULL};
    struct vth_options options = {
        .argv = run->at_home ? home : argv,
        .env = env.variables,
        .rows = run->rows ? run->rows : 24,
        .cols = run->cols ? run->cols : 80,
    };

    make_environment(world, run, &env);
    return vth_open(&options);
}

/* --- expecting
 * ---------------------------------------------------------------- */

static void print_screen(struct vth *vth)
{
    struct strbuf screen = {0};
    struct str rest, line;

    vth_dump(vth, &screen);
    rest = strbuf_str(&screen);
    while (str_split(&rest, '\n', &line))
        printf("# " STR_FORMAT "\n", STR_ARG(line));
    strbuf_finish(&screen);
}

static void sync_or_fail(struct vth *vth)
{
    if (vth_sync(vth, WORLD_WAIT_MS))
        return;
    print_screen(vth);
    fail_msg("the program does not answer");
}

void world_expect(struct vth *vth, const char *text)
{
    sync_or_fail(vth);
    if (vth_find(vth, text, NULL, NULL))
        return;
    print_screen(vth);
    fail_msg("not on screen: %s", text);
}

void world_expect_not(struct vth *vth, const char *text)
{
    sync_or_fail(vth);
    if (!vth_find(vth, text, NULL, NULL))
        return;
    print_screen(vth);
    fail_msg("on screen: %s", text);
}

int world_end(struct vth *vth)
{
    int status;

    if (!vth_wait_exit(vth, &status, WORLD_WAIT_MS)) {
        print_screen(vth);
        fail_msg("the program does not end");
    }
    if (!WIFEXITED(status))
        fail_msg("ended by signal %d", WTERMSIG(status));
    return WEXITSTATUS(status);
}

void world_key(struct vth *vth, VTermKey key)
{
    vth_key(vth, key, VTERM_MOD_NONE);
}

void world_enter(struct vth *vth, const char *text)
{
    vth_text(vth, text);
    vth_key(vth, VTERM_KEY_ENTER, VTERM_MOD_NONE);
}

struct vth *world_sit(struct world *world, const struct world_run *run)
{
    struct vth *vth = world_run(world, run);

    world_expect(vth, "Enter starts the clock");
    world_enter(vth, "");
    world_expect(vth, "The first question?");
    return vth;
}
