/*
 * The event loop. It waits in poll() on terminal, signal pipe and the next
 * tick of the session, never in curses, which would lose a resize. What keys
 * mean is the screens' matter; what is the same everywhere is here.
 */
#include "loop.h"

#include <errno.h>
#include <poll.h>

#include "proctor/platform/signals.h"

#include "frame.h"
#include "screens.h"
#include "time_news.h"

struct loop {
    struct terminal *terminal;
    struct stack *stack;
    struct ui *ui;
    struct canvas canvas;
    bool is_over;
    bool is_working; /* the top screen has work left */
    bool is_unsaved; /* said with the last frame: something is not stored */
};

static void apply(struct loop *loop, struct reply reply)
{
    if (!stack_apply(loop->stack, loop->ui, reply))
        loop->is_over = true;
    loop->is_working = true;
}

/* --- the clock ------------------------------------------------------------ */

/* Reads the clock and brings what it says on screen. True when another screen
 * came by that. */
static bool tick(struct loop *loop)
{
    struct ui *ui = loop->ui;
    const struct screen *before = stack_top(loop->stack);
    unsigned news;

    if (!ui->session)
        return false;
    news = session_tick(ui->session);
    if (news & SESSION_TIMED_OUT)
        apply(loop, reply_home(ended_screen_create()));
    else if ((news & SESSION_SLEPT) && !stack_has(loop->stack, ABOUT_SLEEP))
        apply(loop, reply_push(sleep_screen_create()));
    time_news_tell(ui, news);
    return stack_top(loop->stack) != before;
}

/* Milliseconds to wait, -1 for ever. */
static int wait_ms(const struct loop *loop)
{
    const struct ui *ui = loop->ui;
    int64_t wait;

    if (loop->is_working)
        return 0;
    if (!ui->session)
        return -1;
    wait = session_next_tick_ms(ui->session,
                                ui_clock_by_minute(ui) ||
                                    session_sitting(ui->session)->clock_hidden);
    return wait > INT32_MAX ? -1 : (int)wait;
}

/* --- drawing -------------------------------------------------------------- */

/* The good news after NOT SAVED, once. */
static void tell_saving(struct loop *loop)
{
    bool is_unsaved = ui_has_unsaved(loop->ui);

    if (loop->is_unsaved && !is_unsaved && loop->ui->session)
        ui_say(loop->ui, STYLE_NORMAL, "Saved again.");
    loop->is_unsaved = is_unsaved;
}

static bool is_too_small(const struct canvas *canvas)
{
    return canvas->width < SCREEN_MIN_COLUMNS ||
           canvas->height < SCREEN_MIN_ROWS;
}

/* The settings can change with any key. */
static void follow_settings(struct loop *loop)
{
    const struct ui *ui = loop->ui;

    loop->canvas.has_lines = !ui->accessible;
    terminal_set_style(loop->terminal, (struct terminal_style){
                                           .theme = theme_chosen(&ui->settings),
                                           .show_cursor = ui->accessible,
                                       });
}

static void draw(struct loop *loop)
{
    struct screen *top = stack_top(loop->stack);
    struct canvas *canvas = &loop->canvas;
    int width, height;

    tell_saving(loop);
    follow_settings(loop);
    terminal_size(loop->terminal, &width, &height);
    canvas_resize(canvas, width, height);
    if (is_too_small(canvas)) {
        frame_draw_too_small(loop->ui, canvas);
    } else {
        top->class->layout(top, loop->ui, canvas->width, canvas->height);
        top->class->draw(top, loop->ui, canvas);
    }
    terminal_show(loop->terminal, canvas);
}

static void show_now(void *context)
{
    draw(context);
}

/* One slice of the top screen's work. */
static void work(struct loop *loop)
{
    struct screen *top = stack_top(loop->stack);
    bool is_done = true;

    if (top->class->work) {
        struct reply reply = top->class->work(top, loop->ui, &is_done);

        apply(loop, reply);
        if (reply.kind != REPLY_STAY)
            return;
    }
    loop->is_working = !is_done;
}

/* --- keys ----------------------------------------------------------------- */

/* Ctrl-C where the screen has no use for it: it asks. */
static struct reply ask_to_leave(const struct loop *loop)
{
    if (stack_has(loop->stack, ABOUT_LEAVING))
        return reply_pop();
    if (loop->ui->session &&
        session_sitting(loop->ui->session)->state != SITTING_RUNNING)
        return reply_stay(); /* its end is being told */
    return reply_push(loop->ui->session ? leave_screen_create(loop->ui)
                                        : quit_screen_create());
}

static struct reply common_command(struct loop *loop, const struct key *key)
{
    static const enum command common[] = {CMD_HELP, CMD_REDRAW, CMD_SUSPEND,
                                          CMD_LEAVE, CMD_NONE};
    enum command command = command_find(common, key);
    const struct screen *top = stack_top(loop->stack);

    if (command == CMD_REDRAW)
        terminal_repaint(loop->terminal);
    else if (command == CMD_SUSPEND)
        terminal_suspend(loop->terminal);
    else if (command == CMD_HELP && top->about == ABOUT_HELP)
        return reply_pop();
    else if (command == CMD_HELP)
        return reply_push(help_screen_create(top->class));
    else if (command == CMD_LEAVE)
        return ask_to_leave(loop);
    return reply_stay();
}

static struct reply reply_to(struct loop *loop, const struct key *key)
{
    struct screen *top = stack_top(loop->stack);
    struct reply reply = reply_ignored();
    enum command command;

    if (top->class->key)
        reply = top->class->key(top, loop->ui, key);
    if (reply.kind != REPLY_IGNORED || key->pasted)
        return reply;
    command = command_find(top->class->commands, key);
    if (command != CMD_NONE)
        reply = top->class->command(top, loop->ui, command);
    return reply.kind == REPLY_IGNORED ? common_command(loop, key) : reply;
}

/* All before the sync key was handled: finish the frame, then say so. */
static void answer_sync(struct loop *loop, const struct key *key)
{
    while (loop->is_working && !loop->is_over)
        work(loop);
    draw(loop);
    terminal_mark_sync(loop->terminal, (int)key->c);
}

static void handle_key(struct loop *loop, const struct key *key)
{
    bool is_elsewhere = tick(loop);

    if (key->press == PRESS_SYNC) {
        answer_sync(loop, key);
        return;
    }
    /* A key meant for what is no longer to be seen does nothing, nor one for
     * a screen that is too small to be seen. */
    if (!is_elsewhere && !is_too_small(&loop->canvas)) {
        ui_forget_message(loop->ui);
        apply(loop, reply_to(loop, key));
    }
    if (!loop->is_over)
        draw(loop); /* the next key acts on what the candidate can see */
}

static void handle_signals(struct loop *loop)
{
    struct signals signals = signals_take();

    if (signals.leave)
        loop->is_over = true;
    else if (signals.interrupt)
        handle_key(loop, &(struct key){.press = PRESS_CTRL, .c = 'c'});
    else if (signals.resized)
        terminal_repaint(loop->terminal); /* also after SIGCONT */
}

/* What signals said before a key came counts before it. */
static void handle_keys(struct loop *loop)
{
    struct key key;

    while (!loop->is_over) {
        key = terminal_read(loop->terminal);
        handle_signals(loop);
        if (key.press == PRESS_NONE || loop->is_over)
            break;
        handle_key(loop, &key);
    }
}

/* --- waiting -------------------------------------------------------------- */

static bool terminal_went(struct loop *loop, struct error *err)
{
    loop->is_over = true;
    return error_set(err, ERR_IO,
                     "the terminal went away; what was answered is stored");
}

/* Waits for the next thing and handles it. */
static bool turn(struct loop *loop, struct error *err)
{
    struct pollfd fds[] = {
        {.fd = terminal_fd(loop->terminal), .events = POLLIN},
        {.fd = signals_fd(), .events = POLLIN},
    };
    int ready = poll(fds, 2, wait_ms(loop));

    if (ready < 0 && errno != EINTR)
        return error_set_errno(err, "the terminal cannot be waited for");
    if (ready <= 0) {
        if (loop->is_working)
            work(loop);
        return true;
    }
    if (fds[0].revents & (POLLHUP | POLLERR | POLLNVAL) ||
        (fds[0].revents && !terminal_is_there(loop->terminal)))
        return terminal_went(loop, err);
    handle_keys(loop);
    return true;
}

bool loop_run(struct terminal *terminal, struct stack *stack, struct ui *ui,
              struct error *err)
{
    struct loop loop = {
        .terminal = terminal, .stack = stack, .ui = ui, .is_working = true};
    bool ok = true;

    canvas_init(&loop.canvas, 1, 1);
    ui->show = show_now;
    ui->show_context = &loop;
    loop.canvas.ascii = ui->ascii;
    while (ok && !loop.is_over) {
        tick(&loop);
        draw(&loop);
        ok = turn(&loop, err);
    }
    ui->show = NULL;
    canvas_finish(&loop.canvas);
    return ok;
}
