/*
 * What keys do. The list is written once: it gives the enum, the keys, the
 * help and the hints at the foot of a screen. Letters a to l choose options of
 * a question and digits do too, so no command is one of them; every command
 * has a key that is no letter, since letters type in a code field. Alt with a
 * letter is the letter's command there.
 */
#ifndef PROCTOR_TUI_COMMAND_H
#define PROCTOR_TUI_COMMAND_H

#include "proctor/base/str.h"

#include "key.h"

/* X(NAME, keys, hint, help): the first key stands in the hint; an empty hint
 * is left out at the foot. The last key is never one that types. */
#define COMMANDS(X)                                                            \
    X(UP, "Up", "and Down move", "the line or answer above")                   \
    X(DOWN, "Down", "", "the line or answer below")                            \
    X(PAGE_UP, "PgUp Ctrl-B", "", "a page back in the text")                   \
    X(PAGE_DOWN, "PgDn Ctrl-D", "", "a page on in the text")                   \
    X(TOP, "Home", "", "the beginning of the text or list")                    \
    X(BOTTOM, "End", "", "the end of the text or list")                        \
    X(OPEN, "Enter Space", "choose", "go there, or do what is pointed at")     \
    X(START, "Enter F12", "start the exam", "start: the clock runs from then") \
    X(CHOOSE, "Space Enter", "choose",                                         \
      "choose the answer pointed at, or take it back; so does its letter or "  \
      "number")                                                                \
    X(FIELD, "Tab", "type a code", "the next code field")                      \
    X(FIELD_BACK, "Shift-Tab", "field before", "the code field before")        \
    X(CLEAR, "Del Backspace", "clear",                                         \
      "take the answer back; of codes the one pointed at")                     \
    X(NEXT, "n Right Ctrl-N", "next", "the next question")                     \
    X(PREVIOUS, "p Left Ctrl-P", "previous", "the question before")            \
    X(MARK, "m F4 Ctrl-G", "mark", "mark the question to look at again")       \
    X(STRIKE, "x F5 Ctrl-X", "strike out",                                     \
      "with a letter: strike the option out, or bring it back")                \
    X(NUMBER, "o F6 Ctrl-O", "open number", "open a question by its number")   \
    X(UNANSWERED, "u F7 Ctrl-U", "unanswered",                                 \
      "the next question that is not answered")                                \
    X(CASE, "v F2 Ctrl-V", "case", "from the question to its case and back")   \
    X(SEARCH, "/ Ctrl-F", "search", "search in the case; again: the next hit") \
    X(REVIEW, "r F8 Ctrl-R", "review", "all questions, and the end")           \
    X(TIME, "t F9 Ctrl-T", "time", "say the time that is left")                \
    X(CLOCK, "w F11 Ctrl-W", "clock", "hide the clock, or show it")            \
    X(UNDO, "z F3 Ctrl-Y", "undo",                                             \
      "take back the last answer, mark or strike")                             \
    X(FILTER, "Tab", "filter", "show all questions, or only some")             \
    X(SUBMIT, "s F12", "end exam", "end the exam and see the result")          \
    X(BACK, "Esc F10", "back", "back; nothing is lost")                        \
    X(LEAVE, "Ctrl-C Ctrl-Q", "leave", "leave the exam: asks how")             \
    X(QUIT, "q Ctrl-C Ctrl-Q", "quit", "leave proctor")                        \
    X(HELP, "? F1", "help", "the keys of this screen")                         \
    X(REDRAW, "Ctrl-L", "redraw", "draw the screen anew")                      \
    X(SUSPEND, "Ctrl-Z", "suspend", "back to the shell; a clock runs on")

enum command {
    CMD_NONE,
#define X(NAME, keys, hint, help) CMD_##NAME,
    COMMANDS(X)
#undef X
        CMD_COUNT
};

/* The command of a key among `commands` (ended by CMD_NONE), or CMD_NONE. */
enum command command_find(const enum command *commands, const struct key *key);

/* All keys with blanks between, the first one, and the last one: that works
 * where letters type. */
const char *command_keys(enum command command);
struct str command_first_key(enum command command);
struct str command_last_key(enum command command);
const char *command_hint(enum command command);
const char *command_help(enum command command);

#endif
