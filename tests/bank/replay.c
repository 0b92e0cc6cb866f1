/*
 * Gives every file of a folder to a fuzz target, so that what the fuzzers found
 * stays found. The folder is the first argument.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "proctor/platform/file.h"

#define FILE_MAX (1u << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool is_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* A copy of just the file's size, so that a look beyond it is seen. */
static bool replay(const char *path)
{
    struct file_view view;
    struct error err;

    if (!file_view_open(path, FILE_MAX, &view, &err)) {
        printf("# %s\n", err.message);
        return false;
    }
    uint8_t *copy = malloc(view.bytes.len > 0 ? view.bytes.len : 1);
    if (!copy)
        return false;
    if (view.bytes.len > 0)
        memcpy(copy, view.bytes.data, view.bytes.len);
    LLVMFuzzerTestOneInput(copy, view.bytes.len);
    free(copy);
    file_view_close(&view);
    return true;
}

int main(int argc, char **argv)
{
    char path[4096];
    int count = 0;
    DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
    const struct dirent *entry;

    if (!folder) {
        fputs("usage: replay FOLDER\n", stderr);
        return 2;
    }
    while ((entry = readdir(folder)) != NULL) {
        if (!is_file(entry))
            continue;
        snprintf(path, sizeof path, "%s/%s", argv[1], entry->d_name);
        printf("%s %d - %s is survived\n", replay(path) ? "ok" : "not ok",
               ++count, entry->d_name);
    }
    printf("1..%d\n", count);
    closedir(folder);
    return 0;
}
