#include "render/text.hpp"

#include <algorithm>

namespace nennep::render {
namespace {

using catalogue::Block;
using catalogue::Figure;
using catalogue::FigureLine;

constexpr std::size_t page_width = 96;

// Letters, not bytes: texts are composed, so one letter is one code point.
std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string padded(const std::string& text, std::size_t to, bool on_the_left) {
    const std::size_t now = width(text);
    const std::string spaces(to > now ? to - now : 0, ' ');
    return on_the_left ? spaces + text : text + spaces;
}

std::string wrapped(std::string_view text) {
    std::string out;
    std::size_t used = 0;
    while (!text.empty()) {
        const auto space = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, space);
        if (used > 0 && used + 1 + width(word) > page_width) {
            out += '\n';
            used = 0;
        } else if (used > 0) {
            out += ' ';
            ++used;
        }
        out += word;
        used += width(word);
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return out + "\n";
}

using Table = std::vector<std::vector<std::string>>;

// The first column stands left, the others right.
std::string columns(const Table& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    }
    std::string out;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::string line = "  ";
        for (std::size_t i = 0; i < rows[r].size(); ++i) {
            if (i > 0) line += "  ";
            line += padded(rows[r][i], widths[i], i > 0);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
        if (r > 0) continue;
        std::size_t all = 0;
        for (const auto w : widths) all += w + 2;
        out += "  " + std::string(all - 2, '-') + "\n";
    }
    return out;
}

class Printing {
public:
    Printing(const catalogue::Catalogue& catalogue, Language language)
        : catalogue_(catalogue), language_(language) {}

    std::string say(std::string_view key, const Arguments& shown = {}) const {
        return catalogue_.texts().get(key, language_, shown);
    }
    std::string label(const Figure& figure) const { return say("figure." + figure.name); }

    std::string target(const FigureLine& line) const {
        if (!line.target) return "";
        return (line.target->kind == "at_least" ? "≥ " : "≤ ") + bound(line);
    }

    std::string verdict(const FigureLine& line) const {
        if (!line.target) return "";
        if (!line.value) return say("report.nothing");
        if (line.standing.met) return say("report.met");
        return say(line.target->kind == "at_least" ? "report.missing" : "report.too_many",
                   {{"count", printed({line.standing.missing, 0}, language_)}});
    }

    std::string figures(const std::vector<FigureLine>& lines) const {
        Table table{{say("report.figure"), say("report.this_year"), say("report.last_year"),
                     say("report.target"), say("report.result")}};
        const bool has_targets = std::any_of(lines.begin(), lines.end(),
                                             [](const FigureLine& line) { return line.target; });
        for (const auto& line : lines) {
            table.push_back({label(*line.figure), value_text(line.value, *line.figure, language_),
                             value_text(line.previous, *line.figure, language_), target(line),
                             verdict(line)});
        }
        if (!has_targets) {
            for (auto& row : table) row.resize(3);
        }
        return columns(table);
    }

    std::string targets(const std::vector<FigureLine>& lines) const {
        if (lines.empty()) return wrapped(say("report.no_targets"));
        Table table{{say("report.figure"), say("report.target"), say("report.this_year")}};
        for (const auto& line : lines) {
            table.push_back({label(*line.figure), target(line),
                             value_text(line.previous, *line.figure, language_)});
        }
        return columns(table);
    }

private:
    std::string bound(const FigureLine& line) const {
        const auto hundredths = line.target->hundredths;
        const Number number = hundredths % 100 == 0 ? Number{hundredths / 100, 0} : Number{hundredths, 2};
        return printed(number, language_) + (line.figure->unit == "percent" ? "%" : "");
    }

    const catalogue::Catalogue& catalogue_;
    Language language_;
};

}  // namespace

std::string value_text(const std::optional<Number>& value, const Figure& figure, Language language) {
    if (!value) return "–";
    return printed(*value, language) + (figure.unit == "percent" ? "%" : "");
}

std::string text(const catalogue::Report& report, const catalogue::Catalogue& catalogue,
                 const world::World& world, Language language) {
    const Printing print(catalogue, language);
    std::string out;
    const auto& organisation = world.directory[report.organisation.no];
    out += organisation.label + " (" + organisation.key + ")\n";
    out += report.title + "\n";
    for (const auto& block : report.blocks) {
        switch (block.kind) {
            case Block::Kind::heading: out += "\n" + block.text + "\n"; break;
            case Block::Kind::subheading: out += "\n" + block.text + "\n"; break;
            case Block::Kind::paragraph: out += wrapped(block.text); break;
            case Block::Kind::figures: out += "\n" + print.figures(block.lines); break;
            case Block::Kind::targets: out += print.targets(block.lines); break;
        }
    }
    out += "\n";
    if (report.previous_by_this_years_tree) out += wrapped(print.say("report.formed_this_year"));
    if (report.structure == catalogue::Structure::event) out += wrapped(print.say("report.by_event"));
    if (report.as_known) out += wrapped(print.say("report.as_known", {{"moment", *report.as_known}}));
    out += wrapped(print.say("report.drawn_from",
                             {{"seq", std::to_string(report.head.seq)},
                              {"hash", hex(bytes_of(report.head.link)).substr(0, 16)}}));
    return out;
}

}  // namespace nennep::render
