/* The files of a world: what a test puts there, and what the program left. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "world.h"

#define PATH_LENGTH 512
#define DATABASE_FOLDER "share/proctor"

static void path_of(const struct world *world, const char *name,
                    char path[PATH_LENGTH])
{
    snprintf(path, PATH_LENGTH, "%s/%s", world->folder, name);
}

static FILE *open_file(const char *path, const char *mode)
{
    FILE *file = fopen(path, mode);

    if (!file)
        fail_msg("cannot open %s", path);
    return file;
}

void world_write(const struct world *world, const char *name, const char *text)
{
    char path[PATH_LENGTH];
    FILE *file;

    path_of(world, name, path);
    file = open_file(path, "w");
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static bool has_bytes(const struct strbuf *bytes, const char *text)
{
    size_t length = strlen(text);

    for (size_t i = 0; i + length <= bytes->len; i++)
        if (memcmp(bytes->data + i, text, length) == 0)
            return true;
    return false;
}

static bool file_has(const char *path, const char *text)
{
    FILE *file = open_file(path, "r");
    struct strbuf bytes = {0};
    char part[4096];
    size_t count;
    bool found;

    while ((count = fread(part, 1, sizeof part, file)) > 0)
        strbuf_add(&bytes, (struct str){part, count});
    fclose(file);
    found = has_bytes(&bytes, text);
    strbuf_finish(&bytes);
    return found;
}

bool world_file_has(const struct world *world, const char *name,
                    const char *text)
{
    char path[PATH_LENGTH];

    path_of(world, name, path);
    return file_has(path, text);
}

static bool is_folder(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static bool folder_has(const char *path, const char *text)
{
    DIR *folder = opendir(path);
    struct dirent *entry;
    struct strbuf inner = {0};
    bool found = false;

    assert_non_null(folder);
    while ((entry = readdir(folder))) {
        if (entry->d_name[0] == '.')
            continue;
        strbuf_clear(&inner);
        strbuf_printf(&inner, "%s/%s", path, entry->d_name);
        found |= is_folder(strbuf_text(&inner))
                     ? folder_has(strbuf_text(&inner), text)
                     : file_has(strbuf_text(&inner), text);
    }
    closedir(folder);
    strbuf_finish(&inner);
    return found;
}

bool world_database_has(const struct world *world, const char *text)
{
    char path[PATH_LENGTH];

    path_of(world, DATABASE_FOLDER, path);
    return folder_has(path, text);
}

/* --- the world's own ------------------------------------------------------ */

static const char topics[] = "format: proctor-topics/1\n"
                             "topics:\n"
                             "  - {id: t/a, title: Topic A}\n"
                             "  - {id: t/b, title: Topic B}\n"
                             "  - {id: t/c, title: Topic C}\n";

static const char exam[] = "format: proctor-exam/1\n"
                           "exam: quick\n"
                           "title: Quick exam\n"
                           "issuer: Nobody\n"
                           "type: mock\n"
                           "status: live\n"
                           "version: \"1\"\n"
                           "minutes: 60\n"
                           "items: {scored: 4, pretest: 0}\n"
                           "pass: {percent: 70}\n"
                           "order: by-section\n"
                           "navigation: free\n"
                           "warn_minutes: [30]\n"
                           "sections:\n"
                           "  - {id: a, title: Part A, items: 1, topics: "
                           "[t/a]}\n"
                           "  - {id: b, title: Part B, items: 1, topics: "
                           "[t/b]}\n"
                           "  - {id: c, title: Part C, items: 2, topics: "
                           "[t/c]}\n";

static const char bank[] =
    "format: proctor-bank/1\n"
    "bank: test/quick\n"
    "title: Quick questions\n"
    "version: 2026.1\n"
    "language: en\n"
    "license: CC0-1.0\n"
    "cases:\n"
    "  - id: record\n"
    "    title: The record\n"
    "    parts:\n"
    "      - {heading: Course, text: Heart failure. Gr\xC3\xBC\xC3\x9F dich.}\n"
    "questions:\n"
    "  - id: one\n"
    "    topic: t/a\n"
    "    stem: The first question?\n"
    "    options: {A: alpha, B: beta, C: gamma}\n"
    "    shuffle: no\n"
    "    answer: B\n"
    "    rationale: Because.\n"
    "    references: [a book]\n"
    "  - id: two\n"
    "    topic: t/b\n"
    "    kind: multiple\n"
    "    stem: The second question?\n"
    "    options: {A: north, B: east, C: south}\n"
    "    shuffle: no\n"
    "    answer: [A, C]\n"
    "    rationale: Because.\n"
    "    references: [a book]\n"
    "  - id: three\n"
    "    topic: t/c\n"
    "    kind: codes\n"
    "    case: record\n"
    "    stem: The third question?\n"
    "    answer:\n"
    "      - {field: dx, label: Diagnoses, code_set: icd-10-cm, "
    "slots: [[I50.23], [E11.22]]}\n"
    "    rationale: Because.\n"
    "    references: [a book]\n"
    "  - id: four\n"
    "    topic: t/c\n"
    "    case: record\n"
    "    stem: The fourth question?\n"
    "    options: {A: eins, B: zwei, C: drei, D: vier}\n"
    "    shuffle: yes\n"
    "    answer: A\n"
    "    rationale: Because.\n"
    "    references: [a book]\n";

void world_write_own(const struct world *world)
{
    world_write(world, "data/topics.yaml", topics);
    world_write(world, "data/exams/quick.yaml", exam);
    world_write(world, "data/banks/quick.yaml", bank);
}

/* --- many questions ------------------------------------------------------- */

static const char head[] = "format: proctor-bank/1\n"
                           "bank: test/quick\n"
                           "title: Many questions\n"
                           "version: 2026.1\n"
                           "language: en\n"
                           "license: CC0-1.0\n"
                           "questions:\n";

static void add_questions(struct strbuf *text, char part, int count)
{
    for (int i = 1; i <= count; i++)
        strbuf_printf(text,
                      "  - id: %c%d\n"
                      "    topic: t/%c\n"
                      "    stem: Which is it, <%c%d>?\n"
                      "    options: {A: alpha, B: beta, C: gamma}\n"
                      "    shuffle: no\n"
                      "    answer: B\n"
                      "    rationale: Because.\n"
                      "    references: [a book]\n",
                      part, i, part, part, i);
}

void world_fill(const struct world *world, int mocks)
{
    struct strbuf text = {0};

    strbuf_adds(&text, head);
    add_questions(&text, 'a', mocks);
    add_questions(&text, 'b', mocks);
    add_questions(&text, 'c', 2 * mocks);
    world_write(world, "data/banks/quick.yaml", strbuf_text(&text));
    strbuf_finish(&text);
}
