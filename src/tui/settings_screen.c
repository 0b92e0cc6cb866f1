/*
 * The settings: each key changes what is shown at once and writes the file. A
 * change that cannot be written counts all the same, and that is said.
 */
#include <stdlib.h>

#include "proctor/base/mem.h"

#include "screens.h"
#include "settings_view.h"

struct settings_screen {
    struct page_screen base;
    struct arena arena; /* of the path */
    const char *path;
};

static const enum command commands[] = {
    CMD_STEP,    CMD_VALUE_BEFORE, CMD_BACK, CMD_UP,     CMD_DOWN,
    CMD_PAGE_UP, CMD_PAGE_DOWN,    CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static void settings_layout(struct screen *screen, const struct ui *ui,
                            int width, int height)
{
    struct settings_screen *self = (struct settings_screen *)screen;
    struct settings_view view = {.settings = ui->settings, .path = self->path};

    page_screen_frame(&self->base, ui, "Settings");
    page_screen_begin(&self->base, ui, width, height);
    settings_page(&self->base.page, &view);
    page_end(&self->base.page);
}

/* Only this one goes into the file: others may come from the command line. */
static bool store(const struct settings *settings, enum setting setting,
                  struct error *err)
{
    struct settings stored;

    if (!settings_load(&stored, NULL, err))
        return false;
    stored.chosen[setting] = settings->chosen[setting];
    return settings_save(&stored, err);
}

static int value_count(enum setting setting)
{
    int count = 0;

    while (setting_value(setting, count))
        count++;
    return count;
}

static void step(struct ui *ui, enum setting setting, int by)
{
    int count = value_count(setting);
    int *chosen = &ui->settings.chosen[setting];
    struct error err;

    *chosen = (*chosen + by + count) % count;
    ui_follow_settings(ui);
    if (store(&ui->settings, setting, &err))
        ui_say(ui, STYLE_NORMAL, "%s: %s. Stored.", setting_title(setting),
               settings_get(&ui->settings, setting));
    else
        ui_say(ui, STYLE_WARNING, "It counts until proctor ends, but: %s.",
               err.message);
}

static struct reply settings_command(struct screen *screen, struct ui *ui,
                                     enum command command)
{
    struct settings_screen *self = (struct settings_screen *)screen;
    struct page *page = &self->base.page;

    if (page_command(page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    if (command != CMD_STEP && command != CMD_VALUE_BEFORE)
        return reply_ignored();
    step(ui, (enum setting)page->focus, command == CMD_STEP ? 1 : -1);
    return reply_stay();
}

static void settings_destroy(struct screen *screen)
{
    struct settings_screen *self = (struct settings_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class settings_class = {
    .name = "settings",
    .purpose = "What proctor looks like and asks for. Point at a line and "
               "press Enter until it says what you want.",
    .commands = commands,
    .layout = settings_layout,
    .draw = page_screen_draw,
    .command = settings_command,
    .destroy = settings_destroy,
};

struct screen *settings_screen_create(struct ui *ui, struct error *err)
{
    struct settings_screen *self = mem_alloc(1, sizeof *self);

    (void)ui;
    self->base.base.class = &settings_class;
    if (!settings_path(&self->arena, &self->path, err))
        self->path = NULL;
    return &self->base.base;
}
