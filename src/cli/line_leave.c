/*
 * Ways out of a sitting: leaving in its three ways, giving up, submitting, and
 * the question of a machine that slept. Everything that ends an exam wants a
 * word typed in full, asked for by a prompt of its own.
 */
#include <stdio.h>

#include "line_sit_words.h"

/* --- leaving -------------------------------------------------------------- */

static enum line_step stay(struct line *line, struct str rest)
{
    (void)rest;
    talk_say(&line->talk, "Question %d goes on.", sit_position(line) + 1);
    return STEP_DONE;
}

/* Ctrl-C at one of these prompts. */
static enum line_step stay_after_all(struct line *line)
{
    return stay(line, STR(""));
}

/* What goes on with it: a word where home follows, else a command. */
static const char *way_back(const struct line *line)
{
    if (line->home && line->talk.end == TALK_GOES_ON)
        return "resume";
    return sit_is_exam(line) ? "proctor sit" : "proctor practice";
}

void sit_tell_left(struct line *line, const char *cause, bool clock_runs)
{
    const char *before = cause ? cause : "";
    const char *stop = cause ? ". " : "";

    if (session_is_tutorial(line->session))
        talk_say(&line->talk,
                 "%s%sThe tutorial is over; nothing of it is kept.", before,
                 stop);
    else
        talk_say(&line->talk,
                 "%s%sYour answers are saved%s; '%s' goes on with the %s.",
                 before, stop,
                 session_limit_ms(line->session) == 0 ? ""
                 : clock_runs ? ", and the clock runs on"
                              : ", and the clock stands still",
                 way_back(line), sit_noun(line));
}

static enum line_step leave_with(struct line *line, bool clock_runs)
{
    struct error err;

    if (!session_leave(line->session, clock_runs, &err)) {
        if (err.code == ERR_INVALID) { /* the time was over meanwhile */
            line_tell_error(line, &err);
            return STEP_STAY;
        }
        talk_say(&line->talk, "NOT SAVED: %s; you have not left.", err.message);
        line->unsaved_told = true;
        return STEP_STAY;
    }
    line->is_left = true;
    sit_tell_left(line, NULL, clock_runs);
    return STEP_DONE;
}

static enum line_step leave_running(struct line *line, struct str rest)
{
    (void)rest;
    return leave_with(line, true);
}

static enum line_step leave_stopped(struct line *line, struct str rest)
{
    (void)rest;
    return leave_with(line, false);
}

static enum line_step abandon(struct line *line, struct str rest)
{
    struct error err;

    (void)rest;
    if (!session_abandon(line->session, &err)) {
        talk_say(&line->talk, "Not abandoned: %s. The exam goes on.",
                 err.message);
        return STEP_STAY;
    }
    talk_say(&line->talk, "The exam is abandoned. Its answers are kept; it has "
                          "no verdict.");
    return STEP_DONE;
}

static const struct line_word leave_words[] = {
    {"back", "", "", "go on with the exam", "", stay, false},
    {"runs", "", "", "leave; the clock runs on",
     "On return you say whether the time away counts.", leave_running, false},
    {"stops", "", "", "leave; the clock stops",
     "The result will say \"interrupted, not exam conditions\" and count as "
     "practice.",
     leave_stopped, false},
    {"abandon", "", "", "give the exam up, typed in full",
     "Answers are kept, but there is no verdict and no way back.", abandon,
     true},
};
static const struct line_place leave_place = {
    .about = "You may leave in these ways:",
    .words = leave_words,
    .word_count = sizeof leave_words / sizeof *leave_words,
    .prompt = "leave> ",
    .attend = sit_attend,
    .interrupt = stay_after_all,
};

enum line_step sit_leave(struct line *line)
{
    if (!sit_is_exam(line))
        return leave_with(line, false);
    talk_say(&line->talk,
             "Leave the exam? 'back' goes on with it. 'runs' leaves, and the "
             "clock runs on. 'stops' leaves and stops the clock, and the "
             "attempt then counts as practice. 'abandon' gives it up.");
    line_converse(line, &leave_place);
    return STEP_STAY; /* the sitting looks whether it is over */
}

enum line_step sit_word_leave(struct line *line, struct str rest)
{
    (void)rest;
    return sit_leave(line);
}

enum line_step sit_word_quit(struct line *line, struct str rest)
{
    (void)rest;
    if (!sit_is_exam(line))
        return sit_leave(line);
    talk_say(&line->talk,
             "An exam is running, so nothing ends by 'quit'. 'leave' tells the "
             "ways to leave it and come back; 'submit' ends and scores it.");
    return STEP_STAY;
}

/* --- submitting ----------------------------------------------------------- */

static bool struck_any(const struct line *line)
{
    for (int i = 0; i < session_sitting(line->session)->count; i++)
        if (str_from(session_response(line->session, i)->struck).len > 0)
            return true;
    return false;
}

/* In the place of a result: what was tried, and what can still be. */
static void tell_tutorial(struct line *line)
{
    struct session_counts counts = session_count(line->session);

    talk_say(&line->talk,
             "That was the tutorial: you answered %d of %d questions.%s%s "
             "Nothing of it is kept.",
             counts.complete, session_sitting(line->session)->count,
             counts.marked > 0 ? "" : " Not tried: 'mark', to look again.",
             struck_any(line) ? ""
                              : " Not tried: 'strike B', to rule an option "
                                "out.");
}

static enum line_step submit(struct line *line, struct str rest)
{
    struct error err;

    (void)rest;
    if (!session_submit(line->session, &err))
        talk_say(&line->talk, "NOT SUBMITTED: %s. The %s goes on.", err.message,
                 sit_noun(line));
    else if (session_is_tutorial(line->session))
        tell_tutorial(line);
    else
        talk_say(&line->talk, "Submitted.");
    return STEP_DONE;
}

/* Anything but the word goes back: nobody submits by mistake. */
static bool not_submitted(struct line *line, struct str text,
                          enum line_step *step_out)
{
    (void)text;
    *step_out = STEP_DONE;
    talk_say(&line->talk, "Not submitted. Question %d goes on.",
             sit_position(line) + 1);
    return true;
}

static const struct line_word submit_words[] = {
    {"submit", "", "", "end it and see the result, typed in full",
     "After that no answer can be changed.", submit, true},
    {"review", "r", "[open|marked]", "list the questions by section and state",
     "", sit_word_review, false},
    {"back", "", "", "go on", "", stay, false},
    /* Where the settings say that one key is enough: */
    {"yes", "y", "", "the same as submit", "", submit, false},
};
#define OF_ONE_KEY 1

static const struct line_place submit_place = {
    .about = "Nothing is submitted yet. Words:",
    .words = submit_words,
    .word_count = sizeof submit_words / sizeof *submit_words,
    .prompt = "submit> ",
    .attend = sit_attend,
    .other = not_submitted,
    .interrupt = stay_after_all,
};

static void tell_open(struct line *line, int open)
{
    if (open > 0 && sit_is_exam(line))
        talk_say(&line->talk,
                 "%d %s not answered in full and may count as wrong; guessing "
                 "is free. 'review open' lists them.",
                 open, open == 1 ? "question is" : "questions are");
    else if (open > 0)
        talk_say(&line->talk,
                 "%d %s not answered in full; what was never on screen does "
                 "not count. 'review open' lists them.",
                 open, open == 1 ? "question is" : "questions are");
}

enum line_step sit_word_submit(struct line *line, struct str rest)
{
    struct session_counts counts = session_count(line->session);
    int count = session_sitting(line->session)->count;
    struct line_place place = submit_place;

    (void)rest;
    if (settings_is(&line->settings, SETTING_CONFIRM, "word"))
        place.word_count -= OF_ONE_KEY;
    talk_say(&line->talk, "%d of %d answered, %d marked.", counts.complete,
             count, counts.marked);
    tell_open(line, count - counts.complete);
    talk_say(&line->talk,
             "Submitting ends the %s; no answer can be changed after it. "
             "Type 'submit' once more to end it, 'back' to go on.",
             sit_noun(line));
    line_converse(line, &place);
    return STEP_STAY;
}

/* --- a machine that slept ------------------------------------------------- */

static enum line_step settle(struct line *line, bool charge)
{
    session_settle_sleep(line->session, charge);
    sit_confirm(line, charge ? "The time asleep counts."
                             : "The time asleep does not count; the result "
                               "says \"interrupted, not exam conditions\" and "
                               "counts as practice.");
    return STEP_DONE;
}

static enum line_step charge(struct line *line, struct str rest)
{
    (void)rest;
    return settle(line, true);
}

static enum line_step do_not_charge(struct line *line, struct str rest)
{
    (void)rest;
    return settle(line, false);
}

/* Only time can end it: the news of the sleep are what is talked about. */
static enum line_step sleep_attend(struct line *line)
{
    session_tick(line->session);
    return session_sitting(line->session)->state == SITTING_RUNNING ? STEP_STAY
                                                                    : STEP_DONE;
}

static const struct line_word sleep_words[] = {
    {"charge", "", "", "the time asleep counts: exam conditions", "", charge,
     false},
    {"free", "", "", "the time asleep does not count: practice", "",
     do_not_charge, false},
};
static const struct line_place sleep_place = {
    .about = "The machine slept. Words:",
    .words = sleep_words,
    .word_count = sizeof sleep_words / sizeof *sleep_words,
    .prompt = "slept> ",
    .attend = sleep_attend,
};

void sit_ask_sleep(struct line *line)
{
    talk_say(&line->talk,
             "The machine slept for %s. 'charge' counts that time, as in an "
             "exam. 'free' does not, and the attempt then counts as practice.",
             tell_duration(&line->talk.scratch,
                           session_slept_ms(line->session)));
    line_converse(line, &sleep_place);
}
