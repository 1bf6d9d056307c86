// Text as people write it: normal forms, nearest names, numbers in Vietnamese and English.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nennep {

enum class Language { vi, en };

// The byte at which `text` stops being UTF-8, or nothing if it is UTF-8 throughout.
std::optional<std::size_t> broken_utf8(std::string_view text);
// NFC: one name has one spelling, whichever keyboard wrote it. `text` must be UTF-8.
std::string composed(std::string_view text);
// Every letter in its capital form, accents and all. `text` must be UTF-8.
std::string capitals(std::string_view text);
std::string in_small_letters(std::string_view text);      // ASCII alone; other bytes stay
// The entry of `names` that is most like `name`, if one is near enough to be what was meant.
std::optional<std::string> nearest(std::string_view name, const std::vector<std::string>& names);

// A number with `decimals` digits after the point (0 or 2), exact: 9231 and 2 is 92.31.
struct Number {
    std::int64_t units = 0;
    int decimals = 0;
    friend bool operator==(const Number&, const Number&) = default;
};

std::string plain(Number number);                      // -1234.5, without needless zeros
std::string printed(Number number, Language language);  // 1.234,50 or 1,234.50
// Reads plain decimal notation with at most `decimals` digits after the point.
std::optional<std::int64_t> parse_decimal(std::string_view text, int decimals);

std::string json_quoted(std::string_view text);
void append_json(std::string& out, std::string_view text);

// Puts `{name}` of the arguments into a text.
std::string filled(std::string_view text,
                   const std::vector<std::pair<std::string, std::string>>& arguments);

}  // namespace nennep
