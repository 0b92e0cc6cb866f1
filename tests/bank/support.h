/* Reading texts as files, and asking what was said about them. */
#ifndef PROCTOR_TESTS_BANK_SUPPORT_H
#define PROCTOR_TESTS_BANK_SUPPORT_H

#include "proctor/bank/reader.h"

/* A header of five lines and the sixth that opens the questions. */
#define HEADER                                                                 \
    "format: proctor-bank/1\n"                                                 \
    "bank: test/small\n"                                                       \
    "title: A small bank\n"                                                    \
    "version: 2026.1\n"                                                        \
    "license: CC0-1.0\n"
#define QUESTIONS HEADER "questions:\n"

/* The ends of a question that give no warning. */
#define PROVED "    rationale: Because.\n    references: [The book]\n"

/* A question of seven lines. */
#define QUESTION(id)                                                           \
    "  - id: " id "\n"                                                         \
    "    topic: anatomy\n"                                                     \
    "    stem: Which one is it?\n"                                             \
    "    options: {A: the first, B: the second}\n"                             \
    "    answer: A\n" PROVED

/* One reading of a file. Items and cases handed out are counted. */
struct reading {
    struct diagnostics list;
    bool ok;
    int headers, cases, items;
};

void reading_bank(struct reading *reading, struct str bytes);
/* With the topics `anatomy` and `cpt/surgery`; the others are unknown. */
void reading_bank_topics(struct reading *reading, struct str bytes);
void reading_exam(struct reading *reading, struct str bytes);
void reading_topics(struct reading *reading, struct str bytes);
void reading_finish(struct reading *reading);

/* The first diagnostic of that id, or NULL. */
const struct diagnostic *reading_find(const struct reading *reading,
                                      const char *id);

/* What a file is expected to give: one error or warning. */
struct expected {
    const char *name; /* printed when it fails */
    const char *text;
    const char *id;
    int line, column;
    const char *message; /* a part of it, or NULL */
    const char *hint;    /* a part of it, or NULL */
};

/* Exactly one error, the one expected. */
void assert_error(const struct reading *reading,
                  const struct expected *expected);
/* No error; among the warnings the one expected. */
void assert_warning(const struct reading *reading,
                    const struct expected *expected);

/* No error and no warning; prints them otherwise. */
void assert_clean(const struct reading *reading);

bool contains(struct str text, const char *part);

/* A file's bytes, to be freed with strbuf_finish(). */
struct strbuf slurp(const char *path);

#endif
