/* Golden files: read, compare, rewrite on request. */
#include "golden.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PATH_SIZE 4096

static void path_of(const char *name, char path[PATH_SIZE])
{
    snprintf(path, PATH_SIZE, "%s/%s.txt", GOLDEN_DIR, name);
}

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    long size;

    if (!file)
        return NULL;
    if (fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0 &&
        fseek(file, 0, SEEK_SET) == 0) {
        text = malloc((size_t)size + 1);
        if (text)
            text[fread(text, 1, (size_t)size, file)] = '\0';
    }
    fclose(file);
    return text;
}

static bool write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    bool ok = file && fputs(text, file) >= 0;

    return file && fclose(file) == 0 && ok;
}

/* As comment lines, so that TAP stays readable. */
static void print_commented(const char *title, const char *text)
{
    printf("# --- %s\n", title);
    while (*text) {
        size_t length = strcspn(text, "\n");

        printf("# %.*s\n", (int)length, text);
        text += length + (text[length] == '\n');
    }
}

bool golden_matches(const char *name, const char *actual)
{
    const char *update = getenv("UPDATE_GOLDEN");
    char path[PATH_SIZE];
    char *expected;
    bool same;

    path_of(name, path);
    if (update && strcmp(update, "1") == 0)
        return write_file(path, actual);
    expected = read_file(path);
    same = expected && strcmp(expected, actual) == 0;
    if (!same) {
        print_commented("expected", expected ? expected : "(no such file)");
        print_commented("actual", actual);
        printf("# %s differs; UPDATE_GOLDEN=1 rewrites it\n", path);
    }
    free(expected);
    return same;
}
