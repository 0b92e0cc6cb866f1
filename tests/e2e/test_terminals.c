/* Terminals of many kinds, sizes and settings. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "world.h"

/* The first start of all begins with it. */
static void leave_welcome(struct vth *vth)
{
    world_expect(vth, "A few questions before the first exam.");
    world_key(vth, VTERM_KEY_ESCAPE);
}

static void every_known_terminal_shows_the_exam(void **state)
{
    static const char *const terms[] = {"xterm-256color", "xterm",  "vt100",
                                        "linux",          "screen", "tmux",
                                        "xterm-nonesuch", "rxvt"};

    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        struct vth *vth = world_run(
            *state, &(struct world_run){.term = terms[i], .at_home = true});

        if (i == 0)
            leave_welcome(vth);
        world_expect(vth, "Quick exam");
        world_expect(vth, "q quit");
        assert_string_equal(vth_unknown(vth), "");
        vth_text(vth, "q");
        assert_int_equal(world_end(vth), 0);
        assert_false(vth_altscreen(vth));
        vth_close(vth);
    }
}

/* A vt100 had no such keys; what calls itself one today has. */
static void pages_turn_where_the_terminal_names_no_key_for_it(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){.term = "vt100"});

    vth_text(vth, "?");
    world_expect(vth, "more below: PgDn");
    world_key(vth, VTERM_KEY_PAGEDOWN);
    world_expect(vth, "more above");
    world_key(vth, VTERM_KEY_PAGEUP);
    world_expect_not(vth, "more above");
    vth_close(vth);
}

static void an_unknown_terminal_is_told_of(void **state)
{
    struct vth *vth = world_run(*state, &(struct world_run){.term = "nonesuch",
                                                            .at_home = true});

    world_expect(vth, "The terminal type in TERM is not known here");
    vth_close(vth);
}

static void a_dumb_terminal_gets_no_screen(void **state)
{
    struct vth *vth = world_run(*state, &(struct world_run){.term = "dumb"});

    vth_sync(vth, 300); /* no answer is expected */
    assert_false(vth_altscreen(vth));
    assert_string_equal(vth_unknown(vth), "");
    vth_close(vth);
}

static void without_utf8_only_ascii_is_sent(void **state)
{
    struct vth *vth = world_sit(
        *state, &(struct world_run){.locale = "C", .rows = 24, .cols = 80});
    struct strbuf screen = {0};

    vth_text(vth, "nnv");
    world_expect(vth, "Gru");
    vth_dump(vth, &screen);
    for (size_t i = 0; i < screen.len; i++)
        assert_true((unsigned char)screen.data[i] < 0x80);
    strbuf_finish(&screen);
    vth_close(vth);
}

static void colour_is_left_out_on_request(void **state)
{
    static const struct {
        const char *setting;
        bool has_color;
    } cases[] = {{"NO_COLOR=1", false}, {"NO_COLOR=", true}, {NULL, true}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct world *world = *state;
        struct vth *vth;

        vth =
            world_sit(world, &(struct world_run){.setting = cases[i].setting});
        vth_text(vth, "l"); /* a refusal is red */
        world_expect(vth, "There is no such option here.");
        assert_int_equal(vth_has_color(vth), cases[i].has_color);
        vth_close(vth);
        world_close(world);
        world_open(world, world_program);
    }
}

static void wrong_sizes_in_the_environment_are_not_believed(void **state)
{
    struct vth *vth = world_run(
        *state, &(struct world_run){.setting = "LINES=10", .at_home = true});

    leave_welcome(vth);
    world_expect(vth, "Quick exam"); /* the mark names the size: 24 x 80 */
    vth_close(vth);
}

static void a_storm_of_resizes_ends_right(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});
    int row;

    for (int i = 0; i < 200; i++)
        vth_resize(vth, 5 + i % 40, 20 + (i * 7) % 160);
    vth_resize(vth, 30, 100);
    world_expect(vth, "The first question?");
    assert_true(vth_find(vth, "? help", &row, NULL));
    assert_int_equal(row, 29);
    vth_text(vth, "b");
    world_expect(vth, "(x) B. beta");
    vth_close(vth);
}

static void too_small_a_window_says_so_and_takes_no_keys(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_resize(vth, 11, 60);
    world_expect(vth, "needs at least 40x12, clock still running: 1:00:00");
    vth_text(vth, "b");
    world_expect(vth, "needs at least 40x12");
    vth_resize(vth, 12, 40);
    world_expect(vth, "The first question?");
    world_expect_not(vth, "(x)");
    vth_close(vth);
}

static void a_wide_window_has_the_case_beside(void **state)
{
    struct vth *vth =
        world_sit(*state, &(struct world_run){.rows = 40, .cols = 120});

    vth_text(vth, "nn");
    world_expect(vth, "Heart failure");
    world_expect(vth, "The third question?");
    vth_close(vth);
}

/* The sync key's own answer is 16 bytes at this size. */
static void a_tick_of_the_clock_sends_few_bytes(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});

    assert_true(vth_sync(vth, WORLD_WAIT_MS));
    for (int i = 0; i < 20; i++) {
        size_t before = vth_bytes(vth);

        world_pass(world, 1000);
        assert_true(vth_sync(vth, WORLD_WAIT_MS));
        assert_in_range(vth_bytes(vth) - before, 16, 16 + 64);
    }
    vth_close(vth);
}

static void a_key_that_changes_nothing_sends_nothing(void **state)
{
    struct vth *vth = world_run(*state, &(struct world_run){.at_home = true});
    size_t before, mark;

    leave_welcome(vth);
    world_expect(vth, "You can set this later");
    vth_text(vth, "k");
    world_expect_not(vth, "You can set this later");
    before = vth_bytes(vth);
    assert_true(vth_sync(vth, WORLD_WAIT_MS));
    mark = vth_bytes(vth) - before;
    for (const char *key = "kzzy"; *key; key++) {
        before = vth_bytes(vth);
        vth_text(vth, (const char[]){*key, '\0'});
        assert_true(vth_sync(vth, WORLD_WAIT_MS));
        assert_int_equal(vth_bytes(vth) - before, mark);
    }
    vth_close(vth);
}

static void a_picture_of_the_screen_can_be_made(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});
    char path[256], text[4096] = "";
    FILE *file;

    snprintf(path, sizeof path, "%s/screen.svg", world->folder);
    assert_true(vth_svg(vth, path, "a < b"));
    file = fopen(path, "r");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    assert_non_null(strstr(text, "<title>a &lt; b</title>"));
    assert_non_null(strstr(text, ">The first question?"));
    vth_close(vth);
}

static void the_accessible_cursor_is_on_the_focus(void **state)
{
    struct vth *vth = world_sit(
        *state, &(struct world_run){.option = "--accessible", .cols = 120});
    int row, col, focus_row, focus_col;
    bool visible;

    vth_key(vth, VTERM_KEY_DOWN, VTERM_MOD_NONE);
    world_expect(vth, "1 h left");
    vth_cursor(vth, &row, &col, &visible);
    assert_true(visible);
    assert_true(vth_find(vth, "( ) B. beta", &focus_row, &focus_col));
    assert_int_equal(row, focus_row);
    assert_int_equal(col, focus_col);
    assert_false(vth_find(vth, "\u2500", NULL, NULL));
    vth_text(vth, "nn");
    world_expect_not(vth, "Heart failure");
    vth_close(vth);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(every_known_terminal_shows_the_exam),
        WORLD_TEST(pages_turn_where_the_terminal_names_no_key_for_it),
        WORLD_TEST(an_unknown_terminal_is_told_of),
        WORLD_TEST(a_dumb_terminal_gets_no_screen),
        WORLD_TEST(without_utf8_only_ascii_is_sent),
        WORLD_TEST(colour_is_left_out_on_request),
        WORLD_TEST(wrong_sizes_in_the_environment_are_not_believed),
        WORLD_TEST(a_storm_of_resizes_ends_right),
        WORLD_TEST(too_small_a_window_says_so_and_takes_no_keys),
        WORLD_TEST(a_wide_window_has_the_case_beside),
        WORLD_TEST(a_tick_of_the_clock_sends_few_bytes),
        WORLD_TEST(a_key_that_changes_nothing_sends_nothing),
        WORLD_TEST(a_picture_of_the_screen_can_be_made),
        WORLD_TEST(the_accessible_cursor_is_on_the_focus),
    };

    world_program = argc > 1 ? argv[1] : "proctor";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
