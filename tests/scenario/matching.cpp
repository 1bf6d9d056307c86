#include "matching.hpp"

#include <cctype>
#include <charconv>
#include <optional>
#include <span>
#include <sstream>
#include <string_view>

namespace nennep::scenario {
namespace {

constexpr std::string_view any = "…";

// The length of `{name=}` at the front, or 0.
std::size_t taking(std::string_view pattern) {
    if (!pattern.starts_with('{')) return 0;
    std::size_t end = 1;
    while (end < pattern.size() && std::isalnum(static_cast<unsigned char>(pattern[end])) != 0)
        ++end;
    return end > 1 && pattern.substr(end).starts_with("=}") ? end + 2 : 0;
}

bool is_of_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
}

bool line_matches(std::string_view pattern, std::string_view text, Names& names) {
    while (!pattern.empty()) {
        if (pattern.starts_with(any)) {
            pattern.remove_prefix(any.size());
            for (std::size_t skip = 0; skip <= text.size(); ++skip) {
                Names found = names;
                if (!line_matches(pattern, text.substr(skip), found)) continue;
                names = std::move(found);
                return true;
            }
            return false;
        }
        if (const auto size = taking(pattern); size > 0) {
            std::size_t end = 0;
            while (end < text.size() && is_of_word(text[end])) ++end;
            if (end == 0) return false;
            names[std::string(pattern.substr(1, size - 3))] = text.substr(0, end);
            pattern.remove_prefix(size);
            text.remove_prefix(end);
            continue;
        }
        if (text.empty() || text.front() != pattern.front()) return false;
        pattern.remove_prefix(1);
        text.remove_prefix(1);
    }
    return text.empty();
}

// The number in `… × 368`.
std::optional<std::size_t> lines_wanted(std::string_view pattern) {
    constexpr std::string_view before = "… × ";
    std::size_t lines = 0;
    if (!pattern.starts_with(before)) return std::nullopt;
    pattern.remove_prefix(before.size());
    const auto end = pattern.data() + pattern.size();
    const auto read = std::from_chars(pattern.data(), end, lines);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return lines;
}

bool all_match(std::span<const std::string> expected, std::span<const std::string> printed,
               Names& names) {
    if (expected.empty()) return printed.empty();
    if (expected.front() == any) {
        for (std::size_t skip = 0; skip <= printed.size(); ++skip) {
            Names found = names;
            if (!all_match(expected.subspan(1), printed.subspan(skip), found)) continue;
            names = std::move(found);
            return true;
        }
        return false;
    }
    if (const auto many = lines_wanted(expected.front())) {
        return printed.size() >= *many &&
               all_match(expected.subspan(1), printed.subspan(*many), names);
    }
    if (printed.empty()) return false;
    // What a line takes may be asked for in the next one.
    if (!line_matches(filled(expected.front(), names), printed.front(), names)) return false;
    return all_match(expected.subspan(1), printed.subspan(1), names);
}

}  // namespace

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

std::string filled(const std::string& text, const Names& names) {
    std::string out = text;
    for (const auto& [name, value] : names) {
        const auto braced = "{" + name + "}";
        for (auto at = out.find(braced); at != std::string::npos;
             at = out.find(braced, at + value.size())) {
            out.replace(at, braced.size(), value);
        }
    }
    return out;
}

bool matches(const std::vector<std::string>& expected, const std::vector<std::string>& printed,
             Names& names) {
    return all_match(expected, printed, names);
}

bool occurs(const std::string& part, const std::string& text, Names& names) {
    const auto pattern = std::string(any) + filled(part, names) + std::string(any);
    for (const auto& line : lines_of(text)) {
        if (line_matches(pattern, line, names)) return true;
    }
    return false;
}

}  // namespace nennep::scenario
