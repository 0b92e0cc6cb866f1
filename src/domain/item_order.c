/*
 * The order in which options are shown. Options are shuffled unless the author
 * forbade it or the order means something; what is drawn depends only on the
 * item and the generator. What "means something" is recognised in
 * option_values.c and letter_mentions.c.
 */
#include "item_order.h"

#include "proctor/base/random.h"

enum order_reason item_order_reason(const struct item *item)
{
    if (item->shuffle == SHUFFLE_NO)
        return ORDER_ASKED;
    if (item->shuffle == SHUFFLE_YES)
        return ORDER_FREE;
    if (options_are_in_order(item))
        return ORDER_NUMBERS;
    return item_names_letter(item) ? ORDER_LETTERS : ORDER_FREE;
}

void item_option_order(const struct item *item, struct random *random,
                       char out[ITEM_OPTIONS_MAX + 1])
{
    bool shuffled = item_order_reason(item) == ORDER_FREE;
    uint32_t movable[ITEM_OPTIONS_MAX];
    size_t count = 0;
    size_t next = 0;

    for (size_t i = 0; i < item->option_count; i++) {
        if (!item->options[i].is_pinned)
            movable[count++] = (uint32_t)i;
    }
    if (shuffled)
        random_shuffle(random, movable, count);
    for (size_t i = 0; i < item->option_count; i++) {
        const struct option *option = &item->options[i];

        if (!option->is_pinned)
            option = &item->options[movable[next++]];
        out[i] = option->letter;
    }
    out[item->option_count] = '\0';
}
