/*
 * Weak areas: the sections of an exam or the topics, the costliest first; what
 * each rests on, and practice on it.
 */
#include <inttypes.h>

#include "line_parts.h"
#include "proctor/app/areas.h"

struct line_weak {
    struct arena arena;
    const char *exam; /* NULL: the candidate's */
    bool by_topic;
    struct areas areas;
    struct evidence_rows evidence; /* of the area asked about last */
};

/* --- reading -------------------------------------------------------------- */

static bool read_areas(struct line *line, struct error *err)
{
    struct line_weak *self = line->weak;

    return self->by_topic ? areas_by_topic(line->app, self->exam, &self->arena,
                                           &self->areas, err)
                          : areas_by_section(line->app, self->exam,
                                             &self->arena, &self->areas, err);
}

/* "topics", "sections", or an exam. */
static void take_words(struct line_weak *self, struct str text)
{
    struct str word;

    while ((word = line_first_word(text, &text)).len > 0) {
        if (str_is(word, "topics") || str_is(word, "sections"))
            self->by_topic = str_is(word, "topics");
        else
            self->exam = arena_str(&self->arena, word).data;
    }
}

/* --- telling -------------------------------------------------------------- */

/* "4.3", "10" */
static const char *tenths(double number, struct arena *arena)
{
    char *text = arena_printf(arena, "%.1f", number);
    struct str digits = str_from(text);

    if (str_ends(digits, ".0"))
        text[digits.len - 2] = '\0';
    return text;
}

static const char *lost_words(const struct area *area, struct arena *arena)
{
    if (area->expected <= 0)
        return "";
    return arena_printf(arena, "; about %s of %s lost",
                        tenths(area->lost, arena),
                        tenths(area->expected, arena));
}

/* Of a list whose head says that they were new. */
static const char *right_words(const struct area *area, struct arena *arena)
{
    if (area_is_thin(area))
        return area_words(area, arena);
    return arena_printf(arena, "%d of %d right, %d to %d %% likely%s",
                        area->right, area->asked, area->interval.low,
                        area->interval.high, lost_words(area, arena));
}

/* The topic above, so that a title is understood without its place in a
 * drawn tree. */
static const char *above_words(const struct areas *areas,
                               const struct area *area, struct arena *arena)
{
    for (const struct area *at = area; at-- > areas->items;)
        if (at->depth < area->depth)
            return arena_printf(arena, ", below " STR_FORMAT,
                                STR_ARG(at->title));
    return "";
}

static void tell_area(struct line *line, size_t index)
{
    const struct areas *areas = &line->weak->areas;
    const struct area *area = &areas->items[index];
    struct arena *arena = &line->talk.scratch;

    talk_say(&line->talk, "%zu: " STR_FORMAT "%s: %s.", index + 1,
             STR_ARG(area->title), above_words(areas, area, arena),
             right_words(area, arena));
}

static void tell_areas(struct line *line)
{
    const struct areas *areas = &line->weak->areas;

    talk_gap(&line->talk);
    talk_say(&line->talk, "%s%s" STR_FORMAT ", the %s first.",
             areas->by_topic ? "Topics" : "Sections", areas->exam ? " of " : "",
             STR_ARG(areas->exam ? areas->exam->title : STR("")),
             areas->exam ? "costliest" : "weakest");
    if (areas->counted == 0)
        talk_say(&line->talk,
                 "Nothing counts there yet: questions count that were new to "
                 "you and answered without a hint.");
    else
        talk_say(&line->talk, "Right: of questions new to you.%s",
                 areas->exam ? " Lost: in questions of a mock exam." : "");
    list_tell(line, areas->count, tell_area);
    talk_text(&line->talk,
              str_from(areas_counted_words(areas, &line->talk.scratch)));
    talk_say(&line->talk, "'rests 1' tells what the first rests on, 'practise "
                          "1' practises it.");
}

/* --- words ---------------------------------------------------------------- */

static const struct area *find(struct line *line, struct str rest)
{
    const struct areas *areas = &line->weak->areas;
    size_t number = line_number(line, rest, areas->count, "area");

    return number > 0 ? &areas->items[number - 1] : NULL;
}

/* What was shown stays when the new wish cannot be. */
static enum line_step show(struct line *line, struct str rest, bool by_topic)
{
    struct line_weak *self = line->weak;
    const char *exam = self->exam;
    bool was_by_topic = self->by_topic;
    struct areas areas = self->areas;
    struct error err;

    self->by_topic = by_topic;
    take_words(self, rest);
    if (read_areas(line, &err)) {
        tell_areas(line);
        return STEP_STAY;
    }
    self->exam = exam;
    self->by_topic = was_by_topic;
    self->areas = areas;
    line_tell_error(line, &err);
    return STEP_STAY;
}

static enum line_step topics(struct line *line, struct str rest)
{
    return show(line, rest, true);
}

static enum line_step sections(struct line *line, struct str rest)
{
    return show(line, rest, false);
}

static enum line_step exam(struct line *line, struct str rest)
{
    return show(line, rest, line->weak->by_topic);
}

static enum line_step again(struct line *line, struct str rest)
{
    (void)rest;
    tell_areas(line);
    return STEP_STAY;
}

static void tell_evidence(struct line *line, size_t index)
{
    const struct evidence_row *row = &line->weak->evidence.items[index];
    struct arena *arena = &line->talk.scratch;

    talk_say(&line->talk, "%s, %s: %s; attempt %" PRId64 ", question %d.",
             day_words(arena, row->utc_ms),
             row->earned == row->possible ? "right" : "not right", row->name,
             row->attempt_id, row->pos + 1);
}

static enum line_step rests(struct line *line, struct str rest)
{
    struct line_weak *self = line->weak;
    const struct area *area = find(line, rest);
    struct error err;

    if (!area)
        return STEP_STAY;
    if (!area_evidence(line->app, &self->areas, area, &self->arena,
                       &self->evidence, &err)) {
        line_tell_error(line, &err);
        return STEP_STAY;
    }
    talk_say(&line->talk,
             STR_FORMAT " rests on %s to questions new to you, newest first.",
             STR_ARG(area->title),
             count_words(&line->talk.scratch, (int64_t)self->evidence.count,
                         "answer"));
    list_tell(line, self->evidence.count, tell_evidence);
    return STEP_STAY;
}

/* What was practised changes what there is. */
static enum line_step come_back(struct line *line)
{
    struct error err;

    if (line->talk.end != TALK_GOES_ON)
        return STEP_DONE;
    if (!read_areas(line, &err)) {
        line_tell_error(line, &err);
        return STEP_DONE;
    }
    line->list = (struct line_list){0}; /* it was of what is gone now */
    talk_gap(&line->talk);
    talk_say(&line->talk, "Weak areas; 'again' tells them.");
    return STEP_STAY;
}

/* "practise 2", "practise 2 10 questions" */
static enum line_step practise(struct line *line, struct str rest)
{
    const struct areas *areas = &line->weak->areas;
    struct str how, number = line_first_word(rest, &how);
    const struct area *area = find(line, number);
    struct str of = areas->exam ? areas->exam->id : STR("");
    struct error err;
    char *text;

    if (!area)
        return STEP_STAY;
    text =
        arena_printf(&line->talk.scratch,
                     "%s " STR_FORMAT "%s" STR_FORMAT " " STR_FORMAT,
                     areas->by_topic ? "topic" : "section", STR_ARG(area->id),
                     of.len > 0 ? " of " : "", STR_ARG(of), STR_ARG(how));
    text = arena_strdup(&line->weak->arena, text);
    if (!line_practice_words(line, str_from(text), &err)) {
        line_tell_error(line, &err);
        return STEP_STAY;
    }
    return come_back(line);
}

static const struct line_word words[] = {
    {"rests", "", "N", "the answers that area N rests on",
     "A number alone does the same.", rests, false},
    {"practise", "", "N [HOW]", "practise area N",
     "HOW as at 'practice': 'practise 1 10 questions hints'.", practise, false},
    {"practice", "", "N [HOW]", "the same", "", practise, false},
    {"topics", "", "", "the areas by topic", "", topics, false},
    {"sections", "", "", "the areas by section of the exam", "", sections,
     false},
    {"exam", "", "EXAM", "the areas of another exam", "", exam, false},
    {"again", "", "", "tell them again", "", again, false},
    LINE_WORD_MORE,
    {"back", "", "", "go back", "", line_back, false},
    LINE_WORD_QUIT,
};
static const struct line_place place = {
    .about = "Weak areas. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = "weak> ",
    .enter = tell_areas,
    .number = rests,
};

bool line_weak(struct line *line, struct str rest, struct error *err)
{
    struct line_weak self = {.by_topic =
                                 app_candidate(line->app)->exam[0] == '\0'};
    bool ok;

    line->weak = &self;
    take_words(&self, rest);
    ok = read_areas(line, err);
    if (ok)
        line_converse(line, &place);
    line->weak = NULL;
    arena_finish(&self.arena);
    return ok;
}
