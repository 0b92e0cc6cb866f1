/*
 * The list of all questions: number, sign and word of progress, mark, the
 * beginning of the stem, section by section.
 */
#include "overview_view.h"

#include <assert.h>

#include "proctor/base/fold.h"
#include "proctor/base/utf8.h"

/* From here on the words of progress have room beside their signs. */
#define WORDS_COLUMNS 70
#define SECTION_COLUMNS 20

static const char *const signs[PROGRESS_COUNT] = {
    [PROGRESS_UNSEEN] = "[ ]",
    [PROGRESS_UNANSWERED] = "[o]",
    [PROGRESS_INCOMPLETE] = "[-]",
    [PROGRESS_COMPLETE] = "[*]",
};

static const char *filter_label(enum overview_filter filter)
{
    static const char *const labels[] = {
#define X(NAME, label) label,
        OVERVIEW_FILTERS(X)
#undef X
    };

    return labels[filter];
}

bool overview_matches(const struct overview_row *row,
                      enum overview_filter filter, int section)
{
    switch (filter) {
    case OVERVIEW_ALL:
        break;
    case OVERVIEW_OPEN:
        return row->progress != PROGRESS_COMPLETE;
    case OVERVIEW_UNSEEN:
        return row->progress == PROGRESS_UNSEEN;
    case OVERVIEW_INCOMPLETE:
        return row->progress == PROGRESS_INCOMPLETE;
    case OVERVIEW_MARKED:
        return row->marked;
    case OVERVIEW_SECTION:
        return row->section == section;
    case OVERVIEW_FILTER_COUNT:
        assert(false);
    }
    return true;
}

const char *overview_shown(const struct overview_view *view,
                           struct arena *arena)
{
    struct str label = view->filter == OVERVIEW_SECTION
                           ? view->exam->sections[view->section].title
                           : str_from(filter_label(view->filter));
    int shown = 0;

    for (size_t i = 0; i < view->count; i++)
        shown += overview_matches(&view->rows[i], view->filter, view->section);
    return arena_printf(arena, STR_FORMAT ": %d of %zu", STR_ARG(label), shown,
                        view->count);
}

/* Sections follow one another: a heading each would be one for each row. */
static bool is_mixed(const struct overview_view *view)
{
    return view->exam->order == EXAM_ORDER_MIXED;
}

void overview_counts(struct page *page, const struct session_counts *counts)
{
    page_printf(page, STYLE_NORMAL,
                "[*] %d complete, [-] %d incomplete, [o] %d not answered, [ ] "
                "%d unseen, %s%d marked",
                counts->complete, counts->incomplete, counts->unanswered,
                counts->unseen, page->columns < WORDS_COLUMNS ? "M " : "",
                counts->marked);
}

/* The section, filled up to its column; one that is cut ends in a dot, which
 * every terminal has. */
static const char *section_text(const struct overview_view *view, int section,
                                struct arena *arena)
{
    struct str title =
        section >= 0 ? view->exam->sections[section].title : STR("");
    struct strbuf cell = {0};
    const char *text;
    int columns = 0;
    bool is_cut;

    title = fold_line(arena, title);
    is_cut = fold_columns(title) > SECTION_COLUMNS;
    for (size_t at = 0, next = 0; at < title.len; at = next) {
        int width = fold_width(utf8_next(title, &next));

        if (columns + width > SECTION_COLUMNS - is_cut)
            break;
        strbuf_add(&cell, (struct str){title.data + at, next - at});
        columns += width;
    }
    if (is_cut) {
        strbuf_addc(&cell, '.');
        columns++;
    }
    for (; columns < SECTION_COLUMNS; columns++)
        strbuf_addc(&cell, ' ');
    text = arena_strdup(arena, strbuf_text(&cell));
    strbuf_finish(&cell);
    return text;
}

static void add_row(struct page *page, const struct overview_view *view,
                    const struct overview_row *row)
{
    const char *section = "", *text;

    if (is_mixed(view))
        section = arena_printf(&page->arena, "%s  ",
                               section_text(view, row->section, &page->arena));
    if (page->columns >= WORDS_COLUMNS)
        text = arena_printf(
            &page->arena, "%4d  %s %-18s  %-6s  %s" STR_FORMAT, row->pos + 1,
            signs[row->progress],
            row->checked ? "checked" : progress_label(row->progress),
            row->marked ? "marked" : "", section, STR_ARG(row->stem));
    else
        text = arena_printf(&page->arena, "%4d %s %s " STR_FORMAT, row->pos + 1,
                            signs[row->progress], row->marked ? "M" : " ",
                            STR_ARG(row->stem));
    page_row(page, row->marked ? STYLE_MARKED : STYLE_NORMAL, str_from(text));
}

void overview_page(struct page *page, const struct overview_view *view)
{
    int section = -1;

    for (size_t i = 0; i < view->count; i++) {
        const struct overview_row *row = &view->rows[i];

        if (!overview_matches(row, view->filter, view->section))
            continue;
        if (row->section >= 0 && row->section != section && !is_mixed(view)) {
            page_gap(page);
            page_text(page, STYLE_HEADING,
                      view->exam->sections[row->section].title);
        }
        section = row->section;
        add_row(page, view, row);
    }
    if (page->choice_count == 0) {
        page_gap(page);
        page_printf(page, STYLE_NORMAL, "None: Tab shows others.");
    }
}
