/* Dotted integers of any length, compared piece by piece. */
#include "proctor/base/version.h"

static struct str without_zeros(struct str number)
{
    while (number.len > 1 && *number.data == '0')
        number = (struct str){number.data + 1, number.len - 1};
    return number;
}

static int piece_order(struct str a, struct str b)
{
    a = without_zeros(a);
    b = without_zeros(b);
    if (a.len != b.len)
        return a.len < b.len ? -1 : 1;
    return str_cmp(a, b);
}

int version_compare(struct str a, struct str b)
{
    struct str left, right;

    for (;;) {
        bool more_left = str_split(&a, '.', &left);
        bool more_right = str_split(&b, '.', &right);
        int order;

        if (!more_left || !more_right)
            return (int)more_left - (int)more_right;
        order = piece_order(left, right);
        if (order)
            return order;
    }
}
