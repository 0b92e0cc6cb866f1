/* Roles of text. What a role looks like on a terminal is the terminal's
 * business; every role must be readable without colour and attributes. */
#ifndef PROCTOR_TUI_STYLE_H
#define PROCTOR_TUI_STYLE_H

/* X(NAME, mark): the mark stands for the style in the grids of tests. */
#define STYLES(X)                                                              \
    X(NORMAL, '.')                                                             \
    X(BAR, '=')     /* the line with the exam's name and the clock */          \
    X(HEADING, 'H') /* of a part of a text */                                  \
    X(DIM, '-')     /* rules, hints, what is beside the matter */              \
    X(FOCUS, '>')   /* what the next key acts on */                            \
    X(CHOSEN, 'x')  /* an answer given */                                      \
    X(STRUCK, '/')  /* an option struck out */                                 \
    X(MARKED, 'm')  /* marked to look at again */                              \
    X(FOUND, '?')   /* hit of a search */                                      \
    X(WARNING, 'w') /* time, what is refused */                                \
    X(ALERT, '!')   /* NOT SAVED */                                            \
    X(RIGHT, '+')                                                              \
    X(WRONG, '*')

enum style {
#define X(NAME, mark) STYLE_##NAME,
    STYLES(X)
#undef X
        STYLE_COUNT
};

#endif
