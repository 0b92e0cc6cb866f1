/*
 * The review during a sitting: all questions, filtered, one of them chosen and
 * visited; from here the exam is ended. The list itself is overview_view.c.
 */
#include <stdlib.h>

#include "overview_view.h"
#include "proctor/base/mem.h"
#include "proctor/base/utf8.h"

#include "screens.h"

struct overview_screen {
    struct page_screen base;
    struct page counts; /* above the list, which scrolls below it */
    enum overview_filter filter;
    bool is_placed; /* the focus was put on the current question once */
    bool is_asking; /* a number is typed */
    struct text_field typed;
};

static const enum command commands[] = {
    CMD_OPEN,      CMD_SUBMIT, CMD_BACK,   CMD_FILTER, CMD_NUMBER,
    CMD_TIME,      CMD_LEAVE,  CMD_UP,     CMD_DOWN,   CMD_PAGE_UP,
    CMD_PAGE_DOWN, CMD_TOP,    CMD_BOTTOM, CMD_NONE,
};

/* No line shows more of a stem. */
#define STEM_BYTES 300

static struct str beginning_of(struct str stem)
{
    return (struct str){stem.data, utf8_floor(stem, STEM_BYTES)};
}

static struct overview_row *rows_of(const struct session *session,
                                    struct arena *arena)
{
    int count = session_sitting(session)->count;
    struct overview_row *rows =
        ARENA_ARRAY(arena, struct overview_row, (size_t)count);

    for (int pos = 0; pos < count; pos++) {
        enum progress progress = session_progress(session, pos);

        rows[pos] = (struct overview_row){
            .pos = pos,
            .section = session_section(session, pos),
            .progress = progress,
            .marked = session_response(session, pos)->marked,
            .stem = progress == PROGRESS_UNSEEN
                        ? STR("")
                        : beginning_of(session_item(session, pos)->stem),
        };
    }
    return rows;
}

/* The question behind a choice of the list, or the choice of a question. */
static int pos_of_choice(const struct session *session,
                         enum overview_filter filter, int choice)
{
    struct arena scratch = {0};
    const struct overview_row *rows = rows_of(session, &scratch);
    int count = session_sitting(session)->count, pos = 0;

    for (; pos < count; pos++)
        if (overview_matches(&rows[pos], filter) && choice-- == 0)
            break;
    arena_finish(&scratch);
    return pos < count ? pos : -1;
}

/* Takes the room of the counts off the page. */
static void pin_counts(struct overview_screen *self, const struct ui *ui,
                       const struct session_counts *counts)
{
    struct rect *body = &self->base.body;
    struct page *page = &self->counts;

    page_begin(page, body->width, body->height, ui->ascii);
    overview_counts(page, counts);
    page_end(page);
    page->height = (int)page->lines.count;
    body->y += page->height;
    body->height -= page->height;
    self->base.page.height = body->height;
}

static void overview_draw(const struct screen *screen, const struct ui *ui,
                          struct canvas *canvas)
{
    const struct overview_screen *self = (const struct overview_screen *)screen;
    const struct rect *body = &self->base.body;

    page_screen_draw(screen, ui, canvas);
    page_draw(&self->counts, canvas, body->x, body->y - self->counts.height,
              false, -1);
}

static void overview_layout(struct screen *screen, const struct ui *ui,
                            int width, int height)
{
    struct overview_screen *self = (struct overview_screen *)screen;
    struct page *page = &self->base.page;
    struct overview_view view = {
        .exam = session_exam(ui->session),
        .count = (size_t)session_sitting(ui->session)->count,
        .counts = session_count(ui->session),
        .filter = self->filter,
    };

    page_screen_frame(&self->base, ui, "");
    self->base.frame.sub_left =
        str_from(arena_printf(&self->base.texts, "Review, showing: %s",
                              overview_filter_label(self->filter)));
    if (self->is_asking) {
        self->base.frame.prompt = "Open question number (Esc: back):";
        self->base.frame.typed = &self->typed;
    }
    page_screen_begin(&self->base, ui, width, height);
    pin_counts(self, ui, &view.counts);
    view.rows = rows_of(ui->session, &page->arena);
    overview_page(page, &view);
    page_end(page);
    if (!self->is_placed)
        page_focus(page, session_sitting(ui->session)->current);
    self->is_placed = true;
}

static struct reply open_pos(struct ui *ui, int pos)
{
    struct error err;

    if (pos >= 0 && session_visit(ui->session, pos, &err))
        return reply_pop();
    if (pos >= 0)
        ui_say_error(ui, &err);
    return reply_stay();
}

static struct reply overview_key(struct screen *screen, struct ui *ui,
                                 const struct key *key)
{
    struct overview_screen *self = (struct overview_screen *)screen;
    int count = session_sitting(ui->session)->count;
    int64_t number;

    if (!self->is_asking)
        return key->pasted ? reply_stay() : reply_ignored();
    if (key->press == PRESS_ESCAPE) {
        self->is_asking = false;
        return reply_stay();
    }
    if (key->press != PRESS_ENTER || key->pasted)
        return text_field_key(&self->typed, key) ? reply_stay()
                                                 : reply_ignored();
    self->is_asking = false;
    if (str_to_i64(str_trim(text_field_str(&self->typed)), 1, count, &number))
        return open_pos(ui, (int)number - 1);
    ui_say(ui, STYLE_WARNING, "There is no question \"%s\": 1 to %d.",
           self->typed.text, count);
    return reply_stay();
}

static struct reply overview_command(struct screen *screen, struct ui *ui,
                                     enum command command)
{
    struct overview_screen *self = (struct overview_screen *)screen;
    struct page *page = &self->base.page;

    self->is_asking = false;
    if (page_command(page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    if (command == CMD_SUBMIT)
        return reply_push(submit_screen_create());
    if (command == CMD_LEAVE)
        return reply_push(leave_screen_create());
    if (command == CMD_OPEN)
        return open_pos(ui, page->choice_count > 0
                                ? pos_of_choice(ui->session, self->filter,
                                                page->focus)
                                : -1);
    if (command == CMD_FILTER) {
        self->filter = (self->filter + 1) % OVERVIEW_FILTER_COUNT;
        page_rewind(page);
    } else if (command == CMD_NUMBER) {
        self->is_asking = true;
        text_field_set(&self->typed, STR(""));
    } else if (command == CMD_TIME) {
        ui_say_time(ui);
    } else {
        return reply_ignored();
    }
    return reply_stay();
}

static void overview_destroy(struct screen *screen)
{
    struct overview_screen *self = (struct overview_screen *)screen;

    page_screen_finish(&self->base);
    page_finish(&self->counts);
    free(self);
}

static const struct screen_class overview_class = {
    .name = "all questions",
    .commands = commands,
    .layout = overview_layout,
    .draw = overview_draw,
    .command = overview_command,
    .destroy = overview_destroy,
    .key = overview_key,
};

struct screen *overview_screen_create(void)
{
    struct overview_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &overview_class;
    return &self->base.base;
}
