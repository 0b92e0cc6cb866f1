/*
 * A screen that tells something and asks one thing: leave, resume, the end of
 * an exam. What it says and what a choice does are in its specification.
 */
#ifndef PROCTOR_TUI_CHOICE_SCREEN_H
#define PROCTOR_TUI_CHOICE_SCREEN_H

#include "page_screen.h"

#define CHOICES_MAX 5

struct choice {
    const char *label; /* NULL ends the list */
    const char *word;  /* has to be typed to confirm; NULL: no need */
    bool key_will_do;  /* where the settings say so, Enter is enough */
    bool if_not_saved; /* only while something is not; stands last */
};

enum back_means {
    BACK_POPS,
    BACK_STAYS,  /* it has to be answered */
    BACK_CHOOSES /* the first choice */
};

struct choice_spec {
    const char *name, *title;
    void (*tell)(const void *data, const struct ui *ui, struct page *page);
    struct choice choices[CHOICES_MAX + 1];
    enum back_means back;
    enum screen_about about;
    const struct choice *opens_with; /* its word is asked for at once */
    struct reply (*chosen)(const void *data, struct ui *ui, int choice);
};

struct choice_screen {
    struct page_screen base;
    const struct choice_spec *spec;
    struct arena arena; /* `data` and what it points to live here */
    const void *data;
    struct text_field typed;
    const struct choice *asked; /* its word is being typed; NULL for none */
    int columns, height;        /* of the last layout */
};

struct choice_screen *choice_screen_create(const struct choice_spec *spec);

#endif
