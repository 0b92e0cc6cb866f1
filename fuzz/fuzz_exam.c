/* Any bytes as an exam and as a topics file. */
#include <stdint.h>
#include <stdlib.h>

#include "proctor/bank/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What an exam promises to those who draw forms by it. */
static void check_exam(const struct exam *exam)
{
    int available[EXAM_SECTIONS_MAX] = {0};
    int scored[EXAM_SECTIONS_MAX], pretest[EXAM_SECTIONS_MAX];

    if (exam->id.len == 0 || exam->section_count == 0 ||
        exam->section_count > EXAM_SECTIONS_MAX)
        abort();
    exam_section_sizes(exam, available, scored, pretest);
}

static void read_exam(struct str bytes)
{
    struct diagnostics list;
    struct arena arena = {0};
    struct exam exam;

    diagnostics_init(&list, "exam.yaml");
    if (exam_read(bytes, NULL, &arena, &exam, &list))
        check_exam(&exam);
    else if (list.errors == 0)
        abort();
    diagnostics_finish(&list);
    arena_finish(&arena);
}

static void read_topics(struct str bytes)
{
    struct diagnostics list;
    struct arena arena = {0};
    struct topic_list topics;

    diagnostics_init(&list, "topics.yaml");
    if (topics_read(bytes, &arena, &topics, &list) != (list.errors == 0))
        abort();
    diagnostics_finish(&list);
    arena_finish(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = {(const char *)data, size};

    read_exam(bytes);
    read_topics(bytes);
    return 0;
}
