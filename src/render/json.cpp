#include "render/json.hpp"

#include "catalogue/wording.hpp"

namespace nennep::render {
namespace {

using catalogue::Block;
using catalogue::FigureLine;

std::string label(const catalogue::Catalogue& catalogue, const std::string& key) {
    return "{\"vi\":" + json_quoted(catalogue.texts().get(key, Language::vi)) +
           ",\"en\":" + json_quoted(catalogue.texts().get(key, Language::en)) + "}";
}

std::string target(const FigureLine& line) {
    std::string out = "{\"" + std::string(line.target->kind) +
                      "\":" + plain({line.target->hundredths, 2});
    if (line.value) {
        out += std::string(",\"met\":") + (line.standing.met ? "true" : "false");
        if (!line.standing.met) out += ",\"missing\":" + std::to_string(line.standing.missing);
    }
    return out + ",\"seq\":" + std::to_string(line.target->row.seq) + "}";
}

// The words piece by piece, so that each number in them can lead to its list.
std::string runs_json(const std::vector<catalogue::Span>& spans) {
    std::string out = "[";
    const auto run = [&](std::string_view text, const catalogue::Figure* figure, std::string_view which) {
        if (text.empty()) return;
        out += (out.size() == 1 ? "{\"text\":" : ",{\"text\":") + json_quoted(text);
        if (figure != nullptr) {
            out += ",\"figure\":" + json_quoted(figure->name) + ",\"which\":" + json_quoted(which);
        }
        out += "}";
    };
    for (const auto& span : spans) {
        const std::string_view text = span.text;
        std::size_t from = 0;
        for (const auto& number : span.numbers) {
            run(text.substr(from, number.at - from), nullptr, {});
            run(text.substr(number.at, number.size), number.figure, number.which);
            from = number.at + number.size;
        }
        run(text.substr(from), span.figure, "value");
    }
    return out + "]";
}

}  // namespace

std::string value_json(const std::optional<Number>& value) { return value ? plain(*value) : "null"; }

std::string months_json(const std::array<std::optional<Number>, 12>& months) {
    std::string out = "[";
    for (const auto& value : months) out += (out.size() == 1 ? "" : ",") + value_json(value);
    return out + "]";
}

std::string structure_name(catalogue::Structure structure) {
    return structure == catalogue::Structure::event ? "event" : "period_end";
}

std::string figure_fields(const FigureLine& line, const catalogue::Catalogue& catalogue) {
    const auto& figure = *line.figure;
    std::string out = "\"name\":" + json_quoted(figure.name) +
                      ",\"label\":" + label(catalogue, "figure." + figure.name) +
                      ",\"unit\":" + json_quoted(figure.unit) + ",\"value\":" + value_json(line.value) +
                      ",\"previous\":" + value_json(line.previous);
    if (line.is_hidden) out += ",\"hidden\":" + json_quoted(catalogue::hidden_value);
    if (line.is_previous_hidden) out += ",\"previous_hidden\":" + json_quoted(catalogue::hidden_value);
    if (line.is_closed) out += ",\"closed\":true";
    if (line.target) out += ",\"target\":" + target(line);
    return out;
}

std::string json(const catalogue::Report& report, const catalogue::Catalogue& catalogue,
                 const world::World& world) {
    std::string out = "{\"organisation\":" + json_quoted(world.directory[report.organisation.no].key) +
                      ",\"year\":" + std::to_string(report.year) +
                      ",\"structure\":" + json_quoted(structure_name(report.structure)) +
                      ",\"journal\":{\"seq\":" + std::to_string(report.head.seq) +
                      ",\"hash\":" + json_quoted(hex(bytes_of(report.head.link))) + "}";
    if (report.as_known) out += ",\"as_known\":" + json_quoted(*report.as_known);
    if (report.previous_by_this_years_tree) out += ",\"previous_structure\":\"period_end_of_this_year\"";
    out += ",\"title\":" + json_quoted(report.title) + ",\n\"figures\":[";
    for (std::size_t i = 0; i < report.figures.size(); ++i) {
        out += (i == 0 ? "\n{" : ",\n{") + figure_fields(report.figures[i], catalogue) + "}";
    }
    out += "],\n\"blocks\":[";
    for (std::size_t i = 0; i < report.blocks.size(); ++i) {
        const auto& block = report.blocks[i];
        out += (i == 0 ? "\n{\"kind\":\"" : ",\n{\"kind\":\"") + std::string(catalogue::kind_name(block.kind)) + "\"";
        if (!block.text.empty()) {
            out += ",\"text\":" + json_quoted(block.text) + ",\"runs\":" + runs_json(block.spans);
        }
        const bool is_of_figures = block.kind >= Block::Kind::figures;
        if (is_of_figures) out += ",\"figures\":[";
        for (std::size_t j = 0; j < block.lines.size(); ++j) {
            out += (j == 0 ? "{" : ",{") + figure_fields(block.lines[j], catalogue);
            if (block.kind == Block::Kind::months) out += ",\"by_month\":" + months_json(block.by_month[j]);
            out += "}";
        }
        if (is_of_figures) out += "]";
        out += "}";
    }
    return out + "]}\n";
}

}  // namespace nennep::render
