/* Settings: the table, and the file that people edit too. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/settings.h"

/* A fixture whose folder is the place of settings. */
static void open_home(struct fixture *f)
{
    fixture_open(f);
    setenv("XDG_CONFIG_HOME", f->folder, 1);
}

static const char *config_path(struct fixture *f)
{
    return arena_printf(&f->arena, "%s/proctor/config", f->folder);
}

static void write_config(struct fixture *f, const char *text)
{
    const char *folder = arena_printf(&f->arena, "%s/proctor", f->folder);

    mkdir(folder, 0700);
    fixture_file(f, "proctor/config", text);
}

static const char *read_config(struct fixture *f)
{
    char *text = arena_alloc(&f->arena, 4096, 1);
    FILE *file = fopen(config_path(f), "r");

    if (!file)
        return "(none)";
    text[fread(text, 1, 4095, file)] = '\0';
    fclose(file);
    return text;
}

static struct settings load(struct fixture *f, const char **problems_out)
{
    struct strbuf problems = {0};
    struct settings settings;

    if (!settings_load(&settings, &problems, &f->err))
        fail_msg("cannot load: %s", f->err.message);
    *problems_out = arena_strdup(&f->arena, strbuf_text(&problems));
    strbuf_finish(&problems);
    return settings;
}

/* --- the table ----------------------------------------------------------- */

static void the_first_value_of_each_is_the_default(void **state)
{
    struct settings settings = {0};

    (void)state;
    for (int i = 0; i < SETTING_COUNT; i++) {
        enum setting setting = (enum setting)i, found;
        int values = 0;

        assert_true(setting_find(setting_key(setting), &found, NULL));
        assert_int_equal(found, setting);
        assert_true(setting_title(setting)[0] != '\0');
        assert_true(setting_help(setting)[0] != '\0');
        assert_string_equal(settings_get(&settings, setting),
                            setting_value(setting, 0));
        while (setting_value(setting, values))
            values++;
        assert_true(values > 1);
    }
    assert_true(settings_is(&settings, SETTING_THEME, "auto"));
    assert_false(settings_is(&settings, SETTING_THEME, "dark"));
}

static void a_value_that_is_none_leaves_the_old_one(void **state)
{
    struct settings settings = {0};
    struct error err;
    enum setting found;

    (void)state;
    assert_true(settings_set(&settings, SETTING_THEME, "light", &err));
    assert_false(settings_set(&settings, SETTING_THEME, "pink", &err));
    assert_int_equal(err.code, ERR_USAGE);
    assert_string_equal(err.message, "'pink' cannot be the value of 'theme': "
                                     "there is auto, dark, light, mono");
    assert_true(settings_is(&settings, SETTING_THEME, "light"));
    assert_false(setting_find("teme", &found, &err));
    assert_int_equal(err.code, ERR_NOT_FOUND);
    assert_non_null(strstr(err.message, "did you mean 'theme'?"));
    assert_false(setting_find("wallpaper", &found, &err));
    assert_non_null(strstr(err.message, "there is mode, theme, "));
}

/* --- reading ------------------------------------------------------------- */

static void without_a_file_all_is_as_by_default(void **state)
{
    const char *problems, *path;
    struct settings settings;
    struct fixture f;

    (void)state;
    open_home(&f);
    settings = load(&f, &problems);
    for (int i = 0; i < SETTING_COUNT; i++)
        assert_int_equal(settings.chosen[i], 0);
    assert_string_equal(problems, "");
    assert_true(settings_path(&f.arena, &path, &f.err));
    assert_string_equal(path, config_path(&f));
    assert_int_equal(
        access(arena_printf(&f.arena, "%s/proctor", f.folder), F_OK), -1);
    fixture_close(&f);
}

static void lines_and_comments_are_understood(void **state)
{
    const char *problems;
    struct settings settings;
    struct fixture f;

    (void)state;
    open_home(&f);
    write_config(&f, "# mine\n\n  theme=dark   # at night\r\n"
                     "\taccessible =\tyes\n#clock = hidden\nconfirm = key");
    settings = load(&f, &problems);
    assert_string_equal(problems, "");
    assert_true(settings_is(&settings, SETTING_THEME, "dark"));
    assert_true(settings_is(&settings, SETTING_ACCESSIBLE, "yes"));
    assert_true(settings_is(&settings, SETTING_CLOCK, "seconds"));
    assert_true(settings_is(&settings, SETTING_CONFIRM, "key"));
    fixture_close(&f);
}

static void what_is_not_understood_is_told_with_its_line(void **state)
{
    static const char *const cases[][2] = {
        {"theme\n", ":1: 'theme' is no setting: write key = value\n"},
        {"\ntheme = dusk\n",
         ":2: 'dusk' cannot be the value of 'theme': there is auto, dark, "
         "light, mono\n"},
        {"theme =\n", ":1: '' cannot be the value of 'theme': "},
        {"temE = dark\ntheem = dark\n",
         ":2: there is no setting 'theem'; did you mean 'theme'?\n"},
        {"= dark\n", ":1: there is no setting ''; "},
        {"theme = \"dark\"\n", ":1: '\"dark\"' cannot be"},
        {"theme = da\xffrk\n", ":1: 'da\xffrk' cannot be"},
    };
    struct fixture f;

    (void)state;
    open_home(&f);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *problems;
        struct settings settings;

        write_config(&f, cases[i][0]);
        settings = load(&f, &problems);
        assert_true(settings_is(&settings, SETTING_THEME, "auto"));
        if (strstr(problems, cases[i][1]) == NULL ||
            strncmp(problems, config_path(&f), strlen(config_path(&f))) != 0)
            fail_msg("'%s' is not in: %s", cases[i][1], problems);
        assert_true(settings_load(&settings, NULL, &f.err));
    }
    fixture_close(&f);
}

static void a_file_that_cannot_be_read_is_told_and_defaults_hold(void **state)
{
    struct settings settings = {.chosen = {1, 1, 1, 1, 1, 1}};
    struct fixture f;

    (void)state;
    open_home(&f);
    mkdir(arena_printf(&f.arena, "%s/proctor", f.folder), 0700);
    mkdir(config_path(&f), 0700);
    assert_false(settings_load(&settings, NULL, &f.err));
    assert_int_equal(f.err.code, ERR_INVALID);
    assert_non_null(strstr(f.err.message, config_path(&f)));
    assert_int_equal(settings.chosen[SETTING_THEME], 0);
    assert_false(settings_save(&settings, &f.err));
    rmdir(config_path(&f));
    fixture_close(&f);
}

/* Too long, with a NUL, a pipe: told or passed over, never waited for. */
static void a_hostile_file_does_no_harm(void **state)
{
    static const char nul[] = "theme\0x = dark\ntheme = li\0ght\nclock=hidden";
    struct strbuf text = {0};
    const char *problems;
    struct settings settings;
    struct fixture f;
    FILE *file;

    (void)state;
    open_home(&f);
    write_config(&f, "");
    file = fopen(config_path(&f), "w");
    fwrite(nul, 1, sizeof nul - 1, file);
    fclose(file);
    settings = load(&f, &problems);
    assert_true(settings_is(&settings, SETTING_THEME, "auto"));
    assert_true(settings_is(&settings, SETTING_CLOCK, "hidden"));
    assert_non_null(strstr(problems, "config:1: "));
    assert_non_null(strstr(problems, "config:2: "));
    for (int i = 0; i < 60000; i++)
        strbuf_addc(&text, "=\xff\x1b#"[i % 4]);
    write_config(&f, strbuf_text(&text));
    settings = load(&f, &problems);
    assert_non_null(strstr(problems, "config:1: "));
    while (text.len < 70000)
        strbuf_addc(&text, '\n');
    write_config(&f, strbuf_text(&text));
    strbuf_finish(&text);
    assert_false(settings_load(&settings, NULL, &f.err));
    assert_non_null(strstr(f.err.message, "larger than 65536 bytes"));
    assert_int_equal(unlink(config_path(&f)), 0);
    assert_int_equal(mkfifo(config_path(&f), 0600), 0);
    assert_false(settings_load(&settings, NULL, &f.err));
    assert_non_null(strstr(f.err.message, "a pipe, not a file"));
    assert_false(settings_save(&settings, &f.err));
    fixture_close(&f);
}

static void where_no_folder_can_be_the_save_says_so(void **state)
{
    struct settings settings = {0};
    struct fixture f;

    (void)state;
    open_home(&f);
    fixture_file(&f, "proctor", "a file where the folder should be");
    assert_true(settings_load(&settings, NULL, &f.err));
    assert_true(settings_set(&settings, SETTING_THEME, "dark", &f.err));
    assert_false(settings_save(&settings, &f.err));
    assert_non_null(strstr(f.err.message, "cannot make the directory"));
    fixture_close(&f);
}

/* --- writing ------------------------------------------------------------- */

static void saving_touches_only_what_differs(void **state)
{
    static const char before[] = "# mine\n"
                                 "theme = dark   # at night\n"
                                 "future_key = 7\n"
                                 "what is this\n"
                                 "\tclock=minutes\r\n"
                                 "charts = stars\n"
                                 "confirm = word";
    static const char after[] = "# mine\n"
                                "theme = mono   # at night\n"
                                "future_key = 7\n"
                                "what is this\n"
                                "\tclock=minutes\r\n"
                                "charts = auto\n"
                                "confirm = word\n"
                                "accessible = yes\n";
    const char *problems;
    struct settings settings;
    struct fixture f;

    (void)state;
    open_home(&f);
    write_config(&f, before);
    settings = load(&f, &problems);
    assert_true(settings_set(&settings, SETTING_THEME, "mono", &f.err));
    assert_true(settings_set(&settings, SETTING_ACCESSIBLE, "yes", &f.err));
    assert_true(settings_save(&settings, &f.err));
    assert_string_equal(read_config(&f), after);
    fixture_close(&f);
}

static void what_is_saved_is_read_again(void **state)
{
    const char *problems;
    struct settings settings = {0}, again;
    struct fixture f;

    (void)state;
    open_home(&f);
    assert_true(settings_save(&settings, &f.err));
    assert_string_equal(read_config(&f), "(none)");
    for (int i = 0; i < SETTING_COUNT; i++)
        settings.chosen[i] = 1;
    assert_true(settings_save(&settings, &f.err));
    assert_int_equal(strncmp(read_config(&f), "# ", 2), 0);
    again = load(&f, &problems);
    assert_string_equal(problems, "");
    assert_memory_equal(&again, &settings, sizeof again);
    for (int i = 0; i < SETTING_COUNT; i++)
        settings.chosen[i] = 0;
    assert_true(settings_save(&settings, &f.err));
    again = load(&f, &problems);
    assert_memory_equal(&again, &settings, sizeof again);
    fixture_close(&f);
}

static void a_value_that_was_missing_gets_its_place(void **state)
{
    const char *problems;
    struct settings settings;
    struct fixture f;

    (void)state;
    open_home(&f);
    write_config(&f, "theme = # which?\n");
    settings = load(&f, &problems);
    assert_true(settings_set(&settings, SETTING_THEME, "light", &f.err));
    assert_true(settings_save(&settings, &f.err));
    assert_string_equal(read_config(&f), "theme = light # which?\n");
    fixture_close(&f);
}

static void a_symbolic_link_stays_one(void **state)
{
    const char *problems, *own;
    struct settings settings;
    struct fixture f;
    struct stat st;

    (void)state;
    open_home(&f);
    mkdir(arena_printf(&f.arena, "%s/proctor", f.folder), 0700);
    own = fixture_file(&f, "dotfile", "theme = dark\n");
    assert_int_equal(symlink(own, config_path(&f)), 0);
    settings = load(&f, &problems);
    assert_true(settings_is(&settings, SETTING_THEME, "dark"));
    assert_true(settings_set(&settings, SETTING_THEME, "light", &f.err));
    assert_true(settings_save(&settings, &f.err));
    assert_int_equal(lstat(config_path(&f), &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_string_equal(read_config(&f), "theme = light\n");
    fixture_close(&f);
}

static void a_link_to_a_file_that_is_still_to_be_made_stays_one(void **state)
{
    struct settings settings = {0};
    struct fixture f;
    struct stat st;

    (void)state;
    open_home(&f);
    mkdir(arena_printf(&f.arena, "%s/proctor", f.folder), 0700);
    assert_int_equal(symlink("../dotfile", config_path(&f)), 0);
    assert_true(settings_set(&settings, SETTING_THEME, "light", &f.err));
    assert_true(settings_save(&settings, &f.err));
    assert_int_equal(lstat(config_path(&f), &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_non_null(strstr(read_config(&f), "theme = light\n"));
    fixture_close(&f);
}

static void a_save_that_fails_leaves_the_file_as_it_was(void **state)
{
    struct rlimit none = {0, 0}, before;
    struct settings settings = {0};
    struct fixture f;

    (void)state;
    open_home(&f);
    write_config(&f, "theme = dark\n");
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    none.rlim_max = before.rlim_max;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
    assert_false(settings_save(&settings, &f.err));
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_int_equal(f.err.code, ERR_FULL);
    assert_string_equal(read_config(&f), "theme = dark\n");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_value_of_each_is_the_default),
        cmocka_unit_test(a_value_that_is_none_leaves_the_old_one),
        cmocka_unit_test(without_a_file_all_is_as_by_default),
        cmocka_unit_test(lines_and_comments_are_understood),
        cmocka_unit_test(what_is_not_understood_is_told_with_its_line),
        cmocka_unit_test(a_file_that_cannot_be_read_is_told_and_defaults_hold),
        cmocka_unit_test(a_hostile_file_does_no_harm),
        cmocka_unit_test(where_no_folder_can_be_the_save_says_so),
        cmocka_unit_test(saving_touches_only_what_differs),
        cmocka_unit_test(what_is_saved_is_read_again),
        cmocka_unit_test(a_value_that_was_missing_gets_its_place),
        cmocka_unit_test(a_symbolic_link_stays_one),
        cmocka_unit_test(a_link_to_a_file_that_is_still_to_be_made_stays_one),
        cmocka_unit_test(a_save_that_fails_leaves_the_file_as_it_was),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
