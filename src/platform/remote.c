/*
 * Which file systems lie on another machine, or in a program that may do so
 * (FUSE). On those SQLite's shared memory is not to be trusted; what follows
 * from it is decided in store.
 */
#include "proctor/platform/file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/param.h>
#ifdef __linux__
#include <sys/statfs.h>
#elif defined(__NetBSD__)
#include <sys/statvfs.h>
#else
#include <sys/mount.h>
#endif

#include "proctor/base/mem.h"
#include "proctor/platform/env.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

#ifdef __linux__
/* statfs(2) and the sources of those systems that it does not list. */
static const uint32_t remote_types[] = {
    0x00006969, /* NFS */
    0xFF534D42, /* CIFS */
    0xFE534D42, /* SMB 2 and 3 */
    0x0000517B, /* SMB */
    0x0000564C, /* NCP */
    0x01021997, /* 9p */
    0x65735546, /* FUSE */
    0x5346414F, /* AFS */
    0x6B414653, /* kAFS */
    0x73757245, /* Coda */
    0x0BD00BD0, /* Lustre */
    0x47504653, /* GPFS */
    0x00C36400, /* Ceph */
    0x01161970, /* GFS2 */
    0x7461636F, /* OCFS2 */
    0xAAD7AAEA, /* PanFS */
    0x19830326, /* BeeGFS */
    0x61636673, /* ACFS */
    0xBEEFDEAD, /* SNFS */
    0x786F4256, /* VirtualBox shared folder */
    0xBACBACBC, /* VMware shared folder */
    0x7C7C6673, /* Parallels shared folder */
};

static bool ask(const char *path, bool *remote_out)
{
    struct statfs fs;

    if (statfs(path, &fs) != 0)
        return false;
    *remote_out = false;
    for (size_t i = 0; i < COUNT_OF(remote_types); i++)
        *remote_out |= (uint32_t)fs.f_type == remote_types[i];
    return true;
}
#else
/* Beginnings of names, as "fuse" is followed by the kind. */
static const char *const remote_names[] = {
    "nfs", "smb",  "cifs",    "afp",     "webdav",   "9p",   "p9fs",
    "afs", "coda", "osxfuse", "macfuse", "virtiofs", "fuse", "puffs",
};

static bool ask(const char *path, bool *remote_out)
{
#ifdef __NetBSD__
    struct statvfs fs;
    int result = statvfs(path, &fs);
#else
    struct statfs fs;
    int result = statfs(path, &fs);
#endif

    if (result != 0)
        return false;
    *remote_out = false;
    for (size_t i = 0; i < COUNT_OF(remote_names); i++)
        *remote_out |= strncmp(fs.f_fstypename, remote_names[i],
                               strlen(remote_names[i])) == 0;
    return true;
}
#endif

/* A file that is still to be made lies where its directory does. */
static bool ask_dir_of(const char *path, bool *remote_out)
{
    size_t size = strlen(path) + 2;
    char *dir = mem_alloc(size, 1);
    bool ok = file_dirname(path, dir, size) && ask(dir, remote_out);

    free(dir);
    return ok;
}

bool file_is_remote(const char *path)
{
    bool remote;

#ifdef PROCTOR_TEST_HOOKS
    const char *forced = env_get("PROCTOR_TEST_REMOTE");
    if (forced && strcmp(forced, "1") == 0)
        return true;
#endif
    return (ask(path, &remote) || ask_dir_of(path, &remote)) && remote;
}
