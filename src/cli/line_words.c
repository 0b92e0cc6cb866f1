/*
 * The words of a sitting: one table for understanding, help and the manual.
 * What they do is in line_answers.c, line_codes.c, line_signs.c, line_look.c,
 * line_way.c, line_check.c and line_leave.c.
 */
#include "line_sit_words.h"

/* Letters a to l answer, so no short form is one of them. */
static const struct line_word words[] = {
    {"next", "n", "", "the next question", "", sit_word_next, false},
    {"back", "p", "", "the question before", "", sit_word_back, false},
    {"open", "o", "N", "question N", "", sit_word_open, false},
    {"unanswered", "u", "", "the next question without a full answer",
     "It looks from here to the end, then from the beginning.",
     sit_word_unanswered, false},
    {"mark", "m", "", "mark the question to look at again, or unmark it",
     "Marks make no difference to the score.", sit_word_mark, false},
    {"marked", "", "", "the next marked question", "", sit_word_marked, false},
    {"again", "", "", "read the question again", "", sit_word_again, false},
    {"stem", "s", "", "read the question without its options", "",
     sit_word_stem, false},
    {"options", "", "", "read the options and what is chosen", "",
     sit_word_options, false},
    {"case", "v", "[N]", "read the case, or its part N", "", sit_word_case,
     false},
    {"find", "/", "WORD", "sentences with WORD in the case or the question",
     "Several words in a row are found as they stand.", sit_word_find, false},
    {"spell", "", "B", "spell option B, or typed code 2",
     "Letters are told by the spelling alphabet: A is Alfa.", sit_word_spell,
     false},
    {"strike", "x", "B", "strike option B out, or undo that",
     "Striking out changes no answer.", sit_word_strike, false},
    {"clear", "", "", "take the answer out", "", sit_word_clear, false},
    {"undo", "z", "", "take back the last answer, mark or strike", "",
     sit_word_undo, false},
    {"sure", "", "", "note that you are sure", "It changes no score.",
     sit_word_sure, false},
    {"unsure", "", "", "note that you are not sure", "It changes no score.",
     sit_word_unsure, false},
    {"note", "", "TEXT", "keep a note at this question",
     "'note' alone tells it, 'note -' takes it out.", sit_word_note, false},
    {"code", "", "N ENTRY", "enter code N, as in: code 2 I50.23",
     "'code 2' alone tells it, 'code 2 -' takes it out. Codes typed alone fill "
     "what is empty in turn; several are parted by commas. With or without the "
     "dot, in any case. Modifiers follow a hyphen: 11042-59. Units follow an "
     "x: J1100 x4. A POA indicator stands in brackets: I10 (Y).",
     sit_word_code, false},
    {"codes", "", "", "read the codes entered and how many are asked for", "",
     sit_word_codes, false},
    {"time", "t", "", "the time left, and how many are answered", "",
     sit_word_time, false},
    {"left", "", "", "count unseen, unanswered, incomplete and marked", "",
     sit_word_left, false},
    {"review", "r", "[open|marked]", "list the questions by section and state",
     "", sit_word_review, false},
    {"clock", "", "off|on", "hide or show the clock of the full screen",
     "Here time is told when you ask, and by the exam's warnings only.",
     sit_word_clock, false},
    {"leave", "", "", "leave, to come back later", "", sit_word_leave, false},
    {"submit", "", "", "end it: counts first, then asks", "", sit_word_submit,
     false},
    {"quit", "", "", "leave; of an exam it says how", "", sit_word_quit, false},
    /* Of practice only: */
    {"check", "", "", "whether the answer is right, and why; it stays then",
     "'check anyway' shows the right answer where none is given. 'check' again "
     "tells it again.",
     sit_word_check, false},
    {"hint", "", "", "the next hint",
     "An answer after a hint says nothing about what you know: it is not "
     "counted among weak areas.",
     sit_word_hint, false},
    {"hints", "", "", "tell the hints again", "", sit_word_hints, false},
};
#define WORDS (sizeof words / sizeof *words)
#define OF_PRACTICE 3

static const char *prompt(struct line *line)
{
    return arena_printf(&line->talk.scratch, "%d> ", sit_position(line) + 1);
}

#define ABOUT                                                                  \
    "A letter chooses that option; several letters, as in 'ac', where more "   \
    "than one is asked for, and a letter again takes it out. Words may be "    \
    "cut short while they stay plain. Words:"

const struct line_place sit_place = {
    .about = ABOUT,
    .words = words,
    .word_count = WORDS - OF_PRACTICE,
    .prompt_now = prompt,
    .attend = sit_attend,
    .other = sit_answer,
    .interrupt = sit_leave,
};

const struct line_place sit_practice_place = {
    .about = ABOUT,
    .words = words,
    .word_count = WORDS,
    .prompt_now = prompt,
    .attend = sit_attend,
    .other = sit_answer,
    .interrupt = sit_leave,
};
