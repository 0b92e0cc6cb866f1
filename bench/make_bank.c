/* A bank of any size for measuring, with its topics and an exam: varied, valid,
 * always the same. */
#include "bench.h"

#include <stdio.h>

#include "proctor/base/random.h"

static const char *const topics[] = {
    "icd-10-cm/circulatory", "icd-10-cm/injuries", "cpt/medicine",
    "anatomy/nervous",       "compliance/hipaa",   "terminology/word-parts",
};
static const char *const words[] = {
    "patient", "presents", "chronic", "kidney",   "disease",   "stage",
    "biopsy",  "shows",    "margin",  "excision", "procedure", "left",
    "forearm", "layered",  "closure", "diabetes", "insulin",   "fracture",
    "healing", "visit",    "minutes", "decision", "moderate",  "complexity",
};
#define COUNT(list) (sizeof(list) / sizeof *(list))

static void put_words(FILE *file, struct random *random, int count)
{
    for (int i = 0; i < count; i++)
        fprintf(file, "%s%s", i > 0 ? " " : "",
                words[random_below(random, COUNT(words))]);
}

static void put_question(FILE *file, struct random *random, int number)
{
    int key = (int)random_below(random, 4);

    fprintf(file, "  - id: q%d\n    topic: %s\n    difficulty: medium\n",
            number, topics[random_below(random, COUNT(topics))]);
    fputs("    stem: |\n      ", file);
    put_words(file, random, 25);
    fputs(". Which code is reported?\n    options:\n", file);
    for (int i = 0; i < 4; i++)
        fprintf(file, "      %c: \"%05d-%02d\"\n", 'A' + i,
                (int)random_below(random, 100000),
                (int)random_below(random, 100));
    fprintf(file, "    answer: %c\n    rationale: |\n      ", 'A' + key);
    put_words(file, random, 18);
    fprintf(file, ".\n    references: [\"Guidelines, I.C.%d\"]\n",
            number % 20 + 1);
    if (number % 10 == 0)
        fprintf(file, "    enemies: [twin-%d]\n", number / 20);
}

size_t make_bank(const char *path, int questions)
{
    struct random random = random_seeded(1);
    FILE *file = fopen(path, "w");
    long size;

    bench_must(file != NULL, "writing the bank");
    fputs("format: proctor-bank/1\n"
          "bank: bench/large\n"
          "title: A large bank\n"
          "version: 1.0\n"
          "language: en\n"
          "license: CC-BY-4.0\n"
          "contains_cpt: true\n"
          "notice: \"numbers made by chance\"\n"
          "questions:\n",
          file);
    for (int i = 0; i < questions; i++)
        put_question(file, &random, i);
    size = ftell(file);
    bench_must(fclose(file) == 0, "writing the bank");
    return (size_t)size;
}

static void write_file(const char *path, const char *start, const char *before,
                       const char *after, const char *end)
{
    FILE *file = fopen(path, "w");

    bench_must(file != NULL, path);
    fputs(start, file);
    for (size_t i = 0; i < COUNT(topics); i++)
        fprintf(file, "%s%s%s", before, topics[i], after);
    fputs(end, file);
    bench_must(fclose(file) == 0, path);
}

void bench_write_topics(const char *folder, char *out, size_t size)
{
    snprintf(out, size, "%s/topics.yaml", folder);
    write_file(out, "format: proctor-topics/1\ntopics:\n",
               "  - {id: ", ", title: A topic}\n", "");
}

void bench_write_exam(const char *folder, char *out, size_t size)
{
    snprintf(out, size, "%s/exam.yaml", folder);
    write_file(out,
               "format: proctor-exam/1\n"
               "exam: bench\n"
               "title: Bench\n"
               "issuer: Bench\n"
               "type: mock\n"
               "status: live\n"
               "version: \"1\"\n"
               "minutes: 240\n"
               "items: {scored: 100, pretest: 0}\n"
               "pass: {percent: 70}\n"
               "order: by-section\n"
               "navigation: free\n"
               "sections:\n"
               "  - id: all\n"
               "    title: All\n"
               "    items: 100\n"
               "    topics:\n",
               "      - ", "\n", "");
}
