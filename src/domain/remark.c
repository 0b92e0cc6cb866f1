/*
 * The names of what candidates add to questions. Keeping it is store's matter,
 * wording it app's.
 */
#include "proctor/domain/remark.h"

#include "ids.h"

#define X(NAME, id, label) [REMARK_##NAME] = id,
static const char *const kind_ids[] = {REMARK_KINDS(X)};
#undef X

#define X(NAME, id, label) [CAUSE_##NAME] = id,
static const char *const cause_ids[] = {MISS_CAUSES(X)};
#undef X

#define X(NAME, id, label) [CAUSE_##NAME] = label,
static const char *const cause_labels[] = {MISS_CAUSES(X)};
#undef X

const char *remark_kind_id(enum remark_kind kind)
{
    return kind_ids[kind];
}

IDS_DEFINE_FROM_ID(remark_kind_from_id, remark_kind, kind_ids)

const char *miss_cause_id(enum miss_cause cause)
{
    return cause_ids[cause];
}

const char *miss_cause_label(enum miss_cause cause)
{
    return cause_labels[cause];
}

IDS_DEFINE_FROM_ID(miss_cause_from_id, miss_cause, cause_ids)
