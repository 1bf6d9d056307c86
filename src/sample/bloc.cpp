#include "sample/bloc.hpp"

#include <stdexcept>
#include <utility>

namespace nennep::sample {

Year::Year(const Table& year, const Table& rhythm)
    : number(year.number("year")), months(year.number("months")), table(year), rhythm_(rhythm) {
    if (months < 1 || months > 12) table.wrong("months", "1 to 12 are wanted");
}

Year::Acts& Year::acts(const std::string& what) {
    if (const auto found = acts_.find(what); found != acts_.end()) return found->second;
    const auto dot = what.find('.');  // inspections.inspection: a kind not named is not played
    const int left = dot == what.npos
                         ? table.number(what)
                         : table.table(what.substr(0, dot)).number_or(what.substr(dot + 1), 0);
    auto weights = rhythm_.has(what) ? rhythm_.numbers(what) : std::vector<int>(12, 1);
    if (weights.size() != 12) rhythm_.wrong(what, "twelve months are wanted");
    return acts_.emplace(what, Acts{left, std::move(weights)}).first->second;
}

// The share of this half in what is left for this half and all later ones: so it comes out exact,
// and what could not be played in one half moves to the next ones.
int Year::due(const std::string& what, int half) {
    const Acts& its = acts(what);
    const int halves = 2 * months;
    if (half + 1 == halves) return its.left;
    const auto weight = [&its](int of_half) {
        return its.weights[static_cast<std::size_t>(of_half / 2)];
    };
    int rest = 0;
    for (int later = half; later < halves; ++later) rest += weight(later);
    return rest == 0 ? 0 : (its.left * weight(half) + rest / 2) / rest;
}

void Year::close() const {
    for (const auto& [what, acts] : acts_)
        if (acts.left != 0)
            table.wrong(what, std::to_string(acts.left) + " could not be played: nobody was due");
}

namespace {

std::vector<Period> holidays(const Table& scenario) {
    std::vector<Period> all;
    for (const Table& table : scenario.tables("holidays"))
        all.push_back({table.day("from"), table.day("to")});
    return all;
}

}  // namespace

Bloc::Bloc(Table scenario_, Table names_, Lines::Sink sink)
    : scenario(std::move(scenario_)),
      names(std::move(names_)),
      draw(static_cast<std::uint64_t>(scenario.number("seed")), holidays(scenario)),
      lines(std::move(sink)),
      from(scenario.day("from")),
      until(scenario.day("to")),
      formed_on(scenario.table("formation").day("on")) {}

OrganisationIndex Bloc::add(Organisation organisation) {
    const int index = organisations_count();
    if (!by_key.emplace(organisation.key, index).second)
        throw std::runtime_error("two organisations have the key " + organisation.key);
    organisations.push_back(std::move(organisation));
    return index;
}

OrganisationIndex Bloc::named(const Table& table, std::string_view key) const {
    const auto found = by_key.find(table.text(key));
    if (found == by_key.end()) table.wrong(key, "there is no organisation " + table.text(key));
    if (!organisations[static_cast<std::size_t>(found->second)].is_live)
        table.wrong(key, "it is no more: " + table.text(key));
    return found->second;
}

OrganisationIndex Bloc::grassroots_of(OrganisationIndex index) const {
    const auto& organisation = organisations[static_cast<std::size_t>(index)];
    return organisation.kind == Kind::branch ? organisation.parent : index;
}

OrganisationIndex Bloc::upper_of(OrganisationIndex index, Day on) const {
    if (on >= formed_on) return formed;
    while (organisations[static_cast<std::size_t>(index)].kind != Kind::upper)
        index = organisations[static_cast<std::size_t>(index)].parent;
    return index;
}

std::vector<OrganisationIndex> Bloc::live_grassroots() const {
    std::vector<OrganisationIndex> all;
    for (int at = 0; at < organisations_count(); ++at) {
        const auto& organisation = organisations[static_cast<std::size_t>(at)];
        if (organisation.is_live && organisation.is_grassroots()) all.push_back(at);
    }
    return all;
}

std::vector<OrganisationIndex> Bloc::uppers(Day on) const {
    if (on >= formed_on) return {formed};
    std::vector<OrganisationIndex> all;
    for (int at = 0; at < organisations_count(); ++at)
        if (organisations[static_cast<std::size_t>(at)].kind == Kind::upper && at != formed)
            all.push_back(at);
    return all;
}

const Choice& Bloc::choice(std::string_view group, std::string_view list) {
    std::string key{group};
    key.append(".").append(list);
    auto found = choices.find(key);
    if (found == choices.end()) found = choices.emplace(key, names.table(group).choice(list)).first;
    return found->second;
}

std::string Bloc::numbered(std::string_view prefix, int digits) {
    auto number = std::to_string(next(prefix));
    const auto missing = static_cast<std::size_t>(digits) -
                         std::min(number.size(), static_cast<std::size_t>(digits));
    return std::string{prefix} + std::string(missing, '0') + number;
}

Authority Bloc::decision(OrganisationIndex by, Day on) {
    auto& organisation = org(by);
    std::string issuer = organisation.kind == Kind::upper
                             ? (on >= formed_on ? "Ban Thường vụ Đảng ủy Khối"
                                                : "Ban Thường vụ Đảng ủy " + organisation.unit)
                         : organisation.kind == Kind::grassroots_party
                             ? "Đảng ủy " + organisation.unit
                             : "Chi ủy " + organisation.unit;
    return {std::to_string(++organisation.decisions) + "-QĐ/" + organisation.symbol, on,
            std::move(issuer)};
}

std::vector<OrganisationIndex> Bloc::branches_of(OrganisationIndex within, Day on) const {
    const auto is_upper = organisations[static_cast<std::size_t>(within)].kind == Kind::upper;
    std::vector<OrganisationIndex> all;
    for (int at = 0; at < organisations_count(); ++at) {
        const auto& one = organisations[static_cast<std::size_t>(at)];
        if (!one.is_live || !one.has_members()) continue;
        if (at == within || (is_upper ? upper_of(at, on) : one.parent) == within) all.push_back(at);
    }
    return all;
}

int Bloc::member_count(OrganisationIndex within, Day on) const {
    std::size_t count = 0;
    for (const auto branch : branches_of(within, on))
        count += organisations[static_cast<std::size_t>(branch)].members.size();
    return static_cast<int>(count);
}

PersonIndex Bloc::full_member(OrganisationIndex within, Day on, PersonIndex not_this) {
    std::vector<PersonIndex> candidates;
    for (const auto branch : branches_of(within, on))
        for (const PersonIndex at : org(branch).members)
            if (const auto& one = person(at); at != not_this && one.standing == Standing::full &&
                                              is_free(one, on) && !one.is_exempted)
                candidates.push_back(at);
    return candidates.empty() ? none : draw.one_of(candidates);
}

void Bloc::end_committee(OrganisationIndex index) {
    for (const Seat& seat : org(index).seats) --person(seat.person).seats;
    org(index).seats.clear();
    org(index).committee.clear();
}

void Bloc::place(PersonIndex index, OrganisationIndex branch) {
    auto& who = person(index);
    if (who.branch != none) std::erase(org(who.branch).members, index);
    who.branch = branch;
    if (branch != none) org(branch).members.push_back(index);
}

}  // namespace nennep::sample
