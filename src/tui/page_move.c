/*
 * How a page moves: the focus goes from choice to choice, and the text scrolls
 * by lines where the next choice is not in sight, so that nothing is skipped.
 */
#include "page.h"

#include "proctor/base/fold.h"

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

bool page_shows_focus(const struct page *page)
{
    int first = extent_of(page, page->focus).first;

    return first >= page->top && first < bottom_of(page);
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

/* After a jump of the text the focus follows into sight: to a choice whose
 * beginning is seen, where there is one. */
static void refocus(struct page *page)
{
    if (extent_of(page, page->focus).first < 0 || page_shows_focus(page))
        return;
    for (int i = page->top; i < bottom_of(page) && i < (int)page->lines.count;
         i++) {
        if (page->lines.items[i].choice == PAGE_NO_CHOICE)
            continue;
        page->focus = page->lines.items[i].choice;
        if (page_shows_focus(page))
            return;
    }
}

static void jump(struct page *page, int top)
{
    scroll_to(page, top);
    refocus(page);
}

void page_show_from(struct page *page, int line)
{
    scroll_to(page, line);
    for (int i = line; i < (int)page->lines.count; i++) {
        if (page->lines.items[i].choice == PAGE_NO_CHOICE)
            continue;
        page->focus = page->lines.items[i].choice;
        return;
    }
}

/* The choice that a line belongs to; of other text the line itself. */
static struct extent whole_of(const struct page *page, int line)
{
    int choice = page->lines.items[line].choice;

    return choice == PAGE_NO_CHOICE ? (struct extent){line, line}
                                    : extent_of(page, choice);
}

/* Of a longer one a line is enough to find the way on. */
static bool is_carried_whole(const struct page *page, struct extent extent)
{
    return extent.last - extent.first < page->height / 2;
}

/* What stands last on a page stands first on the next, from its beginning. */
static int next_top(const struct page *page)
{
    int last = bottom_of(page) - 1;
    struct extent whole;

    if (page->height < 2 || last >= (int)page->lines.count)
        return page->top + 1;
    whole = whole_of(page, last);
    return is_carried_whole(page, whole) ? whole.first : last;
}

/* What stands first stands on the page before, which begins with what it shows
 * from its beginning. */
static int previous_top(const struct page *page)
{
    int top = page->top - page->height + 1;
    struct extent whole;

    if (page->height < 2 || top <= 0)
        return page->top - page->height;
    whole = whole_of(page, top);
    return whole.first < top && is_carried_whole(page, whole) ? whole.last + 1
                                                              : top;
}

bool page_command(struct page *page, enum command command)
{
    int lines = (int)page->lines.count;

    if (command == CMD_UP)
        move_up(page);
    else if (command == CMD_DOWN)
        move_down(page);
    else if (command == CMD_PAGE_UP)
        jump(page, previous_top(page));
    else if (command == CMD_PAGE_DOWN)
        jump(page, next_top(page));
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

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The lead belongs to what is read. */
static size_t length_of(const struct page_line *line)
{
    return line->lead.len + line->text.len;
}

static char byte_of(const struct page_line *line, size_t at)
{
    return at < line->lead.len ? line->lead.data[at]
                               : line->text.data[at - line->lead.len];
}

/* The end of a line counts as one blank, behind a hyphen also as nothing. True
 * when the text can go on below; `*wanted` loses the blank. */
static bool passes_line_end(const struct page *page, size_t line,
                            struct str *wanted)
{
    const struct page_line *here = &page->lines.items[line];
    size_t length = length_of(here);

    if (line + 1 >= page->lines.count || length_of(here + 1) == 0)
        return false;
    if (wanted->data[0] == ' ')
        *wanted = (struct str){wanted->data + 1, wanted->len - 1};
    else if (length == 0 || byte_of(here, length - 1) != '-')
        return false;
    return true;
}

static bool begins_at(const struct page *page, size_t line, size_t at,
                      struct str wanted)
{
    while (wanted.len > 0) {
        if (at == length_of(&page->lines.items[line])) {
            if (!passes_line_end(page, line, &wanted))
                return false;
            line++;
            at = 0;
            continue;
        }
        if (lower(byte_of(&page->lines.items[line], at++)) !=
            lower(wanted.data[0]))
            return false;
        wanted = (struct str){wanted.data + 1, wanted.len - 1};
    }
    return true;
}

static bool begins_in(const struct page *page, size_t line, struct str wanted)
{
    for (size_t at = 0; at < length_of(&page->lines.items[line]); at++)
        if (begins_at(page, line, at, wanted))
            return true;
    return false;
}

int page_search(struct page *page, struct str wanted, int from)
{
    struct strbuf folded = {0};
    int count = (int)page->lines.count, found = -1;

    fold_append(&folded, str_trim(wanted), FOLD_LINE, page->ascii);
    for (int i = 0; i < count && folded.len > 0 && found < 0; i++) {
        int line = (from + i) % count;

        if (begins_in(page, (size_t)line, strbuf_str(&folded)))
            found = line;
    }
    strbuf_finish(&folded);
    if (found >= 0 && (found < page->top || found >= bottom_of(page)))
        scroll_to(page, found - page->height / 2);
    return found;
}
