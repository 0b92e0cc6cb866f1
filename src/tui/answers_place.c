/*
 * The filters of a review, by what became of a question and by section, and
 * how the place moves when they change. What a filter means is app/review.h.
 */
#include "answers_place.h"

bool answers_may_show(const struct review *review, int pos)
{
    const struct review_item *item = &review->items[pos];

    return review_matches(item, REVIEW_ALL) &&
           (item->scored.reached || review->attempt.state != SITTING_ABANDONED);
}

bool answers_shows(const struct answers_place *place, int pos)
{
    const struct review_item *item = &place->review->items[pos];

    return answers_may_show(place->review, pos) &&
           (place->section == ANSWERS_ALL_SECTIONS ||
            place->section == item->slot.section) &&
           review_matches(item, place->filter);
}

int answers_find(const struct answers_place *place, int pos, int step)
{
    for (; pos >= 0 && pos < (int)place->review->count; pos += step)
        if (answers_shows(place, pos))
            return pos;
    return -1;
}

int answers_count(const struct answers_place *place, int last)
{
    int count = 0;

    for (int pos = 0; pos <= last && pos < (int)place->review->count; pos++)
        count += answers_shows(place, pos);
    return count;
}

static void go_near(struct answers_place *place)
{
    int from = place->pos > 0 ? place->pos : 0;
    int pos = answers_find(place, from, 1);

    place->pos = pos >= 0 ? pos : answers_find(place, from, -1);
}

void answers_next_filter(struct answers_place *place)
{
    place->filter = (place->filter + 1) % REVIEW_FILTER_COUNT;
    go_near(place);
}

/* Of all sections the next one is that of the question pointed at. */
static int section_after(const struct answers_place *place)
{
    if (place->section != ANSWERS_ALL_SECTIONS || place->pos < 0)
        return place->section + 1;
    return place->review->items[place->pos].slot.section;
}

void answers_next_section(struct answers_place *place)
{
    int count = (int)place->review->exam->section_count;

    for (place->section = section_after(place); place->section < count;
         place->section++)
        if (answers_find(place, 0, 1) >= 0)
            break;
    if (place->section < 0 || place->section >= count)
        place->section = ANSWERS_ALL_SECTIONS;
    go_near(place);
}

void answers_go(struct answers_place *place, int pos)
{
    place->pos = pos;
    if (answers_shows(place, pos))
        return;
    place->filter = REVIEW_ALL;
    place->section = ANSWERS_ALL_SECTIONS;
}

const char *answers_shown_words(const struct answers_place *place,
                                struct arena *arena)
{
    const struct exam *exam = place->review->exam;
    const char *filter = review_filter_label(place->filter);
    const char *seen = place->review->attempt.state == SITTING_ABANDONED
                           ? " of those you saw"
                           : "";

    if (place->section == ANSWERS_ALL_SECTIONS)
        return arena_printf(arena, "%s%s", filter, seen);
    return arena_printf(arena, "%s%s, " STR_FORMAT, filter, seen,
                        STR_ARG(exam->sections[place->section].title));
}

const char *answers_none_words(const struct answers_place *place,
                               struct arena *arena)
{
    return arena_printf(
        arena, "No question: %s. Tab shows others%s.",
        answers_shown_words(place, arena),
        place->section == ANSWERS_ALL_SECTIONS ? "" : ", s other sections");
}
