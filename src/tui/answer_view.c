/*
 * A question of an ended attempt: each option with its role and its reason, or
 * each typed code with what it is worth; then the author's explanations.
 */
#include "proctor/domain/response.h"
#include "proctor/domain/timing.h"

#include "answer_view.h"
#include "question_view.h"

/* An explanation that may be missing. */
static void add_why(struct page *page, const char *lead, struct str why)
{
    if (why.len > 0)
        page_lead(page, STYLE_NORMAL, lead, why);
}

/* --- what became of it ---------------------------------------------------- */

static const char *given_words(const struct review_item *item,
                               const char *answer, struct arena *arena)
{
    return answer_words(item->item, item->slot.option_order, str_from(answer),
                        arena);
}

/* " You: B. Right: C."; of codes the entries tell it. */
static void append_letters(struct strbuf *text, const struct review_item *item,
                           struct arena *arena)
{
    const char *yours = given_words(item, item->response.answer, arena);

    if (item->item->option_count == 0)
        return;
    if (yours[0] != '\0')
        strbuf_printf(text, " You: %s.", yours);
    if (!answer_is_right(item))
        strbuf_printf(text, " Right: %s.", answer_key_words(item, arena));
}

/* "Wrong. You: B. Right: C. 0 of 1 mark." */
static const char *scored_text(const struct review_item *item,
                               struct arena *arena)
{
    const struct score *score = &item->scored.score;
    struct strbuf text = {0};
    char earned[MARKS_SIZE], possible[MARKS_SIZE];
    const char *words;

    marks_format(score->earned, earned);
    marks_format(score->possible, possible);
    strbuf_printf(&text, "%s.", answer_outcome(item));
    append_letters(&text, item, arena);
    strbuf_printf(&text, " %s of %s mark%s.", earned, possible,
                  score->possible == 100 ? "" : "s");
    words = arena_strdup(arena, strbuf_text(&text));
    strbuf_finish(&text);
    return words;
}

/* "Pretest, not scored (you: C, right: A)." */
static const char *unscored_text(const struct review_item *item,
                                 struct arena *arena)
{
    const char *yours = given_words(item, item->response.answer, arena);
    const char *key = answer_key_words(item, arena);
    const char *what = answer_outcome(item);

    if (key[0] == '\0')
        return arena_printf(arena, "%s, not scored.", what);
    return arena_printf(arena, "%s, not scored (you: %s, right: %s).", what,
                        yours[0] ? yours : "nothing", key);
}

static void add_summary(struct page *page, const struct review_item *item)
{
    const struct scored_item *scored = &item->scored;

    page_printf(page,
                !scored->counts         ? STYLE_NORMAL
                : answer_is_right(item) ? STYLE_RIGHT
                                        : STYLE_WRONG,
                "%s%s",
                scored->counts ? scored_text(item, &page->arena)
                               : unscored_text(item, &page->arena),
                item->response.marked ? " Marked." : "");
    if (item->item->kind == ITEM_MULTIPLE && !answer_is_right(item) &&
        !scored->blank)
        page_printf(page, STYLE_NORMAL,
                    "%d %% of the right ones were chosen; all are needed.",
                    item->partial);
}

/* --- options -------------------------------------------------------------- */

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

void answer_key_page(struct page *page, const struct review_item *item)
{
    question_page_stem(page, item->item);
    for (int i = 0; item->slot.option_order[i] != '\0'; i++)
        add_option(page, item, i);
    for (size_t i = 0; i < item->item->field_count; i++)
        add_field(page, &item->item->fields[i],
                  item->feedback ? &item->feedback[i] : NULL);
    add_explanations(page, item);
}

void answer_page(struct page *page, const struct review_item *item)
{
    add_summary(page, item);
    page_gap(page);
    answer_key_page(page, item);
}

/* --- looked at again ------------------------------------------------------ */

static void add_first_answer(struct page *page, const struct review_item *item)
{
    const char *first = item->response.first_answer;
    struct score score;

    if (!item->is_changed || !first)
        return;
    score =
        score_item(item->item, str_from(first), 1, &page->arena, NULL, NULL);
    page_printf(page, STYLE_NORMAL, "Your first answer was %s: %s.",
                given_words(item, first, &page->arena),
                score.earned == score.possible ? "right"
                : score.earned > 0             ? "partly right"
                                               : "wrong");
}

/* "2 min 10 s, target 2 min 24 s. You were not sure." */
static void add_time(struct page *page, const struct review_item *item,
                     int64_t target_ms)
{
    const struct response *response = &item->response;
    char spent[DURATION_SIZE], target[DURATION_SIZE];

    duration_exact(response->time_ms, spent);
    duration_exact(target_ms, target);
    page_printf(page, STYLE_NORMAL, "%s%s%s%s.%s", spent,
                target_ms > 0 ? ", target " : "", target_ms > 0 ? target : "",
                item->is_slow ? ", slow" : "",
                response->sure == 1   ? " You were sure."
                : response->sure == 0 ? " You were not sure."
                                      : "");
    if (response->hints > 0)
        page_printf(page, STYLE_NORMAL, "%d hint%s taken before the answer.",
                    response->hints, response->hints == 1 ? "" : "s");
}

static bool has_own_words(const struct review_item *item)
{
    return str_from(item->note).len > 0 || item->dispute ||
           str_from(item->response.note).len > 0;
}

/* The candidate's texts, below all that the author says. */
static void add_own_words(struct page *page, const struct review_item *item)
{
    const struct remark *dispute = item->dispute;
    const char *claim;

    if (!has_own_words(item))
        return;
    page_gap(page);
    page_text(page, STYLE_HEADING, STR("Your own words"));
    add_why(page, "In the sitting: ", str_from(item->response.note));
    add_why(page, "Note: ", str_from(item->note));
    if (!dispute)
        return;
    claim = given_words(item, dispute->claim, &page->arena);
    page_printf(page, STYLE_NORMAL, "You dispute the key: %s%s%s", claim,
                claim[0] ? " is right. " : "", dispute->text);
}

void answer_review_page(struct page *page, const struct review *review, int pos)
{
    const struct review_item *item = &review->items[pos];

    add_summary(page, item);
    add_first_answer(page, item);
    if (item->scored.reached)
        add_time(page, item, review->retrospect.target_ms);
    if (item->cause < MISS_CAUSE_COUNT)
        page_printf(page, STYLE_NORMAL, "Cause: %s.",
                    miss_cause_label(item->cause));
    if (has_own_words(item))
        page_printf(page, STYLE_DIM, "Your own words stand below.");
    page_gap(page);
    if (item->item->case_text)
        page_printf(page, STYLE_HEADING, "Case: " STR_FORMAT ": v reads it",
                    STR_ARG(item->item->case_text->title));
    page_gap(page);
    answer_key_page(page, item);
    add_own_words(page, item);
}
