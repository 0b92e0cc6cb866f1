/*
 * A search through what the candidate may look at: questions they met, topics,
 * their notes. Capitals and small letters are the same (ASCII). Goes a slice at
 * a time, so that a screen stays alive.
 */
#ifndef PROCTOR_APP_SEARCH_H
#define PROCTOR_APP_SEARCH_H

#include "proctor/app/app.h"
#include "proctor/domain/item.h"

#define SEARCH_KINDS(X)                                                        \
    X(TOPIC, "topic", "topic")                                                 \
    X(NOTE, "note", "note")                                                    \
    X(QUESTION, "question", "question")
enum search_kind {
#define X(NAME, id, label) SEARCH_##NAME,
    SEARCH_KINDS(X)
#undef X
        SEARCH_KIND_COUNT
};
const char *search_kind_id(enum search_kind kind);
const char *search_kind_label(enum search_kind kind);

struct search_hit {
    enum search_kind kind;
    const char *name;        /* topic id, or publisher/bank/item */
    const char *title;       /* topic title, or the first line of the stem */
    const char *excerpt;     /* what was found with some text around it */
    int64_t item_id, rev_id; /* 0 of a topic */
};
#define SEARCH_HITS_MAX 500

struct search;
#define SEARCH_WORDS_MAX 16
/* ERR_USAGE for less than two characters or too many words. The words are all
 * to be found. Refused (ERR_BUSY) while an exam runs: what is found may be its
 * answer. */
struct search *search_begin(struct app *app, const char *words,
                            struct error *err);
/* A slice of work. `*done_out` when there is nothing more, or the hits are
 * enough. */
bool search_step(struct search *search, bool *done_out, struct error *err);
/* So far; topics and notes come first. Live as long as the search. */
const struct search_hit *search_hits(const struct search *search,
                                     size_t *count_out);
/* Questions gone through so far. */
int64_t search_seen(const struct search *search);
void search_end(struct search *search);

/* A question that was met, to read: the revision met last with its key. Asking
 * is an exposure "revealed". Refused (ERR_BUSY) while an exam runs. */
bool search_open(struct app *app, int64_t item_id, int64_t rev_id,
                 struct arena *arena, struct item *out, const char **name_out,
                 struct error *err);

#endif
