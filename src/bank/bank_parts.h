/* The parts of a bank: its header, cases, questions, and their code fields. */
#ifndef PROCTOR_BANK_BANK_PARTS_H
#define PROCTOR_BANK_BANK_PARTS_H

#include "proctor/bank/reader.h"

#include "schema.h"

/* The places of the bank's own limits; docs/bank-format.md lists them. */
enum {
    CASE_PARTS_MAX = 64,
    EXHIBITS_MAX = 16,
    TABLE_COLUMNS_MAX = 16,
    TABLE_ROWS_MAX = 200,
    ALTERNATIVES_MAX = 16,
    CODE_WHY_MAX = 64,
};

extern const struct schema bank_header_schema; /* of a struct bank_header */

/* All that is required is there: the header can be handed out. */
bool bank_header_is_complete(const struct bank_header *header);

/* Reports what one key cannot know, at `place`. */
void bank_header_check(struct reader *reader, const struct bank_header *header,
                       struct place place);

/* What a question needs to know of its bank. */
struct item_context {
    const struct bank_header *header;
    /* The case of that id, NULL when only its id is kept; false when there is
     * none. */
    bool (*find_case)(void *context, struct str id,
                      const struct case_text **out);
    void *context;
};

/* A case, in the reader's arena. True when it has no error. */
bool case_read(struct reader *reader, const struct node *entry,
               struct case_text *out);

/* The exhibits of a case or a question. */
read_value read_exhibits; /* struct exhibit_list */

/* A question, in the reader's arena. True when it has no error. */
bool item_read(struct reader *reader, const struct node *entry,
               const struct item_context *context, struct item *out);

/* The options and the key of a single or multiple question. */
struct choice_nodes {
    const struct node *options, *pin, *answer, *why;
};
void choices_read(struct reader *reader, const struct choice_nodes *nodes,
                  struct item *item);

/* The answer of a question of typed codes: its fields. */
void code_fields_read(struct reader *reader, const struct node *answer,
                      struct item *item);

/* Whether the question cites a CPT number, as far as one can see. */
bool item_cites_cpt(const struct item *item);

#endif
