/*
 * `notes` and `disputes`: the candidate's own words on questions, and disputes
 * as a file for whoever keeps the bank. No name of a candidate is in it.
 */
#include "listing.h"
#include "proctor/app/remarks.h"

static void set_date(struct table *table, size_t column, int64_t utc_ms)
{
    char date[CLOCK_DATE_SIZE];

    clock_format(utc_ms, clock_zone_minutes(utc_ms), date);
    table_text(table, column, str_from(date));
}

/* --- notes ---------------------------------------------------------------- */

enum { NOTE_DATE, NOTE_QUESTION, NOTE_TEXT };
static const struct column note_columns[] = {
    {"date", "Date", COLUMN_TEXT},
    {"question", "Question", COLUMN_TEXT},
    {"text", "Note", COLUMN_TEXT},
};

static bool fill_notes(struct page *page, struct error *err)
{
    struct remarks notes;

    if (!notes_list(page->app, &page->arena, &notes, err))
        return false;
    for (size_t i = 0; i < notes.count; i++) {
        table_row(&page->table);
        set_date(&page->table, NOTE_DATE, notes.items[i].utc_ms);
        table_text(&page->table, NOTE_QUESTION, str_from(notes.items[i].name));
        table_text(&page->table, NOTE_TEXT, str_from(notes.items[i].text));
    }
    return true;
}

int command_notes(const struct cli *cli)
{
    static const struct listing listing = {
        .name = "notes",
        WITH_COLUMNS(note_columns),
        .empty = "There are no notes yet; they are written while a question "
                 "is looked at again.",
        .fill = fill_notes,
    };

    return listing_run(cli, &listing);
}

/* --- disputes ------------------------------------------------------------- */

enum {
    DISPUTE_DATE,
    DISPUTE_NAME,
    DISPUTE_BANK,
    DISPUTE_QUESTION,
    DISPUTE_CLAIM,
    DISPUTE_KEY,
    DISPUTE_REASON,
    DISPUTE_CHANGED,
    DISPUTE_HASH,
    DISPUTE_STEM,
    DISPUTE_OPTIONS,
};
static const struct column dispute_columns[] = {
    {"date", "Date", COLUMN_TEXT},
    {"name", "Question", COLUMN_TEXT},
    {"bank", NULL, COLUMN_TEXT},
    {"question", NULL, COLUMN_TEXT},
    {"claim", "Claimed", COLUMN_TEXT},
    {"key", "Key", COLUMN_TEXT},
    {"reason", "Reason", COLUMN_TEXT},
    {"changed_since", "Changed since", COLUMN_FLAG},
    {"sha256", NULL, COLUMN_TEXT},
    {"stem", NULL, COLUMN_TEXT},
    {"options", NULL, COLUMN_TEXT},
};

/* "A: ...", a line each, by the ids that the claim speaks of. */
static struct str options_text(const struct item *item, struct arena *arena)
{
    const char *text = "";

    for (size_t i = 0; i < item->option_count; i++)
        text = arena_printf(arena, "%s%s%c: " STR_FORMAT, text,
                            i > 0 ? "\n" : "", item->options[i].letter,
                            STR_ARG(item->options[i].text));
    return str_from(text);
}

/* "publisher/bank/item" in its two parts. */
static void set_name(struct table *table, struct str name)
{
    size_t bank = name.len;

    while (bank > 0 && name.data[bank - 1] != '/')
        bank--;
    table_text(table, DISPUTE_NAME, name);
    table_text(table, DISPUTE_QUESTION,
               (struct str){name.data + bank, name.len - bank});
    if (bank > 0)
        table_text(table, DISPUTE_BANK, (struct str){name.data, bank - 1});
}

static void add_dispute(struct table *table, const struct dispute *dispute)
{
    const struct remark *remark = &dispute->remark;

    table_row(table);
    set_date(table, DISPUTE_DATE, remark->utc_ms);
    set_name(table, str_from(remark->name));
    table_text(table, DISPUTE_CLAIM, str_from(remark->claim));
    table_text(table, DISPUTE_KEY, str_from(dispute->key));
    table_text(table, DISPUTE_REASON, str_from(remark->text));
    table_flag(table, DISPUTE_CHANGED, dispute->has_changed);
    table_text(table, DISPUTE_HASH, str_from(dispute->full_sha256));
    table_text(table, DISPUTE_STEM, dispute->item->stem);
    if (dispute->item->option_count > 0)
        table_text(table, DISPUTE_OPTIONS,
                   options_text(dispute->item, table->arena));
}

static bool add_disputes(struct app *app, struct table *table,
                         struct error *err)
{
    struct disputes disputes;

    if (!disputes_list(app, table->arena, &disputes, err))
        return false;
    for (size_t i = 0; i < disputes.count; i++)
        add_dispute(table, &disputes.items[i]);
    return true;
}

static bool fill_disputes(struct page *page, struct error *err)
{
    return add_disputes(page->app, &page->table, err);
}

static const struct listing disputes_listing = {
    .name = "disputes",
    WITH_COLUMNS(dispute_columns),
    .empty = "There are no open disputes; a key is disputed while a question "
             "is looked at again.",
    .fill = fill_disputes,
};

/* --- the file ------------------------------------------------------------- */

/* What `disputes --json` says. */
static bool export_disputes(const struct cli *cli, struct app *app,
                            struct error *err)
{
    struct arena arena = {0};
    struct table table;
    struct strbuf text = {0};
    bool ok;

    table_init(&table, disputes_listing.name, COLUMNS(dispute_columns), &arena);
    ok = add_disputes(app, &table, err);
    if (ok) {
        cli_table_json(&table, &text);
        ok = cli_deliver(cli, &text, err);
    }
    strbuf_finish(&text);
    arena_finish(&arena);
    return ok;
}

int command_disputes(const struct cli *cli)
{
    static const struct verb verbs[] = {
        {.word = "export",
         .options = BIT(OUTPUT) | BIT(FORCE),
         .only_reads = true,
         .act = export_disputes},
    };

    return verbs_run(cli, &disputes_listing, verbs,
                     sizeof verbs / sizeof *verbs);
}
