// Committees, their seats, and the congresses that elect them.
#include <algorithm>

#include "sample/acts.hpp"

namespace nennep::sample {
namespace {

using Positions = std::vector<std::string_view>;

void add(Positions& positions, std::string_view position, int count) {
    for (; count > 0; --count) positions.push_back(position);
}

// rules.md §1.5: a standing committee is at most a third; a branch under nine has no committee.
Positions positions_of(const Organisation& one, int seats, int members) {
    Positions positions{"secretary"};
    if (one.kind == Kind::upper) {
        positions.push_back("standing_deputy_secretary");
        positions.push_back("deputy_secretary");
        add(positions, "standing_member", seats / 3 - 3);
        add(positions, "member", seats - seats / 3);
    } else if (one.kind == Kind::grassroots_party) {
        const int size = members < 60 ? 5 : members < 150 ? 7 : members < 300 ? 11 : 15;
        positions.push_back("deputy_secretary");
        if (size >= 9) add(positions, "standing_member", size / 3 - 2);
        add(positions, "member", size - static_cast<int>(positions.size()));
        positions.push_back("inspection_chair");
        add(positions, "inspection_member", 2);
    } else {
        if (members >= 5) positions.push_back("deputy_secretary");
        if (members >= 12) add(positions, "member", members < 30 ? 1 : 3);
    }
    return positions;
}

std::string_view prefix_of(Kind kind) {
    return kind == Kind::upper || kind == Kind::grassroots_party ? "BCH-" : "CU-";
}

// Those who can be elected; people in mid-career come first.
std::vector<PersonIndex> candidates(Bloc& bloc, OrganisationIndex within, Day on) {
    std::vector<PersonIndex> first, then;
    for (const auto branch : bloc.branches_of(within, on))
        for (const auto at : bloc.org(branch).members) {
            const auto& person = bloc.person(at);
            if (person.standing != Standing::full || !bloc.is_free(person, on) ||
                person.is_exempted)
                continue;
            const int years = on.year() - person.birth.year();
            (years >= 32 && years <= 55 && person.salary_vnd > 6'000'000 ? first : then)
                .push_back(at);
        }
    std::vector<PersonIndex> all;
    for (auto* list : {&first, &then})
        while (!list->empty()) {
            const auto at =
                static_cast<std::size_t>(bloc.draw.below(static_cast<int>(list->size())));
            all.push_back((*list)[at]);
            (*list)[at] = list->back();
            list->pop_back();
        }
    return all;
}

struct Term {
    Day from;
    Day to;
};

void elect(Bloc& bloc, OrganisationIndex index, Day on, Term term, const Positions& positions,
           std::string_view prefix, const std::string& congress) {
    auto& one = bloc.org(index);
    const auto list = candidates(bloc, index, on);
    const auto key = std::string{prefix} + one.key + "-" + std::to_string(term.from.year());
    std::string seats = "[";
    for (std::size_t i = 0; i < std::min(list.size(), positions.size()); ++i) {
        auto& person = bloc.person(list[i]);
        one.seats.push_back({list[i], positions[i]});
        ++person.seats;
        person.last = on;
        if (i > 0) seats += ',';
        seats += "{\"person\":";
        append_json(seats, person.key);
        seats += ",\"position\":";
        append_json(seats, positions[i]);
        seats += '}';
    }
    if (prefix != "UBKT-") one.committee = key;
    bloc.lines.say("committee.elected", key, on,
                   {{"organisation", one.key},
                    {"term_from", term.from},
                    {"term_to", term.to},
                    {"congress", congress},
                    {"seats", Json{seats + "]"}}});
}

void elect_usual(Bloc& bloc, OrganisationIndex index, Day on, Term term,
                 const std::string& congress) {
    bloc.end_committee(index);
    const int members = bloc.member_count(index, on);
    elect(bloc, index, on, term, positions_of(bloc.org(index), 0, members),
          prefix_of(bloc.org(index).kind), congress);
}

// An upper committee's inspection committee stands apart; its people are others here, for
// clearness.
void elect_upper(Bloc& bloc, OrganisationIndex index, Day on, Term term, int seats,
                 const std::string& congress) {
    bloc.end_committee(index);
    elect(bloc, index, on, term, positions_of(bloc.org(index), seats, 0), "BCH-", congress);
    Positions inspection{"inspection_chair", "inspection_deputy_chair"};
    add(inspection, "inspection_member", 5);
    elect(bloc, index, on.plus_days(1), term, inspection, "UBKT-", congress);
}

std::string say_congress(Bloc& bloc, OrganisationIndex index, Day on, int ordinal, Term term,
                         int called, int present) {
    const auto key = "DH-" + bloc.org(index).key + "-" + std::to_string(on.year());
    bloc.lines.say("congress.held", key, on,
                   {{"organisation", bloc.org(index).key},
                    {"ordinal", ordinal},
                    {"term_from", term.from},
                    {"term_to", term.to},
                    {"delegates_called", called},
                    {"delegates_present", present}});
    return key;
}

// A branch elects every second or third year, a grassroots organisation every fifth. With 200
// members and more, delegates meet.
void hold_congress(Bloc& bloc, OrganisationIndex index, Day on) {
    const auto& one = bloc.org(index);
    const int years = one.kind == Kind::branch ? 2 : 5;
    const int members = bloc.member_count(index, on);
    const int called = members < 200 ? members : 100 + members / 5;
    const Term term{on, on.plus_months(12 * years)};
    const int ordinal = (on.year() - one.founded.year()) / (one.kind == Kind::branch ? 3 : 5) + 1;
    const auto congress = say_congress(bloc, index, on, ordinal, term, called,
                                       called - bloc.draw.between(0, called / 25));
    elect_usual(bloc, index, on, term, congress);
}

}  // namespace

void elect_first_committees(Bloc& bloc) {
    const Day on = bloc.from.plus_days(2);
    const Term branch{*Day::of(2017, 10, 15), *Day::of(2020, 3, 31)};
    const Term grassroots{*Day::of(2015, 5, 20), *Day::of(2020, 6, 30)};
    for (const Table& table : bloc.scenario.tables("upper")) {
        const auto term = table.days("term");
        if (term.size() != 2) table.wrong("term", "[from, to] is wanted");
        elect_upper(bloc, bloc.named(table, "key"), on.plus_days(1), {term[0], term[1]},
                    table.number("committee"), "");
    }
    for (int at = 0; at < bloc.organisations_count(); ++at)
        if (bloc.org(at).kind != Kind::upper)
            elect_usual(bloc, at, on.plus_days(bloc.org(at).kind == Kind::branch ? 5 : 4),
                        bloc.org(at).kind == Kind::branch ? branch : grassroots, "");
}

void hold_congresses(Bloc& bloc, Month month) {
    const Day first = *Day::of(month.year, month.month, 2);
    const Table work = bloc.scenario.table("work");
    for (int at = 0; at < bloc.organisations_count(); ++at) {
        auto& one = bloc.org(at);
        if (!one.is_live || one.kind == Kind::upper) continue;
        const auto months =
            work.numbers(one.kind == Kind::branch ? "branch_congress_months" : "congress_months");
        const bool is_turn =
            months[static_cast<std::size_t>(at) % months.size()] == static_cast<int>(month.month);
        if (month.year == 2020 && is_turn && one.founded < first.plus_months(-6))
            hold_congress(bloc, at, bloc.draw.working_day(first, first.plus_days(23)));
        else if (one.committee.empty())  // newly founded or converted: appointed for its first term
            elect_usual(bloc, at, first.plus_days(24), {first.plus_days(24), *Day::of(2025, 6, 30)},
                        "");
    }
    const Table congress = bloc.scenario.table("formation").table("congress");
    if (const Day on = congress.day("on"); on.year() == month.year && on.month() == month.month) {
        const auto days = congress.days("term");
        if (days.size() != 2) congress.wrong("term", "[from, to] is wanted");
        const Term term{days[0], days[1]};
        const auto key = say_congress(bloc, bloc.formed, on, congress.number("ordinal"), term,
                                      congress.number("called"), congress.number("present"));
        elect_upper(bloc, bloc.formed, on, term, congress.number("committee"), key);
    }
}

void leave_seats(Bloc& bloc, PersonIndex who, Day on, std::string_view reason) {
    if (!bloc.person(who).is_seated()) return;
    for (int at = 0; at < bloc.organisations_count(); ++at) {
        auto& one = bloc.org(at);
        const auto seat = std::find_if(one.seats.begin(), one.seats.end(),
                                       [&](const Seat& its) { return its.person == who; });
        if (seat == one.seats.end()) continue;
        const auto position = seat->position;
        one.seats.erase(seat);
        --bloc.person(who).seats;
        // The inspection committee of an upper organisation has a key of its own.
        const bool is_apart = one.kind == Kind::upper && position.starts_with("inspection");
        const auto key = is_apart ? "UBKT-" + one.committee.substr(std::string_view{"BCH-"}.size())
                                  : one.committee;
        bloc.lines.say(
            "committee.seat_vacated", key, on,
            {{"person", bloc.person(who).key}, {"position", position}, {"reason", reason}});
        if (one.kind == Kind::upper || one.is_leaving) continue;
        const Day filled_on = on.plus_days(3);
        const auto next = bloc.full_member(at, filled_on, who);
        if (next == none || std::any_of(one.seats.begin(), one.seats.end(),
                                        [&](const Seat& its) { return its.person == next; }))
            continue;
        one.seats.push_back({next, position});
        ++bloc.person(next).seats;
        bloc.person(next).last = filled_on;
        bloc.lines.say("committee.seat_filled", key, filled_on,
                       {{"person", bloc.person(next).key}, {"position", position}});
    }
}

}  // namespace nennep::sample
