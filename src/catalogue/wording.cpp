#include "catalogue/wording.hpp"

#include <algorithm>
#include <cstdlib>

namespace nennep::catalogue {
namespace {

const std::string dash = "–";

std::string two_digits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string value_text(const std::optional<Number>& value, const Figure& figure, Language language) {
    if (!value) return dash;
    return printed(*value, language) + (figure.unit == "percent" ? "%" : "");
}

std::string Wording::say(std::string_view key, const Arguments& shown) const {
    return catalogue_.texts().get(key, language_, shown);
}

std::string Wording::label(const Figure& figure) const { return say("figure." + figure.name); }
std::string Wording::unit(const Figure& figure) const { return say("unit." + figure.unit); }

std::string Wording::number(Number value, const Figure& figure) const {
    return value_text(value, figure, language_);
}

std::string Wording::value(const FigureLine& line) const {
    return line.is_hidden ? std::string(hidden_value) : value_text(line.value, *line.figure, language_);
}

std::string Wording::previous(const FigureLine& line) const {
    return line.is_previous_hidden ? std::string(hidden_value)
                                   : value_text(line.previous, *line.figure, language_);
}

std::string Wording::difference(const FigureLine& line) const {
    const auto by = change_of(line);
    if (!by) return dash;
    const std::string sign = by->units > 0 ? "+" : by->units < 0 ? "−" : "";
    return sign + number({std::abs(by->units), by->decimals}, *line.figure);
}

std::string Wording::target(const FigureLine& line) const {
    if (!line.target) return "";
    const auto hundredths = line.target->hundredths;
    const Number bound = hundredths % 100 == 0 ? Number{hundredths / 100, 0} : Number{hundredths, 2};
    return (line.target->kind == "at_least" ? "≥ " : "≤ ") + number(bound, *line.figure);
}

std::string Wording::result(const FigureLine& line) const {
    if (!line.target) return "";
    if (!line.value) return say("report.nothing");
    if (line.standing.met) return say("report.met");
    return say(line.target->kind == "at_least" ? "report.missing" : "report.too_many",
               {{"count", printed({line.standing.missing, 0}, language_)}});
}

std::string Wording::day(Day on) const { return on.vietnamese(); }

std::string Wording::long_day(std::optional<Day> on, int year) const {
    if (!on) return say("report.date_blank", {{"year", std::to_string(year)}});
    return say("report.date", {{"day", two_digits(on->day_of_month())},
                               {"month", two_digits(on->month())},
                               {"year", std::to_string(on->year())}});
}

std::string Wording::number_and_symbol(const Letterhead& letterhead) const {
    auto number = letterhead.number.empty() ? "      " : letterhead.number;
    if (!letterhead.symbol.empty()) number += "-" + letterhead.symbol;
    return say("report.number", {{"number", std::move(number)}});
}

std::string Wording::cell(const Cell& cell) const {
    switch (cell.kind) {
        case Cell::Kind::empty: return "";
        case Cell::Kind::text: return std::string(cell.text);
        case Cell::Kind::day: return day(cell.day);
        case Cell::Kind::number: return printed(cell.number, language_);
        case Cell::Kind::mark: return "×";
    }
    return "";
}

std::string Wording::name(std::string_view label) const {
    const auto end = label.find('}');
    if (!label.starts_with("{value.") || end == std::string_view::npos) return std::string(label);
    return say(label.substr(1, end - 1)) + std::string(label.substr(end + 1));
}

std::string Wording::recorded(const std::string& json, const Choices* choices) const {
    if (json == "true" || json == "false") return say(json == "true" ? "value.yes_no.yes" : "value.yes_no.no");
    std::string text = json;
    if (text.size() > 1 && text.front() == '"') text = text.substr(1, text.size() - 2);
    if (choices != nullptr) return say("value." + std::string(choices->list) + "." + text);
    if (const auto on = Day::parse(text)) return day(*on);
    if (const auto month = Month::parse(text)) return text.substr(5) + "/" + text.substr(0, 4);
    // Years stay as they are; from five digits on a number is an amount.
    if (const auto amount = parse_decimal(text, 0); amount && text.size() > 4 && json.front() != '"') {
        return printed({*amount, 0}, language_);
    }
    if (json.front() != '[') return text;
    std::string list;
    for (const char c : json.substr(1, json.size() - 2)) {
        if (c == ',') list += ", ";
        else if (c != '"' && c != '{' && c != '}') list += c;
    }
    return list;
}

std::string Wording::particulars(const EventType& type, const void* event,
                                 const world::Directory& directory) const {
    std::string all;
    std::vector<Naming> named;
    std::string json;
    for (const auto& field : type.fields) {
        const void* value = field.in(event);
        if (!field.is_particular || !field.kind->present(value)) continue;
        if (!all.empty()) all += "; ";
        if (field.kind->names != Names::nothing) {
            named.clear();
            field.kind->naming(value, named);
            for (const auto& naming : named) all += name(directory[naming.no].label);
            continue;
        }
        json.clear();
        field.kind->write(json, value, directory);
        // What is neither a text nor from a closed list says nothing without its name.
        const bool speaks_for_itself = field.kind->choices != nullptr || json.front() == '"';
        if (!speaks_for_itself || Day::parse(std::string_view(json).substr(1, 10))) {
            all += say("field." + field.name) + ": ";
        }
        all += recorded(json, field.kind->choices);
    }
    return all;
}

std::vector<std::string> Wording::remarks(const Report& report) const {
    std::vector<std::string> all;
    if (report.previous_by_this_years_tree) all.push_back(say("report.formed_this_year"));
    if (report.structure == Structure::event) all.push_back(say("report.by_event"));
    if (report.as_known) all.push_back(say("report.as_known", {{"moment", *report.as_known}}));
    all.push_back(say("report.drawn_from", {{"seq", std::to_string(report.head.seq)},
                                            {"hash", hex(bytes_of(report.head.link)).substr(0, 16)}}));
    return all;
}

std::optional<std::string> Wording::part(const FigureLine& line, std::string_view name) const {
    if (name.empty()) return line.value ? value(line) : say("report.nothing");
    if (name == "previous") {
        return line.previous || line.is_previous_hidden ? previous(line) : say("report.nothing");
    }
    if (name == "difference") return difference(line);
    if (name == "change") {
        const auto by = change_of(line);
        return by ? number({std::abs(by->units), by->decimals}, *line.figure) : dash;
    }
    if (name == "target") return target(line);
    if (name == "result") return result(line);
    if (name == "label") return label(*line.figure);
    if (name == "unit") return unit(*line.figure);
    if (name == "annex") return line.list == 0 ? "" : std::to_string(line.list);
    return std::nullopt;
}

const std::vector<std::string>& Wording::parts() {
    static const std::vector<std::string> all{"previous", "difference", "change", "target",
                                              "result",   "label",      "unit",   "annex"};
    return all;
}

std::string_view Wording::number_told(const FigureLine& line, std::string_view name) {
    if (name.empty() && (line.value || line.is_hidden)) return "value";
    if (name == "previous" && (line.previous || line.is_previous_hidden)) return "previous";
    if (name == "target" && line.target) return "target";
    if ((name == "difference" || name == "change") && change_of(line)) return "difference";
    return {};
}

std::string_view kind_name(Block::Kind kind) {
    switch (kind) {
        case Block::Kind::heading: return "heading";
        case Block::Kind::subheading: return "subheading";
        case Block::Kind::paragraph: return "paragraph";
        case Block::Kind::figures: return "figures";
        case Block::Kind::targets: return "targets";
        case Block::Kind::months: return "months";
        case Block::Kind::progress: return "progress";
    }
    return "";
}

std::optional<Number> change_of(const FigureLine& line) {
    if (!line.value || !line.previous) return std::nullopt;
    return Number{line.value->units - line.previous->units, line.value->decimals};
}

std::optional<bool> holds(std::string_view condition, const FigureLine& line) {
    // Of a hidden value nothing is said but that it may be some.
    if (line.is_hidden && std::find(conditions().begin(), conditions().end(), condition) != conditions().end()) {
        return condition == "some" || condition == "many";
    }
    const auto units = line.value ? line.value->units : 0;
    const std::int64_t one = line.value && line.value->decimals == 2 ? 100 : 1;
    const auto by = change_of(line);
    if (condition == "none") return units == 0;
    if (condition == "some") return units != 0;
    if (condition == "one") return units == one;
    if (condition == "many") return units > one;
    if (condition == "more") return by && by->units > 0;
    if (condition == "less") return by && by->units < 0;
    if (condition == "same") return by && by->units == 0;
    if (condition == "met") return line.target && line.value && line.standing.met;
    if (condition == "missed") return line.target && line.value && !line.standing.met;
    return std::nullopt;
}

const std::vector<std::string>& conditions() {
    static const std::vector<std::string> all{"none", "one",  "some", "many",  "more",
                                              "less", "same", "met",  "missed"};
    return all;
}

unsigned list_number(const Catalogue& catalogue, const std::vector<List>& lists, const Figure& figure) {
    const auto* opened = figure.measure == Measure::percentage ? catalogue.figure(figure.part) : &figure;
    for (const auto& list : lists) {
        if (std::find(list.figures.begin(), list.figures.end(), opened) != list.figures.end()) {
            return list.number;
        }
    }
    return 0;
}

}  // namespace nennep::catalogue
