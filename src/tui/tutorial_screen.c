/*
 * The end of the tutorial: what was tried and what can still be, in the place
 * of a result, since nothing of it is kept.
 */
#include <string.h>

#include "screens.h"
#include "tutorial_view.h"

/* Told either as done or as still to try. */
static void add_tried(struct page *page, bool is_done, const char *done,
                      const char *how)
{
    page_lead(page, is_done ? STYLE_RIGHT : STYLE_NORMAL, is_done ? "+ " : "- ",
              str_from(is_done ? done : how));
}

void tutorial_page(struct page *page, const struct tutorial_done *done)
{
    page_text(page, STYLE_HEADING, STR("That was the tutorial."));
    page_gap(page);
    add_tried(page, done->answered > 0,
              arena_printf(&page->arena, "You answered %d of %d questions.",
                           done->answered, done->count),
              "Not tried: to answer, press the letter of an option.");
    add_tried(page, done->marked > 0, "You marked a question to look at again.",
              "Not tried: m marks a question to look at again.");
    add_tried(page, done->struck > 0, "You struck out an option.",
              "Not tried: x and a letter strike an option out.");
    if (done->checked)
        add_tried(page, true, "You looked at a right answer and why.", "");
    page_gap(page);
    page_text(page, STYLE_NORMAL,
              STR("That is all there is to it: an exam has more questions and "
                  "a clock. Nothing of this is kept or counted."));
}

static void tell_end(const void *data, const struct ui *ui, struct page *page)
{
    (void)ui;
    tutorial_page(page, data);
}

static struct reply end_chosen(const void *data, struct ui *ui, int choice)
{
    struct error err;
    struct screen *again;

    (void)data;
    if (choice == 0)
        return reply_pop();
    again = tutorial_screen_create(ui, &err);
    if (again)
        return reply_replace(again);
    ui_say_error(ui, &err);
    return reply_stay();
}

static const struct choice_spec end_spec = {
    .name = "end of the tutorial",
    .title = "The end of the tutorial",
    .tell = tell_end,
    .choices = {{.label = "To the first screen"}, {.label = "Once more"}},
    .chosen = end_chosen,
};

static struct tutorial_done what_was_done(const struct session *session)
{
    struct session_counts counts = session_count(session);
    struct tutorial_done done = {
        .answered = counts.complete + counts.incomplete,
        .count = session_sitting(session)->count,
        .marked = counts.marked,
    };

    for (int pos = 0; pos < done.count; pos++) {
        const struct response *response = session_response(session, pos);

        done.struck += (int)strlen(response->struck);
        done.checked |= response->checked;
    }
    return done;
}

struct screen *tutorial_end_screen_create(const struct session *session)
{
    struct choice_screen *screen = choice_screen_create(&end_spec);
    struct tutorial_done *done =
        ARENA_NEW(&screen->arena, struct tutorial_done);

    *done = what_was_done(session);
    screen->data = done;
    return &screen->base.base;
}
