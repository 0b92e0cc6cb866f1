/*
 * The review during a sitting: all questions, filtered, one of them chosen and
 * visited; from here the exam is ended. The list itself is overview_view.c.
 */
#include <stdlib.h>

#include "number_prompt.h"
#include "overview_view.h"
#include "proctor/base/mem.h"
#include "screens.h"
#include "stem_line.h"

struct overview_screen {
    struct page_screen base;
    struct page counts; /* above the list, which scrolls below it */
    int shown;          /* a filter, from OVERVIEW_SECTION on each section */
    bool is_placed;     /* the focus was put on the current question once */
    struct number_prompt prompt;
};

static const enum command commands[] = {
    CMD_OPEN,      CMD_SUBMIT, CMD_BACK,   CMD_FILTER,      CMD_NUMBER,
    CMD_TIME,      CMD_LEAVE,  CMD_UP,     CMD_DOWN,        CMD_PAGE_UP,
    CMD_PAGE_DOWN, CMD_TOP,    CMD_BOTTOM, CMD_FILTER_BACK, CMD_NONE,
};

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
            .checked = session_response(session, pos)->checked,
            .stem = progress == PROGRESS_UNSEEN
                        ? STR("")
                        : stem_line(session_item(session, pos)->stem),
        };
    }
    return rows;
}

static struct overview_view view_of(const struct overview_screen *self,
                                    const struct session *session,
                                    struct arena *arena)
{
    bool is_section = self->shown >= OVERVIEW_SECTION;

    return (struct overview_view){
        .exam = session_exam(session),
        .rows = rows_of(session, arena),
        .count = (size_t)session_sitting(session)->count,
        .counts = session_count(session),
        .filter =
            is_section ? OVERVIEW_SECTION : (enum overview_filter)self->shown,
        .section = is_section ? self->shown - OVERVIEW_SECTION : 0,
    };
}

/* The question behind a choice of the list, or -1. */
static int pos_of_choice(const struct overview_screen *self,
                         const struct session *session, int choice)
{
    struct arena scratch = {0};
    const struct overview_view view = view_of(self, session, &scratch);
    int found = -1;

    for (size_t i = 0; i < view.count && found < 0; i++)
        if (overview_matches(&view.rows[i], view.filter, view.section) &&
            choice-- == 0)
            found = (int)i;
    arena_finish(&scratch);
    return found;
}

static bool has_questions(const struct session *session, int section)
{
    for (int pos = 0; pos < session_sitting(session)->count; pos++)
        if (session_section(session, pos) == section)
            return true;
    return false;
}

/* The filters and the sections are one ring. */
static void turn_filter(struct overview_screen *self,
                        const struct session *session, int step)
{
    int count = OVERVIEW_SECTION + (int)session_exam(session)->section_count;

    do {
        self->shown = (self->shown + step + count) % count;
    } while (self->shown >= OVERVIEW_SECTION &&
             !has_questions(session, self->shown - OVERVIEW_SECTION));
    page_rewind(&self->base.page);
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
    struct overview_view view;

    page_screen_frame(&self->base, ui, "");
    view = view_of(self, ui->session, &self->base.texts);
    self->base.frame.sub_left =
        str_from(arena_printf(&self->base.texts, "Review: %s",
                              overview_shown(&view, &self->base.texts)));
    number_prompt_frame(&self->prompt, &self->base.frame);
    page_screen_begin(&self->base, ui, width, height);
    pin_counts(self, ui, &view.counts);
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
    int pos;
    struct reply reply = number_prompt_key(
        &self->prompt, ui, key, session_sitting(ui->session)->count, &pos);

    return pos >= 0 ? open_pos(ui, pos) : reply;
}

static struct reply overview_command(struct screen *screen, struct ui *ui,
                                     enum command command)
{
    struct overview_screen *self = (struct overview_screen *)screen;
    struct page *page = &self->base.page;

    if (page_command(page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    if (command == CMD_SUBMIT)
        return reply_push(submit_screen_create(ui));
    if (command == CMD_LEAVE)
        return reply_push(leave_screen_create(ui));
    if (command == CMD_OPEN)
        return open_pos(ui, page->choice_count > 0
                                ? pos_of_choice(self, ui->session, page->focus)
                                : -1);
    if (command == CMD_FILTER || command == CMD_FILTER_BACK)
        turn_filter(self, ui->session, command == CMD_FILTER ? 1 : -1);
    else if (command == CMD_NUMBER)
        number_prompt_begin(&self->prompt);
    else if (command == CMD_TIME)
        ui_say_time(ui);
    else
        return reply_ignored();
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
    .purpose = "See what is answered, incomplete, unseen or marked, all or by "
               "section, and go to any question. From here you end it.",
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
