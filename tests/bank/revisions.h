/* The revisions of a bank as one text: ids and canonical hashes in order. Two
 * banks with the same text hold the same questions. */
#ifndef PROCTOR_TESTS_BANK_REVISIONS_H
#define PROCTOR_TESTS_BANK_REVISIONS_H

#include "proctor/bank/reader.h"

struct revisions {
    struct strbuf list;    /* what to compare */
    struct strbuf written; /* the bank as the writer writes it */
};

/* Reads a bank; true when it has no error. */
bool revisions_read(struct revisions *revisions, struct str bytes);
void revisions_finish(struct revisions *revisions);

/* Reads a bank, writes it, reads that, writes again: both readings must have
 * the same revisions, both writings the same bytes. */
void assert_round_trip(const char *name, struct str bytes);

#endif
