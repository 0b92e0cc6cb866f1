/*
 * Which fields make the canonical form of an item and of a case, in which
 * order, and the hashes over them. Each part is one walk that writes or reads
 * (codec.h). Names and order are for ever: docs/canonical-form.md. What is
 * possible in an item beyond its shape is checked by the bank reader.
 */
#include "proctor/domain/canonical.h"

#include "codec.h"

#define FORMAT_ASKED "proctor-asked/1"
#define FORMAT_REST "proctor-rest/1"
#define FORMAT_CASE "proctor-case/1"

/* An enumeration by its id. */
#define WALK_ENUM(codec, name, value, id, from_id)                             \
    do {                                                                       \
        struct str text = str_from(id(value));                                 \
                                                                               \
        codec_optional((codec), (name), &text);                                \
        if (!(codec)->out && !from_id(text, &(value)))                         \
            codec_refuse((codec), (name));                                     \
    } while (0)

static void walk_format(struct codec *codec, const char *format)
{
    struct str text = str_from(format);

    codec_text(codec, "format", &text);
    if (!str_is(text, format))
        codec_refuse(codec, "format");
}

/* Rows are bounded so that the number of cells is, too. */
static void walk_table(struct codec *codec, struct exhibit *exhibit)
{
    size_t columns;
    size_t cells;

    codec_texts(codec, "columns", "column", &exhibit->columns);
    columns = exhibit->columns.count;
    if (columns == 0)
        return;
    codec_count(codec, "rows", &exhibit->row_count,
                codec->out ? SIZE_MAX : codec->text.len / columns);
    cells = exhibit->row_count * columns;
    if (!codec->out)
        exhibit->cells = arena_alloc(codec->arena, cells, sizeof(struct str));
    for (size_t i = 0; i < cells; i++)
        codec_text(codec, "cell", &exhibit->cells[i]);
}

static void walk_exhibits(struct codec *codec, struct exhibit_list *list)
{
    list->items = codec_list(codec, "exhibits", list->items, &list->count,
                             sizeof *list->items, SIZE_MAX);
    for (size_t i = 0; i < list->count; i++) {
        struct exhibit *exhibit = &list->items[i];

        codec_text(codec, "id", &exhibit->id);
        codec_optional(codec, "title", &exhibit->title);
        codec_optional(codec, "text", &exhibit->text);
        walk_table(codec, exhibit);
    }
}

static void walk_options(struct codec *codec, struct item *item)
{
    item->options =
        codec_list(codec, "options", item->options, &item->option_count,
                   sizeof *item->options, ITEM_OPTIONS_MAX);
    for (size_t i = 0; i < item->option_count; i++) {
        struct option *option = &item->options[i];

        codec_char(codec, "letter", &option->letter);
        if (option->letter < 'A' || option->letter >= 'A' + ITEM_OPTIONS_MAX ||
            item_option(item, option->letter) != option)
            codec_refuse(codec, "letter");
        codec_text(codec, "text", &option->text);
        codec_flag(codec, "key", &option->is_key);
    }
    codec_flag(codec, "any_key", &item->any_key);
}

static void walk_slots(struct codec *codec, struct code_field *field)
{
    field->slots = codec_list(codec, "slots", field->slots, &field->slot_count,
                              sizeof *field->slots, ITEM_CODES_MAX);
    for (size_t i = 0; i < field->slot_count; i++) {
        struct code_slot *slot = &field->slots[i];

        slot->accepted =
            codec_list(codec, "accepted", slot->accepted, &slot->count,
                       sizeof *slot->accepted, SIZE_MAX);
        if (slot->count == 0)
            codec_refuse(codec, "accepted");
        for (size_t j = 0; j < slot->count; j++)
            codec_code(codec, "code", field->set, &slot->accepted[j]);
        codec_char(codec, "poa", &slot->poa);
    }
}

static void walk_first(struct codec *codec, struct code_field *field)
{
    bool has_first = field->first.base[0] != '\0';

    codec_flag(codec, "has_first", &has_first);
    if (has_first)
        codec_code(codec, "first", field->set, &field->first);
}

static void walk_before(struct codec *codec, struct code_field *field)
{
    field->before =
        codec_list(codec, "before", field->before, &field->before_count,
                   sizeof *field->before, SIZE_MAX);
    for (size_t i = 0; i < field->before_count; i++) {
        codec_code(codec, "earlier", field->set, &field->before[i].first);
        codec_code(codec, "later", field->set, &field->before[i].second);
    }
}

static void walk_optional(struct codec *codec, struct code_field *field)
{
    field->optional =
        codec_list(codec, "optional", field->optional, &field->optional_count,
                   sizeof *field->optional, ITEM_CODES_MAX);
    for (size_t i = 0; i < field->optional_count; i++)
        codec_code(codec, "code", field->set, &field->optional[i]);
}

static void walk_fields(struct codec *codec, struct item *item)
{
    item->fields = codec_list(codec, "fields", item->fields, &item->field_count,
                              sizeof *item->fields, ITEM_FIELDS_MAX);
    for (size_t i = 0; i < item->field_count; i++) {
        struct code_field *field = &item->fields[i];

        codec_text(codec, "id", &field->id);
        codec_optional(codec, "label", &field->label);
        WALK_ENUM(codec, "set", field->set, code_set_id, code_set_from_id);
        codec_flag(codec, "asks_poa", &field->asks_poa);
        walk_slots(codec, field);
        walk_first(codec, field);
        walk_before(codec, field);
        walk_optional(codec, field);
    }
}

/* What the candidate meets, and the key. */
static void walk_asked(struct codec *codec, struct item *item,
                       struct str *case_hash)
{
    walk_format(codec, FORMAT_ASKED);
    WALK_ENUM(codec, "kind", item->kind, item_kind_id, item_kind_from_id);
    codec_optional(codec, "case", case_hash);
    walk_exhibits(codec, &item->exhibits);
    codec_text(codec, "stem", &item->stem);
    walk_options(codec, item);
    walk_fields(codec, item);
}

static void walk_why_of_field(struct codec *codec, struct code_field *field)
{
    field->why = codec_list(codec, "whys", field->why, &field->why_count,
                            sizeof *field->why, SIZE_MAX);
    for (size_t i = 0; i < field->why_count; i++) {
        codec_code(codec, "code", field->set, &field->why[i].code);
        codec_text(codec, "why", &field->why[i].why);
    }
}

/* Options and fields are those of the asked part, in the same order. */
static void walk_whys(struct codec *codec, struct item *item)
{
    for (size_t i = 0; i < item->option_count; i++) {
        char letter = item->options[i].letter;

        codec_char(codec, "option", &letter);
        if (letter != item->options[i].letter)
            codec_refuse(codec, "option");
        codec_flag(codec, "pinned", &item->options[i].is_pinned);
        codec_optional(codec, "why", &item->options[i].why);
    }
    for (size_t i = 0; i < item->field_count; i++) {
        struct str id = item->fields[i].id;

        codec_text(codec, "field", &id);
        if (!str_eq(id, item->fields[i].id))
            codec_refuse(codec, "field");
        walk_why_of_field(codec, &item->fields[i]);
    }
}

static void walk_needs(struct codec *codec, struct item *item)
{
    static const char *const names[] = {
#define X(NAME, id, title) [CODE_##NAME] = "needs-" id,
        CODE_SETS(X)
#undef X
    };
    code_set_mask needs = 0;

    for (int set = 0; set < CODE_SET_COUNT; set++) {
        bool is_needed = (item->needs >> set & 1) != 0;

        codec_flag(codec, names[set], &is_needed);
        needs |= (code_set_mask)is_needed << set;
    }
    item->needs = needs;
}

static void walk_years(struct codec *codec, struct code_years *years)
{
    static const char *const names[] = {
#define X(NAME, id, title) [CODE_##NAME] = "years-" id,
        CODE_SETS(X)
#undef X
    };

    for (int set = 0; set < CODE_SET_COUNT; set++)
        codec_texts(codec, names[set], "year", &years->years[set]);
}

static void walk_extras(struct codec *codec, struct extra_list *list)
{
    list->items = codec_list(codec, "extras", list->items, &list->count,
                             sizeof *list->items, SIZE_MAX);
    for (size_t i = 0; i < list->count; i++) {
        codec_text(codec, "key", &list->items[i].key);
        codec_text(codec, "value", &list->items[i].value);
    }
}

static void walk_rest(struct codec *codec, struct item *item)
{
    walk_format(codec, FORMAT_REST);
    codec_optional(codec, "topic", &item->topic);
    WALK_ENUM(codec, "difficulty", item->difficulty, difficulty_id,
              difficulty_from_id);
    WALK_ENUM(codec, "shuffle", item->shuffle, shuffle_id, shuffle_from_id);
    walk_needs(codec, item);
    walk_whys(codec, item);
    codec_optional(codec, "rationale", &item->rationale);
    codec_optional(codec, "objective", &item->objective);
    codec_optional(codec, "author", &item->author);
    codec_texts(codec, "references", "reference", &item->references);
    codec_texts(codec, "enemies", "enemy", &item->enemies);
    codec_texts(codec, "tags", "tag", &item->tags);
    codec_texts(codec, "was", "former", &item->was);
    codec_texts(codec, "exams", "exam", &item->exams);
    codec_texts(codec, "not_exams", "not_exam", &item->not_exams);
    codec_texts(codec, "lint_ignore", "rule", &item->lint_ignore);
    codec_optional(codec, "lint_because", &item->lint_because);
    walk_years(codec, &item->code_years);
    walk_extras(codec, &item->extras);
}

static void walk_case(struct codec *codec, struct case_text *text)
{
    walk_format(codec, FORMAT_CASE);
    codec_text(codec, "id", &text->id);
    codec_optional(codec, "title", &text->title);
    text->parts = codec_list(codec, "parts", text->parts, &text->part_count,
                             sizeof *text->parts, SIZE_MAX);
    for (size_t i = 0; i < text->part_count; i++) {
        codec_optional(codec, "heading", &text->parts[i].heading);
        codec_text(codec, "text", &text->parts[i].text);
    }
    walk_exhibits(codec, &text->exhibits);
}

void canonical_finish(struct canonical *canonical)
{
    strbuf_finish(&canonical->asked);
    strbuf_finish(&canonical->rest);
}

void canonical_item(struct canonical *canonical, const struct item *item,
                    const struct hash *case_hash)
{
    struct item copy = *item; /* the walks take what they may fill */
    struct strbuf work = {0};
    struct codec asked = {.out = &canonical->asked, .work = &work};
    struct codec rest = {.out = &canonical->rest, .work = &work};
    struct str hash_text = STR("");
    char hex[HASH_HEX_SIZE];

    if (case_hash) {
        hash_hex(case_hash, hex);
        hash_text = str_from(hex);
    }
    strbuf_clear(&canonical->asked);
    strbuf_clear(&canonical->rest);
    walk_asked(&asked, &copy, &hash_text);
    walk_rest(&rest, &copy);
    canonical->asked_hash = hash_of(strbuf_str(&canonical->asked));
    canonical->full_hash = hash_of_two(
        (struct str){(const char *)canonical->asked_hash.bytes, HASH_SIZE},
        strbuf_str(&canonical->rest));
    strbuf_finish(&work);
}

struct hash canonical_case(struct strbuf *out, const struct case_text *text)
{
    struct case_text copy = *text;
    struct codec codec = {.out = out};
    size_t start = out->len;

    walk_case(&codec, &copy);
    return hash_of((struct str){out->data + start, out->len - start});
}

static bool is_case_hash(struct str text)
{
    if (text.len != 0 && text.len != HASH_HEX_SIZE - 1)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];

        if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f'))
            return false;
    }
    return true;
}

bool canonical_read_item(struct arena *arena, struct str asked, struct str rest,
                         const struct case_text *case_text, struct item *out,
                         struct error *err)
{
    struct strbuf work = {0};
    struct codec asked_codec = {
        .work = &work, .arena = arena, .text = arena_str(arena, asked)};
    struct codec rest_codec = {
        .work = &work, .arena = arena, .text = arena_str(arena, rest)};
    struct item item = {.id = STR(""), .case_text = case_text};
    struct str case_hash;
    bool ok;

    walk_asked(&asked_codec, &item, &case_hash);
    if (!is_case_hash(case_hash))
        codec_refuse(&asked_codec, "case");
    ok = codec_end(&asked_codec, "the asked part of a question", err);
    if (ok) {
        walk_rest(&rest_codec, &item);
        ok = codec_end(&rest_codec, "the rest of a question", err);
    }
    if (ok)
        *out = item;
    strbuf_finish(&work);
    return ok;
}

bool canonical_read_case(struct arena *arena, struct str text,
                         struct case_text *out, struct error *err)
{
    struct codec codec = {.arena = arena, .text = arena_str(arena, text)};
    struct case_text read = {.id = STR("")};

    walk_case(&codec, &read);
    if (!codec_end(&codec, "the text of a case", err))
        return false;
    *out = read;
    return true;
}
