/*
 * After the end: the result in sentences, then the questions one by one with
 * what was answered, what was right and why. Whatever answer was told counts
 * as seen and is stored so. How a question is told: line_review_item.c.
 */
#include "line_review.h"

#include <inttypes.h>
#include <stdio.h>

/* --- the result ----------------------------------------------------------- */

static void tell_section(struct talk *talk, const struct exam_section *section,
                         const struct section_result *result)
{
    struct interval interval = wilson_interval(result->right, result->asked);
    char earned[MARKS_SIZE], possible[MARKS_SIZE];

    if (result->asked == 0) {
        talk_say(talk, STR_FORMAT ": nothing asked.", STR_ARG(section->title));
        return;
    }
    marks_format(result->score.earned, earned);
    marks_format(result->score.possible, possible);
    talk_say(talk,
             STR_FORMAT ": %d of %d right, %s of %s marks; likely between %d "
                        "and %d %%.",
             STR_ARG(section->title), result->right, result->asked, earned,
             possible, interval.low, interval.high);
}

static void tell_sections(struct line *line)
{
    const struct review *review = line->review->read;

    for (size_t i = 0; i < review->result.section_count; i++)
        tell_section(&line->talk, &review->exam->sections[i],
                     &review->result.sections[i]);
    talk_say(&line->talk,
             "Likely between: where the true share lies, 95 times of 100. Few "
             "questions leave it wide.");
}

static void tell_result(struct line *line)
{
    const struct review *review = line->review->read;
    const struct attempt_row *attempt = &review->attempt;
    struct arena *arena = &line->talk.scratch;
    struct str_list remarks;
    char date[CLOCK_DATE_SIZE];

    clock_format(attempt->started_utc_ms, attempt->zone_minutes, date);
    talk_gap(&line->talk);
    talk_say(&line->talk, "Result of " STR_FORMAT ", begun %s.",
             STR_ARG(review->exam->title), date);
    talk_text(&line->talk, review_headline(review, arena));
    remarks = review_remarks(review, arena);
    for (size_t i = 0; i < remarks.count; i++)
        talk_text(&line->talk, remarks.items[i]);
    tell_sections(line);
    talk_say(&line->talk,
             "'all', 'wrong', 'marked' and 'blank' choose questions to look "
             "at, 'next' tells the next one. 'done' ends.");
}

/* --- the questions -------------------------------------------------------- */

/* What was on screen with its answer is an exposure. A failure does not keep
 * anyone from reading on, but it is told. */
static void open_question(struct line *line, int pos)
{
    struct line_review *self = line->review;
    struct error err;

    self->pos = pos;
    review_tell_item(&line->talk, self->read, pos);
    if (!review_reveal(line->app, self->read, &pos, 1, &err))
        talk_say(&line->talk, "NOT SAVED that you saw this answer: %s.",
                 err.message);
}

/* The next position of the filter behind `pos` in steps of `step`, or -1. */
static int find(const struct line_review *self, int pos, int step)
{
    int count = (int)self->read->count;

    for (pos += step; pos >= 0 && pos < count; pos += step)
        if (review_matches(&self->read->items[pos], self->filter))
            return pos;
    return -1;
}

static enum line_step choose(struct line *line, enum review_filter filter)
{
    struct line_review *self = line->review;
    struct number_run run = {0};
    int count = 0;

    for (size_t i = 0; i < self->read->count; i++) {
        if (!review_matches(&self->read->items[i], filter))
            continue;
        number_run_add(&run, (int)i);
        count++;
    }
    if (count == 0) {
        talk_say(&line->talk, "No question is %s.",
                 review_filter_label(filter));
    } else {
        self->filter = filter;
        self->pos = -1;
        talk_say(&line->talk,
                 "Chosen: %s, %d question%s: %s. 'next' tells the first.",
                 review_filter_label(filter), count, count == 1 ? "" : "s",
                 number_run_text(&run));
    }
    number_run_finish(&run);
    return STEP_STAY;
}

static enum line_step move(struct line *line, int step, const char *none)
{
    int pos = find(line->review, line->review->pos, step);

    if (pos < 0)
        talk_say(&line->talk, "%s ('%s').", none,
                 review_filter_label(line->review->filter));
    else
        open_question(line, pos);
    return STEP_STAY;
}

/* The item looked at, or NULL after saying that there is none. */
static const struct review_item *item_here(struct line *line)
{
    int pos = line->review->pos;

    if (pos >= 0)
        return &line->review->read->items[pos];
    talk_say(&line->talk, "No question is open; 'next' or 'open 1' opens one.");
    return NULL;
}

/* --- words ---------------------------------------------------------------- */

static enum line_step all(struct line *line, struct str rest)
{
    (void)rest;
    return choose(line, REVIEW_ALL);
}

static enum line_step wrong(struct line *line, struct str rest)
{
    (void)rest;
    return choose(line, REVIEW_WRONG);
}

static enum line_step marked(struct line *line, struct str rest)
{
    (void)rest;
    return choose(line, REVIEW_MARKED);
}

static enum line_step blank(struct line *line, struct str rest)
{
    (void)rest;
    return choose(line, REVIEW_BLANK);
}

static enum line_step next(struct line *line, struct str rest)
{
    (void)rest;
    return move(line, 1, "That was the last question");
}

static enum line_step back(struct line *line, struct str rest)
{
    (void)rest;
    return move(line, -1, "That was the first question");
}

static enum line_step open_number(struct line *line, struct str rest)
{
    int64_t number;

    if (str_to_i64(rest, 1, (int64_t)line->review->read->count, &number))
        open_question(line, (int)number - 1);
    else
        talk_say(&line->talk, "Which question, from 1 to %zu?",
                 line->review->read->count);
    return STEP_STAY;
}

static enum line_step again(struct line *line, struct str rest)
{
    (void)rest;
    if (item_here(line))
        open_question(line, line->review->pos);
    return STEP_STAY;
}

static enum line_step case_words(struct line *line, struct str rest)
{
    const struct review_item *item = item_here(line);

    if (item)
        tell_case_words(&line->talk, item->item, rest);
    return STEP_STAY;
}

static enum line_step find_words(struct line *line, struct str rest)
{
    const struct review_item *item = item_here(line);

    if (item)
        tell_find_words(&line->talk, item->item, item->slot.option_order, rest);
    return STEP_STAY;
}

static enum line_step result(struct line *line, struct str rest)
{
    (void)rest;
    tell_result(line);
    return STEP_STAY;
}

static enum line_step done(struct line *line, struct str rest)
{
    (void)line;
    (void)rest;
    return STEP_DONE;
}

static bool other(struct line *line, struct str text, enum line_step *step_out)
{
    int64_t number;

    if (!str_to_i64(text, 0, INT64_MAX, &number))
        return false;
    *step_out = open_number(line, text);
    return true;
}

static const char *prompt(struct line *line)
{
    int pos = line->review->pos;

    if (pos < 0)
        return "result> ";
    return arena_printf(&line->talk.scratch, "result %d> ", pos + 1);
}

static const struct line_word words[] = {
    {"next", "n", "", "the next question of those chosen", "", next, false},
    {"back", "p", "", "the one before", "", back, false},
    {"all", "", "", "choose all questions", "", all, false},
    {"wrong", "", "", "choose those without full marks", "", wrong, false},
    {"marked", "", "", "choose those you marked", "", marked, false},
    {"blank", "", "", "choose those without an answer", "", blank, false},
    {"open", "o", "N", "question N", "A number alone does the same.",
     open_number, false},
    {"again", "", "", "tell the question again", "", again, false},
    {"case", "v", "[N]", "read the case, or its part N", "", case_words, false},
    {"find", "/", "WORD", "sentences with WORD in the case or the question", "",
     find_words, false},
    {"result", "", "", "tell the result again", "", result, false},
    {"done", "", "", "end looking at this result", "", done, false},
    {"quit", "", "", "the same as done", "", done, false},
};
static const struct line_place place = {
    .about = "Looking at a result. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = prompt,
    .other = other,
};

bool line_review(struct line *line, int64_t attempt_id, struct error *err)
{
    struct arena arena = {0};
    struct review review;
    struct line_review self = {
        .read = &review, .filter = REVIEW_ALL, .pos = -1};
    bool ok = review_read(line->app, attempt_id, &arena, &review, err);

    if (ok) {
        line->review = &self;
        tell_result(line);
        line_converse(line, &place);
        line->review = NULL;
    }
    arena_finish(&arena);
    return ok;
}
