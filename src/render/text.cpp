#include "render/text.hpp"

#include <algorithm>

namespace nennep::render {
namespace {

using catalogue::Block;
using catalogue::FigureLine;
using catalogue::Wording;

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

std::string figures(const std::vector<FigureLine>& lines, const Wording& wording) {
    Table table{{wording.say("report.figure"), wording.say("report.this_year"), wording.say("report.last_year"),
                 wording.say("report.target"), wording.say("report.result")}};
    for (const auto& line : lines) {
        table.push_back({wording.label(*line.figure), wording.value(line), wording.previous(line),
                         wording.target(line), wording.result(line)});
    }
    const bool has_targets = std::any_of(lines.begin(), lines.end(),
                                         [](const FigureLine& line) { return line.target.has_value(); });
    if (!has_targets) {
        for (auto& row : table) row.resize(3);
    }
    return columns(table);
}

std::string targets(const std::vector<FigureLine>& lines, const Wording& wording) {
    if (lines.empty()) return wrapped(wording.say("report.no_targets"));
    Table table{{wording.say("report.figure"), wording.say("report.target"), wording.say("report.this_year")}};
    for (const auto& line : lines) {
        table.push_back({wording.label(*line.figure), wording.target(line), wording.previous(line)});
    }
    return columns(table);
}

std::string months(const Block& block, const Wording& wording) {
    Table table{{block.text}};
    for (int month = 1; month <= 12; ++month) table.front().push_back(std::to_string(month));
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        const auto& figure = *block.lines[i].figure;
        table.push_back({wording.label(figure)});
        for (const auto& value : block.by_month[i]) {
            table.back().push_back(catalogue::value_text(value, figure, wording.language()));
        }
    }
    return columns(table);
}

}  // namespace

std::string text(const catalogue::Report& report, const catalogue::Catalogue& catalogue,
                 const world::World& world, Language language) {
    const Wording wording(catalogue, language);
    std::string out;
    const auto& organisation = world.directory[report.organisation.no];
    out += organisation.label + " (" + organisation.key + ")\n";
    if (!report.letterhead.kind.empty()) out += report.letterhead.kind + "\n";
    out += report.title + "\n";
    for (const auto& block : report.blocks) {
        switch (block.kind) {
            case Block::Kind::heading: out += "\n" + block.text + "\n"; break;
            case Block::Kind::subheading: out += "\n" + block.text + "\n"; break;
            case Block::Kind::paragraph: out += wrapped(block.text); break;
            case Block::Kind::figures: out += "\n" + figures(block.lines, wording); break;
            case Block::Kind::targets: out += targets(block.lines, wording); break;
            case Block::Kind::months: out += "\n" + months(block, wording); break;
            case Block::Kind::progress: break;      // its table says the same in figures
        }
    }
    out += "\n";
    for (const auto& remark : wording.remarks(report)) out += wrapped(remark);
    out += wrapped(wording.say("report.to_open"));
    return out;
}

}  // namespace nennep::render
