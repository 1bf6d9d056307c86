// Transfers, newcomers, departures, exemption and discipline.
#include <algorithm>

#include "sample/acts.hpp"

namespace nennep::sample {
namespace {

constexpr std::string_view letter = "GTSHĐ";  // of introduction

Authority introduction(Bloc& bloc, OrganisationIndex from, Day on) {
    const auto& upper = bloc.org(bloc.upper_of(from, on));
    return {std::to_string(bloc.next("letters " + upper.key)) + "-" + std::string{letter} + "/" +
                upper.symbol,
            on, "Đảng ủy " + upper.unit};
}

void say_introduced(Bloc& bloc, PersonIndex index, Day on, OrganisationIndex to,
                    const std::string& outside, std::string_view kind) {
    const auto& who = bloc.person(index);
    bloc.lines.say("member.transfer_introduced", who.key, on, introduction(bloc, who.branch, on),
                   {{"to_branch", to == none ? std::string{} : bloc.org(to).key},
                    {"to_external", outside},
                    {"kind", kind}});
    bloc.person(index).last = on;
}

void receive(Bloc& bloc, PersonIndex index, OrganisationIndex to, Day on) {
    leave_seats(bloc, index, on, "Chuyển sinh hoạt Đảng");
    auto& who = bloc.person(index);
    bloc.place(index, to);
    who.to_branch = none;
    who.last = on;
    bloc.lines.say("member.transfer_received", who.key, on, {{"branch", bloc.org(to).key}});
}

void receive_introduced(Bloc& bloc, Half& half) {
    const auto waiting = bloc.everybody([&](const Person& person) {
        return person.to_branch != none && person.last.plus_days(9) < half.first;
    });
    for (const auto index : waiting)
        if (bloc.draw.chance(750))
            receive(bloc, index, bloc.person(index).to_branch,
                    bloc.draw.working_day(half.first, half.last));
}

// More often than not inside the same grassroots organisation, where it has other branches.
OrganisationIndex another_branch(Bloc& bloc, OrganisationIndex than, Day on) {
    const bool is_near = bloc.org(than).kind == Kind::branch && bloc.draw.chance(550);
    const auto there = bloc.somebody([&](const Person& person) {
        return person.is_member() && person.branch != than && !bloc.org(person.branch).is_leaving &&
               bloc.org(person.branch).founded < on &&
               (!is_near || bloc.grassroots_of(person.branch) == bloc.grassroots_of(than));
    });
    return there == none ? none : bloc.person(there).branch;
}

void go(Bloc& bloc, PersonIndex index, Day on, std::string_view reason) {
    leave_seats(bloc, index, on, reason);
    auto& who = bloc.person(index);
    bloc.place(index, none);
    who.standing = Standing::gone;
    who.last = on;
}

void receive_newcomer(Bloc& bloc, Half& half, bool is_probationary, bool has_card) {
    const Day on = bloc.draw.working_day(half.first, half.last);
    const auto near =
        bloc.somebody([&](const Person& person) { return bloc.may_move(person, on); });
    const auto branch = bloc.person(near).branch;
    const int age_days = bloc.draw.between(365 * 25, 365 * (is_probationary ? 34 : 50));
    const Day birth = on.plus_days(-age_days);
    const auto index = register_person(bloc, branch, birth, on, Origin::outside);
    auto& who = bloc.person(index);
    who.standing = is_probationary ? Standing::probationary : Standing::full;
    who.joined = who.last = on;
    who.is_trained = true;
    who.has_card = has_card;
    who.admitted = is_probationary ? bloc.draw.working_day(on.plus_days(-330), on.plus_days(-60))
                   : has_card
                       ? bloc.draw.working_day(birth.plus_months(12 * 21), on.plus_days(-900))
                       : bloc.draw.working_day(on.plus_days(-560), on.plus_days(-440));
    who.probation_from = who.admitted;
    who.confirmed = who.admitted.plus_months(12).plus_days(30);
    bloc.place(index, branch);
    const auto& from = bloc.one_of("people", "outside");
    const auto card = has_card ? new_card_number(bloc) : std::string{};
    bloc.lines.say("member.transfer_received", who.key, on,
                   {{"branch", bloc.org(branch).key},
                    {"from_external", from},
                    {"admitted_on", who.admitted},
                    is_probationary ? left_out : Field{"confirmed_on", who.confirmed},
                    {"card_number", card}});
}

void say_exempted(Bloc& bloc, PersonIndex index, Day on) {
    auto& who = bloc.person(index);
    // Without an end for age; with one for a long treatment or a birth.
    const bool is_for_age = who.birth.plus_months(12 * 56) < on;
    const auto until = is_for_age ? std::string{} : on.plus_months(bloc.draw.between(6, 12)).iso();
    bloc.lines.say("member.exempted", who.key, on,
                   bloc.decision(bloc.grassroots_of(who.branch), on), {{"until", until}});
    who.is_exempted = true;
    who.last = on;
}

PersonIndex exemptible(Bloc& bloc, Day on) {
    const bool is_old = bloc.draw.chance(600);
    return bloc.somebody([&](const Person& person) {
        return bloc.is_free(person, on) && person.standing == Standing::full &&
               !person.is_exempted && !person.is_seated() &&
               (person.birth.plus_months(12 * 56) < on) == is_old;
    });
}

void say_disciplined(Bloc& bloc, PersonIndex index, Day on, std::string_view form) {
    auto& who = bloc.person(index);
    const bool is_heavy = form == "removal_from_post";
    const auto by = is_heavy ? bloc.upper_of(who.branch, on) : bloc.grassroots_of(who.branch);
    bloc.lines.say("member.disciplined", who.key, on, bloc.decision(by, on),
                   {{"form", form}, {"grounds", bloc.one_of("work", "grounds")}});
    if (is_heavy) leave_seats(bloc, index, on, "Bị kỷ luật cách chức");
    bloc.person(index).last = on;
    bloc.person(index).disciplined_year = on.year();
}

void discipline_organisations(Bloc& bloc, Half& half) {
    half.each("organisations_disciplined", [&] {
        const Day on = half.sitting;
        const auto all = bloc.live_grassroots();
        const auto index = bloc.draw.one_of(all);
        auto& one = bloc.org(index);
        if (one.is_disciplined || one.founded.plus_months(24) > on) return false;
        bloc.lines.say("organisation.disciplined", one.key, on,
                       bloc.decision(bloc.upper_of(index, on), on),
                       {{"form", "reprimand"}, {"grounds", bloc.one_of("work", "grounds")}});
        one.is_disciplined = true;
        return true;
    });
}

}  // namespace

void transfer_at_once(Bloc& bloc, Year& year, PersonIndex who, OrganisationIndex to, Day on) {
    say_introduced(bloc, who, on, to, "", "official");
    receive(bloc, who, to, on);
    year.done("inside");
}

void transfer(Bloc& bloc, Half& half) {
    receive_introduced(bloc, half);
    half.each("inside", [&] {
        const Day on = bloc.draw.working_day(half.first, half.last);
        const auto index = bloc.somebody([&](const Person& person) {
            return bloc.may_move(person, on) && !person.is_exempted && person.seats < 2;
        });
        const auto to = another_branch(bloc, bloc.person(index).branch, on);
        if (to == none) return false;
        say_introduced(bloc, index, on, to, "", "official");
        bloc.person(index).to_branch = to;
        return true;
    });
    half.each("external", [&] {
        const Day on = bloc.draw.working_day(half.first, half.last);
        // More than half of those who leave retire to their place of residence.
        const bool is_old = bloc.draw.chance(560);
        const auto index = bloc.somebody([&](const Person& person) {
            return bloc.may_move(person, on) && (!is_old || person.birth.plus_months(12 * 54) < on);
        });
        if (index == none) return false;
        say_introduced(bloc, index, on, none, bloc.one_of("people", "outside"), "official");
        go(bloc, index, on, "Chuyển sinh hoạt Đảng ra ngoài Đảng bộ");
        return true;
    });
    for (const std::string kind : {"temporary", "abroad"})
        half.each(kind, [&] {
            const Day on = bloc.draw.working_day(half.first, half.last);
            const auto index = bloc.somebody([&](const Person& person) {
                return bloc.may_move(person, on) && person.birth.plus_months(12 * 46) > on;
            });
            say_introduced(bloc, index, on, none,
                           bloc.one_of("people", kind == "abroad" ? "abroad" : "schools"), kind);
            return true;
        });
}

void receive_newcomers(Bloc& bloc, Half& half) {
    half.each("newcomers", [&] {
        receive_newcomer(bloc, half, false, true);
        return true;
    });
    half.each("newcomers_on_probation", [&] {
        receive_newcomer(bloc, half, true, false);
        return true;
    });
    half.each("newcomers_without_card", [&] {
        receive_newcomer(bloc, half, false, false);
        return true;
    });
}

void depart(Bloc& bloc, Half& half) {
    const auto anybody = [&](Day on) {
        return bloc.somebody(
            [&](const Person& person) { return bloc.is_free(person, on) && !person.is_seated(); });
    };
    half.each("deaths", [&] {
        const Day on = bloc.draw.day(half.first, half.last);
        const auto index = bloc.somebody([&](const Person& person) {
            return bloc.is_free(person, on) && person.birth.plus_months(12 * 45) < on;
        });
        bloc.lines.say("member.died", bloc.person(index).key, on, {});
        go(bloc, index, on, "Từ trần");
        return true;
    });
    const auto by_decision = [&](const std::string& what, std::string_view type,
                                 std::string_view grounds) {
        half.each(what, [&] {
            const auto index = anybody(half.sitting);
            const auto& who = bloc.person(index);
            bloc.lines.say(type, who.key, half.sitting,
                           bloc.decision(bloc.upper_of(who.branch, half.sitting), half.sitting),
                           {{"grounds", grounds.empty() ? std::string_view{bloc.one_of(
                                                              "work", "removal_grounds")}
                                                        : grounds}});
            go(bloc, index, half.sitting, "Ra khỏi Đảng");
            return true;
        });
    };
    by_decision("leavings", "member.left", "Xin ra khỏi Đảng vì hoàn cảnh gia đình");
    by_decision("name_removals", "member.name_removed", "");
    by_decision("expulsions", "member.expelled", "Vi phạm pháp luật, bị tòa án kết án");
}

void exempt_first(Bloc& bloc) {
    const Day on = bloc.from.plus_days(1);
    for (int n = bloc.scenario.table("books").number("exempted"); n > 0; --n)
        if (const auto index = exemptible(bloc, on); index != none) say_exempted(bloc, index, on);
}

void exempt(Bloc& bloc, Half& half) {
    half.each("exemptions", [&] {
        const Day on = bloc.draw.working_day(half.first, half.last);
        const auto index = exemptible(bloc, on);
        if (index != none) say_exempted(bloc, index, on);
        return index != none;
    });
    half.each("resumptions", [&] {
        const Day on = bloc.draw.working_day(half.first, half.last);
        const auto index = bloc.somebody(
            [&](const Person& person) { return person.is_exempted && bloc.is_free(person, on); });
        if (index == none) return false;
        auto& who = bloc.person(index);
        bloc.lines.say("member.resumed", who.key, on, {});
        who.is_exempted = false;
        who.last = on;
        return true;
    });
}

void discipline(Bloc& bloc, Half& half) {
    discipline_organisations(bloc, half);
    const auto each_form = [&](const std::string& what, std::string_view form, bool seated) {
        half.each(what, [&] {
            const Day on = seated ? half.sitting : bloc.draw.working_day(half.first, half.last);
            const auto index = bloc.somebody([&](const Person& person) {
                return bloc.is_free(person, on) && person.standing == Standing::full &&
                       person.disciplined_year == 0 && person.is_seated() == seated;
            });
            if (index != none) say_disciplined(bloc, index, on, form);
            return index != none;
        });
    };
    each_form("removals_from_post", "removal_from_post", true);
    each_form("reprimands", "reprimand", false);
    each_form("warnings", "warning", false);
}

}  // namespace nennep::sample
