/*
 * The candidate's own words apart from the attempts they were made in: notes,
 * and disputes that are open; each by number to read with its question.
 */
#include "letters.h"
#include "line_parts.h"
#include "proctor/app/remarks.h"
#include "proctor/app/search.h"

struct line_notes {
    struct arena arena;
    struct remarks notes;
    struct disputes disputes;
    bool shows_disputes;
};

static bool read_notes(struct line *line, struct error *err)
{
    struct line_notes *self = line->notes;

    return notes_list(line->app, &self->arena, &self->notes, err) &&
           disputes_list(line->app, &self->arena, &self->disputes, err);
}

/* --- telling -------------------------------------------------------------- */

static void tell_note(struct line *line, size_t index)
{
    const struct remark *note = &line->notes->notes.items[index];

    talk_say(&line->talk, "%zu: %s, %s: %s", index + 1,
             day_words(&line->talk.scratch, note->utc_ms), note->name,
             note->text);
}

/* "B: Lunate", as the key is told: the letter on screen was another. */
static void append_claim(struct strbuf *text, const struct dispute *dispute)
{
    const struct item *item = dispute->item;
    const char *claim = dispute->remark.claim;

    if (item->kind == ITEM_CODES || claim[0] == '\0') {
        append_answer(text, item, "", str_from(claim));
        return;
    }
    for (size_t i = 0; claim[i] != '\0'; i++) {
        const struct option *option = item_option(item, claim[i]);

        strbuf_printf(text, "%s%c: " STR_FORMAT, i > 0 ? ", " : "", claim[i],
                      STR_ARG(option ? option->text : STR("?")));
    }
}

static void tell_dispute(struct line *line, size_t index)
{
    const struct dispute *dispute = &line->notes->disputes.items[index];
    const struct remark *remark = &dispute->remark;
    struct strbuf text = {0};

    strbuf_printf(&text, "%zu: %s, %s: you claim ", index + 1,
                  day_words(&line->talk.scratch, remark->utc_ms), remark->name);
    append_claim(&text, dispute);
    strbuf_printf(&text, "; the key is %s. Your reason: %s", dispute->key,
                  remark->text);
    if (dispute->has_changed)
        strbuf_adds(&text, " The question was changed since then.");
    talk_text(&line->talk, strbuf_str(&text));
    strbuf_finish(&text);
}

static size_t count_shown(const struct line_notes *self)
{
    return self->shows_disputes ? self->disputes.count : self->notes.count;
}

static void tell_list(struct line *line)
{
    const struct line_notes *self = line->notes;
    struct arena *arena = &line->talk.scratch;

    talk_gap(&line->talk);
    if (count_shown(self) == 0) {
        talk_say(&line->talk, "%s; at a question of a result '%s' makes one.",
                 self->shows_disputes ? "You dispute no key"
                                      : "You made no notes yet",
                 self->shows_disputes ? "dispute" : "note");
        return;
    }
    talk_say(&line->talk, "%s, newest first. A number reads the question.",
             count_words(arena, (int64_t)count_shown(self),
                         self->shows_disputes ? "open dispute" : "note"));
    if (self->shows_disputes)
        talk_say(&line->talk, "Letters are those of the bank. 'proctor "
                              "disputes export' writes them for the author.");
    list_tell(line, count_shown(self),
              self->shows_disputes ? tell_dispute : tell_note);
}

/* --- words ---------------------------------------------------------------- */

static enum line_step show(struct line *line, bool disputes)
{
    line->notes->shows_disputes = disputes;
    tell_list(line);
    return STEP_STAY;
}

static enum line_step notes(struct line *line, struct str rest)
{
    (void)rest;
    return show(line, false);
}

static enum line_step disputes(struct line *line, struct str rest)
{
    (void)rest;
    return show(line, true);
}

static enum line_step open_number(struct line *line, struct str rest)
{
    struct line_notes *self = line->notes;
    size_t number = line_number(line, rest, count_shown(self), "entry");
    char order[ITEM_OPTIONS_MAX + 1];
    const struct remark *remark;
    struct item item;
    const char *name;
    struct error err;

    if (number == 0)
        return STEP_STAY;
    remark = self->shows_disputes ? &self->disputes.items[number - 1].remark
                                  : &self->notes.items[number - 1];
    if (!search_open(line->app, remark->item_id, remark->rev_id, &self->arena,
                     &item, &name, &err)) {
        line_tell_error(line, &err);
        return STEP_STAY;
    }
    letters_of_options(&item, order);
    tell_question(&line->talk, &item, order, name, true);
    talk_say(&line->talk, "%s: %s",
             self->shows_disputes ? "Your reason" : "Your note", remark->text);
    return STEP_STAY;
}

static const struct line_word words[] = {
    {"open", "o", "N", "read entry N with its question",
     "A number alone does the same.", open_number, false},
    {"notes", "", "", "list your notes", "", notes, false},
    {"disputes", "", "", "list the keys you dispute", "", disputes, false},
    LINE_WORD_MORE,
    {"back", "", "", "go back", "", line_back, false},
    LINE_WORD_QUIT,
};
static const struct line_place place = {
    .about = "Your notes and disputes. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = "notes> ",
    .enter = tell_list,
    .number = open_number,
};

static bool look(struct line *line, bool shows_disputes, struct error *err)
{
    struct line_notes self = {.shows_disputes = shows_disputes};
    bool ok;

    line->notes = &self;
    ok = read_notes(line, err);
    if (ok)
        line_converse(line, &place);
    line->notes = NULL;
    arena_finish(&self.arena);
    return ok;
}

bool line_notes(struct line *line, struct str rest, struct error *err)
{
    (void)rest;
    return look(line, false, err);
}

bool line_disputes(struct line *line, struct str rest, struct error *err)
{
    (void)rest;
    return look(line, true, err);
}
