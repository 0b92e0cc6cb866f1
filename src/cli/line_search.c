/*
 * Search through what was met: topics, own notes, questions; each hit by number
 * to read or to practise.
 */
#include "proctor/app/search.h"

#include <string.h>

#include "letters.h"
#include "line_parts.h"

struct line_search {
    struct arena arena; /* of the question read last */
    struct search *search;
    struct item item;
    bool is_open; /* `item` was read */
};

static void end_search(struct line_search *self)
{
    if (self->search)
        search_end(self->search);
    self->search = NULL;
}

/* All of it at once: a conversation has nothing to keep alive meanwhile. */
static bool run_search(struct line *line, struct str wanted, struct error *err)
{
    struct line_search *self = line->search;
    const char *text = arena_str(&line->talk.scratch, wanted).data;
    struct search *search = search_begin(line->app, text, err);
    bool is_done = false;

    if (!search)
        return false;
    while (!is_done && search_step(search, &is_done, err))
        continue;
    if (!is_done) {
        search_end(search);
        return false;
    }
    end_search(self);
    self->search = search;
    return true;
}

/* --- telling -------------------------------------------------------------- */

static void tell_hit(struct line *line, size_t index)
{
    size_t count;
    const struct search_hit *hit =
        &search_hits(line->search->search, &count)[index];

    talk_say(&line->talk, "%zu: %s %s: %s", index + 1,
             search_kind_label(hit->kind), hit->name,
             beginning_of(&line->talk.scratch, hit->title));
    if (hit->excerpt && hit->excerpt[0] != '\0' &&
        strcmp(hit->excerpt, hit->title) != 0)
        talk_say(&line->talk, "Found: %s", hit->excerpt);
}

static void tell_hits(struct line *line)
{
    size_t count;

    search_hits(line->search->search, &count);
    talk_gap(&line->talk);
    if (count == 0)
        talk_say(&line->talk,
                 "Nothing is found. Searched are topics, your notes, and "
                 "questions that you met.");
    else
        talk_say(&line->talk, "%zu found. A number reads one.", count);
    list_tell(line, count, tell_hit);
}

/* --- words ---------------------------------------------------------------- */

static const struct search_hit *find(struct line *line, struct str rest)
{
    size_t count;
    const struct search_hit *hits = search_hits(line->search->search, &count);
    size_t number = line_number(line, rest, count, "place");

    return number > 0 ? &hits[number - 1] : NULL;
}

static void tell_topic(struct line *line, const struct search_hit *hit)
{
    size_t count;
    const struct search_hit *hits = search_hits(line->search->search, &count);

    talk_say(&line->talk, "Topic %s: %s. 'practise %zu' practises it.",
             hit->name, hit->title, (size_t)(hit - hits) + 1);
}

static void read_question(struct line *line, const struct search_hit *hit)
{
    struct line_search *self = line->search;
    char order[ITEM_OPTIONS_MAX + 1];
    const char *name;
    struct error err;

    arena_reset(&self->arena);
    self->is_open = search_open(line->app, hit->item_id, hit->rev_id,
                                &self->arena, &self->item, &name, &err);
    if (!self->is_open) {
        line_tell_error(line, &err);
        return;
    }
    letters_of_options(&self->item, order);
    tell_question(&line->talk, &self->item, order, name, true);
    if (hit->kind == SEARCH_NOTE)
        talk_say(&line->talk, "Your note: %s", hit->excerpt);
}

static enum line_step open_number(struct line *line, struct str rest)
{
    const struct search_hit *hit = find(line, rest);

    if (hit && hit->kind == SEARCH_TOPIC)
        tell_topic(line, hit);
    else if (hit)
        read_question(line, hit);
    return STEP_STAY;
}

static enum line_step practise(struct line *line, struct str rest)
{
    struct str how, number = line_first_word(rest, &how);
    const struct search_hit *hit = find(line, number);
    struct error err;
    char *text;

    if (!hit)
        return STEP_STAY;
    if (hit->kind != SEARCH_TOPIC) {
        talk_say(&line->talk, "Only a topic is practised from here.");
        return STEP_STAY;
    }
    text = arena_printf(&line->search->arena, "topic %s " STR_FORMAT, hit->name,
                        STR_ARG(how));
    if (!line_practice_words(line, str_from(text), &err))
        line_tell_error(line, &err);
    return line->talk.end == TALK_GOES_ON ? STEP_STAY : STEP_DONE;
}

static enum line_step again(struct line *line, struct str rest)
{
    (void)rest;
    tell_hits(line);
    return STEP_STAY;
}

static enum line_step case_words(struct line *line, struct str rest)
{
    if (line->search->is_open)
        tell_case_words(&line->talk, &line->search->item, rest);
    else
        talk_say(&line->talk, "No question is open; a number reads one.");
    return STEP_STAY;
}

static enum line_step find_words(struct line *line, struct str rest)
{
    struct error err;

    if (run_search(line, rest, &err))
        tell_hits(line);
    else
        line_tell_error(line, &err);
    return STEP_STAY;
}

static const struct line_word words[] = {
    {"open", "o", "N", "read what was found as number N",
     "A number alone does the same. Reading a question with its key counts as "
     "having met it.",
     open_number, false},
    {"case", "v", "[N]", "read the case of the question, or its part N", "",
     case_words, false},
    {"practise", "", "N [HOW]", "practise topic N", "", practise, false},
    {"search", "/", "WORDS", "search for something else",
     "All the words are to be found; capitals make no difference.", find_words,
     false},
    {"again", "", "", "tell what was found again", "", again, false},
    LINE_WORD_MORE,
    {"back", "", "", "go back", "", line_back, false},
    LINE_WORD_QUIT,
};
static const struct line_place place = {
    .about = "What was found. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = "search> ",
    .enter = tell_hits,
    .number = open_number,
};

bool line_search(struct line *line, struct str rest, struct error *err)
{
    struct line_search self = {0};
    bool ok;

    line->search = &self;
    ok = run_search(line, rest, err);
    if (ok)
        line_converse(line, &place);
    end_search(&self);
    line->search = NULL;
    arena_finish(&self.arena);
    return ok;
}
