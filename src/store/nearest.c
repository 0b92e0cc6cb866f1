/* Says which of the names there are may be meant. */
#include "nearest.h"

#include "proctor/base/nearest.h"

/* A row lives until the next one, so what was found is copied. */
static bool look_through(struct stmt *names, struct nearest *nearest,
                         struct strbuf *found, struct error *err)
{
    while (stmt_next(names)) {
        if (!nearest_look(nearest, stmt_text(names, "name")))
            continue;
        strbuf_clear(found);
        strbuf_add(found, nearest->found);
        nearest->found = strbuf_str(found);
    }
    return stmt_end(names, err);
}

bool nearest_refuse(struct stmt *names, const char *what, struct str name,
                    const char *hint, struct error *err)
{
    struct nearest nearest = nearest_to(name);
    struct strbuf found = {0};

    if (look_through(names, &nearest, &found, err))
        nearest_not_found(&nearest, what, hint, err);
    strbuf_finish(&found);
    return false;
}
