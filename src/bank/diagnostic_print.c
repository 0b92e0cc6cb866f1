/*
 * The form of diagnostics for people, as a compiler's: place, severity and
 * message, the line with a mark under the place, a hint. All text of the file
 * goes through the display fold, and the mark stands under the column a
 * terminal shows, not under the character's number.
 */
#include "proctor/bank/diagnostic.h"

#include "proctor/base/fold.h"

#include "source.h"

static const char *const severity_names[] = {
    [SEVERITY_ERROR] = "error",
    [SEVERITY_WARNING] = "warning",
    [SEVERITY_NOTE] = "note",
};

/* Columns the text takes once it is folded. */
static int columns_of(struct str text, bool ascii)
{
    struct strbuf buf = {0};

    fold_append(&buf, text, FOLD_LINE, ascii);
    int columns = fold_columns(strbuf_str(&buf));
    strbuf_finish(&buf);
    return columns;
}

static void add_repeated(struct strbuf *out, char c, int count)
{
    for (int i = 0; i < count; i++)
        strbuf_addc(out, c);
}

/* The text between two columns of a line, in characters. */
static struct str slice(struct str line, int from, int to)
{
    size_t start = source_column_bytes(line, from);
    size_t end = source_column_bytes(line, to);

    return (struct str){line.data + start, end - start};
}

static void print_mark(const struct diagnostic *diagnostic, struct strbuf *out,
                       bool ascii)
{
    int column = diagnostic->caret_column;
    struct str marked =
        slice(diagnostic->source, column, column + diagnostic->length);
    int width = columns_of(marked, ascii);

    strbuf_adds(out, "       | ");
    add_repeated(out, ' ',
                 columns_of(slice(diagnostic->source, 1, column), ascii));
    strbuf_addc(out, '^');
    add_repeated(out, '~', width - 1);
    strbuf_addc(out, '\n');
}

static void print_place(const struct diagnostics *list,
                        const struct diagnostic *diagnostic, struct strbuf *out,
                        bool ascii)
{
    fold_append(out, list->path, FOLD_LINE, ascii);
    if (diagnostic->line > 0)
        strbuf_printf(out, ":%d:%d", diagnostic->line, diagnostic->column);
    strbuf_printf(out, ": %s: ", severity_names[diagnostic->severity]);
    if (diagnostic->item.len > 0) {
        fold_append(out, diagnostic->item, FOLD_LINE, ascii);
        strbuf_adds(out, ": ");
    }
}

static void print_one(const struct diagnostics *list,
                      const struct diagnostic *diagnostic, struct strbuf *out,
                      bool ascii)
{
    print_place(list, diagnostic, out, ascii);
    fold_append(out, diagnostic->message, FOLD_LINE, ascii);
    if (diagnostic->severity != SEVERITY_NOTE)
        strbuf_printf(out, " [%s]", diagnostic->id);
    strbuf_addc(out, '\n');
    if (diagnostic->source.len > 0 && diagnostic->caret_column > 0) {
        strbuf_printf(out, "%6d | ", diagnostic->line);
        fold_append(out, diagnostic->source, FOLD_LINE, ascii);
        strbuf_addc(out, '\n');
        print_mark(diagnostic, out, ascii);
    }
    if (diagnostic->hint.len > 0) {
        strbuf_adds(out, "       = hint: ");
        fold_append(out, diagnostic->hint, FOLD_LINE, ascii);
        strbuf_addc(out, '\n');
    }
}

/* Says how many more there are than were kept. */
static void print_rest(const struct diagnostics *list, struct strbuf *out,
                       bool ascii)
{
    size_t errors = list->errors, warnings = list->warnings;

    for (size_t i = 0; i < list->count; i++) {
        errors -= list->items[i].severity == SEVERITY_ERROR;
        warnings -= list->items[i].severity == SEVERITY_WARNING;
    }
    if (errors + warnings == 0)
        return;
    fold_append(out, list->path, FOLD_LINE, ascii);
    strbuf_printf(out, ": %zu more error%s and %zu more warning%s not shown\n",
                  errors, errors == 1 ? "" : "s", warnings,
                  warnings == 1 ? "" : "s");
}

void diagnostics_print(const struct diagnostics *list, struct strbuf *out,
                       bool ascii)
{
    for (size_t i = 0; i < list->count; i++)
        print_one(list, &list->items[i], out, ascii);
    print_rest(list, out, ascii);
}
