/*
 * Weak areas: by the sections of an exam or by topics. From an area it is one
 * key to the answers it rests on, and one to practice on it.
 */
#include <stdlib.h>

#include "proctor/app/practice.h"
#include "proctor/base/mem.h"

#include "areas_view.h"
#include "evidence_screen.h"
#include "page_screen.h"
#include "pick_screen.h"
#include "screens.h"

struct areas_screen {
    struct page_screen base;
    struct arena arena; /* of the areas; forgotten with each reading */
    struct areas areas;
    struct arena exams_arena;
    struct exam_entries exams; /* that can be chosen */
};

static const enum command commands[] = {
    CMD_OPEN, CMD_GO_PRACTICE, CMD_EVIDENCE,  CMD_SWITCH, CMD_BACK,   CMD_UP,
    CMD_DOWN, CMD_PAGE_UP,     CMD_PAGE_DOWN, CMD_TOP,    CMD_BOTTOM, CMD_NONE,
};

/* --- reading -------------------------------------------------------------- */

static bool read_sections(struct areas_screen *self, struct ui *ui,
                          const char *exam, struct error *err)
{
    arena_reset(&self->arena);
    self->areas = (struct areas){0};
    return areas_by_section(ui->app, exam, &self->arena, &self->areas, err);
}

static bool read_topics(struct areas_screen *self, struct ui *ui,
                        struct error *err)
{
    arena_reset(&self->arena);
    self->areas = (struct areas){.by_topic = true};
    return areas_by_topic(ui->app, NULL, &self->arena, &self->areas, err);
}

/* Sections of the candidate's exam; topics for who has none. */
static bool read_usual(struct areas_screen *self, struct ui *ui,
                       struct error *err)
{
    return app_candidate(ui->app)->exam[0] == '\0'
               ? read_topics(self, ui, err)
               : read_sections(self, ui, NULL, err);
}

/* --- laying out ----------------------------------------------------------- */

static const char *title_of(const struct areas *areas, struct arena *arena)
{
    if (areas->by_topic || !areas->exam)
        return "Weak areas by topic";
    return arena_printf(arena, "Weak areas by section: " STR_FORMAT,
                        STR_ARG(areas->exam->title));
}

static void areas_layout(struct screen *screen, const struct ui *ui, int width,
                         int height)
{
    struct areas_screen *self = (struct areas_screen *)screen;
    const struct areas_view view = {.areas = &self->areas,
                                    .look = {!ui->accessible, chart_ink(ui)}};

    page_screen_frame(&self->base, ui, "");
    self->base.frame.sub_left =
        str_from(title_of(&self->areas, &self->base.texts));
    page_screen_begin(&self->base, ui, width, height);
    areas_page(&self->base.page, &view);
    page_end(&self->base.page);
}

/* --- another exam, or topics ---------------------------------------------- */

/* The first line is the topics, then the exams. */
static void picked(void *context, struct ui *ui, size_t index)
{
    struct areas_screen *self = context;
    struct arena scratch = {0};
    struct error err;
    bool ok;

    page_rewind(&self->base.page);
    if (index == 0)
        ok = read_topics(self, ui, &err);
    else
        ok = read_sections(
            self, ui,
            arena_str(&scratch, self->exams.items[index - 1].exam->id).data,
            &err);
    if (!ok)
        ui_say_error(ui, &err);
    arena_finish(&scratch);
}

static size_t picked_now(const struct areas_screen *self)
{
    if (self->areas.by_topic || !self->areas.exam)
        return 0;
    for (size_t i = 0; i < self->exams.count; i++)
        if (str_eq(self->exams.items[i].exam->id, self->areas.exam->id))
            return i + 1;
    return 0;
}

static struct reply pick(struct areas_screen *self)
{
    struct arena scratch = {0};
    size_t count = self->exams.count + 1;
    const char **rows = ARENA_ARRAY(&scratch, const char *, count);
    struct reply reply;

    rows[0] = "Topics";
    for (size_t i = 1; i < count; i++)
        rows[i] = arena_printf(&scratch, "Sections of " STR_FORMAT,
                               STR_ARG(self->exams.items[i - 1].exam->title));
    reply = reply_push(
        pick_screen_create(&(struct pick_spec){.title = "Weak areas by",
                                               .rows = rows,
                                               .count = count,
                                               .chosen = picked_now(self),
                                               .picked = picked,
                                               .context = self}));
    arena_finish(&scratch);
    return reply;
}

/* Read when it is first asked for. */
static struct reply switch_areas(struct areas_screen *self, struct ui *ui)
{
    struct error err;

    if (self->exams.count == 0 &&
        !exams_list(ui->app, &self->exams_arena, &self->exams, &err)) {
        ui_say_error(ui, &err);
        return reply_stay();
    }
    return pick(self);
}

/* --- screen --------------------------------------------------------------- */

struct reply practise_area(struct ui *ui, const struct areas *areas,
                           const struct area *area)
{
    struct arena scratch = {0};
    struct practice_request request = {
        .scope = areas->by_topic ? PRACTICE_TOPIC : PRACTICE_SECTION,
        .name = arena_str(&scratch, area->id).data,
        .questions = PRACTICE_QUESTIONS,
    };
    struct reply reply;
    struct error err;

    if (!areas->by_topic)
        request.exam = arena_str(&scratch, areas->exam->id).data;
    reply =
        reply_push_or_say(ui, practice_screen_create(ui, &request, &err), &err);
    arena_finish(&scratch);
    return reply;
}

static struct reply areas_command(struct screen *screen, struct ui *ui,
                                  enum command command)
{
    struct areas_screen *self = (struct areas_screen *)screen;
    const struct area *area;
    struct error err;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    if (command == CMD_SWITCH)
        return switch_areas(self, ui);
    if (self->areas.count == 0)
        return reply_stay();
    area = &self->areas.items[self->base.page.focus];
    if (command == CMD_GO_PRACTICE)
        return practise_area(ui, &self->areas, area);
    if (command != CMD_OPEN && command != CMD_EVIDENCE)
        return reply_ignored();
    return reply_push_or_say(
        ui, evidence_screen_create(ui, &self->areas, area, &err), &err);
}

static void areas_destroy(struct screen *screen)
{
    struct areas_screen *self = (struct areas_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    arena_finish(&self->exams_arena);
    free(self);
}

static const struct screen_class areas_class = {
    .name = "weak areas",
    .purpose = "Where marks are lost, what costs most first, and how sure that "
               "is; an area is practised, or its answers looked at.",
    .commands = commands,
    .layout = areas_layout,
    .draw = page_screen_draw,
    .command = areas_command,
    .destroy = areas_destroy,
};

struct screen *areas_screen_create(struct ui *ui, struct error *err)
{
    struct areas_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &areas_class;
    if (read_usual(self, ui, err))
        return &self->base.base;
    areas_destroy(&self->base.base);
    return NULL;
}
