/*
 * The file of the settings: lines `key = value`, `#` begins a comment. Saving
 * touches only the values that differ; the rest is the user's own text.
 */
#include "proctor/app/settings.h"

#include <string.h>

#include "proctor/platform/file.h"
#include "proctor/platform/paths.h"

#define FILE_MAX ((size_t)64 * 1024)

static const char new_file[] =
    "# Settings of proctor, a line each: key = value.\n";

bool settings_path(struct arena *arena, const char **out, struct error *err)
{
    const char *folder;

    if (!paths_config(arena, false, &folder, err))
        return false;
    *out = arena_printf(arena, "%s/config", folder);
    return true;
}

/* What stands on a line, without its comment. */
struct line {
    struct str key, value; /* pieces of the line; the key empty: none */
    bool has_value;
};

static struct line line_read(struct str text)
{
    struct line line = {STR(""), STR(""), false};
    struct str said = STR("");

    str_split(&text, '#', &said);
    line.value = said;
    line.has_value =
        str_split(&line.value, '=', &line.key) && line.key.len < said.len;
    line.key = str_trim(line.key);
    line.value = str_trim(line.value);
    return line;
}

/* --- reading ------------------------------------------------------------ */

static bool has_nul(struct str text)
{
    return text.len > 0 && memchr(text.data, '\0', text.len);
}

/* False, with what is wrong, when the line is not understood. */
static bool take_line(const struct line *line, struct arena *arena,
                      struct settings *settings, struct error *err)
{
    const char *key = arena_str(arena, line->key).data;
    enum setting setting;

    if (line->key.len == 0 && !line->has_value)
        return true;
    if (has_nul(line->key) || has_nul(line->value))
        return error_set(err, ERR_USAGE,
                         "the line has a zero byte: write key = value");
    if (!line->has_value)
        return error_set(err, ERR_USAGE,
                         "'%s' is no setting: write key = value", key);
    return setting_find(key, &setting, err) &&
           settings_set(settings, setting, arena_str(arena, line->value).data,
                        err);
}

static void take_lines(struct str text, const char *path,
                       struct settings *settings, struct strbuf *problems)
{
    struct arena scratch = {0};
    struct str piece;

    for (int number = 1; str_split(&text, '\n', &piece); number++) {
        struct line line = line_read(piece);
        struct error problem;

        arena_reset(&scratch);
        if (!take_line(&line, &scratch, settings, &problem) && problems)
            strbuf_printf(problems, "%s:%d: %s\n", path, number,
                          problem.message);
    }
    arena_finish(&scratch);
}

/* The file's text; empty when there is none. Close the view. */
static bool open_file(const char *path, struct file_view *out,
                      struct error *err)
{
    struct error problem = {0};

    *out = (struct file_view){.bytes = STR("")};
    return file_view_open(path, FILE_MAX, out, &problem) ||
           problem.code == ERR_NOT_FOUND ||
           error_set(err, problem.code, "%s", problem.message);
}

bool settings_load(struct settings *out, struct strbuf *problems,
                   struct error *err)
{
    struct arena arena = {0};
    struct file_view file = {0};
    const char *path;
    bool ok = true;

    *out = (struct settings){0};
    /* Where there is no home there is no file. */
    if (settings_path(&arena, &path, NULL)) {
        ok = open_file(path, &file, err);
        if (ok)
            take_lines(file.bytes, path, out, problems);
    }
    file_view_close(&file);
    arena_finish(&arena);
    return ok;
}

/* --- writing ------------------------------------------------------------ */

/* The setting that the line gives a value, or SETTING_COUNT. */
static enum setting setting_of(const struct line *line)
{
    for (int i = 0; i < SETTING_COUNT; i++)
        if (line->has_value && str_is(line->key, setting_key((enum setting)i)))
            return (enum setting)i;
    return SETTING_COUNT;
}

/* The line with another value in the place of its own. */
static void put_line(struct strbuf *out, struct str text,
                     const struct line *line, const char *value)
{
    size_t before = (size_t)(line->value.data - text.data);
    size_t after = before + line->value.len;

    strbuf_add(out, (struct str){text.data, before});
    if (line->value.len == 0)
        strbuf_addc(out, ' ');
    strbuf_adds(out, value);
    strbuf_add(out, (struct str){text.data + after, text.len - after});
}

static void put_text(struct strbuf *out, struct str text,
                     const struct settings *settings)
{
    bool is_there[SETTING_COUNT] = {false};
    struct str piece;

    while (str_split(&text, '\n', &piece)) {
        struct line line = line_read(piece);
        enum setting setting = setting_of(&line);

        if (setting == SETTING_COUNT) {
            strbuf_add(out, piece);
        } else {
            put_line(out, piece, &line, settings_get(settings, setting));
            is_there[setting] = true;
        }
        strbuf_addc(out, '\n');
    }
    for (int i = 0; i < SETTING_COUNT; i++)
        if (!is_there[i] && settings->chosen[i] != 0)
            strbuf_printf(out, "%s = %s\n", setting_key((enum setting)i),
                          settings_get(settings, (enum setting)i));
}

static bool save(const struct settings *settings, const char *path,
                 struct error *err)
{
    struct file_view file;
    struct strbuf text = {0};
    struct str before;
    bool ok;

    if (!open_file(path, &file, err))
        return false;
    before = file.bytes.len > 0 ? file.bytes : str_from(new_file);
    put_text(&text, before, settings);
    ok = str_eq(strbuf_str(&text), before) ||
         file_write(path, strbuf_str(&text), true, err);
    strbuf_finish(&text);
    file_view_close(&file);
    return ok;
}

bool settings_save(const struct settings *settings, struct error *err)
{
    struct arena arena = {0};
    const char *folder, *path;
    bool ok = paths_config(&arena, true, &folder, err) &&
              settings_path(&arena, &path, err) &&
              save(settings, paths_follow(&arena, path), err);

    arena_finish(&arena);
    return ok;
}
