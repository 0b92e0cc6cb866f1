/* Scoring of one field of typed codes. */
#ifndef DOMAIN_SCORE_CODES_H
#define DOMAIN_SCORE_CODES_H

#include "proctor/domain/response.h"
#include "proctor/domain/score.h"

/* Half marks of the field after extras are taken off; `feedback_out` (may be
 * NULL) is filled with memory of the arena. */
int score_field(const struct code_field *field,
                const struct code_entries *answer, struct arena *arena,
                struct field_feedback *feedback_out);

#endif
