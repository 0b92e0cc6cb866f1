/*
 * `show ATTEMPT`: one attempt with its result, what it tells beside the marks,
 * its sections and every question; with --compare an earlier one beside it. The
 * cells are filled once (show_tables.c) for text, JSON and CSV.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "listing.h"
#include "show_tables.h"

/* --- text ----------------------------------------------------------------- */

struct printout {
    const struct cli *cli;
    const struct review *review;
    const struct show_tables *tables;
    const struct comparison *comparison; /* NULL: none was asked for */
    struct arena *arena;
    struct strbuf text;
};

static void print_line(struct printout *out, struct str line)
{
    strbuf_printf(&out->text, "%s\n",
                  cli_folded(out->cli, out->arena,
                             arena_str(out->arena, line).data));
}

static void print_lines(struct printout *out, struct str_list lines)
{
    for (size_t i = 0; i < lines.count; i++)
        print_line(out, lines.items[i]);
}

static void print_head(struct printout *out)
{
    const struct attempt_row *attempt = &out->review->attempt;
    char date[CLOCK_DATE_SIZE];

    clock_format(attempt->started_utc_ms, attempt->zone_minutes, date);
    strbuf_printf(&out->text, "%s, begun %s, %s\n\n",
                  cli_folded(out->cli, out->arena,
                             out->review->exam->title.data),
                  date, sitting_state_label(attempt->state));
    print_line(out, review_headline(out->review, out->arena));
    print_lines(out, review_remarks(out->review, out->arena));
    strbuf_addc(&out->text, '\n');
    if (out->tables->findings.row_count == 0)
        return;
    print_lines(out, review_findings(out->review, out->arena));
    strbuf_addc(&out->text, '\n');
}

static void print_table(struct printout *out, const struct table *table,
                        const char *empty)
{
    table_print(table, &out->text, empty, out->cli->ascii);
    strbuf_addc(&out->text, '\n');
}

static void print_comparison(struct printout *out)
{
    int common;

    if (!out->comparison)
        return;
    common = out->comparison->common;
    strbuf_printf(&out->text,
                  "Beside attempt %" PRId64 "; %d question%s asked in both:\n",
                  out->comparison->before.attempt_id, common,
                  common == 1 ? " was" : "s were");
    print_table(out, &out->tables->earlier, "");
    print_table(out, &out->tables->compared, "Neither has sections.");
}

/* They may be long: below the table, a paragraph each. */
static void print_notes(struct printout *out)
{
    for (size_t i = 0; i < out->review->count; i++) {
        const char *note = out->review->items[i].note;

        if (note[0] != '\0')
            strbuf_printf(&out->text, "\nNote on %zu: %s\n", i + 1,
                          cli_folded_text(out->cli, out->arena, note));
    }
}

static void print_text(struct printout *out)
{
    print_head(out);
    print_table(out, &out->tables->sections, "This exam has no sections.");
    print_comparison(out);
    table_print(&out->tables->questions, &out->text, "It has no questions.",
                out->cli->ascii);
    print_notes(out);
}

/* --- JSON ----------------------------------------------------------------- */

static void print_json(struct printout *out)
{
    const struct show_tables *tables = out->tables;
    const struct json_part parts[] = {
        {"attempt", &tables->attempt, true},
        {"retrospect", &tables->retrospect, true},
        {"findings", &tables->findings, false},
        {"causes", &tables->causes, false},
        {"sections", &tables->sections, false},
        {"questions", &tables->questions, false},
        {"comparison", &tables->comparison, true},
        {"earlier", &tables->earlier, true},
        {"compared", &tables->compared, false},
    };
    size_t count = sizeof parts / sizeof *parts;

    json_document(&out->text, SHOW_NAME, parts,
                  out->comparison ? count : count - 3);
}

/* --- all of it ------------------------------------------------------------ */

static bool print(struct printout *out, struct error *err)
{
    const struct cli *cli = out->cli;
    bool ok;

    if (cli_has(cli, OPTION_JSON))
        print_json(out);
    else if (cli_has(cli, OPTION_CSV))
        table_csv(out->comparison ? &out->tables->compared
                                  : &out->tables->questions,
                  &out->text, cli_has(cli, OPTION_RAW));
    else
        print_text(out);
    ok = cli_deliver(cli, &out->text, err);
    strbuf_finish(&out->text);
    return ok;
}

/* What to show, and beside what: 0 for the attempt before. */
struct wanted {
    int64_t attempt_id, earlier;
    bool compares;
};

static bool read_number(const char *text, int64_t *out, struct error *err)
{
    return str_to_i64(str_from(text), 1, INT64_MAX, out) ||
           error_set(err, ERR_USAGE,
                     "'%s' is not the number of an attempt; `proctor history` "
                     "lists them",
                     text);
}

static bool read_wanted(const struct cli *cli, struct wanted *out,
                        struct error *err)
{
    const char *earlier = cli->values[OPTION_COMPARE];

    *out = (struct wanted){.compares = earlier != NULL};
    return read_number(cli->arguments[0], &out->attempt_id, err) &&
           (!earlier || strcmp(earlier, "last") == 0 ||
            read_number(earlier, &out->earlier, err));
}

static bool write_attempt(const struct cli *cli, struct app *app,
                          const struct wanted *wanted, struct arena *arena,
                          struct error *err)
{
    struct review review;
    struct comparison comparison;
    struct show_tables tables;
    struct printout out = {
        .cli = cli, .review = &review, .tables = &tables, .arena = arena};

    if (!review_read(app, wanted->attempt_id, arena, &review, err))
        return false;
    show_tables_fill(&tables, &review, arena);
    if (wanted->compares) {
        if (!review_compare(app, &review, wanted->earlier, arena, &comparison,
                            err))
            return false;
        show_tables_compare(&tables, &comparison);
        out.comparison = &comparison;
    }
    return print(&out, err);
}

static bool show(const struct cli *cli, struct app *app, struct error *err)
{
    struct arena arena = {0};
    struct wanted wanted;
    bool ok = read_wanted(cli, &wanted, err) &&
              write_attempt(cli, app, &wanted, &arena, err);

    arena_finish(&arena);
    return ok;
}

int command_show(const struct cli *cli)
{
    return action_run(cli, false, show);
}
