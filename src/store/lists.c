/* Lists that queries need beside the canonical form, as plain text, so that
 * they can be read with any SQLite shell. */
#include "lists.h"

#include <string.h>

void list_write_names(struct strbuf *out, const struct str_list *names)
{
    for (size_t i = 0; i < names->count; i++) {
        if (i > 0)
            strbuf_addc(out, '\n');
        strbuf_add(out, names->items[i]);
    }
}

void list_write_books(struct strbuf *out, code_set_mask books)
{
    size_t start = out->len;

    for (int set = 0; set < CODE_SET_COUNT; set++) {
        if (!(books & (1u << set)))
            continue;
        if (out->len > start)
            strbuf_addc(out, ' ');
        strbuf_adds(out, code_set_id((enum code_set)set));
    }
}

void list_write_years(struct strbuf *out, const struct code_years *years)
{
    size_t start = out->len;

    for (int set = 0; set < CODE_SET_COUNT; set++)
        for (size_t i = 0; i < years->years[set].count; i++)
            strbuf_printf(out, "%s%s " STR_FORMAT, out->len > start ? "\n" : "",
                          code_set_id((enum code_set)set),
                          STR_ARG(years->years[set].items[i]));
}

code_set_mask list_read_books(struct str text)
{
    code_set_mask books = 0;
    struct str word;
    enum code_set set;

    while (str_split(&text, ' ', &word))
        if (code_set_from_id(word, &set))
            books |= 1u << set;
    return books;
}

/* "icd-10-cm FY2026" as set and year. */
static bool read_line(struct str line, enum code_set *set_out,
                      struct str *year_out)
{
    struct str id;

    if (!str_split(&line, ' ', &id))
        return false;
    *year_out = line;
    return code_set_from_id(id, set_out);
}

void list_read_years(struct arena *arena, struct str text,
                     struct code_years *out)
{
    struct str rest = text, line, year;
    enum code_set set;

    *out = (struct code_years){0};
    while (str_split(&rest, '\n', &line))
        if (read_line(line, &set, &year))
            out->years[set].count++;
    for (int i = 0; i < CODE_SET_COUNT; i++) {
        out->years[i].items =
            ARENA_ARRAY(arena, struct str, out->years[i].count);
        out->years[i].count = 0;
    }
    while (str_split(&text, '\n', &line))
        if (read_line(line, &set, &year))
            out->years[set].items[out->years[set].count++] =
                arena_str(arena, year);
}

bool list_has_name(struct str text, struct str name)
{
    struct str line;

    while (str_split(&text, '\n', &line))
        if (str_eq(line, name))
            return true;
    return false;
}

static bool has_year(const struct str_list *years, struct str year)
{
    for (size_t i = 0; i < years->count; i++)
        if (str_eq(years->items[i], year))
            return true;
    return false;
}

bool list_years_fit(struct str text, const struct code_years *exam)
{
    bool named[CODE_SET_COUNT] = {false}, fits[CODE_SET_COUNT] = {false};
    struct str line, year;
    enum code_set set;

    while (str_split(&text, '\n', &line)) {
        if (!read_line(line, &set, &year))
            continue;
        named[set] = true;
        fits[set] = fits[set] || has_year(&exam->years[set], year);
    }
    for (int i = 0; i < CODE_SET_COUNT; i++)
        if (exam->years[i].count && named[i] && !fits[i])
            return false;
    return true;
}
