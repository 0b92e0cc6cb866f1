/* Data of the display fold: which characters are dropped, and how the others
 * are spelled where only ASCII can be shown. All tables are sorted. */
#ifndef PROCTOR_BASE_FOLD_TABLES_H
#define PROCTOR_BASE_FOLD_TABLES_H

#include <stddef.h>
#include <stdint.h>

struct fold_range {
    uint32_t first, last;
};

/* One ASCII letter for each character from `first` on; a space for those that
 * have none. */
struct fold_run {
    uint32_t first;
    const char *letters;
};

struct fold_spelling {
    uint32_t c;
    const char *text;
};

extern const struct fold_range fold_dropped[];
extern const size_t fold_dropped_count;

/* What a bank may not contain, but for the two noncharacters that end every
 * plane. */
extern const struct fold_range fold_forbidden[];
extern const size_t fold_forbidden_count;

/* Hangul in parts, old letters included. */
extern const struct fold_range fold_jamo[];
extern const size_t fold_jamo_count;

/* Blocks of combining marks, which ASCII leaves out: there the locale may know
 * no widths. */
extern const struct fold_range fold_marks[];
extern const size_t fold_marks_count;

extern const struct fold_run fold_runs[];
extern const size_t fold_run_count;

extern const struct fold_spelling fold_spellings[];
extern const size_t fold_spelling_count;

#endif
