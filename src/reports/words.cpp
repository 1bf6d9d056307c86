#include "reports/words.hpp"

#include <algorithm>

#include "catalogue/wording.hpp"

namespace nennep::embedded {
extern const std::string_view annual_vi;
extern const std::string_view annual_en;
}  // namespace nennep::embedded

namespace nennep::reports {
namespace {

using catalogue::Block;
using catalogue::Catalogue;
using catalogue::Figure;

bool has(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// The word at the front, taken off together with the blanks behind it.
std::string_view take_word(std::string_view& text) {
    text = trimmed(text);
    const auto end = std::min(text.find_first_of(" \t"), text.size());
    const auto word = text.substr(0, end);
    text = trimmed(text.substr(end));
    return word;
}

class Reader {
public:
    Reader(const Catalogue& catalogue, const std::string& file) : catalogue_(catalogue), file_(file) {}

    Result<Words, Refusals> read(std::string_view text) {
        if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
        for (line_ = 1; !text.empty(); ++line_) {
            const auto end = text.find('\n');
            auto line = text.substr(0, end);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
            if (line.ends_with('\r')) line.remove_suffix(1);
            take(trimmed(line));
        }
        if (refusals_) return refusals_;
        return std::move(words_);
    }

private:
    void take(std::string_view line) {
        if (line.empty() || line.front() == ';') return;
        if (line.front() == '@') return letterhead(line.substr(1));
        if (line.starts_with("### ")) return add(Block::Kind::subheading, line.substr(4));
        if (line.starts_with("## ")) return add(Block::Kind::heading, line.substr(3));
        if (line.starts_with("# ")) {
            words_.title = pieces(line.substr(2));
            return;
        }
        if (line.front() == '|') return table(line);
        if (line == "[targets]") return words_.statements.push_back({.kind = Block::Kind::targets});
        if (line.starts_with("[months ")) return chart(Block::Kind::months, line);
        if (line.starts_with("[progress ")) return chart(Block::Kind::progress, line);
        add(Block::Kind::paragraph, line);
    }

    void add(Block::Kind kind, std::string_view text) {
        words_.statements.push_back({.kind = kind, .pieces = pieces(trimmed(text))});
    }

    void letterhead(std::string_view line) {
        const auto name = take_word(line);
        if (!is_letterhead_part(name)) return refuse("template.unknown_letterhead", name, letterhead_parts());
        words_.letterhead.push_back({std::string(name), pieces(line)});
    }

    void table(std::string_view line) {
        if (!line.ends_with('|') || line.size() == 1) return refuse("template.not_closed", line);
        words_.statements.push_back(
            {.kind = Block::Kind::figures, .pieces = {}, .figures = figures(line.substr(1, line.size() - 2))});
    }

    void chart(Block::Kind kind, std::string_view line) {
        if (!line.ends_with(']')) return refuse("template.not_closed", line);
        line = line.substr(1, line.size() - 2);
        take_word(line);
        Statement statement{.kind = kind};
        const auto colon = line.rfind(':');
        if (kind == Block::Kind::months && colon == std::string_view::npos) {
            return refuse("template.chart_without_figures", line);
        }
        if (colon != std::string_view::npos) {
            statement.figures = figures(line.substr(colon + 1));
            line = trimmed(line.substr(0, colon));
        }
        statement.pieces = pieces(line);
        words_.statements.push_back(std::move(statement));
    }

    std::vector<const Figure*> figures(std::string_view names) {
        std::vector<const Figure*> all;
        while (!trimmed(names).empty()) {
            if (const auto* figure = find(take_word(names))) all.push_back(figure);
        }
        return all;
    }

    Pieces pieces(std::string_view text) {
        Pieces all = until_closed(text, false);
        if (text.starts_with(']')) refuse("template.not_opened", "]");
        return all;
    }

    // Reads up to a `]` that closes the choice in which it stands, or to the end.
    Pieces until_closed(std::string_view& text, bool in_choice) {
        Pieces all;
        std::string plain;
        const auto put = [&](Piece piece) {
            if (!plain.empty()) all.push_back({.kind = Piece::Kind::text, .text = std::exchange(plain, {})});
            all.push_back(std::move(piece));
        };
        int brackets_of_text = 0;      // opened by `[[`, whose `]` is text as well
        while (!text.empty() && (text.front() != ']' || brackets_of_text > 0)) {
            const char c = text.front();
            const bool doubled = text.size() > 1 && text[1] == c && (c == '{' || c == '[' || c == ']');
            brackets_of_text += c == '[' && doubled ? 1 : c == ']' ? -1 : 0;
            if (doubled || (c != '{' && c != '[')) {
                plain += c;
                text.remove_prefix(doubled ? 2 : 1);
            } else if (c == '{') {
                const auto close = text.find('}');
                if (close == std::string_view::npos) {
                    refuse("template.not_closed", text);
                    text = {};
                    break;
                }
                put(field(text.substr(1, close - 1)));
                text.remove_prefix(close + 1);
            } else {
                put(choice(text));
            }
        }
        if (!plain.empty()) all.push_back({.kind = Piece::Kind::text, .text = std::move(plain)});
        if (in_choice && text.empty()) refuse("template.not_closed", "[");
        return all;
    }

    // `[condition figure: text]`, or `[condition figure]` and the rest of what it stands in.
    Piece choice(std::string_view& text) {
        Piece piece{.kind = Piece::Kind::choice};
        const auto end = text.find_first_of(":]", 1);
        if (end == std::string_view::npos) {
            refuse("template.not_closed", text);
            text = {};
            return piece;
        }
        auto head = text.substr(1, end - 1);
        const auto condition = take_word(head);
        if (!has(catalogue::conditions(), condition)) {
            refuse("template.unknown_condition", condition, catalogue::conditions());
        } else {
            piece.figure = find(head);
        }
        piece.text = condition;
        const bool has_text_of_its_own = text[end] == ':';
        text.remove_prefix(end + 1);
        if (text.starts_with(' ')) text.remove_prefix(1);
        piece.inner = until_closed(text, has_text_of_its_own);
        if (has_text_of_its_own && !text.empty()) text.remove_prefix(1);
        return piece;
    }

    Piece field(std::string_view name) {
        if (has(words_fields(), name)) return {.kind = Piece::Kind::field, .text = std::string(name)};
        const auto colon = name.find(':');
        const auto part = colon == std::string_view::npos ? "" : name.substr(colon + 1);
        if (!part.empty() && !has(catalogue::Wording::parts(), part)) {
            refuse("template.unknown_part", part, catalogue::Wording::parts());
        }
        return {.kind = Piece::Kind::figure, .text = std::string(part), .figure = find(name.substr(0, colon))};
    }

    const Figure* find(std::string_view name) {
        if (name.starts_with("figures.")) name.remove_prefix(std::string_view("figures.").size());
        const auto* figure = catalogue_.figure(name);
        if (figure == nullptr) {
            auto names = catalogue_.figure_names();
            names.insert(names.end(), words_fields().begin(), words_fields().end());
            refuse("template.unknown_figure", name, names);
        }
        return figure;
    }

    void refuse(std::string code, std::string_view what, const std::vector<std::string>& known = {}) {
        refusals_.add(unknown_name(std::move(code), what, known, file_ + ":" + std::to_string(line_)));
    }

    const Catalogue& catalogue_;
    const std::string& file_;
    Words words_;
    Refusals refusals_;
    std::size_t line_ = 0;
};

}  // namespace

Result<Words, Refusals> read_words(const Catalogue& catalogue, std::string_view text, const std::string& file) {
    return Reader(catalogue, file).read(text);
}

bool is_letterhead_part(std::string_view name) { return has(letterhead_parts(), name); }

Refusal unknown_name(std::string code, std::string_view name, const std::vector<std::string>& known,
                     std::string place) {
    const auto near = nearest(name, known);
    if (near) code += "_near";
    std::string choices;
    for (const auto& one : known) choices += (choices.empty() ? "" : ", ") + one;
    return {std::move(code), std::move(place),
            {{"what", std::string(name)}, {"nearest", near.value_or("")}, {"choices", std::move(choices)}}};
}

std::string_view own_words(Language language) {
    return language == Language::vi ? embedded::annual_vi : embedded::annual_en;
}

const std::vector<std::string>& words_fields() {
    static const std::vector<std::string> all{
        "year",     "previous_year", "next_year",       "organisation",
        "committee", "superior",     "signing_body", "committee_symbol"};
    return all;
}

const std::vector<std::string>& letterhead_parts() {
    static const std::vector<std::string> all{"kind",      "superior", "issuer", "symbol",   "place",
                                              "authority", "post",     "signer", "recipient"};
    return all;
}

}  // namespace nennep::reports
