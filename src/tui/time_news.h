/* What the clock has to say while an exam runs. */
#ifndef PROCTOR_TUI_TIME_NEWS_H
#define PROCTOR_TUI_TIME_NEWS_H

#include "ui.h"

/* After each tick, with what it found: warnings; a hidden clock comes back by
 * itself when little time is left. */
void time_news_tell(struct ui *ui, unsigned news);

#endif
