/*
 * Building the messages that travel up in a `struct error`. Nothing is printed
 * here: one place in cli and one in tui report, and put the message through
 * the display fold, since it quotes what came from outside.
 */
#include "proctor/base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "proctor/base/utf8.h"

/* Room for the rest of a character that the message's end would cut, so that
 * utf8_floor() can see whether it does. */
struct draft {
    char text[sizeof(((struct error *)0)->message) + 4];
    size_t len;
};

static void draft_vprintf(struct draft *draft, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
static void draft_printf(struct draft *draft, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void draft_vprintf(struct draft *draft, const char *format, va_list args)
{
    size_t room = sizeof draft->text - draft->len;
    int wanted = vsnprintf(draft->text + draft->len, room, format, args);

    if (wanted > 0)
        draft->len += (size_t)wanted < room ? (size_t)wanted : room - 1;
}

static void draft_printf(struct draft *draft, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    draft_vprintf(draft, format, args);
    va_end(args);
}

/* The draft is apart from `err`: its arguments may quote the old message. */
static void draft_commit(const struct draft *draft, struct error *err)
{
    struct str text = {draft->text, draft->len};
    size_t len = utf8_floor(text, sizeof err->message - 1);

    memcpy(err->message, draft->text, len);
    err->message[len] = '\0';
}

static enum error_code code_of_errno(int number)
{
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ERR_FULL;
    default:
        return ERR_IO;
    }
}

bool error_set(struct error *err, enum error_code code, const char *format, ...)
{
    struct draft draft = {.len = 0};
    va_list args;

    if (!err)
        return false;
    va_start(args, format);
    draft_vprintf(&draft, format, args);
    va_end(args);
    draft_commit(&draft, err);
    err->code = code;
    return false;
}

bool error_set_errno(struct error *err, const char *format, ...)
{
    int number = errno;
    struct draft draft = {.len = 0};
    va_list args;

    if (!err)
        return false;
    va_start(args, format);
    draft_vprintf(&draft, format, args);
    va_end(args);
    draft_printf(&draft, ": %s", strerror(number));
    draft_commit(&draft, err);
    err->code = code_of_errno(number);
    return false;
}

bool error_prefix(struct error *err, const char *format, ...)
{
    struct draft draft = {.len = 0};
    va_list args;

    if (!err)
        return false;
    va_start(args, format);
    draft_vprintf(&draft, format, args);
    va_end(args);
    draft_printf(&draft, ": %s", err->message);
    draft_commit(&draft, err);
    return false;
}

int error_exit_status(enum error_code code)
{
    switch (code) {
    case ERR_NONE:
        return 0;
    case ERR_INVALID:
    case ERR_NOT_FOUND:
        return 1;
    case ERR_USAGE:
        return 2;
    case ERR_IO:
    case ERR_FULL:
    case ERR_BUSY:
    case ERR_CORRUPT:
    case ERR_NEWER:
    case ERR_READONLY:
        return 3;
    }
    return 3;
}
