/*
 * `candidates`: who practises here. Removing one takes the name as a typed word
 * and says before what goes.
 */
#include <inttypes.h>
#include <stdio.h>

#include "listing.h"
#include "proctor/app/people.h"
#include "proctor/platform/env.h"

/* --- the list ------------------------------------------------------------- */

enum {
    PERSON_NAME,
    PERSON_CHOSEN,
    PERSON_EXAM,
    PERSON_DATE,
    PERSON_DAYS,
    PERSON_PERCENT,
    PERSON_MINUTES,
    PERSON_ATTEMPTS,
    PERSON_ANSWERS,
    PERSON_REMARKS,
};
static const struct column columns[] = {
    {"name", "Name", COLUMN_TEXT},
    {"chosen", "Chosen", COLUMN_FLAG},
    {"exam", "Exam", COLUMN_TEXT},
    {"exam_date", "Date", COLUMN_TEXT},
    {"days_left", "Days left", COLUMN_NUMBER},
    {"time_percent", "Time %", COLUMN_NUMBER},
    {"added_minutes", "Added min", COLUMN_NUMBER},
    {"attempts", "Attempts", COLUMN_NUMBER},
    {"answers", "Answers", COLUMN_NUMBER},
    {"remarks", "Remarks", COLUMN_NUMBER},
};

static bool add_person(struct app *app, struct table *table,
                       const struct candidate *person, struct error *err)
{
    struct candidate_holdings holdings;
    int days;

    if (!candidate_holdings(app_store(app), person->candidate_id, &holdings,
                            err))
        return false;
    table_row(table);
    table_text(table, PERSON_NAME, str_from(person->label));
    table_flag(table, PERSON_CHOSEN,
               person->candidate_id == app_candidate(app)->candidate_id);
    table_text(table, PERSON_EXAM, str_from(person->exam));
    table_text(table, PERSON_DATE, str_from(person->exam_date));
    if (people_days_left(app, person, &days))
        table_number(table, PERSON_DAYS, days);
    table_number(table, PERSON_PERCENT, person->time_percent);
    table_number(table, PERSON_MINUTES, person->added_minutes);
    table_number(table, PERSON_ATTEMPTS, holdings.attempts);
    table_number(table, PERSON_ANSWERS, holdings.answers);
    table_number(table, PERSON_REMARKS, holdings.remarks);
    return true;
}

static bool fill(struct page *page, struct error *err)
{
    struct candidate_list people;

    if (!people_list(page->app, &page->arena, &people, err))
        return false;
    for (size_t i = 0; i < people.count; i++)
        if (!add_person(page->app, &page->table, &people.items[i], err))
            return false;
    return true;
}

/* --- changes -------------------------------------------------------------- */

#define PERSONAL (BIT(EXAM) | BIT(DATE) | BIT(TIME_PERCENT) | BIT(ADD_MINUTES))

/* The person as the options would have them. */
static bool take_options(const struct cli *cli, struct candidate *person,
                         struct error *err)
{
    if (cli_has(cli, OPTION_EXAM))
        person->exam = cli->values[OPTION_EXAM];
    if (cli_has(cli, OPTION_DATE))
        person->exam_date = cli->values[OPTION_DATE];
    return cli_accommodation(cli, person, err);
}

/* Nobody is added whose options would then be refused. */
static bool add(const struct cli *cli, struct app *app, struct error *err)
{
    struct candidate person = {.label = cli->arguments[1],
                               .time_percent = PEOPLE_PERCENT_MIN,
                               .exam = "",
                               .exam_date = ""};

    return take_options(cli, &person, err) && people_check(app, &person, err) &&
           people_add(app, person.label, &person.candidate_id, err) &&
           people_set(app, &person, err) && verb_done(cli, "added");
}

/* The others act on somebody who is there. */
static bool on_person(const struct cli *cli, struct app *app,
                      bool (*act)(const struct cli *cli, struct app *app,
                                  struct candidate *person, struct error *err),
                      struct error *err)
{
    struct arena arena = {0};
    struct candidate person;
    bool ok = people_find(app, cli->arguments[1], &arena, &person, err) &&
              act(cli, app, &person, err);

    arena_finish(&arena);
    return ok;
}

static bool set_person(const struct cli *cli, struct app *app,
                       struct candidate *person, struct error *err)
{
    if (!cli_has_any(cli, PERSONAL))
        return error_set(err, ERR_USAGE,
                         "say what to change: --exam, --date, --time-percent "
                         "or --add-minutes");
    return take_options(cli, person, err) && people_set(app, person, err) &&
           verb_done(cli, "changed");
}

static bool set(const struct cli *cli, struct app *app, struct error *err)
{
    return on_person(cli, app, set_person, err);
}

static bool rename_person(const struct cli *cli, struct app *app,
                          struct candidate *person, struct error *err)
{
    person->label = cli->arguments[2];
    return people_set(app, person, err) && verb_done(cli, "renamed");
}

static bool rename_one(const struct cli *cli, struct app *app,
                       struct error *err)
{
    return on_person(cli, app, rename_person, err);
}

/* --- removal -------------------------------------------------------------- */

static void warn(const struct cli *cli, const struct candidate *person,
                 const struct candidate_holdings *holdings)
{
    struct arena scratch = {0};

    fprintf(stderr,
            "This erases %s: attempts: %" PRId64 "; answers: %" PRId64
            "; notes, causes and disputes: %" PRId64 ".\n"
            "Copies that `proctor backup` made still hold them.\n"
            "Type the name to go on: ",
            cli_folded(cli, &scratch, person->label), holdings->attempts,
            holdings->answers, holdings->remarks);
    arena_finish(&scratch);
}

/* A line that is not the name changes nothing, nor does the end of the input.
 */
static bool is_typed(const char *name, struct error *err)
{
    char line[4 * PEOPLE_NAME_MAX];
    bool is_heard = fgets(line, sizeof line, stdin) != NULL;

    if (!is_heard || !env_stdin_is_terminal())
        fputc('\n', stderr); /* else the candidate typed it */
    return (is_heard && str_is(str_trim(str_from(line)), name)) ||
           error_set(err, ERR_INVALID,
                     "that is not the name: nothing was removed");
}

static bool remove_person(const struct cli *cli, struct app *app,
                          struct candidate *person, struct error *err)
{
    struct candidate_holdings holdings;

    if (!candidate_holdings(app_store(app), person->candidate_id, &holdings,
                            err))
        return false;
    warn(cli, person, &holdings);
    return is_typed(person->label, err) &&
           people_remove(app, person->candidate_id, err) &&
           verb_done(cli, "removed");
}

static bool remove_one(const struct cli *cli, struct app *app,
                       struct error *err)
{
    return on_person(cli, app, remove_person, err);
}

int command_candidates(const struct cli *cli)
{
    static const struct listing listing = {
        .name = "candidates",
        WITH_COLUMNS(columns),
        .empty = "Nobody practises here yet.",
        .fill = fill,
    };
    static const struct verb verbs[] = {
        {.word = "add", .arguments = 1, .options = PERSONAL, .act = add},
        {.word = "set", .arguments = 1, .options = PERSONAL, .act = set},
        {.word = "rename", .arguments = 2, .act = rename_one},
        {.word = "remove", .arguments = 1, .act = remove_one},
    };

    return verbs_run(cli, &listing, verbs, sizeof verbs / sizeof *verbs);
}
