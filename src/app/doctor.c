/*
 * The examination of a database: after the store's own checks every exam is
 * read, every attempt folded again from its events and every result scored
 * again.
 */
#include "proctor/app/doctor.h"

#include <inttypes.h>
#include <string.h>

#include "proctor/app/exams.h"
#include "proctor/app/review.h"

struct examination {
    struct app *app;
    finding_fn report;
    void *context;
    bool good;
};

const char *doctor_words(const struct error *err, struct arena *arena)
{
    static const char *const advices[] = {": run 'proctor doctor'",
                                          ": run `proctor doctor`"};
    char *words = arena_strdup(arena, err->message);

    for (size_t i = 0; i < sizeof advices / sizeof *advices; i++) {
        char *advice = strstr(words, advices[i]);

        if (advice)
            *advice = '\0';
    }
    return words;
}

static void tell(struct examination *exam, bool bad, const char *text)
{
    struct finding finding = {.bad = bad, .text = text};

    exam->good = exam->good && !bad;
    exam->report(exam->context, &finding);
}

static void tell_error(struct examination *exam, const struct error *err)
{
    struct arena scratch = {0};

    tell(exam, true, doctor_words(err, &scratch));
    arena_finish(&scratch);
}

static bool fold(void *context, const struct event *event)
{
    struct sitting *sitting = context;

    if (!sitting_accepts(sitting, event, NULL, NULL))
        return false;
    sitting_apply(sitting, event);
    return true;
}

/* fold(events) = responses, and the state agrees. */
static bool attempt_folds(struct app *app, const struct attempt_row *attempt,
                          struct arena *arena, struct error *err)
{
    struct sitting sitting;
    struct response *stored;
    bool ok = false;

    sitting_init(&sitting, attempt->count, EXAM_NAVIGATION_FREE);
    sitting.gives_feedback = attempt->gives_feedback;
    sitting.gives_hints = attempt->gives_hints;
    if (!attempt_events(app_store(app), attempt->attempt_id, fold, &sitting,
                        err) ||
        !attempt_responses(app_store(app), attempt->attempt_id, attempt->count,
                           arena, &stored, err))
        goto out;
    ok = sitting.state == attempt->state ||
         error_set(err, ERR_CORRUPT, "its state is not what its events say");
    for (int pos = 0; ok && pos < attempt->count; pos++)
        if (!response_eq(&stored[pos], &sitting.responses[pos]))
            ok = error_set(err, ERR_CORRUPT,
                           "question %d is not what its events say", pos + 1);
out:
    sitting_finish(&sitting);
    return ok;
}

static void examine_attempt(struct examination *exam,
                            const struct attempt_row *attempt)
{
    struct arena arena = {0};
    struct review review;
    struct error err = {0};

    if (!attempt_folds(exam->app, attempt, &arena, &err) ||
        (attempt->has_result &&
         !review_read(exam->app, attempt->attempt_id, &arena, &review, &err)))
        tell(exam, true,
             arena_printf(&arena, "attempt %" PRId64 ": %s",
                          attempt->attempt_id, doctor_words(&err, &arena)));
    arena_finish(&arena);
}

static void examine_store(struct examination *exam)
{
    struct error err = {0};

    if (store_examine(app_store(exam->app), exam->report, exam->context, &err))
        return;
    exam->good = false;
    if (err.code != ERR_NONE)
        tell_error(exam, &err);
}

static void examine_exams(struct examination *exam)
{
    struct arena arena = {0};
    struct exam_entries exams;
    struct error err = {0};

    if (!exams_list_all(exam->app, &arena, &exams, &err)) {
        tell_error(exam, &err);
    } else {
        for (size_t i = 0; i < exams.unreadable_count; i++)
            tell(exam, true, exams.unreadable[i].reason);
        tell(exam, false, arena_printf(&arena, "%zu exams read", exams.count));
    }
    arena_finish(&arena);
}

static void examine_attempts(struct examination *exam)
{
    struct arena arena = {0};
    struct attempt_rows attempts;
    struct error err = {0};

    if (!attempt_list(app_store(exam->app), &(struct attempt_filter){0}, &arena,
                      &attempts, &err)) {
        tell_error(exam, &err);
    } else {
        for (size_t i = 0; i < attempts.count; i++)
            examine_attempt(exam, &attempts.items[i]);
        tell(exam, false,
             arena_printf(&arena,
                          "%zu attempts looked at: answers against events, "
                          "results against answers",
                          attempts.count));
    }
    arena_finish(&arena);
}

bool doctor_examine(struct app *app, finding_fn report, void *context)
{
    struct examination exam = {app, report, context, true};

    examine_store(&exam);
    examine_exams(&exam);
    examine_attempts(&exam);
    return exam.good;
}
