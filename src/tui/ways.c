/* Ways from one screen to another that are more than a call. */
#include "ways.h"

#include "screens.h"

struct reply way_to_exam(struct ui *ui, const struct exam *exam,
                         const char *seed)
{
    struct error err;
    struct arena scratch = {0};
    const char *name = arena_printf(&scratch, STR_FORMAT "@" STR_FORMAT,
                                    STR_ARG(exam->id), STR_ARG(exam->version));
    struct reply reply =
        reply_push_or_say(ui, start_screen_create(ui, name, seed, &err), &err);

    arena_finish(&scratch);
    return reply;
}
