#include "domain/congress/register.hpp"

namespace nennep::congress {
namespace {

std::string named(const TermEdge& edge) {
    return edge.day ? edge.day->vietnamese() : std::to_string(edge.year);
}

}  // namespace

namespace {

template <class Held>
std::int64_t from_year(const Held& held) {
    return held.term_from.year;
}
template <class Held>
std::int64_t to_year(const Held& held) {
    return held.term_to.year;
}
std::int64_t seats_held(const Committee& committee) { return static_cast<std::int64_t>(committee.seats.size()); }

}  // namespace

catalogue::SubjectType congresses() {
    using catalogue::trait;
    return catalogue::subject<Congress>(congress_type)
        .listed_as("congresses")
        .knows(trait<&Congress::held_on>("held_on"), trait<&Congress::ordinal>("ordinal"),
               trait<&from_year<Congress>>("term_from"), trait<&to_year<Congress>>("term_to"),
               trait<&Congress::delegates_called>("delegates_called"),
               trait<&Congress::delegates_present>("delegates_present"));
}

catalogue::SubjectType committees() {
    using catalogue::trait;
    return catalogue::subject<Committee>(committee_type)
        .listed_as("committees")
        .knows(trait<&from_year<Committee>>("term_from"), trait<&to_year<Committee>>("term_to"),
               trait<&seats_held>("seats_held"));
}

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
