/* A question with all that is known of it, as tables for a JSON document. */
#ifndef PROCTOR_CLI_QUESTION_TABLES_H
#define PROCTOR_CLI_QUESTION_TABLES_H

#include "proctor/domain/item.h"
#include "proctor/report/table.h"

/* Appends the document proctor-question/1. `order` holds the ids of the
 * options as they are shown. */
void question_document(struct strbuf *out, const char *name,
                       const struct item *item, const char *order,
                       struct arena *arena);

#endif
