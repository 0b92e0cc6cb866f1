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
    X(START, "Enter F12", "start", "start: a clock runs from then")            \
    X(CHOOSE, "Space Enter", "choose",                                         \
      "choose the answer pointed at, or take it back; so does its letter or "  \
      "number")                                                                \
    X(FIELD, "Tab", "type a code", "the next code field")                      \
    X(FIELD_BACK, "Shift-Tab", "field before", "the code field before")        \
    X(CLEAR, "Del Backspace", "clear",                                         \
      "take the answer back; of codes the one pointed at")                     \
    X(NEXT, "n Right Ctrl-N", "next", "the next question, or section")         \
    X(PREVIOUS, "p Left Ctrl-P", "previous",                                   \
      "the question, or section, before")                                      \
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
    X(CLOCK, "F11 Ctrl-W", "clock", "hide the clock, or show it")              \
    X(UNDO, "z F3 Ctrl-Y", "undo",                                             \
      "take back the last answer, mark or strike")                             \
    X(FILTER, "Tab", "filter", "show all questions, or only some")             \
    X(FILTER_BACK, "Shift-Tab", "", "the filter before")                       \
    X(SECTION, "s Shift-Tab", "section", "one section only, or all of them")   \
    X(SUBMIT, "s F12", "end", "end it all and see the result")                 \
    X(CHECK, "s F12", "check",                                                 \
      "see whether it is right, and why; then it stays")                       \
    X(HINT, "y Ctrl-K", "hint", "the next hint; the answer counts less then")  \
    X(SURE, "q Ctrl-S", "sure or not",                                         \
      "say that you are sure, or not, or neither")                             \
    X(NOTE, "w Ctrl-E", "note", "write a private note on the question")        \
    X(CAUSE, "y F5", "cause", "say why you missed it")                         \
    X(DISPUTE, "x F7", "dispute", "say that the key is wrong, and why")        \
    X(GO_PRACTICE, "p F2", "practice", "practise, and choose what")            \
    X(GO_WEAK, "w F3", "weak areas",                                           \
      "where marks are lost, and how sure that is")                            \
    X(GO_HISTORY, "r F4", "results", "all attempts, and how marks went")       \
    X(GO_SEARCH, "/ F5", "search", "questions you met, topics, notes")         \
    X(GO_SETTINGS, "s F6", "settings", "colours, clock, screen reader")        \
    X(GO_PEOPLE, "u F7", "people",                                             \
      "who practises here, exam, date, extra time")                            \
    X(GO_LIBRARY, "o F8", "banks",                                             \
      "question banks and exams: look, load, hide")                            \
    X(GO_TUTORIAL, "t F9", "tutorial", "three questions to try the keys on")   \
    X(GO_TREND, "t F9", "trend", "how marks went, drawn")                      \
    X(COMPARE, "v F4", "compare", "beside an earlier attempt")                 \
    X(ORDER, "o F8", "order", "by the exam's order, or by marks lost")         \
    X(EVIDENCE, "v F4", "rests on", "the answers this rests on")               \
    X(SWITCH, "o F8", "switch", "another exam, sections or topics")            \
    X(IMPORT, "m F4", "load a file",                                           \
      "load a bank, after a look at what changes")                             \
    X(ENABLE, "x F5", "on or off", "let candidates see it, or not")            \
    X(ADD, "n F3", "add", "somebody new")                                      \
    X(REMOVE, "x Del", "remove", "erase a person with all answers and notes")  \
    X(GO_ON, "Enter", "go on", "the next line; opens a list, does an act")     \
    X(VALUE_NEXT, "Space Right", "change", "the next value of the line")       \
    X(VALUE_BEFORE, "Left", "", "the value before")                            \
    X(LINE_NEXT, "Tab", "", "the next line")                                   \
    X(LINE_BEFORE, "Shift-Tab", "", "the line before")                         \
    X(NARROW, "/ Ctrl-F", "narrow", "only lines with what you type")           \
    X(EDIT, "m F4", "change", "name, exam, date, extra time")                  \
    X(KEY, "y F6", "key", "show the right answer and why, or hide it")         \
    X(COMPLETE, "Tab", "complete", "the rest of the name, or what fits")       \
    X(STEP, "Enter Space Right", "change",                                     \
      "the next value; it counts at once")                                     \
    X(STORE, "F12 Enter", "store", "store the text and go back")               \
    X(BACK, "Esc F10", "back", "back; nothing is lost")                        \
    X(LEAVE, "Ctrl-C Ctrl-Q", "leave", "leave: you are asked how")             \
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
