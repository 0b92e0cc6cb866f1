/* Items and a case in which every member is set. */
#ifndef TESTS_DOMAIN_FULL_ITEMS_H
#define TESTS_DOMAIN_FULL_ITEMS_H

#include "proctor/base/arena.h"
#include "proctor/domain/item.h"

struct item build_full_choice(struct arena *arena);
struct item build_full_codes(struct arena *arena);
struct case_text build_case(struct arena *arena);

#endif
