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

/* "your answer, right", "the right answer", "a right answer", or "". */
static const char *option_part(const struct review_item *item,
                               const struct option *option)
{
    bool chosen = response_has(str_from(item->response.answer), option->letter);

    if (chosen)
        return option->is_key ? " (your answer, right)"
                              : " (your answer, wrong)";
    if (!option->is_key)
        return "";
    return item_key_count(item->item) == 1 ? " (the right answer)"
                                           : " (a right answer)";
}

static void tell_chosen(struct talk *talk, const struct review_item *item)
{
    const char *order = item->slot.option_order;

    for (int i = 0; order[i] != '\0'; i++) {
        const struct option *option = item_option(item->item, order[i]);

        talk_say(talk, "%c%s. " STR_FORMAT, 'A' + i, option_part(item, option),
                 STR_ARG(option->text));
    }
}

/* "Your answer: B. Right: A and C." */
static void tell_letters(struct talk *talk, const struct review_item *item)
{
    const char *order = item->slot.option_order;
    struct strbuf text = {0};

    strbuf_adds(&text, "Your answer: ");
    append_answer(&text, item->item, order, str_from(item->response.answer));
    strbuf_adds(&text, ". ");
    append_key(&text, item->item, order);
    talk_text(talk, strbuf_str(&text));
    strbuf_finish(&text);
}

/* --- codes ---------------------------------------------------------------- */

/* What is wrong with the writing says why it is no code of the set. */
static void tell_entry(struct talk *talk, const struct entry_feedback *entry)
{
    bool says_all = entry->verdict == ENTRY_MALFORMED && entry->problem;

    talk_say(talk, "You entered " STR_FORMAT ": %s%s%s. " STR_FORMAT,
             STR_ARG(entry->typed),
             says_all ? "" : entry_verdict_label(entry->verdict),
             entry->problem && !says_all ? ", " : "",
             entry->problem ? entry->problem : "", STR_ARG(entry->why));
}

/* Who missed them all hears them once: as the right ones. */
static void tell_missed(struct talk *talk, const struct code_field *field,
                        const struct field_feedback *feedback)
{
    struct strbuf text = {0};

    if (feedback->missed_count == 0 ||
        feedback->missed_count == field->slot_count)
        return;
    for (size_t i = 0; i < feedback->missed_count; i++) {
        strbuf_adds(&text, i == 0 ? "Missed: " : "; ");
        append_slot(&text, feedback->missed[i], field->set);
    }
    strbuf_addc(&text, '.');
    talk_text(talk, strbuf_str(&text));
    strbuf_finish(&text);
}

static void tell_field(struct talk *talk, const struct code_field *field,
                       const struct field_feedback *feedback)
{
    tell_field_name(talk, field);
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

/* --- marks and remarks ---------------------------------------------------- */

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

void review_tell_claim(struct talk *talk, const struct review_item *item)
{
    struct strbuf text = {0};

    strbuf_adds(&text, "You dispute the key and claim ");
    append_answer(&text, item->item, item->slot.option_order,
                  str_from(item->dispute->claim));
    strbuf_printf(&text, ": %s", item->dispute->text);
    talk_text(talk, strbuf_str(&text));
    strbuf_finish(&text);
}

/* The candidate's own words on it. */
static void tell_own_words(struct talk *talk, const struct review_item *item)
{
    if (item->cause != MISS_CAUSE_COUNT)
        talk_say(talk, "Cause you gave: %s.", miss_cause_label(item->cause));
    if (item->response.note && item->response.note[0] != '\0')
        talk_say(talk, "Noted while it was asked: %s", item->response.note);
    if (item->note[0] != '\0')
        talk_say(talk, "Your note: %s", item->note);
    if (item->dispute)
        review_tell_claim(talk, item);
}

/* --- how it came about ---------------------------------------------------- */

static void append_sureness(struct strbuf *text, const struct response *given)
{
    if (given->sure >= 0)
        strbuf_printf(text, " You were %s.", given->sure ? "sure" : "unsure");
    if (given->hints > 0)
        strbuf_printf(text, " %d hint%s taken.", given->hints,
                      given->hints == 1 ? "" : "s");
}

/* "First answer: A. Last answer: B. Changed 1 time." */
static void append_answers(struct strbuf *text, const struct review_item *item)
{
    const struct response *given = &item->response;
    const char *order = item->slot.option_order;

    if (str_from(given->first_answer).len == 0 &&
        str_from(given->answer).len == 0) {
        strbuf_adds(text, "No answer was given.");
        return;
    }
    strbuf_adds(text, "First answer: ");
    append_answer(text, item->item, order, str_from(given->first_answer));
    strbuf_adds(text, ". Last answer: ");
    append_answer(text, item->item, order, str_from(given->answer));
    strbuf_printf(text, ". Changed %d time%s.", given->changes,
                  given->changes == 1 ? "" : "s");
}

/* "Time: 1 min 5 s; the pace was 1 min 12 s a question." */
static void append_time(struct strbuf *text, struct arena *arena,
                        const struct review_item *item, int64_t target_ms)
{
    strbuf_printf(text, " Time: %s",
                  tell_duration(arena, item->response.time_ms));
    if (target_ms > 0)
        strbuf_printf(text, "; the pace was %s a question%s",
                      tell_duration(arena, target_ms),
                      item->is_slow ? ": slow" : "");
    strbuf_adds(text, ".");
}

void review_tell_answer(struct talk *talk, const struct review *review, int pos)
{
    const struct review_item *item = &review->items[pos];
    const struct response *given = &item->response;
    struct strbuf text = {0};

    if (given->visits == 0) {
        talk_say(talk, "Question %d was never on screen.", pos + 1);
        return;
    }
    append_answers(&text, item);
    strbuf_printf(&text, " On screen %d time%s.", given->visits,
                  given->visits == 1 ? "" : "s");
    append_time(&text, &talk->scratch, item, review->retrospect.target_ms);
    append_sureness(&text, given);
    talk_text(talk, strbuf_str(&text));
    strbuf_finish(&text);
}

/* --- all of it ------------------------------------------------------------ */

void review_tell_feedback(struct talk *talk, const struct review_item *item)
{
    if (item->item->kind == ITEM_CODES)
        tell_fields(talk, item);
    else
        tell_letters(talk, item);
    tell_marks(talk, item);
    tell_explanations(talk, item->item, item->slot.option_order);
}

void review_tell_item(struct talk *talk, const struct review *review, int pos)
{
    const struct review_item *item = &review->items[pos];

    tell_heading(talk, review, pos);
    if (item->item->kind != ITEM_CODES)
        tell_chosen(talk, item);
    review_tell_feedback(talk, item);
    tell_own_words(talk, item);
}
