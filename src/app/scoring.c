/*
 * Contents and scores of an attempt: the bridge between stored slots, items
 * and the scorer of the domain.
 */
#include "scoring.h"

#include "proctor/app/review.h"
#include "proctor/store/catalog.h"

#include "session_private.h"

/* "publisher/bank" of "publisher/bank/item". */
static struct str bank_of(const char *name)
{
    struct str bank = str_from(name);

    while (bank.len > 0 && bank.data[bank.len - 1] != '/')
        bank.len--;
    return bank;
}

static bool is_same_case(const struct item *a, const char *a_name,
                         const struct item *b, const char *b_name)
{
    return a->case_text && b->case_text &&
           str_eq(a->case_text->id, b->case_text->id) &&
           str_eq(bank_of(a_name), bank_of(b_name));
}

bool load_items(struct store *store, const struct attempt_slot *slots,
                size_t count, struct arena *arena, struct item **items_out,
                const char ***names_out, struct error *err)
{
    struct item *items = ARENA_ARRAY(arena, struct item, count);
    const char **names = ARENA_ARRAY(arena, const char *, count);

    for (size_t i = 0; i < count; i++) {
        if (!catalog_item(store, slots[i].item_id, slots[i].rev_id, arena,
                          &items[i], &names[i], err))
            return false;
        if (i > 0 &&
            is_same_case(&items[i - 1], names[i - 1], &items[i], names[i]))
            items[i].case_text = items[i - 1].case_text;
    }
    *items_out = items;
    if (names_out)
        *names_out = names;
    return true;
}

void count_cases(struct attempt_slot *slots, const struct item *items,
                 size_t count)
{
    size_t first = 0;

    for (size_t i = 0; i < count; i++) {
        if (!items[i].case_text || items[i].case_text != items[first].case_text)
            first = i;
        for (size_t j = first; j <= i; j++)
            slots[j].case_size = (int)(i - first + 1);
    }
}

struct scored_item score_slot(const struct exam *exam, enum attempt_mode mode,
                              const struct attempt_slot *slot,
                              const struct item *item,
                              const struct response *response,
                              struct arena *arena)
{
    int points = slot->section >= 0 ? exam->sections[slot->section].points : 1;
    struct str answer = str_from(response->answer);
    bool reached = response->visits > 0;

    return (struct scored_item){
        .score = score_item(item, answer, points, arena, NULL, NULL),
        .section = slot->section,
        .counts = slot->scored && item->status != ITEM_VOID &&
                  (reached || mode == MODE_EXAM),
        .blank = answer.len == 0,
        .reached = reached,
    };
}

void score_review_item(const struct exam *exam, enum attempt_mode mode,
                       struct review_item *item, struct arena *arena)
{
    struct field_feedback *feedback = NULL;

    item->scored =
        score_slot(exam, mode, &item->slot, item->item, &item->response, arena);
    score_item(item->item, str_from(item->response.answer), 1, arena, &feedback,
               &item->partial);
    item->feedback = feedback;
}

void score_session(const struct session *session, struct arena *arena,
                   struct result_row *out)
{
    size_t count = (size_t)session->count;
    struct scored_item *scored = ARENA_ARRAY(arena, struct scored_item, count);

    for (size_t i = 0; i < count; i++)
        scored[i] = score_slot(session->exam, session->mode, &session->slots[i],
                               &session->items[i],
                               &session->sitting.responses[i], arena);
    *out = (struct result_row){
        .scorer = SCORER_VERSION,
        .utc_ms = session->clock.last.utc_ms,
        .items = scored,
        .item_count = count,
    };
    score_attempt(session->exam, scored, count,
                  session->sitting.state != SITTING_ABANDONED, arena,
                  &out->result);
}
