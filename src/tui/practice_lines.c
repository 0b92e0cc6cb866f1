/* Between the lines of the practice screen and a request: no more. */
#include "practice_lines.h"

static const char *const no_yes[] = {"no", "yes", NULL};
static const char *const feedback[] = {"after each question", "only at the end",
                                       NULL};
static const char *const paces[] = {"no clock but the minutes above",
                                    "the exam's time for each question", NULL};
static const char *const reserves[] = {"kept for the mock exam",
                                       "may be asked too", NULL};

static const struct input blank_lines[PRACTICE_LINES] = {
    [PRACTICE_LINE_SCOPE] = {.kind = INPUT_LIST,
                             .label = "Practise",
                             .help = "Enter opens the list: by exam, section, "
                                     "topic or bank, or questions of earlier "
                                     "attempts again"},
    [PRACTICE_LINE_EXAM] = {.kind = INPUT_LIST,
                            .label = "Exam",
                            .empty = "not chosen"},
    [PRACTICE_LINE_NAME] = {.kind = INPUT_LIST, .empty = "not chosen"},
    [PRACTICE_LINE_QUESTIONS] = {.kind = INPUT_TEXT,
                                 .label = "Questions",
                                 .empty = "as many as the minutes need",
                                 .is_retyped = true,
                                 .help = "empty: as many as fit in the minutes "
                                         "below"},
    [PRACTICE_LINE_MINUTES] = {.kind = INPUT_TEXT,
                               .label = "Minutes",
                               .empty = "no end by the clock",
                               .is_retyped = true,
                               .help = "it ends then, wherever you are; empty "
                                       "for no such end"},
    [PRACTICE_LINE_PACE] = {.kind = INPUT_VALUE,
                            .label = "Time",
                            .values = paces,
                            .help = "to learn, take your time; for the pace, "
                                    "the exam's own"},
    [PRACTICE_LINE_FEEDBACK] = {.kind = INPUT_VALUE,
                                .label = "Right answers",
                                .values = feedback},
    [PRACTICE_LINE_HINTS] = {.kind = INPUT_VALUE,
                             .label = "Hints",
                             .values = no_yes,
                             .help = "a question answered after a hint says "
                                     "nothing of weak areas"},
    [PRACTICE_LINE_RESERVE] = {.kind = INPUT_VALUE,
                               .label = "Kept-back questions",
                               .values = reserves,
                               .help = "a mock exam tells most with questions "
                                       "you never met, so those of one are "
                                       "kept back"},
    [PRACTICE_LINE_START] = {.kind = INPUT_ACT, .label = "Go on to the start"},
};

static const char *const name_labels[PRACTICE_SCOPE_COUNT] = {
    [PRACTICE_SECTION] = "Section",
    [PRACTICE_TOPIC] = "Topic",
    [PRACTICE_BANK] = "Bank",
};

bool practice_scope_has_exam(enum practice_scope scope)
{
    return scope == PRACTICE_EXAM || scope == PRACTICE_SECTION;
}

bool practice_scope_has_name(enum practice_scope scope)
{
    return name_labels[scope] != NULL;
}

static void set_number(struct input *line, int number)
{
    struct strbuf text = {0};

    if (number > 0)
        strbuf_printf(&text, "%d", number);
    text_field_set(&line->typed, strbuf_str(&text));
    strbuf_finish(&text);
}

void practice_lines_init(struct input lines[PRACTICE_LINES],
                         const struct practice_request *request)
{
    for (int i = 0; i < PRACTICE_LINES; i++)
        lines[i] = blank_lines[i];
    set_number(&lines[PRACTICE_LINE_QUESTIONS], request->questions);
    set_number(&lines[PRACTICE_LINE_MINUTES], request->minutes);
    lines[PRACTICE_LINE_PACE].chosen = request->at_exam_pace;
    lines[PRACTICE_LINE_FEEDBACK].chosen = request->without_feedback;
    lines[PRACTICE_LINE_HINTS].chosen = request->hints;
    lines[PRACTICE_LINE_RESERVE].chosen = request->use_reserve;
}

void practice_lines_show(struct input lines[PRACTICE_LINES],
                         const struct practice_subject *subject)
{
    enum practice_scope scope = subject->scope;
    struct input *name = &lines[PRACTICE_LINE_NAME];

    lines[PRACTICE_LINE_SCOPE].shown = practice_scope_label(scope);
    lines[PRACTICE_LINE_EXAM].is_hidden = !practice_scope_has_exam(scope);
    lines[PRACTICE_LINE_EXAM].shown = subject->exam_title;
    name->is_hidden = !practice_scope_has_name(scope);
    name->label = name->is_hidden ? "" : name_labels[scope];
    name->shown = subject->name_title;
    lines[PRACTICE_LINE_RESERVE].is_hidden = practice_scope_is_redo(scope);
}

static bool check_subject(struct input lines[PRACTICE_LINES],
                          const struct practice_subject *subject, int *line_out)
{
    bool lacks_exam = practice_scope_has_exam(subject->scope) && !subject->exam;
    bool lacks_name = practice_scope_has_name(subject->scope) && !subject->name;

    lines[PRACTICE_LINE_EXAM].problem[0] = '\0';
    lines[PRACTICE_LINE_NAME].problem[0] = '\0';
    if (!lacks_exam && !lacks_name)
        return true;
    *line_out = lacks_exam ? PRACTICE_LINE_EXAM : PRACTICE_LINE_NAME;
    input_problem(&lines[*line_out], "Enter opens the list to choose from");
    return false;
}

bool practice_lines_take(struct input lines[PRACTICE_LINES],
                         const struct practice_subject *subject,
                         struct practice_request *out, int *line_out)
{
    struct practice_request request = {
        .scope = subject->scope,
        .exam = subject->exam,
        .name = subject->name,
        .at_exam_pace = lines[PRACTICE_LINE_PACE].chosen == 1,
        .without_feedback = lines[PRACTICE_LINE_FEEDBACK].chosen == 1,
        .hints = lines[PRACTICE_LINE_HINTS].chosen == 1,
        .use_reserve = lines[PRACTICE_LINE_RESERVE].chosen == 1,
    };

    if (!check_subject(lines, subject, line_out))
        return false;
    *line_out = PRACTICE_LINE_QUESTIONS;
    if (!input_number(&lines[PRACTICE_LINE_QUESTIONS], 1, PRACTICE_ITEMS_MAX, 0,
                      &request.questions))
        return false;
    *line_out = PRACTICE_LINE_MINUTES;
    if (!input_number(&lines[PRACTICE_LINE_MINUTES], 1, PRACTICE_MINUTES_MAX, 0,
                      &request.minutes))
        return false;
    *out = request;
    return true;
}
