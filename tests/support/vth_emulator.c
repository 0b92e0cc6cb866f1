/*
 * libvterm set up: what it does not know is written down, what it knows beside
 * cells (cursor, title, bells) is kept. The callbacks changed with version 0.2.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "vth_private.h"

#define OLD_VTERM (VTERM_VERSION_MAJOR == 0 && VTERM_VERSION_MINOR < 2)

/* Saving and restoring the title, part of xterm's smcup and rmcup. */
static bool is_title_stack(char command, const long *args, int count)
{
    return command == 't' && count > 0 &&
           (CSI_ARG(args[0]) == 22 || CSI_ARG(args[0]) == 23);
}

/* The shape of the cursor on a Linux console, in its civis and cnorm. */
static bool is_console_cursor(const char *leader, char command)
{
    return command == 'c' && leader && leader[0] == '?';
}

static int unknown_control(unsigned char control, void *user)
{
    struct vth *vth = user;

    strbuf_printf(&vth->unknown, "control %02x\n", control);
    return 1;
}

static int unknown_csi(const char *leader, const long args[], int count,
                       const char *intermediate, char command, void *user)
{
    struct vth *vth = user;

    if (is_title_stack(command, args, count) ||
        is_console_cursor(leader, command))
        return 1;
    strbuf_printf(&vth->unknown, "csi %s", leader ? leader : "");
    for (int i = 0; i < count; i++)
        strbuf_printf(&vth->unknown, "%s%ld", i > 0 ? ";" : "",
                      CSI_ARG(args[i]));
    strbuf_printf(&vth->unknown, "%s%c\n", intermediate ? intermediate : "",
                  command);
    return 1;
}

/* A whole operating system command; ours is the mark of a sync. */
static void take_osc(struct vth *vth, const char *text)
{
    int digit, rows, cols;

    if (sscanf(text, "7797;%d;%d;%d", &digit, &rows, &cols) == 3) {
        vth->mark_digit = digit;
        vth->mark_rows = rows;
        vth->mark_cols = cols;
        return;
    }
    strbuf_printf(&vth->unknown, "osc %s\n", text);
}

#if OLD_VTERM
static int unknown_osc(const char *command, size_t length, void *user)
{
    struct vth *vth = user;

    strbuf_clear(&vth->osc);
    strbuf_add(&vth->osc, (struct str){command, length});
    take_osc(vth, strbuf_text(&vth->osc));
    return 1;
}

static int unknown_dcs(const char *command, size_t length, void *user)
{
    struct vth *vth = user;

    strbuf_printf(&vth->unknown, "dcs %.*s\n", (int)length, command);
    return 1;
}

static const VTermParserCallbacks fallbacks = {
    .control = unknown_control,
    .csi = unknown_csi,
    .osc = unknown_osc,
    .dcs = unknown_dcs,
};
#else
static int unknown_osc(int command, VTermStringFragment fragment, void *user)
{
    struct vth *vth = user;

    if (fragment.initial) {
        strbuf_clear(&vth->osc);
        strbuf_printf(&vth->osc, "%d;", command);
    }
    strbuf_add(&vth->osc, (struct str){fragment.str, fragment.len});
    if (fragment.final)
        take_osc(vth, strbuf_text(&vth->osc));
    return 1;
}

static int unknown_dcs(const char *command, size_t length,
                       VTermStringFragment fragment, void *user)
{
    struct vth *vth = user;

    (void)fragment;
    strbuf_printf(&vth->unknown, "dcs %.*s\n", (int)length, command);
    return 1;
}

static const VTermStateFallbacks fallbacks = {
    .control = unknown_control,
    .csi = unknown_csi,
    .osc = unknown_osc,
    .dcs = unknown_dcs,
};
#endif

static void take_title(struct vth *vth, const VTermValue *value)
{
#if OLD_VTERM
    strbuf_clear(&vth->title);
    strbuf_adds(&vth->title, value->string);
#else
    if (value->string.initial)
        strbuf_clear(&vth->title);
    strbuf_add(&vth->title, (struct str){value->string.str, value->string.len});
#endif
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct vth *vth = user;

    if (property == VTERM_PROP_CURSORVISIBLE)
        vth->cursor_visible = value->boolean;
    else if (property == VTERM_PROP_ALTSCREEN)
        vth->altscreen = value->boolean;
    else if (property == VTERM_PROP_TITLE)
        take_title(vth, value);
    return 1;
}

static int on_bell(void *user)
{
    ((struct vth *)user)->bells++;
    return 1;
}

static const VTermScreenCallbacks callbacks = {
    .settermprop = on_property,
    .bell = on_bell,
};

/* Keys, pastes and answers to queries, to the program. */
static void on_output(const char *bytes, size_t length, void *user)
{
    struct vth *vth = user;

    while (vth->master >= 0 && length > 0) {
        ssize_t written = write(vth->master, bytes, length);

        if (written <= 0)
            return;
        bytes += written;
        length -= (size_t)written;
    }
}

void vth_emulator_open(struct vth *vth, int rows, int cols)
{
    vth->vt = vterm_new(rows, cols);
    vterm_set_utf8(vth->vt, 1);
    vterm_output_set_callback(vth->vt, on_output, vth);
    vth->screen = vterm_obtain_screen(vth->vt);
    vterm_screen_enable_altscreen(vth->screen, 1);
    vterm_screen_set_callbacks(vth->screen, &callbacks, vth);
    vterm_screen_set_unrecognised_fallbacks(vth->screen, &fallbacks, vth);
    vth->cursor_visible = true;
    vterm_screen_reset(vth->screen, 1);
}

void vth_emulator_close(struct vth *vth)
{
    vterm_free(vth->vt);
    strbuf_finish(&vth->title);
    strbuf_finish(&vth->unknown);
    strbuf_finish(&vth->osc);
}
