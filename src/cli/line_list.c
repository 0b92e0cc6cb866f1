/*
 * What places have in common when they list things: parts of a long list, the
 * choice by number, the way back.
 */
#include "line_parts.h"

static void tell_part(struct line *line)
{
    struct line_list *list = &line->list;
    size_t end = list->count - list->told > LIST_PART ? list->told + LIST_PART
                                                      : list->count;
    bool is_long = list->count > LIST_PART;

    while (list->told < end)
        list->tell(line, list->told++);
    if (list->told < list->count)
        talk_say(&line->talk, "%zu of %zu; 'more' goes on.", list->told,
                 list->count);
    else if (is_long)
        talk_say(&line->talk, "That was the last of %zu.", list->count);
}

void list_tell(struct line *line, size_t count,
               void (*tell)(struct line *line, size_t index))
{
    line->list = (struct line_list){.count = count, .tell = tell};
    tell_part(line);
}

enum line_step line_more(struct line *line, struct str rest)
{
    (void)rest;
    if (line->list.told < line->list.count)
        tell_part(line);
    else
        talk_say(&line->talk, "There is nothing more.");
    return STEP_STAY;
}

enum line_step line_back(struct line *line, struct str rest)
{
    (void)line;
    (void)rest;
    return STEP_DONE;
}

bool line_is_number(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.len > 0;
}

size_t line_number(struct line *line, struct str text, size_t count,
                   const char *what)
{
    int64_t number;

    if (str_to_i64(text, 1, (int64_t)count, &number))
        return (size_t)number;
    if (count == 0)
        talk_say(&line->talk, "There is no %s yet.", what);
    else if (text.len == 0)
        talk_say(&line->talk, "Which %s, from 1 to %zu?", what, count);
    else
        talk_say(&line->talk, "There is no %s '" STR_FORMAT "'; there %s %zu.",
                 what, STR_ARG(text), count == 1 ? "is" : "are", count);
    return 0;
}
