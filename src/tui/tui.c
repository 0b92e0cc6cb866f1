/*
 * The door: takes the terminal, runs the loop, gives everything back. What is
 * shown is the business of the screens.
 */
#include "proctor/tui/tui.h"

#include "proctor/base/mem.h"
#include "proctor/platform/env.h"
#include "proctor/platform/signals.h"

#include "chart.h"
#include "loop.h"
#include "screens.h"

static bool run(struct terminal *terminal, struct ui *ui,
                const struct tui_options *options, struct error *err)
{
    struct stack stack = {0};
    bool ok;

    stack_push(&stack, home_screen_create(ui, options));
    ok = loop_run(terminal, &stack, ui, err);
    stack_finish(&stack);
    ui_close_session(ui);
    return ok;
}

bool tui_run(struct app *app, const struct tui_options *options,
             struct error *err)
{
    struct ui ui = {
        .app = app,
        .settings = options->settings,
        .ascii = !env_set_locale(),
        .few_glyphs = chart_has_few_glyphs(env_get("TERM")),
    };
    struct terminal_options how = {
        .no_color = options->no_color || env_no_color(),
        .style.theme = theme_chosen(&options->settings),
    };
    const char *note;
    struct terminal *terminal;
    bool ok;

    ui_follow_settings(&ui);
    if (!signals_start(err))
        return false;
    signals_on_crash(terminal_rescue);
    mem_on_exhausted(terminal_rescue);
    terminal = terminal_open(&how, &note, err);
    if (terminal && note)
        ui_say(&ui, STYLE_WARNING, "%s", note);
    ok = terminal && run(terminal, &ui, options, err);
    terminal_close(terminal);
    mem_on_exhausted(NULL);
    signals_on_crash(NULL);
    signals_stop();
    return ok;
}
