/*
 * Reading out: cases, exhibits, stems, letters, numbers and durations as a
 * voice or a braille line can take them. Nothing is laid out in columns.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "line_parts.h"
#include "proctor/base/utf8.h"

/* --- cases and exhibits --------------------------------------------------- */

static void tell_row(struct talk *talk, const struct exhibit *table, size_t row)
{
    size_t columns = table->columns.count;
    struct strbuf text = {0};

    strbuf_printf(&text, "Row %zu: ", row + 1);
    for (size_t i = 0; i < columns; i++)
        strbuf_printf(&text, "%s" STR_FORMAT ": " STR_FORMAT, i > 0 ? "; " : "",
                      STR_ARG(table->columns.items[i]),
                      STR_ARG(table->cells[row * columns + i]));
    talk_text(talk, strbuf_str(&text));
    strbuf_finish(&text);
}

static void tell_exhibit(struct talk *talk, const struct exhibit *exhibit)
{
    bool has_title = exhibit->title.len > 0;

    if (exhibit->columns.count == 0) {
        talk_say(talk, "Exhibit%s" STR_FORMAT ".", has_title ? ": " : "",
                 STR_ARG(exhibit->title));
        talk_text(talk, exhibit->text);
        return;
    }
    talk_say(talk, "Table%s" STR_FORMAT ", %zu row%s.", has_title ? ": " : "",
             STR_ARG(exhibit->title), exhibit->row_count,
             exhibit->row_count == 1 ? "" : "s");
    for (size_t row = 0; row < exhibit->row_count; row++)
        tell_row(talk, exhibit, row);
}

size_t case_part_count(const struct case_text *text)
{
    return text->part_count + text->exhibits.count;
}

static struct str part_name(const struct case_text *text, size_t index)
{
    return index < text->part_count
               ? text->parts[index].heading
               : text->exhibits.items[index - text->part_count].title;
}

void tell_case_parts(struct talk *talk, const struct case_text *text)
{
    size_t count = case_part_count(text);
    struct strbuf names = {0};

    if (count < 2) {
        talk_say(talk, "Case: " STR_FORMAT "; 'case' reads it.",
                 STR_ARG(text->title));
        return;
    }
    for (size_t i = 0; i < count; i++) {
        struct str name = part_name(text, i);

        strbuf_printf(&names, "%s%zu%s" STR_FORMAT, i > 0 ? "; " : "", i + 1,
                      name.len > 0 ? " " : "", STR_ARG(name));
    }
    talk_say(talk,
             "Case: " STR_FORMAT "; 'case' reads it, 'case 1' a part. Its "
             "parts: %s.",
             STR_ARG(text->title), strbuf_text(&names));
    strbuf_finish(&names);
}

static void tell_part(struct talk *talk, const struct case_text *text,
                      size_t index)
{
    const struct text_part *part;

    if (index >= text->part_count) {
        talk_say(talk, "Part %zu.", index + 1);
        tell_exhibit(talk, &text->exhibits.items[index - text->part_count]);
        return;
    }
    part = &text->parts[index];
    if (part->heading.len > 0)
        talk_say(talk, "Part %zu: " STR_FORMAT ".", index + 1,
                 STR_ARG(part->heading));
    else if (case_part_count(text) > 1)
        talk_say(talk, "Part %zu.", index + 1);
    talk_text(talk, part->text);
}

bool tell_case(struct talk *talk, const struct case_text *text, size_t part)
{
    size_t count = case_part_count(text);

    if (part > count)
        return false;
    if (part > 0) {
        tell_part(talk, text, part - 1);
        return true;
    }
    talk_say(talk, "Case: " STR_FORMAT ".", STR_ARG(text->title));
    for (size_t i = 0; i < count; i++)
        tell_part(talk, text, i);
    return true;
}

void tell_stem(struct talk *talk, const struct item *item)
{
    talk_text(talk, item->stem);
    for (size_t i = 0; i < item->exhibits.count; i++)
        tell_exhibit(talk, &item->exhibits.items[i]);
}

/* --- letters and numbers -------------------------------------------------- */

void append_letters(struct strbuf *buf, const char *letters)
{
    size_t count = strlen(letters);

    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            strbuf_adds(buf, i + 1 == count ? " and " : ", ");
        strbuf_addc(buf, letters[i]);
    }
}

static void number_run_flush(struct number_run *run)
{
    if (run->first == 0)
        return;
    strbuf_printf(&run->text, "%s%d", run->text.len > 0 ? ", " : "",
                  run->first);
    if (run->last > run->first)
        strbuf_printf(&run->text,
                      run->last == run->first + 1 ? ", %d" : " to %d",
                      run->last);
    run->first = 0;
}

void number_run_add(struct number_run *run, int pos)
{
    int number = pos + 1;

    if (run->first > 0 && number == run->last + 1) {
        run->last = number;
        return;
    }
    number_run_flush(run);
    run->first = run->last = number;
}

const char *number_run_text(struct number_run *run)
{
    number_run_flush(run);
    return strbuf_text(&run->text);
}

void number_run_finish(struct number_run *run)
{
    strbuf_finish(&run->text);
}

const char *count_words(struct arena *arena, int64_t count, const char *one)
{
    return arena_printf(arena, "%" PRId64 " %s%s", count, one,
                        count == 1 ? "" : "s");
}

#define BEGINNING_MAX 100

const char *beginning_of(struct arena *arena, const char *text)
{
    struct str all = str_from(text);
    size_t len = utf8_floor(all, BEGINNING_MAX);

    if (len == all.len)
        return text;
    while (len > 0 && all.data[len] != ' ')
        len--;
    if (len == 0)
        len = utf8_floor(all, BEGINNING_MAX);
    return arena_printf(arena, STR_FORMAT " ...", (int)len, all.data);
}

int percent_of(int64_t part, int64_t whole)
{
    return whole > 0 ? (int)(part * 100 / whole) : 0;
}

const char *marks_words(struct arena *arena, int earned, int possible)
{
    char first[MARKS_SIZE], second[MARKS_SIZE];

    marks_format(earned, first);
    marks_format(possible, second);
    return arena_printf(arena, "%s of %s mark%s", first, second,
                        possible == 100 ? "" : "s");
}

/* --- time ----------------------------------------------------------------- */

#define EXACT_BELOW_MS (10 * 60 * 1000)

const char *tell_duration(struct arena *arena, int64_t ms)
{
    char words[DURATION_SIZE];
    int64_t seconds = (ms + 999) / 1000;

    if (ms >= EXACT_BELOW_MS) {
        duration_words(ms, words);
        return arena_strdup(arena, words);
    }
    if (seconds < 60)
        return arena_printf(arena, "%" PRId64 " s", seconds > 0 ? seconds : 0);
    if (seconds % 60 == 0)
        return arena_printf(arena, "%" PRId64 " min", seconds / 60);
    return arena_printf(arena, "%" PRId64 " min %" PRId64 " s", seconds / 60,
                        seconds % 60);
}

const char *day_words(struct arena *arena, int64_t utc_ms)
{
    char date[CLOCK_DATE_SIZE];

    clock_format(utc_ms, clock_zone_minutes(utc_ms), date);
    return arena_printf(arena, "%.10s", date);
}
