/* Expands and completes; what the file is good for, its reader says. */
#include "proctor/platform/typed_path.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "proctor/base/mem.h"
#include "proctor/base/utf8.h"

const char *typed_path_expand(struct arena *arena, const char *typed)
{
    const char *home = paths_home();

    if (typed[0] != '~' || (typed[1] != '/' && typed[1] != '\0') || !home)
        return typed;
    return arena_printf(arena, "%s%s", home, typed + 1);
}

struct names {
    const char **items;
    size_t count, capacity;
};

static bool fits(const char *name, const char *beginning)
{
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
        (name[0] == '.' && beginning[0] != '.'))
        return false;
    return str_starts(str_from(name), beginning);
}

static void read_names(struct arena *arena, const char *dir,
                       const char *beginning, struct names *names)
{
    DIR *stream = opendir(dir);
    const struct dirent *entry;

    while (stream && (entry = readdir(stream)))
        if (fits(entry->d_name, beginning))
            *array_add(names) = arena_strdup(arena, entry->d_name);
    if (stream)
        closedir(stream);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static struct path_list sorted(struct arena *arena, const struct names *names)
{
    struct path_list list = {
        .paths = ARENA_ARRAY(arena, const char *, names->count),
        .count = names->count,
    };

    for (size_t i = 0; i < list.count; i++)
        list.paths[i] = names->items[i];
    if (list.count > 0)
        qsort(list.paths, list.count, sizeof *list.paths, compare_names);
    return list;
}

/* What all have in common: that of the first and the last. */
static struct str common_beginning(const struct path_list *list)
{
    const char *first = list->paths[0], *last = list->paths[list->count - 1];
    size_t length = 0;

    while (first[length] != '\0' && first[length] == last[length])
        length++;
    return (struct str){first, utf8_floor(str_from(first), length)};
}

static bool is_dir(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

const char *typed_path_complete(struct arena *arena, const char *typed,
                                struct path_list *matches_out)
{
    const char *slash = strrchr(typed, '/');
    const char *beginning = slash ? slash + 1 : typed;
    struct str folder = {typed, (size_t)(beginning - typed)};
    const char *dir = typed_path_expand(arena, arena_str(arena, folder).data);
    struct names names = {0};
    struct str common;
    const char *out;

    read_names(arena, dir[0] ? dir : ".", beginning, &names);
    *matches_out = sorted(arena, &names);
    array_free(&names);
    if (matches_out->count == 0)
        return typed;
    common = common_beginning(matches_out);
    out = arena_printf(arena, STR_FORMAT STR_FORMAT, STR_ARG(folder),
                       STR_ARG(common));
    if (matches_out->count == 1 && is_dir(typed_path_expand(arena, out)))
        return arena_printf(arena, "%s/", out);
    return out;
}
