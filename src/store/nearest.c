/* Says which of the names there are may be meant. */
#include "nearest.h"

/* More letters off than this are another word. */
#define DISTANCE_MAX 3

static bool find_nearest(struct stmt *names, struct str name,
                         struct strbuf *out, struct error *err)
{
    size_t limit = DISTANCE_MAX;

    while (stmt_next(names)) {
        struct str known = stmt_text(names, "name");
        size_t distance = str_distance(name, known, limit);

        if (distance > limit)
            continue;
        limit = distance;
        strbuf_clear(out);
        strbuf_add(out, known);
    }
    return stmt_end(names, err);
}

bool nearest_refuse(struct stmt *names, const char *what, struct str name,
                    const char *hint, struct error *err)
{
    struct strbuf nearest = {0};

    if (!find_nearest(names, name, &nearest, err)) {
        strbuf_finish(&nearest);
        return false;
    }
    if (nearest.len)
        error_set(err, ERR_NOT_FOUND,
                  "there is no %s '" STR_FORMAT "': did you mean '%s'?", what,
                  STR_ARG(name), strbuf_text(&nearest));
    else
        error_set(err, ERR_NOT_FOUND, "there is no %s '" STR_FORMAT "': %s",
                  what, STR_ARG(name), hint);
    strbuf_finish(&nearest);
    return false;
}
