/* `exams` and `exam ID`: what can be sat, and how sure its figures are. */
#include "listing.h"
#include "proctor/app/exams.h"
#include "proctor/app/library.h"
#include "proctor/app/sheet.h"

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
    EXAM_ORIGIN,
    EXAM_PATH,
    EXAM_MISSING,
    EXAM_ENABLED,
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
    {"origin", "Origin", COLUMN_TEXT},
    {"path", NULL, COLUMN_TEXT},
    {"missing", NULL, COLUMN_TEXT},
    {"enabled", "Enabled", COLUMN_FLAG},
};

static void add_exam(struct table *table, const struct exam_entry *entry,
                     const char *missing)
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
               entry->is_full        ? STR("yes")
               : entry->fillable > 0 ? STR("shorter only")
                                     : STR("no"));
    table_text(table, EXAM_TITLE, exam->title);
    table_text(table, EXAM_ORIGIN, str_from(origin_id(entry->origin)));
    table_text(table, EXAM_PATH, str_from(entry->path));
    if (missing[0] != '\0')
        table_text(table, EXAM_MISSING, str_from(missing));
    table_flag(table, EXAM_ENABLED, entry->enabled);
}

/* An exam that cannot be read is said and left out. */
static void say_unreadable(const struct cli *cli,
                           const struct exam_entries *entries)
{
    for (size_t i = 0; i < entries->unreadable_count; i++) {
        struct error problem;

        error_set(&problem, ERR_CORRUPT, "%s", entries->unreadable[i].reason);
        cli_fail(cli, &problem);
    }
}

/* What is missing stands below the table: it is long, and mostly empty. */
static bool tell_exam(struct page *page, struct exam_entry *entry,
                      struct error *err)
{
    const char *missing;

    if (!exams_supply(page->app, entry, &page->arena, err))
        return false;
    missing = exam_missing_text(entry, &page->arena);
    add_exam(&page->table, entry, missing);
    if (missing[0] != '\0')
        strbuf_printf(&page->below, STR_FORMAT " %s.\n",
                      STR_ARG(entry->exam->id), missing);
    return true;
}

static bool fill(struct page *page, struct error *err)
{
    struct exam_entries entries;

    if (!exams_list_all(page->app, &page->arena, &entries, err))
        return false;
    say_unreadable(page->cli, &entries);
    for (size_t i = 0; i < entries.count; i++)
        if (!tell_exam(page, &entries.items[i], err))
            return false;
    return true;
}

static bool enable(const struct cli *cli, struct app *app, struct error *err)
{
    return library_enable_exam(app, cli->arguments[1], true, err) &&
           verb_done(cli, "can be sat");
}

static bool disable(const struct cli *cli, struct app *app, struct error *err)
{
    return library_enable_exam(app, cli->arguments[1], false, err) &&
           verb_done(cli, "no longer shown to candidates");
}

int command_exams(const struct cli *cli)
{
    static const struct listing listing = {
        .name = "exams",
        WITH_COLUMNS(exam_columns),
        .empty = "No exams are loaded. `proctor import FILE` loads one.",
        .fill = fill,
    };
    static const struct verb verbs[] = {
        {.word = "enable", .arguments = 1, .act = enable},
        {.word = "disable", .arguments = 1, .act = disable},
    };

    return verbs_run(cli, &listing, verbs, sizeof verbs / sizeof *verbs);
}

/* --- one exam --------------------------------------------------------------
 */

enum {
    ABOUT_ID,
    ABOUT_TITLE,
    ABOUT_VERSION,
    ABOUT_ORIGIN,
    ABOUT_STATUS,
    ABOUT_PATH,
    ABOUT_MISSING,
};
static const struct column about_columns[] = {
    {"id", "Exam", COLUMN_TEXT},         {"title", "Title", COLUMN_TEXT},
    {"version", "Version", COLUMN_TEXT}, {"origin", "Origin", COLUMN_TEXT},
    {"status", "Status", COLUMN_TEXT},   {"path", "Path", COLUMN_TEXT},
    {"missing", "Missing", COLUMN_TEXT},
};

enum { FACT_ID, FACT_LABEL, FACT_VALUE, FACT_CONFIDENCE, FACT_SOURCE };
static const struct column fact_columns[] = {
    {"id", NULL, COLUMN_TEXT},         {"label", "Figure", COLUMN_TEXT},
    {"value", "Value", COLUMN_TEXT},   {"confidence", "Sure", COLUMN_TEXT},
    {"source", "Source", COLUMN_TEXT},
};

enum {
    SECTION_ID,
    SECTION_TITLE,
    SECTION_SIZE,
    SECTION_NEEDS,
    SECTION_HAS,
    SECTION_NEEDED,
    SECTION_NEEDED_CASES,
    SECTION_LOADED,
    SECTION_LOADED_CASES,
    SECTION_FRESH,
    SECTION_CONFIDENCE,
    SECTION_SOURCE,
};
static const struct column section_columns[] = {
    {"id", "Section", COLUMN_TEXT},        {"title", "Title", COLUMN_TEXT},
    {"size", "Size", COLUMN_TEXT},         {"needs", "Needed", COLUMN_TEXT},
    {"has", "Loaded", COLUMN_TEXT},        {"needed", NULL, COLUMN_NUMBER},
    {"needed_cases", NULL, COLUMN_NUMBER}, {"loaded", NULL, COLUMN_NUMBER},
    {"loaded_cases", NULL, COLUMN_NUMBER}, {"fresh", "Not seen", COLUMN_NUMBER},
    {"confidence", "Sure", COLUMN_TEXT},   {"source", NULL, COLUMN_TEXT},
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

static void fill_about(struct table *table, const struct exam_entry *entry,
                       const char *missing)
{
    const struct exam *exam = entry->exam;

    table_row(table);
    table_text(table, ABOUT_ID, exam->id);
    table_text(table, ABOUT_TITLE, exam->title);
    table_text(table, ABOUT_VERSION, exam->version);
    table_text(table, ABOUT_ORIGIN, str_from(origin_id(entry->origin)));
    table_text(table, ABOUT_STATUS, str_from(exam_status_id(exam->status)));
    table_text(table, ABOUT_PATH, str_from(entry->path));
    if (missing[0] != '\0')
        table_text(table, ABOUT_MISSING, str_from(missing));
}

/* A count in the section's own measure: "12", "7 cases". */
static struct str in_measure(const struct exam_section *section, int items,
                             int cases, struct arena *arena)
{
    if (section->size_kind == SIZE_CASES)
        return str_from(
            arena_printf(arena, "%d case%s", cases, cases == 1 ? "" : "s"));
    return str_from(arena_printf(arena, "%d", items));
}

/* Needed and loaded, for people and for programs. */
static void fill_supply(struct table *table, const struct exam_section *section,
                        const struct section_supply *supply,
                        struct arena *arena)
{
    table_text(table, SECTION_NEEDS,
               in_measure(section, supply->needed_items, supply->needed_cases,
                          arena));
    table_text(table, SECTION_HAS,
               in_measure(section, supply->items, supply->cases, arena));
    if (section->size_kind == SIZE_CASES)
        table_number(table, SECTION_NEEDED_CASES, supply->needed_cases);
    else
        table_number(table, SECTION_NEEDED, supply->needed_items);
    table_number(table, SECTION_LOADED, supply->items);
    table_number(table, SECTION_LOADED_CASES, supply->cases);
    table_number(table, SECTION_FRESH, supply->fresh);
}

static void fill_sections(struct table *table, const struct exam_entry *entry,
                          struct arena *arena)
{
    for (size_t i = 0; i < entry->exam->section_count; i++) {
        const struct exam_section *section = &entry->exam->sections[i];

        table_row(table);
        table_text(table, SECTION_ID, section->id);
        table_text(table, SECTION_TITLE, section->title);
        table_text(table, SECTION_SIZE,
                   str_from(sheet_section_size(section, arena)));
        fill_supply(table, section, &entry->supply[i], arena);
        set_confidence(table, SECTION_CONFIDENCE, section->confidence);
        if (section->source.len > 0)
            table_text(table, SECTION_SOURCE, section->source);
    }
}

struct exam_tables {
    struct table about, facts, sections;
    const char *missing;
};

static void print_sheet(const struct cli *cli, const struct exam *exam,
                        const struct exam_tables *tables, struct strbuf *out,
                        struct arena *arena)
{
    static const char marks[] = {'A', 'B', 'C', 'M'};

    strbuf_printf(out, "%s\n\n", cli_folded(cli, arena, exam->title.data));
    table_print(&tables->facts, out, "", cli->ascii);
    strbuf_addc(out, '\n');
    table_print(&tables->sections, out, "This exam has no sections.",
                cli->ascii);
    if (tables->missing[0] != '\0')
        strbuf_printf(out, "\nThis exam %s.\n",
                      cli_folded(cli, arena, tables->missing));
    strbuf_adds(out, "\nHow sure a figure is:");
    for (size_t i = 0; i < sizeof marks; i++)
        strbuf_printf(out, "%s %c %s", i > 0 ? ";" : "", marks[i],
                      sheet_confidence(marks[i]));
    strbuf_adds(out, ".\n");
}

static void fill_tables(const struct exam_entry *entry, struct arena *arena,
                        struct exam_tables *out)
{
    table_init(&out->about, "exam", COLUMNS(about_columns), arena);
    table_init(&out->facts, "exam", COLUMNS(fact_columns), arena);
    table_init(&out->sections, "exam", COLUMNS(section_columns), arena);
    out->missing = exam_missing_text(entry, arena);
    fill_about(&out->about, entry, out->missing);
    fill_facts(&out->facts, entry->exam, arena);
    fill_sections(&out->sections, entry, arena);
}

static bool write_sheet(const struct cli *cli, const struct exam_entry *entry,
                        struct arena *arena, struct error *err)
{
    struct exam_tables tables;
    struct strbuf out = {0};
    bool ok;

    fill_tables(entry, arena, &tables);
    if (cli_has(cli, OPTION_JSON)) {
        struct json_part parts[] = {{"exam", &tables.about, true},
                                    {"facts", &tables.facts, false},
                                    {"sections", &tables.sections, false}};

        json_document(&out, "exam", parts, 3);
    } else if (cli_has(cli, OPTION_CSV)) {
        table_csv(&tables.sections, &out, cli_has(cli, OPTION_RAW));
    } else {
        print_sheet(cli, entry->exam, &tables, &out, arena);
    }
    ok = cli_deliver(cli, &out, err);
    strbuf_finish(&out);
    return ok;
}

static bool show_exam(const struct cli *cli, struct app *app, struct error *err)
{
    struct arena arena = {0};
    struct exam_entry entry;
    bool ok = exams_find(app, cli->arguments[0], NULL, &arena, &entry, err) &&
              exams_supply(app, &entry, &arena, err) &&
              write_sheet(cli, &entry, &arena, err);

    arena_finish(&arena);
    return ok;
}

int command_exam(const struct cli *cli)
{
    return action_run(cli, false, show_exam);
}
