/*
 * Small questions about an item that every layer asks: ids of its enumerations
 * and how many options are chosen. The order of options is in item_order.c;
 * answers are in response.c, marks in score.c.
 */
#include "proctor/domain/item.h"

#include <stddef.h>

#include "ids.h"

const char *const item_kind_ids[] = {
#define X(NAME, id, label) [ITEM_##NAME] = id,
    ITEM_KINDS(X)
#undef X
        NULL};

static const char *const status_ids[] = {
#define X(NAME, id, label) [ITEM_##NAME] = id,
    ITEM_STATUSES(X)
#undef X
};

const char *const difficulty_ids[] = {
#define X(NAME, id, label) [DIFFICULTY_##NAME] = id,
    DIFFICULTIES(X)
#undef X
        NULL};

const char *const shuffle_ids[] = {
#define X(NAME, id, label) [SHUFFLE_##NAME] = id,
    SHUFFLES(X)
#undef X
        NULL};

const char *item_kind_id(enum item_kind kind)
{
    return item_kind_ids[kind];
}

const char *item_status_id(enum item_status status)
{
    return status_ids[status];
}

const char *difficulty_id(enum difficulty difficulty)
{
    return difficulty_ids[difficulty];
}

const char *shuffle_id(enum shuffle shuffle)
{
    return shuffle_ids[shuffle];
}

IDS_DEFINE_FROM_ID(item_kind_from_id, item_kind, item_kind_ids)
IDS_DEFINE_FROM_ID(item_status_from_id, item_status, status_ids)
IDS_DEFINE_FROM_ID(difficulty_from_id, difficulty, difficulty_ids)
IDS_DEFINE_FROM_ID(shuffle_from_id, shuffle, shuffle_ids)

size_t item_key_count(const struct item *item)
{
    size_t keys = 0;

    for (size_t i = 0; i < item->option_count; i++)
        keys += item->options[i].is_key;
    return keys;
}

size_t item_choose_count(const struct item *item)
{
    size_t keys = item_key_count(item);

    if (item->kind == ITEM_SINGLE || (item->any_key && keys > 0))
        return 1;
    return keys;
}

const struct option *item_option(const struct item *item, char letter)
{
    for (size_t i = 0; i < item->option_count; i++) {
        if (item->options[i].letter == letter)
            return &item->options[i];
    }
    return NULL;
}
