/*
 * Practice: what there is for a wish, and the start of it. The wish comes from
 * one line (line_practice_words.c) or from questions (line_practice_ask.c).
 */
#include "line_practice.h"

#include "proctor/domain/practice.h"

static bool read_offer(struct line *line, struct error *err)
{
    struct line_practice *self = line->practice;

    return practice_settle_name(line, err) &&
           practice_offer(line->app, &self->request, &self->arena, &self->offer,
                          err);
}

/* --- telling -------------------------------------------------------------- */

/* What is kept back or was met before is told by the notes. */
static void tell_supply(struct line *line, const struct line_practice *self)
{
    const struct practice_supply *supply = &self->offer.supply;
    struct arena *arena = &line->talk.scratch;

    if (practice_scope_is_redo(self->request.scope))
        talk_say(&line->talk, "There %s %s to ask again.",
                 supply->seen == 1 ? "is" : "are",
                 count_words(arena, supply->seen, "question"));
    else
        talk_say(
            &line->talk, "%s new to you.",
            supply->fresh == 0
                ? "No question is"
                : arena_printf(arena, "%s %s",
                               count_words(arena, supply->fresh, "question"),
                               supply->fresh == 1 ? "is" : "are"));
}

/* What was met before goes before what is kept back: there is no reserve. */
static const char *reserve_words(const struct practice_request *request)
{
    if (practice_scope_is_redo(request->scope))
        return "";
    return request->use_reserve ? ", 'no reserve'" : ", 'reserve'";
}

static void tell_offer(struct line *line)
{
    const struct line_practice *self = line->practice;
    const struct practice_offer *offer = &self->offer;

    talk_gap(&line->talk);
    talk_say(&line->talk, "Practice: %s.", offer->title);
    talk_say(&line->talk, "Asked for: %s.",
             practice_words(&self->request, &line->talk.scratch));
    tell_supply(line, self);
    for (size_t i = 0; i < offer->notes.count; i++)
        talk_text(&line->talk, offer->notes.items[i]);
    talk_say(&line->talk,
             "'start' begins. '10 questions', 'hints', 'no feedback'%s and the "
             "like change it, 'back' goes back.",
             reserve_words(&self->request));
}

/* --- words ---------------------------------------------------------------- */

static bool was_told(const struct line_practice *self, struct str note)
{
    for (size_t i = 0; i < self->offer.notes.count; i++)
        if (str_eq(self->offer.notes.items[i], note))
            return true;
    return false;
}

/* What only the drawing could tell: that there are fewer, or older ones. */
static void tell_drawn(struct line *line, const struct str_list *notes)
{
    for (size_t i = 0; i < notes->count; i++)
        if (!was_told(line->practice, notes->items[i]))
            talk_text(&line->talk, notes->items[i]);
}

static enum line_step start(struct line *line, struct str rest)
{
    struct line_practice *self = line->practice;
    struct session_plan plan;
    struct session *session;
    struct error err;

    (void)rest;
    if (!practice_plan(line->app, &self->request, &self->arena, &plan, &err)) {
        line_tell_error(line, &err);
        return STEP_STAY;
    }
    tell_drawn(line, &plan.notes);
    session = session_start(line->app, &plan, &err);
    if (!session) {
        talk_say(&line->talk, "Not started: %s.", err.message);
        return STEP_STAY;
    }
    talk_say(&line->talk, "The practice has begun. 'help' lists the words.%s",
             plan.gives_feedback
                 ? " 'check' tells whether an answer is right, and why."
                 : "");
    line_sit(line, session);
    return STEP_DONE;
}

/* A wish that cannot be leaves the one before. */
static enum line_step wish(struct line *line, const struct practice_request *to)
{
    struct line_practice *self = line->practice;
    struct practice_request before = self->request;
    struct error err;

    self->request = *to;
    if (read_offer(line, &err)) {
        tell_offer(line);
        return STEP_STAY;
    }
    self->request = before;
    line_tell_error(line, &err);
    return STEP_STAY;
}

static bool other(struct line *line, struct str text, enum line_step *step_out)
{
    struct practice_request request = line->practice->request;
    struct error err;

    *step_out = STEP_STAY;
    if (practice_read_words(text, &line->practice->arena, &request, &err))
        *step_out = wish(line, &request);
    else
        line_tell_error(line, &err);
    return true;
}

static enum line_step ask(struct line *line, struct str rest)
{
    struct practice_request before = line->practice->request, asked;

    (void)rest;
    if (!practice_ask(line)) {
        line->practice->request = before;
        return line->talk.end == TALK_GOES_ON ? STEP_STAY : STEP_DONE;
    }
    asked = line->practice->request;
    line->practice->request = before;
    return wish(line, &asked);
}

static const struct line_word words[] = {
    {"start", "", "", "begin; a practice that waits is ended", "", start,
     false},
    {"ask", "", "", "be asked for everything in a row", "", ask, false},
    {"back", "", "", "go back; nothing is started", "", line_back, false},
    LINE_WORD_QUIT,
};
static const struct line_place place = {
    .about =
        "Nothing is started yet. What is to be practised: 'exam', 'section N', "
        "'topic NAME', 'bank NAME', 'missed', 'marked', 'slow', 'changed', "
        "'guessed' or 'disputed'. How: '10 questions', '30 minutes', "
        "'feedback', 'hints', 'pace' for the exam's time, 'reserve' for what "
        "is kept back; 'no' before a word takes it away. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = "practice> ",
    .enter = tell_offer,
    .other = other,
};

/* --- beginning ------------------------------------------------------------ */

static const struct practice_request usual = {.questions = PRACTICE_QUESTIONS};

static void begin(struct line *line, struct line_practice *self,
                  const struct practice_request *request)
{
    *self = (struct line_practice){.request = *request};
    line->practice = self;
}

static void finish(struct line *line, struct line_practice *self)
{
    line->practice = NULL;
    arena_finish(&self->arena);
}

/* What is wished is told, and begun by a word. */
static bool offer_it(struct line *line, struct error *err)
{
    if (!read_offer(line, err))
        return false;
    line_converse(line, &place);
    return true;
}

/* Asked for a wish that cannot be, the candidate is asked again. */
static void ask_for_it(struct line *line, bool (*questions)(struct line *line))
{
    struct error err;

    while (questions(line)) {
        if (offer_it(line, &err))
            return;
        line_tell_error(line, &err);
        questions = practice_ask;
    }
}

static void ask_to_go_on(struct line *line)
{
    struct interruption waits;
    struct arena *arena = &line->practice->arena;

    if (!session_practice_interruption(line->app, arena, &waits, NULL))
        return;
    talk_say(&line->talk,
             "This waits: %s, %d of %d answered. Go on with it? 'yes' or "
             "'no'.",
             waits.exam_title, waits.answered, waits.count);
}

static bool take_go_on(struct line *line, struct str answer)
{
    return line_read_yes(line, answer, &line->practice->goes_on);
}

static bool practice_waits(struct line *line)
{
    return attempt_running_practice(app_store(line->app),
                                    app_candidate(line->app)->candidate_id) !=
           0;
}

/* Nothing is wished yet: what waits comes first. */
static bool ask_from_the_beginning(struct line *line, struct error *err)
{
    static const struct line_question question = {"resume> ", ask_to_go_on,
                                                  take_go_on, practice_waits};

    line->practice->goes_on = practice_waits(line);
    if (!line_ask(line, &question, 1))
        return true;
    if (line->practice->goes_on)
        return line_practice_resume(line, err);
    ask_for_it(line, practice_ask);
    return true;
}

/* Said before anything is asked: the answers would be for nothing. */
static bool may_practise(const struct line *line, struct error *err)
{
    return attempt_running(app_store(line->app),
                           app_candidate(line->app)->candidate_id) == 0 ||
           error_set(err, ERR_BUSY,
                     "an exam is running: resume it or end it first");
}

bool line_practice(struct line *line, const struct practice_request *request,
                   struct error *err)
{
    struct line_practice self;
    bool ok;

    if (!may_practise(line, err))
        return false;
    begin(line, &self, request ? request : &usual);
    ok = request ? offer_it(line, err) : ask_from_the_beginning(line, err);
    finish(line, &self);
    return ok;
}

bool line_practice_words(struct line *line, struct str rest, struct error *err)
{
    struct line_practice self;
    struct str behind, first = line_first_word(rest, &behind);
    enum practice_scope scope;
    bool ok = true;

    if (rest.len == 0)
        return line_practice(line, NULL, err);
    if (!may_practise(line, err))
        return false;
    begin(line, &self, &usual);
    if (behind.len == 0 && practice_scope_from_id(first, &scope) &&
        practice_is_named(scope)) {
        self.request.scope = scope;
        ask_for_it(line, practice_ask_name);
    } else {
        ok = practice_read_words(rest, &self.arena, &self.request, err) &&
             offer_it(line, err);
    }
    finish(line, &self);
    return ok;
}

bool line_practice_resume(struct line *line, struct error *err)
{
    struct arena arena = {0};
    struct interruption waits;
    struct session *session = NULL;

    if (session_practice_interruption(line->app, &arena, &waits, err))
        session = session_resume(line->app, waits.attempt_id, false, err);
    if (session) {
        talk_say(&line->talk, "It goes on: %s; %s used.", waits.exam_title,
                 tell_duration(&line->talk.scratch, waits.used_ms));
        line_sit(line, session);
    }
    arena_finish(&arena);
    return session != NULL;
}

bool line_tutorial(struct line *line, struct str rest, struct error *err)
{
    struct arena arena = {0};
    struct session_plan plan;
    struct session *session = NULL;

    (void)rest;
    if (practice_tutorial(line->app, &arena, &plan, err))
        session = session_start(line->app, &plan, err);
    if (session) {
        talk_say(&line->talk,
                 "The tutorial has begun; there is no clock. Type the letter "
                 "of an answer, or a word, and Enter: 'next' goes on, 'help' "
                 "lists the words, 'leave' ends it at any time.");
        line_sit(line, session);
    }
    arena_finish(&arena);
    return session != NULL;
}
