/* The hints of every question that ships: there are some for most, each is a
 * text, and none has a key in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "proctor/bank/reader.h"
#include "proctor/base/random.h"
#include "proctor/domain/hint.h"
#include "tree.h"

static struct tree tree;

struct tally {
    int items, with_place, whys;
};

static bool has(struct str text, const char *part)
{
    size_t len = strlen(part);

    return len > 0 && text.len >= len &&
           memmem(text.data, text.len, part, len) != NULL;
}

static void check_text(const struct item *item, struct str text,
                       struct arena *arena)
{
    assert_true(text.len > 0);
    for (size_t i = 0; i < item->option_count; i++) {
        struct str key_text = arena_str(arena, item->options[i].text);

        if (item->options[i].is_key && item->options[i].text.len > 4 &&
            has(text, key_text.data))
            fail_msg("'" STR_FORMAT "': " STR_FORMAT, STR_ARG(item->id),
                     STR_ARG(text));
    }
    for (size_t f = 0; f < item->field_count; f++) {
        const struct code_field *field = &item->fields[f];

        for (size_t i = 0; i < field->slot_count; i++) {
            struct strbuf code = {0};

            code_format(&code, &field->slots[i].accepted[0], field->set);
            assert_false(has(text, strbuf_text(&code)));
            assert_false(has(text, field->slots[i].accepted[0].base));
            strbuf_finish(&code);
        }
    }
}

static bool check_item(void *context, const struct item *item)
{
    struct tally *tally = context;
    struct arena arena = {0};
    struct random random = random_seeded((uint64_t)tally->items++);
    char order[ITEM_OPTIONS_MAX + 1];
    size_t count = hint_count(item);

    item_option_order(item, &random, order);
    for (size_t number = 1; number <= count; number++) {
        struct str text = hint_text(item, order, number, &arena);

        check_text(item, text, &arena);
        tally->with_place += number == 1 && str_starts(text, "Look it up");
        tally->whys +=
            text.len > strlen("A is wrong.") &&
            str_starts((struct str){text.data + 1, text.len - 1}, " is wrong.");
    }
    arena_finish(&arena);
    return true;
}

static void check_bank(const char *name, struct str text, void *tally)
{
    const struct bank_events events = {.item = check_item, .context = tally};
    struct diagnostics list;

    diagnostics_init(&list, name);
    assert_true(bank_read(text, NULL, &events, &list));
    diagnostics_finish(&list);
}

static void hints_help_and_never_have_the_key(void **state)
{
    struct tally tally = {0};
    (void)state;

    tree_each_yaml(&tree, "questions/banks", check_bank, &tally);
    tree_each_yaml(&tree, "questions/banks/cpt", check_bank, &tally);
    assert_true(tally.items > 0);
    assert_true(tally.with_place > tally.items * 3 / 4);
    assert_true(tally.whys > tally.items);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hints_help_and_never_have_the_key),
    };

    if (argc != 2)
        return 2;
    tree.root = argv[1];
    return cmocka_run_group_tests_name("hints", tests, NULL, NULL);
}
