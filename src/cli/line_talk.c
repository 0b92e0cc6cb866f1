/*
 * Input and output of the line mode. The input is read with poll() beside the
 * pipe of signals, so that an exam ends in time though nobody types, and so
 * that a hang-up is heard in the middle of a line. What a line means is the
 * business of the places that ask.
 */
#include "line_talk.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "proctor/base/utf8.h"
#include "proctor/base/wrap.h"
#include "proctor/platform/env.h"
#include "proctor/platform/signals.h"

void talk_init(struct talk *talk, bool ascii)
{
    *talk = (struct talk){
        .ascii = ascii,
        .echoes = !env_stdin_is_terminal(),
    };
}

/* --- saying --------------------------------------------------------------- */

static void end_prompt_line(struct talk *talk)
{
    if (talk->prompt_open)
        putchar('\n');
    talk->prompt_open = false;
}

static void say_lines(struct talk *talk, struct str text)
{
    struct wrapped lines =
        wrap_text(&talk->scratch, text, TALK_COLUMNS, talk->ascii);

    for (size_t i = 0; i < lines.count; i++)
        printf(STR_FORMAT "\n", STR_ARG(lines.lines[i]));
}

void talk_text(struct talk *talk, struct str text)
{
    end_prompt_line(talk);
    say_lines(talk, text);
}

void talk_say(struct talk *talk, const char *format, ...)
{
    struct strbuf text = {0};
    va_list args;

    va_start(args, format);
    strbuf_vprintf(&text, format, args);
    va_end(args);
    talk_text(talk, strbuf_str(&text));
    strbuf_finish(&text);
}

void talk_gap(struct talk *talk)
{
    end_prompt_line(talk);
    putchar('\n');
}

static bool flush(struct talk *talk)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return true;
    talk->end = TALK_UNHEARD;
    return false;
}

void talk_finish(struct talk *talk)
{
    end_prompt_line(talk);
    flush(talk);
    strbuf_finish(&talk->input);
    strbuf_finish(&talk->line);
    arena_finish(&talk->scratch);
}

/* --- hearing -------------------------------------------------------------- */

/* What was read and not given out yet. */
static struct str unread(const struct talk *talk)
{
    struct str all = strbuf_str(&talk->input);

    return (struct str){all.data + talk->taken, all.len - talk->taken};
}

static void take(struct talk *talk, size_t len)
{
    talk->taken += len;
    if (talk->taken == talk->input.len) {
        strbuf_clear(&talk->input);
        talk->taken = 0;
    }
}

/* The next line as it came, when there is a whole one (or the last). */
static bool next_line(struct talk *talk)
{
    struct str rest = unread(talk);
    const char *end = rest.len > 0 ? memchr(rest.data, '\n', rest.len) : NULL;
    size_t len = end ? (size_t)(end - rest.data) : rest.len;

    if (!end && len <= TALK_LINE_MAX && !(talk->input_ended && len > 0))
        return false;
    if (!end && !talk->input_ended) {
        talk->skips_line = true;
        take(talk, len);
        return false;
    }
    strbuf_clear(&talk->line);
    strbuf_add(&talk->line, (struct str){rest.data, len});
    take(talk, len + (end ? 1 : 0));
    return true;
}

static void read_more(struct talk *talk)
{
    char bytes[4096];
    ssize_t len = read(STDIN_FILENO, bytes, sizeof bytes);

    if (len > 0)
        strbuf_add(&talk->input, (struct str){bytes, (size_t)len});
    else if (len == 0 || (errno != EINTR && errno != EAGAIN))
        talk->input_ended = true;
}

static int wait_ms(const struct talk *talk)
{
    int64_t ms = talk->watch.wait_ms ? talk->watch.wait_ms(talk->watch.context)
                                     : INT64_MAX;

    if (ms == INT64_MAX)
        return -1;
    return ms < INT_MAX ? (int)ms : INT_MAX;
}

/* What was typed behind the end of an exam is not meant for what follows. */
static void drop_typed(struct talk *talk)
{
    if (talk->echoes)
        return;
    tcflush(STDIN_FILENO, TCIFLUSH);
    take(talk, unread(talk).len);
}

/* Waits for input, a signal or the time of the next look; true when it was
 * input. */
static bool wait_for_input(struct talk *talk)
{
    struct pollfd fds[] = {{.fd = STDIN_FILENO, .events = POLLIN},
                           {.fd = signals_fd(), .events = POLLIN}};

    if (poll(fds, 2, wait_ms(talk)) <= 0 || fds[0].revents == 0)
        return false;
    read_more(talk);
    return true;
}

static bool watch_ends_it(struct talk *talk)
{
    if (!talk->watch.look || !talk->watch.look(talk->watch.context))
        return false;
    drop_typed(talk);
    return true;
}

/* Waits until a line is there. A line that came goes before a look. */
static enum heard await_line(struct talk *talk)
{
    bool woken = false;

    for (;;) {
        struct signals signals = signals_take();

        if (signals.leave)
            talk->end = TALK_HUNG_UP;
        if (talk->end != TALK_GOES_ON)
            return HEARD_END;
        if (signals.interrupt)
            return HEARD_INTERRUPT;
        if (next_line(talk))
            return HEARD_LINE;
        if (talk->input_ended) {
            talk->end = TALK_INPUT_ENDED;
            return HEARD_END;
        }
        if ((woken || signals.resized) && watch_ends_it(talk))
            return HEARD_WAKE;
        woken = !wait_for_input(talk);
    }
}

static bool has_control(struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);

        if ((c < 0x20 && c != '\t') || (c >= 0x7f && c < 0xa0))
            return true;
    }
    return false;
}

/* Why the line cannot be used, or NULL. */
static const char *refusal(struct talk *talk, struct str line)
{
    bool was_skipped = talk->skips_line;

    talk->skips_line = false;
    if (was_skipped || line.len > TALK_LINE_MAX)
        return "That line is too long; nothing was done.";
    if (utf8_valid_prefix(line) < line.len)
        return "That line is not UTF-8 text; nothing was done.";
    if (has_control(line))
        return "That line holds control characters, as arrow keys send them; "
               "nothing was done.";
    return NULL;
}

/* Transcripts show what was typed where a terminal would have shown it. */
static void echo(struct talk *talk, const char *prompt, struct str line)
{
    struct strbuf text = {0};
    struct wrapped lines;

    strbuf_adds(&text, prompt);
    strbuf_add(&text, line);
    lines =
        wrap_text(&talk->scratch, strbuf_str(&text), TALK_COLUMNS, talk->ascii);
    for (size_t i = 0; i < lines.count; i++) {
        struct str shown = lines.lines[i];
        size_t known = i == 0 ? strlen(prompt) : 0;

        if (known > shown.len)
            known = shown.len;
        printf(STR_FORMAT "\n", (int)(shown.len - known), shown.data + known);
    }
    strbuf_finish(&text);
}

enum heard talk_ask(struct talk *talk, const char *prompt, struct str *line_out)
{
    for (;;) {
        enum heard heard;
        const char *reason;
        struct str line;

        end_prompt_line(talk);
        arena_reset(&talk->scratch);
        fputs(prompt, stdout);
        talk->prompt_open = true;
        if (!flush(talk))
            return HEARD_END;
        heard = await_line(talk);
        if (heard != HEARD_LINE)
            return heard;
        line = str_trim(strbuf_str(&talk->line));
        reason = refusal(talk, line);
        talk->prompt_open = false;
        if (talk->echoes && reason)
            putchar('\n');
        else if (talk->echoes)
            echo(talk, prompt, line);
        if (!reason) {
            *line_out = line;
            return HEARD_LINE;
        }
        talk_say(talk, "%s", reason);
    }
}
