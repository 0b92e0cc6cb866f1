/* Help and version, from the tables. Each gives the status. */
#ifndef PROCTOR_CLI_HELP_H
#define PROCTOR_CLI_HELP_H

#include "parse.h"

/* Of one command, or of the program when NULL. */
int help_show(const struct cli_command *command);
int help_version(void);

#endif
