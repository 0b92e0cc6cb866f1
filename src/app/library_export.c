/* A bank of the catalogue written as YAML again. */
#include "proctor/app/library.h"

#include <stdlib.h>

#include "proctor/bank/writer.h"

struct export
{
    struct bank_writer writer;
    struct arena arena; /* of the header's list of authors */
};

static struct str_list split_lines(struct str text, struct arena *arena)
{
    struct str_list list = {0};
    struct str piece;

    list.items = ARENA_ARRAY(arena, struct str, text.len + 1);
    while (text.len > 0 && str_split(&text, '\n', &piece))
        list.items[list.count++] = piece;
    return list;
}

static void on_head(void *context, const struct bank_head *head)
{
    struct export *export = context;
    struct bank_header header = {
        .name = head->name,
        .title = head->title,
        .version = head->version,
        .language = head->language,
        .license = head->license,
        .notice = head->notice,
        .based_on = head->based_on,
        .topic = head->topic,
        .authors = split_lines(head->authors, &export->arena),
        .code_years = head->code_years,
        .contains_cpt = head->contains_cpt,
        .extras = head->extras,
    };

    bank_write_header(&export->writer, &header);
}

static void on_case(void *context, const struct case_text *text)
{
    bank_write_case(&((struct export *)context)->writer, text);
}

static void on_item(void *context, const struct item *item)
{
    bank_write_item(&((struct export *)context)->writer, item);
}

bool library_export(struct app *app, const char *bank, struct strbuf *out,
                    struct error *err)
{
    struct export export = {0};
    struct bank_sink sink = {on_head, on_case, on_item, &export};
    bool ok = catalog_export_bank(app_store(app), bank, &sink, err);

    if (ok)
        strbuf_add(out, strbuf_str(&export.writer.out));
    bank_writer_finish(&export.writer);
    arena_finish(&export.arena);
    return ok;
}
