/* The files that people read and copy from: every example of the documents is
 * read, every id of a diagnostic is explained, what ships reads back. The
 * argument is the root of the source tree. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "revisions.h"
#include "support.h"
#include "tree.h"

#define PATH_BYTES 4096

static struct tree tree;

/* The shipped subject tree, as the reader wants it. */
static struct strmap *shipped_topics(void)
{
    struct strbuf text = tree_slurp(&tree, "questions", "topics.yaml");
    struct strmap *map = strmap_create();
    struct arena arena = {0};
    struct topic_list topics;
    struct diagnostics list;

    diagnostics_init(&list, "topics.yaml");
    assert_true(topics_read(strbuf_str(&text), &arena, &topics, &list));
    for (size_t i = 0; i < topics.count; i++)
        strmap_add(map, topics.items[i].id, (int64_t)i, NULL);
    diagnostics_finish(&list);
    arena_finish(&arena);
    strbuf_finish(&text);
    return map;
}

static bool read_any(struct str text, const struct strmap *topics,
                     struct diagnostics *list)
{
    struct bank_options options = {.topics = topics};
    struct topic_list read_topics;
    struct arena arena = {0};
    struct exam exam;
    bool ok = false;

    switch (document_kind_of(text)) {
    case DOCUMENT_BANK:
        ok = bank_read(text, &options, NULL, list);
        break;
    case DOCUMENT_EXAM:
        ok = exam_read(text, topics, &arena, &exam, list);
        break;
    case DOCUMENT_TOPICS:
        ok = topics_read(text, &arena, &read_topics, list);
        break;
    case DOCUMENT_UNKNOWN:
        break;
    }
    arena_finish(&arena);
    return ok;
}

static void assert_file_is_clean(const char *name, struct str text,
                                 const struct strmap *topics)
{
    struct diagnostics list;

    diagnostics_init(&list, name);
    if (!read_any(text, topics, &list) || list.warnings > 0) {
        struct strbuf out = {0};

        diagnostics_print(&list, &out, false);
        print_error("%s", strbuf_text(&out));
        strbuf_finish(&out);
        fail_msg("%s has %zu errors and %zu warnings", name, list.errors,
                 list.warnings);
    }
    diagnostics_finish(&list);
}

/* The blocks between "```yaml" and "```" of a document; how many there were. */
static int check_examples(const char *name, const struct strmap *topics)
{
    struct strbuf text = tree_slurp(&tree, "docs", name);
    struct strbuf example = {0};
    struct str rest = strbuf_str(&text), line;
    bool inside = false;
    int count = 0;

    while (str_split(&rest, '\n', &line)) {
        if (inside && str_is(line, "```")) {
            assert_file_is_clean(name, strbuf_str(&example), topics);
            strbuf_clear(&example);
            inside = false;
            count++;
        } else if (inside) {
            strbuf_add(&example, line);
            strbuf_addc(&example, '\n');
        } else if (str_is(line, "```yaml")) {
            inside = true;
        }
    }
    assert_false(inside);
    strbuf_finish(&example);
    strbuf_finish(&text);
    return count;
}

static void every_example_of_the_documents_is_clean(void **state)
{
    struct strmap *topics = shipped_topics();
    (void)state;

    assert_int_equal(check_examples("bank-format.md", topics), 3);
    assert_int_equal(check_examples("exam-format.md", topics), 3);
    strmap_destroy(topics);
}

static bool looks_like_id(struct str text)
{
    bool has_slash = false;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];

        if (c == '/' && (has_slash || i == 0))
            return false;
        has_slash = has_slash || c == '/';
        if (c != '/' && c != '-' && (c < 'a' || c > 'z'))
            return false;
    }
    return has_slash && !str_ends(text, "/");
}

/* Ids are the texts in quotes of the form word/words; includes, the only other
 * such texts, have a dot. */
static void check_ids_of(const char *name, struct str documents)
{
    struct strbuf text = tree_slurp(&tree, "src/bank", name);
    struct str rest = strbuf_str(&text), piece;
    bool inside = false;

    for (; str_split(&rest, '"', &piece); inside = !inside) {
        char wanted[80];

        if (!inside || !looks_like_id(piece))
            continue;
        snprintf(wanted, sizeof wanted, "`%.*s`", STR_ARG(piece));
        if (!contains(documents, wanted))
            fail_msg("%s of %s is explained in no document", wanted, name);
    }
    strbuf_finish(&text);
}

static void every_id_of_a_diagnostic_is_explained(void **state)
{
    struct strbuf documents = tree_slurp(&tree, "docs", "bank-format.md");
    struct strbuf exams = tree_slurp(&tree, "docs", "exam-format.md");
    char path[PATH_BYTES];
    const struct dirent *entry;
    DIR *folder;
    int files = 0;
    (void)state;

    strbuf_add(&documents, strbuf_str(&exams));
    snprintf(path, sizeof path, "%s/src/bank", tree.root);
    folder = opendir(path);
    assert_non_null(folder);
    while ((entry = readdir(folder)) != NULL) {
        if (!str_ends(str_from(entry->d_name), ".c"))
            continue;
        check_ids_of(entry->d_name, strbuf_str(&documents));
        files++;
    }
    assert_true(files > 20);
    closedir(folder);
    strbuf_finish(&exams);
    strbuf_finish(&documents);
}

static void check_exam(const char *name, struct str text, void *topics)
{
    assert_file_is_clean(name, text, topics);
}

static void check_bank(const char *name, struct str text, void *topics)
{
    assert_file_is_clean(name, text, topics);
    assert_round_trip(name, text);
}

static void what_ships_is_clean_and_reads_back(void **state)
{
    struct strmap *topics = shipped_topics();
    (void)state;

    assert_true(tree_each_yaml(&tree, "questions/exams", check_exam, topics) >
                0);
    assert_true(tree_each_yaml(&tree, "questions/banks", check_bank, topics) >
                0);
    assert_true(
        tree_each_yaml(&tree, "questions/banks/cpt", check_bank, topics) > 0);
    strmap_destroy(topics);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_of_the_documents_is_clean),
        cmocka_unit_test(every_id_of_a_diagnostic_is_explained),
        cmocka_unit_test(what_ships_is_clean_and_reads_back),
    };

    if (argc != 2)
        return 2;
    tree.root = argv[1];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
