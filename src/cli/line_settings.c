/*
 * Settings: what each is now and what it may be; a change is written into the
 * file at once.
 */
#include "line_parts.h"

struct line_settings {
    struct settings kept; /* as the file has them, without options */
};

/* The file is read anew: options of the command line are not meant to stay. */
bool line_keep_setting(struct line *line, enum setting setting,
                       const char *value, struct error *err)
{
    struct settings kept;

    return settings_load(&kept, NULL, err) &&
           settings_set(&kept, setting, value, err) &&
           settings_save(&kept, err) &&
           settings_set(&line->settings, setting, value, err);
}

static const char *values_words(enum setting setting, struct arena *arena)
{
    const char *words = setting_value(setting, 0), *value;

    for (int i = 1; (value = setting_value(setting, i)) != NULL; i++)
        words =
            arena_printf(arena, "%s%s%s", words,
                         setting_value(setting, i + 1) ? ", " : " or ", value);
    return words;
}

static void tell_setting(struct line *line, size_t index)
{
    enum setting setting = (enum setting)index;
    struct arena *arena = &line->talk.scratch;

    talk_say(&line->talk, "%zu: %s, '%s', is %s. It may be %s: %s.", index + 1,
             setting_title(setting), setting_key(setting),
             settings_get(&line->preferences->kept, setting),
             values_words(setting, arena), setting_help(setting));
}

static void tell_settings(struct line *line)
{
    struct arena *arena = &line->talk.scratch;
    struct strbuf problems = {0};
    const char *path;
    struct error err;

    talk_gap(&line->talk);
    if (!settings_load(&line->preferences->kept, &problems, &err))
        line_tell_error(line, &err);
    talk_say(&line->talk, "Settings; 'set 2 dark' or 'set theme dark' changes "
                          "one:");
    list_tell(line, SETTING_COUNT, tell_setting);
    if (problems.len > 0)
        talk_text(&line->talk, strbuf_str(&problems));
    if (settings_path(arena, &path, &err))
        talk_say(&line->talk, "They are kept in %s.", path);
    strbuf_finish(&problems);
}

/* By number or key. */
static bool find(struct line *line, struct str text, enum setting *out)
{
    struct error err;
    int64_t number;

    if (str_to_i64(text, 1, SETTING_COUNT, &number)) {
        *out = (enum setting)(number - 1);
        return true;
    }
    if (setting_find(arena_str(&line->talk.scratch, text).data, out, &err))
        return true;
    line_tell_error(line, &err);
    return false;
}

static void tell_kept(struct line *line, enum setting setting)
{
    line->preferences->kept.chosen[setting] = line->settings.chosen[setting];
    talk_say(&line->talk, "%s: %s from now on. Saved.%s",
             setting_title(setting), settings_get(&line->settings, setting),
             setting == SETTING_MODE ? " The next start goes by it." : "");
}

static enum line_step set(struct line *line, struct str rest)
{
    struct str value, key = line_first_word(rest, &value);
    enum setting setting;
    struct error err;

    if (key.len == 0) {
        talk_say(&line->talk, "Which? As in: set theme dark.");
        return STEP_STAY;
    }
    if (!find(line, key, &setting))
        return STEP_STAY;
    if (value.len == 0)
        tell_setting(line, (size_t)setting);
    else if (!line_keep_setting(line, setting,
                                arena_str(&line->talk.scratch, value).data,
                                &err))
        line_tell_error(line, &err);
    else
        tell_kept(line, setting);
    return STEP_STAY;
}

static enum line_step again(struct line *line, struct str rest)
{
    (void)rest;
    tell_settings(line);
    return STEP_STAY;
}

static enum line_step tell_number(struct line *line, struct str text)
{
    size_t number = line_number(line, text, SETTING_COUNT, "setting");

    if (number > 0)
        tell_setting(line, number - 1);
    return STEP_STAY;
}

static const struct line_word words[] = {
    {"set", "", "SETTING VALUE", "change a setting; it is kept at once",
     "SETTING is its number or its short name.", set, false},
    {"again", "", "", "tell the settings again", "", again, false},
    LINE_WORD_MORE,
    {"back", "", "", "go back home", "", line_back, false},
    LINE_WORD_QUIT,
};
static const struct line_place place = {
    .about = "Settings. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = "settings> ",
    .enter = tell_settings,
    .number = tell_number,
};

bool line_settings(struct line *line, struct str rest, struct error *err)
{
    struct line_settings preferences;

    (void)rest;
    (void)err;
    line->preferences = &preferences;
    line_converse(line, &place);
    line->preferences = NULL;
    return true;
}
