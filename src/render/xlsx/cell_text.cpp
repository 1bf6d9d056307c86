#include "render/xlsx/cell_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "base/result.hpp"

namespace nennep::render::xlsx {
namespace {

constexpr std::string_view ellipsis = "…";

// A new letter begins, and is not the rest of the one before.
bool begins(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }
// Letters of four bytes take two UTF-16 units.
std::size_t units(char c) { return !begins(c) ? 0 : static_cast<unsigned char>(c) >= 0xf0 ? 2 : 1; }

// The end of the longest beginning of `text` of at most `most` UTF-16 units.
std::size_t fitting(std::string_view text, std::size_t most) {
    std::size_t used = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        used += units(text[i]);
        if (used > most) return i;
    }
    return text.size();
}

bool is_hexadecimal(char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }

// Workbooks write odd characters as _x000D_; who writes that himself means the seven letters.
bool reads_as_a_code(std::string_view at) {
    return at.size() >= 7 && at[1] == 'x' && at[6] == '_' &&
           std::all_of(at.begin() + 2, at.begin() + 6, is_hexadecimal);
}

// U+FFFE and U+FFFF are no characters of XML.
bool is_no_character(std::string_view at) {
    return at.size() >= 3 && at[1] == '\xbf' && (at[2] == '\xbe' || at[2] == '\xbf');
}

std::string without_case(const std::string& text) {
    utf8proc_uint8_t* result = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &result,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                                                  UTF8PROC_CASEFOLD));
    ensure(size >= 0, "names of sheets are UTF-8");
    std::string folded(reinterpret_cast<char*>(result), static_cast<std::size_t>(size));
    std::free(result);
    return folded;
}

std::string shortened(std::string text, std::size_t most) {
    if (fitting(text, most) == text.size()) return text;
    text.resize(fitting(text, most - 1) + 1);       // one more, to see whether a word ends here
    const auto space = text.rfind(' ');
    // A word that takes up half of the room is cut itself.
    const bool cut_at_a_word = space != std::string::npos && space >= text.size() / 2;
    text.resize(cut_at_a_word ? space : text.size() - 1);
    return text + std::string(ellipsis);
}

// No blanks at its ends, and single ones inside.
void trim(std::string& text) {
    text.erase(std::unique(text.begin(), text.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
               text.end());
    text.erase(text.find_last_not_of(' ') + 1);
    text.erase(0, text.find_first_not_of(' '));
}

// What Excel refuses in the name of a sheet becomes the nearest thing that it takes.
std::string allowed(std::string_view name) {
    std::string out;
    for (const char c : name) {
        switch (c) {
            case '[': out += '('; break;
            case ']': out += ')'; break;
            case ':': case '/': case '\\': out += '-'; break;
            case '?': case '*': break;
            default: out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
        }
    }
    trim(out);
    return out;
}

// Inside a name an apostrophe may stand; at its ends it would be read as a quotation mark.
void replace_outer_apostrophes(std::string& name) {
    constexpr std::string_view harmless = "’";
    if (name.ends_with('\'')) name.replace(name.size() - 1, 1, harmless);
    if (name.starts_with('\'')) name.replace(0, 1, harmless);
}

}  // namespace

std::size_t lines_of(std::string_view text, std::size_t width) {
    std::size_t lines = 1, used = 0, word = 0;
    for (const char c : text) {
        if (c == '\n') ++lines;
        if (c == '\n' || c == ' ') {
            used = c == '\n' ? 0 : used + 1;
            word = 0;
        } else if (begins(c)) {
            ++used;
            ++word;
            if (used <= width) continue;
            ++lines;
            used = word = word > width ? 1 : word;      // the word goes down, or is broken
        }
    }
    return lines;
}

CellText CellWriter::operator()(std::string_view text) {
    buffer_.assign(text);
    bool is_odd = buffer_.size() > longest_cell;
    bool has_line_breaks = false;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < buffer_.size(); ++i) {
        const auto c = static_cast<unsigned char>(buffer_[i]);
        letters += begins(buffer_[i]);
        if (c < 0x20) {
            is_odd |= c != '\n';
            has_line_breaks |= c == '\n' || c == '\r';
        } else if (c == '_' || c == 0xef) {
            is_odd = true;
        }
    }
    if (is_odd) repair();
    if (has_line_breaks) {
        std::size_t line = letters = 0;
        for (const char c : buffer_) {
            line = c == '\n' ? 0 : line + begins(c);
            letters = std::max(letters, line);
        }
    }
    const char first = buffer_.empty() ? ' ' : buffer_.front();
    const bool is_like_a_formula = std::string_view("=+-@\t").find(first) != std::string_view::npos;
    return {buffer_.c_str(), letters, has_line_breaks, is_like_a_formula};
}

// Drops what XML forbids, ends lines in one way, and keeps the text to what a cell holds.
void CellWriter::repair() {
    std::string out;
    const std::string_view text = buffer_;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r') {
            if (text.substr(i + 1, 1) != "\n") out += '\n';
        } else if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') {
            continue;
        } else if (c == '\xef' && is_no_character(text.substr(i))) {
            i += 2;
        } else {
            if (c == '_' && reads_as_a_code(text.substr(i))) out += "_x005F";
            out += c;
        }
    }
    if (fitting(out, longest_cell) < out.size()) {
        out.resize(fitting(out, longest_cell - 1));
        out += ellipsis;
    }
    buffer_ = std::move(out);
}

// Excel keeps this name for itself.
SheetNames::SheetNames() : taken_{"history"} {}

std::string SheetNames::take(std::string_view wanted) {
    const auto whole = allowed(wanted);
    for (int copy = 1;; ++copy) {
        const std::string suffix = copy == 1 ? "" : " (" + std::to_string(copy) + ")";
        auto name = shortened(whole, longest_name - suffix.size());
        trim(name);
        name += suffix;
        replace_outer_apostrophes(name);
        if (!name.empty() && taken_.insert(without_case(name)).second) return name;
    }
}

std::string first_cell_of(std::string_view sheet_name) {
    std::string out = "'";
    for (const char c : sheet_name) out += c == '\'' ? "''" : std::string(1, c);
    return out + "'!A1";
}

}  // namespace nennep::render::xlsx
