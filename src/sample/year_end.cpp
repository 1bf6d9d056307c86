// What counts heads at the end of a month or year: fees, badges, ratings, commendations.
#include <algorithm>
#include <array>

#include "sample/acts.hpp"

namespace nennep::sample {
namespace {

constexpr std::array<std::string_view, 4> ratings{"excellent", "good", "completed",
                                                  "not_completed"};

std::vector<int> summed(std::vector<int> weights) {
    for (std::size_t i = 1; i < weights.size(); ++i) weights[i] += weights[i - 1];
    return weights;
}

// The ratings of one organisation's people; how many may be excellent depends on them.
struct Tally {
    std::array<int, 4> by_rating{};
    int total = 0;

    // "Excellent" is capped at 20 % of those rated good (rules.md EVA-4, the literal reading).
    std::size_t add(std::size_t rating, int cap_per_good = 5) {
        if (rating == 0 && cap_per_good * (by_rating[0] + 1) > by_rating[1]) rating = 1;
        ++by_rating[rating];
        ++total;
        return rating;
    }
    // Without it a collective is not excellent (EVA-6).
    bool is_sound() const {
        return by_rating[3] == 0 && 100 * (by_rating[0] + by_rating[1]) >= 80 * total;
    }
};

bool is_rated(const Person& person, int year) {
    return person.is_member() && !person.is_exempted && person.evaluated_year != year &&
           person.admitted <= *Day::of(year, 6, 30) && person.joined <= *Day::of(year, 12, 31);
}

void say_rated(Bloc& bloc, std::string_view type, const std::string& key, Day on,
               const Authority& authority, int year, std::size_t rating) {
    bloc.lines.say(type, key, on, authority, {{"year", year}, {"rating", ratings[rating]}});
}

// One grassroots organisation rates its members, then its branches.
void rate_people(Bloc& bloc, OrganisationIndex index, int year, Day on,
                 const std::vector<int>& people, const std::vector<int>& collectives) {
    const auto authority = bloc.decision(index, on);
    Tally all, branches;
    for (const auto branch : bloc.branches_of(index, on)) {
        Tally tally;
        for (const auto at : bloc.org(branch).members) {
            auto& who = bloc.person(at);
            if (!is_rated(who, year)) continue;
            const auto rating = all.add(who.disciplined_year == year ? 3 : bloc.draw.index(people));
            tally.add(rating, 0);
            say_rated(bloc, "member.evaluated", who.key, std::max(on, who.last.plus_days(1)),
                      authority, year, rating);
            who.evaluated_year = year;
            if (rating == 0 && bloc.draw.chance(160))
                bloc.lines.say("member.commended", who.key, std::max(on, who.last.plus_days(1)),
                               authority,
                               {{"form", "certificate_of_commendation"},
                                {"title", bloc.one_of("work", "titles")}});
        }
        if (branch == index || bloc.org(branch).founded > *Day::of(year, 6, 30)) continue;
        auto rating = bloc.draw.index(collectives);
        if (rating == 0 && !tally.is_sound()) rating = 1;
        say_rated(bloc, "organisation.evaluated", bloc.org(branch).key, on, authority, year,
                  branches.add(rating));
    }
}

// The upper committee decides on all grassroots organisations in one sitting of January.
void rate_grassroots(Bloc& bloc, int year, Day on, const std::vector<int>& collectives) {
    std::map<OrganisationIndex, Authority> decisions;
    Tally tally;
    for (const auto index : bloc.live_grassroots()) {
        auto& one = bloc.org(index);
        if (one.founded > *Day::of(year, 6, 30)) continue;
        const auto by = bloc.upper_of(index, on);
        if (!decisions.contains(by)) decisions[by] = bloc.decision(by, on);
        const auto rating = tally.add(one.is_disciplined ? 3 : bloc.draw.index(collectives));
        one.is_disciplined = false;
        say_rated(bloc, "organisation.evaluated", one.key, on, decisions[by], year, rating);
        if (rating == 0)
            bloc.lines.say("organisation.commended", one.key, on.plus_days(7), decisions[by],
                           {{"form", bloc.draw.chance(800) ? "certificate_of_commendation"
                                                           : "certificate_of_merit"},
                            {"title", "Hoàn thành xuất sắc nhiệm vụ năm " + std::to_string(year)}});
    }
    for (const auto upper : bloc.uppers(on))
        say_rated(bloc, "organisation.evaluated", bloc.org(upper).key, on.plus_days(15),
                  {std::to_string(bloc.next("province") * 31 + 1800) + "-QĐ/TU", on.plus_days(15),
                   "Ban Thường vụ Tỉnh ủy"},
                  year, 1);
}

void rate_mass_organisations(Bloc& bloc, int year, Day on) {
    for (const auto index : bloc.live_grassroots())
        for (const std::string kind : {"trade_union", "youth_union", "veterans", "women"}) {
            const auto found = bloc.counters.find("mass " + kind + bloc.org(index).key);
            if (found == bloc.counters.end()) continue;
            found->second += bloc.draw.between(-2, 3);
            const auto rating = bloc.draw.index({22, 88, 99, 100});
            bloc.lines.say("mass_organisation.evaluated", kind + "-" + bloc.org(index).key, on,
                           {{"year", year},
                            {"rating", ratings[rating]},
                            {"members", std::max(3, found->second)}});
        }
}

}  // namespace

void collect_fees(Bloc& bloc, Month month) {
    const Table fees = bloc.scenario.table("fees");
    const int unpaid = fees.number("unpaid");
    const Day first = *Day::of(month.year, month.month, 26);
    const int raise = first >= fees.day("raised_on") ? fees.number("raise") : 0;
    const auto paid_for = month.iso();
    for (const auto& who : bloc.people) {
        if (!who.is_member()) continue;
        const Day on = first.plus_days(bloc.draw.below(3));
        if (who.last > on || bloc.draw.chance(unpaid)) continue;
        const auto fee_vnd =
            static_cast<long long>(who.salary_vnd) / 1000 * (1000 + raise) / 100 / 500 * 500;
        bloc.lines.say("member.fee_paid", who.key, on,
                       {{"month", paid_for}, {"amount_vnd", fee_vnd}});
    }
}

// Four rounds a year; whoever has reached the years since the round before receives the badge.
void award_badges(Bloc& bloc, Month month) {
    static constexpr std::array<std::array<unsigned, 3>, 4> rounds{
        {{2, 3, 88}, {5, 19, 105}, {9, 2, 106}, {11, 7, 66}}};
    static constexpr std::array badges{30, 40, 45, 50, 55, 60};
    for (const auto& [in_month, day, since_days] : rounds) {
        if (in_month != month.month) continue;
        const Day round = *Day::of(month.year, in_month, day);
        const Authority authority{std::to_string(bloc.next("province") * 31 + 1800) + "-QĐ/TU",
                                  round, "Ban Thường vụ Tỉnh ủy"};
        for (auto& who : bloc.people)
            for (const int years : badges) {
                const Day reached = who.admitted.plus_months(12 * years);
                if (who.standing != Standing::full || reached > round ||
                    reached <= round.plus_days(-static_cast<int>(since_days)))
                    continue;
                const Day on = std::max(round, who.last.plus_days(1));
                bloc.lines.say("member.badge_awarded", who.key, on, authority, {{"years", years}});
                who.last = on;
            }
    }
}

// Members and branches from December on; grassroots organisations in January. What is decided then
// still follows the weights of the year rated.
void rate(Bloc& bloc, Month month) {
    if (month.month != 12 && month.month != 1) return;
    const int rated_year = month.month == 12 ? month.year : month.year - 1;
    const auto years = bloc.scenario.tables("years");
    const auto year = std::find_if(years.begin(), years.end(), [&](const Table& table) {
        return table.number("year") == rated_year;
    });
    if (year == years.end()) return;
    const auto people = summed(year->numbers("members_rated"));
    const auto collectives = summed(year->numbers("organisations_rated"));
    if (people.size() != 4 || collectives.size() != 4)
        year->wrong("members_rated", "four weights are wanted, as in organisations_rated");
    if (month.month == 12)
        for (const auto index : bloc.live_grassroots())
            bloc.org(index).decides =
                bloc.draw.working_day(*Day::of(rated_year, 12, 9), *Day::of(rated_year + 1, 1, 10));
    for (const auto index : bloc.live_grassroots())
        if (const Day on = bloc.org(index).decides;
            on.month() == month.month && on.year() == month.year)
            rate_people(bloc, index, rated_year, on, people, collectives);
    if (month.month == 1) {
        const Day sitting =
            bloc.draw.working_day(*Day::of(month.year, 1, 11), *Day::of(month.year, 1, 15));
        rate_grassroots(bloc, rated_year, sitting, collectives);
        rate_mass_organisations(bloc, rated_year, sitting.plus_days(-3));
    }
}

}  // namespace nennep::sample
