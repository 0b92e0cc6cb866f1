/* See world.h. */
#include "world.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
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
#define ARGUMENTS_MAX 8
#define DOWN_MOST 40
/* Wide and tall enough for what a command tells. */
#define COMMAND_ROWS 120
#define COMMAND_COLS 200

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
    world_write_own(world);
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
    const char *sit[] = {
        world->program, "sit", run->exam ? run->exam : "quick", "--seed", "7",
        run->option,    NULL};
    const char *practice[] = {
        world->program, "practice", "bank", "test/quick", "--reserve",
        "--hints",      "--seed",   "7",    run->option,  NULL};
    const char *home[] = {world->program, run->option, NULL};
    const char *own[ARGUMENTS_MAX + 2] = {world->program};
    struct vth_options options = {
        .argv = run->arguments  ? own
                : run->at_home  ? home
                : run->practice ? practice
                                : sit,
        .env = env.variables,
        .rows = run->rows ? run->rows : 24,
        .cols = run->cols ? run->cols : 80,
    };

    for (int i = 0; run->arguments && run->arguments[i]; i++) {
        assert_true(i < ARGUMENTS_MAX);
        own[i + 1] = run->arguments[i];
    }
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

void world_down_to(struct vth *vth, const char *text)
{
    sync_or_fail(vth);
    for (int i = 0; i < DOWN_MOST && !vth_find(vth, text, NULL, NULL); i++) {
        world_key(vth, VTERM_KEY_DOWN);
        sync_or_fail(vth);
    }
    world_expect(vth, text);
}

struct vth *world_sit(struct world *world, const struct world_run *run)
{
    struct vth *vth = world_run(world, run);

    world_expect(vth, "Enter starts the clock");
    world_enter(vth, "");
    world_expect(vth, "The first question?");
    return vth;
}

struct vth *world_home(struct world *world)
{
    struct vth *vth = world_run(world, &(struct world_run){.at_home = true});

    sync_or_fail(vth);
    if (vth_find(vth, "A few questions before the first exam.", NULL, NULL))
        world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "q quit");
    return vth;
}

void world_begin_exam(struct vth *vth)
{
    world_down_to(vth, "> quick ");
    world_enter(vth, "");
    world_expect(vth, "Ready? Enter starts the clock");
    world_enter(vth, "");
    world_expect(vth, "Question 1 of 4");
}

void world_submit(struct vth *vth)
{
    vth_text(vth, "rs");
    world_expect(vth, "End the exam?");
    world_enter(vth, "submit");
    world_expect(vth, "needed (70 %)");
}

void world_back(struct vth *vth, const char *to)
{
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, to);
}

void world_quit(struct vth *vth)
{
    world_expect(vth, "q quit");
    vth_text(vth, "q");
    assert_int_equal(world_end(vth), 0);
    assert_string_equal(vth_unknown(vth), "");
    vth_close(vth);
}

void world_look_back(struct vth *vth, const char *note)
{
    world_enter(vth, "");
    world_enter(vth, "");
    world_expect(vth, "Question 1: 1 of 4");
    vth_text(vth, "w");
    world_expect(vth, "A private note on this question.");
    world_enter(vth, note);
    world_expect(vth, "Your own words stand below.");
    world_back(vth, "4 of 4 questions");
    world_back(vth, "Go through the questions");
    world_back(vth, "q quit");
}

void world_kill(struct vth *vth)
{
    int status;

    sync_or_fail(vth);
    vth_signal(vth, SIGKILL);
    assert_true(vth_wait_exit(vth, &status, WORLD_WAIT_MS));
    vth_close(vth);
}

/* --- commands ---------------------------------------------------------------
 */

/* Ended; its words stand on the screen. */
static struct vth *run_command(struct world *world,
                               const char *const *arguments)
{
    struct vth *vth =
        world_run(world, &(struct world_run){.arguments = arguments,
                                             .rows = COMMAND_ROWS,
                                             .cols = COMMAND_COLS});
    int status = world_end(vth);

    if (status != 0) {
        print_screen(vth);
        fail_msg("proctor %s ends with %d", arguments[0], status);
    }
    return vth;
}

void world_command(struct world *world, const char *const *arguments)
{
    vth_close(run_command(world, arguments));
}

void world_tells(struct world *world, const char *text,
                 const char *const *arguments)
{
    struct vth *vth = run_command(world, arguments);

    if (!vth_find(vth, text, NULL, NULL)) {
        print_screen(vth);
        fail_msg("proctor %s does not tell: %s", arguments[0], text);
    }
    vth_close(vth);
}
