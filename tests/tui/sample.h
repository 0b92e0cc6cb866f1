/* Questions, an exam and a review to draw: fixed, so that goldens are. */
#ifndef PROCTOR_TESTS_TUI_SAMPLE_H
#define PROCTOR_TESTS_TUI_SAMPLE_H

#include "proctor/app/review.h"
#include "proctor/app/session.h"

extern const struct exam sample_exam;
extern const struct item sample_single, sample_multiple, sample_codes,
    sample_on_case;
extern const struct review sample_review;
extern const struct session_plan sample_plan;
/* An exam in its second hour, interrupted for 35 minutes. */
extern const struct interruption sample_interruption;

#endif
