/*
 * A question of an ended attempt: each option with its role and its reason, or
 * each typed code with what it is worth; then the author's explanations.
 */
#include <string.h>

#include "proctor/domain/response.h"
#include "proctor/domain/timing.h"

#include "question_view.h"
#include "result_view.h"

/* An explanation that may be missing. */
static void add_why(struct page *page, const char *lead, struct str why)
{
    if (why.len > 0)
        page_lead(page, STYLE_NORMAL, lead, why);
}

/* "A", "A, C", "B or C": letters by position, of the keys or of the answer. */
static const char *letters(const struct review_item *item, bool of_key,
                           struct arena *arena)
{
    const char *order = item->slot.option_order, *text = "";
    const char *between = of_key && item->item->any_key ? " or " : ", ";

    for (int i = 0; order[i] != '\0'; i++) {
        bool is_one =
            of_key ? item_option(item->item, order[i])->is_key
                   : response_has(str_from(item->response.answer), order[i]);

        if (is_one)
            text = arena_printf(arena, "%s%s%c", text, text[0] ? between : "",
                                (char)('A' + i));
    }
    return text;
}

static const char *outcome_text(const struct scored_item *scored)
{
    return !scored->reached                                 ? "Not reached"
           : scored->blank                                  ? "Not answered"
           : scored->score.earned == scored->score.possible ? "Right"
           : scored->score.earned > 0                       ? "Partly right"
                                                            : "Wrong";
}

/* "Wrong. You: B. Right: C. 0 of 1 mark." */
static const char *scored_text(const struct review_item *item, bool is_right,
                               struct arena *arena)
{
    const struct scored_item *scored = &item->scored;
    const char *yours = letters(item, false, arena);
    const char *key = letters(item, true, arena);
    char earned[MARKS_SIZE], possible[MARKS_SIZE];

    marks_format(scored->score.earned, earned);
    marks_format(scored->score.possible, possible);
    return arena_printf(arena, "%s.%s%s%s%s%s%s %s of %s mark%s.",
                        outcome_text(scored), yours[0] ? " You: " : "", yours,
                        yours[0] ? "." : "",
                        key[0] && !is_right ? " Right: " : "",
                        is_right ? "" : key, key[0] && !is_right ? "." : "",
                        earned, possible,
                        scored->score.possible == 100 ? "" : "s");
}

/* "Pretest, not scored (you: C, right: A)." */
static const char *unscored_text(const struct review_item *item,
                                 struct arena *arena)
{
    const char *yours = letters(item, false, arena);
    const char *key = letters(item, true, arena);
    const char *what = item->slot.scored ? "Void" : "Pretest";

    if (key[0] == '\0')
        return arena_printf(arena, "%s, not scored.", what);
    return arena_printf(arena, "%s, not scored (you: %s, right: %s).", what,
                        yours[0] ? yours : "nothing", key);
}

static void add_summary(struct page *page, const struct review_item *item)
{
    const struct scored_item *scored = &item->scored;
    bool is_right = scored->score.earned == scored->score.possible;
    char time[DURATION_SIZE];

    duration_clock(item->response.time_ms, time);
    page_printf(page,
                !scored->counts ? STYLE_NORMAL
                : is_right      ? STYLE_RIGHT
                                : STYLE_WRONG,
                "%s%s %s.",
                scored->counts ? scored_text(item, is_right, &page->arena)
                               : unscored_text(item, &page->arena),
                item->response.marked ? " Marked." : "", time);
    if (item->item->kind == ITEM_MULTIPLE && !is_right && !scored->blank)
        page_printf(page, STYLE_NORMAL,
                    "%d %% of the right ones were chosen; all are needed.",
                    item->partial);
    page_gap(page);
}

/* What the option was, in words; NULL when there is nothing to say. */
static const char *role_text(bool is_key, bool is_chosen)
{
    if (is_key)
        return is_chosen ? "+ your answer, right" : "+ the right answer";
    return is_chosen ? "- your answer, wrong" : NULL;
}

static void add_option(struct page *page, const struct review_item *item,
                       int position)
{
    const struct option *option =
        item_option(item->item, item->slot.option_order[position]);
    bool is_chosen =
        response_has(str_from(item->response.answer), option->letter);
    const char *role = role_text(option->is_key, is_chosen);
    enum style style = option->is_key ? STYLE_RIGHT
                       : is_chosen    ? STYLE_WRONG
                                      : STYLE_NORMAL;

    page_lead(page, style,
              arena_printf(&page->arena, "%s %c. ", is_chosen ? "(x)" : "( )",
                           'A' + position),
              option->text);
    if (role)
        page_lead(page, style, "       ", str_from(role));
    add_why(page, "       ", option->why);
}

/* --- codes ---------------------------------------------------------------- */

static void add_entry(struct page *page, const struct entry_feedback *entry)
{
    bool is_well =
        entry->verdict == ENTRY_RIGHT || entry->verdict == ENTRY_OPTIONAL;

    page_lead(
        page, is_well ? STYLE_RIGHT : STYLE_WRONG, is_well ? "+ " : "- ",
        str_from(arena_printf(
            &page->arena, STR_FORMAT ": %s%s%s%s", STR_ARG(entry->typed),
            entry_verdict_label(entry->verdict), entry->problem ? " (" : "",
            entry->problem ? entry->problem : "", entry->problem ? ")" : "")));
    add_why(page, "    ", entry->why);
}

static void format_slot(struct strbuf *out, const struct code_slot *slot,
                        enum code_set set)
{
    for (size_t i = 0; i < slot->count; i++) {
        struct code code = slot->accepted[i];

        if (slot->poa != '\0')
            code.poa = slot->poa;
        if (i > 0)
            strbuf_adds(out, " or ");
        code_format(out, &code, set);
    }
}

static void add_codes(struct page *page, const struct code_field *field,
                      const struct code_slot *const *slots, size_t count,
                      const char *lead)
{
    struct strbuf text = {0};

    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            strbuf_adds(&text, "; ");
        format_slot(&text, slots[i], field->set);
    }
    if (count > 0)
        page_lead(page, STYLE_NORMAL, lead, strbuf_str(&text));
    strbuf_finish(&text);
}

static void add_field(struct page *page, const struct code_field *field,
                      const struct field_feedback *feedback)
{
    const struct code_slot **all =
        ARENA_ARRAY(&page->arena, const struct code_slot *, field->slot_count);

    for (size_t i = 0; i < field->slot_count; i++)
        all[i] = &field->slots[i];
    page_gap(page);
    page_text(page, STYLE_HEADING,
              field->label.len > 0 ? field->label
                                   : str_from(code_set_title(field->set)));
    for (size_t i = 0; feedback && i < feedback->entry_count; i++)
        add_entry(page, &feedback->entries[i]);
    if (feedback)
        add_codes(page, field, feedback->missed, feedback->missed_count,
                  "Missed: ");
    add_codes(page, field, all, field->slot_count, "Key: ");
    if (feedback && feedback->extras > 0)
        page_printf(page, STYLE_NORMAL, "%d too many: each takes a mark off.",
                    feedback->extras);
}

/* --- explanations --------------------------------------------------------- */

static void add_explanations(struct page *page, const struct review_item *item)
{
    page_gap(page);
    if (item->item->rationale.len > 0) {
        page_text(page, STYLE_HEADING, STR("Why"));
        page_text(page, STYLE_NORMAL, item->item->rationale);
        page_gap(page);
    }
    for (size_t i = 0; i < item->item->references.count; i++)
        page_lead(page, STYLE_NORMAL,
                  "Reference: ", item->item->references.items[i]);
    page_printf(page, STYLE_DIM, "%s, topic " STR_FORMAT, item->name,
                STR_ARG(item->item->topic));
}

void answer_page(struct page *page, const struct review_item *item)
{
    add_summary(page, item);
    question_page_stem(page, item->item);
    for (int i = 0; item->slot.option_order[i] != '\0'; i++)
        add_option(page, item, i);
    for (size_t i = 0; i < item->item->field_count; i++)
        add_field(page, &item->item->fields[i],
                  item->feedback ? &item->feedback[i] : NULL);
    add_explanations(page, item);
}
