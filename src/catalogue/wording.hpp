// How a figure is put into words, alike in every form of a report and in every template.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/report.hpp"

namespace nennep::catalogue {

// 1.234, 92,31% or a dash where there is none.
std::string value_text(const std::optional<Number>& value, const Figure& figure, Language language);

// What stands in the place of a value that the reader may know only to be small.
inline constexpr std::string_view hidden_value = "<5";

class Wording {
public:
    Wording(const Catalogue& catalogue, Language language) : catalogue_(catalogue), language_(language) {}

    Language language() const { return language_; }
    std::string say(std::string_view key, const Arguments& shown = {}) const;
    std::string label(const Figure& figure) const;
    std::string unit(const Figure& figure) const;
    std::string value(const FigureLine& line) const;
    std::string previous(const FigureLine& line) const;
    // This year less the year before, with its sign: "+27", "−3", "0"; a dash where one is missing.
    std::string difference(const FigureLine& line) const;
    std::string target(const FigureLine& line) const;       // "≥ 300", or nothing
    std::string result(const FigureLine& line) const;       // "đạt", "còn thiếu 58", or nothing
    // 24/02/2020
    std::string day(Day on) const;
    // ngày 20 tháng 01 năm 2021 (rules.md §11.3); of none, with blanks: ngày … tháng … năm 2021
    std::string long_day(std::optional<Day> on, int year) const;
    // Số 12-BC/ĐUK, with a blank for a number that is not given yet.
    std::string number_and_symbol(const Letterhead& letterhead) const;
    std::string cell(const Cell& cell) const;
    // The name of a subject. Some begin with a closed list: "{value.mass_organisation_kind.women}" (`in_name`).
    std::string name(std::string_view label) const;
    // A value of an event as people read it, from its JSON: labels for closed lists, dates as here,
    // texts without quotes.
    std::string recorded(const std::string& json, const Choices* choices) const;
    // What lists tell of an event beside whom, where and when; see `shown_in_lists`.
    std::string particulars(const EventType& type, const void* event, const world::Directory& directory) const;
    // Under the report: by which tree, as known when, drawn from which entry of the journal.
    std::vector<std::string> remarks(const Report& report) const;

    // A part of a figure as templates name it after a colon: "", "previous", "difference", "change"
    // (the difference without its sign), "target", "result", "label", "unit", "annex" (the number
    // of its list). Nothing for a part that does not exist.
    std::optional<std::string> part(const FigureLine& line, std::string_view name) const;
    static const std::vector<std::string>& parts();
    // Which number of the figure such a part tells, "value", "previous", "target" or "difference"; empty
    // where it is a word, or where there is none to tell.
    static std::string_view number_told(const FigureLine& line, std::string_view name);

private:
    std::string number(Number value, const Figure& figure) const;

    const Catalogue& catalogue_;
    Language language_;
};

// As programs and templates name it: "heading", "figures" …
std::string_view kind_name(Block::Kind kind);

// This year less the year before; nothing where one is missing.
std::optional<Number> change_of(const FigureLine& line);

// What a template may ask of a figure before it says something: "none" (0, or no value), "one",
// "some" (not none), "many" (more than one), "more", "less", "same" (than the year before), "met",
// "missed" (its target). Nothing for a condition that does not exist.
std::optional<bool> holds(std::string_view condition, const FigureLine& line);
const std::vector<std::string>& conditions();

// The number in the annex of the list of a figure, or 0. A percentage is opened where what it
// counts is.
unsigned list_number(const Catalogue& catalogue, const std::vector<List>& lists, const Figure& figure);

}  // namespace nennep::catalogue
