/*
 * A result in words: one place for the sentences that a screen, the line mode
 * and a report show, so that they never differ.
 */
#include "proctor/app/review.h"

#include "proctor/base/str.h"
#include "proctor/domain/timing.h"

static const char *marks(struct arena *arena, int hundredths)
{
    char text[MARKS_SIZE];

    marks_format(hundredths, text);
    return arena_strdup(arena, text);
}

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
                                 marks(arena, result->score.earned),
                                 marks(arena, result->score.possible),
                                 marks(arena, result->needed), result->cut,
                                 verdict_label(result->verdict)));
}

/* "Right 71 of 97 (73 %). At an assumed cut of 65 %: pass; 70 %: ..." */
static struct str scaled_headline(const struct review *review,
                                  struct arena *arena)
{
    const struct exam_pass *pass = &review->exam->pass;
    const struct result *result = &review->result;
    struct strbuf text = {0};
    char *out;

    strbuf_printf(&text, "%s of %s (%d %%): %s at the assumed cut of %d %%.",
                  marks(arena, result->score.earned),
                  marks(arena, result->score.possible),
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
    out = arena_strdup(arena, strbuf_text(&text));
    strbuf_finish(&text);
    return str_from(out);
}

static struct str plain_headline(const struct review *review,
                                 struct arena *arena)
{
    const struct result *result = &review->result;

    return str_from(arena_printf(
        arena, "%s of %s (%d %%).%s", marks(arena, result->score.earned),
        marks(arena, result->score.possible), whole_percent(result->score),
        review->attempt.state == SITTING_ABANDONED
            ? " Abandoned: there is no verdict."
            : ""));
}

struct str review_headline(const struct review *review, struct arena *arena)
{
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

struct remarks {
    struct str items[12];
    size_t count;
};

static void add_remark(struct remarks *remarks, const char *text)
{
    remarks->items[remarks->count++] = str_from(text);
}

static size_t count_pretest(const struct review *review)
{
    size_t count = 0;

    for (size_t i = 0; i < review->count; i++)
        count += !review->items[i].slot.scored;
    return count;
}

/* Of those that would count but for being void. */
static size_t count_void(const struct review *review)
{
    size_t count = 0;

    for (size_t i = 0; i < review->count; i++)
        count += review->items[i].slot.scored &&
                 review->items[i].item->status == ITEM_VOID;
    return count;
}

static void remark_conditions(const struct review *review, struct arena *arena,
                              struct remarks *remarks)
{
    const struct attempt_row *attempt = &review->attempt;

    if (attempt->state == SITTING_TIMED_OUT)
        add_remark(remarks, "Time ran out: what was chosen by then counts.");
    if (attempt->is_short)
        add_remark(remarks,
                   arena_printf(arena,
                                "A short form: %zu of %d question%s. Its "
                                "result says less than a full one.",
                                review->count, attempt->planned,
                                attempt->planned == 1 ? "" : "s"));
    if (attempt->interrupted)
        add_remark(remarks, "Interrupted, not exam conditions: this attempt "
                            "counts as practice.");
    if (attempt->by_wall_clock)
        add_remark(remarks, "An interruption was measured by the date, since "
                            "the machine was restarted.");
    if (attempt->limit_ms > 0 &&
        (attempt->time_percent != 100 || attempt->added_minutes != 0))
        add_remark(remarks,
                   arena_printf(arena,
                                "With an accommodation: %d %% of the time and "
                                "%d minute%s added. It counts fully.",
                                attempt->time_percent, attempt->added_minutes,
                                attempt->added_minutes == 1 ? "" : "s"));
}

static void remark_answers(const struct review *review, struct arena *arena,
                           struct remarks *remarks)
{
    const struct result *result = &review->result;
    size_t pretest = count_pretest(review), voided = count_void(review);

    if (pretest > 0)
        add_remark(remarks,
                   arena_printf(arena,
                                "%zu %s left out of the score and shown as "
                                "such below.",
                                pretest,
                                pretest == 1 ? "question was pretest: it is"
                                             : "questions were pretest: they "
                                               "are"));
    if (voided > 0)
        add_remark(remarks,
                   arena_printf(arena, "%zu %s left out of the score.", voided,
                                voided == 1 ? "question is void: it is"
                                            : "questions are void: they are"));
    if (result->blank > 0)
        add_remark(remarks,
                   arena_printf(arena,
                                "%d left without an answer count%s as wrong: "
                                "guessing is free.",
                                result->blank, result->blank == 1 ? "s" : ""));
}

struct str_list review_remarks(const struct review *review, struct arena *arena)
{
    struct remarks remarks = {0};
    struct str *items;

    remark_conditions(review, arena, &remarks);
    remark_answers(review, arena, &remarks);
    items = ARENA_ARRAY(arena, struct str, remarks.count);
    for (size_t i = 0; i < remarks.count; i++)
        items[i] = remarks.items[i];
    return (struct str_list){items, remarks.count};
}
