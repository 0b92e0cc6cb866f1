/* A run of `check` or `import` over several files: what it says, and the
 * status. */
#ifndef PROCTOR_CLI_IMPORT_RUN_H
#define PROCTOR_CLI_IMPORT_RUN_H

#include "cli.h"
#include "proctor/app/library.h"

struct import_run {
    const struct cli *cli;
    struct arena arena;
    struct table files, findings, changes; /* for JSON */
    int status;                            /* the worst so far */
};

void import_run_init(struct import_run *run, const struct cli *cli);
/* Says what became of a file, unless JSON comes at the end. */
void import_run_report(struct import_run *run,
                       const struct import_report *report);
/* The same of one that could not be read or put into the database. */
void import_run_failed(struct import_run *run,
                       const struct import_report *report,
                       const struct error *err);
void import_run_worsen(struct import_run *run, int status);
/* Writes the JSON if that was asked for; gives the status. */
int import_run_end(struct import_run *run);

#endif
