/* Short lists in one text column: names by newline, books by blank, years of
 * code sets as lines "icd-10-cm FY2026". */
#ifndef PROCTOR_STORE_LISTS_H
#define PROCTOR_STORE_LISTS_H

#include "proctor/domain/exam.h"
#include "proctor/domain/item.h"

/* Appends; nothing for an empty list. */
void list_write_names(struct strbuf *out, const struct str_list *names);
void list_write_books(struct strbuf *out, code_set_mask books);
void list_write_years(struct strbuf *out, const struct code_years *years);

/* Sets unknown here are left out: a newer program may have written them. */
code_set_mask list_read_books(struct str text);
void list_read_years(struct arena *arena, struct str text,
                     struct code_years *out);

bool list_has_name(struct str text, struct str name);

/* No set of the exam's code years is named with other years only. */
bool list_years_fit(struct str text, const struct code_years *exam);

#endif
