/*
 * The values of events as text: which are possible for each kind, and how two
 * answers compare. Events come back from files, so every value is checked
 * before sitting.c applies it.
 */
#include "sitting_values.h"

#include <limits.h>
#include <string.h>

#include "proctor/domain/response.h"

enum {
    NOTE_BYTES_MAX = 16384,
    WARNED_MINUTES_MAX = 100000,
    HINTS_MAX = 1000,
};

static bool is_empty(struct str value, const struct item *item)
{
    (void)item;
    return value.len == 0;
}

static bool is_answer(struct str value, const struct item *item)
{
    return item ? response_is_valid(item, value)
                : value.len <= RESPONSE_TEXT_MAX;
}

static bool is_flag(struct str value, const struct item *item)
{
    (void)item;
    return str_is(value, "0") || str_is(value, "1");
}

static bool is_flag_or_empty(struct str value, const struct item *item)
{
    return value.len == 0 || is_flag(value, item);
}

/* Ascending, so that equal states are equal texts. */
static bool is_struck(struct str value, const struct item *item)
{
    char last = 'A' - 1;

    for (size_t i = 0; i < value.len; i++) {
        char letter = value.data[i];

        if (letter <= last || letter >= 'A' + ITEM_OPTIONS_MAX ||
            (item && !item_option(item, letter)))
            return false;
        last = letter;
    }
    return true;
}

static bool is_note(struct str value, const struct item *item)
{
    (void)item;
    return value.len <= NOTE_BYTES_MAX;
}

static bool is_hint(struct str value, const struct item *item)
{
    int64_t number;

    (void)item;
    return str_to_i64(value, 1, HINTS_MAX, &number);
}

static bool is_clock_choice(struct str value, const struct item *item)
{
    (void)item;
    return str_is(value, "hidden") || str_is(value, "shown");
}

static bool is_minutes(struct str value, const struct item *item)
{
    int64_t minutes;

    (void)item;
    return str_to_i64(value, 0, WARNED_MINUTES_MAX, &minutes);
}

static bool is_number(struct str value, const struct item *item)
{
    int64_t ms;

    (void)item;
    return str_to_i64(value, INT64_MIN, INT64_MAX, &ms);
}

static bool is_leave_choice(struct str value, const struct item *item)
{
    (void)item;
    return str_is(value, "runs") || str_is(value, "stops");
}

static bool is_gap(struct str value, const struct item *item)
{
    struct gap_value gap;

    (void)item;
    return gap_value_parse(value, &gap);
}

static bool is_ending(struct str value, const struct item *item)
{
    enum sitting_state state;

    (void)item;
    return sitting_state_from_id(value, &state) && state != SITTING_RUNNING;
}

static bool (*const checks[EVENT_KIND_COUNT])(struct str value,
                                              const struct item *item) = {
    [EVENT_START] = is_empty,        [EVENT_VISIT] = is_empty,
    [EVENT_ANSWER] = is_answer,      [EVENT_MARK] = is_flag,
    [EVENT_STRIKE] = is_struck,      [EVENT_SURE] = is_flag_or_empty,
    [EVENT_NOTE] = is_note,          [EVENT_CHECK] = is_empty,
    [EVENT_HINT] = is_hint,          [EVENT_CLOCK] = is_clock_choice,
    [EVENT_HEARTBEAT] = is_empty,    [EVENT_WARNED] = is_minutes,
    [EVENT_SUSPEND] = is_number,     [EVENT_CLOCK_SET] = is_number,
    [EVENT_LEAVE] = is_leave_choice, [EVENT_GAP] = is_gap,
    [EVENT_END] = is_ending,
};

bool event_value_is_valid(const struct event *event, const struct item *item)
{
    return checks[event->kind](event->value, item);
}

bool gap_value_parse(struct str text, struct gap_value *out)
{
    struct str word;

    if (!str_split(&text, ' ', &word))
        return false;
    out->charged = str_is(word, "charged");
    if (!out->charged && !str_is(word, "free"))
        return false;
    out->by_wall_clock = str_ends(text, " wall");
    if (out->by_wall_clock)
        text.len -= strlen(" wall");
    return str_to_i64(text, 0, INT64_MAX, &out->ms);
}

/* The entries of the line "id=..." of an answer; false when there is none. */
static bool find_line(struct str answer, struct str id, struct str *out)
{
    struct str line;

    while (str_split(&answer, '\n', &line)) {
        struct str key;

        if (str_split(&line, '=', &key) && str_eq(key, id)) {
            *out = line;
            return true;
        }
    }
    return false;
}

static bool str_starts_with(struct str text, struct str start)
{
    return text.len >= start.len &&
           str_eq((struct str){text.data, start.len}, start);
}

static bool keeps_entries(struct str before, struct str after)
{
    struct str old_entry;

    while (str_split(&before, ';', &old_entry)) {
        struct str new_entry = STR("");
        bool is_there = str_split(&after, ';', &new_entry);

        /* An entry that grows by a character is still being typed. */
        if (old_entry.len > 0 &&
            (!is_there || !str_starts_with(new_entry, old_entry)))
            return false;
    }
    return true;
}

static bool keeps_lines(struct str before, struct str after)
{
    struct str line;

    while (str_split(&before, '\n', &line)) {
        struct str id;
        struct str entries;

        if (!str_split(&line, '=', &id))
            continue;
        if (!find_line(after, id, &entries) || !keeps_entries(line, entries))
            return false;
    }
    return true;
}

static bool keeps_letters(struct str before, struct str after)
{
    for (size_t i = 0; i < before.len; i++) {
        if (!response_has(after, before.data[i]))
            return false;
    }
    return true;
}

bool answer_only_adds(struct str before, struct str after)
{
    bool is_codes = response_has(before, '=');

    return is_codes ? keeps_lines(before, after) : keeps_letters(before, after);
}

/* Entries that differ in one line; what is not there is empty. */
static int count_changed(struct str before, struct str after)
{
    int count = 0;

    while (before.len > 0 || after.len > 0) {
        struct str old_entry = STR("");
        struct str new_entry = STR("");

        str_split(&before, ';', &old_entry);
        str_split(&after, ';', &new_entry);
        count += !str_eq(old_entry, new_entry);
    }
    return count;
}

/* The same for the lines of one answer; `only_new` leaves out those that the
 * other has as well. */
static int count_lines(struct str answer, struct str other, bool only_new)
{
    int count = 0;
    struct str line;

    while (str_split(&answer, '\n', &line)) {
        struct str id;
        struct str entries = STR("");

        if (!str_split(&line, '=', &id) ||
            (find_line(other, id, &entries) && only_new))
            continue;
        count += count_changed(line, entries);
    }
    return count;
}

static bool is_codes_or_empty(struct str answer)
{
    return answer.len == 0 || response_has(answer, '=');
}

int answer_entries_changed(struct str before, struct str after)
{
    if (!is_codes_or_empty(before) || !is_codes_or_empty(after))
        return INT_MAX;
    return count_lines(before, after, false) + count_lines(after, before, true);
}
