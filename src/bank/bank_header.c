/*
 * What a bank says of itself: the table of its keys, and the checks that need
 * more than one of them. Their order in the file is bank_reader.c's matter.
 */
#include "bank_parts.h"

#include "values.h"

#define MEMBER(name) offsetof(struct bank_header, name)

static const struct key keys[] = {
    {"format", read_nothing, 0, NULL, false},
    {"bank", read_shape, MEMBER(name), &shape_bank, true},
    {"based_on", read_shape, MEMBER(based_on), &shape_base, false},
    {"title", read_line, MEMBER(title), NULL, true},
    {"version", read_shape, MEMBER(version), &shape_version, true},
    {"language", read_label, MEMBER(language), NULL, false},
    {"license", read_label, MEMBER(license), NULL, false},
    {"authors", read_lines, MEMBER(authors), NULL, false},
    {"code_sets", read_code_years, MEMBER(code_years), NULL, false},
    {"contains_cpt", read_bool, MEMBER(contains_cpt), NULL, false},
    {"notice", read_text, MEMBER(notice), NULL, false},
    {"topic", read_topic, MEMBER(topic), NULL, false},
    {"cases", read_nothing, 0, NULL, false},
    {"questions", read_nothing, 0, NULL, false},
};

const struct schema bank_header_schema = {
    .what = "a bank",
    .keys = keys,
    .count = sizeof keys / sizeof *keys,
    .extras = MEMBER(extras),
};

bool bank_header_is_complete(const struct bank_header *header)
{
    return header->name.len > 0 && header->title.len > 0 &&
           header->version.len > 0 &&
           (!header->contains_cpt || header->notice.len > 0);
}

void bank_header_check(struct reader *reader, const struct bank_header *header,
                       struct place place)
{
    if (header->contains_cpt && header->notice.len == 0) {
        report_error(&reader->report, place, "bank/no-notice",
                     "a bank with contains_cpt: true needs a notice");
        report_hint(&reader->report,
                    "write the copyright notice of the CPT year behind "
                    "'notice:'; it is shown with the bank");
    }
    if (header->license.len == 0) {
        report_warning(&reader->report, place, "bank/no-license",
                       "the bank has no license");
        report_hint(&reader->report, "say who may use it, as in "
                                     "'license: CC-BY-4.0'");
    }
}
