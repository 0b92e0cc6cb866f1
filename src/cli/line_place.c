/*
 * How a place hears and answers: the loop, the matching of words and their
 * help. What the words do stands with the places.
 */
#include "line_place.h"

#include <strings.h>
#include <string.h>

#include "line_parts.h"

/* --- matching ------------------------------------------------------------- */

static bool is_same(const char *word, struct str text)
{
    return text.len == strlen(word) &&
           strncasecmp(word, text.data, text.len) == 0;
}

static bool is_prefix(const char *word, struct str text)
{
    return text.len > 0 && text.len < strlen(word) &&
           strncasecmp(word, text.data, text.len) == 0;
}

const struct line_word *line_exact(const struct line_word *words, size_t count,
                                   struct str text)
{
    for (size_t i = 0; i < count; i++)
        if (text.len > 0 &&
            (is_same(words[i].word, text) || is_same(words[i].brief, text)))
            return &words[i];
    return NULL;
}

static const struct line_word *nearest(const struct line_word *words,
                                       size_t count, struct str text)
{
    const struct line_word *found = NULL;
    size_t best = 3;

    for (size_t i = 0; i < count; i++) {
        size_t distance = str_distance(text, str_from(words[i].word), best);

        /* Half of a short word may not be wrong. */
        if (distance < best && distance * 2 < strlen(words[i].word)) {
            best = distance;
            found = &words[i];
        }
    }
    return found;
}

enum line_match line_match(const struct line_word *words, size_t count,
                           struct str text, const struct line_word **out)
{
    const struct line_word *word = line_exact(words, count, text);
    const struct line_word *begun = NULL; /* must be typed in full */
    size_t matches = word ? 1 : 0;

    for (size_t i = 0; !word && i < count; i++) {
        if (!is_prefix(words[i].word, text))
            continue;
        if (words[i].in_full)
            begun = &words[i];
        else if (matches++ == 0)
            *out = &words[i];
    }
    if (word)
        *out = word;
    else if (matches == 0)
        *out = begun ? begun : nearest(words, count, text);
    return matches == 0 ? MATCH_NONE : matches == 1 ? MATCH_ONE : MATCH_SEVERAL;
}

struct str line_first_word(struct str text, struct str *rest_out)
{
    size_t len = 0;

    while (len < text.len && !strchr(" \t\r\n", text.data[len]))
        len++;
    *rest_out = str_trim((struct str){text.data + len, text.len - len});
    return (struct str){text.data, len};
}

/* --- help ----------------------------------------------------------------- */

static void tell_word(struct talk *talk, const struct line_word *word)
{
    talk_say(talk, "%s%s%s%s%s%s: %s.", word->word,
             word->arguments[0] ? " " : "", word->arguments,
             word->brief[0] ? " (" : "", word->brief, word->brief[0] ? ")" : "",
             word->help);
}

static void tell_words(struct talk *talk, const struct line_place *place)
{
    talk_text(talk, str_from(place->about));
    for (size_t i = 0; i < place->word_count; i++)
        tell_word(talk, &place->words[i]);
    if (!place->takes_answers)
        talk_say(talk, "help WORD (?): more about a word.");
}

static void refuse(struct talk *talk, const struct line_place *place,
                   struct str text, enum line_match match,
                   const struct line_word *nearest_word)
{
    struct strbuf words = {0};

    if (match == MATCH_SEVERAL) {
        for (size_t i = 0; i < place->word_count; i++)
            if (is_prefix(place->words[i].word, text))
                strbuf_printf(&words, "%s%s", words.len > 0 ? ", " : "",
                              place->words[i].word);
        talk_say(talk, "'" STR_FORMAT "' may be one of: %s.", STR_ARG(text),
                 strbuf_text(&words));
    } else if (nearest_word) {
        talk_say(talk,
                 "There is no word '" STR_FORMAT "' here; did you mean '%s'? "
                 "Nothing was done.",
                 STR_ARG(text), nearest_word->word);
    } else {
        talk_say(talk,
                 "There is no word '" STR_FORMAT "' here; 'help' lists the "
                 "words. Nothing was done.",
                 STR_ARG(text));
    }
    strbuf_finish(&words);
}

static void help(struct talk *talk, const struct line_place *place,
                 struct str text)
{
    const struct line_word *word;
    enum line_match match;

    if (text.len == 0) {
        tell_words(talk, place);
        return;
    }
    match = line_match(place->words, place->word_count, text, &word);
    if (match != MATCH_ONE) {
        refuse(talk, place, text, match, word);
        return;
    }
    tell_word(talk, word);
    if (word->more[0] != '\0')
        talk_text(talk, str_from(word->more));
}

/* --- the loop ------------------------------------------------------------- */

static enum line_step
understand(struct line *line, const struct line_place *place, struct str text)
{
    struct str rest, first = line_first_word(text, &rest);
    bool may_be_word = !place->takes_answers || rest.len == 0;
    const struct line_word *word =
        may_be_word ? line_exact(place->words, place->word_count, first) : NULL;
    enum line_match match = MATCH_ONE;
    enum line_step step = STEP_STAY;

    if (text.len == 0 && !place->takes_answers)
        return STEP_STAY;
    if (!word && may_be_word &&
        (is_same("help", first) || is_same("?", first))) {
        help(&line->talk, place, rest);
        return STEP_STAY;
    }
    if (place->number && line_is_number(text))
        return place->number(line, text);
    if (!word && place->other && place->other(line, text, &step))
        return step;
    if (!word)
        match = line_match(place->words, place->word_count, first, &word);
    if (match == MATCH_ONE)
        return word->run(line, rest);
    refuse(&line->talk, place, first, match, word);
    return STEP_STAY;
}

static enum line_step attend(struct line *line, const struct line_place *place)
{
    return place->attend ? place->attend(line) : STEP_STAY;
}

/* The line is kept apart: looking after an exam may ask for another one. */
static enum line_step hear(struct line *line, const struct line_place *place,
                           struct str text)
{
    struct strbuf kept = {0};
    enum line_step step;

    strbuf_add(&kept, text);
    step = attend(line, place);
    if (step == STEP_STAY)
        step = understand(line, place, strbuf_str(&kept));
    else if (kept.len > 0)
        talk_say(&line->talk, "'%s' came too late and was not used.",
                 strbuf_text(&kept));
    strbuf_finish(&kept);
    return step;
}

static const char *prompt_of(struct line *line, const struct line_place *place)
{
    return place->prompt ? place->prompt : place->prompt_now(line);
}

void line_converse(struct line *line, const struct line_place *place)
{
    struct line_list outer = line->list;
    enum line_step step = STEP_STAY;

    line->list = (struct line_list){0};
    if (place->enter)
        place->enter(line);
    while (step == STEP_STAY && attend(line, place) == STEP_STAY) {
        struct str text;

        switch (talk_ask(&line->talk, prompt_of(line, place), &text)) {
        case HEARD_LINE:
            step = hear(line, place, text);
            break;
        case HEARD_INTERRUPT:
            step = place->interrupt ? place->interrupt(line) : STEP_DONE;
            break;
        case HEARD_WAKE:
        case HEARD_END:
            step = STEP_DONE;
            break;
        }
    }
    line->list = outer;
}
