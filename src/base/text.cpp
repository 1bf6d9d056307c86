#include "base/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "base/result.hpp"

namespace nennep {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t swap = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, swap});
        }
    }
    return row[b.size()];
}

std::string digits_of(Number number, int decimals, char point, char group) {
    const bool negative = number.units < 0;
    const std::uint64_t units = negative ? 0 - static_cast<std::uint64_t>(number.units)
                                         : static_cast<std::uint64_t>(number.units);
    std::string digits = std::to_string(units);
    const auto after = static_cast<std::size_t>(decimals);
    if (digits.size() <= after) digits.insert(0, after + 1 - digits.size(), '0');
    const std::string fraction = digits.substr(digits.size() - after);
    digits.resize(digits.size() - after);
    if (group != 0) {
        for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
            digits.insert(static_cast<std::size_t>(at), 1, group);
        }
    }
    if (after > 0) digits += point + fraction;
    return negative ? "-" + digits : digits;
}

}  // namespace

std::optional<std::size_t> broken_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto size = static_cast<utf8proc_ssize_t>(text.size());
    utf8proc_ssize_t at = 0;
    while (at < size) {
        if (bytes[at] < 0x80) {
            ++at;
            continue;
        }
        utf8proc_int32_t point = 0;
        const auto used = utf8proc_iterate(bytes + at, size - at, &point);
        if (used <= 0) return static_cast<std::size_t>(at);
        at += used;
    }
    return std::nullopt;
}

std::string composed(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    utf8proc_uint8_t* result = nullptr;
    const auto size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &result,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    ensure(size >= 0, "text was checked to be UTF-8 before it was composed");
    std::string composed_text(reinterpret_cast<char*>(result), static_cast<std::size_t>(size));
    std::free(result);
    return composed_text;
}

std::string capitals(std::string_view text) {
    std::string out;
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (auto left = static_cast<utf8proc_ssize_t>(text.size()); left > 0;) {
        utf8proc_int32_t point = 0;
        const auto used = utf8proc_iterate(at, left, &point);
        ensure(used > 0, "text was checked to be UTF-8 before it was put into capitals");
        utf8proc_uint8_t letter[4];
        const auto size = utf8proc_encode_char(utf8proc_toupper(point), letter);
        out.append(reinterpret_cast<const char*>(letter), static_cast<std::size_t>(size));
        at += used;
        left -= used;
    }
    return out;
}

std::string in_small_letters(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::optional<std::string> nearest(std::string_view name, const std::vector<std::string>& names) {
    // Three slips in a long name, one in a short one.
    const std::size_t allowed = std::clamp<std::size_t>(name.size() / 3, 1, 4);
    std::optional<std::string> best;
    std::size_t best_distance = allowed + 1;
    for (const auto& candidate : names) {
        const auto length_gap = candidate.size() > name.size() ? candidate.size() - name.size()
                                                               : name.size() - candidate.size();
        if (length_gap >= best_distance) continue;
        const std::size_t slips = distance(name, candidate);
        if (slips < best_distance) {
            best_distance = slips;
            best = candidate;
        }
    }
    return best;
}

std::string plain(Number number) {
    int decimals = number.decimals;
    std::int64_t units = number.units;
    while (decimals > 0 && units % 10 == 0) {
        units /= 10;
        --decimals;
    }
    return digits_of({units, decimals}, decimals, '.', 0);
}

std::string printed(Number number, Language language) {
    return language == Language::vi ? digits_of(number, number.decimals, ',', '.')
                                    : digits_of(number, number.decimals, '.', ',');
}

std::optional<std::int64_t> parse_decimal(std::string_view text, int decimals) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    if (text.empty() || text.size() > 17) return std::nullopt;
    std::int64_t units = 0;
    int after_point = -1;
    bool digit_seen = false;
    for (const char c : text) {
        if (c == '.' && after_point < 0) {
            after_point = 0;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        digit_seen = true;
        if (after_point >= 0 && ++after_point > decimals) {
            if (c != '0') return std::nullopt;
            continue;
        }
        units = units * 10 + (c - '0');
    }
    if (!digit_seen) return std::nullopt;
    for (int i = std::clamp(after_point, 0, decimals); i < decimals; ++i) units *= 10;
    return negative ? -units : units;
}

void append_json(std::string& out, std::string_view text) {
    constexpr char digit[] = "0123456789abcdef";
    out.push_back('"');
    for (const char c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out += "\\u00";
                    out.push_back(digit[static_cast<unsigned char>(c) >> 4]);
                    out.push_back(digit[static_cast<unsigned char>(c) & 15]);
                } else {
                    out.push_back(c);
                }
        }
    }
    out.push_back('"');
}

std::string json_quoted(std::string_view text) {
    std::string out;
    append_json(out, text);
    return out;
}

std::string filled(std::string_view text,
                   const std::vector<std::pair<std::string, std::string>>& arguments) {
    std::string out;
    while (!text.empty()) {
        const auto open = text.find('{');
        out += text.substr(0, open);
        if (open == std::string_view::npos) break;
        text.remove_prefix(open);
        const auto close = text.find('}');
        const auto name = text.substr(1, close == std::string_view::npos ? 0 : close - 1);
        const auto found = std::find_if(arguments.begin(), arguments.end(),
                                        [&](const auto& entry) { return entry.first == name; });
        if (close == std::string_view::npos || found == arguments.end()) {
            out.push_back('{');
            text.remove_prefix(1);
            continue;
        }
        out += found->second;
        text.remove_prefix(close + 1);
    }
    return out;
}

}  // namespace nennep
