/* What the files of the writer share. */
#ifndef PROCTOR_BANK_WRITER_PARTS_H
#define PROCTOR_BANK_WRITER_PARTS_H

#include "proctor/base/str.h"
#include "proctor/domain/item.h"

enum {
    KEY = 4,    /* indentation of a question's keys, in spaces */
    NESTED = 6, /* of what stands below them */
};

/* `answer:` with the fields of typed codes. */
void bank_write_fields(struct strbuf *out, const struct item *item);

#endif
