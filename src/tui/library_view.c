/*
 * What an instructor sees of the library: banks and exams with whether
 * candidates see them, and the questions of one bank. In words rather than
 * columns, so that it reads the same at 40 columns and aloud.
 */
#include "library_view.h"

#include <inttypes.h>

/* Below, the topic would leave no room for the question. */
#define TOPIC_COLUMNS 60

/* --- banks ---------------------------------------------------------------- */

static const char *switch_text(bool is_on)
{
    return is_on ? "[on]  " : "[off] ";
}

static void add_count(struct strbuf *text, int64_t count, const char *what)
{
    if (count > 0)
        strbuf_printf(text, ", %" PRId64 " %s", count, what);
}

/* "142 questions, 6 cases; shipped; CC-BY-4.0; hidden by a copy of yours" */
static const char *bank_text(const struct bank_row *bank, struct arena *arena)
{
    struct strbuf text = {0};
    const char *words;

    strbuf_printf(&text, "%s %s: %" PRId64 " question%s", bank->name,
                  bank->version, bank->active, bank->active == 1 ? "" : "s");
    add_count(&text, bank->cases, bank->cases == 1 ? "case" : "cases");
    add_count(&text, bank->retired, "retired");
    add_count(&text, bank->voided, "void");
    add_count(&text, bank->absent, "absent");
    strbuf_printf(&text, "; %s; %s%s", origin_id(bank->origin), bank->license,
                  bank->shadowed ? "; hidden by a copy that was loaded here"
                                 : "");
    words = arena_strdup(arena, strbuf_text(&text));
    strbuf_finish(&text);
    return words;
}

static void add_banks(struct page *page, const struct bank_rows *banks)
{
    page_text(page, STYLE_HEADING, STR("Question banks"));
    for (size_t i = 0; i < banks->count; i++) {
        const struct bank_row *bank = &banks->items[i];

        page_choice(page,
                    bank->enabled && !bank->shadowed ? STYLE_NORMAL : STYLE_DIM,
                    switch_text(bank->enabled),
                    str_from(bank_text(bank, &page->arena)));
    }
    if (banks->count == 0)
        page_text(page, STYLE_NORMAL,
                  STR("No bank is loaded; m loads one from a file."));
}

/* --- exams ---------------------------------------------------------------- */

static const char *supply_text(const struct exam_entry *entry,
                               struct arena *arena)
{
    const char *missing;

    if (!entry->supply)
        return "counting what the banks fill";
    if (entry->is_full)
        return arena_printf(arena, "all %d questions can be filled",
                            entry->needed);
    missing = exam_missing_text(entry, arena);
    return arena_printf(arena, "%d of %d questions can be filled%s%s",
                        entry->fillable, entry->needed, missing[0] ? "; " : "",
                        missing);
}

static void add_exams(struct page *page, const struct exam_entries *exams)
{
    page_gap(page);
    page_text(page, STYLE_HEADING, STR("Exams"));
    for (size_t i = 0; i < exams->count; i++) {
        const struct exam_entry *entry = &exams->items[i];
        const struct exam *exam = entry->exam;

        page_choice(
            page, entry->enabled ? STYLE_NORMAL : STYLE_DIM,
            switch_text(entry->enabled),
            str_from(arena_printf(
                &page->arena, STR_FORMAT " " STR_FORMAT ": %s, %s, %s; %s",
                STR_ARG(exam->id), STR_ARG(exam->version),
                exam_type_label(exam->type), exam_status_id(exam->status),
                origin_id(entry->origin), supply_text(entry, &page->arena))));
    }
    for (size_t i = 0; i < exams->unreadable_count; i++)
        page_lead(page, STYLE_WARNING, "! ",
                  str_from(exams->unreadable[i].reason));
    if (exams->count == 0)
        page_text(page, STYLE_NORMAL, STR("No exam is loaded."));
}

void library_page(struct page *page, const struct library_view *view)
{
    add_banks(page, &view->banks);
    add_exams(page, &view->exams);
}

/* --- the questions of a bank ---------------------------------------------- */

/* " [retired]", " (cpt/surgery)" where there is room */
static const char *about_text(const struct bank_item_row *row,
                              struct page *page)
{
    const char *topic = "";

    if (page->columns >= TOPIC_COLUMNS)
        topic = arena_printf(&page->arena, " (%s)", row->topic);
    if (row->status == ITEM_ACTIVE)
        return topic;
    return arena_printf(&page->arena, " [%s]%s", item_status_id(row->status),
                        topic);
}

void bank_page(struct page *page, const struct bank_view *view)
{
    const struct bank_row *bank = view->bank;

    page_printf(page, STYLE_HEADING, "%s", bank->title);
    page_printf(page, STYLE_DIM, "%s", bank->notice);
    page_gap(page);
    for (size_t i = 0; i < view->count; i++) {
        const struct bank_item_row *row = view->rows[i];

        page_row(page, row->status == ITEM_ACTIVE ? STYLE_NORMAL : STYLE_DIM,
                 str_from(arena_printf(&page->arena, "%4zu  %s%s  %s",
                                       view->numbers[i], row->id,
                                       about_text(row, page), row->stem)));
    }
    if (view->count == 0)
        page_text(page, STYLE_NORMAL,
                  view->is_narrowed
                      ? STR("No question has that. Esc shows all.")
                      : STR("The bank has no questions."));
}
