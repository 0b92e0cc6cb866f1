/*
 * Any bytes as a bank. Beside surviving them, what was read without an error
 * and written must read back without one and be written the same again.
 */
#include <stdint.h>
#include <stdlib.h>

#include "proctor/bank/reader.h"
#include "proctor/bank/writer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool take_header(void *context, const struct bank_header *header)
{
    bank_write_header(context, header);
    return true;
}

static bool take_case(void *context, const struct case_text *text)
{
    bank_write_case(context, text);
    return true;
}

static bool take_item(void *context, const struct item *item)
{
    bank_write_item(context, item);
    return true;
}

/* Reads a bank and writes it into `writer`; whether it had no error. */
static bool copy(struct str bytes, struct bank_writer *writer)
{
    struct bank_events events = {take_header, take_case, take_item, writer};
    struct strbuf printed = {0};
    struct diagnostics list;

    *writer = (struct bank_writer){.part = 0};
    diagnostics_init(&list, "bank.yaml");
    bool ok = bank_read(bytes, NULL, &events, &list);
    if (ok != (list.errors == 0))
        abort();
    diagnostics_print(&list, &printed, false);
    strbuf_finish(&printed);
    diagnostics_finish(&list);
    return ok;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bank_writer first, second;

    (void)document_kind_of((struct str){(const char *)data, size});
    if (copy((struct str){(const char *)data, size}, &first)) {
        if (!copy(strbuf_str(&first.out), &second) ||
            !str_eq(strbuf_str(&first.out), strbuf_str(&second.out)))
            abort();
        bank_writer_finish(&second);
    }
    bank_writer_finish(&first);
    return 0;
}
