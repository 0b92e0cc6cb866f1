/* Small facts about the process and the machine. */
#ifndef PROCTOR_PLATFORM_SYSTEM_H
#define PROCTOR_PLATFORM_SYSTEM_H

#include <stdint.h>

/* 64 bits for seeds, from the system's generator. */
uint64_t system_seed(void);

/* A random UUID (version 4) as 16 bytes. */
void system_uuid(unsigned char out[16]);

/* Called once at start: files made are closed to others (umask 077), and a file
 * at its size limit is an error to report instead of a signal that kills. */
void system_prepare(void);

#endif
