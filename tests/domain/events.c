/*
 * Events of a sitting as tests need them: the next one, applied or refused.
 */
#include "events.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct event next_event(const struct sitting *sitting, enum event_kind kind,
                        int pos, const char *value, int64_t after_ms)
{
    return (struct event){
        .seq = sitting->seq + 1,
        .used_ms = sitting->used_ms + after_ms,
        .kind = kind,
        .pos = pos,
        .value = str_from(value),
    };
}

void take(struct sitting *sitting, enum event_kind kind, int pos,
          const char *value, int64_t after_ms)
{
    struct event event = next_event(sitting, kind, pos, value, after_ms);
    struct error err;

    if (!sitting_accepts(sitting, &event, NULL, &err))
        fail_msg("%s", err.message);
    sitting_apply(sitting, &event);
}

void refuse(const struct sitting *sitting, struct event event,
            const struct item *item, const char *word)
{
    struct error err = {0};

    assert_false(sitting_accepts(sitting, &event, item, &err));
    assert_int_equal(err.code, ERR_INVALID);
    if (!strstr(err.message, word))
        fail_msg("'%s' does not say '%s'", err.message, word);
}
