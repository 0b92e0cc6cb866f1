/*
 * Signals as bytes on a pipe. Handlers only write; the loop reads. A fatal
 * signal runs the rescue hook, then takes its usual course.
 */
#ifndef PROCTOR_PLATFORM_SIGNALS_H
#define PROCTOR_PLATFORM_SIGNALS_H

#include <stdbool.h>

#include "proctor/base/error.h"

/* What has come since the last signals_take(). */
struct signals {
    bool resized;   /* SIGWINCH, SIGCONT */
    bool interrupt; /* SIGINT */
    bool leave;     /* SIGHUP, SIGTERM */
};

/* Installs the handlers; SIGPIPE is ignored. */
bool signals_start(struct error *err);
/* For poll(): readable when something has come. */
int signals_fd(void);
struct signals signals_take(void);
/* Async-signal-safe function for SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL. */
void signals_on_crash(void (*rescue)(void));
void signals_stop(void);

#endif
