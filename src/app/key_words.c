/* The key of a question in words, for those who look at it apart from an
 * attempt: with the letters of its bank, and every alternative. */
#include "key_words.h"

#include "sentences.h"

/* "B: the key's text"; of several joined by "; " or "; or ". */
static void append_options(struct strbuf *text, const struct item *item)
{
    const char *between = "";

    for (size_t i = 0; i < item->option_count; i++) {
        const struct option *option = &item->options[i];

        if (!option->is_key)
            continue;
        strbuf_printf(text, "%s%c: " STR_FORMAT, between, option->letter,
                      STR_ARG(option->text));
        between = item->any_key ? "; or " : "; ";
    }
}

/* "Diagnoses: I13.0; I50.23 or I50.33" */
static void append_field(struct strbuf *text, const struct code_field *field)
{
    struct str name = field->label.len > 0 ? field->label : field->id;

    strbuf_printf(text, "%s" STR_FORMAT ": ", text->len > 0 ? ". " : "",
                  STR_ARG(name));
    for (size_t i = 0; i < field->slot_count; i++)
        for (size_t j = 0; j < field->slots[i].count; j++) {
            strbuf_adds(text, j > 0 ? " or " : i > 0 ? "; " : "");
            code_format(text, &field->slots[i].accepted[j], field->set);
        }
}

const char *key_words(const struct item *item, struct arena *arena)
{
    struct strbuf text = {0};

    append_options(&text, item);
    for (size_t i = 0; i < item->field_count; i++)
        append_field(&text, &item->fields[i]);
    return text_take(&text, arena);
}
