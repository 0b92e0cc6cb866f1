/*
 * Questions in a row, as a form would have them: each tells what stands, an
 * empty line leaves it so, and nobody is held to the end.
 */
#include "line_parts.h"

enum way { WAY_BREAK_OFF, WAY_NEXT, WAY_BACK, WAY_TO_THE_END };

struct line_asking {
    const struct line_question *question;
    bool is_first;
    enum way way;
};

static enum line_step go(struct line *line, enum way way)
{
    line->asking->way = way;
    return STEP_DONE;
}

static enum line_step skip(struct line *line, struct str rest)
{
    (void)rest;
    return go(line, WAY_NEXT);
}

static enum line_step back(struct line *line, struct str rest)
{
    (void)rest;
    if (!line->asking->is_first)
        return go(line, WAY_BACK);
    talk_say(&line->talk, "This is the first question; 'cancel' breaks off.");
    return STEP_STAY;
}

static enum line_step done(struct line *line, struct str rest)
{
    (void)rest;
    return go(line, WAY_TO_THE_END);
}

static enum line_step cancel(struct line *line, struct str rest)
{
    (void)rest;
    return go(line, WAY_BREAK_OFF);
}

static void enter(struct line *line)
{
    line->asking->question->tell(line);
}

static enum line_step again(struct line *line, struct str rest)
{
    (void)rest;
    enter(line);
    return STEP_STAY;
}

static bool other(struct line *line, struct str text, enum line_step *step_out)
{
    *step_out = STEP_STAY;
    if (text.len == 0 || line->asking->question->take(line, text))
        *step_out = go(line, WAY_NEXT);
    return true;
}

static const char *prompt(struct line *line)
{
    return line->asking->question->prompt;
}

static const struct line_word words[] = {
    {"skip", "", "", "leave it as it is; an empty line does the same", "", skip,
     false},
    {"back", "", "", "the question before", "", back, false},
    {"done", "", "", "leave all further questions as they are", "", done,
     false},
    {"again", "", "", "tell the question again", "", again, false},
    {"cancel", "", "", "break off", "", cancel, false},
    {"quit", "", "", "the same as cancel", "", cancel, false},
    LINE_WORD_MORE,
};
static const struct line_place place = {
    .about = "Your line is the answer, unless it is one of these words alone:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt_now = prompt,
    .enter = enter,
    .other = other,
    .takes_answers = true,
};

bool line_read_yes(struct line *line, struct str answer, bool *out)
{
    bool says_yes = str_is(answer, "yes") || str_is(answer, "y");

    if (says_yes || str_is(answer, "no") || str_is(answer, "n")) {
        *out = says_yes;
        return true;
    }
    talk_say(&line->talk, "'yes' or 'no'? 'help' lists further words.");
    return false;
}

static bool applies(struct line *line, const struct line_question *question)
{
    return !question->applies || question->applies(line);
}

/* The question before `at` that applies; `at` itself when there is none. */
static size_t before(struct line *line, const struct line_question *questions,
                     size_t at)
{
    for (size_t i = at; i-- > 0;)
        if (applies(line, &questions[i]))
            return i;
    return at;
}

void line_tell_asking(struct line *line)
{
    talk_say(&line->talk, "An empty line leaves an answer as it is, 'done' all "
                          "that are left; 'cancel' breaks off.");
}

bool line_ask(struct line *line, const struct line_question *questions,
              size_t count)
{
    struct line_asking *outer = line->asking, asking = {.way = WAY_NEXT};
    size_t at = 0;

    line->asking = &asking;
    while (at < count && (asking.way == WAY_NEXT || asking.way == WAY_BACK)) {
        if (!applies(line, &questions[at])) {
            at++;
            continue;
        }
        asking = (struct line_asking){
            .question = &questions[at],
            .is_first = before(line, questions, at) == at,
            .way = WAY_BREAK_OFF,
        };
        line_converse(line, &place);
        if (asking.way == WAY_NEXT)
            at++;
        if (asking.way == WAY_BACK)
            at = before(line, questions, at);
    }
    line->asking = outer;
    return asking.way != WAY_BREAK_OFF;
}
