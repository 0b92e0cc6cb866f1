/* Small facts about the process and the machine. */
#ifndef PROCTOR_PLATFORM_SYSTEM_H
#define PROCTOR_PLATFORM_SYSTEM_H

#include <stdint.h>

/* 64 bits for seeds, from the system's generator. */
uint64_t system_seed(void);

/* A random UUID (version 4) as 16 bytes. */
void system_uuid(unsigned char out[16]);

/* umask 077; called once at start. */
void system_private_files(void);

#endif
