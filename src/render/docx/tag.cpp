#include "render/docx/tag.hpp"

#include <algorithm>

namespace nennep::render {
namespace {

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";

// Blanks of every width, and what editors leave between letters, are blanks or nothing.
std::string plain(std::string_view inside) {
    std::string out;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const auto rest = inside.substr(i);
        if (rest.starts_with("\u00a0")) {
            out += ' ';
            ++i;
        } else if (rest.starts_with("\u200b") || rest.starts_with("\u2060") ||
                   rest.starts_with("\ufeff")) {
            i += 2;
        } else if (rest.front() >= 'A' && rest.front() <= 'Z') {
            out += static_cast<char>(rest.front() - 'A' + 'a');
        } else {
            out += rest.front() == '\t' || rest.front() == '\n' ? ' ' : rest.front();
        }
    }
    return out;
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = text.find_first_not_of(' ', at);
        if (begin == std::string::npos) break;
        at = std::min(text.find(' ', begin), text.size());
        words.push_back(text.substr(begin, at - begin));
    }
    return words;
}

bool is_inside_letter(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

}  // namespace

Tag read_tag(std::string_view inside) {
    auto words = words_of(plain(inside));
    Tag tag;
    if (words.size() == 1 && words.front() == "end") tag.kind = Tag::Kind::end;
    if (words.size() == 1 && words.front() == "else") tag.kind = Tag::Kind::otherwise;
    if (words.size() >= 2 && words.front() == "if") tag.kind = Tag::Kind::when;
    if (words.size() >= 2 && words.front() == "each") tag.kind = Tag::Kind::each;
    if (tag.opens()) {
        words.erase(words.begin());
        if (words.size() >= 2 && words.front() == "row") tag.place = Tag::Place::row;
        if (words.size() >= 2 && words.front() == "cell") tag.place = Tag::Place::cell;
        if (tag.place != Tag::Place::anywhere) words.erase(words.begin());
        if (tag.kind == Tag::Kind::when && words.size() >= 2) {
            tag.condition = words.front();
            words.erase(words.begin());
        }
    }
    // More than one word is no name: it is looked up, not found, and shown as it is.
    for (const auto& word : words) tag.name += (tag.name.empty() ? "" : " ") + word;
    return tag;
}

std::vector<Found> find_tags(std::string_view text) {
    std::vector<Found> all;
    auto open = text.find(opening);
    auto close = text.find(closing);
    // Each is looked for again only when it was passed: a text of brackets is read once.
    const auto go_on_from = [&](std::size_t at) {
        if (open < at) open = text.find(opening, at);
        if (close < at) close = text.find(closing, at);
    };
    while (open != std::string_view::npos || close != std::string_view::npos) {
        if (close < open) {
            all.push_back({close, close + closing.size(), Found::Fault::not_opened});
            go_on_from(close + closing.size());
            continue;
        }
        const auto begin = open;
        go_on_from(begin + opening.size());
        if (open < close || close == std::string_view::npos) {
            all.push_back({begin, std::min(open, text.size()), Found::Fault::not_closed});
        } else {
            all.push_back({begin, close + closing.size()});
            go_on_from(close + closing.size());
        }
    }
    return all;
}

std::string around(std::string_view text, const Found& found) {
    constexpr std::size_t reach = 36;  // bytes
    auto begin = found.begin > reach ? found.begin - reach : 0;
    auto end = std::min(found.end + reach, text.size());
    while (begin > 0 && is_inside_letter(text[begin])) --begin;
    while (end < text.size() && is_inside_letter(text[end])) ++end;
    return (begin > 0 ? "…" : "") + std::string(text.substr(begin, end - begin)) +
           (end < text.size() ? "…" : "");
}

}  // namespace nennep::render
