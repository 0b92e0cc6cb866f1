/*
 * The candidate's own words on a question of a result: a note, the cause of a
 * miss, a dispute of the key. Each is stored before it is confirmed.
 */
#include <ctype.h>
#include <string.h>

#include "line_review.h"
#include "proctor/domain/response.h"

/* A hyphen takes away what was said before. */
static bool takes_away(struct str rest)
{
    return str_is(rest, "-");
}

static const char *terminated(struct line *line, struct str text)
{
    return arena_str(&line->talk.scratch, text).data;
}

enum line_step review_word_note(struct line *line, struct str rest)
{
    struct line_review *self = line->review;
    int pos = review_position(line);
    struct error err;
    const char *note;

    if (pos < 0)
        return STEP_STAY;
    note = self->read->items[pos].note;
    if (rest.len == 0)
        talk_say(&line->talk, "Question %d: %s%s", pos + 1,
                 note[0] ? "your note is: " : "you made no note.", note);
    else if (!review_note(line->app, self->read, pos,
                          takes_away(rest) ? "" : terminated(line, rest),
                          self->arena, &err))
        line_tell_error(line, &err);
    else
        talk_say(&line->talk, "Question %d: note %s. Saved.", pos + 1,
                 takes_away(rest) ? "taken out" : "kept");
    return STEP_STAY;
}

/* --- the cause ------------------------------------------------------------ */

static void tell_causes(struct line *line, int pos)
{
    enum miss_cause cause = line->review->read->items[pos].cause;

    if (cause != MISS_CAUSE_COUNT)
        talk_say(&line->talk, "Question %d: the cause you gave is: %s.",
                 pos + 1, miss_cause_label(cause));
    talk_say(&line->talk, "Causes, one of these words behind 'cause':");
    for (int i = 0; i < MISS_CAUSE_COUNT; i++)
        talk_say(&line->talk, "%s: %s.", miss_cause_id((enum miss_cause)i),
                 miss_cause_label((enum miss_cause)i));
}

enum line_step review_word_cause(struct line *line, struct str rest)
{
    struct line_review *self = line->review;
    int pos = review_position(line);
    enum miss_cause cause = MISS_CAUSE_COUNT;
    struct error err;

    if (pos < 0)
        return STEP_STAY;
    if (!takes_away(rest) && !miss_cause_from_id(rest, &cause)) {
        if (rest.len > 0)
            talk_say(&line->talk,
                     "There is no cause '" STR_FORMAT "'. Nothing was done.",
                     STR_ARG(rest));
        tell_causes(line, pos);
    } else if (!review_cause(line->app, self->read, pos, cause, &err)) {
        line_tell_error(line, &err);
    } else if (cause == MISS_CAUSE_COUNT) {
        talk_say(&line->talk, "Question %d: cause taken out. Saved.", pos + 1);
    } else {
        talk_say(&line->talk, "Question %d: cause kept: %s. Saved.", pos + 1,
                 miss_cause_label(cause));
    }
    return STEP_STAY;
}

/* --- the dispute ---------------------------------------------------------- */

/* The claimed letters, as they were shown; not more than are asked for. One
 * that stands there twice takes itself out again and leaves too few. */
static bool read_letters(const struct item *item, const char *order,
                         struct str word, struct arena *arena,
                         struct str *claim_out)
{
    struct str claim = STR("");

    for (size_t i = 0; i < word.len; i++) {
        int at = toupper((unsigned char)word.data[i]) - 'A';

        if (at < 0 || (size_t)at >= strlen(order) ||
            !response_toggle(item, claim, order[at], arena, &claim, NULL))
            return false;
    }
    *claim_out = claim;
    return claim.len == word.len && claim.len > 0;
}

/* Entries fill the slots of the fields in turn. */
static bool read_entries(const struct item *item, struct str word,
                         struct arena *arena, struct str *claim_out)
{
    struct str claim = STR(""), entry;
    size_t field = 0, slot = 0;

    while (str_split(&word, ',', &entry)) {
        while (field < item->field_count &&
               slot == item->fields[field].slot_count) {
            field++;
            slot = 0;
        }
        if (field == item->field_count)
            return false;
        claim = response_with_entry(item, claim, field, slot++, entry, arena);
    }
    *claim_out = claim;
    return claim.len > 0;
}

bool review_read_dispute(const struct item *item, const char *order,
                         struct str text, struct arena *arena,
                         struct str *claim_out, struct str *reason_out,
                         struct error *err)
{
    struct str reason, word = line_first_word(text, &reason), claim;
    bool is_codes = item->kind == ITEM_CODES;

    if (is_codes ? !read_entries(item, word, arena, &claim)
                 : !read_letters(item, order, word, arena, &claim))
        return error_set(err, ERR_USAGE,
                         is_codes
                             ? "'" STR_FORMAT "' is not a list of codes that "
                               "may be claimed; as in: dispute I10,E11.9 REASON"
                             : "'" STR_FORMAT "' is no option here; as in: "
                               "dispute B REASON",
                         STR_ARG(word));
    if (reason.len == 0)
        return error_set(
            err, ERR_USAGE,
            "a dispute needs its reason; as in: dispute " STR_FORMAT " REASON",
            STR_ARG(word));
    *claim_out = claim;
    *reason_out = reason;
    return true;
}

static void tell_dispute(struct line *line, int pos)
{
    const struct review_item *item = &line->review->read->items[pos];

    if (item->dispute)
        review_tell_claim(&line->talk, item);
    else
        talk_say(&line->talk,
                 "Question %d: you do not dispute the key. 'dispute', what is "
                 "right, and why does: dispute B because of the guideline.",
                 pos + 1);
}

static bool keep_dispute(struct line *line, int pos, struct str rest,
                         struct error *err)
{
    struct line_review *self = line->review;
    const struct review_item *item = &self->read->items[pos];
    struct str claim = STR(""), reason = STR("");

    if (!takes_away(rest) &&
        !review_read_dispute(item->item, item->slot.option_order, rest,
                             &line->talk.scratch, &claim, &reason, err))
        return false;
    return review_dispute(line->app, self->read, pos, claim.data,
                          terminated(line, reason), self->arena, err);
}

/* The claim is read back: letters are easily mistyped. */
static void tell_kept_dispute(struct line *line, int pos)
{
    const struct review_item *item = &line->review->read->items[pos];
    struct strbuf claim = {0};

    append_answer(&claim, item->item, item->slot.option_order,
                  str_from(item->dispute->claim));
    talk_say(&line->talk,
             "Question %d: you dispute the key and claim %s. Saved. 'disputes' "
             "at home lists them, 'proctor disputes export' writes them for "
             "the author.",
             pos + 1, strbuf_text(&claim));
    strbuf_finish(&claim);
}

enum line_step review_word_dispute(struct line *line, struct str rest)
{
    int pos = review_position(line);
    struct error err;

    if (pos < 0)
        return STEP_STAY;
    if (rest.len == 0)
        tell_dispute(line, pos);
    else if (!keep_dispute(line, pos, rest, &err))
        line_tell_error(line, &err);
    else if (takes_away(rest))
        talk_say(&line->talk, "Question %d: the dispute is taken back. Saved.",
                 pos + 1);
    else
        tell_kept_dispute(line, pos);
    return STEP_STAY;
}
