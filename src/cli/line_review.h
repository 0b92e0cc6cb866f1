/* A result while it is looked at: what the files of that place share. */
#ifndef PROCTOR_CLI_LINE_REVIEW_H
#define PROCTOR_CLI_LINE_REVIEW_H

#include "line_parts.h"

struct line_review {
    struct review *read;
    struct arena *arena; /* of the review */
    enum review_filter filter;
    int section; /* only this one; -1: any */
    int pos;     /* the question told last, -1 for none */
};

/* Tells question `pos` with answer, key and explanations. */
void review_tell_item(struct talk *talk, const struct review *review, int pos);
/* The same without the question: the answer, the marks, the key and why. */
void review_tell_feedback(struct talk *talk, const struct review_item *item);
/* What the candidate disputes, where there is a dispute. */
void review_tell_claim(struct talk *talk, const struct review_item *item);
/* First and last answer, time, sureness. */
void review_tell_answer(struct talk *talk, const struct review *review,
                        int pos);
/* The question looked at, or -1 after saying that there is none. */
int review_position(struct line *line);

/* line_result.c */
void review_tell_result(struct line *line);
enum line_step review_word_sections(struct line *line, struct str rest);
enum line_step review_word_findings(struct line *line, struct str rest);
enum line_step review_word_compare(struct line *line, struct str rest);

/* line_remark.c */
enum line_step review_word_note(struct line *line, struct str rest);
enum line_step review_word_cause(struct line *line, struct str rest);
enum line_step review_word_dispute(struct line *line, struct str rest);

/*
 * Reads "B reason" or "I10,E11.9 reason": the claimed answer as it is stored,
 * and the reason. Of typed codes the first word holds the entries, parted by
 * commas, in the order of the fields. ERR_USAGE says how it is written.
 */
bool review_read_dispute(const struct item *item, const char *order,
                         struct str text, struct arena *arena,
                         struct str *claim_out, struct str *reason_out,
                         struct error *err);

#endif
