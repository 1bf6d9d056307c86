#include "domain/congress/register.hpp"

namespace nennep::congress {
namespace {

std::string named(const TermEdge& edge) {
    return edge.day ? edge.day->vietnamese() : std::to_string(edge.year);
}

}  // namespace

void describe(const Congress& congress, catalogue::Portrait& portrait) {
    portrait.label = congress.label;
}

void describe(const Committee& committee, catalogue::Portrait& portrait) {
    portrait.label = committee.label;
}

std::string term_label(const TermEdge& from, const TermEdge& to) {
    return std::to_string(from.year) + "–" + std::to_string(to.year);
}

Folded must_be_a_term(const TermEdge& from, const TermEdge& to) {
    bool is_after = from.year < to.year;
    if (from.year == to.year && (from.day || to.day)) {
        is_after = !from.day || !to.day || *from.day < *to.day;
    }
    if (is_after) return folded;
    return Violation{"term.ends_before_it_begins", "data.term_to",
                     {{"from", named(from)}, {"to", named(to)}}};
}

std::string roman(std::int64_t number) {
    constexpr std::pair<std::int64_t, const char*> signs[] = {
        {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"},
        {9, "IX"},  {5, "V"},   {4, "IV"}, {1, "I"}};
    constexpr std::int64_t highest = 399;   // beyond it the numeral is longer than it is clear
    if (number < 1 || number > highest) return std::to_string(number);
    std::string numeral;
    for (const auto& [value, sign] : signs) {
        for (; number >= value; number -= value) numeral += sign;
    }
    return numeral;
}

}  // namespace nennep::congress
