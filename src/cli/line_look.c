/*
 * Looking at the question again: all of it, its parts, a word in it, an option
 * letter by letter. Nothing here is stored.
 */
#include <stdio.h>
#include <string.h>

#include "line_sit_words.h"

static const struct item *item_here(const struct line *line)
{
    return session_item(line->session, sit_position(line));
}

enum line_step sit_word_again(struct line *line, struct str rest)
{
    (void)rest;
    sit_tell_question(line);
    return STEP_STAY;
}

enum line_step sit_word_stem(struct line *line, struct str rest)
{
    (void)rest;
    tell_stem(&line->talk, item_here(line));
    return STEP_STAY;
}

enum line_step sit_word_options(struct line *line, struct str rest)
{
    (void)rest;
    sit_tell_options(line);
    return STEP_STAY;
}

void tell_case_words(struct talk *talk, const struct item *item,
                     struct str rest)
{
    const struct case_text *text = item->case_text;
    int64_t part = 0;

    if (!text) {
        talk_say(talk, "This question has no case.");
        return;
    }
    if (rest.len > 0 && !str_to_i64(rest, 1, INT32_MAX, &part)) {
        talk_say(talk, "Which part? For example: case 2.");
        return;
    }
    if (!tell_case(talk, text, (size_t)part))
        talk_say(talk, "The case has %zu part%s.", case_part_count(text),
                 case_part_count(text) == 1 ? "" : "s");
}

void tell_find_words(struct talk *talk, const struct item *item,
                     const char *order, struct str rest)
{
    int count;

    if (rest.len == 0) {
        talk_say(talk, "Find what? For example: find fever.");
        return;
    }
    count = tell_found(talk, item, order, rest);
    if (count == 0)
        talk_say(talk,
                 "'" STR_FORMAT "' is not found in the case or the question.",
                 STR_ARG(rest));
    else
        talk_say(talk, "%d place%s.", count, count == 1 ? "" : "s");
}

enum line_step sit_word_case(struct line *line, struct str rest)
{
    tell_case_words(&line->talk, item_here(line), rest);
    return STEP_STAY;
}

enum line_step sit_word_find(struct line *line, struct str rest)
{
    tell_find_words(&line->talk, item_here(line),
                    session_option_order(line->session, sit_position(line)),
                    rest);
    return STEP_STAY;
}

/* A line per word: a voice rests between them. */
static void spell(struct talk *talk, struct str text)
{
    while (text.len > 0) {
        struct strbuf spelled = {0};
        struct str word = line_first_word(str_trim(text), &text);

        spell_append(&spelled, word);
        talk_text(talk, strbuf_str(&spelled));
        strbuf_finish(&spelled);
    }
}

static void spell_code(struct line *line, struct str rest)
{
    struct str entry;
    int64_t number;

    if (!str_to_i64(rest, 1, ITEM_CODES_MAX * ITEM_FIELDS_MAX, &number) ||
        !sit_entry(line, (size_t)number, &entry))
        talk_say(&line->talk, "Which code? For example: spell 2.");
    else if (entry.len == 0)
        talk_say(&line->talk, "Code %d is empty.", (int)number);
    else
        spell(&line->talk, entry);
}

enum line_step sit_word_spell(struct line *line, struct str rest)
{
    char shown;

    if (item_here(line)->kind == ITEM_CODES) {
        spell_code(line, rest);
        return STEP_STAY;
    }
    shown = sit_read_option(line, rest, "spell");
    if (shown != '\0')
        spell(&line->talk,
              item_option(item_here(line), sit_option_id(line, shown))->text);
    return STEP_STAY;
}
