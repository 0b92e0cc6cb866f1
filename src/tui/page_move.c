/*
 * How a page moves: the focus goes from choice to choice, and the text scrolls
 * by lines where the next choice is not in sight, so that nothing is skipped.
 */
#include "page.h"

#include <ctype.h>

/* First and last line of a choice. */
struct extent {
    int first, last;
};

static struct extent extent_of(const struct page *page, int choice)
{
    struct extent extent = {-1, -1};

    for (int i = 0; i < (int)page->lines.count; i++) {
        if (page->lines.items[i].choice != choice)
            continue;
        if (extent.first < 0)
            extent.first = i;
        extent.last = i;
    }
    return extent;
}

static int bottom_of(const struct page *page)
{
    return page->top + page->height;
}

static void scroll_to(struct page *page, int top)
{
    int last_top = (int)page->lines.count - page->height;

    if (top > last_top)
        top = last_top;
    page->top = top > 0 ? top : 0;
}

/* The whole choice when it fits, else its beginning. */
static void show(struct page *page, int choice)
{
    struct extent extent = extent_of(page, choice);

    if (extent.first < 0)
        return;
    if (extent.last >= bottom_of(page))
        scroll_to(page, extent.last - page->height + 1);
    if (extent.first < page->top)
        scroll_to(page, extent.first);
}

void page_focus(struct page *page, int choice)
{
    page->focus = choice;
    show(page, choice);
}

static void move_down(struct page *page)
{
    int next = page->focus + 1;
    struct extent here = extent_of(page, page->focus);
    struct extent there = extent_of(page, next);
    bool is_cut = here.last >= bottom_of(page);

    /* At the bottom itself no line lies between. */
    if (there.first >= 0 && there.first <= bottom_of(page) && !is_cut)
        page_focus(page, next);
    else
        scroll_to(page, page->top + 1);
}

static void move_up(struct page *page)
{
    int next = page->focus - 1;
    struct extent there = extent_of(page, next);

    if (next >= 0 && there.last >= page->top - 1)
        page_focus(page, next);
    else
        scroll_to(page, page->top - 1);
}

/* After a jump of the text the focus follows into sight. */
static void refocus(struct page *page)
{
    struct extent here = extent_of(page, page->focus);

    if (here.first < 0 ||
        (here.first >= page->top && here.first < bottom_of(page)))
        return;
    for (int i = page->top; i < bottom_of(page); i++) {
        if (i >= (int)page->lines.count)
            break;
        if (page->lines.items[i].choice == PAGE_NO_CHOICE)
            continue;
        page->focus = page->lines.items[i].choice;
        return;
    }
}

static void jump(struct page *page, int top)
{
    scroll_to(page, top);
    refocus(page);
}

bool page_command(struct page *page, enum command command)
{
    int step = page->height > 2 ? page->height - 1 : 1;
    int lines = (int)page->lines.count;

    if (command == CMD_UP)
        move_up(page);
    else if (command == CMD_DOWN)
        move_down(page);
    else if (command == CMD_PAGE_UP)
        jump(page, page->top - step);
    else if (command == CMD_PAGE_DOWN)
        jump(page, page->top + step);
    else if (command == CMD_TOP)
        jump(page, 0);
    else if (command == CMD_BOTTOM)
        jump(page, lines);
    else
        return false;
    if (command == CMD_TOP && page->choice_count > 0)
        page->focus = 0;
    if (command == CMD_BOTTOM && page->choice_count > 0)
        page->focus = page->choice_count - 1;
    return true;
}

/* --- search -------------------------------------------------------------- */

static bool holds_at(struct str text, size_t at, struct str wanted)
{
    for (size_t i = 0; i < wanted.len; i++)
        if (tolower((unsigned char)text.data[at + i]) !=
            tolower((unsigned char)wanted.data[i]))
            return false;
    return true;
}

static bool holds(struct str text, struct str wanted)
{
    for (size_t at = 0; at + wanted.len <= text.len; at++)
        if (holds_at(text, at, wanted))
            return true;
    return false;
}

int page_search(struct page *page, struct str wanted, int from)
{
    int count = (int)page->lines.count;

    if (wanted.len == 0)
        return -1;
    for (int i = 0; i < count; i++) {
        int line = (from + i) % count;

        if (!holds(page->lines.items[line].text, wanted))
            continue;
        if (line < page->top || line >= bottom_of(page))
            scroll_to(page, line - page->height / 2);
        return line;
    }
    return -1;
}
