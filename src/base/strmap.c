/*
 * Open addressing over an array of entries in the order of adding. The hash is
 * SipHash-1-3 with a random key per table: ids come from strangers' files, and
 * with a known hash a file could put every id into one chain. The results
 * depend on that key in no way but speed.
 */
#include "proctor/base/strmap.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __APPLE__
#include <sys/random.h>
#endif

#include "proctor/base/arena.h"
#include "proctor/base/mem.h"

#define FIRST_SLOTS 16

struct entry {
    struct str key;
    uint64_t hash;
    int64_t value;
};

struct strmap {
    uint64_t key[2];
    struct arena texts;
    struct {
        struct entry *items;
        size_t count, capacity;
    } entries;
    size_t *slots;     /* index of an entry + 1; 0 is free */
    size_t slot_count; /* a power of two, more than half of it free */
};

static uint64_t rotate(uint64_t x, int bits)
{
    return x << bits | x >> (64 - bits);
}

static void sip_round(uint64_t v[4])
{
    v[0] += v[1];
    v[1] = rotate(v[1], 13) ^ v[0];
    v[0] = rotate(v[0], 32);
    v[2] += v[3];
    v[3] = rotate(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = rotate(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = rotate(v[1], 17) ^ v[2];
    v[2] = rotate(v[2], 32);
}

static void sip_word(uint64_t v[4], uint64_t word)
{
    v[3] ^= word;
    sip_round(v);
    v[0] ^= word;
}

/* Words are read in the machine's byte order: hashes never leave it. */
static uint64_t sip_hash(const uint64_t key[2], struct str text)
{
    uint64_t v[4] = {
        key[0] ^ UINT64_C(0x736F6D6570736575),
        key[1] ^ UINT64_C(0x646F72616E646F6D),
        key[0] ^ UINT64_C(0x6C7967656E657261),
        key[1] ^ UINT64_C(0x7465646279746573),
    };
    size_t i = 0;

    for (; text.len - i >= sizeof(uint64_t); i += sizeof(uint64_t)) {
        uint64_t word;

        memcpy(&word, text.data + i, sizeof word);
        sip_word(v, word);
    }
    uint64_t last = (uint64_t)text.len << 56;
    for (int shift = 0; i < text.len; i++, shift += 8)
        last |= (uint64_t)(unsigned char)text.data[i] << shift;
    sip_word(v, last);
    v[2] ^= 0xFF;
    for (int rounds = 0; rounds < 3; rounds++)
        sip_round(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

/* The slot of the key, or the free one where it belongs. */
static size_t *find_slot(const struct strmap *map, struct str key,
                         uint64_t hash)
{
    size_t mask = map->slot_count - 1;
    size_t i = (size_t)hash & mask;

    while (map->slots[i] != 0) {
        const struct entry *entry = &map->entries.items[map->slots[i] - 1];

        if (entry->hash == hash && str_eq(entry->key, key))
            break;
        i = (i + 1) & mask;
    }
    return &map->slots[i];
}

static void rebuild_slots(struct strmap *map, size_t slot_count)
{
    free(map->slots);
    map->slots = mem_alloc(slot_count, sizeof *map->slots);
    map->slot_count = slot_count;
    for (size_t i = 0; i < map->entries.count; i++) {
        const struct entry *entry = &map->entries.items[i];

        *find_slot(map, entry->key, entry->hash) = i + 1;
    }
}

static struct entry *find(const struct strmap *map, struct str key)
{
    size_t slot = *find_slot(map, key, sip_hash(map->key, key));

    return slot != 0 ? &map->entries.items[slot - 1] : NULL;
}

static void add_new(struct strmap *map, struct str key, int64_t value)
{
    if (map->entries.count >= map->slot_count / 2)
        rebuild_slots(map, map->slot_count * 2);

    uint64_t hash = sip_hash(map->key, key);
    size_t *slot = find_slot(map, key, hash);

    *array_add(&map->entries) = (struct entry){
        .key = arena_str(&map->texts, key),
        .hash = hash,
        .value = value,
    };
    *slot = map->entries.count;
}

struct strmap *strmap_create(void)
{
    struct strmap *map = mem_alloc(1, sizeof *map);

    /* Where the system has no chance to give, an address has some. */
    if (getentropy(map->key, sizeof map->key) != 0)
        map->key[0] = (uint64_t)(uintptr_t)map;
    rebuild_slots(map, FIRST_SLOTS);
    return map;
}

void strmap_destroy(struct strmap *map)
{
    if (!map)
        return;
    array_free(&map->entries);
    arena_finish(&map->texts);
    free(map->slots);
    free(map);
}

bool strmap_add(struct strmap *map, struct str key, int64_t value,
                int64_t *old_out)
{
    const struct entry *old = find(map, key);

    if (!old) {
        add_new(map, key, value);
        return true;
    }
    if (old_out)
        *old_out = old->value;
    return false;
}

void strmap_set(struct strmap *map, struct str key, int64_t value)
{
    struct entry *old = find(map, key);

    if (old)
        old->value = value;
    else
        add_new(map, key, value);
}

bool strmap_get(const struct strmap *map, struct str key, int64_t *value_out)
{
    const struct entry *entry = find(map, key);

    if (entry)
        *value_out = entry->value;
    return entry != NULL;
}

size_t strmap_count(const struct strmap *map)
{
    return map->entries.count;
}

struct str strmap_key(const struct strmap *map, size_t index)
{
    return map->entries.items[index].key;
}
