// The bloc committee while it is being played: its tree, its people, and what is still to do.
//
// Months are played in halves: acts of reorganisation on the 1st, acts on people from the 2nd to
// the 12th and from the 13th to the 25th, and what counts heads (fees, meetings, ratings) after
// that. Inside a half, days are drawn freely; `Person::last` keeps each person's acts in order,
// and only somebody whose last act lies before a day may take part in anything on that day.
#pragma once
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "sample/draw.hpp"
#include "sample/lines.hpp"
#include "sample/table.hpp"

namespace nennep::sample {

enum class Kind { upper, grassroots_party, grassroots_branch, branch };
enum class Standing { prospect, probationary, full, gone };

// People and organisations are known by their place in the bloc's lists.
using PersonIndex = int;
using OrganisationIndex = int;
constexpr int none = -1;

struct Person {
    std::string key{};
    Day birth;
    OrganisationIndex branch = none;
    Standing standing = Standing::prospect;
    Day joined;  // in these books as a member since
    Day admitted;
    Day probation_from;  // the ceremony
    Day confirmed;
    Day last;                            // the last day something happened to them
    OrganisationIndex to_branch = none;  // introduced there, not yet received
    int salary_vnd = 0;
    int evaluated_year = 0;
    int disciplined_year = 0;
    bool is_trained = false;  // awareness class
    bool is_taught = false;   // new-member class
    bool has_card = false;
    bool is_exempted = false;
    int seats = 0;  // in committees

    bool is_member() const {
        return standing == Standing::probationary || standing == Standing::full;
    }
    bool is_seated() const { return seats > 0; }
};

struct Seat {
    PersonIndex person;
    std::string_view position;
};

struct Organisation {
    std::string key{};
    std::string name{};
    std::string unit{};  // the name without "Đảng bộ", "Chi bộ"
    Kind kind = Kind::branch;
    std::string sector{};
    std::string style{};
    OrganisationIndex parent = none;
    Day founded;
    std::string symbol{};  // of its documents
    int decisions = 0;     // numbered so far
    bool is_live = true;
    bool is_leaving = false;  // a reorganisation will take it away: nobody moves in or out before
    bool is_disciplined = false;
    std::vector<PersonIndex> members{};
    std::string committee{};  // key
    std::vector<Seat> seats{};
    Day decides{};  // on the year's ratings of its members

    bool has_members() const { return kind == Kind::branch || kind == Kind::grassroots_branch; }
    bool is_grassroots() const {
        return kind == Kind::grassroots_party || kind == Kind::grassroots_branch;
    }
};

// How often each act is still to be played in a year, spread over half-months by a rhythm.
class Year {
public:
    Year(const Table& table, const Table& rhythm);

    int number;
    int months;
    Table table;

    int due(const std::string& what, int half);
    void done(const std::string& what) { --acts(what).left; }
    void close() const;  // throws if something could not be played

private:
    struct Acts {
        int left;
        std::vector<int> weights;  // of the twelve months
    };
    Acts& acts(const std::string& what);  // reads them when first asked for

    Table rhythm_;
    std::map<std::string, Acts> acts_;
};

struct Half {
    Year& year;
    int number;  // 0 … 23
    Day first;
    Day last;
    Day sitting;  // of the standing committees: their decisions bear this date

    // Plays what is due of `what`; an act that cannot be played is left for a later half.
    template <class Act>
    void each(const std::string& what, Act act) {
        for (int n = year.due(what, number); n > 0 && act(); --n) year.done(what);
    }
};

struct Bloc {
    Bloc(Table scenario, Table names, Lines::Sink sink);

    Table scenario;
    Table names;
    Draw draw;
    Lines lines;
    Day from;
    Day until;
    Day formed_on;  // the two earlier committees become one
    OrganisationIndex formed = none;
    std::vector<Organisation> organisations;
    std::map<std::string, OrganisationIndex, std::less<>> by_key;
    std::vector<Person> people;
    std::map<std::string, Choice, std::less<>> choices;  // of names, read once
    std::map<std::string, int, std::less<>> counters;

    Organisation& org(OrganisationIndex index) {
        return organisations[static_cast<std::size_t>(index)];
    }
    Person& person(PersonIndex index) { return people[static_cast<std::size_t>(index)]; }
    int people_count() const { return static_cast<int>(people.size()); }
    int organisations_count() const { return static_cast<int>(organisations.size()); }

    OrganisationIndex add(Organisation organisation);
    // The organisation a key in `table` names; it must be live.
    OrganisationIndex named(const Table& table, std::string_view key) const;
    OrganisationIndex grassroots_of(OrganisationIndex index) const;
    OrganisationIndex upper_of(OrganisationIndex index, Day on) const;
    std::vector<OrganisationIndex> live_grassroots() const;
    std::vector<OrganisationIndex> uppers(Day on) const;

    const Choice& choice(std::string_view group, std::string_view list);
    const std::string& one_of(std::string_view group, std::string_view list) {
        return draw.one_of(choice(group, list));
    }
    int next(std::string_view counter) { return ++counters[std::string{counter}]; }
    std::string numbered(std::string_view prefix, int digits);  // prefix0001, prefix0002, …
    Authority decision(OrganisationIndex by, Day on);

    // A member to whom nothing has happened on `on` or later, and who is not on the way.
    bool is_free(const Person& person, Day on) const {
        return person.is_member() && person.to_branch == none && person.last < on;
    }
    bool may_move(const Person& person, Day on) {
        return is_free(person, on) && !org(person.branch).is_leaving;
    }
    // Somebody, or `none`, for whom `fits` holds.
    template <class Fits>
    PersonIndex somebody(Fits fits);
    // All for whom `fits` holds, in the order of registration.
    template <class Fits>
    std::vector<PersonIndex> everybody(Fits fits) const;
    // A full member of the organisation (of any of its branches), other than `not_this`.
    PersonIndex full_member(OrganisationIndex within, Day on, PersonIndex not_this = none);

    // All live branches of the organisation, or itself if it is one.
    std::vector<OrganisationIndex> branches_of(OrganisationIndex within, Day on) const;
    int member_count(OrganisationIndex within, Day on) const;
    void end_committee(OrganisationIndex index);
    void place(PersonIndex index, OrganisationIndex branch);  // in the branch's list, and its own
};

template <class Fits>
PersonIndex Bloc::somebody(Fits fits) {
    for (int tries = 0; tries < 100; ++tries)
        if (const int at = draw.below(people_count()); fits(person(at))) return at;
    const int start = draw.below(people_count());
    for (int step = 0; step < people_count(); ++step)
        if (const int at = (start + step) % people_count(); fits(person(at))) return at;
    return none;
}

template <class Fits>
std::vector<PersonIndex> Bloc::everybody(Fits fits) const {
    std::vector<PersonIndex> all;
    for (int at = 0; at < people_count(); ++at)
        if (fits(people[static_cast<std::size_t>(at)])) all.push_back(at);
    return all;
}

}  // namespace nennep::sample
