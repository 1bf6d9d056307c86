#include "shown_figures.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <cmath>
#include <regex>

namespace nennep::paper {
namespace {

namespace json = boost::json;

Amount amount_of(const json::value& value) {
    if (value.is_null()) return std::nullopt;
    return std::llround(value.to_number<double>() * 100);
}

ShownFigure figure_of(const json::value& told) {
    const auto& object = told.as_object();
    ShownFigure figure;
    figure.name = object.at("name").as_string().c_str();
    figure.label = object.at("label").at("vi").as_string().c_str();
    figure.unit = object.at("unit").as_string().c_str();
    figure.value = amount_of(object.at("value"));
    figure.previous = amount_of(object.at("previous"));
    if (const auto* target = object.if_contains("target")) {
        for (const char* kind : {"at_least", "at_most"}) {
            if (const auto* limit = target->as_object().if_contains(kind)) figure.target = amount_of(*limit);
        }
    }
    if (const auto* months = object.if_contains("by_month")) {
        for (std::size_t i = 0; i < 12; ++i) figure.by_month[i] = amount_of(months->at(i));
    }
    return figure;
}

std::vector<ShownFigure> figures_in(const json::object& object) {
    std::vector<ShownFigure> all;
    const auto* told = object.if_contains("figures");
    if (told == nullptr) return all;
    for (const auto& figure : told->as_array()) all.push_back(figure_of(figure));
    return all;
}

Amount amount_with(const std::string& text, char decimal_mark) {
    std::string plain;
    for (const char c : text) {
        if (c == decimal_mark) plain += '.';
        else if (c == '-' || (c >= '0' && c <= '9')) plain += c;
    }
    if (plain.find_first_of("0123456789") == std::string::npos) return std::nullopt;
    return std::llround(std::stod(plain) * 100);
}

}  // namespace

const ShownFigure* ShownReport::figure_with(const std::string& label) const {
    const auto found = std::find_if(figures.begin(), figures.end(),
                                    [&](const auto& figure) { return figure.label == label; });
    return found == figures.end() ? nullptr : &*found;
}

ShownReport shown_report(const std::string& text) {
    const auto told = json::parse(text);
    ShownReport report{figures_in(told.as_object()), {}};
    for (const auto& block : told.at("blocks").as_array()) {
        const auto& object = block.as_object();
        const auto* words = object.if_contains("text");
        report.blocks.push_back({object.at("kind").as_string().c_str(),
                                 words == nullptr ? "" : words->as_string().c_str(), figures_in(object)});
    }
    return report;
}

Amount amount_in_vietnamese(const std::string& text) {
    static const std::regex number("-?([0-9]{1,3}(\\.[0-9]{3})*|[0-9]+)(,[0-9]+)?%?");
    return std::regex_match(text, number) ? amount_with(text, ',') : std::nullopt;
}

Amount amount_in_cell(const std::string& text) {
    static const std::regex number("-?[0-9]+(\\.[0-9]+)?");
    return std::regex_match(text, number) ? amount_with(text, '.') : std::nullopt;
}

std::string told(const Amount& amount) {
    if (!amount) return "none";
    auto part = std::to_string(std::abs(*amount % 100));
    if (part.size() == 1) part.insert(0, "0");
    return (*amount < 0 ? "-" : "") + std::to_string(std::abs(*amount / 100)) + (part == "00" ? "" : "." + part);
}

Rows rows_of(const Path& csv) {
    const auto text = content_of(csv);
    Rows rows{{""}};
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            const bool is_doubled = is_quoted && i + 1 < text.size() && text[i + 1] == '"';
            if (is_doubled) rows.back().back() += text[++i];
            else is_quoted = !is_quoted;
        } else if (c == ',' && !is_quoted) {
            rows.back().emplace_back();
        } else if (c == '\n' && !is_quoted) {
            rows.push_back({""});
        } else {
            rows.back().back() += c;
        }
    }
    if (rows.back() == std::vector<std::string>{""}) rows.pop_back();
    return rows;
}

}  // namespace nennep::paper
