/* A line on stderr for what takes longer than a moment, on terminals only. */
#ifndef PROCTOR_CLI_PROGRESS_H
#define PROCTOR_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

/* Zero-initialise; progress_end() makes it ready for the next file. */
struct progress_line {
    bool is_started;
    int64_t started_ms;
    int shown_percent; /* 0: nothing is shown */
};

/* For import_options.progress; the context is a struct progress_line. */
void progress_show(void *context, uint64_t done, uint64_t of);
/* Wipes the line, if there is one. */
void progress_end(struct progress_line *progress);

#endif
