// People and their files: those in the books on the first day, prospects, and changed details.
#include <algorithm>

#include "sample/acts.hpp"

namespace nennep::sample {
namespace {

Day years_after(Day day, int years) { return day.plus_months(12 * years); }

std::string full_name(Bloc& bloc, bool is_female) {
    auto name = bloc.one_of("people", "surnames");
    name += " " + bloc.one_of("people", is_female ? "middle_female" : "middle_male");
    // "Thị Thu Thu" is nobody's name.
    for (;;) {
        const auto& given = bloc.one_of("people", is_female ? "given_female" : "given_male");
        if (name.ends_with(" " + given)) continue;
        return name + " " + given;
    }
}

// 1 % of it is the fee; rounded so that fees come out in whole thousands.
int salary_vnd(Bloc& bloc, int age_years) {
    static constexpr int rounded_to = 100'000;
    const Table fees = bloc.scenario.table("fees");
    const auto spread = fees.numbers("spread");
    if (spread.size() != 2 || spread[0] > spread[1])
        fees.wrong("spread", "[least, most] is wanted");
    const int usual = fees.number("start") + fees.number("yearly") * std::max(0, age_years - 22);
    const long long drawn =
        static_cast<long long>(usual) * bloc.draw.between(spread[0], spread[1]) / 100;
    return static_cast<int>(drawn / rounded_to * rounded_to);
}

// The first members of a branch are full ones of long standing, so that it can vote.
void register_member(Bloc& bloc, OrganisationIndex branch, int place_in_branch,
                     const Table& books) {
    const int kind = place_in_branch < 3 ? 500 : bloc.draw.below(1000);
    const bool is_probationary = kind < books.number("probationary");
    const bool is_recent =
        !is_probationary && kind < books.number("probationary") + books.number("recent");
    const bool is_works = bloc.org(branch).style == "works";
    const int oldest = is_probationary || is_recent ? 38 : is_works ? 57 : 59;
    int age_days = bloc.draw.between(365 * (is_probationary || is_recent ? 21 : 25), 365 * oldest);
    if (kind >= 988) age_days = bloc.draw.between(365 * 60, 365 * 68);
    const Day birth = bloc.from.plus_days(-age_days);
    const auto index = register_person(bloc, branch, birth, bloc.from, Origin::in_books);
    auto& who = bloc.person(index);

    if (is_probationary) {
        who.admitted = bloc.draw.working_day(bloc.from.plus_days(-405), bloc.from.plus_days(-10));
    } else if (is_recent) {
        who.admitted = bloc.draw.working_day(bloc.from.plus_days(-760), bloc.from.plus_days(-430));
        who.confirmed = who.admitted.plus_months(12).plus_days(bloc.draw.between(20, 50));
    } else {
        // Most were admitted about thirty: between two draws of 20 to 38 lies their day.
        const Day latest = std::min(bloc.from.plus_days(-800), years_after(birth, 38));
        const auto drawn = [&] { return bloc.draw.working_day(years_after(birth, 20), latest); };
        who.admitted = Day{(drawn().number() + drawn().number()) / 2};
        who.confirmed = who.admitted.plus_months(12).plus_days(bloc.draw.between(15, 60));
    }
    who.standing = is_probationary ? Standing::probationary : Standing::full;
    who.probation_from = who.admitted;
    who.joined = who.last = bloc.from;
    who.is_trained = true;
    who.has_card = !is_probationary && who.confirmed <= books.day("no_card_after");
    bloc.place(index, branch);

    const auto card = who.has_card ? new_card_number(bloc) : std::string{};
    bloc.lines.say("member.registered", who.key, bloc.from,
                   {{"branch", bloc.org(branch).key},
                    {"admitted_on", who.admitted},
                    is_probationary ? left_out : Field{"confirmed_on", who.confirmed},
                    {"card_number", card}});
}

}  // namespace

PersonIndex register_person(Bloc& bloc, OrganisationIndex branch, Day birth, Day on,
                            Origin origin) {
    const Table books = bloc.scenario.table("books");
    const bool is_female = bloc.draw.chance(books.number("women"));
    const int age_years = (on.number() - birth.number()) * 4 / 1461;
    const bool is_works = bloc.org(branch).style == "works";
    const std::string_view at = is_works ? "works" : "office";
    const bool is_old = age_years >= 55;
    const std::string group = "people";

    Person who;
    who.key = bloc.numbered(origin == Origin::prospect ? "QC" : "DV", 6);
    who.birth = birth;
    who.branch = origin == Origin::prospect ? branch : none;
    who.last = on;
    who.salary_vnd = salary_vnd(bloc, age_years);
    const Day union_on = years_after(birth, 15).plus_days(bloc.draw.between(60, 600));
    const auto occupation = is_old && age_years > 60
                                ? std::string{"Chuyên gia, cố vấn"}
                                : bloc.one_of(group, "occupation_" + std::string{at});
    // Below 30 few have studied political theory beyond the first level.
    auto theory =
        origin == Origin::prospect ? std::string{} : bloc.one_of(group, "political_theory");
    if (age_years < 30 && theory != "Sơ cấp") theory.clear();
    const auto home = bloc.one_of(group, "home_places");
    bloc.lines.say(
        "person.registered", who.key, on,
        {{"full_name", full_name(bloc, is_female)},
         {"gender", is_female ? "female" : "male"},
         {"birth_date", birth},
         {"organisation", bloc.org(branch).key},
         {"birth_place", bloc.draw.chance(700) ? home : bloc.one_of(group, "home_places")},
         {"home_place", home},
         {"residence", bloc.one_of(group, "residences")},
         {"ethnicity", bloc.one_of(group, "ethnicities")},
         {"religion", bloc.one_of(group, "religions")},
         {"occupation", occupation},
         {"education", bloc.one_of(group, "education")},
         {"professional", bloc.one_of(group, "professional_" + std::string{at})},
         {"political_theory", theory},
         {"youth_union_on", union_on}});
    bloc.people.push_back(std::move(who));
    return bloc.people_count() - 1;
}

void register_members(Bloc& bloc) {
    const Table books = bloc.scenario.table("books");
    for (int branch = 0; branch < bloc.organisations_count(); ++branch)
        if (bloc.org(branch).has_members())
            for (int n = 0, count = bloc.counters.at(bloc.org(branch).key); n < count; ++n)
                register_member(bloc, branch, n, books);
}

// Registered on some day from `on` to `last_on`, and soon after recognised by the branch.
PersonIndex make_prospect(Bloc& bloc, OrganisationIndex branch, Day on, Day last_on) {
    const Day registered = bloc.draw.working_day(on, last_on);
    const Day birth = registered.plus_days(
        -bloc.draw.between(365 * 20, std::max(365 * 30, bloc.draw.between(365 * 28, 365 * 46))));
    const auto index = register_person(bloc, branch, birth, registered, Origin::prospect);
    const auto helper = bloc.full_member(branch, registered);
    bloc.lines.say("person.became_prospect", bloc.person(index).key, registered,
                   {{"branch", bloc.org(branch).key},
                    {"helper", helper == none ? "" : bloc.person(helper).key}});
    return index;
}

void register_prospects(Bloc& bloc) {
    for (int n = bloc.scenario.table("books").number("prospects"); n > 0; --n) {
        const auto near = bloc.somebody([&](const Person& person) {
            return person.is_member() && !bloc.org(person.branch).is_leaving;
        });
        const auto branch = bloc.person(near).branch;
        const Day on = bloc.from.plus_days(1);
        bloc.person(make_prospect(bloc, branch, on, on)).is_trained = true;
    }
}

void change_details(Bloc& bloc, Half& half) {
    half.each("details_changed", [&] {
        const Day on = bloc.draw.working_day(half.first, half.last);
        const auto who =
            bloc.somebody([&](const Person& person) { return bloc.is_free(person, on); });
        const int which = bloc.draw.below(3);
        const std::string field = which == 0   ? "political_theory"
                                  : which == 1 ? "residence"
                                               : "professional";
        const std::string value = which == 0   ? "Trung cấp"
                                  : which == 1 ? bloc.one_of("people", "residences")
                                               : "Thạc sĩ";
        bloc.lines.say("person.details_changed", bloc.person(who).key, on, {{field, value}});
        bloc.person(who).last = on;
        return true;
    });
}

}  // namespace nennep::sample
