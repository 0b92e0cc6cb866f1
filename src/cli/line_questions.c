/*
 * The questions of a bank: each is read as candidates see it, the key on
 * request.
 */
#include "line_parts.h"
#include "proctor/app/library.h"

struct line_questions {
    struct arena arena, item_arena;
    const struct bank_row *bank;
    struct bank_item_rows rows;
    size_t number; /* of the question looked at, 0: none */
    struct item item;
    char order[ITEM_OPTIONS_MAX + 1];
};

/* --- telling -------------------------------------------------------------- */

static void tell_row(struct line *line, size_t index)
{
    const struct bank_item_row *row = &line->questions->rows.items[index];
    struct strbuf text = {0};

    strbuf_printf(&text, "%zu: %s, %s, %s", index + 1, row->id, row->topic,
                  item_kind_id(row->kind));
    if (row->has_case)
        strbuf_adds(&text, ", with a case");
    if (row->status != ITEM_ACTIVE)
        strbuf_printf(&text, ", %s", item_status_id(row->status));
    strbuf_printf(&text, ": %s", beginning_of(&line->talk.scratch, row->stem));
    talk_text(&line->talk, strbuf_str(&text));
    strbuf_finish(&text);
}

static void tell_rows(struct line *line)
{
    const struct line_questions *self = line->questions;

    talk_gap(&line->talk);
    talk_say(&line->talk, "%s of %s. A number reads one.",
             count_words(&line->talk.scratch, (int64_t)self->rows.count,
                         "question"),
             self->bank->name);
    if (self->bank->notice && self->bank->notice[0] != '\0')
        talk_text(&line->talk, str_from(self->bank->notice));
    list_tell(line, self->rows.count, tell_row);
}

/* --- words ---------------------------------------------------------------- */

static const char *name_of(struct line *line, size_t number)
{
    const struct line_questions *self = line->questions;

    return arena_printf(&line->talk.scratch, "%s/%s", self->bank->name,
                        self->rows.items[number - 1].id);
}

static void look_at(struct line *line, size_t number)
{
    struct line_questions *self = line->questions;
    const char *name = name_of(line, number);
    struct error err;

    self->number = 0;
    arena_reset(&self->item_arena);
    if (!library_question(line->app, name, &self->item_arena, &self->item,
                          self->order, &err)) {
        line_tell_error(line, &err);
        return;
    }
    self->number = number;
    tell_question(&line->talk, &self->item, self->order, name, false);
    talk_say(&line->talk, "'key' tells the right answer.");
}

static enum line_step look(struct line *line, struct str rest)
{
    size_t number =
        line_number(line, rest, line->questions->rows.count, "question");

    if (number > 0)
        look_at(line, number);
    return STEP_STAY;
}

static enum line_step next(struct line *line, struct str rest)
{
    struct line_questions *self = line->questions;

    (void)rest;
    if (self->number < self->rows.count)
        look_at(line, self->number + 1);
    else
        talk_say(&line->talk, "That was the last question of %s.",
                 self->bank->name);
    return STEP_STAY;
}

static bool is_open(struct line *line)
{
    if (line->questions->number > 0)
        return true;
    talk_say(&line->talk, "No question is open; a number reads one.");
    return false;
}

static enum line_step again(struct line *line, struct str rest)
{
    (void)rest;
    if (is_open(line))
        look_at(line, line->questions->number);
    return STEP_STAY;
}

static enum line_step key(struct line *line, struct str rest)
{
    const struct line_questions *self = line->questions;

    (void)rest;
    if (!is_open(line))
        return STEP_STAY;
    tell_key(&line->talk, &self->item, self->order);
    tell_explanations(&line->talk, &self->item, self->order);
    return STEP_STAY;
}

static enum line_step case_words(struct line *line, struct str rest)
{
    if (is_open(line))
        tell_case_words(&line->talk, &line->questions->item, rest);
    return STEP_STAY;
}

static const struct line_word words[] = {
    {"look", "o", "N", "question N, as candidates see it",
     "A number alone does the same.", look, false},
    {"next", "n", "", "the question behind it", "", next, false},
    {"again", "", "", "tell the question again", "", again, false},
    {"key", "", "", "its right answer, and why", "", key, false},
    {"case", "v", "[N]", "read its case, or part N of that", "", case_words,
     false},
    LINE_WORD_MORE,
    {"back", "", "", "back to the banks", "", line_back, false},
    LINE_WORD_QUIT,
};
static const struct line_place place = {
    .about = "Questions of a bank. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = "questions> ",
    .enter = tell_rows,
    .number = look,
};

bool line_questions(struct line *line, const struct bank_row *bank,
                    struct error *err)
{
    struct line_questions self = {.bank = bank};
    bool ok = catalog_bank_items(app_store(line->app), bank->name, &self.arena,
                                 &self.rows, err);

    line->questions = &self;
    if (ok)
        line_converse(line, &place);
    line->questions = NULL;
    arena_finish(&self.arena);
    arena_finish(&self.item_arena);
    return ok;
}
