/* The screens that look back over all that was sat, opened and timed. */
#ifndef PROCTOR_BENCH_PLACES_H
#define PROCTOR_BENCH_PLACES_H

#include "vth.h"

#define BENCH_WAIT_MS 60000

/* `vth` shows the first screen, and does so in the end. Prints the times. */
void bench_places(struct vth *vth);

/* Processor time of the program so far, and a line that tells some: what a
 * busy machine does not blur. */
double bench_processor_ms(struct vth *vth);
void bench_processor(double ms);

#endif
