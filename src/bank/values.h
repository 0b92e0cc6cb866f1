/* Reading values: what several tables of keys use. */
#ifndef PROCTOR_BANK_VALUES_H
#define PROCTOR_BANK_VALUES_H

#include "proctor/domain/item.h"

#include "schema.h"

/* How a text must look. */
struct shape {
    bool (*fits)(struct str text);
    const char *what; /* "an id of lower-case letters, digits and '-'" */
};
extern const struct shape shape_id, shape_bank, shape_base, shape_item,
    shape_version, shape_topic, shape_date;

struct number_range {
    int low, high;
};

/* Members are of the type named; `detail` as said. */
read_value read_nothing;    /* known, of no more interest */
read_value read_node;       /* const struct node *: the key */
read_value read_text;       /* struct str, of any number of lines */
read_value read_line;       /* struct str, one line */
read_value read_label;      /* the same, no prose: a comment may follow */
read_value read_shape;      /* struct str; a struct shape */
read_value read_bool;       /* bool */
read_value read_choice;     /* int, the index in a list that ends with NULL */
read_value read_number;     /* int; a struct number_range */
read_value read_lines;      /* struct str_list */
read_value read_shapes;     /* struct str_list; a struct shape */
read_value read_topic;      /* struct str */
read_value read_code_sets;  /* code_set_mask */
read_value read_code_years; /* struct code_years */

/* The member of `target` that a table's line is about. */
void *value_member(const struct key *spec, void *target);

/* The text of `value`, which belongs to `key`. False when it is none or is
 * empty: reported, unless it was before. */
bool value_text(struct reader *reader, const struct node *key,
                const struct node *value, struct str *out);
/* The same for prose: warns of a comment that cuts it. */
bool value_prose(struct reader *reader, const struct node *key,
                 const struct node *value, struct str *out);
/* The same for one line of prose. */
bool value_line(struct reader *reader, const struct node *key,
                const struct node *value, struct str *out);
bool value_shape(struct reader *reader, const struct node *key,
                 const struct node *value, const struct shape *shape,
                 struct str *out);
bool value_number(struct reader *reader, const struct node *key,
                  const struct node *value, struct number_range range,
                  int *out);
bool value_choice(struct reader *reader, const struct node *key,
                  const struct node *value, const char *const *names, int *out);
/* A topic that exists. */
bool value_topic(struct reader *reader, const struct node *key,
                 const struct node *value, struct str *out);
/* A topic that exists, or has topics below it. */
bool value_topic_node(struct reader *reader, const struct node *key,
                      const struct node *value, struct str *out);
bool value_code_set(struct reader *reader, const struct node *key,
                    const struct node *value, enum code_set *out);

/* The value is a list of 1 to `max` entries; else false, and reported. */
bool value_is_list(struct reader *reader, const struct node *key, size_t max);
/* The same of a map. */
bool value_is_map(struct reader *reader, const struct node *key, size_t max);

/* Warns when a text without quotes is followed by ' #' on its line. */
void value_warn_cut(struct reader *reader, const struct node *value);

#define LIST_ENTRIES_MAX 256

#endif
