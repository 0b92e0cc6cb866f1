/* A few sentences that are told together: shared inside this layer. */
#ifndef PROCTOR_APP_SENTENCES_H
#define PROCTOR_APP_SENTENCES_H

#include "proctor/base/arena.h"
#include "proctor/domain/exam.h"

/* More than any of the texts here has: one a section, and a few. */
#define SENTENCES_MAX (EXAM_SECTIONS_MAX + 24)

/* Texts live in the arena; start with the arena set, all else zeroed. */
struct sentences {
    struct arena *arena;
    struct str items[SENTENCES_MAX];
    size_t count;
};

void sentences_add(struct sentences *sentences, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* What was added, in the arena. */
struct str_list sentences_list(const struct sentences *sentences);

/* What was built, in the arena and terminated; the buffer is finished. */
const char *text_take(struct strbuf *text, struct arena *arena);

/* "69.5" of hundredths. */
const char *marks_text(struct arena *arena, int hundredths);

/* "s" behind everything but one. */
const char *plural(int64_t count);

#endif
