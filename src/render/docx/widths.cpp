#include "render/docx/widths.hpp"

#include <algorithm>

namespace nennep::render {
namespace {

using catalogue::Cell;
using catalogue::Column;

// Letters of 9 points; keys are of capitals and figures, and heads are bold.
constexpr std::size_t letter = 88;
constexpr std::size_t key_letter = 97;
constexpr std::size_t head_letter = 100;
constexpr std::size_t around = 130;
// Keys are often longer than they want to be, and texts go on in another line.
constexpr std::size_t short_text = 12;
constexpr std::size_t most_head_lines = 4;
// A4 between its margins, less the running number.
constexpr std::size_t upright_room = 8655;

std::size_t letters_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }));
}

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        longest = std::max(longest, letters_of(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

std::size_t least(const Column& column) {
    auto letters = static_cast<std::size_t>(std::max(column.letters, 1));
    if (column.kind == Cell::Kind::text) letters = short_text;
    if (column.kind == Cell::Kind::mark) letters = 1;
    return around + std::max(letters * key_letter, longest_word(column.title) * head_letter);
}

std::size_t wanted(const Column& column) {
    const auto letters = static_cast<std::size_t>(std::max(column.letters, 1));
    const auto head = letters_of(column.title) * head_letter / most_head_lines;
    return std::max(least(column), around + std::max(letters * letter, head));
}

}  // namespace

std::size_t Share::of(std::size_t room) const {
    if (all_wanted <= room || all_wanted == all_least) return room * wanted / all_wanted;
    if (all_least >= room) return room * least / all_least;
    return least + (wanted - least) * (room - all_least) / (all_wanted - all_least);
}

std::vector<Share> shares_of(const catalogue::List& list) {
    std::vector<Share> shares;
    std::size_t all_least = 0;
    std::size_t all_wanted = 0;
    for (const auto& column : list.columns) {
        shares.push_back({.least = least(column), .wanted = wanted(column)});
        all_least += shares.back().least;
        all_wanted += shares.back().wanted;
    }
    for (auto& share : shares) {
        share.all_least = all_least;
        share.all_wanted = all_wanted;
    }
    return shares;
}

bool is_wide(const catalogue::List& list) {
    const auto shares = shares_of(list);
    return !shares.empty() && shares.front().all_wanted > upright_room * 115 / 100;
}

}  // namespace nennep::render
