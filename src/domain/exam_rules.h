/* What the files of exam and form share about sections. */
#ifndef DOMAIN_EXAM_RULES_H
#define DOMAIN_EXAM_RULES_H

#include "proctor/domain/exam.h"

/* May the exam draw an item that needs these books? */
bool exam_has_books(const struct exam *exam, code_set_mask needs);

/* As exam_section_of(), for an item of no explicit list and with the books
 * at hand: by case, kind and topic only. */
int exam_section_by_rule(const struct exam *exam,
                         const struct exam_candidate *item);

#endif
