/* A page in its frame: what most screens are. */
#include "page_screen.h"

void page_screen_finish(struct page_screen *screen)
{
    page_finish(&screen->page);
    arena_finish(&screen->texts);
}

void page_screen_frame(struct page_screen *screen, const struct ui *ui,
                       const char *title)
{
    arena_reset(&screen->texts);
    screen->frame = (struct frame){
        .left = ui->session ? session_exam(ui->session)->title : STR("proctor"),
        .right = frame_session_clock(&screen->texts, ui),
        .sub_left = str_from(title),
        .sub_right =
            ui->app ? str_from(app_candidate(ui->app)->label) : STR(""),
        .alert = ui_not_saved(&screen->texts, ui),
        .hints = screen->base.class->commands,
    };
}

void page_screen_begin(struct page_screen *screen, const struct ui *ui,
                       int width, int height)
{
    screen->body = frame_body(&screen->frame, ui, width, height);
    page_begin(&screen->page, screen->body.width, screen->body.height,
               ui->ascii);
}

void page_screen_draw(const struct screen *screen, const struct ui *ui,
                      struct canvas *canvas)
{
    const struct page_screen *self = (const struct page_screen *)screen;

    page_draw(&self->page, canvas, self->body.x, self->body.y, true, -1);
    frame_draw(&self->frame, ui, &self->page, canvas);
}
