/*
 * The machine's clocks and, in builds with test hooks only, a file in their
 * place: in a release an environment variable would be a way to cheat. What
 * the readings mean for an exam is decided in domain.
 */
#include "proctor/platform/clock.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#ifndef __linux__
#include <sys/types.h>
#include <sys/sysctl.h>
#include <sys/time.h>
#endif

#ifdef PROCTOR_TEST_HOOKS
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

#include "proctor/platform/env.h"
#include "proctor/platform/system.h"

/* Which clock counts suspend differs: on Linux and OpenBSD the monotonic one
 * stops in it, elsewhere it goes on. FreeBSD has a CLOCK_BOOTTIME of another
 * meaning. */
#if defined(__linux__) || defined(__OpenBSD__)
#define WITH_SUSPEND CLOCK_BOOTTIME
#define WITHOUT_SUSPEND CLOCK_MONOTONIC
#elif defined(__APPLE__)
#define WITH_SUSPEND CLOCK_MONOTONIC
#define WITHOUT_SUSPEND CLOCK_UPTIME_RAW
#elif defined(CLOCK_UPTIME)
#define WITH_SUSPEND CLOCK_MONOTONIC
#define WITHOUT_SUSPEND CLOCK_UPTIME
#else
#define WITH_SUSPEND CLOCK_MONOTONIC
#define WITHOUT_SUSPEND CLOCK_MONOTONIC
#endif

static int64_t read_ms(clockid_t id)
{
    struct timespec now = {0};

    clock_gettime(id, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void machine_read(void *context, struct moment *moment_out)
{
    (void)context;
    *moment_out = (struct moment){
        .boot_ms = read_ms(WITH_SUSPEND),
        .monotonic_ms = read_ms(WITHOUT_SUSPEND),
        .utc_ms = read_ms(CLOCK_REALTIME),
    };
}

#ifdef __linux__
static bool ask_boot_id(char out[CLOCK_BOOT_ID_SIZE])
{
    FILE *file = fopen("/proc/sys/kernel/random/boot_id", "re");
    bool ok = file && fgets(out, CLOCK_BOOT_ID_SIZE, file);

    if (file)
        fclose(file);
    if (ok)
        out[strcspn(out, "\n")] = '\0';
    return ok && out[0] != '\0';
}
#else
static bool ask_boot_id(char out[CLOCK_BOOT_ID_SIZE])
{
    struct timeval started;
    size_t size = sizeof started;

#ifdef __APPLE__
    /* Unlike the boot time, it stays when the date is set. */
    size_t id_size = CLOCK_BOOT_ID_SIZE;
    if (sysctlbyname("kern.bootsessionuuid", out, &id_size, NULL, 0) == 0)
        return true;
#endif
    if (sysctlbyname("kern.boottime", &started, &size, NULL, 0) != 0)
        return false;
    snprintf(out, CLOCK_BOOT_ID_SIZE, "boot-%jd", (intmax_t)started.tv_sec);
    return true;
}
#endif

static const char *machine_boot_id(void *context)
{
    /* Asked for once: it cannot change while the process lives. */
    static char id[CLOCK_BOOT_ID_SIZE];
    (void)context;

    /* A made-up id equals no other: what was stored before counts as from
     * another boot, and gaps are taken from the wall clock. */
    if (id[0] == '\0' && !ask_boot_id(id))
        snprintf(id, sizeof id, "unknown-%016" PRIx64, system_seed());
    return id;
}

#ifdef PROCTOR_TEST_HOOKS
#define TEST_ID_SIZE 36

/* The file as tests/README.md has it. Numbers are little-endian. */
struct test_clock {
    volatile int64_t boot_ms, monotonic_ms, utc_ms;
    volatile char boot_id[TEST_ID_SIZE];
};

static int64_t from_little_endian(int64_t value)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return (int64_t)__builtin_bswap64((uint64_t)value);
#else
    return value;
#endif
}

static void test_read(void *context, struct moment *moment_out)
{
    const struct test_clock *clock = context;

    *moment_out = (struct moment){
        .boot_ms = from_little_endian(clock->boot_ms),
        .monotonic_ms = from_little_endian(clock->monotonic_ms),
        .utc_ms = from_little_endian(clock->utc_ms),
    };
}

static const char *test_boot_id(void *context)
{
    static char id[CLOCK_BOOT_ID_SIZE]; /* as long-lived as the machine's */
    const struct test_clock *clock = context;

    for (size_t i = 0; i < TEST_ID_SIZE; i++)
        id[i] = clock->boot_id[i];
    return id;
}

/* A test whose clock is missing would pass or fail by the real one. */
static void *map_or_abort(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    off_t end = fd >= 0 ? lseek(fd, 0, SEEK_END) : -1;
    void *memory = MAP_FAILED;

    if (end >= (off_t)offsetof(struct test_clock, boot_id) + TEST_ID_SIZE)
        memory =
            mmap(NULL, sizeof(struct test_clock), PROT_READ, MAP_SHARED, fd, 0);
    if (memory == MAP_FAILED) {
        fprintf(stderr, "PROCTOR_TEST_CLOCK: cannot map '%s'\n", path);
        abort();
    }
    close(fd);
    return memory;
}

static const struct clock *test_clock(void)
{
    /* One mapping for the life of the process, as the variable names one. */
    static struct clock clock = {.read = test_read, .boot_id = test_boot_id};
    const char *path = env_get("PROCTOR_TEST_CLOCK");

    if (!path)
        return NULL;
    if (!clock.context)
        clock.context = map_or_abort(path);
    return &clock;
}
#endif

const struct clock *clock_system(void)
{
    static const struct clock machine = {
        .read = machine_read,
        .boot_id = machine_boot_id,
    };

#ifdef PROCTOR_TEST_HOOKS
    const struct clock *replaced = test_clock();
    if (replaced)
        return replaced;
#endif
    return &machine;
}

struct moment clock_now(const struct clock *clock)
{
    struct moment moment;

    clock->read(clock->context, &moment);
    return moment;
}

/* Whole seconds, downwards also before 1970. */
static time_t seconds_of(int64_t ms)
{
    return (time_t)(ms / 1000 - (ms % 1000 < 0));
}

int clock_zone_minutes(int64_t utc_ms)
{
    time_t seconds = seconds_of(utc_ms);
    struct tm local;

    tzset();
    return localtime_r(&seconds, &local) ? (int)(local.tm_gmtoff / 60) : 0;
}

void clock_format(int64_t utc_ms, int zone_minutes, char out[CLOCK_DATE_SIZE])
{
    time_t seconds = seconds_of(utc_ms) + (time_t)zone_minutes * 60;
    struct tm date;

    if (!gmtime_r(&seconds, &date) ||
        strftime(out, CLOCK_DATE_SIZE, "%Y-%m-%d %H:%M", &date) == 0)
        snprintf(out, CLOCK_DATE_SIZE, "(no date)");
}

bool clock_day(struct str date, int64_t *day_out)
{
    struct str part;
    int64_t year, month, day;
    struct tm civil;
    time_t seconds;

    if (date.len != CLOCK_DAY_LEN || date.data[4] != '-' || date.data[7] != '-')
        return false;
    if (!str_split(&date, '-', &part) || !str_to_i64(part, 0, 9999, &year) ||
        !str_split(&date, '-', &part) || !str_to_i64(part, 1, 12, &month) ||
        !str_to_i64(date, 1, 31, &day))
        return false;
    civil = (struct tm){.tm_year = (int)year - 1900,
                        .tm_mon = (int)month - 1,
                        .tm_mday = (int)day};
    /* UTC has no summer time. */
    seconds = timegm(&civil);
    if (civil.tm_mday != day)
        return false; /* moved into the next month */
    *day_out = (int64_t)seconds / (24 * 60 * 60);
    return true;
}
