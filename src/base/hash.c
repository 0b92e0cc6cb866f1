/*
 * The packaged library's SHA-256 behind our own types, so that nothing else
 * depends on which library that is. What is hashed, and in which canonical
 * form, is decided by the layers above.
 */
#include "proctor/base/hash.h"

#include <string.h>

#include <nettle/sha2.h>

_Static_assert(HASH_SIZE == SHA256_DIGEST_SIZE, "the library's digest size");

static void feed(struct sha256_ctx *context, struct str bytes)
{
    sha256_update(context, bytes.len, (const uint8_t *)bytes.data);
}

struct hash hash_of(struct str bytes)
{
    return hash_of_two(bytes, STR(""));
}

struct hash hash_of_two(struct str a, struct str b)
{
    struct sha256_ctx context;
    struct hash hash;

    sha256_init(&context);
    feed(&context, a);
    feed(&context, b);
    sha256_digest(&context, HASH_SIZE, hash.bytes);
    return hash;
}

bool hash_eq(const struct hash *a, const struct hash *b)
{
    return memcmp(a->bytes, b->bytes, HASH_SIZE) == 0;
}

void hash_hex(const struct hash *hash, char out[HASH_HEX_SIZE])
{
    static const char digits[] = "0123456789abcdef";

    for (size_t i = 0; i < HASH_SIZE; i++) {
        out[2 * i] = digits[hash->bytes[i] >> 4];
        out[2 * i + 1] = digits[hash->bytes[i] & 0x0F];
    }
    out[HASH_HEX_SIZE - 1] = '\0';
}
