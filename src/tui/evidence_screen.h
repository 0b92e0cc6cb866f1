/* The answers that a weak area rests on. */
#ifndef PROCTOR_TUI_EVIDENCE_SCREEN_H
#define PROCTOR_TUI_EVIDENCE_SCREEN_H

#include "proctor/app/areas.h"

#include "screen.h"

/* `areas` and `area` are borrowed. NULL with err as area_evidence(). */
struct screen *evidence_screen_create(struct ui *ui, const struct areas *areas,
                                      const struct area *area,
                                      struct error *err);

/* Where an area is practised. */
struct reply practise_area(struct ui *ui, const struct areas *areas,
                           const struct area *area);

#endif
