/* Writing `proctor-exam/1`: what comes out reads back as the same exam. */
#ifndef PROCTOR_BANK_EXAM_WRITER_H
#define PROCTOR_BANK_EXAM_WRITER_H

#include "proctor/base/str.h"
#include "proctor/domain/exam.h"

/* Appends the exam as a file; facts and extras included. */
void exam_write(const struct exam *exam, struct strbuf *out);

#endif
