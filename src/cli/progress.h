/* A line on stderr for what takes longer than a moment, on terminals only. */
#ifndef PROCTOR_CLI_PROGRESS_H
#define PROCTOR_CLI_PROGRESS_H

#include <stdint.h>

/* For import_options.progress; the context is not used. */
void progress_show(void *context, uint64_t done, uint64_t of);
/* Wipes the line, if there is one. */
void progress_end(void);

#endif
