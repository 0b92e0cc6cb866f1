/* Banks on their way in: idempotent, atomic, and what becomes of items that
 * change, vanish, come back, move. */
#include "fixture.h"

#include <string.h>

static struct import_counts import(struct fixture *fixture,
                                   const struct fixture_bank *bank)
{
    struct import_counts counts;

    if (!fixture_import(fixture, bank, &counts))
        fail_msg("%s", fixture->err.message);
    return counts;
}

static void assert_counts(struct import_counts got, struct import_counts want)
{
    assert_int_equal(got.items, want.items);
    assert_int_equal(got.added, want.added);
    assert_int_equal(got.changed, want.changed);
    assert_int_equal(got.unchanged, want.unchanged);
    assert_int_equal(got.absent, want.absent);
    assert_int_equal(got.returned, want.returned);
    assert_int_equal(got.before, want.before);
}

static void the_same_bank_again_changes_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct item items[] = {fixture_item(fixture, "q1", "One?"),
                           fixture_item(fixture, "q2", "Two?")};
    struct fixture_bank bank = {.name = "p/b", .items = items, .item_count = 2};

    assert_counts(import(fixture, &bank),
                  (struct import_counts){.items = 2, .added = 2});
    assert_counts(import(fixture, &bank), (struct import_counts){.items = 2,
                                                                 .unchanged = 2,
                                                                 .before = 2});
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM item_rev"),
                     2);
    assert_int_equal(catalog_item_count(fixture->store), 2);
}

static void a_change_makes_a_revision_and_keeps_the_old_one(void **state)
{
    struct fixture *fixture = *state;
    struct item items[] = {fixture_item(fixture, "q1", "One?"),
                           fixture_item(fixture, "q2", "Two?")};
    struct fixture_bank bank = {.name = "p/b", .items = items, .item_count = 2};

    import(fixture, &bank);
    items[1].rationale = STR("Because.");
    items[0].status = ITEM_RETIRED;
    assert_counts(import(fixture, &bank), (struct import_counts){.items = 2,
                                                                 .changed = 2,
                                                                 .before = 2});
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM item_rev"),
                     3);
    assert_int_equal(
        fixture_number(fixture, "SELECT count(*) FROM item_history"), 1);
    assert_int_equal(fixture_number(fixture,
                                    "SELECT count(DISTINCT asked_sha256) "
                                    "FROM item_rev"),
                     2);
    assert_int_equal(catalog_item_count(fixture->store), 1);
}

static void what_is_missing_becomes_absent_and_may_return(void **state)
{
    struct fixture *fixture = *state;
    struct item items[] = {fixture_item(fixture, "q1", "One?"),
                           fixture_item(fixture, "q2", "Two?"),
                           fixture_item(fixture, "q3", "Three?")};
    struct fixture_bank all = {.name = "p/b", .items = items, .item_count = 3};
    struct fixture_bank less = {.name = "p/b", .items = items, .item_count = 1};

    import(fixture, &all);
    assert_counts(import(fixture, &less),
                  (struct import_counts){
                      .items = 1, .unchanged = 1, .absent = 2, .before = 3});
    assert_int_equal(fixture_pool(fixture, 0).count, 1);
    assert_counts(import(fixture, &less), (struct import_counts){.items = 1,
                                                                 .unchanged = 1,
                                                                 .before = 1});
    assert_counts(import(fixture, &all),
                  (struct import_counts){
                      .items = 3, .unchanged = 1, .returned = 2, .before = 1});
    assert_int_equal(fixture_pool(fixture, 0).count, 3);
}

static void a_dropped_import_leaves_all_as_it_was(void **state)
{
    struct fixture *fixture = *state;
    struct item items[] = {fixture_item(fixture, "q1", "One?")};
    struct fixture_bank bank = {.name = "p/b", .items = items, .item_count = 1};
    struct bank_rows rows;

    bank.drop = true;
    import(fixture, &bank);
    assert_true(catalog_banks(fixture->store, &fixture->arena, &rows, NULL));
    assert_int_equal(rows.count, 0);
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM item_rev"),
                     0);
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM source"), 0);
    assert_int_equal(store_commits(fixture->store), 0);
    catalog_import_drop(NULL);
}

static void an_older_version_wants_to_be_meant(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_bank bank = {.name = "p/b", .version = "2026.10"};

    import(fixture, &bank);
    bank.version = "2026.9";
    assert_false(fixture_import(fixture, &bank, NULL));
    assert_int_equal(fixture->err.code, ERR_INVALID);
    assert_non_null(strstr(fixture->err.message, "2026.10"));
    bank.allow_older = true;
    import(fixture, &bank);
    bank.version = "2026.9.1";
    bank.allow_older = false;
    import(fixture, &bank);
}

static void a_question_twice_in_one_bank_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct item items[] = {fixture_item(fixture, "q1", "One?"),
                           fixture_item(fixture, "q1", "Two?")};
    struct fixture_bank bank = {.name = "p/b", .items = items, .item_count = 2};

    assert_false(fixture_import(fixture, &bank, NULL));
    assert_non_null(strstr(fixture->err.message, "twice"));
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM bank"), 0);
}

static void equal_content_is_shared_between_banks(void **state)
{
    struct fixture *fixture = *state;
    struct item items[] = {fixture_item(fixture, "q1", "One?")};
    struct fixture_bank one = {.name = "p/a", .items = items, .item_count = 1};
    struct fixture_bank two = {.name = "p/b", .items = items, .item_count = 1};
    struct pool pool;

    import(fixture, &one);
    assert_counts(import(fixture, &two),
                  (struct import_counts){.items = 1, .added = 1});
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM item_rev"),
                     1);
    pool = fixture_pool(fixture, 0);
    assert_int_equal(pool.count, 2);
    assert_int_equal(pool.items[0].rev_id, pool.items[1].rev_id);
    assert_int_not_equal(pool.items[0].item_id, pool.items[1].item_id);
}

static void a_case_belongs_to_its_items(void **state)
{
    struct fixture *fixture = *state;
    struct text_part parts[] = {{STR("Note"), STR("Chest pain.")}};
    struct case_text text = {
        .id = STR("er"), .title = STR("ER"), .parts = parts, .part_count = 1};
    struct item items[] = {fixture_item(fixture, "q1", "One?"),
                           fixture_item(fixture, "q2", "Two?")};
    struct fixture_bank bank = {.name = "p/b",
                                .cases = &text,
                                .case_count = 1,
                                .items = items,
                                .item_count = 2};
    const struct pool_item *found;
    struct pool pool;
    struct item read;
    const char *name;

    items[1].case_text = &text;
    import(fixture, &bank);
    pool = fixture_pool(fixture, 0);
    found = fixture_pool_find(&pool, "p/b/q2");
    assert_true(found->about.has_case);
    assert_true(str_is(found->case_name, "p/b/er"));
    assert_false(fixture_pool_find(&pool, "p/b/q1")->about.has_case);

    assert_true(catalog_item(fixture->store, found->item_id, found->rev_id,
                             &fixture->arena, &read, &name, &fixture->err));
    assert_string_equal(name, "p/b/q2");
    assert_true(str_is(read.id, "q2"));
    assert_true(str_is(read.case_text->id, "er"));
    assert_true(str_is(read.case_text->parts[0].text, "Chest pain."));

    parts[0].text = STR("Back pain.");
    assert_counts(import(fixture, &bank),
                  (struct import_counts){
                      .items = 2, .changed = 1, .unchanged = 1, .before = 2});
    assert_true(catalog_item(fixture->store, 0, found->rev_id, &fixture->arena,
                             &read, NULL, &fixture->err));
    assert_true(str_is(read.case_text->parts[0].text, "Chest pain."));
}

static void an_unknown_case_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct case_text text = {.id = STR("er"), .title = STR("ER")};
    struct item items[] = {fixture_item(fixture, "q1", "One?")};
    struct fixture_bank bank = {.name = "p/b", .items = items, .item_count = 1};

    items[0].case_text = &text;
    assert_false(fixture_import(fixture, &bank, NULL));
    assert_non_null(strstr(fixture->err.message, "'er'"));
}

/* Sits every question of the pool once. */
static void sit_all(struct fixture *fixture, int64_t candidate_id)
{
    struct fixture_sitting sitting;

    fixture_start(fixture, candidate_id, &sitting);
    for (int pos = 0; pos < sitting.sitting.count; pos++)
        assert_true(fixture_act(&sitting, EVENT_VISIT, pos, "", NULL));
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, NULL));
    fixture_sitting_finish(&sitting);
}

static void exposures_follow_a_moved_item(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct item old[] = {fixture_item(fixture, "old", "One?")};
    struct item middle[] = {fixture_item(fixture, "middle", "One?")};
    struct item new[] = {fixture_item(fixture, "new", "One?")};
    struct fixture_bank first = {.name = "p/a", .items = old, .item_count = 1};
    struct fixture_bank gone = {.name = "p/a"};
    struct fixture_bank second = {
        .name = "p/b", .items = middle, .item_count = 1};
    struct fixture_bank third = {.name = "p/c", .items = new, .item_count = 1};
    struct pool pool;

    import(fixture, &first);
    sit_all(fixture, ann);
    import(fixture, &gone);
    middle[0].was = fixture_list(fixture, "p/a/old", NULL);
    import(fixture, &second);
    pool = fixture_pool(fixture, ann);
    assert_int_equal(fixture_pool_find(&pool, "p/b/middle")->seen, 1);

    sit_all(fixture, ann);
    assert_int_equal(fixture_number(fixture, "SELECT max(n) FROM exposure"), 2);
    second.item_count = 0;
    import(fixture, &second);
    new[0].was = fixture_list(fixture, "p/b/middle", NULL);
    import(fixture, &third);
    pool = fixture_pool(fixture, ann);
    assert_int_equal(fixture_pool_find(&pool, "p/c/new")->seen, 2);
    assert_int_equal(fixture_number(fixture,
                                    "SELECT count(*) FROM exposures "
                                    "WHERE item_id = (SELECT item_id FROM item "
                                    "WHERE name = 'new')"),
                     2);
}

static void a_question_met_under_either_name_is_met(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct item old[] = {fixture_item(fixture, "old", "One?")};
    struct item new[] = {fixture_item(fixture, "new", "One?")};
    struct fixture_bank first = {.name = "p/a", .items = old, .item_count = 1};
    struct fixture_bank second = {.name = "p/b", .items = new, .item_count = 1};
    struct pool pool;

    import(fixture, &first);
    sit_all(fixture, ann);
    new[0].was = fixture_list(fixture, "p/a/old", NULL);
    import(fixture, &second);
    pool = fixture_pool(fixture, ann);
    assert_int_equal(fixture_pool_find(&pool, "p/a/old")->seen, 1);
    assert_int_equal(fixture_pool_find(&pool, "p/b/new")->seen, 1);
}

static void two_items_that_were_each_other_make_no_circle(void **state)
{
    struct fixture *fixture = *state;
    struct item items[] = {fixture_item(fixture, "a", "One?"),
                           fixture_item(fixture, "b", "Two?")};
    struct fixture_bank bank = {.name = "p/b", .items = items, .item_count = 2};

    items[0].was = fixture_list(fixture, "p/b/b", "p/b/a", NULL);
    items[1].was = fixture_list(fixture, "p/b/a", NULL);
    import(fixture, &bank);
    assert_int_equal(fixture_number(fixture,
                                    "SELECT count(*) FROM item i JOIN item j "
                                    "ON j.item_id = i.merged_into "
                                    "WHERE j.merged_into IS NOT NULL"),
                     0);
    assert_int_equal(fixture_pool(fixture, 0).count, 2);
}

static void a_name_that_was_announced_is_no_second_item(void **state)
{
    struct fixture *fixture = *state;
    struct item items[] = {fixture_item(fixture, "new", "One?"),
                           fixture_item(fixture, "old", "Two?")};
    struct fixture_bank bank = {.name = "p/b", .items = items, .item_count = 2};

    items[0].was = fixture_list(fixture, "p/b/old", "p/never/seen", NULL);
    import(fixture, &bank);
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM item"), 3);
    assert_counts(import(fixture, &bank), (struct import_counts){.items = 2,
                                                                 .unchanged = 2,
                                                                 .before = 2});
}

static void assert_change(const struct changed_items *changes, size_t index,
                          const char *id, enum item_change change)
{
    assert_true(index < changes->count);
    assert_true(str_is(changes->items[index].id, id));
    assert_int_equal(changes->items[index].change, change);
}

/* Goes as far as the counts, asks, and drops it. */
static struct changed_items changes_of(struct fixture *fixture,
                                       const struct item *items, size_t count)
{
    struct source source = {.kind = "bank", .path = "/b.yaml"};
    struct bank_head head = {
        .name = STR("p/b"), .title = STR("A bank"), .version = STR("2")};
    struct import_counts counts;
    struct changed_items changes;
    struct bank_import *import =
        catalog_import_begin(fixture->store, &source, &fixture->err);

    assert_non_null(import);
    assert_true(catalog_import_header(import, &head, false, &fixture->err));
    for (size_t i = 0; i < count; i++)
        assert_true(catalog_import_item(import, &items[i], &fixture->err));
    assert_true(catalog_import_finish(import, &counts, &fixture->err));
    assert_true(catalog_import_changes(import, &fixture->arena, &changes,
                                       &fixture->err));
    assert_int_equal(changes.count, counts.added + counts.changed +
                                        counts.absent + counts.returned);
    catalog_import_drop(import);
    return changes;
}

static void an_import_tells_what_it_does_to_each_question(void **state)
{
    struct fixture *fixture = *state;
    struct item first[] = {fixture_item(fixture, "same", "Same?"),
                           fixture_item(fixture, "lost", "Lost?"),
                           fixture_item(fixture, "back", "Back?"),
                           fixture_item(fixture, "other", "Other?"),
                           fixture_item(fixture, "early", "Early?")};
    struct item now[] = {fixture_item(fixture, "zero", "New?"), first[3],
                         first[0], first[2], fixture_item(fixture, "a", "A?")};
    struct fixture_bank bank = {.name = "p/b", .items = first, .item_count = 5};
    struct changed_items changes;

    import(fixture, &bank);
    first[2] = first[4]; /* without "back" */
    bank.item_count = 3;
    import(fixture, &bank);
    first[2] = first[3]; /* and "early" is gone, "other" there again */
    import(fixture, &bank);
    now[1].rationale = STR("Because.");
    changes = changes_of(fixture, now, 5);
    assert_int_equal(changes.count, 5);
    assert_change(&changes, 0, "zero", ITEM_CHANGE_ADDED);
    assert_change(&changes, 1, "other", ITEM_CHANGE_CHANGED);
    assert_change(&changes, 2, "back", ITEM_CHANGE_RETURNED);
    assert_change(&changes, 3, "a", ITEM_CHANGE_ADDED);
    assert_change(&changes, 4, "lost", ITEM_CHANGE_ABSENT);
    assert_int_equal(changes_of(fixture, first, 3).count, 0);
    assert_string_equal(item_change_id(ITEM_CHANGE_ABSENT), "absent");
    assert_string_equal(item_change_label(ITEM_CHANGE_ADDED), "new");
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_same_bank_again_changes_nothing),
        TEST(a_change_makes_a_revision_and_keeps_the_old_one),
        TEST(what_is_missing_becomes_absent_and_may_return),
        TEST(a_dropped_import_leaves_all_as_it_was),
        TEST(an_older_version_wants_to_be_meant),
        TEST(a_question_twice_in_one_bank_is_refused),
        TEST(equal_content_is_shared_between_banks),
        TEST(a_case_belongs_to_its_items),
        TEST(an_unknown_case_is_refused),
        TEST(exposures_follow_a_moved_item),
        TEST(a_question_met_under_either_name_is_met),
        TEST(two_items_that_were_each_other_make_no_circle),
        TEST(a_name_that_was_announced_is_no_second_item),
        TEST(an_import_tells_what_it_does_to_each_question),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
