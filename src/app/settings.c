/*
 * The settings there are and their values, by the one table in settings.h. The
 * file they live in is settings_file.c.
 */
#include "proctor/app/settings.h"

#include "proctor/base/nearest.h"

#include "sentences.h"

#define VALUES_MAX 4
#define LIST(...) __VA_ARGS__

static const struct {
    const char *key, *title, *help;
    const char *values[VALUES_MAX + 1]; /* NULL behind the last */
} table[] = {
#define X(NAME, key, values, title, help)                                      \
    [SETTING_##NAME] = {key, title, help, {LIST values}},
    SETTINGS(X)
#undef X
};

const char *setting_key(enum setting setting)
{
    return table[setting].key;
}

const char *setting_title(enum setting setting)
{
    return table[setting].title;
}

const char *setting_help(enum setting setting)
{
    return table[setting].help;
}

const char *setting_value(enum setting setting, int index)
{
    return table[setting].values[index];
}

const char *settings_get(const struct settings *settings, enum setting setting)
{
    return setting_value(setting, settings->chosen[setting]);
}

bool settings_is(const struct settings *settings, enum setting setting,
                 const char *value)
{
    return str_is(str_from(value), settings_get(settings, setting));
}

static bool no_such_value(enum setting setting, const char *value,
                          struct error *err)
{
    struct strbuf values = {0};

    for (int i = 0; setting_value(setting, i); i++)
        strbuf_printf(&values, "%s%s", i > 0 ? ", " : "",
                      setting_value(setting, i));
    error_set(err, ERR_USAGE, "'%s' cannot be the value of '%s': there is %s",
              value, setting_key(setting), strbuf_text(&values));
    strbuf_finish(&values);
    return false;
}

bool settings_set(struct settings *settings, enum setting setting,
                  const char *value, struct error *err)
{
    for (int i = 0; setting_value(setting, i); i++) {
        if (!str_is(str_from(value), setting_value(setting, i)))
            continue;
        settings->chosen[setting] = i;
        return true;
    }
    return no_such_value(setting, value, err);
}

bool setting_find(const char *key, enum setting *out, struct error *err)
{
    struct nearest nearest = nearest_to(str_from(key));
    struct strbuf help = {0};

    strbuf_adds(&help, "there is ");
    for (int i = 0; i < SETTING_COUNT; i++) {
        const char *other = setting_key((enum setting)i);

        if (str_is(nearest.text, other)) {
            *out = (enum setting)i;
            strbuf_finish(&help);
            return true;
        }
        nearest_look(&nearest, str_from(other));
        strbuf_printf(&help, "%s%s", i > 0 ? ", " : "", other);
    }
    nearest_not_found(&nearest, "setting", strbuf_text(&help), err);
    strbuf_finish(&help);
    return false;
}
