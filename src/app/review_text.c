/*
 * A result in words: one place for the sentences that a screen, the line mode
 * and a report show, so that they never differ.
 */
#include "proctor/app/review.h"

#include "accommodation.h"
#include "sentences.h"

/* Percent, cut off: 69.9 % is not shown as 70. */
static int whole_percent(struct score score)
{
    return score.possible > 0
               ? (int)((int64_t)score.earned * 100 / score.possible)
               : 0;
}

static struct str percent_headline(const struct review *review,
                                   struct arena *arena)
{
    const struct result *result = &review->result;

    return str_from(arena_printf(arena, "%s of %s, %s needed (%d %%): %s.",
                                 marks_text(arena, result->score.earned),
                                 marks_text(arena, result->score.possible),
                                 marks_text(arena, result->needed), result->cut,
                                 verdict_label(result->verdict)));
}

/* "Right 71 of 97 (73 %). At an assumed cut of 65 %: pass; 70 %: ..." */
static struct str scaled_headline(const struct review *review,
                                  struct arena *arena)
{
    const struct exam_pass *pass = &review->exam->pass;
    const struct result *result = &review->result;
    struct strbuf text = {0};

    strbuf_printf(&text, "%s of %s (%d %%): %s at the assumed cut of %d %%.",
                  marks_text(arena, result->score.earned),
                  marks_text(arena, result->score.possible),
                  whole_percent(result->score), verdict_label(result->verdict),
                  pass->verdict_cut);
    for (int i = 0; i < pass->cut_count; i++)
        strbuf_printf(
            &text, "%s %d %%: %s", i == 0 ? " Assumed cuts:" : ";",
            pass->cuts[i],
            score_passes(result->score, pass->cuts[i]) ? "pass" : "not passed");
    strbuf_printf(&text,
                  "%s %s does not publish its cut; no scaled score is shown.",
                  pass->cut_count > 0 ? "." : "",
                  review->exam->issuer.len > 0 ? review->exam->issuer.data
                                               : "The issuer");
    return str_from(text_take(&text, arena));
}

static struct str plain_headline(const struct review *review,
                                 struct arena *arena)
{
    const struct result *result = &review->result;

    if (result->score.possible == 0)
        return STR("No question counts: there are no marks.");
    return str_from(arena_printf(
        arena, "%s of %s (%d %%).%s", marks_text(arena, result->score.earned),
        marks_text(arena, result->score.possible), whole_percent(result->score),
        review->attempt.state == SITTING_ABANDONED
            ? " Abandoned: there is no verdict."
            : ""));
}

static bool is_practice(const struct review *review)
{
    return review->attempt.mode != MODE_EXAM;
}

static int count_shown(const struct review *review)
{
    int count = 0;

    for (size_t i = 0; i < review->count; i++)
        count += review->items[i].scored.reached;
    return count;
}

/* Only what was shown is scored. */
static struct str practice_headline(const struct review *review,
                                    struct arena *arena)
{
    const struct result *result = &review->result;
    int drawn = (int)review->count, shown = count_shown(review);
    const char *rest = "";

    if (shown == 0)
        return str_from(
            arena_printf(arena, "No question was shown (%d drawn).", drawn));
    if (shown < drawn)
        rest = arena_printf(arena, " (%d drawn, %d not shown)", drawn,
                            drawn - shown);
    if (result->asked == 0)
        return str_from(arena_printf(arena, "No question counts%s.", rest));
    return str_from(arena_printf(arena, "%d of %d question%s right%s.",
                                 result->right, result->asked,
                                 plural(result->asked), rest));
}

struct str review_headline(const struct review *review, struct arena *arena)
{
    if (is_practice(review))
        return practice_headline(review, arena);
    if (review->result.verdict == VERDICT_NONE)
        return plain_headline(review, arena);
    switch (review->exam->pass.kind) {
    case PASS_PERCENT:
        return percent_headline(review, arena);
    case PASS_SCALED:
        return scaled_headline(review, arena);
    case PASS_NONE:
        break;
    }
    return plain_headline(review, arena);
}

static int count_pretest(const struct review *review)
{
    int count = 0;

    for (size_t i = 0; i < review->count; i++)
        count += !review->items[i].slot.scored;
    return count;
}

/* Of those that would count but for being void. */
static int count_void(const struct review *review)
{
    int count = 0;

    for (size_t i = 0; i < review->count; i++)
        count += review->items[i].slot.scored &&
                 review->items[i].item->status == ITEM_VOID;
    return count;
}

static int count_hinted(const struct review *review)
{
    int count = 0;

    for (size_t i = 0; i < review->count; i++)
        count += review->items[i].response.hints > 0;
    return count;
}

/* What made it less than a whole exam sat in one piece. */
static void remark_exam(const struct review *review, struct sentences *remarks)
{
    const struct attempt_row *attempt = &review->attempt;

    if (attempt->is_short)
        sentences_add(remarks,
                      "A short form: %zu of %d question%s. Its result says "
                      "less than a full one.",
                      review->count, attempt->planned,
                      plural(attempt->planned));
    if (attempt->interrupted)
        sentences_add(remarks, "Interrupted, not exam conditions: this attempt "
                               "counts as practice.");
    if (attempt->by_wall_clock)
        sentences_add(remarks, "An interruption was measured by the date, "
                               "since the machine was restarted.");
}

static void remark_time(const struct review *review, struct sentences *remarks)
{
    const struct attempt_row *attempt = &review->attempt;

    if (attempt->state == SITTING_TIMED_OUT)
        sentences_add(remarks, "Time ran out: what was chosen by then counts.");
    if (!is_practice(review))
        remark_exam(review, remarks);
    if (attempt_is_accommodated(attempt))
        sentences_add(remarks, "With an accommodation: %s. It counts fully.",
                      accommodation_words(attempt, remarks->arena));
}

static void remark_left_out(const struct review *review,
                            struct sentences *remarks)
{
    int pretest = count_pretest(review), voided = count_void(review);

    if (pretest > 0)
        sentences_add(remarks,
                      "%d %s left out of the score and shown as such below.",
                      pretest,
                      pretest == 1 ? "question was pretest: it is"
                                   : "questions were pretest: they are");
    if (voided > 0)
        sentences_add(remarks, "%d %s left out of the score.", voided,
                      voided == 1 ? "question is void: it is"
                                  : "questions are void: they are");
}

static void remark_hints(const struct review *review, struct sentences *remarks)
{
    int hinted = count_hinted(review);

    if (hinted > 0)
        sentences_add(remarks,
                      "With hints: %d question%s. %s nothing about weak areas.",
                      hinted, plural(hinted),
                      hinted == 1 ? "It says" : "They say");
}

struct str_list review_remarks(const struct review *review, struct arena *arena)
{
    struct sentences remarks = {.arena = arena};

    remark_time(review, &remarks);
    remark_left_out(review, &remarks);
    remark_hints(review, &remarks);
    return sentences_list(&remarks);
}
