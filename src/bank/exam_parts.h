/* The parts of an exam's file. */
#ifndef PROCTOR_BANK_EXAM_PARTS_H
#define PROCTOR_BANK_EXAM_PARTS_H

#include "proctor/bank/reader.h"

#include "schema.h"

/* An exam while it is read. */
struct exam_draft {
    struct exam exam;
    int type; /* -1: not stated */
    int status, order, navigation;
    const struct node *items, *pass, *questions, *sections;
    struct exam_section list[EXAM_SECTIONS_MAX];
    struct place places[EXAM_SECTIONS_MAX]; /* of the sections */
    bool is_incomplete; /* something was lost to a syntax error */
};

extern const struct schema exam_schema; /* of a struct exam_draft */

/* Confidences, as a choice: A, B, C, M. */
extern const char *const confidence_names[];

/* Appends a section of the file. */
void exam_section_read(struct reader *reader, const struct node *entry,
                       struct exam_draft *draft);

/* Makes the one section of a quiz, from its list of questions. */
void exam_quiz_read(struct reader *reader, struct exam_draft *draft);

/* `pass:`, which may be NULL. */
void exam_pass_read(struct reader *reader, const struct node *key,
                    struct exam_pass *out);

/* A number or a pair [low, high]. */
bool exam_range_read(struct reader *reader, const struct node *key, int least,
                     int most, struct exam_range *out);

/* What takes more than one key to see. */
void exam_check(struct reader *reader, struct exam_draft *draft,
                struct place place);

#endif
