/*
 * `question NAME`: a question of a bank as candidates see it, with its case;
 * the key and the explanations when they are asked for. The text is what the
 * line mode says, the JSON all there is.
 */
#include "line_parts.h"
#include "listing.h"
#include "proctor/app/library.h"
#include "question_tables.h"

static void tell_head(struct talk *talk, const struct item *item)
{
    const char *difficulty = difficulty_id(item->difficulty);

    talk_say(talk, "Topic: " STR_FORMAT ". Kind: %s. Status: %s.%s%s%s",
             STR_ARG(item->topic), item_kind_id(item->kind),
             item_status_id(item->status),
             difficulty[0] != '\0' ? " Difficulty: " : "", difficulty,
             difficulty[0] != '\0' ? "." : "");
}

/* The case first: here nobody can ask for it. */
static void tell(const struct cli *cli, const struct item *item,
                 const char *order)
{
    struct item alone = *item;
    struct talk talk;

    alone.case_text = NULL;
    talk_init(&talk, cli->ascii);
    tell_head(&talk, item);
    if (item->case_text)
        tell_case(&talk, item->case_text, 0);
    tell_question(&talk, &alone, order, cli->arguments[0],
                  cli_has(cli, OPTION_KEY));
    talk_finish(&talk);
}

static bool write_document(const struct cli *cli, const struct item *item,
                           const char *order, struct arena *arena,
                           struct error *err)
{
    struct strbuf out = {0};
    bool ok;

    question_document(&out, cli->arguments[0], item, order, arena);
    ok = cli_deliver(cli, &out, err);
    strbuf_finish(&out);
    return ok;
}

static bool show(const struct cli *cli, struct app *app, struct error *err)
{
    struct arena arena = {0};
    struct item item;
    char order[ITEM_OPTIONS_MAX + 1];
    bool ok =
        library_question(app, cli->arguments[0], &arena, &item, order, err);

    if (ok && cli_has(cli, OPTION_JSON))
        ok = write_document(cli, &item, order, &arena, err);
    else if (ok)
        tell(cli, &item, order);
    arena_finish(&arena);
    return ok;
}

int command_question(const struct cli *cli)
{
    return action_run(cli, false, show);
}
