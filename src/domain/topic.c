/*
 * Topics as paths. Which topics exist, their titles and what was moved is
 * known to the store; here is only what a path may look like and which lies
 * below which.
 */
#include "proctor/domain/topic.h"

#define TOPIC_BYTES_MAX 128
#define TOPIC_LEVELS_MAX 8

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

bool topic_is_valid(struct str topic)
{
    int levels = 1;
    size_t word_len = 0;

    if (topic.len > TOPIC_BYTES_MAX)
        return false;
    for (size_t i = 0; i < topic.len; i++) {
        char c = topic.data[i];

        if (c == '/') {
            if (word_len == 0)
                return false;
            levels++;
            word_len = 0;
        } else if (is_word_char(c)) {
            word_len++;
        } else {
            return false;
        }
    }
    return word_len > 0 && levels <= TOPIC_LEVELS_MAX;
}

int topic_depth(struct str topic)
{
    int depth = 0;

    for (size_t i = 0; i < topic.len; i++)
        depth += topic.data[i] == '/';
    return depth;
}

int topic_cmp(struct str a, struct str b)
{
    size_t i = 0;

    while (i < a.len && i < b.len && a.data[i] == b.data[i])
        i++;
    if (i == a.len || i == b.len)
        return (a.len > b.len) - (a.len < b.len);
    if (a.data[i] == '/' || b.data[i] == '/')
        return a.data[i] == '/' ? -1 : 1;
    return (unsigned char)a.data[i] < (unsigned char)b.data[i] ? -1 : 1;
}

bool topic_is_below(struct str topic, struct str node)
{
    if (topic.len < node.len ||
        (topic.len > node.len && topic.data[node.len] != '/'))
        return false;
    return str_eq((struct str){topic.data, node.len}, node);
}
