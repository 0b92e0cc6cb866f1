/* The program itself: full screen where there is one, else lines. */
#ifndef PROCTOR_CLI_OPEN_H
#define PROCTOR_CLI_OPEN_H

#include "cli.h"

/* The home screen. Gives the exit status. */
int open_program(const struct cli *cli);

#endif
