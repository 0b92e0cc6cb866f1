/*
 * What only a practice has: the check that makes an answer final and shows the
 * key, and the hints before it.
 */
#include "proctor/app/session.h"

#include <stdio.h>

#include "proctor/app/review.h"
#include "proctor/domain/hint.h"

#include "scoring.h"
#include "session_private.h"

bool session_gives_feedback(const struct session *session)
{
    return session->sitting.gives_feedback;
}

bool session_check(struct session *session, int pos, struct error *err)
{
    if (!session_is_question(session, pos, err) ||
        !session_act(session, EVENT_CHECK, pos, "", err))
        return false;
    session_forget_undo(session, pos);
    return true;
}

static char *copy_text(struct arena *arena, const char *text)
{
    return text ? arena_strdup(arena, text) : NULL;
}

/* A response that outlives the next act. */
static struct response copy_response(const struct response *response,
                                     struct arena *arena)
{
    struct response copy = *response;

    copy.answer = copy_text(arena, response->answer);
    copy.first_answer = copy_text(arena, response->first_answer);
    copy.note = copy_text(arena, response->note);
    return copy;
}

/* What the candidate said of the question in reviews. Feedback comes without
 * it when it cannot be read. */
static void add_words(const struct session *session, struct arena *arena,
                      struct review_item *item)
{
    struct remark_filter filter = {
        .candidate_id = app_candidate(session->app)->candidate_id,
        .item_id = item->slot.item_id,
        .kinds = 1u << REMARK_NOTE | 1u << REMARK_DISPUTE,
        .open_only = true,
    };
    struct remarks remarks;

    if (!remark_list(app_store(session->app), &filter, arena, &remarks, NULL))
        return;
    for (size_t i = 0; i < remarks.count; i++)
        if (remarks.items[i].kind == REMARK_NOTE)
            item->note = remarks.items[i].text;
        else
            item->dispute = &remarks.items[i];
}

void session_feedback(const struct session *session, int pos,
                      struct arena *arena, struct review_item *out)
{
    struct review_item item = {
        .item = &session->items[pos],
        .name = session->names[pos],
        .slot = session->slots[pos],
        .response = copy_response(&session->sitting.responses[pos], arena),
        .note = "",
        .cause = MISS_CAUSE_COUNT,
    };

    score_review_item(session->exam, session->mode, &item, arena);
    item.is_slow = response_is_slow(&item.response, session->target_ms);
    item.is_changed = response_is_changed(&item.response);
    add_words(session, arena, &item);
    *out = item;
}

static struct str hint_at(const struct session *session, int pos, int number,
                          struct arena *arena)
{
    return hint_text(&session->items[pos], session->slots[pos].option_order,
                     (size_t)number, arena);
}

bool session_hint(struct session *session, int pos, struct arena *arena,
                  struct str *hint_out, struct error *err)
{
    char value[16];
    int number;

    if (!session_is_question(session, pos, err))
        return false;
    number = session->sitting.responses[pos].hints + 1;
    snprintf(value, sizeof value, "%d", number);
    if (!session_act(session, EVENT_HINT, pos, value, err))
        return false;
    *hint_out = hint_at(session, pos, number, arena);
    return true;
}

struct str session_hints(const struct session *session, int pos,
                         struct arena *arena)
{
    struct strbuf text = {0};
    struct str all;

    for (int i = 1; i <= session->sitting.responses[pos].hints; i++) {
        if (i > 1)
            strbuf_adds(&text, "\n\n");
        strbuf_add(&text, hint_at(session, pos, i, arena));
    }
    all = arena_str(arena, strbuf_str(&text));
    strbuf_finish(&text);
    return all;
}
