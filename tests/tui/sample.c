/* See sample.h. Contents are invented for the tests. */
#include "sample.h"

/* STR() is no constant expression. */
#define TEXT(literal)                                                          \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }
#define LIST(array)                                                            \
    {                                                                          \
        (array), sizeof(array) / sizeof *(array)                               \
    }

static struct option options[] = {
    {.letter = 'A',
     .text = TEXT("Report 10060 alone; the culture is part of the procedure"),
     .why = TEXT("A culture is never part of an incision.")},
    {.letter = 'B',
     .text = TEXT("Report 10061"),
     .is_key = true,
     .why =
         TEXT("Several pockets were opened, so the service is complicated.")},
    {.letter = 'C', .text = TEXT("Report 10180")},
    {.letter = 'D', .text = TEXT("Report nothing")},
};

static struct str references[] = {TEXT("CPT surgery guidelines, 10060-10061")};

const struct item sample_single = {
    .id = TEXT("abscess"),
    .topic = TEXT("cpt/surgery/integumentary"),
    .kind = ITEM_SINGLE,
    .status = ITEM_ACTIVE,
    .stem =
        TEXT("A 45-year-old patient presents with an abscess of the left "
             "forearm. The surgeon opens it in two places, breaks up several "
             "pockets and packs the wound.\n\nWhich code is reported?"),
    .options = options,
    .option_count = 4,
    .rationale = TEXT("Opening several pockets and packing makes the incision "
                      "and drainage a complicated one."),
    .references = LIST(references),
};

static struct option many[] = {
    {.letter = 'A',
     .text = TEXT("Sepsis due to Streptococcus"),
     .is_key = true},
    {.letter = 'B', .text = TEXT("Severe sepsis"), .is_key = true},
    {.letter = 'C', .text = TEXT("Bacteraemia")},
    {.letter = 'D', .text = TEXT("Fever, unspecified")},
    {.letter = 'E', .text = TEXT("Sch\u00F6nlein purpura, \u2265 2 episodes")},
};

const struct item sample_multiple = {
    .id = TEXT("sepsis"),
    .topic = TEXT("icd-10-cm/guidelines"),
    .kind = ITEM_MULTIPLE,
    .status = ITEM_ACTIVE,
    .stem = TEXT("Which conditions are coded?"),
    .options = many,
    .option_count = 5,
};

static struct code dx[] = {{.base = "I130", .units = 1},
                           {.base = "I5023", .units = 1},
                           {.base = "E1122", .units = 1}};
static struct code_slot slots[] = {{.accepted = &dx[0], .count = 1},
                                   {.accepted = &dx[1], .count = 1},
                                   {.accepted = &dx[2], .count = 1}};
static struct code px = {.base = "0DTJ4ZZ", .units = 1};
static struct code_slot px_slots[] = {{.accepted = &px, .count = 1}};
static struct code_field fields[] = {
    {.id = TEXT("dx"),
     .label = TEXT("Diagnoses, principal first"),
     .set = CODE_ICD_10_CM,
     .slots = slots,
     .slot_count = 3},
    {.id = TEXT("px"),
     .label = TEXT("Procedure"),
     .set = CODE_ICD_10_PCS,
     .slots = px_slots,
     .slot_count = 1},
};

static struct str lab_columns[] = {TEXT("Test"), TEXT("Value"), TEXT("Range")};
static struct str lab_cells[] = {
    TEXT("Troponin I"), TEXT("2.1 ng/mL"), TEXT("0 to 0.04"),
    TEXT("Creatinine"), TEXT("1.9 mg/dL"), TEXT("0.7 to 1.3"),
};
static struct exhibit laboratory[] = {{.id = TEXT("labs"),
                                       .title = TEXT("Laboratory"),
                                       .columns = LIST(lab_columns),
                                       .cells = lab_cells,
                                       .row_count = 2}};

static struct text_part parts[] = {
    {.heading = TEXT("Chief complaint"),
     .text = TEXT("Chest pain for two hours.")},
    {.heading = TEXT("History"),
     .text =
         TEXT("A 67-year-old man with hypertensive heart and chronic kidney "
              "disease, type 2 diabetes and chronic systolic heart failure "
              "came in with chest pain that began at rest. He takes insulin. "
              "No fever, no cough.\n\nHe was seen last month for oedema of "
              "both legs and was given a diuretic.")},
    {.heading = TEXT("Course"),
     .text = TEXT("Admitted. The heart failure was acute on chronic; the "
                  "appendix was removed laparoscopically on day three.")},
};

static const struct case_text record = {
    .id = TEXT("er"),
    .title = TEXT("Emergency department record"),
    .parts = parts,
    .part_count = 3,
    .exhibits = LIST(laboratory),
};

const struct item sample_codes = {
    .id = TEXT("failure-codes"),
    .topic = TEXT("icd-10-cm/circulatory"),
    .kind = ITEM_CODES,
    .status = ITEM_ACTIVE,
    .case_text = &record,
    .stem = TEXT("Assign the codes for this stay."),
    .fields = fields,
    .field_count = 2,
    .rationale =
        TEXT("Heart failure with hypertensive heart and kidney disease "
             "begins with the combination code."),
};

const struct item sample_on_case = {
    .id = TEXT("which-first"),
    .topic = TEXT("icd-10-cm/circulatory"),
    .kind = ITEM_SINGLE,
    .status = ITEM_ACTIVE,
    .case_text = &record,
    .stem = TEXT("Which condition is sequenced first?"),
    .options = options,
    .option_count = 4,
};

/* --- an exam -------------------------------------------------------------- */

static struct exam_section sections[] = {
    {.id = TEXT("skin"),
     .title = TEXT("10,000 series, integumentary system"),
     .size_kind = SIZE_ITEMS,
     .size = {2, 2},
     .points = 1,
     .confidence = 'A'},
    {.id = TEXT("dx"),
     .title = TEXT("ICD-10-CM diagnoses"),
     .size_kind = SIZE_PERCENT,
     .size = {30, 34},
     .points = 1,
     .confidence = 'B'},
};
static struct exam_fact facts[] = {
    {.id = TEXT("minutes"), .confidence = 'A'},
    {.id = TEXT("pass"), .confidence = 'B'},
};

const struct exam sample_exam = {
    .id = TEXT("cpc"),
    .title = TEXT("Certified Professional Coder (CPC)"),
    .issuer = TEXT("AAPC"),
    .version = TEXT("2026"),
    .type = EXAM_MOCK,
    .status = EXAM_STATUS_LIVE,
    .valid_from = TEXT(""),
    .valid_until = TEXT(""),
    .breaks = TEXT("clock-runs"),
    .minutes = 240,
    .scored = {5, 5},
    .pass = {.kind = PASS_PERCENT, .percent = 70},
    .books = 1u << CODE_CPT | 1u << CODE_ICD_10_CM,
    .books_stated = true,
    .warn_minutes = {30},
    .warn_count = 1,
    .facts = facts,
    .fact_count = 2,
    .sections = sections,
    .section_count = 2,
};

/* --- a plan --------------------------------------------------------------- */

static const struct candidate candidate = {
    .label = "Jane Doe", .time_percent = 150, .exam = "", .exam_date = ""};
static int got[] = {2, 2}, asked[] = {2, 3};
static struct pool_item pool[] = {{.about = {.kind = ITEM_SINGLE}}};
static struct form_slot form_slots[] = {{.scored = true},
                                        {.scored = true},
                                        {.section = 1, .scored = true},
                                        {.section = 1, .scored = true}};
static struct str notes[] = {
    TEXT("ICD-10-CM diagnoses: 2 of 3 questions; the loaded banks have no more "
         "for this section."),
    TEXT("This is a short form: 4 of 5 questions, its time cut in proportion."),
};

const struct session_plan sample_plan = {
    .entry = {.exam = &sample_exam, .needed = 5, .fillable = 4},
    .pool = {.items = pool, .count = 1},
    .form = {.slots = form_slots,
             .count = 4,
             .scored = 4,
             .planned = 5,
             .section_got = got,
             .section_asked = asked,
             .is_short = true,
             .limit_minutes = 192},
    .limit_ms = 288 * 60000,
    .candidate = &candidate,
    .notes = LIST(notes),
};

/* --- a review ------------------------------------------------------------- */

static struct entry_feedback dx_entries[] = {
    {.typed = TEXT("I50.23"), .verdict = ENTRY_NOT_FIRST, .why = TEXT("")},
    {.typed = TEXT("E11.2"),
     .verdict = ENTRY_NEAR,
     .why = TEXT("The kidney disease needs its fifth character.")},
    {.typed = TEXT("O9"),
     .verdict = ENTRY_MALFORMED,
     .why = TEXT(""),
     .problem = "no code of this set looks like that"},
};
static const struct code_slot *missed[] = {&slots[0], &slots[2]};
static const struct code_slot *px_missed[] = {&px_slots[0]};
static struct field_feedback feedback[] = {
    {.entries = dx_entries,
     .entry_count = 3,
     .missed = missed,
     .missed_count = 2},
    {.missed = px_missed, .missed_count = 1},
};

static const struct remark dispute = {
    .kind = REMARK_DISPUTE,
    .text = "The culture has a code of its own.",
    .claim = "A",
    .is_open = true,
};

static struct review_item items[] = {
    {.item = &sample_single,
     .name = "proctor/cpt/abscess",
     .slot = {.scored = true, .option_order = "CBAD"},
     .response = {.answer = (char[]){"A"},
                  .first_answer = (char[]){"B"},
                  .marked = true,
                  .sure = 0,
                  .time_ms = 95000,
                  .visits = 1},
     .scored =
         {.score = {0, 100}, .section = 0, .counts = true, .reached = true},
     .is_changed = true,
     .note = "10061 is for more than one pocket.",
     .cause = CAUSE_MISREAD,
     .dispute = &dispute},
    {.item = &sample_codes,
     .name = "proctor/icd/failure-codes",
     .slot = {.section = 1, .scored = true},
     .response = {.answer = (char[]){"dx=I50.23;E11.2;O9"},
                  .sure = -1,
                  .time_ms = 185000,
                  .visits = 2},
     .scored =
         {.score = {50, 400}, .section = 1, .counts = true, .reached = true},
     .feedback = feedback,
     .is_slow = true,
     .note = "",
     .cause = MISS_CAUSE_COUNT},
    {.item = &sample_single,
     .slot = {.section = 1, .scored = true, .option_order = "ABCD"},
     .response = {.answer = (char[]){"B"}, .sure = 1, .time_ms = 58000},
     .scored =
         {.score = {100, 100}, .section = 1, .counts = true, .reached = true},
     .note = "",
     .cause = MISS_CAUSE_COUNT},
    {.item = &sample_single,
     .slot = {.section = 1, .scored = true, .option_order = "ABCD"},
     .response = {.sure = -1, .time_ms = 12000},
     .scored = {.score = {0, 100},
                .section = 1,
                .counts = true,
                .blank = true,
                .reached = true},
     .note = "",
     .cause = MISS_CAUSE_COUNT},
    {.item = &sample_single,
     .slot = {.scored = true, .option_order = "ABCD"},
     .response = {.sure = -1},
     .scored = {.score = {0, 100}, .section = 0, .counts = true, .blank = true},
     .note = "",
     .cause = MISS_CAUSE_COUNT},
};

static struct section_result by_section[] = {
    {.score = {100, 200}, .asked = 2, .right = 1},
    {.score = {250, 300}, .asked = 3, .right = 2, .blank = 1},
};

static struct section_time section_times[] = {
    {.all = {.count = 1, .total_ms = 95000, .median_ms = 95000}},
    {.all = {.count = 3, .total_ms = 255000, .median_ms = 58000}},
};

const struct review sample_review = {
    .attempt = {.attempt_id = 1,
                .state = SITTING_SUBMITTED,
                .limit_ms = 240 * 60000,
                .time_percent = 100,
                .planned = 5,
                .count = 5,
                .interrupted = true,
                .started_utc_ms = INT64_C(1795442700000),
                .stamp = {.used_ms = 3 * 3600000},
                .exam = "cpc",
                .has_result = true},
    .exam = &sample_exam,
    .result = {.score = {350, 500},
               .needed = 350,
               .cut = 70,
               .verdict = VERDICT_PASSED,
               .asked = 5,
               .right = 3,
               .blank = 2,
               .sections = by_section,
               .section_count = 2},
    .items = items,
    .count = 5,
    .retrospect = {.target_ms = 144000,
                   .all = {.count = 4, .total_ms = 350000, .median_ms = 76500},
                   .sections = section_times,
                   .section_count = 2,
                   .slowest = {1, 0},
                   .slowest_count = 2,
                   .not_reached = 1,
                   .changed = 1,
                   .right_to_wrong = 1,
                   .earned = 350,
                   .first_earned = 450,
                   .blank = 1,
                   .chances = 25},
    .causes = {[CAUSE_MISREAD] = 1},
};

/* --- what waits ----------------------------------------------------------- */

const struct interruption sample_interruption = {
    .attempt_id = 1,
    .exam_title = "Certified Professional Coder (CPC)",
    .saved_utc_ms = INT64_C(1795442700000),
    .answered = 45,
    .count = 100,
    .used_ms = 90 * 60000,
    .limit_ms = 240 * 60000,
    .gap = {.ms = 35 * 60000, .by_wall_clock = true},
    .left_if_charged_ms = 115 * 60000,
};
