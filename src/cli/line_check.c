/*
 * What practice has beside an exam: whether an answer is right, why, and hints
 * before it. A checked answer is final, a hint is taken for good; both are
 * stored before they are told.
 */
#include "line_review.h"
#include "line_sit_words.h"
#include "proctor/domain/hint.h"
#include "proctor/domain/response.h"

/* --- right or wrong ------------------------------------------------------- */

static const char *outcome(const struct review_item *item)
{
    const struct score *score = &item->scored.score;

    if (item->scored.blank)
        return "no answer";
    if (score->earned == score->possible)
        return "right";
    return score->earned > 0 ? "partly right" : "wrong";
}

static void tell_feedback(struct line *line, int pos, bool is_new)
{
    struct review_item item;

    session_feedback(line->session, pos, &line->talk.scratch, &item);
    if (is_new)
        sit_confirm(line, "Question %d: %s.", pos + 1, outcome(&item));
    else
        talk_say(&line->talk, "Question %d: %s.", pos + 1, outcome(&item));
    review_tell_feedback(&line->talk, &item);
}

/* An answer that is not given in full is not made final by mistake. */
static bool is_ready(struct line *line, int pos, struct str rest)
{
    const struct item *item = session_item(line->session, pos);
    struct str answer = str_from(session_response(line->session, pos)->answer);

    if (response_is_complete(item, answer) || str_is(rest, "anyway"))
        return true;
    talk_say(&line->talk,
             "Question %d: %s. A check makes that final; 'check anyway' shows "
             "the right answer all the same.",
             pos + 1, sit_answer_words(line, pos));
    return false;
}

enum line_step sit_word_check(struct line *line, struct str rest)
{
    int pos = sit_position(line);
    bool is_checked = session_response(line->session, pos)->checked;
    struct error err;

    if (!session_gives_feedback(line->session))
        talk_say(&line->talk, "Here the right answers are told at the end.");
    else if (is_checked)
        tell_feedback(line, pos, false);
    else if (!is_ready(line, pos, rest))
        return STEP_STAY;
    else if (!session_check(line->session, pos, &err))
        line_tell_error(line, &err);
    else
        tell_feedback(line, pos, true);
    return STEP_STAY;
}

/* --- hints ---------------------------------------------------------------- */

enum line_step sit_word_hint(struct line *line, struct str rest)
{
    int pos = sit_position(line), taken;
    struct str hint;
    struct error err;

    (void)rest;
    if (!session_hint(line->session, pos, &line->talk.scratch, &hint, &err)) {
        line_tell_error(line, &err);
        return STEP_STAY;
    }
    talk_text(&line->talk, hint);
    taken = session_response(line->session, pos)->hints;
    sit_confirm(line, "That was hint %d of %zu.%s", taken,
                hint_count(session_item(line->session, pos)),
                taken == 1 ? " The answer does not count among weak areas."
                           : "");
    return STEP_STAY;
}

enum line_step sit_word_hints(struct line *line, struct str rest)
{
    struct str hints =
        session_hints(line->session, sit_position(line), &line->talk.scratch);

    (void)rest;
    if (hints.len > 0)
        talk_text(&line->talk, hints);
    else
        talk_say(&line->talk, "No hint was taken for this question.");
    return STEP_STAY;
}
