/*
 * What became of a file, for programs and for people. The reports themselves
 * are filled in by library.c.
 */
#include "proctor/app/library.h"

const char *import_outcome_id(enum import_outcome outcome)
{
    static const char *const ids[] = {
#define X(NAME, id, text) id,
        IMPORT_OUTCOMES(X)
#undef X
    };

    return ids[outcome];
}

const char *import_outcome_text(enum import_outcome outcome)
{
    static const char *const texts[] = {
#define X(NAME, id, text) text,
        IMPORT_OUTCOMES(X)
#undef X
    };

    return texts[outcome];
}

const char *import_report_text(const struct import_report *report)
{
    return report->problem.code != ERR_NONE
               ? report->problem.message
               : import_outcome_text(report->outcome);
}

void import_report_finish(struct import_report *report)
{
    diagnostics_finish(&report->diagnostics);
    arena_finish(&report->arena);
}
