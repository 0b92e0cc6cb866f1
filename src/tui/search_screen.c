/*
 * Search: a line is typed, Enter begins, hits come as they are found. Letters
 * always go to the line; arrows go to the hits.
 */
#include <stdlib.h>

#include "proctor/app/practice.h"
#include "proctor/base/mem.h"

#include "page_screen.h"
#include "screens.h"
#include "search_view.h"

struct search_screen {
    struct page_screen base;
    struct text_field typed;
    struct search *search; /* the last one begun; NULL for none */
    bool is_done;
    struct arena arena; /* of the question that is open */
    struct item item;
};

static const enum command commands[] = {
    CMD_GO_ON,     CMD_BACK, CMD_UP,     CMD_DOWN, CMD_PAGE_UP,
    CMD_PAGE_DOWN, CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static bool is_on_field(const struct search_screen *self)
{
    return self->base.page.focus <= 0;
}

static void search_layout(struct screen *screen, const struct ui *ui, int width,
                          int height)
{
    struct search_screen *self = (struct search_screen *)screen;
    struct search_view view = {
        .typed = &self->typed,
        .is_typing = is_on_field(self),
        .has_begun = self->search != NULL,
        .is_done = self->is_done,
    };

    if (self->search) {
        view.seen = search_seen(self->search);
        view.hits = search_hits(self->search, &view.count);
    }
    page_screen_frame(&self->base, ui, "Search");
    self->base.frame.is_typing = true;
    page_screen_begin(&self->base, ui, width, height);
    search_page(&self->base.page, &view);
    page_end(&self->base.page);
}

/* --- searching ------------------------------------------------------------ */

static void begin(struct search_screen *self, struct ui *ui)
{
    struct error err;
    struct search *search = search_begin(ui->app, self->typed.text, &err);

    if (!search) {
        ui_say_error(ui, &err);
        return;
    }
    search_end(self->search);
    self->search = search;
    self->is_done = false;
}

static struct reply search_work(struct screen *screen, struct ui *ui,
                                bool *done_out)
{
    struct search_screen *self = (struct search_screen *)screen;
    struct error err;

    *done_out = true;
    if (!self->search || self->is_done)
        return reply_stay();
    if (!search_step(self->search, &self->is_done, &err)) {
        self->is_done = true;
        ui_say_error(ui, &err);
    }
    *done_out = self->is_done;
    return reply_stay();
}

/* --- opening -------------------------------------------------------------- */

static struct reply open_topic(struct ui *ui, const struct search_hit *hit)
{
    const struct practice_request request = {.scope = PRACTICE_TOPIC,
                                             .name = hit->name,
                                             .questions = PRACTICE_QUESTIONS};
    struct error err;

    return reply_push_or_say(ui, practice_screen_create(ui, &request, &err),
                             &err);
}

/* As its author ordered the options. */
static const char *order_of(const struct item *item, struct arena *arena)
{
    char *order = arena_alloc(arena, item->option_count + 1, 1);

    for (size_t i = 0; i < item->option_count; i++)
        order[i] = item->options[i].letter;
    return order;
}

static struct reply open_question(struct search_screen *self, struct ui *ui,
                                  const struct search_hit *hit)
{
    const char *name;
    struct error err;

    arena_reset(&self->arena);
    if (!search_open(ui->app, hit->item_id, hit->rev_id, &self->arena,
                     &self->item, &name, &err)) {
        ui_say_error(ui, &err);
        return reply_stay();
    }
    return reply_push(item_screen_create(
        ui, name, &self->item, order_of(&self->item, &self->arena), true));
}

static struct reply open_hit(struct search_screen *self, struct ui *ui)
{
    size_t count, index = (size_t)self->base.page.focus - 1;
    const struct search_hit *hits = search_hits(self->search, &count);

    if (index >= count)
        return reply_stay();
    return hits[index].kind == SEARCH_TOPIC
               ? open_topic(ui, &hits[index])
               : open_question(self, ui, &hits[index]);
}

/* --- screen --------------------------------------------------------------- */

/* What is typed belongs to the line, wherever the focus is. */
static struct reply search_key(struct screen *screen, struct ui *ui,
                               const struct key *key)
{
    struct search_screen *self = (struct search_screen *)screen;

    (void)ui;
    if (key->press == PRESS_CHAR && key->c == '?' && !key->pasted)
        return reply_ignored(); /* asks for help here too */
    if (!is_on_field(self) && !key_is_text(key) &&
        key->press != PRESS_BACKSPACE)
        return reply_ignored();
    if (!text_field_key(&self->typed, key))
        return reply_ignored();
    page_rewind(&self->base.page);
    return reply_stay();
}

static struct reply search_command(struct screen *screen, struct ui *ui,
                                   enum command command)
{
    struct search_screen *self = (struct search_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    if (command != CMD_GO_ON)
        return reply_ignored();
    if (!is_on_field(self))
        return open_hit(self, ui);
    begin(self, ui);
    return reply_stay();
}

static void search_destroy(struct screen *screen)
{
    struct search_screen *self = (struct search_screen *)screen;

    page_screen_finish(&self->base);
    search_end(self->search);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class search_class = {
    .name = "search",
    .purpose = "Words in topics, in your notes and in the questions you met; "
               "what was found is opened or practised.",
    .commands = commands,
    .layout = search_layout,
    .draw = page_screen_draw,
    .command = search_command,
    .destroy = search_destroy,
    .key = search_key,
    .work = search_work,
};

struct screen *search_screen_create(struct ui *ui)
{
    struct search_screen *self = mem_alloc(1, sizeof *self);

    (void)ui;
    self->base.base.class = &search_class;
    return &self->base.base;
}
