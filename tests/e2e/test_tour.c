/*
 * The pictures of the README: the shipped questions on the full screen, drawn
 * by the program. A picture that is no longer true fails; UPDATE_GOLDEN=1 makes
 * them anew. Arguments: program, folder of questions, folder of pictures.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "vth.h"
#include "world.h"

#define QUESTIONS 100
#define PATH_SIZE 512

static const char *program, *questions, *pictures;

static char *read_all(const char *path)
{
    struct strbuf text = {0};
    FILE *file = fopen(path, "r");
    int c;

    while (file && (c = fgetc(file)) != EOF)
        strbuf_addc(&text, (char)c);
    if (file)
        fclose(file);
    return strbuf_take(&text);
}

/* The screen as it stands is the picture of that name. */
static void check_picture(const struct world *world, struct vth *vth,
                          const char *name)
{
    char kept[PATH_SIZE], now[PATH_SIZE];
    char *expected, *actual;
    bool same;

    assert_true(vth_sync(vth, WORLD_WAIT_MS));
    snprintf(kept, sizeof kept, "%s/%s.svg", pictures, name);
    snprintf(now, sizeof now, "%s/%s.svg", world->folder, name);
    assert_true(vth_svg(vth, getenv("UPDATE_GOLDEN") ? kept : now, "proctor"));
    if (getenv("UPDATE_GOLDEN"))
        return;
    expected = read_all(kept);
    actual = read_all(now);
    same = expected && actual && strcmp(expected, actual) == 0;
    if (!same)
        print_message("# %s is out of date: run the suite e2e with "
                      "UPDATE_GOLDEN=1 and look at it\n",
                      kept);
    free(expected);
    free(actual);
    assert_true(same);
}

/* Who prepares for what, so that there is something to tell at home. */
static void choose_exam(struct world *world)
{
    struct vth *vth = world_run(
        world, &(struct world_run){.data = questions,
                                   .arguments = (const char *const[]){
                                       "candidates", "set", "Jane", "--exam",
                                       "cpc", "--date", "2027-02-20", NULL}});

    assert_int_equal(world_end(vth), 0);
    vth_close(vth);
}

static void the_pictures_of_the_readme_are_true(void **state)
{
    struct world world;
    struct vth *vth;

    (void)state;
    world_open(&world, program);
    choose_exam(&world);
    vth = world_run(
        &world, &(struct world_run){
                    .data = questions, .exam = "cpc", .cols = 90, .rows = 28});
    world_expect(vth, "Enter starts the clock");
    check_picture(&world, vth, "start");
    world_enter(vth, "");
    world_expect(vth, "Question 1 of 100");
    world_pass(&world, 40000);
    vth_text(vth, "cxbm");
    check_picture(&world, vth, "question");
    for (int i = 1; i < QUESTIONS; i++) {
        world_pass(&world, 100000);
        vth_text(vth, "n");
        world_expect(vth, "Question ");
        if (i == QUESTIONS - 6) {
            vth_text(vth, "v");
            check_picture(&world, vth, "case");
            vth_text(vth, "v");
        }
        vth_text(vth, i % 11 == 5 ? "m" : (char[]){"abcd"[i % 4], '\0'});
    }
    vth_text(vth, "r");
    check_picture(&world, vth, "review");
    vth_text(vth, "s");
    world_expect(vth, "End the exam?");
    vth_key(vth, VTERM_KEY_DOWN, VTERM_MOD_NONE);
    world_enter(vth, "");
    world_enter(vth, "submit");
    world_expect(vth, "needed (70 %)");
    check_picture(&world, vth, "result");
    world_enter(vth, "");
    world_expect(vth, "100 of 100 questions: all");
    world_enter(vth, "");
    world_expect(vth, "our answer");
    check_picture(&world, vth, "answers");
    world_back(vth, "100 of 100 questions: all");
    world_back(vth, "needed (70 %)");
    world_back(vth, "Next:");
    check_picture(&world, vth, "home");
    vth_text(vth, "w");
    world_expect(vth, "What costs most");
    check_picture(&world, vth, "weak");
    assert_string_equal(vth_unknown(vth), "");
    vth_close(vth);
    world_close(&world);
}

static void the_picture_of_practice_is_true(void **state)
{
    struct world world;
    struct vth *vth;

    (void)state;
    world_open(&world, program);
    vth = world_run(&world,
                    &(struct world_run){.data = questions,
                                        .cols = 90,
                                        .rows = 28,
                                        .arguments = (const char *const[]){
                                            "practice", "topic", "icd-10-cm",
                                            "--hints", "--seed", "7", NULL}});
    world_expect(vth, "Enter starts");
    world_enter(vth, "");
    world_expect(vth, "Question 1 of");
    world_pass(&world, 50000);
    vth_text(vth, "cs");
    world_expect(vth, "our answer");
    check_picture(&world, vth, "practice");
    assert_string_equal(vth_unknown(vth), "");
    vth_close(vth);
    world_close(&world);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_pictures_of_the_readme_are_true),
        cmocka_unit_test(the_picture_of_practice_is_true),
    };

    if (argc < 4)
        return 2;
    program = argv[1];
    questions = argv[2];
    pictures = argv[3];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
