/* What is found, where, and what stands around it. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/review.h"
#include "proctor/app/search.h"
#include "proctor/base/utf8.h"
#include "proctor/store/catalog.h"

static const char bank[] =
    "format: proctor-bank/1\nbank: test/quick\ntitle: Words\nversion: \"1\"\n"
    "language: en\nlicense: CC-BY-4.0\n"
    "cases:\n"
    "  - id: c\n    title: Emergency record\n    parts:\n"
    "      - {heading: Complaint, text: Thirsty giraffe.}\n"
    "    exhibits:\n"
    "      - {id: l, title: Laboratory, table: {columns: [Test, Value],\n"
    "         rows: [[Zebrafish, 2.1]]}}\n"
    "      - {id: x, title: Film, text: An ibis is seen.}\n"
    "questions:\n"
    "  - id: q0\n    topic: t/a\n    case: c\n"
    "    stem: |\n      Which Modifier fits?\n      Choose one.\n"
    "    options: {A: Walrus, B: wrong}\n    answer: A\n"
    "    why: {B: Nothing but a Heron.}\n"
    "    rationale: The Ostrich rule.\n    references: [Pelican tables]\n"
    "  - id: q1\n    topic: t/a\n    stem: A second stem?\n"
    "    exhibits:\n      - {id: n, title: Note, text: A penguin note}\n"
    "    options: {A: yes, B: no}\n    answer: A\n"
    "    rationale: Because the modifier rule says so.\n"
    "    references: [A book]\n"
    "  - id: typed\n    topic: t/a\n    kind: codes\n    stem: Codes?\n"
    "    answer:\n"
    "      - {field: dx, label: Diagnoses, code_set: icd-10-cm,\n"
    "         slots: [[I50.23, I50.33]], why: {I10: Too coarse a Lynx.}}\n"
    "    rationale: R.\n    references: [A book]\n"
    "  - id: q2\n    topic: t/b\n    stem: Never met, with a modifier?\n"
    "    options: {A: yes, B: no}\n    answer: A\n"
    "    rationale: R.\n    references: [A book]\n";

/* An exam of Part A only: q2 is never met. */
static const char exam[] =
    "format: proctor-exam/1\nexam: quick\ntitle: Quick exam\nversion: \"1\"\n"
    "type: mock\nminutes: 60\nitems: {scored: 3, pretest: 0}\n"
    "pass: {percent: 70}\n"
    "sections:\n  - {id: a, title: Part A, items: 3, topics: [t/a]}\n";

/* Answers what has options, and makes a note at q1. */
static void look_at_all(struct fixture *f)
{
    struct session *session = fixture_start(f);

    for (int pos = 0; pos < 3; pos++) {
        const char *id = session_item(session, pos)->id.data;

        assert_true(session_visit(session, pos, &f->err));
        if (strcmp(id, "typed") != 0)
            fixture_answer(session, pos, true);
        if (strcmp(id, "q1") == 0)
            assert_true(
                session_set_note(session, pos, "Ask about gulls", &f->err));
    }
    assert_true(session_submit(session, &f->err));
    session_close(session);
}

static void met(struct fixture *f)
{
    fixture_open(f);
    fixture_import(f, fixture_file(f, "t.yaml", fixture_topics), NULL, NULL);
    fixture_import(f, fixture_file(f, "e.yaml", exam), NULL, NULL);
    if (fixture_import(f, fixture_file(f, "b.yaml", bank), NULL, NULL) !=
        OUTCOME_IMPORTED)
        fail_msg("%s", f->err.message);
    look_at_all(f);
}

static struct search *search_all(struct fixture *f, const char *words)
{
    struct search *search = search_begin(f->app, words, &f->err);
    bool done = false;

    if (!search)
        fail_msg("%s", f->err.message);
    while (!done)
        if (!search_step(search, &done, &f->err))
            fail_msg("%s", f->err.message);
    return search;
}

/* "question q0; note q0; topic t/a" of all that is found. */
static void assert_found(struct fixture *f, const char *words,
                         const char *expected)
{
    struct search *search = search_all(f, words);
    struct strbuf text = {0};
    const struct search_hit *hits;
    size_t count;

    hits = search_hits(search, &count);
    for (size_t i = 0; i < count; i++) {
        const char *slash = strrchr(hits[i].name, '/');

        strbuf_printf(&text, "%s%s %s", i > 0 ? "; " : "",
                      search_kind_id(hits[i].kind),
                      hits[i].kind == SEARCH_TOPIC ? hits[i].name : slash + 1);
    }
    assert_string_equal(strbuf_text(&text), expected);
    strbuf_finish(&text);
    search_end(search);
}

static void every_text_of_a_question_is_looked_through(void **state)
{
    static const struct {
        const char *words, *found;
    } cases[] = {
        {"modifier", "question q0; question q1"},
        {"MODIFIER", "question q0; question q1"},
        {"walrus", "question q0"},
        {"emergency", "question q0"},
        {"complaint", "question q0"},
        {"giraffe", "question q0"},
        {"laboratory", "question q0"},
        {"zebrafish", "question q0"},
        {"2.1", "question q0"},
        {"ibis", "question q0"},
        {"penguin", "question q1"},
        {"ostrich", "question q0"},
        {"heron", "question q0"},
        {"pelican", "question q0"},
        {"fit", "question q0"},
        {"i50.33", "question typed"},
        {"diagnoses", "question typed"},
        {"lynx", "question typed"},
        {"elephant", ""},
    };
    struct fixture f;

    (void)state;
    met(&f);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_found(&f, cases[i].words, cases[i].found);
    fixture_close(&f);
}

static void all_words_have_to_be_there(void **state)
{
    struct fixture f;

    (void)state;
    met(&f);
    assert_found(&f, "walrus  ostrich", "question q0");
    assert_found(&f, "walrus penguin", "");
    assert_found(&f, " modifier because ", "question q1");
    fixture_close(&f);
}

/* Where question q0 stands in the review: what was drawn first is chance. */
static int place_of_q0(const struct review *review)
{
    int pos = 0;

    while (!str_ends(str_from(review->items[pos].name), "/q0"))
        pos++;
    return pos;
}

static void topics_and_notes_come_first(void **state)
{
    struct fixture f;
    struct review review;

    (void)state;
    met(&f);
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    assert_true(review_note(f.app, &review, place_of_q0(&review),
                            "Topic walrus, see page 4", &f.arena, &f.err));
    assert_found(&f, "topic", "topic t/a; topic t/b; note q0");
    assert_found(&f, "walrus", "note q0; question q0");
    assert_found(&f, "t/b", "topic t/b");
    fixture_close(&f);
}

/* The one hit for these words, word by word. */
static void assert_hit(struct fixture *f, const char *words,
                       const struct search_hit *expected)
{
    struct search *search = search_all(f, words);
    const struct search_hit *hits;
    size_t count;

    hits = search_hits(search, &count);
    assert_int_equal(count, 1);
    assert_int_equal(hits[0].kind, expected->kind);
    assert_string_equal(hits[0].name, expected->name);
    assert_string_equal(hits[0].title, expected->title);
    assert_string_equal(hits[0].excerpt, expected->excerpt);
    assert_int_equal(search_seen(search), 3);
    search_end(search);
}

static void every_note_is_looked_through(void **state)
{
    struct fixture f;
    struct review review;

    (void)state;
    met(&f);
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    for (int pos = 0; pos < 3; pos++)
        assert_true(review_note(f.app, &review, pos,
                                pos == place_of_q0(&review) ? "a kiwi" : "no",
                                &f.arena, &f.err));
    assert_found(&f, "kiwi", "note q0");
    fixture_close(&f);
}

static void a_hit_says_where_it_is(void **state)
{
    struct fixture f;

    (void)state;
    met(&f);
    assert_hit(&f, "ostrich",
               &(struct search_hit){.kind = SEARCH_QUESTION,
                                    .name = "test/quick/q0",
                                    .title = "Which Modifier fits?",
                                    .excerpt = "The Ostrich rule."});
    assert_hit(&f, "topic a",
               &(struct search_hit){.kind = SEARCH_TOPIC,
                                    .name = "t/a",
                                    .title = "Topic A",
                                    .excerpt = "Topic A"});
    /* Typed in the sitting, not afterwards. */
    assert_hit(&f, "gulls",
               &(struct search_hit){.kind = SEARCH_NOTE,
                                    .name = "test/quick/q1",
                                    .title = "A second stem?",
                                    .excerpt = "Ask about gulls"});
    fixture_close(&f);
}

static void a_search_that_says_nothing_is_refused(void **state)
{
    static const char *const refused[] = {"", "  ", "x", " \xC3\xA9 ",
                                          "aa a b c d e f g h i j k l m n o p"};
    struct fixture f;

    (void)state;
    met(&f);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        assert_null(search_begin(f.app, refused[i], &f.err));
        assert_int_equal(f.err.code, ERR_USAGE);
    }
    assert_found(&f, "aa a b c d e f g h i j k l m n o", "");
    fixture_close(&f);
}

/* --- excerpts ------------------------------------------------------------- */

/* The excerpt of a note with the word `walrus` in it. */
static const char *excerpt_of(struct fixture *f, const char *note)
{
    struct review review;
    struct search *search;
    const struct search_hit *hits;
    const char *excerpt;
    size_t count;

    assert_true(review_read(f->app, 1, &f->arena, &review, &f->err));
    assert_true(review_note(f->app, &review, 0, note, &f->arena, &f->err));
    search = search_all(f, "walrus");
    hits = search_hits(search, &count);
    assert_int_equal(hits[0].kind, SEARCH_NOTE);
    excerpt = arena_strdup(&f->arena, hits[0].excerpt);
    search_end(search);
    return excerpt;
}

static void an_excerpt_begins_at_a_word_a_little_before(void **state)
{
    struct fixture f;

    (void)state;
    met(&f);
    assert_string_equal(excerpt_of(&f, "the walrus\nis here"),
                        "the walrus is here");
    assert_string_equal(
        excerpt_of(&f, "one two three four five six seven walrus eight nine "
                       "ten eleven twelve thirteen fourteen fifteen sixteen"),
        "...four five six seven walrus eight nine ten eleven twelve...");
    /* Twenty bytes before it a word is half over. */
    assert_string_equal(
        excerpt_of(&f, "one two three fourfour five six seven walrus"),
        "...five six seven walrus");
    assert_string_equal(
        excerpt_of(&f, "one two three fourfour\nfive six seven walrus"),
        "...five six seven walrus");
    fixture_close(&f);
}

static void an_excerpt_of_the_very_width_is_not_cut(void **state)
{
    static const char words[] =
        "walrus 8901 34567 90123 56789 12345 78901 34567 90123 567890";
    struct fixture f;

    (void)state;
    met(&f);
    assert_int_equal(strlen(words), 60);
    assert_string_equal(excerpt_of(&f, words), words);
    assert_string_equal(
        excerpt_of(&f, arena_printf(&f.arena, "%s1", words)),
        "walrus 8901 34567 90123 56789 12345 78901 34567 90123...");
    fixture_close(&f);
}

static void an_excerpt_never_cuts_a_character(void **state)
{
    struct fixture f;
    struct strbuf note = {0};

    (void)state;
    met(&f);
    /* Longer and longer words of two bytes a character, on both sides, at
     * even and at odd distances. */
    for (int length = 1; length < 200; length++) {
        const char *excerpt;

        strbuf_clear(&note);
        for (int i = 0; i < length; i++)
            strbuf_adds(&note, "\xC3\xA9");
        strbuf_adds(&note, length % 2 ? "xwalrus" : "walrus");
        for (int i = 0; i < length; i++)
            strbuf_adds(&note, "\xC3\xA9");
        excerpt = excerpt_of(&f, strbuf_text(&note));
        assert_int_equal(utf8_valid_prefix(str_from(excerpt)), strlen(excerpt));
        assert_non_null(strstr(excerpt, "walrus"));
        assert_null(strstr(excerpt, "\xEF\xBF\xBD"));
    }
    strbuf_finish(&note);
    fixture_close(&f);
}

/* --- one question --------------------------------------------------------- */

static void a_question_that_is_opened_was_revealed(void **state)
{
    struct fixture f;
    struct search *search;
    const struct search_hit *hits;
    struct search_hit hit;
    struct item item;
    const char *name;
    size_t count;
    bool was_read = true;

    (void)state;
    met(&f);
    search = search_all(&f, "walrus");
    hits = search_hits(search, &count);
    hit = hits[0];
    search_end(search);
    assert_true(attempt_was_read(app_store(f.app), 1, &was_read, &f.err));
    assert_false(was_read);
    assert_true(search_open(f.app, hit.item_id, hit.rev_id, &f.arena, &item,
                            &name, &f.err));
    assert_string_equal(name, "test/quick/q0");
    assert_true(item.options[0].is_key);
    assert_true(attempt_was_read(app_store(f.app), 1, &was_read, &f.err));
    assert_true(was_read);
    fixture_close(&f);
}

static void a_question_that_was_not_met_is_not_opened(void **state)
{
    struct fixture f;
    struct item item;
    const char *name;
    int64_t item_id, rev_id;

    (void)state;
    met(&f);
    assert_found(&f, "never met", "");
    assert_true(catalog_find_item(app_store(f.app), "test/quick/q2", &item_id,
                                  &rev_id, &f.err));
    assert_false(
        search_open(f.app, item_id, rev_id, &f.arena, &item, &name, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    fixture_close(&f);
}

static void nothing_is_looked_up_during_an_exam(void **state)
{
    struct fixture f;
    struct session *session;
    struct item item;
    const char *name;

    (void)state;
    met(&f);
    session = fixture_start(&f);
    assert_null(search_begin(f.app, "walrus", &f.err));
    assert_int_equal(f.err.code, ERR_BUSY);
    assert_false(search_open(f.app, 1, 1, &f.arena, &item, &name, &f.err));
    assert_int_equal(f.err.code, ERR_BUSY);
    session_close(session);
    fixture_close(&f);
}

/* An exam of 301 questions of Part A. */
static const char long_exam[] =
    "format: proctor-exam/1\nexam: quick\ntitle: All\nversion: \"1\"\n"
    "type: mock\nminutes: 600\nitems: {scored: 301, pretest: 0}\n"
    "pass: {percent: 70}\n"
    "sections:\n  - {id: a, title: A, items: 301, topics: [t/a]}\n";

static void questions_come_in_slices(void **state)
{
    struct fixture f;
    struct search *search;
    struct session *session;
    char *big = fixture_bank(460, "1");
    size_t count;
    bool done = false;
    int steps = 0;

    (void)state;
    fixture_open(&f);
    fixture_import(&f, fixture_file(&f, "t.yaml", fixture_topics), NULL, NULL);
    fixture_import(&f, fixture_file(&f, "b.yaml", big), NULL, NULL);
    fixture_import(&f, fixture_file(&f, "e.yaml", long_exam), NULL, NULL);
    free(big);
    session = fixture_start(&f);
    for (int pos = 0; pos < 301; pos++)
        assert_true(session_visit(session, pos, &f.err));
    assert_true(session_submit(session, &f.err));
    session_close(session);
    search = search_begin(f.app, "question", &f.err);
    for (; !done; steps++)
        assert_true(search_step(search, &done, &f.err));
    search_hits(search, &count);
    assert_int_equal(count, 301);
    assert_int_equal(search_seen(search), 301);
    /* Topics and notes; then 100, 100, 100 and 1. */
    assert_int_equal(steps, 5);
    search_end(search);
    fixture_close(&f);
}

static void hits_end_when_there_are_enough(void **state)
{
    struct strbuf topics = {0};
    struct fixture f;
    struct search *search;
    size_t count;
    bool done = false;

    (void)state;
    fixture_open(&f);
    strbuf_adds(&topics, "format: proctor-topics/1\ntopics:\n");
    for (int i = 0; i < SEARCH_HITS_MAX + 1; i++)
        strbuf_printf(&topics, "  - {id: t/n%d, title: Heron}\n", i);
    fixture_import(&f, fixture_file(&f, "t.yaml", strbuf_text(&topics)), NULL,
                   NULL);
    search = search_begin(f.app, "heron", &f.err);
    assert_non_null(search);
    assert_true(search_step(search, &done, &f.err));
    assert_true(done);
    search_hits(search, &count);
    assert_int_equal(count, SEARCH_HITS_MAX);
    search_end(search);
    strbuf_finish(&topics);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_text_of_a_question_is_looked_through),
        cmocka_unit_test(all_words_have_to_be_there),
        cmocka_unit_test(topics_and_notes_come_first),
        cmocka_unit_test(every_note_is_looked_through),
        cmocka_unit_test(a_hit_says_where_it_is),
        cmocka_unit_test(a_search_that_says_nothing_is_refused),
        cmocka_unit_test(an_excerpt_begins_at_a_word_a_little_before),
        cmocka_unit_test(an_excerpt_of_the_very_width_is_not_cut),
        cmocka_unit_test(an_excerpt_never_cuts_a_character),
        cmocka_unit_test(a_question_that_is_opened_was_revealed),
        cmocka_unit_test(a_question_that_was_not_met_is_not_opened),
        cmocka_unit_test(nothing_is_looked_up_during_an_exam),
        cmocka_unit_test(questions_come_in_slices),
        cmocka_unit_test(hits_end_when_there_are_enough),
    };

    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
