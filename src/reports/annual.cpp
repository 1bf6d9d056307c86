#include "reports/annual.hpp"

#include <algorithm>

#include "reports/figures.hpp"

namespace nennep::embedded {
extern const std::string_view annual_vi;
extern const std::string_view annual_en;
}  // namespace nennep::embedded

namespace nennep::reports {
namespace {

using catalogue::Block;
using catalogue::Catalogue;
using catalogue::Figure;
using catalogue::FigureLine;
using catalogue::Report;
using catalogue::ReportRequest;

// Fills one template, line by line. What it understands:
//   # title   ## section   ### part
//   a paragraph with {figure.name}, {figure.name:previous}, {year}, {organisation} …
//   [if figure.name] and [unless figure.name] before a paragraph: only if the figure is not zero
//   |figure.name …|  a table of figures        [targets]  what is aimed at next year
//   ; a comment
class Filling {
public:
    Filling(const Catalogue& catalogue, const world::World& world, const ReportRequest& request)
        : catalogue_(catalogue), world_(world), request_(request), sheet_(catalogue, world, request) {}

    Result<Report, Refusals> fill(std::string_view text) {
        for (line_ = 1; !text.empty(); ++line_) {
            const auto end = text.find('\n');
            auto line = text.substr(0, end);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
            if (line.ends_with('\r')) line.remove_suffix(1);
            take(line);
        }
        if (refusals_) return refusals_;
        for (const auto& figure : catalogue_.figures()) {
            if (!figure.about_figures) report_.figures.push_back(sheet_.line(figure));
        }
        report_.organisation = request_.organisation;
        report_.year = request_.year;
        report_.structure = request_.structure;
        report_.head = world_.head;
        report_.as_known = request_.as_known;
        report_.previous_by_this_years_tree = sheet_.previous_by_this_years_tree();
        return std::move(report_);
    }

private:
    void take(std::string_view line) {
        if (line.find_first_not_of(" \t") == std::string_view::npos || line.front() == ';') return;
        if (line.starts_with("### ")) return add(Block::Kind::subheading, line.substr(4));
        if (line.starts_with("## ")) return add(Block::Kind::heading, line.substr(3));
        if (line.starts_with("# ")) {
            report_.title = filled_in(line.substr(2));
            return;
        }
        if (line == "[targets]") return targets();
        if (line.front() == '|') return table(line);
        for (const auto& [word, wanted] : {std::pair("[if ", true), std::pair("[unless ", false)}) {
            if (!line.starts_with(word)) continue;
            const auto close = line.find(']');
            const std::size_t skip = std::string_view(word).size();
            if (close == std::string_view::npos) return refuse("template.not_closed", line);
            const auto* figure = find(line.substr(skip, close - skip));
            if (figure == nullptr) return;
            const auto& value = sheet_.line(*figure).value;
            const bool holds = value && value->units != 0;
            if (holds != wanted) return check_only(line.substr(close + 1));
            return take(line.substr(std::min(line.find_first_not_of(' ', close + 1), line.size())));
        }
        add(Block::Kind::paragraph, line);
    }

    void add(Block::Kind kind, std::string_view text) {
        Block block{.kind = kind, .text = filled_in(text)};
        report_.blocks.push_back(std::move(block));
    }

    // A line that is not shown is still read: a slip in it is found today, not next year.
    void check_only(std::string_view text) { filled_in(text); }

    void table(std::string_view line) {
        Block block{.kind = Block::Kind::figures};
        for (std::size_t at = 1; at < line.size();) {
            at = line.find_first_not_of(" |", at);
            if (at == std::string_view::npos) break;
            const auto end = std::min(line.find_first_of(" |", at), line.size());
            if (const auto* figure = find(line.substr(at, end - at))) {
                block.lines.push_back(sheet_.line(*figure));
            }
            at = end;
        }
        report_.blocks.push_back(std::move(block));
    }

    void targets() {
        Block block{.kind = Block::Kind::targets};
        for (const auto& figure : catalogue_.figures()) {
            if (auto line = sheet_.next_year(figure)) block.lines.push_back(std::move(*line));
        }
        report_.blocks.push_back(std::move(block));
    }

    std::string filled_in(std::string_view text) {
        std::string out;
        while (!text.empty()) {
            const auto open = text.find('{');
            out += text.substr(0, open);
            if (open == std::string_view::npos) break;
            const auto close = text.find('}', open);
            if (close == std::string_view::npos) {
                refuse("template.not_closed", text.substr(open));
                break;
            }
            out += value_of(text.substr(open + 1, close - open - 1));
            text.remove_prefix(close + 1);
        }
        return out;
    }

    std::string value_of(std::string_view name) {
        if (name == "year") return std::to_string(request_.year);
        if (name == "previous_year") return std::to_string(request_.year - 1);
        if (name == "next_year") return std::to_string(request_.year + 1);
        if (name == "organisation") return world_.directory[request_.organisation.no].label;
        const auto colon = name.find(':');
        const auto part = colon == std::string_view::npos ? "" : name.substr(colon + 1);
        if (!part.empty() && part != "previous") {
            refuse("template.unknown_part", part);
            return {};
        }
        const auto* figure = find(name.substr(0, colon));
        if (figure == nullptr) return {};
        const auto& line = sheet_.line(*figure);
        const auto& value = part == "previous" ? line.previous : line.value;
        if (!value) return catalogue_.texts().get("report.nothing", request_.language);
        return printed(*value, request_.language) + (figure->unit == "percent" ? "%" : "");
    }

    const Figure* find(std::string_view name) {
        const auto* figure = catalogue_.figure(name);
        if (figure == nullptr) {
            const auto near = nearest(name, catalogue_.figure_names());
            refuse(near ? "template.unknown_figure_near" : "template.unknown_figure", name,
                   near.value_or(""));
        }
        return figure;
    }

    void refuse(std::string_view code, std::string_view what, std::string near = "") {
        refusals_.add({std::string(code), request_.words_name + ":" + std::to_string(line_),
                       {{"what", std::string(what)}, {"nearest", std::move(near)}}});
    }

    const Catalogue& catalogue_;
    const world::World& world_;
    const ReportRequest& request_;
    FigureSheet sheet_;
    Report report_;
    Refusals refusals_;
    std::size_t line_ = 0;
};

}  // namespace

Result<Report, Refusals> annual(const Catalogue& catalogue, const world::World& world,
                                const ReportRequest& request) {
    const auto own = request.language == Language::vi ? embedded::annual_vi : embedded::annual_en;
    return Filling(catalogue, world, request).fill(request.words_name.empty() ? own : request.words);
}

}  // namespace nennep::reports
