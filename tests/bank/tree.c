/*
 * Finds and reads files below the root of the source tree; what cannot be
 * opened fails the test.
 */
#include "tree.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "support.h"

#define PATH_BYTES 4096

struct strbuf tree_slurp(const struct tree *tree, const char *folder,
                         const char *name)
{
    char path[PATH_BYTES];

    snprintf(path, sizeof path, "%s/%s/%s", tree->root, folder, name);
    return slurp(path);
}

int tree_each_yaml(const struct tree *tree, const char *folder,
                   file_check check, void *context)
{
    char path[PATH_BYTES];
    const struct dirent *entry;
    DIR *dir;
    int files = 0;

    snprintf(path, sizeof path, "%s/%s", tree->root, folder);
    dir = opendir(path);
    assert_non_null(dir);
    while ((entry = readdir(dir)) != NULL) {
        struct strbuf text;

        if (!str_ends(str_from(entry->d_name), ".yaml"))
            continue;
        text = tree_slurp(tree, folder, entry->d_name);
        check(entry->d_name, strbuf_str(&text), context);
        strbuf_finish(&text);
        files++;
    }
    closedir(dir);
    return files;
}
