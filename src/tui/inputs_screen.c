/* Lines to fill in, in their frame: layout and the way of the keys. */
#include "inputs_screen.h"

void inputs_screen_begin(struct inputs_screen *screen, const struct ui *ui,
                         const char *title, int width, int height)
{
    page_screen_frame(&screen->base, ui, title);
    screen->base.frame.hints =
        inputs_hints(&screen->inputs, &screen->base.page);
    page_screen_begin(&screen->base, ui, width, height);
}

void inputs_screen_end(struct inputs_screen *screen)
{
    page_end(&screen->base.page);
    inputs_show_focus(&screen->inputs, &screen->base.page);
}

static struct reply take(struct inputs_screen *screen, struct ui *ui,
                         struct input_news news)
{
    return news.event == INPUT_NOTHING ? reply_ignored()
                                       : screen->news(screen, ui, news);
}

struct reply inputs_screen_key(struct screen *screen, struct ui *ui,
                               const struct key *key)
{
    struct inputs_screen *self = (struct inputs_screen *)screen;

    return take(self, ui, inputs_key(&self->inputs, &self->base.page, key));
}

struct reply inputs_screen_command(struct screen *screen, struct ui *ui,
                                   enum command command)
{
    struct inputs_screen *self = (struct inputs_screen *)screen;

    if (command == CMD_BACK)
        return self->back(self, ui);
    return take(self, ui,
                inputs_command(&self->inputs, &self->base.page, command));
}
