/*
 * Chance for seeds and ids, and the file mode mask. What a seed means is
 * random.c's matter in base; nothing here is repeatable.
 */
#include "proctor/platform/system.h"

#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <signal.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#ifdef __APPLE__
#include <sys/random.h>
#endif

#include "proctor/base/random.h"

static bool read_urandom(void *out, size_t size)
{
    int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    bool ok = fd >= 0 && read(fd, out, size) == (ssize_t)size;

    if (fd >= 0)
        close(fd);
    return ok;
}

/* The last resort, in a bare container on an old kernel: no secret depends on
 * it, and time and process number differ between any two runs. */
static void guess(unsigned char *out, size_t size)
{
    struct timespec now = {0};

    clock_gettime(CLOCK_REALTIME, &now);
    struct random random =
        random_seeded((uint64_t)now.tv_sec << 32 ^ (uint64_t)now.tv_nsec ^
                      (uint64_t)getpid() << 20);
    for (size_t i = 0; i < size; i++)
        out[i] = (unsigned char)random_next(&random);
}

static void fill_random(void *out, size_t size)
{
    if (getentropy(out, size) != 0 && !read_urandom(out, size))
        guess(out, size);
}

uint64_t system_seed(void)
{
    uint64_t seed;

    fill_random(&seed, sizeof seed);
    return seed;
}

void system_uuid(unsigned char out[16])
{
    fill_random(out, 16);
    out[6] = (unsigned char)(0x40 | (out[6] & 0x0F)); /* version 4 */
    out[8] = (unsigned char)(0x80 | (out[8] & 0x3F)); /* RFC 9562 */
}

void system_prepare(void)
{
    umask(S_IRWXG | S_IRWXO);
    signal(SIGXFSZ, SIG_IGN);
}
