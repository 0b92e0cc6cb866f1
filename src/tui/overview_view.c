/*
 * The list of all questions: number, sign and word of progress, mark, the
 * beginning of the stem, section by section.
 */
#include "overview_view.h"

/* From here on the words of progress have room beside their signs. */
#define WORDS_COLUMNS 70

static const char *const signs[PROGRESS_COUNT] = {
    [PROGRESS_UNSEEN] = "[ ]",
    [PROGRESS_UNANSWERED] = "[o]",
    [PROGRESS_INCOMPLETE] = "[-]",
    [PROGRESS_COMPLETE] = "[*]",
};

const char *overview_filter_label(enum overview_filter filter)
{
    static const char *const labels[] = {
#define X(NAME, label) label,
        OVERVIEW_FILTERS(X)
#undef X
    };

    return labels[filter];
}

bool overview_matches(const struct overview_row *row,
                      enum overview_filter filter)
{
    return filter == OVERVIEW_OPEN     ? row->progress != PROGRESS_COMPLETE
           : filter == OVERVIEW_MARKED ? row->marked
                                       : true;
}

void overview_counts(struct page *page, const struct session_counts *counts)
{
    page_printf(page, STYLE_NORMAL,
                "%d complete, %d incomplete, %d seen and not answered, %d "
                "unseen. %d marked.",
                counts->complete, counts->incomplete, counts->unanswered,
                counts->unseen, counts->marked);
}

static void add_row(struct page *page, const struct overview_row *row)
{
    const char *text;

    if (page->columns >= WORDS_COLUMNS)
        text = arena_printf(&page->arena, "%4d  %s %-18s  %-6s  " STR_FORMAT,
                            row->pos + 1, signs[row->progress],
                            progress_label(row->progress),
                            row->marked ? "marked" : "", STR_ARG(row->stem));
    else
        text = arena_printf(&page->arena, "%4d %s %s " STR_FORMAT, row->pos + 1,
                            signs[row->progress], row->marked ? "M" : " ",
                            STR_ARG(row->stem));
    page_row(page, row->marked ? STYLE_MARKED : STYLE_NORMAL, str_from(text));
}

static void add_legend(struct page *page)
{
    if (page->columns < WORDS_COLUMNS)
        page_text(page, STYLE_DIM,
                  STR("[*] complete, [-] incomplete, [o] seen, not answered, "
                      "[ ] unseen, M marked"));
}

void overview_page(struct page *page, const struct overview_view *view)
{
    int section = -1;

    overview_counts(page, &view->counts);
    add_legend(page);
    for (size_t i = 0; i < view->count; i++) {
        const struct overview_row *row = &view->rows[i];

        if (!overview_matches(row, view->filter))
            continue;
        if (row->section >= 0 && row->section != section) {
            page_gap(page);
            page_text(page, STYLE_HEADING,
                      view->exam->sections[row->section].title);
        }
        section = row->section;
        add_row(page, row);
    }
    if (page->choice_count == 0) {
        page_gap(page);
        page_printf(page, STYLE_NORMAL, "None: Tab shows others.");
    }
}
