/* Files of the source tree, whose root tests get as their argument. */
#ifndef PROCTOR_TESTS_BANK_TREE_H
#define PROCTOR_TESTS_BANK_TREE_H

#include "proctor/base/str.h"

struct tree {
    const char *root;
};

/* A file's bytes, to be freed with strbuf_finish(). */
struct strbuf tree_slurp(const struct tree *tree, const char *folder,
                         const char *name);

typedef void (*file_check)(const char *name, struct str text, void *context);

/* Gives each .yaml file of a folder to `check`; how many there were. */
int tree_each_yaml(const struct tree *tree, const char *folder,
                   file_check check, void *context);

#endif
