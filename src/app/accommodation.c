/* Whether an attempt had an accommodation, and which, in words. */
#include "accommodation.h"

#include "sentences.h"

bool attempt_is_accommodated(const struct attempt_row *attempt)
{
    return attempt->limit_ms > 0 &&
           (attempt->time_percent != 100 || attempt->added_minutes != 0);
}

const char *accommodation_words(const struct attempt_row *attempt,
                                struct arena *arena)
{
    struct strbuf text = {0};

    if (attempt->time_percent != 100)
        strbuf_printf(&text, "%d %% of the time", attempt->time_percent);
    if (attempt->added_minutes != 0)
        strbuf_printf(&text, "%s%d minute%s added", text.len > 0 ? " and " : "",
                      attempt->added_minutes, plural(attempt->added_minutes));
    return text_take(&text, arena);
}
