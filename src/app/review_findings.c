/*
 * What the responses of an attempt tell beside its marks, in sentences: where
 * the time went, what changed answers were worth, which chances were not taken,
 * why questions were missed. The numbers are domain/retrospect.h; what there is
 * nothing to say of is left out.
 */
#include "proctor/app/review.h"

#include "proctor/domain/timing.h"

#include "accommodation.h"
#include "sentences.h"

/* Fewer right or wrong answers have no typical time. */
#define SPREAD_MIN 5

static const char *span(struct arena *arena, int64_t ms)
{
    char text[DURATION_SIZE];

    duration_exact(ms, text);
    return arena_strdup(arena, text);
}

/* --- time ----------------------------------------------------------------- */

static void find_used(const struct review *review, struct sentences *found)
{
    const struct attempt_row *attempt = &review->attempt;
    char used[DURATION_SIZE], limit[DURATION_SIZE];

    duration_words(attempt->stamp.used_ms, used);
    duration_words(attempt->limit_ms, limit);
    if (attempt->limit_ms > 0)
        sentences_add(found, "Time used: %s of %s.", used, limit);
    else
        sentences_add(found, "Time used: %s; there was no limit.", used);
}

static bool is_practice(const struct review *review)
{
    return review->attempt.mode != MODE_EXAM;
}

/* Whose pace it is. */
static const char *giver(const struct review *review)
{
    if (attempt_is_accommodated(&review->attempt))
        return "your time";
    return is_practice(review) ? "the pace of the exam" : "the exam";
}

static void find_pace(const struct review *review, struct sentences *found)
{
    const struct retrospect *past = &review->retrospect;
    const char *mean = span(found->arena, past->all.total_ms / past->all.count);

    if (past->target_ms > 0)
        sentences_add(found, "A question took %s on average; %s gives %s.",
                      mean, giver(review), span(found->arena, past->target_ms));
    else
        sentences_add(found, "A question took %s on average.", mean);
}

static void find_right_and_wrong(const struct review *review,
                                 struct sentences *found)
{
    const struct time_spread *right = &review->retrospect.right,
                             *wrong = &review->retrospect.wrong;

    if (right->count >= SPREAD_MIN && wrong->count >= SPREAD_MIN)
        sentences_add(found,
                      "Half of the right answers took at most %s, half of the "
                      "wrong ones at most %s.",
                      span(found->arena, right->median_ms),
                      span(found->arena, wrong->median_ms));
}

/* "Slowest: questions 12 (6 min 2 s), 40 (5 min) and 7 (58 s)." Where they are
 * all there were, none stands out. */
static void find_slowest(const struct review *review, struct sentences *found)
{
    const struct retrospect *past = &review->retrospect;
    struct strbuf text = {0};

    if (past->slowest_count == 0 || past->all.count <= past->slowest_count)
        return;
    for (int i = 0; i < past->slowest_count; i++) {
        int pos = past->slowest[i];

        strbuf_printf(&text, "%s%d (%s)",
                      i == 0                        ? ""
                      : i + 1 < past->slowest_count ? ", "
                                                    : " and ",
                      pos + 1,
                      span(found->arena, review->items[pos].response.time_ms));
    }
    sentences_add(found, "Slowest: question%s %s.", plural(past->slowest_count),
                  strbuf_text(&text));
    strbuf_finish(&text);
}

/* Of a shorter attempt they are too much of the whole to stand apart. */
static void find_last(const struct review *review, struct sentences *found)
{
    const struct retrospect *past = &review->retrospect;

    if (past->last_count == RETROSPECT_LAST &&
        past->all.count >= 2 * RETROSPECT_LAST)
        sentences_add(found,
                      "The last %d questions took %s, %s each; %d of them "
                      "right.",
                      past->last_count, span(found->arena, past->last_ms),
                      span(found->arena, past->last_ms / past->last_count),
                      past->last_right);
}

static void find_time(const struct review *review, struct sentences *found)
{
    if (review->retrospect.all.count == 0)
        return;
    find_used(review, found);
    find_pace(review, found);
    find_right_and_wrong(review, found);
    find_slowest(review, found);
    find_last(review, found);
}

/* --- answers -------------------------------------------------------------- */

/* ": 5 from wrong to right, 4 from right to wrong", or nothing. */
static void append_turns(struct strbuf *text, const struct retrospect *past)
{
    const struct {
        int count;
        const char *words;
    } turns[] = {
        {past->wrong_to_right, "from wrong to right"},
        {past->right_to_wrong, "from right to wrong"},
        {past->wrong_to_wrong, "from wrong to wrong"},
    };
    const char *before = ": ";

    for (size_t i = 0; i < sizeof turns / sizeof *turns; i++) {
        if (turns[i].count == 0)
            continue;
        strbuf_printf(text, "%s%d %s", before, turns[i].count, turns[i].words);
        before = ", ";
    }
}

static void append_first_answers(struct strbuf *text,
                                 const struct retrospect *past,
                                 struct arena *arena)
{
    strbuf_adds(text, " Had you kept every first answer: ");
    if (past->first_earned == past->earned)
        strbuf_adds(text, "the same marks.");
    else
        strbuf_printf(text, "%s instead of %s.",
                      marks_text(arena, past->first_earned),
                      marks_text(arena, past->earned));
}

static void find_changes(const struct review *review, struct sentences *found)
{
    const struct retrospect *past = &review->retrospect;
    struct strbuf text = {0};

    if (past->changed == 0)
        return;
    strbuf_printf(&text, "You changed %d answer%s", past->changed,
                  plural(past->changed));
    append_turns(&text, past);
    strbuf_addc(&text, '.');
    if (past->changed >= RETROSPECT_CHANGES_MIN)
        append_first_answers(&text, past, found->arena);
    sentences_add(found, "%s", strbuf_text(&text));
    strbuf_finish(&text);
}

/* ", 19 of them not reached", or nothing. */
static const char *not_reached_words(const struct review *review,
                                     struct arena *arena)
{
    int blank = review->result.blank;
    int not_reached = review->retrospect.not_reached;

    if (not_reached == 0)
        return "";
    if (not_reached < blank)
        return arena_printf(arena, ", %d of them not reached", not_reached);
    return blank == 1 ? ", not reached" : ", none of them reached";
}

/* What was not reached has no answer either, so it is told in one breath. A
 * practice says in its headline what was not shown, and its blanks are
 * questions that were passed over on purpose. */
static void find_blanks(const struct review *review, struct sentences *found)
{
    int blank = review->result.blank;
    int marks = (review->retrospect.chances + 50) / 100;
    const char *earned = "";

    if (is_practice(review) || blank == 0)
        return;
    if (marks > 0)
        earned =
            arena_printf(found->arena, " and would have earned about %d mark%s",
                         marks, plural(marks));
    sentences_add(found,
                  "%d question%s without an answer%s: guessing costs nothing"
                  "%s.",
                  blank, plural(blank), not_reached_words(review, found->arena),
                  earned);
}

static void find_causes(const struct review *review, struct sentences *found)
{
    struct strbuf text = {0};

    for (int cause = 0; cause < MISS_CAUSE_COUNT; cause++)
        if (review->causes[cause] > 0)
            strbuf_printf(&text, "%s%d %s", text.len > 0 ? ", " : "",
                          review->causes[cause],
                          miss_cause_label((enum miss_cause)cause));
    if (text.len > 0)
        sentences_add(found, "Why you missed: %s.", strbuf_text(&text));
    strbuf_finish(&text);
}

struct str_list review_findings(const struct review *review,
                                struct arena *arena)
{
    struct sentences found = {.arena = arena};

    find_time(review, &found);
    find_changes(review, &found);
    find_blanks(review, &found);
    find_causes(review, &found);
    return sentences_list(&found);
}
