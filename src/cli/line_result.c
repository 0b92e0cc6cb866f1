/*
 * A result in sentences: the verdict, the sections by the exam's order or by
 * marks lost, what time and changes tell, and the attempt before it.
 */
#include "line_review.h"

#include <inttypes.h>

#include "proctor/domain/area.h"

/* --- sections ------------------------------------------------------------- */

/* ", 12.5 of 18 marks" where marks are not just the number of right ones. */
static const char *section_marks(const struct section_result *result,
                                 struct arena *arena)
{
    if (result->score.earned == result->right * 100 &&
        result->score.possible == result->asked * 100)
        return "";
    return arena_printf(arena, ", %s",
                        marks_words(arena, result->score.earned,
                                    result->score.possible));
}

/* The few questions of a practice say too little for an interval. */
static bool has_likely(const struct review *review,
                       const struct section_result *result)
{
    return review->attempt.mode == MODE_EXAM || result->asked >= AREA_ASKED_MIN;
}

static void tell_section(struct talk *talk, const struct review *review,
                         size_t index)
{
    const struct section_result *result = &review->result.sections[index];
    struct interval interval = wilson_interval(result->right, result->asked);
    const char *likely = "";

    if (has_likely(review, result))
        likely = arena_printf(&talk->scratch, ", %d to %d %% likely",
                              interval.low, interval.high);
    talk_say(talk, STR_FORMAT ": %d of %d right%s%s.",
             STR_ARG(review->exam->sections[index].title), result->right,
             result->asked, section_marks(result, &talk->scratch), likely);
}

/* All that nothing was asked of in one sentence. */
static void tell_unasked(struct talk *talk, const struct review *review)
{
    struct strbuf text = {0};

    for (size_t i = 0; i < review->result.section_count; i++)
        if (review->result.sections[i].asked == 0)
            strbuf_printf(&text, "%s" STR_FORMAT, text.len > 0 ? "; " : "",
                          STR_ARG(review->exam->sections[i].title));
    if (text.len > 0)
        talk_say(talk, "Nothing asked of: %s.", strbuf_text(&text));
    strbuf_finish(&text);
}

static void tell_sections(struct line *line, bool by_loss)
{
    const struct review *review = line->review->read;
    const size_t *order =
        review_section_order(review, by_loss, &line->talk.scratch);
    bool told_likely = false;

    for (size_t i = 0; i < review->result.section_count; i++) {
        const struct section_result *section =
            &review->result.sections[order[i]];

        if (section->asked == 0)
            continue;
        tell_section(&line->talk, review, order[i]);
        told_likely |= has_likely(review, section);
    }
    tell_unasked(&line->talk, review);
    if (told_likely)
        talk_say(&line->talk, "Likely: where the true share lies, 95 times of "
                              "100.");
}

enum line_step review_word_sections(struct line *line, struct str rest)
{
    bool by_loss = str_is(rest, "lost");

    if (rest.len > 0 && !by_loss) {
        talk_say(&line->talk, "'sections', or 'sections lost' for those that "
                              "cost the most marks first.");
        return STEP_STAY;
    }
    tell_sections(line, by_loss);
    return STEP_STAY;
}

/* --- findings ------------------------------------------------------------- */

/* Gives how many there are. */
static size_t tell_findings(struct line *line)
{
    struct str_list findings =
        review_findings(line->review->read, &line->talk.scratch);

    for (size_t i = 0; i < findings.count; i++)
        talk_text(&line->talk, findings.items[i]);
    return findings.count;
}

/* --- the whole ------------------------------------------------------------ */

void review_tell_result(struct line *line)
{
    const struct review *review = line->review->read;
    const struct attempt_row *attempt = &review->attempt;
    struct arena *arena = &line->talk.scratch;
    struct str_list remarks = review_remarks(review, arena);
    char date[CLOCK_DATE_SIZE];

    clock_format(attempt->started_utc_ms, attempt->zone_minutes, date);
    talk_gap(&line->talk);
    talk_say(&line->talk, "Result of " STR_FORMAT ", begun %s.",
             STR_ARG(review->exam->title), date);
    talk_text(&line->talk, review_headline(review, arena));
    for (size_t i = 0; i < remarks.count; i++)
        talk_text(&line->talk, remarks.items[i]);
    tell_sections(line, false);
    tell_findings(line);
    talk_say(&line->talk,
             "'wrong', 'marked' or another choice picks questions, 'next' "
             "tells the next one. 'done' ends.");
}

enum line_step review_word_findings(struct line *line, struct str rest)
{
    (void)rest;
    if (tell_findings(line) == 0)
        talk_say(&line->talk, "There is nothing to tell beside the marks.");
    return STEP_STAY;
}

/* --- beside an earlier one ------------------------------------------------ */

static const char *share_words(struct arena *arena,
                               const struct section_result *result)
{
    if (!result)
        return "not in it";
    if (result->asked == 0)
        return "nothing asked";
    return arena_printf(
        arena, "%s, %d %%",
        marks_words(arena, result->score.earned, result->score.possible),
        percent_of(result->score.earned, result->score.possible));
}

static const char *attempt_share(struct arena *arena,
                                 const struct attempt_row *row)
{
    return arena_printf(arena, "%s, %d %%",
                        marks_words(arena, row->earned, row->possible),
                        percent_of(row->earned, row->possible));
}

static void tell_comparison(struct talk *talk, const struct comparison *read)
{
    struct arena *arena = &talk->scratch;
    char before[CLOCK_DATE_SIZE];

    clock_format(read->before.started_utc_ms, read->before.zone_minutes,
                 before);
    talk_say(talk, "Beside attempt %" PRId64 " of %s.", read->before.attempt_id,
             before);
    talk_say(talk, "All: then %s; now %s.", attempt_share(arena, &read->before),
             attempt_share(arena, &read->now));
    for (size_t i = 0; i < read->count; i++) {
        const struct compared_section *section = &read->sections[i];

        talk_say(talk, STR_FORMAT ": then %s; now %s.", STR_ARG(section->title),
                 share_words(arena, section->before),
                 share_words(arena, section->now));
    }
    if (read->common > 0)
        talk_say(talk, "%d question%s asked in both.", read->common,
                 read->common == 1 ? " was" : "s were");
}

enum line_step review_word_compare(struct line *line, struct str rest)
{
    struct comparison read;
    struct error err;
    int64_t earlier = 0;

    if (rest.len > 0 && !str_to_i64(rest, 1, INT64_MAX, &earlier))
        talk_say(&line->talk, "Beside which attempt? Its number in 'history', "
                              "or nothing for the one before.");
    else if (review_compare(line->app, line->review->read, earlier,
                            &line->talk.scratch, &read, &err))
        tell_comparison(&line->talk, &read);
    else
        line_tell_error(line, &err);
    return STEP_STAY;
}
