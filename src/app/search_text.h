/* Words looked for in texts: shared by the files of the search. */
#ifndef PROCTOR_APP_SEARCH_TEXT_H
#define PROCTOR_APP_SEARCH_TEXT_H

#include "proctor/app/search.h"

/* In small letters (ASCII). */
struct search_words {
    struct str items[SEARCH_WORDS_MAX];
    size_t count;
};
/* ERR_USAGE as search_begin(). */
bool search_words_read(const char *text, struct arena *arena,
                       struct search_words *out, struct error *err);

/* What was found in one thing so far; start with `words` set, all else zeroed.
 * Texts looked at must live until search_excerpt(). */
struct search_found {
    const struct search_words *words;
    unsigned which;  /* bit n: word n */
    struct str text; /* the first with a word in it */
    size_t offset;   /* of the word in it that comes first */
};
void search_look(struct search_found *found, struct str text);
/* Texts put together for it live in the arena. */
void search_look_in_item(struct search_found *found, const struct item *item,
                         struct arena *arena);

/* Every word was found. */
bool search_is_found(const struct search_found *found);

/* About EXCERPT_COLUMNS of the text around the word, on one line, folded. */
#define EXCERPT_COLUMNS 60
const char *search_excerpt(const struct search_found *found,
                           struct arena *arena);

#endif
