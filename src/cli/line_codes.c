/*
 * Typed codes: entries in turn or by number, counted from 1 through all fields
 * of a question as the full screen shows them. What is typed is stored as
 * typed; whether it looks like a code of its set is said, whether it is right
 * is not.
 */
#include <stdio.h>
#include <string.h>

#include "line_sit_words.h"
#include "proctor/domain/response.h"

/* Where an entry belongs. */
struct place_of_code {
    size_t field, slot;
};

/* Entries that a field shows: those asked for, or more when more were typed
 * elsewhere. */
static size_t entry_lines(const struct item *item, struct str answer,
                          size_t field)
{
    struct code_entries entries;

    response_entries(item, answer, field, &entries);
    return entries.count > item->fields[field].slot_count
               ? entries.count
               : item->fields[field].slot_count;
}

static struct str answer_at(const struct line *line, int pos)
{
    return str_from(session_response(line->session, pos)->answer);
}

/* The place of code `number`; false when fewer are asked for. */
static bool find_place(const struct item *item, struct str answer,
                       size_t number, struct place_of_code *out)
{
    size_t left = number;

    for (size_t i = 0; number > 0 && i < item->field_count; i++) {
        size_t lines = entry_lines(item, answer, i);

        if (left <= lines) {
            *out = (struct place_of_code){i, left - 1};
            return true;
        }
        left -= lines;
    }
    return false;
}

static struct str entry_of(const struct item *item, struct str answer,
                           const struct place_of_code *place)
{
    struct code_entries entries;

    response_entries(item, answer, place->field, &entries);
    return place->slot < entries.count ? str_trim(entries.items[place->slot])
                                       : STR("");
}

bool sit_entry(const struct line *line, size_t number, struct str *entry_out)
{
    int pos = sit_position(line);
    const struct item *item = session_item(line->session, pos);
    struct place_of_code place;

    if (!find_place(item, answer_at(line, pos), number, &place))
        return false;
    *entry_out = entry_of(item, answer_at(line, pos), &place);
    return true;
}

/* The number of the first code that is asked for and empty; 0 for none. */
static size_t next_empty(const struct item *item, struct str answer)
{
    struct place_of_code place;

    for (size_t number = 1; find_place(item, answer, number, &place); number++)
        if (entry_of(item, answer, &place).len == 0)
            return number;
    return 0;
}

/* --- telling -------------------------------------------------------------- */

static void count_codes(const struct item *item, struct str answer,
                        size_t *entered_out, size_t *asked_out)
{
    struct place_of_code place;

    *entered_out = *asked_out = 0;
    for (size_t i = 0; i < item->field_count; i++)
        *asked_out += item->fields[i].slot_count;
    for (size_t number = 1; find_place(item, answer, number, &place); number++)
        *entered_out += entry_of(item, answer, &place).len > 0;
}

const char *sit_code_words(struct line *line, int pos)
{
    size_t entered, asked;

    count_codes(session_item(line->session, pos), answer_at(line, pos),
                &entered, &asked);
    if (entered == 0)
        return "no answer";
    return arena_printf(&line->talk.scratch, "%zu of %zu code%s entered",
                        entered, asked, asked == 1 ? "" : "s");
}

static void tell_field(struct talk *talk, const struct code_field *field,
                       size_t entered)
{
    bool has_label = field->label.len > 0;

    talk_say(talk, STR_FORMAT "%s%s, %zu code%s asked for, %zu entered.%s",
             STR_ARG(field->label), has_label ? ": " : "",
             code_set_title(field->set), field->slot_count,
             field->slot_count == 1 ? "" : "s", entered,
             field->asks_poa ? " Each with its POA indicator, as in I10 (Y)."
                             : "");
}

void sit_tell_codes(struct line *line)
{
    int pos = sit_position(line);
    const struct item *item = session_item(line->session, pos);
    struct str answer = answer_at(line, pos);
    size_t number = 0;

    for (size_t i = 0; i < item->field_count; i++) {
        size_t lines = entry_lines(item, answer, i), entered = 0;
        struct code_entries entries;

        response_entries(item, answer, i, &entries);
        for (size_t slot = 0; slot < entries.count; slot++)
            entered += str_trim(entries.items[slot]).len > 0;
        tell_field(&line->talk, &item->fields[i], entered);
        for (size_t slot = 0; slot < lines; slot++) {
            struct str entry =
                slot < entries.count ? str_trim(entries.items[slot]) : STR("");

            talk_say(&line->talk, "Code %zu: " STR_FORMAT, ++number,
                     STR_ARG(entry.len > 0 ? entry : STR("empty")));
        }
    }
}

/* What about the entry does not look like a code of its set, or "". */
static const char *doubt(struct arena *arena, const struct code_field *field,
                         struct str entry)
{
    struct code code;
    enum code_problem problem = code_parse(entry, field->set, &code);

    if (problem != CODE_OK)
        return arena_printf(arena, " As a code of %s: %s.",
                            code_set_title(field->set),
                            code_problem_text(problem));
    if (field->asks_poa && code.poa == 0)
        return " Its POA indicator is still asked for, as in I10 (Y).";
    return "";
}

/* --- entering ------------------------------------------------------------- */

static void enter(struct line *line, size_t number, struct str text)
{
    int pos = sit_position(line);
    const struct item *item = session_item(line->session, pos);
    struct arena *arena = &line->talk.scratch;
    struct place_of_code place;
    struct str kept;
    struct error err;

    if (!find_place(item, answer_at(line, pos), number, &place)) {
        talk_say(&line->talk, "Question %d asks for no code %zu.", pos + 1,
                 number);
        return;
    }
    if (!session_enter_code(line->session, pos, place.field, place.slot,
                            arena_str(arena, text).data, &err)) {
        line_tell_error(line, &err);
        return;
    }
    kept = entry_of(item, answer_at(line, pos), &place);
    if (kept.len == 0)
        sit_confirm(line, "Question %d: code %zu taken out.", pos + 1, number);
    else
        sit_confirm(line, "Question %d: code %zu is " STR_FORMAT ".%s", pos + 1,
                    number, STR_ARG(kept),
                    doubt(arena, &item->fields[place.field], kept));
}

/* Fills what is empty, one entry after the other. */
static void enter_in_turn(struct line *line, struct str text)
{
    int pos = sit_position(line);
    const struct item *item = session_item(line->session, pos);
    struct str entry;

    while (str_split(&text, ',', &entry)) {
        size_t number = next_empty(item, answer_at(line, pos));

        entry = str_trim(entry);
        if (entry.len == 0)
            continue;
        if (number == 0) {
            talk_say(&line->talk,
                     "Question %d has all its codes; '" STR_FORMAT "' was not "
                     "entered. 'code 1 " STR_FORMAT "' would put it in the "
                     "place of code 1.",
                     pos + 1, STR_ARG(entry), STR_ARG(entry));
            return;
        }
        enter(line, number, entry);
    }
}

static bool holds_digit(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            return true;
    return false;
}

bool sit_enter_codes(struct line *line, struct str text)
{
    struct str rest, first = line_first_word(text, &rest);

    if (!holds_digit(first))
        return false;
    enter_in_turn(line, text);
    return true;
}

enum line_step sit_word_code(struct line *line, struct str rest)
{
    int pos = sit_position(line);
    struct str text, entry, number = line_first_word(rest, &text);
    int64_t value;

    if (session_item(line->session, pos)->kind != ITEM_CODES) {
        talk_say(&line->talk, "Question %d asks for letters, not for codes.",
                 pos + 1);
    } else if (!str_to_i64(number, 1, ITEM_CODES_MAX * ITEM_FIELDS_MAX,
                           &value)) {
        talk_say(&line->talk, "Which code? For example: code 2 I50.23.");
    } else if (text.len > 0) {
        enter(line, (size_t)value, str_is(text, "-") ? STR("") : text);
    } else if (!sit_entry(line, (size_t)value, &entry)) {
        talk_say(&line->talk, "Question %d asks for no code %zu.", pos + 1,
                 (size_t)value);
    } else {
        talk_say(&line->talk, "Code %zu: " STR_FORMAT, (size_t)value,
                 STR_ARG(entry.len > 0 ? entry : STR("empty")));
    }
    return STEP_STAY;
}

enum line_step sit_word_codes(struct line *line, struct str rest)
{
    int pos = sit_position(line);

    (void)rest;
    if (session_item(line->session, pos)->kind == ITEM_CODES)
        sit_tell_codes(line);
    else
        talk_say(&line->talk, "Question %d asks for letters, not for codes.",
                 pos + 1);
    return STEP_STAY;
}
