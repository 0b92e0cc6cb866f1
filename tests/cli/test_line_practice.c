/* What one line says of a practice, and how it is told back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "line_practice.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const struct practice_request usual = {.questions = 20};

struct wish {
    const char *words;
    struct practice_request request;
};

static const struct wish wishes[] = {
    {"", {.questions = 20}},
    {"10", {.questions = 10}},
    {"10 questions", {.questions = 10}},
    {"10 q", {.questions = 10}},
    {"30 minutes", {.minutes = 30}},
    {"30 min", {.minutes = 30}},
    {"10 questions 30 minutes", {.questions = 10, .minutes = 30}},
    {"30 minutes 10 questions", {.questions = 10, .minutes = 30}},
    {"30 minutes no minutes", {.questions = 20}},
    {"section 3 10 questions",
     {.scope = PRACTICE_SECTION, .name = "3", .questions = 10}},
    {"section heart of cpc",
     {.scope = PRACTICE_SECTION,
      .name = "heart",
      .exam = "cpc",
      .questions = 20}},
    {"exam cpc", {.exam = "cpc", .questions = 20}},
    {"exam 5", {.questions = 5}},
    {"exam hints", {.hints = true, .questions = 20}},
    {"exam no feedback", {.without_feedback = true, .questions = 20}},
    {"topic body/heart with hints and reserve",
     {.scope = PRACTICE_TOPIC,
      .name = "body/heart",
      .hints = true,
      .use_reserve = true,
      .questions = 20}},
    {"bank publisher/bank pace",
     {.scope = PRACTICE_BANK,
      .name = "publisher/bank",
      .at_exam_pace = true,
      .questions = 20}},
    {"missed without feedback",
     {.scope = PRACTICE_MISSED, .without_feedback = true, .questions = 20}},
    {"section 2 missed", {.scope = PRACTICE_MISSED, .questions = 20}},
    {"no feedback feedback", {.questions = 20}},
    {"marked seed 7", {.scope = PRACTICE_MARKED, .seed = "7", .questions = 20}},
};

static bool is_text(const char *text, const char *wanted)
{
    return text && wanted ? strcmp(text, wanted) == 0 : text == wanted;
}

static bool is_request(const struct practice_request *a,
                       const struct practice_request *b)
{
    return a->scope == b->scope && a->questions == b->questions &&
           a->minutes == b->minutes && a->hints == b->hints &&
           a->at_exam_pace == b->at_exam_pace &&
           a->without_feedback == b->without_feedback &&
           a->use_reserve == b->use_reserve && is_text(a->name, b->name) &&
           is_text(a->exam, b->exam) && is_text(a->seed, b->seed);
}

static void words_become_a_request(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(wishes); i++) {
        struct practice_request request = usual;
        struct arena arena = {0};

        if (!practice_read_words(str_from(wishes[i].words), &arena, &request,
                                 NULL) ||
            !is_request(&request, &wishes[i].request))
            fail_msg("'%s'", wishes[i].words);
        arena_finish(&arena);
    }
}

static void wish_not_understood_leaves_the_request(void **state)
{
    static const char *const words[] = {
        "sections 3",   "section",   "0 questions", "201 questions",
        "601 minutes",  "no",        "no section",  "of",
        "hints please", "topic a b", "-5",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        struct practice_request request = usual;
        struct arena arena = {0};
        struct error err = {0};

        if (practice_read_words(str_from(words[i]), &arena, &request, &err))
            fail_msg("'%s' was understood", words[i]);
        assert_int_equal(err.code, ERR_USAGE);
        assert_true(is_request(&request, &usual));
        arena_finish(&arena);
    }
}

static void request_is_told_in_full(void **state)
{
    static const struct {
        struct practice_request request;
        const char *text;
    } cases[] = {
        {{.questions = 1},
         "1 question, no time limit, the answer told after each, without "
         "hints"},
        {{.questions = 10, .at_exam_pace = true, .hints = true},
         "10 questions, the exam's time for them, the answer told after each, "
         "with hints"},
        {{.minutes = 30, .without_feedback = true, .use_reserve = true},
         "as many questions as there is time for, 30 minutes, answers told at "
         "the end, without hints, with what is kept back for a mock exam"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena = {0};

        assert_string_equal(practice_words(&cases[i].request, &arena),
                            cases[i].text);
        arena_finish(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_become_a_request),
        cmocka_unit_test(wish_not_understood_leaves_the_request),
        cmocka_unit_test(request_is_told_in_full),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
