/* The program itself: full screen where there is one, else lines. */
#ifndef PROCTOR_CLI_OPEN_H
#define PROCTOR_CLI_OPEN_H

#include "cli.h"

struct tui_options;

/* The home screen. Gives the exit status. */
int open_program(const struct cli *cli);

/* Opens the database, prepares (may be NULL), and runs the screen or the lines
 * with the settings filled in. Gives the exit status. */
int open_with(const struct cli *cli, struct tui_options *screen,
              bool (*prepare)(const struct cli *cli, struct app *app,
                              struct error *err));

#endif
