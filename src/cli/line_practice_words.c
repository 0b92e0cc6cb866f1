/*
 * The words of a practice, read and told: what one line may say of scope,
 * name, length, feedback, hints, pace, reserve. Pure but for the arena.
 */
#include "line_practice.h"

#include <string.h>

#include "proctor/domain/practice.h"

bool practice_is_named(enum practice_scope scope)
{
    return scope == PRACTICE_SECTION || scope == PRACTICE_TOPIC ||
           scope == PRACTICE_BANK;
}

/* --- switches ------------------------------------------------------------- */

struct practice_switch {
    const char *word;
    bool *(*of)(struct practice_request *request);
    bool is_inverted; /* the request says what is left out */
};

static bool *feedback_of(struct practice_request *request)
{
    return &request->without_feedback;
}

static bool *hints_of(struct practice_request *request)
{
    return &request->hints;
}

static bool *pace_of(struct practice_request *request)
{
    return &request->at_exam_pace;
}

static bool *reserve_of(struct practice_request *request)
{
    return &request->use_reserve;
}

static const struct practice_switch switches[] = {
    {"feedback", feedback_of, true},
    {"hints", hints_of, false},
    {"pace", pace_of, false},
    {"reserve", reserve_of, false},
};

static bool set_switch(struct practice_request *request, struct str word,
                       bool on)
{
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++) {
        if (!str_is(word, switches[i].word))
            continue;
        *switches[i].of(request) = on != switches[i].is_inverted;
        return true;
    }
    return false;
}

/* --- reading -------------------------------------------------------------- */

struct reader {
    struct str rest;
    struct arena *arena;
    struct practice_request *request;
    bool has_questions; /* their number was said */
};

static const char *const small_words[] = {"no",  "without", "with",
                                          "and", "of",      "seed"};

static struct str next_word(struct reader *reader)
{
    return line_first_word(reader->rest, &reader->rest);
}

static bool set_name(struct reader *reader, const char **name, const char *what,
                     struct error *err)
{
    struct str word = next_word(reader);

    if (word.len == 0)
        return error_set(err, ERR_USAGE, "which %s? its number or name follows",
                         what);
    *name = arena_str(reader->arena, word).data;
    return true;
}

/* A word that has a meaning of its own, so that it names no exam. */
static bool is_known(struct str word)
{
    struct practice_request scratch = {0};

    for (size_t i = 0; i < sizeof small_words / sizeof *small_words; i++)
        if (str_is(word, small_words[i]))
            return true;
    return word.len == 0 || (word.data[0] >= '0' && word.data[0] <= '9') ||
           set_switch(&scratch, word, true);
}

static bool set_scope(struct reader *reader, enum practice_scope scope,
                      struct error *err)
{
    struct practice_request *request = reader->request;
    struct str rest, word = line_first_word(reader->rest, &rest);

    request->scope = scope;
    request->name = NULL;
    if (scope == PRACTICE_EXAM && !is_known(word))
        return set_name(reader, &request->exam, "exam", err);
    if (!practice_is_named(scope))
        return true;
    return set_name(reader, &request->name, practice_scope_id(scope), err);
}

/* Whether the word begins the unit: "q", "questions", "min". */
static bool is_unit(struct str word, const char *unit)
{
    return word.len > 0 && word.len <= strlen(unit) &&
           memcmp(word.data, unit, word.len) == 0;
}

/* A number alone is a number of questions. Minutes alone ask as many questions
 * as they give time for. */
static void set_length(struct reader *reader, int number)
{
    struct str rest, unit = line_first_word(reader->rest, &rest);

    if (is_unit(unit, "minutes")) {
        reader->request->minutes = number;
        if (!reader->has_questions)
            reader->request->questions = 0;
        reader->rest = rest;
        return;
    }
    reader->has_questions = true;
    reader->request->questions = number;
    if (is_unit(unit, "questions"))
        reader->rest = rest;
}

/* "no feedback", "without hints", "no minutes" */
static bool take_away(struct reader *reader, struct error *err)
{
    struct str word = next_word(reader);
    struct practice_request *request = reader->request;

    if (is_unit(word, "minutes")) {
        request->minutes = 0;
        if (request->questions == 0)
            request->questions = PRACTICE_QUESTIONS;
        return true;
    }
    return set_switch(request, word, false) ||
           error_set(err, ERR_USAGE,
                     "'no' stands before feedback, hints, pace, reserve or "
                     "minutes");
}

static bool take_word(struct reader *reader, struct str word, struct error *err)
{
    enum practice_scope scope;
    int64_t number;

    if (str_to_i64(word, 1, PRACTICE_MINUTES_MAX, &number)) {
        set_length(reader, (int)number);
        return true;
    }
    if (str_is(word, "no") || str_is(word, "without"))
        return take_away(reader, err);
    if (str_is(word, "of"))
        return set_name(reader, &reader->request->exam, "exam", err);
    if (str_is(word, "seed"))
        return set_name(reader, &reader->request->seed, "seed", err);
    if (str_is(word, "and") || str_is(word, "with") ||
        set_switch(reader->request, word, true))
        return true;
    if (practice_scope_from_id(word, &scope))
        return set_scope(reader, scope, err);
    return error_set(err, ERR_USAGE,
                     "'" STR_FORMAT "' is not understood; as in: practice "
                     "section 3 10 questions hints",
                     STR_ARG(word));
}

bool practice_read_words(struct str words, struct arena *arena,
                         struct practice_request *request, struct error *err)
{
    struct practice_request changed = *request;
    struct reader reader = {.rest = words, .arena = arena, .request = &changed};
    struct str word;

    while ((word = next_word(&reader)).len > 0)
        if (!take_word(&reader, word, err))
            return false;
    if (changed.questions > PRACTICE_ITEMS_MAX)
        return error_set(err, ERR_USAGE, "a practice has %d questions at most",
                         PRACTICE_ITEMS_MAX);
    *request = changed;
    return true;
}

/* --- telling -------------------------------------------------------------- */

const char *practice_words(const struct practice_request *request,
                           struct arena *arena)
{
    const char *length =
        request->questions > 0
            ? count_words(arena, request->questions, "question")
            : "as many questions as there is time for";
    const char *time = request->minutes > 0
                           ? arena_printf(arena, "%d minutes", request->minutes)
                       : request->at_exam_pace ? "the exam's time for them"
                                               : "no time limit";

    return arena_printf(
        arena, "%s, %s, %s, %s hints%s", length, time,
        request->without_feedback ? "answers told at the end"
                                  : "the answer told after each",
        request->hints ? "with" : "without",
        request->use_reserve ? ", with what is kept back for a mock exam" : "");
}
