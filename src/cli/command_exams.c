/* `exams` and `exam ID`: what can be sat, and how sure its figures are. */
#include <stdio.h>

#include "cli.h"
#include "proctor/app/exams.h"
#include "proctor/app/sheet.h"

#define COLUMNS(columns) (columns), sizeof(columns) / sizeof *(columns)

enum {
    EXAM_ID,
    EXAM_VERSION,
    EXAM_TYPE,
    EXAM_STATUS,
    EXAM_MINUTES,
    EXAM_NEEDED,
    EXAM_FILLABLE,
    EXAM_CAN,
    EXAM_TITLE,
};
static const struct column exam_columns[] = {
    {"exam", "Exam", COLUMN_TEXT},
    {"version", "Version", COLUMN_TEXT},
    {"type", "Kind", COLUMN_TEXT},
    {"status", "Status", COLUMN_TEXT},
    {"minutes", "Minutes", COLUMN_NUMBER},
    {"questions", "Questions", COLUMN_NUMBER},
    {"fillable", "Loaded", COLUMN_NUMBER},
    {"can", "A full form", COLUMN_TEXT},
    {"title", "Title", COLUMN_TEXT},
};

static void add_exam(struct table *table, const struct exam_entry *entry)
{
    const struct exam *exam = entry->exam;

    table_row(table);
    table_text(table, EXAM_ID, exam->id);
    table_text(table, EXAM_VERSION, exam->version);
    table_text(table, EXAM_TYPE, str_from(exam_type_id(exam->type)));
    table_text(table, EXAM_STATUS, str_from(exam_status_id(exam->status)));
    if (exam->minutes > 0)
        table_number(table, EXAM_MINUTES, exam->minutes);
    table_number(table, EXAM_NEEDED, entry->needed);
    table_number(table, EXAM_FILLABLE, entry->fillable);
    table_text(table, EXAM_CAN,
               entry->is_full       ? STR("yes")
               : entry->fillable > 0 ? STR("shorter only")
                                     : STR("no"));
    table_text(table, EXAM_TITLE, exam->title);
}

static bool list_exams(struct app *app, struct arena *arena,
                       struct table *table, struct error *err)
{
    struct exam_entries entries;

    if (!exams_list(app, arena, &entries, err))
        return false;
    for (size_t i = 0; i < entries.count; i++) {
        if (!exams_supply(app, &entries.items[i], arena, err))
            return false;
        add_exam(table, &entries.items[i]);
    }
    return true;
}

int command_exams(const struct cli *cli)
{
    struct arena arena = {0};
    struct table table;
    struct error err = {0};
    int status = EXIT_WELL;
    struct app *app = cli_open(cli, false, &status);

    if (!app)
        return status;
    table_init(&table, "exams", COLUMNS(exam_columns), &arena);
    status = list_exams(app, &arena, &table, &err)
                 ? cli_table(cli, &table,
                             "No exams are loaded. `proctor import FILE` loads "
                             "one.")
                 : cli_fail(cli, &err);
    arena_finish(&arena);
    app_close(app);
    return status;
}

/* --- one exam -------------------------------------------------------------- */

enum { FACT_ID, FACT_LABEL, FACT_VALUE, FACT_CONFIDENCE, FACT_SOURCE };
static const struct column fact_columns[] = {
    {"id", NULL, COLUMN_TEXT},
    {"label", "Figure", COLUMN_TEXT},
    {"value", "Value", COLUMN_TEXT},
    {"confidence", "Sure", COLUMN_TEXT},
    {"source", "Source", COLUMN_TEXT},
};

enum {
    SECTION_ID,
    SECTION_TITLE,
    SECTION_SIZE,
    SECTION_NEEDED,
    SECTION_LOADED,
    SECTION_FRESH,
    SECTION_CONFIDENCE,
    SECTION_SOURCE,
};
static const struct column section_columns[] = {
    {"id", NULL, COLUMN_TEXT},
    {"title", "Section", COLUMN_TEXT},
    {"size", "Size", COLUMN_TEXT},
    {"needed", "Needed", COLUMN_NUMBER},
    {"loaded", "Loaded", COLUMN_NUMBER},
    {"fresh", "Not seen", COLUMN_NUMBER},
    {"confidence", "Sure", COLUMN_TEXT},
    {"source", NULL, COLUMN_TEXT},
};

static void set_confidence(struct table *table, size_t column, char mark)
{
    if (mark != '\0')
        table_text(table, column, (struct str){&mark, 1});
}

static void fill_facts(struct table *table, const struct exam *exam,
                       struct arena *arena)
{
    struct sheet sheet;

    sheet_of(exam, arena, &sheet);
    for (size_t i = 0; i < sheet.count; i++) {
        const struct sheet_row *row = &sheet.rows[i];

        table_row(table);
        table_text(table, FACT_ID, str_from(row->id));
        table_text(table, FACT_LABEL, str_from(row->label));
        table_text(table, FACT_VALUE, str_from(row->value));
        set_confidence(table, FACT_CONFIDENCE, row->confidence);
        if (row->source.len > 0)
            table_text(table, FACT_SOURCE, row->source);
    }
}

static void fill_sections(struct table *table, const struct exam_entry *entry,
                          struct arena *arena)
{
    for (size_t i = 0; i < entry->exam->section_count; i++) {
        const struct exam_section *section = &entry->exam->sections[i];
        const struct section_supply *supply = &entry->supply[i];

        table_row(table);
        table_text(table, SECTION_ID, section->id);
        table_text(table, SECTION_TITLE, section->title);
        table_text(table, SECTION_SIZE,
                   str_from(sheet_section_size(section, arena)));
        table_number(table, SECTION_NEEDED, supply->needed_items);
        table_number(table, SECTION_LOADED, supply->items);
        table_number(table, SECTION_FRESH, supply->fresh);
        set_confidence(table, SECTION_CONFIDENCE, section->confidence);
        if (section->source.len > 0)
            table_text(table, SECTION_SOURCE, section->source);
    }
}

static void print_sheet(const struct cli *cli, const struct exam *exam,
                        const struct table *facts, const struct table *sections,
                        struct strbuf *out, struct arena *arena)
{
    static const char marks[] = {'A', 'B', 'C', 'M'};

    strbuf_printf(out, "%s\n\n", cli_folded(cli, arena, exam->title.data));
    table_print(facts, out, "", cli->ascii);
    strbuf_addc(out, '\n');
    table_print(sections, out, "This exam has no sections.", cli->ascii);
    strbuf_adds(out, "\nHow sure a figure is:");
    for (size_t i = 0; i < sizeof marks; i++)
        strbuf_printf(out, "%s %c %s", i > 0 ? ";" : "", marks[i],
                      sheet_confidence(marks[i]));
    strbuf_adds(out, ".\n");
}

static int show_exam(const struct cli *cli, const struct exam_entry *entry,
                     struct arena *arena)
{
    struct table facts, sections;
    struct strbuf out = {0};
    int status;

    table_init(&facts, "exam", COLUMNS(fact_columns), arena);
    table_init(&sections, "exam", COLUMNS(section_columns), arena);
    fill_facts(&facts, entry->exam, arena);
    fill_sections(&sections, entry, arena);
    if (cli_has(cli, OPTION_JSON)) {
        struct json_part parts[] = {{"facts", &facts, false},
                                    {"sections", &sections, false}};

        json_document(&out, "exam", parts, 2);
    } else if (cli_has(cli, OPTION_CSV)) {
        table_csv(&sections, &out, cli_has(cli, OPTION_RAW));
    } else {
        print_sheet(cli, entry->exam, &facts, &sections, &out, arena);
    }
    status = cli_write(cli, &out) ? EXIT_WELL : EXIT_ENVIRONMENT;
    strbuf_finish(&out);
    return status;
}

int command_exam(const struct cli *cli)
{
    struct arena arena = {0};
    struct exam_entry entry;
    struct error err = {0};
    int status = EXIT_WELL;
    struct app *app = cli_open(cli, false, &status);

    if (!app)
        return status;
    if (exams_find(app, cli->arguments[0], NULL, &arena, &entry, &err) &&
        exams_supply(app, &entry, &arena, &err))
        status = show_exam(cli, &entry, &arena);
    else
        status = cli_fail(cli, &err);
    arena_finish(&arena);
    app_close(app);
    return status;
}
