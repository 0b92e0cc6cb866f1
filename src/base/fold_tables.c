/*
 * The data of the display fold. Ranges are sorted and apart. The first range
 * table holds Unicode's Default_Ignorable_Code_Point (jamo fillers excepted)
 * and what else terminals disagree about: keycap, skin tones, annotation and
 * hieroglyph controls. Spellings were chosen for coding and medical text and
 * for what reads well aloud; letters lose their accents by their canonical
 * decomposition.
 */
#include "fold_tables.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* clang-format off */
const struct fold_range fold_dropped[] = {
    {0x00AD, 0x00AD},   /* soft hyphen */
    {0x034F, 0x034F},   /* combining grapheme joiner */
    {0x061C, 0x061C},   /* Arabic letter mark */
    {0x17B4, 0x17B5},   /* Khmer inherent vowels */
    {0x180B, 0x180F},   /* Mongolian selectors and vowel separator */
    {0x200B, 0x200F},   /* zero-width space and joiners, direction marks */
    {0x202A, 0x202E},   /* bidi embeddings and overrides */
    {0x2060, 0x206F},   /* word joiner, invisible operators, bidi isolates */
    {0x20E3, 0x20E3},   /* keycap */
    {0x3164, 0x3164},   /* Hangul filler */
    {0xFE00, 0xFE0F},   /* variation selectors */
    {0xFEFF, 0xFEFF},   /* byte order mark */
    {0xFFA0, 0xFFA0},   /* half-width Hangul filler */
    {0xFFF0, 0xFFFB},   /* interlinear annotation */
    {0x13430, 0x1343F}, /* hieroglyph joiners */
    {0x1BCA0, 0x1BCA3}, /* shorthand format controls */
    {0x1D173, 0x1D17A}, /* musical format controls */
    {0x1F3FB, 0x1F3FF}, /* skin tones */
    {0xE0000, 0xE0FFF}, /* tags, more variation selectors */
};
const size_t fold_dropped_count = COUNT_OF(fold_dropped);

const struct fold_range fold_forbidden[] = {
    {0x0000, 0x0008},
    {0x000B, 0x001F},
    {0x007F, 0x009F},   /* DEL and C1, next line among them */
    {0x061C, 0x061C},   /* bidi: Arabic letter mark */
    {0x200E, 0x200F},   /* bidi: direction marks */
    {0x2028, 0x2029},   /* line and paragraph separators */
    {0x202A, 0x202E},   /* bidi: embeddings and overrides */
    {0x2066, 0x2069},   /* bidi: isolates */
    {0xD800, 0xDFFF},   /* surrogates */
    {0xFDD0, 0xFDEF},   /* noncharacters; two more end every plane */
    {0xE0000, 0xE007F}, /* tags */
};
const size_t fold_forbidden_count = COUNT_OF(fold_forbidden);

const struct fold_range fold_jamo[] = {
    {0x1100, 0x11FF},
    {0xA960, 0xA97F},
    {0xD7B0, 0xD7FF},
};
const size_t fold_jamo_count = COUNT_OF(fold_jamo);

const struct fold_range fold_marks[] = {
    {0x0300, 0x036F},
    {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF},
    {0x20D0, 0x20FF},
    {0xFE20, 0xFE2F},
};
const size_t fold_marks_count = COUNT_OF(fold_marks);

const struct fold_run fold_runs[] = {
    {0x00C0, "AAAAAA CEEEEIIIIDNOOOOOxOUUUUY  aaaaaa ceeeeiiiidnooooo/ouuu"
     "uy yAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi  JjKk"
     "kLlLlLl  LlNnNnNn NnOoOoOo  RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUu"
     "WwYyYZzZzZzsbB    O  DD    EEFfG   IKkl  Nn Oo  Pp     tTtTU"
     "u VYyZz                      AaIiOoUuUuUuUuUu AaAa  GgGgKkOo"
     "Oo  j   Gg  NnAa    AaAaEeEeIiIiOoOoRrRrUuUuSsTt  Hh d    Aa"
     "EeOoOoOoOoYylntj  ACcLTsz  B  EeJjQqRrYy"},
    {0x1E00, "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLl"
     "LlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUu"
     "UuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy     dAaAaAaAaAaAaAaAaAaAa"
     "AaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUu"
     "UuYyYyYyYy    Yy"},
    {0x2010, "------| ''''\"\"\"\"++*>. "},
    {0x2070, "0i  456789+-=()n0123456789+-=() aeox hklmnpst"},
    {0x2500, "--||--||++||++++++++++++++++++++++++++++++++++++++++++++++++"
     "++++++++++++++++--||-|+++++++++++++++++++++++++++++++/\\X-|-"
     "|-|-|-|-|"},
    {0xFF01, "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ["
     "\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"},
};
const size_t fold_run_count = COUNT_OF(fold_runs);

const struct fold_spelling fold_spellings[] = {
    {0x00A0, " "}, {0x00A1, "!"}, {0x00A2, "c"}, {0x00A3, "GBP"},
    {0x00A5, "JPY"}, {0x00A6, "|"}, {0x00A7, "sec."}, {0x00A8, "\""},
    {0x00A9, "(C)"}, {0x00AA, "a"}, {0x00AB, "<<"}, {0x00AC, "not "},
    {0x00AE, "(R)"}, {0x00AF, "-"}, {0x00B0, " deg"}, {0x00B1, "+/-"},
    {0x00B2, "2"}, {0x00B3, "3"}, {0x00B4, "'"}, {0x00B5, "u"},
    {0x00B6, "par."}, {0x00B7, "*"}, {0x00B8, ","}, {0x00B9, "1"},
    {0x00BA, "o"}, {0x00BB, ">>"}, {0x00BC, "1/4"}, {0x00BD, "1/2"},
    {0x00BE, "3/4"}, {0x00BF, "?"}, {0x00C6, "AE"}, {0x00DE, "Th"},
    {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00FE, "th"}, {0x0132, "IJ"},
    {0x0133, "ij"}, {0x013F, "L"}, {0x0140, "l"}, {0x0149, "'n"},
    {0x0152, "OE"}, {0x0153, "oe"}, {0x01C4, "DZ"}, {0x01C5, "Dz"},
    {0x01C6, "dz"}, {0x01C7, "LJ"}, {0x01C8, "Lj"}, {0x01C9, "lj"},
    {0x01CA, "NJ"}, {0x01CB, "Nj"}, {0x01CC, "nj"}, {0x01E2, "AE"},
    {0x01E3, "ae"}, {0x01F1, "DZ"}, {0x01F2, "Dz"}, {0x01F3, "dz"},
    {0x01FC, "AE"}, {0x01FD, "ae"}, {0x01FE, "O"}, {0x01FF, "o"},
    {0x02B9, "'"}, {0x02BA, "\""}, {0x02BB, "'"}, {0x02BC, "'"}, {0x02BD, "'"},
    {0x02C6, "^"}, {0x02C7, "^"}, {0x02CA, "'"}, {0x02CB, "`"},
    {0x02DA, " deg"}, {0x02DC, "~"}, {0x0391, "Alpha"}, {0x0392, "Beta"},
    {0x0393, "Gamma"}, {0x0394, "Delta"}, {0x0395, "Epsilon"},
    {0x0396, "Zeta"}, {0x0397, "Eta"}, {0x0398, "Theta"}, {0x0399, "Iota"},
    {0x039A, "Kappa"}, {0x039B, "Lambda"}, {0x039C, "Mu"}, {0x039D, "Nu"},
    {0x039E, "Xi"}, {0x039F, "Omicron"}, {0x03A0, "Pi"}, {0x03A1, "Rho"},
    {0x03A3, "Sigma"}, {0x03A4, "Tau"}, {0x03A5, "Upsilon"}, {0x03A6, "Phi"},
    {0x03A7, "Chi"}, {0x03A8, "Psi"}, {0x03A9, "Omega"}, {0x03B1, "alpha"},
    {0x03B2, "beta"}, {0x03B3, "gamma"}, {0x03B4, "delta"},
    {0x03B5, "epsilon"}, {0x03B6, "zeta"}, {0x03B7, "eta"}, {0x03B8, "theta"},
    {0x03B9, "iota"}, {0x03BA, "kappa"}, {0x03BB, "lambda"}, {0x03BC, "u"},
    {0x03BD, "nu"}, {0x03BE, "xi"}, {0x03BF, "omicron"}, {0x03C0, "pi"},
    {0x03C1, "rho"}, {0x03C2, "sigma"}, {0x03C3, "sigma"}, {0x03C4, "tau"},
    {0x03C5, "upsilon"}, {0x03C6, "phi"}, {0x03C7, "chi"}, {0x03C8, "psi"},
    {0x03C9, "omega"}, {0x03D1, "theta"}, {0x03D5, "phi"}, {0x1680, " "},
    {0x1E9E, "SS"}, {0x2000, " "}, {0x2001, " "}, {0x2002, " "}, {0x2003, " "},
    {0x2004, " "}, {0x2005, " "}, {0x2006, " "}, {0x2007, " "}, {0x2008, " "},
    {0x2009, " "}, {0x200A, " "}, {0x2025, ".."}, {0x2026, "..."},
    {0x2027, "*"}, {0x202F, " "}, {0x2030, " per mille"}, {0x2032, "'"},
    {0x2033, "\""}, {0x2034, "'''"}, {0x2035, "`"}, {0x2039, "<"},
    {0x203A, ">"}, {0x203B, "*"}, {0x203C, "!!"}, {0x203D, "?!"},
    {0x2043, "-"}, {0x2044, "/"}, {0x2047, "?\?"}, {0x2048, "?!"},
    {0x2049, "!?"}, {0x204E, "*"}, {0x2053, "~"}, {0x2057, "\"\""},
    {0x205F, " "}, {0x20AC, "EUR"}, {0x2103, " deg C"}, {0x2105, "c/o"},
    {0x2108, "scruple"}, {0x2109, " deg F"}, {0x2113, "l"}, {0x2114, "lb"},
    {0x2116, "No."}, {0x211E, "Rx"}, {0x2120, "(SM)"}, {0x2122, "(TM)"},
    {0x2125, "oz"}, {0x212A, "K"}, {0x212B, "A"}, {0x2150, "1/7"},
    {0x2151, "1/9"}, {0x2152, "1/10"}, {0x2153, "1/3"}, {0x2154, "2/3"},
    {0x2155, "1/5"}, {0x2156, "2/5"}, {0x2157, "3/5"}, {0x2158, "4/5"},
    {0x2159, "1/6"}, {0x215A, "5/6"}, {0x215B, "1/8"}, {0x215C, "3/8"},
    {0x215D, "5/8"}, {0x215E, "7/8"}, {0x2160, "I"}, {0x2161, "II"},
    {0x2162, "III"}, {0x2163, "IV"}, {0x2164, "V"}, {0x2165, "VI"},
    {0x2166, "VII"}, {0x2167, "VIII"}, {0x2168, "IX"}, {0x2169, "X"},
    {0x216A, "XI"}, {0x216B, "XII"}, {0x216C, "L"}, {0x216D, "C"},
    {0x216E, "D"}, {0x216F, "M"}, {0x2170, "i"}, {0x2171, "ii"},
    {0x2172, "iii"}, {0x2173, "iv"}, {0x2174, "v"}, {0x2175, "vi"},
    {0x2176, "vii"}, {0x2177, "viii"}, {0x2178, "ix"}, {0x2179, "x"},
    {0x217A, "xi"}, {0x217B, "xii"}, {0x217C, "l"}, {0x217D, "c"},
    {0x217E, "d"}, {0x217F, "m"}, {0x2190, "<-"}, {0x2191, "^"},
    {0x2192, "->"}, {0x2193, "v"}, {0x2194, "<->"}, {0x21B5, "<-"},
    {0x21CC, "<=>"}, {0x21D0, "<="}, {0x21D2, "=>"}, {0x21D4, "<=>"},
    {0x2205, "{}"}, {0x2206, "Delta"}, {0x2208, " in "}, {0x220F, "product"},
    {0x2211, "sum"}, {0x2212, "-"}, {0x2213, "-/+"}, {0x2215, "/"},
    {0x2217, "*"}, {0x2218, "o"}, {0x2219, "*"}, {0x221A, "sqrt"},
    {0x221D, "~"}, {0x221E, "infinity"}, {0x2227, "^"}, {0x2228, "v"},
    {0x2236, ":"}, {0x223C, "~"}, {0x2245, "~="}, {0x2248, "~"},
    {0x2260, "!="}, {0x2261, "=="}, {0x2264, "<="}, {0x2265, ">="},
    {0x2266, "<="}, {0x2267, ">="}, {0x226A, "<<"}, {0x226B, ">>"},
    {0x22C5, "*"}, {0x22EF, "..."}, {0x2460, "(1)"}, {0x2461, "(2)"},
    {0x2462, "(3)"}, {0x2463, "(4)"}, {0x2464, "(5)"}, {0x2465, "(6)"},
    {0x2466, "(7)"}, {0x2467, "(8)"}, {0x2468, "(9)"}, {0x2469, "(10)"},
    {0x246A, "(11)"}, {0x246B, "(12)"}, {0x246C, "(13)"}, {0x246D, "(14)"},
    {0x246E, "(15)"}, {0x246F, "(16)"}, {0x2470, "(17)"}, {0x2471, "(18)"},
    {0x2472, "(19)"}, {0x2473, "(20)"}, {0x25A0, "#"}, {0x25A1, "[ ]"},
    {0x25AA, "*"}, {0x25AB, "*"}, {0x25B2, "^"}, {0x25B3, "^"}, {0x25B6, ">"},
    {0x25B8, ">"}, {0x25BA, ">"}, {0x25BC, "v"}, {0x25BD, "v"}, {0x25C0, "<"},
    {0x25C2, "<"}, {0x25C4, "<"}, {0x25C6, "*"}, {0x25C7, "*"},
    {0x25C9, "(x)"}, {0x25CB, "( )"}, {0x25CC, "o"}, {0x25CF, "(x)"},
    {0x25E6, "o"}, {0x25EF, "( )"}, {0x2605, "*"}, {0x2606, "*"},
    {0x2610, "[ ]"}, {0x2611, "[x]"}, {0x2612, "[x]"}, {0x2640, "female"},
    {0x2642, "male"}, {0x2665, "heart"}, {0x26A0, "!"}, {0x2705, "[x]"},
    {0x2713, "[x]"}, {0x2714, "[x]"}, {0x2715, "x"}, {0x2716, "x"},
    {0x2717, "x"}, {0x2718, "x"}, {0x274C, "x"}, {0x2764, "heart"},
    {0x2794, "->"}, {0x279C, "->"}, {0x27A4, ">"}, {0x27E8, "<"},
    {0x27E9, ">"}, {0x27F5, "<-"}, {0x27F6, "->"}, {0x3000, " "},
    {0x3001, ","}, {0x3002, "."}, {0x300C, "\""}, {0x300D, "\""},
    {0xFB00, "ff"}, {0xFB01, "fi"}, {0xFB02, "fl"}, {0xFB03, "ffi"},
    {0xFB04, "ffl"}, {0xFB05, "st"}, {0xFB06, "st"},
};
const size_t fold_spelling_count = COUNT_OF(fold_spellings);
/* clang-format on */
