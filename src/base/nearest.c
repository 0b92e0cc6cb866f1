/* The guess at a misspelt name, and the message with it. */
#include "proctor/base/nearest.h"

/* Farther than this it is another name. */
#define DISTANCE_MOST 2

struct nearest nearest_to(struct str text)
{
    return (struct nearest){
        .text = text, .found = STR(""), .distance = DISTANCE_MOST + 1};
}

bool nearest_look(struct nearest *nearest, struct str name)
{
    size_t distance = str_distance(nearest->text, name, nearest->distance);

    if (distance >= nearest->distance)
        return false;
    nearest->distance = distance;
    nearest->found = name;
    return true;
}

bool nearest_not_found(const struct nearest *nearest, const char *what,
                       const char *help, struct error *err)
{
    if (nearest->found.len > 0)
        return error_set(err, ERR_NOT_FOUND,
                         "there is no %s '" STR_FORMAT
                         "'; did you mean '" STR_FORMAT "'?",
                         what, STR_ARG(nearest->text), STR_ARG(nearest->found));
    return error_set(err, ERR_NOT_FOUND, "there is no %s '" STR_FORMAT "'; %s",
                     what, STR_ARG(nearest->text), help);
}
