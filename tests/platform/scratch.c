/* Plain libc on purpose: the tests of file.c must not rest on file.c. */
#include "scratch.h"

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 512, PATHS = 4, TEXT_SIZE = 4096 };

static int remove_one(const char *path, const struct stat *st, int type,
                      struct FTW *ftw)
{
    (void)st;
    (void)type;
    (void)ftw;
    return remove(path);
}

int scratch_setup(void **state)
{
    const char *base = getenv("TMPDIR");
    char *path = calloc(1, PATH_SIZE);

    if (!path)
        return -1;
    snprintf(path, PATH_SIZE, "%s/proctor-test-XXXXXX", base ? base : "/tmp");
    *state = path;
    return mkdtemp(path) ? 0 : -1;
}

int scratch_teardown(void **state)
{
    int result = nftw(*state, remove_one, 8, FTW_DEPTH | FTW_PHYS);

    free(*state);
    return result;
}

const char *scratch_path(void *const *state, const char *name)
{
    static char paths[PATHS][PATH_SIZE];
    static int next;
    char *path = paths[next++ % PATHS];

    snprintf(path, PATH_SIZE, "%s/%s", (const char *)*state, name);
    return path;
}

static void make_dirs_above(const char *path)
{
    char part[PATH_SIZE];

    snprintf(part, sizeof part, "%s", path);
    for (char *p = strchr(part + 1, '/'); p; p = strchr(p + 1, '/')) {
        *p = '\0';
        mkdir(part, 0700);
        *p = '/';
    }
}

const char *scratch_file(void *const *state, const char *name, const char *text)
{
    const char *path = scratch_path(state, name);

    make_dirs_above(path);
    FILE *file = fopen(path, "w");
    if (!file || fputs(text, file) == EOF || fclose(file) != 0)
        abort();
    return path;
}

const char *scratch_read(void *const *state, const char *name)
{
    static char text[TEXT_SIZE];
    FILE *file = fopen(scratch_path(state, name), "r");

    if (!file)
        return NULL;
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

int scratch_count(void *const *state)
{
    DIR *dir = opendir(*state);
    int count = 0;

    if (!dir)
        abort();
    while (readdir(dir))
        count++;
    closedir(dir);
    return count - 2; /* . and .. */
}
