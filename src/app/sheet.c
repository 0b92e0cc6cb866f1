/*
 * An exam's figures turned into sentences, once for all who show them. Rows
 * are made by one small function per figure, listed in a table.
 */
#include "proctor/app/sheet.h"

#include "proctor/base/str.h"

struct maker {
    const char *id, *label;
    /* The value, or NULL when it is not known. */
    const char *(*make)(const struct exam *exam, struct arena *arena);
};

static const char *text_or_null(struct str text)
{
    return text.len > 0 ? text.data : NULL;
}

static const char *text_of(struct str text)
{
    return text.len > 0 ? text.data : "";
}

static const char *issuer(const struct exam *exam, struct arena *arena)
{
    (void)arena;
    return text_or_null(exam->issuer);
}

static const char *kind(const struct exam *exam, struct arena *arena)
{
    return arena_printf(arena, "%s, %s", exam_type_label(exam->type),
                        exam_status_id(exam->status));
}

static const char *version(const struct exam *exam, struct arena *arena)
{
    if (exam->valid_from.len == 0 && exam->valid_until.len == 0)
        return text_or_null(exam->version);
    return arena_printf(arena, "%s%svalid%s%s%s%s", text_of(exam->version),
                        exam->version.len > 0 ? ", " : "",
                        exam->valid_from.len > 0 ? " from " : "",
                        text_of(exam->valid_from),
                        exam->valid_until.len > 0 ? " until " : "",
                        text_of(exam->valid_until));
}

static const char *range(struct exam_range value, struct arena *arena)
{
    if (value.low == value.high)
        return arena_printf(arena, "%d", value.low);
    return arena_printf(arena, "%d to %d", value.low, value.high);
}

static const char *items(const struct exam *exam, struct arena *arena)
{
    if (exam->scored.high == 0)
        return NULL;
    if (exam->pretest.high == 0)
        return arena_printf(arena, "%s, all scored",
                            range(exam->scored, arena));
    return arena_printf(arena,
                        "%s scored and %s pretest, mixed in and not marked",
                        range(exam->scored, arena),
                        range(exam->pretest, arena));
}

static const char *minutes(const struct exam *exam, struct arena *arena)
{
    if (exam->minutes == 0)
        return "no limit";
    return arena_printf(arena, "%d minutes", exam->minutes);
}

static const char *scaled_pass(const struct exam_pass *pass,
                               struct arena *arena)
{
    struct strbuf cuts = {0};
    char *text;

    for (int i = 0; i < pass->cut_count; i++)
        strbuf_printf(&cuts, "%s%d %%", i > 0 ? ", " : "", pass->cuts[i]);
    text = arena_printf(arena,
                        "%d on the issuer's scale of %d to %d; its map from "
                        "right answers is not published, so cuts are assumed: "
                        "%s",
                        pass->scale_pass, pass->scale_min, pass->scale_max,
                        strbuf_text(&cuts));
    strbuf_finish(&cuts);
    return text;
}

static const char *pass(const struct exam *exam, struct arena *arena)
{
    switch (exam->pass.kind) {
    case PASS_PERCENT:
        return arena_printf(arena, "%d %% of the marks", exam->pass.percent);
    case PASS_SCALED:
        return scaled_pass(&exam->pass, arena);
    case PASS_NONE:
        break;
    }
    return exam->type == EXAM_PRACTICE_SET ? "none: a practice set has no "
                                             "verdict"
                                           : NULL;
}

static const char *order(const struct exam *exam, struct arena *arena)
{
    (void)arena;
    return exam->order == EXAM_ORDER_MIXED ? "all sections mixed"
                                           : "section by section";
}

static const char *navigation(const struct exam *exam, struct arena *arena)
{
    (void)arena;
    return exam_navigation_label(exam->navigation);
}

static const char *books(const struct exam *exam, struct arena *arena)
{
    struct strbuf text = {0};
    char *out;

    if (!exam->books_stated)
        return NULL;
    for (int set = 0; set < CODE_SET_COUNT; set++)
        if (exam->books & (1u << set))
            strbuf_printf(&text, "%s%s", text.len > 0 ? ", " : "",
                          code_set_title((enum code_set)set));
    out = arena_strdup(arena, text.len > 0 ? strbuf_text(&text) : "none");
    strbuf_finish(&text);
    return out;
}

static const char *scoring(const struct exam *exam, struct arena *arena)
{
    (void)exam;
    (void)arena;
    return "right or wrong; choose-N all or nothing (no issuer publishes its "
           "rule); typed codes one mark each, less one for each code too many; "
           "no answer counts as wrong";
}

static const char *breaks(const struct exam *exam, struct arena *arena)
{
    (void)arena;
    return str_is(exam->breaks, "clock-runs") ? "the clock runs on"
                                              : text_or_null(exam->breaks);
}

static const char *warnings(const struct exam *exam, struct arena *arena)
{
    struct strbuf text = {0};
    char *out;

    if (exam->warn_count == 0)
        return NULL;
    for (int i = 0; i < exam->warn_count; i++)
        strbuf_printf(&text, "%s%d", i > 0 ? ", " : "at ",
                      exam->warn_minutes[i]);
    strbuf_adds(&text, " minutes left");
    out = arena_strdup(arena, strbuf_text(&text));
    strbuf_finish(&text);
    return out;
}

static const char *code_years(const struct exam *exam, struct arena *arena)
{
    struct strbuf text = {0};
    char *out = NULL;

    for (int set = 0; set < CODE_SET_COUNT; set++) {
        const struct str_list *years = &exam->code_years.years[set];

        for (size_t i = 0; i < years->count; i++)
            strbuf_printf(&text, "%s%s %s", text.len > 0 ? ", " : "",
                          code_set_title((enum code_set)set),
                          years->items[i].data);
    }
    if (text.len > 0)
        out = arena_strdup(arena, strbuf_text(&text));
    strbuf_finish(&text);
    return out;
}

static const struct maker makers[] = {
    {"issuer", "Issuer", issuer},
    {"status", "Kind", kind},
    {"version", "Version", version},
    {"items", "Questions", items},
    {"minutes", "Time", minutes},
    {"pass", "To pass", pass},
    {"order", "Order", order},
    {"navigation", "Moving about", navigation},
    {"books", "Books allowed", books},
    {"scoring", "Scoring", scoring},
    {"breaks", "Breaks", breaks},
    {"warn_minutes", "Warning", warnings},
    {"code_sets", "Code years", code_years},
};

void sheet_of(const struct exam *exam, struct arena *arena, struct sheet *out)
{
    size_t makers_count = sizeof makers / sizeof *makers;

    out->rows = ARENA_ARRAY(arena, struct sheet_row, makers_count);
    out->count = 0;
    for (size_t i = 0; i < makers_count; i++) {
        const struct exam_fact *fact = exam_fact(exam, makers[i].id);
        const char *value = makers[i].make(exam, arena);

        if (!value)
            continue;
        out->rows[out->count++] = (struct sheet_row){
            .id = makers[i].id,
            .label = makers[i].label,
            .value = value,
            .confidence = fact ? fact->confidence : '\0',
            .source = fact ? fact->source : STR(""),
        };
    }
}

const char *sheet_section_size(const struct exam_section *section,
                               struct arena *arena)
{
    const char *number = range(section->size, arena);

    switch (section->size_kind) {
    case SIZE_ITEMS:
        return number;
    case SIZE_PERCENT:
        return arena_printf(arena, "%s %%", number);
    case SIZE_CASES:
        return arena_printf(arena, "%s cases", number);
    case SIZE_MIX:
        break;
    }
    return "the banks' own mix";
}

const char *sheet_confidence(char mark)
{
    switch (mark) {
    case 'A':
        return "read on the issuer's own page";
    case 'B':
        return "secondary sources that agree";
    case 'C':
        return "one secondary source, or sources that differ";
    case 'M':
        return "general knowledge, not confirmed";
    default:
        return "not stated";
    }
}
