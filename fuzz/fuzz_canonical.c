/*
 * Any bytes as the stored form of an item and of a case: the database may be
 * damaged. The two texts of an item are parted by the first byte 0. What is
 * taken for a case must be the form of that case, byte for byte.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "proctor/domain/canonical.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_item(struct str bytes)
{
    struct arena arena = {0};
    struct item item;
    struct error err;
    const char *zero =
        bytes.len > 0 ? memchr(bytes.data, '\0', bytes.len) : NULL;
    size_t split = zero ? (size_t)(zero - bytes.data) : bytes.len;
    size_t rest = zero ? split + 1 : split;

    canonical_read_item(&arena, (struct str){bytes.data, split},
                        (struct str){bytes.data + rest, bytes.len - rest}, NULL,
                        &item, &err);
    arena_finish(&arena);
}

static void read_case(struct str bytes)
{
    struct arena arena = {0};
    struct case_text text;
    struct error err;

    if (canonical_read_case(&arena, bytes, &text, &err)) {
        struct strbuf form = {0};

        canonical_case(&form, &text);
        if (!str_eq(strbuf_str(&form), bytes))
            abort();
        strbuf_finish(&form);
    }
    arena_finish(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = {(const char *)data, size};

    read_item(bytes);
    read_case(bytes);
    return 0;
}
