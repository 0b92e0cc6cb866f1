/* Banks, exams, the questions of a bank; a file on its way in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "drawing.h"
#include "import_view.h"
#include "library_view.h"
#include "sample.h"
#include "screens.h"

#include "proctor/platform/env.h"

/* STR() is no constant expression. */
#define TEXT(literal)                                                          \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }

static struct bank_row banks[] = {
    {.name = "proctor/skin",
     .title = "Integumentary system",
     .version = "2026.2",
     .license = "CC-BY-4.0",
     .notice = "CPT is a trademark of the AMA.",
     .enabled = true,
     .active = 142,
     .cases = 6,
     .retired = 2},
    {.name = "ann/quiz",
     .title = "Quiz",
     .version = "1",
     .license = "none stated",
     .notice = "",
     .origin = ORIGIN_USER,
     .shadowed = true,
     .active = 1,
     .absent = 3},
};
static struct section_supply supply[2];
static struct exam_entry exams[] = {
    {.exam = &sample_exam,
     .enabled = true,
     .supply = supply,
     .needed = 100,
     .fillable = 100,
     .is_full = true},
    {.exam = &sample_exam,
     .origin = ORIGIN_USER,
     .supply = supply,
     .needed = 100,
     .fillable = 41},
    {.exam = &sample_exam},
};
static struct exam_unreadable unreadable[] = {
    {"old", "the stored sheet of exam 'old' cannot be read"}};

static void build_library(struct page *page)
{
    library_page(page, &(struct library_view){
                           .banks = {banks, 2},
                           .exams = {.items = exams,
                                     .count = 3,
                                     .unreadable = unreadable,
                                     .unreadable_count = 1},
                       });
}

static void build_nothing(struct page *page)
{
    library_page(page, &(struct library_view){0});
}

static void the_library_tells_what_candidates_see(void **state)
{
    (void)state;
    drawing_check_page("library", &(struct ui){0}, build_library);
    drawing_check_page("library-empty", &(struct ui){0}, build_nothing);
}

static const struct bank_item_row abscess = {
    .id = "abscess",
    .topic = "cpt/surgery/integumentary",
    .stem = "A 45-year-old patient presents with an abscess of the left",
};
static const struct bank_item_row old_rule = {
    .id = "old-rule",
    .topic = "cpt/guidelines",
    .stem = "Which rule holds?",
    .status = ITEM_RETIRED,
};

static void build_bank(struct page *page)
{
    static const struct bank_item_row *const rows[] = {&abscess, &old_rule};
    static const size_t numbers[] = {1, 137};

    bank_page(page, &(struct bank_view){.bank = &banks[0],
                                        .rows = rows,
                                        .numbers = numbers,
                                        .count = 2});
}

static void the_questions_of_a_bank_are_numbered(void **state)
{
    (void)state;
    drawing_check_page("bank", &(struct ui){0}, build_bank);
}

/* --- a question ----------------------------------------------------------- */

static void check_item(const char *name, const struct item *item, bool with_key)
{
    static const struct {
        int width, height;
    } sizes[] = {{80, 24}, {40, 12}, {120, 40}};
    struct ui ui = {0};
    struct screen *screen =
        item_screen_create(&ui, "proctor/icd/question", item,
                           item->option_count > 0 ? "CBAD" : "", with_key);

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct canvas canvas;

        drawing_init(&canvas, &ui, sizes[i].width, sizes[i].height);
        screen->class->layout(screen, &ui, sizes[i].width, sizes[i].height);
        screen->class->draw(screen, &ui, &canvas);
        drawing_check(&canvas, name);
        canvas_finish(&canvas);
    }
    screen_destroy(screen);
}

static void a_question_is_shown_as_candidates_see_it(void **state)
{
    (void)state;
    check_item("item", &sample_on_case, false);
    check_item("item-key", &sample_single, true);
    check_item("item-key-codes", &sample_codes, true);
}

/* --- a file --------------------------------------------------------------- */

static struct diagnostic diagnostics[] = {
    {.severity = SEVERITY_WARNING,
     .line = 12,
     .column = 3,
     .item = TEXT("abscess"),
     .message = TEXT("there is no rationale"),
     .hint = TEXT("say in `rationale:` why the key is right")},
    {.severity = SEVERITY_ERROR,
     .line = 41,
     .column = 13,
     .item = TEXT("wound"),
     .message = TEXT("option key 'E' is not among A to D"),
     .hint = TEXT("")},
    {.severity = SEVERITY_NOTE,
     .item = TEXT(""),
     .message = TEXT("it is about the whole file"),
     .hint = TEXT("")},
};
static struct changed_item changes[] = {
    {TEXT("abscess"), ITEM_CHANGE_CHANGED}, {TEXT("wound"), ITEM_CHANGE_ADDED},
    {TEXT("burn"), ITEM_CHANGE_ADDED},      {TEXT("graft"), ITEM_CHANGE_ABSENT},
    {TEXT("nail"), ITEM_CHANGE_RETURNED},
};

static struct import_report sample_report(void)
{
    return (struct import_report){
        .path = "/home/ann/banks/skin.yaml",
        .kind = DOCUMENT_BANK,
        .name = "proctor/skin",
        .version = "2026.2",
        .outcome = OUTCOME_WOULD_IMPORT,
        .counts = {.items = 143,
                   .added = 2,
                   .changed = 1,
                   .unchanged = 139,
                   .absent = 1,
                   .returned = 1,
                   .before = 142},
        .changes = {changes, 5},
        .diagnostics = {.items = diagnostics, .count = 1, .warnings = 1},
    };
}

static void build_question(struct page *page)
{
    struct import_report report = sample_report();

    import_preview_page(page, &report, IMPORT_ASKS_LOAD);
}

static void build_absent(struct page *page)
{
    struct import_report report = sample_report();

    report.counts.absent = 40;
    import_preview_page(page, &report, IMPORT_ASKS_ABSENT);
}

static void build_rejected(struct page *page)
{
    struct import_report report = sample_report();

    report.outcome = OUTCOME_REJECTED;
    report.changes.count = 0;
    report.diagnostics.count = 3;
    report.diagnostics.errors = 61;
    import_preview_page(page, &report, IMPORT_ASKS_NOTHING);
}

static void build_loaded(struct page *page)
{
    struct import_report report = sample_report();

    report.outcome = OUTCOME_IMPORTED;
    import_done_page(page, &report);
}

static void a_file_is_shown_before_it_changes_anything(void **state)
{
    (void)state;
    drawing_check_page("import", &(struct ui){0}, build_question);
    drawing_check_page("import-absent", &(struct ui){0}, build_absent);
    drawing_check_page("import-rejected", &(struct ui){0}, build_rejected);
    drawing_check_page("import-done", &(struct ui){0}, build_loaded);
}

static void build_name(struct page *page)
{
    static char typed[] = "~/banks/a-rather-long-folder/of-banks/skin.yaml";
    static const char *fits[] = {"skin-1.yaml", "skin-2.yaml"};
    struct text_edit edit = {typed, sizeof typed, sizeof typed - 1,
                             sizeof typed - 1};

    import_path_page(page, &edit, &(struct path_list){fits, 2});
}

static void the_end_of_a_long_name_is_in_sight(void **state)
{
    (void)state;
    drawing_check_page("import-name", &(struct ui){0}, build_name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_library_tells_what_candidates_see),
        cmocka_unit_test(the_questions_of_a_bank_are_numbered),
        cmocka_unit_test(a_question_is_shown_as_candidates_see_it),
        cmocka_unit_test(a_file_is_shown_before_it_changes_anything),
        cmocka_unit_test(the_end_of_a_long_name_is_in_sight),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
