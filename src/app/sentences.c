/* Sentences put together one by one; each text ends in an arena. */
#include "sentences.h"

#include <assert.h>

#include "proctor/domain/score.h"

void sentences_add(struct sentences *sentences, const char *format, ...)
{
    struct strbuf text = {0};
    va_list args;

    assert(sentences->count < SENTENCES_MAX);
    va_start(args, format);
    strbuf_vprintf(&text, format, args);
    va_end(args);
    sentences->items[sentences->count++] =
        str_from(text_take(&text, sentences->arena));
}

struct str_list sentences_list(const struct sentences *sentences)
{
    struct str_list list = {ARENA_ARRAY(sentences->arena, struct str,
                                        sentences->count),
                            sentences->count};

    for (size_t i = 0; i < list.count; i++)
        list.items[i] = sentences->items[i];
    return list;
}

const char *text_take(struct strbuf *text, struct arena *arena)
{
    const char *out = arena_strdup(arena, strbuf_text(text));

    strbuf_finish(text);
    return out;
}

const char *marks_text(struct arena *arena, int hundredths)
{
    char text[MARKS_SIZE];

    marks_format(hundredths, text);
    return arena_strdup(arena, text);
}

const char *plural(int64_t count)
{
    return count == 1 ? "" : "s";
}
