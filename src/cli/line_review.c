/*
 * After the end: the questions of a result one by one with what was answered,
 * what was right and why, and the candidate's own words on them. Whatever
 * answer was told counts as seen and is stored so. The result itself is
 * line_result.c, how a question is told line_review_item.c, notes, causes and
 * disputes are line_remark.c.
 */
#include "line_review.h"

#include <stdio.h>
#include <string.h>

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

static bool is_chosen(const struct line_review *self, int pos)
{
    const struct review_item *item = &self->read->items[pos];

    return review_matches(item, self->filter) &&
           (self->section < 0 || item->slot.section == self->section);
}

/* The next position of those chosen behind `pos` in steps of `step`, or -1. */
static int find(const struct line_review *self, int pos, int step)
{
    int count = (int)self->read->count;

    for (pos += step; pos >= 0 && pos < count; pos += step)
        if (is_chosen(self, pos))
            return pos;
    return -1;
}

static const char *chosen_words(struct line *line)
{
    const struct line_review *self = line->review;
    const char *label = review_filter_label(self->filter);

    if (self->section < 0)
        return label;
    return arena_printf(
        &line->talk.scratch, "%s, " STR_FORMAT, label,
        STR_ARG(self->read->exam->sections[self->section].title));
}

/* What was chosen before stays when there is no such question. */
static enum line_step choose(struct line *line, enum review_filter filter,
                             int section)
{
    struct line_review *self = line->review, before = *self;
    struct number_run run = {0};
    int count = 0;

    self->filter = filter;
    self->section = section;
    for (int pos = 0; pos < (int)self->read->count; pos++) {
        if (!is_chosen(self, pos))
            continue;
        number_run_add(&run, pos);
        count++;
    }
    if (count == 0) {
        talk_say(&line->talk, "There is no such question: %s.",
                 chosen_words(line));
        *self = before;
    } else {
        self->pos = -1;
        talk_say(&line->talk,
                 "Chosen: %s; %d question%s: %s. 'next' tells the first.",
                 chosen_words(line), count, count == 1 ? "" : "s",
                 number_run_text(&run));
    }
    number_run_finish(&run);
    return STEP_STAY;
}

static enum line_step move(struct line *line, int step, const char *none)
{
    int pos = find(line->review, line->review->pos, step);

    if (pos < 0)
        talk_say(&line->talk, "%s (%s).", none, chosen_words(line));
    else
        open_question(line, pos);
    return STEP_STAY;
}

int review_position(struct line *line)
{
    if (line->review->pos < 0)
        talk_say(&line->talk,
                 "No question is open; 'next' or 'open 1' opens one.");
    return line->review->pos;
}

static const struct review_item *item_here(struct line *line)
{
    int pos = review_position(line);

    return pos >= 0 ? &line->review->read->items[pos] : NULL;
}

/* --- words ---------------------------------------------------------------- */

static bool read_filter(struct str word, enum review_filter *out)
{
    for (int i = 0; i < REVIEW_FILTER_COUNT; i++) {
        if (!str_is(word, review_filter_label((enum review_filter)i)))
            continue;
        *out = (enum review_filter)i;
        return true;
    }
    return false;
}

static void tell_choices(struct line *line)
{
    const struct exam *exam = line->review->read->exam;
    struct strbuf text = {0};

    for (int i = 0; i < REVIEW_FILTER_COUNT; i++)
        strbuf_printf(&text, "%s%s", i > 0 ? ", " : "",
                      review_filter_label((enum review_filter)i));
    talk_say(&line->talk,
             "Which? One of: %s. Or a section by number: ", strbuf_text(&text));
    strbuf_finish(&text);
    for (size_t i = 0; i < exam->section_count; i++)
        talk_say(&line->talk, "%zu: " STR_FORMAT ".", i + 1,
                 STR_ARG(exam->sections[i].title));
    talk_say(&line->talk, "As in: show wrong; show wrong 2; show 2.");
}

/* "wrong", "wrong 2", "2". */
static enum line_step show(struct line *line, struct str rest)
{
    size_t count = line->review->read->exam->section_count;
    struct str number = rest, behind, word = line_first_word(rest, &behind);
    enum review_filter filter = REVIEW_ALL;
    int64_t section = 0;

    if (read_filter(word, &filter))
        number = behind;
    else if (rest.len == 0)
        number = STR("?");
    if (number.len > 0 && !str_to_i64(number, 1, (int64_t)count, &section)) {
        tell_choices(line);
        return STEP_STAY;
    }
    return choose(line, filter, (int)section - 1);
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

static enum line_step answer(struct line *line, struct str rest)
{
    int pos = review_position(line);

    (void)rest;
    if (pos >= 0)
        review_tell_answer(&line->talk, line->review->read, pos);
    return STEP_STAY;
}

static enum line_step result(struct line *line, struct str rest)
{
    (void)rest;
    review_tell_result(line);
    return STEP_STAY;
}

/* A choice alone. */
static bool other(struct line *line, struct str text, enum line_step *step_out)
{
    struct str rest, word = line_first_word(text, &rest);
    enum review_filter filter;

    if (!read_filter(word, &filter))
        return false;
    *step_out = show(line, text);
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
    {"show", "", "WHICH",
     "choose questions: all, wrong, marked, blank, slow, changed, guessed, "
     "disputed",
     "A choice alone does the same. A number behind it, or alone, is a "
     "section: "
     "'show wrong 2'.",
     show, false},
    {"open", "o", "N", "question N", "A number alone does the same.",
     open_number, false},
    {"again", "", "", "tell the question again", "", again, false},
    {"answer", "", "", "your first and last answer, and the time it took", "",
     answer, false},
    {"case", "v", "[N]", "read the case, or its part N", "", case_words, false},
    {"find", "/", "WORD", "sentences with WORD in the case or the question", "",
     find_words, false},
    {"note", "", "TEXT", "keep a private note on the question",
     "'note' alone tells it, 'note -' takes it out.", review_word_note, false},
    {"cause", "", "WORD", "say why you missed it",
     "'cause' alone lists the words, 'cause -' takes it out. 'findings' counts "
     "them.",
     review_word_cause, false},
    {"dispute", "", "B REASON", "say that the key is wrong, and why",
     "Of typed codes: 'dispute I10,E11.9 REASON'. 'dispute' alone tells it, "
     "'dispute -' takes it back.",
     review_word_dispute, false},
    {"result", "", "", "tell the result again", "", result, false},
    {"sections", "", "[lost]", "the sections again, or those that cost most",
     "", review_word_sections, false},
    {"findings", "", "", "time, pace, changed answers, chances not taken", "",
     review_word_findings, false},
    {"compare", "", "[ATTEMPT]", "beside the attempt before, or another one",
     "", review_word_compare, false},
    {"done", "", "", "end looking at this result", "", line_back, false},
    {"quit", "", "", "the same as done", "", line_back, false},
};
static const struct line_place place = {
    .about = "Looking at a result. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt_now = prompt,
    .enter = review_tell_result,
    .number = open_number,
    .other = other,
};

bool line_review(struct line *line, int64_t attempt_id, struct error *err)
{
    struct arena arena = {0};
    struct review review;
    struct line_review self = {.read = &review,
                               .arena = &arena,
                               .filter = REVIEW_ALL,
                               .section = -1,
                               .pos = -1};
    bool ok = review_read(line->app, attempt_id, &arena, &review, err);

    if (ok) {
        line->review = &self;
        line_converse(line, &place);
        line->review = NULL;
    }
    arena_finish(&arena);
    return ok;
}
