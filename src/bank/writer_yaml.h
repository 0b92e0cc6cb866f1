/* YAML as the writers of banks and exams write it: keys, and texts in the
 * simplest style that reads back byte for byte. */
#ifndef PROCTOR_BANK_WRITER_YAML_H
#define PROCTOR_BANK_WRITER_YAML_H

#include "proctor/base/str.h"
#include "proctor/domain/item.h"

/* `indent` is that of the line's key, in spaces. Empty texts and lists write
 * nothing. */
void yaml_key(struct strbuf *out, int indent, const char *key);
void yaml_text(struct strbuf *out, int indent, const char *key,
               struct str text);
void yaml_texts(struct strbuf *out, int indent, const char *key,
                const struct str_list *list);

/* Values of several kinds of files. A list of code sets is written even when it
 * is empty. */
void yaml_code_sets(struct strbuf *out, int indent, const char *key,
                    code_set_mask sets);
void yaml_code_years(struct strbuf *out, int indent,
                     const struct code_years *years);
void yaml_extras(struct strbuf *out, int indent, const struct extra_list *list);

/* A text behind its key and colon, or behind '- ', with the line's end. Lines
 * of a block are indented by `indent` + 2. */
void yaml_value(struct strbuf *out, int indent, struct str text);

/* In double quotes, whatever it holds. */
void yaml_quoted(struct strbuf *out, struct str text);

/* In one line: plain where that is safe inside [ ] and { }, else quoted. */
void yaml_inline(struct strbuf *out, struct str text);

#endif
