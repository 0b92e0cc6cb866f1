/*
 * One question of a result: what was asked, answered, right, and why. For
 * typed codes each entry's verdict and what was missed.
 */
#include <stdio.h>
#include <string.h>

#include "letters.h"
#include "line_review.h"
#include "proctor/domain/response.h"

static void tell_heading(struct talk *talk, const struct review *review,
                         int pos)
{
    const struct review_item *item = &review->items[pos];
    int section = item->slot.section;
    bool has_section =
        section >= 0 && (size_t)section < review->exam->section_count;

    talk_gap(talk);
    talk_say(talk, "Question %d of %zu%s.%s" STR_FORMAT "%s", pos + 1,
             review->count, item->response.marked ? ", marked" : "",
             has_section ? " Section: " : "",
             STR_ARG(has_section ? review->exam->sections[section].title
                                 : STR("")),
             has_section ? "." : "");
    if (item->item->case_text)
        talk_say(talk, "Case: " STR_FORMAT "; 'case' reads it.",
                 STR_ARG(item->item->case_text->title));
    tell_stem(talk, item->item);
}

/* "your answer, right", "the right answer", or "". */
static const char *option_part(const struct review_item *item,
                               const struct option *option)
{
    bool chosen = response_has(str_from(item->response.answer), option->letter);

    if (chosen)
        return option->is_key ? " (your answer, right)"
                              : " (your answer, wrong)";
    return option->is_key ? " (a right answer)" : "";
}

static void tell_options(struct talk *talk, const struct review_item *item)
{
    const char *order = item->slot.option_order;

    for (int i = 0; order[i] != '\0'; i++) {
        const struct option *option = item_option(item->item, order[i]);

        talk_say(talk, "%c%s. " STR_FORMAT, 'A' + i, option_part(item, option),
                 STR_ARG(option->text));
    }
}

static void tell_why_options(struct talk *talk, const struct review_item *item)
{
    const char *order = item->slot.option_order;

    for (int i = 0; order[i] != '\0'; i++) {
        const struct option *option = item_option(item->item, order[i]);

        if (option->why.len > 0)
            talk_say(talk, "About %c: " STR_FORMAT, 'A' + i,
                     STR_ARG(option->why));
    }
}

static void append_or_none(struct strbuf *text, const char *letters)
{
    if (letters[0] != '\0')
        append_letters(text, letters);
    else
        strbuf_adds(text, "none");
}

/* "Your answer: B. Right: A and C. Earned 0 of 1." */
static void tell_letters(struct talk *talk, const struct review_item *item)
{
    char keys[ITEM_OPTIONS_MAX + 1], shown[ITEM_OPTIONS_MAX + 1];
    struct strbuf text = {0};

    strbuf_adds(&text, "Your answer: ");
    letters_shown(item->slot.option_order, str_from(item->response.answer),
                  shown);
    append_or_none(&text, shown);
    letters_of_keys(item->item, keys);
    letters_shown(item->slot.option_order, str_from(keys), shown);
    strbuf_adds(&text,
                item->item->any_key ? ". Right is any of: " : ". Right: ");
    append_or_none(&text, shown);
    strbuf_addc(&text, '.');
    talk_text(talk, strbuf_str(&text));
    strbuf_finish(&text);
}

/* --- codes ---------------------------------------------------------------- */

static void tell_entry(struct talk *talk, const struct entry_feedback *entry)
{
    talk_say(talk, "You entered " STR_FORMAT ": %s%s%s. " STR_FORMAT,
             STR_ARG(entry->typed), entry_verdict_label(entry->verdict),
             entry->problem ? ", " : "", entry->problem ? entry->problem : "",
             STR_ARG(entry->why));
}

/* "I50.23, or I50.33" */
static void append_slot(struct strbuf *text, const struct code_slot *slot,
                        enum code_set set)
{
    for (size_t i = 0; i < slot->count; i++) {
        struct code code = slot->accepted[i];

        if (code.poa == '\0')
            code.poa = slot->poa;
        strbuf_adds(text, i > 0 ? ", or " : "");
        code_format(text, &code, set);
    }
}

static void tell_field_key(struct talk *talk, const struct code_field *field)
{
    struct strbuf text = {0};

    strbuf_adds(&text, "Right: ");
    for (size_t i = 0; i < field->slot_count; i++) {
        strbuf_adds(&text, i > 0 ? "; " : "");
        append_slot(&text, &field->slots[i], field->set);
    }
    strbuf_addc(&text, '.');
    talk_text(talk, strbuf_str(&text));
    strbuf_finish(&text);
}

static void tell_missed(struct talk *talk, const struct code_field *field,
                        const struct field_feedback *feedback)
{
    for (size_t i = 0; i < feedback->missed_count; i++) {
        struct strbuf text = {0};

        strbuf_adds(&text, "Missed: ");
        append_slot(&text, feedback->missed[i], field->set);
        strbuf_addc(&text, '.');
        talk_text(talk, strbuf_str(&text));
        strbuf_finish(&text);
    }
}

static void tell_field(struct talk *talk, const struct code_field *field,
                       const struct field_feedback *feedback)
{
    talk_say(talk, STR_FORMAT "%s%s.", STR_ARG(field->label),
             field->label.len > 0 ? ": " : "", code_set_title(field->set));
    if (feedback) {
        for (size_t i = 0; i < feedback->entry_count; i++)
            tell_entry(talk, &feedback->entries[i]);
        tell_missed(talk, field, feedback);
    }
    tell_field_key(talk, field);
    if (feedback && feedback->extras > 0)
        talk_say(talk, "%d code%s more than asked for: one mark less for each.",
                 feedback->extras, feedback->extras == 1 ? "" : "s");
}

static void tell_fields(struct talk *talk, const struct review_item *item)
{
    for (size_t i = 0; i < item->item->field_count; i++)
        tell_field(talk, &item->item->fields[i],
                   item->feedback ? &item->feedback[i] : NULL);
}

/* --- all of it ------------------------------------------------------------ */

static void tell_marks(struct talk *talk, const struct review_item *item)
{
    char earned[MARKS_SIZE], possible[MARKS_SIZE], partial[MARKS_SIZE];

    marks_format(item->scored.score.earned, earned);
    marks_format(item->scored.score.possible, possible);
    talk_say(talk, "%s%s of %s mark%s%s.",
             item->scored.blank ? "Not answered: " : "Earned ", earned,
             possible, item->scored.score.possible == 100 ? "" : "s",
             item->scored.counts ? "" : "; this question is not in the score");
    if (item->item->kind == ITEM_MULTIPLE && !item->item->any_key &&
        item->partial > 0 && item->partial < 100) {
        marks_format(item->partial, partial);
        talk_say(talk,
                 "In parts it would be %s: all or nothing is how such "
                 "questions count.",
                 partial);
    }
}

static void tell_explanations(struct talk *talk, const struct review_item *item)
{
    if (item->item->rationale.len > 0) {
        talk_say(talk, "Why:");
        talk_text(talk, item->item->rationale);
    }
    tell_why_options(talk, item);
    for (size_t i = 0; i < item->item->references.count; i++)
        talk_say(talk, "Reference: " STR_FORMAT,
                 STR_ARG(item->item->references.items[i]));
    if (item->response.note && item->response.note[0] != '\0')
        talk_say(talk, "Your note: %s", item->response.note);
}

void review_tell_item(struct talk *talk, const struct review *review, int pos)
{
    const struct review_item *item = &review->items[pos];

    tell_heading(talk, review, pos);
    if (item->item->kind == ITEM_CODES) {
        tell_fields(talk, item);
    } else {
        tell_options(talk, item);
        tell_letters(talk, item);
    }
    tell_marks(talk, item);
    tell_explanations(talk, item);
}
