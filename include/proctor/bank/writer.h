/*
 * Writing `proctor-bank/1`: what comes out reads back as the same revisions,
 * byte for byte the same for the same content. Codes are always quoted.
 */
#ifndef PROCTOR_BANK_WRITER_H
#define PROCTOR_BANK_WRITER_H

#include "proctor/bank/reader.h"
#include "proctor/base/str.h"

struct bank_writer {
    struct strbuf out;
    struct str topic; /* the bank's default, left out of items */
    int part;         /* what was written last; private */
};

/* In this order: header, cases, items. The strbuf `out` has the text. */
void bank_write_header(struct bank_writer *writer,
                       const struct bank_header *header);
void bank_write_case(struct bank_writer *writer, const struct case_text *text);
void bank_write_item(struct bank_writer *writer, const struct item *item);
void bank_writer_finish(struct bank_writer *writer);

#endif
