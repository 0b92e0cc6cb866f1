#include "revisions.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "proctor/bank/writer.h"
#include "proctor/domain/canonical.h"

struct collector {
    struct revisions *revisions;
    struct bank_writer writer;
};

static void add_hash(struct collector *collector, struct str id,
                     const struct hash *hash)
{
    char hex[HASH_HEX_SIZE];

    hash_hex(hash, hex);
    strbuf_add(&collector->revisions->list, id);
    strbuf_printf(&collector->revisions->list, " %s\n", hex);
}

static bool take_header(void *context, const struct bank_header *header)
{
    struct collector *collector = context;

    bank_write_header(&collector->writer, header);
    return true;
}

static struct hash hash_of_case(const struct case_text *text)
{
    struct strbuf form = {0};
    struct hash hash = canonical_case(&form, text);

    strbuf_finish(&form);
    return hash;
}

static bool take_case(void *context, const struct case_text *text)
{
    struct collector *collector = context;
    struct hash hash = hash_of_case(text);

    add_hash(collector, text->id, &hash);
    bank_write_case(&collector->writer, text);
    return true;
}

static bool take_item(void *context, const struct item *item)
{
    struct collector *collector = context;
    struct canonical canonical = {0};
    struct hash case_hash;

    if (item->case_text)
        case_hash = hash_of_case(item->case_text);
    canonical_item(&canonical, item, item->case_text ? &case_hash : NULL);
    add_hash(collector, item->id, &canonical.full_hash);
    strbuf_printf(&collector->revisions->list, "%s\n",
                  item_status_id(item->status));
    canonical_finish(&canonical);
    bank_write_item(&collector->writer, item);
    return true;
}

bool revisions_read(struct revisions *revisions, struct str bytes)
{
    struct collector collector = {.revisions = revisions};
    struct bank_events events = {take_header, take_case, take_item, &collector};
    struct diagnostics list;

    *revisions = (struct revisions){.list = {0}};
    diagnostics_init(&list, "bank.yaml");
    bool ok = bank_read(bytes, NULL, &events, &list);
    if (!ok) {
        struct strbuf out = {0};

        diagnostics_print(&list, &out, false);
        print_error("%s", strbuf_text(&out));
        strbuf_finish(&out);
    }
    diagnostics_finish(&list);
    strbuf_adds(&revisions->written, strbuf_text(&collector.writer.out));
    bank_writer_finish(&collector.writer);
    return ok;
}

void revisions_finish(struct revisions *revisions)
{
    strbuf_finish(&revisions->list);
    strbuf_finish(&revisions->written);
}

void assert_round_trip(const char *name, struct str bytes)
{
    struct revisions first, second;

    if (!revisions_read(&first, bytes))
        fail_msg("%s is not readable", name);
    if (!revisions_read(&second, strbuf_str(&first.written)))
        fail_msg("%s: what was written is not readable:\n%s", name,
                 strbuf_text(&first.written));
    assert_string_equal(strbuf_text(&first.list), strbuf_text(&second.list));
    assert_string_equal(strbuf_text(&first.written),
                        strbuf_text(&second.written));
    revisions_finish(&first);
    revisions_finish(&second);
}
