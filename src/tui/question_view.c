/*
 * The two panes of a question and their frame. What stands in the question's
 * pane below the stem is question_answers.c.
 */
#include "question_view.h"

#include "proctor/app/session.h"

#include "answer_view.h"

/* Below, the number of the question and its mark need the room. */
#define PACE_COLUMNS 60

void question_panes_finish(struct question_panes *panes)
{
    page_finish(&panes->question);
    page_finish(&panes->case_text);
    arena_finish(&panes->texts);
}

void question_page_stem(struct page *page, const struct item *item)
{
    page_text(page, STYLE_NORMAL, item->stem);
    for (size_t i = 0; i < item->exhibits.count; i++)
        page_exhibit(page, &item->exhibits.items[i]);
    page_gap(page);
}

/* "questions 7 to 8", "question 5" */
static const char *case_span(const struct question_view *view,
                             struct arena *arena)
{
    if (view->case_count == 1)
        return arena_printf(arena, "question %d", view->case_first + 1);
    return arena_printf(arena, "questions %d to %d", view->case_first + 1,
                        view->case_first + view->case_count);
}

/* Nobody answers without having met the case. */
static void add_case_line(struct page *page, const struct question_view *view)
{
    page_printf(page, STYLE_HEADING, "Case: " STR_FORMAT " (%s): v reads it",
                STR_ARG(view->item->case_text->title),
                case_span(view, &page->arena));
    page_gap(page);
}

static const char *sure_text(const struct response *response)
{
    return response->sure < 0    ? ""
           : response->sure == 0 ? "  [not sure]"
                                 : "  [sure]";
}

static const char *place_text(const struct question_view *view,
                              const struct question_panes *panes,
                              struct arena *arena)
{
    if (panes->shows_case && !panes->shows_question)
        return arena_printf(arena, "Case of %s", case_span(view, arena));
    return arena_printf(arena, "Question %d of %d%s%s  " STR_FORMAT,
                        view->pos + 1, view->count,
                        view->response->marked ? "  [marked]" : "",
                        sure_text(view->response), STR_ARG(view->section));
}

/* "A-D" */
static const char *choose_keys(const struct question_view *view,
                               struct arena *arena)
{
    size_t count = view->item->option_count;

    return count == 0 ? NULL
                      : arena_printf(arena, "A-%c", (char)('A' + count - 1));
}

static void lay_out_frame(struct question_panes *panes,
                          const struct question_view *view, const struct ui *ui,
                          int width)
{
    struct arena *arena = &panes->texts;
    const char *pace = "";

    arena_reset(arena);
    if (width >= PACE_COLUMNS && !view->clock_hidden)
        pace = frame_pace(arena, view->pace);
    panes->frame = (struct frame){
        .left = str_from(arena_printf(arena, STR_FORMAT "   " STR_FORMAT,
                                      STR_ARG(view->exam_title),
                                      STR_ARG(view->candidate))),
        .right = frame_clock(arena, view->left_ms, view->clock_hidden,
                             ui_clock_by_minute(ui)),
        .sub_left = str_from(place_text(view, panes, arena)),
        .sub_right = str_from(view->note ? view->note : pace),
        .alert = view->alert,
        .hints = view->hints,
        .prompt = view->prompt,
        .typed = view->prompt_typed,
        .is_typing = view->typing.is_set,
        .choose_keys = choose_keys(view, arena),
    };
}

/* Beside each other where there is room, else the one that is looked at. */
static void place_panes(struct question_panes *panes, struct rect body,
                        bool beside)
{
    int left = body.width / 2 - 1;

    panes->case_at = panes->question_at = body;
    if (!beside)
        return;
    panes->case_at.width = left;
    panes->question_at.x = left + 3;
    panes->question_at.width = body.width - left - 3;
}

void question_panes_lay_case(struct question_panes *panes,
                             const struct case_text *text, bool ascii)
{
    struct page *page = &panes->case_text;

    if (text != panes->laid_case || ascii != panes->laid_ascii ||
        panes->case_at.width != panes->laid_columns) {
        panes->found = -1; /* its line is another one now */
        page_begin(page, panes->case_at.width, panes->case_at.height, ascii);
        page_case(page, text);
    }
    page->height = panes->case_at.height;
    page_end(page);
    panes->laid_case = text;
    panes->laid_columns = panes->case_at.width;
    panes->laid_ascii = ascii;
}

void question_panes_layout(struct question_panes *panes,
                           const struct question_view *view,
                           const struct ui *ui, int width, int height)
{
    const struct case_text *text = view->item->case_text;
    bool beside = text && width >= BESIDE_COLUMNS && !ui->accessible;
    struct page *page = &panes->question;

    if (!text)
        panes->on_case = false;
    panes->shows_case = beside || panes->on_case;
    panes->shows_question = beside || !panes->on_case;
    lay_out_frame(panes, view, ui, width);
    place_panes(panes, frame_body(&panes->frame, ui, width, height), beside);
    page_begin(page, panes->question_at.width, panes->question_at.height,
               ui->ascii);
    if (text && !panes->shows_case && !view->case_is_read)
        add_case_line(page, view);
    if (view->feedback) {
        answer_page(page, view->feedback);
    } else {
        question_page_stem(page, view->item);
        question_page_answers(page, view);
    }
    question_page_extras(page, view);
    page_end(page);
    if (page->caret.shown)
        page_focus(page, page->lines.items[page->caret.line].choice);
    if (panes->shows_case)
        question_panes_lay_case(panes, text, ui->ascii);
}

void question_panes_draw(const struct question_panes *panes,
                         const struct ui *ui, struct canvas *canvas)
{
    struct rect question = panes->question_at, text = panes->case_at;

    if (panes->shows_case)
        page_draw(&panes->case_text, canvas, text.x, text.y, panes->on_case,
                  panes->found);
    if (panes->shows_question)
        page_draw(&panes->question, canvas, question.x, question.y,
                  !panes->on_case, -1);
    if (panes->shows_case && panes->shows_question)
        canvas_rule_down(canvas, text.width + 1, text.y, text.height);
    frame_draw(&panes->frame, ui,
               panes->on_case ? &panes->case_text : &panes->question, canvas);
}
