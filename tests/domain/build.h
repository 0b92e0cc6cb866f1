/* Short ways to write items, exams and pools in tests. All in an arena. */
#ifndef TESTS_DOMAIN_BUILD_H
#define TESTS_DOMAIN_BUILD_H

#include "proctor/base/arena.h"
#include "proctor/domain/exam.h"
#include "proctor/domain/item.h"

/* "a|b|c" as a list; the empty text gives an empty list. */
struct str_list build_list(struct arena *arena, const char *texts);

/* An item of options "text|text|...", lettered from A, with the letters of its
 * keys. The kind is single when there is one key. */
struct item build_choice(struct arena *arena, const char *options,
                         const char *keys);

/* A code of the set; fails the test when it is none. */
struct code build_code(enum code_set set, const char *text);

/*
 * A field whose slots are written "I13.0|E11.22,E11.21" (alternatives after a
 * comma, POA as "(Y)" on the first), its optional codes "Z79.4|Z79.84".
 */
struct code_field build_field(struct arena *arena, enum code_set set,
                              const char *slots, const char *optional);

/* An item of typed codes with these fields. */
struct item build_codes(struct arena *arena, const struct code_field *fields,
                        size_t count);

/* Adds a `before` pair to a field. */
void build_before(struct arena *arena, struct code_field *field,
                  const char *first, const char *second);

#endif
