// From prospect to holder of a card: classes, admission, confirmation, cards.
#include <algorithm>

#include "sample/acts.hpp"

namespace nennep::sample {
namespace {

template <class T>
void shuffle(Draw& draw, std::vector<T>& list) {
    for (std::size_t left = list.size(); left > 1; --left)
        std::swap(list[left - 1],
                  list[static_cast<std::size_t>(draw.below(static_cast<int>(left)))]);
}

std::string class_key(Bloc& bloc, Day from) {
    return bloc.numbered("LOP-" + std::to_string(from.year()) + "-", 2);
}

std::string class_name(std::string_view kind, Day from) {
    const auto year = std::to_string(from.year());
    if (kind == "awareness")
        return "Lớp bồi dưỡng nhận thức về Đảng, tháng " + std::to_string(from.month()) + "/" +
               year;
    if (kind == "new_member")
        return "Lớp bồi dưỡng lý luận chính trị cho đảng viên mới, tháng " +
               std::to_string(from.month()) + "/" + year;
    if (kind == "cadres") return "Lớp bồi dưỡng nghiệp vụ cho cấp ủy viên năm " + year;
    return "Lớp chuyên đề học tập và làm theo Bác năm " + year;
}

// Who sits in a class, each once: for the awareness class, people become prospects for it.
std::vector<PersonIndex> class_people(Bloc& bloc, const Table& table, OrganisationIndex host,
                                      Day from) {
    const auto kind = table.text("kind");
    const auto count = static_cast<std::size_t>(table.number("people"));
    const auto below_host = [&](const Person& person) {
        return bloc.upper_of(person.branch, from) == host;
    };
    std::vector<PersonIndex> list;
    if (kind == "awareness") {
        while (list.size() < count) {
            const auto near = bloc.somebody([&](const Person& person) {
                return person.is_member() && below_host(person) &&
                       !bloc.org(person.branch).is_leaving;
            });
            const auto branch = bloc.person(near).branch;
            const Day earliest =
                std::max({bloc.from.plus_days(1), bloc.org(branch).founded, from.plus_days(-120)});
            list.push_back(
                make_prospect(bloc, branch, earliest, std::max(earliest, from.plus_days(-20))));
        }
        return list;
    }
    list = bloc.everybody([&](const Person& person) {
        if (!bloc.is_free(person, from) || !below_host(person)) return false;
        if (kind == "new_member")
            return person.standing == Standing::probationary && !person.is_taught;
        return kind == "cadres" ? person.is_seated() : !person.is_exempted;
    });
    shuffle(bloc.draw, list);
    if (kind == "new_member")  // whose probation ends first, comes first
        std::stable_sort(list.begin(), list.end(), [&](PersonIndex a, PersonIndex b) {
            return bloc.person(a).probation_from < bloc.person(b).probation_from;
        });
    if (list.size() < count)
        table.wrong("people", "only " + std::to_string(list.size()) + " can be enrolled");
    list.resize(count);
    return list;
}

void play_class(Bloc& bloc, const Table& table, Day from) {
    const auto kind = table.text("kind");
    const auto host = bloc.named(table, "host");
    const Day to = from.plus_days(table.number("days") - 1);
    if (to.month() != from.month() || to.day_of_month() > 25)
        table.wrong("days", "it must end by the 25th of its month");
    const auto key = class_key(bloc, from);
    bloc.lines.say("class.opened", key, from, bloc.decision(host, from),
                   {{"kind", kind},
                    {"name", class_name(kind, from)},
                    {"host", bloc.org(host).key},
                    {"from", from},
                    {"to", to}});
    const auto list = class_people(bloc, table, host, from);
    for (const auto index : list)
        bloc.lines.say("class.enrolled", key, from, {{"person", bloc.person(index).key}});
    int certificate = 0;
    for (const auto index : list) {
        auto& who = bloc.person(index);
        who.last = std::max(who.last, to);
        const bool has_passed = bloc.draw.chance(985);
        if (kind == "awareness") who.is_trained = has_passed;
        if (kind == "new_member") who.is_taught = true;
        const auto number = has_passed ? std::to_string(++certificate) + "/" + key + "/GCN" : "";
        bloc.lines.say("class.completed", key, to,
                       {{"person", who.key}, {"passed", has_passed}, {"certificate", number}});
    }
}

bool admit_one(Bloc& bloc, Half& half, std::vector<PersonIndex>& candidates) {
    while (!candidates.empty()) {
        // The longer somebody waits, the likelier it is their turn.
        const int count = static_cast<int>(candidates.size());
        const auto at =
            candidates.begin() + std::min(bloc.draw.below(count), bloc.draw.below(count));
        auto& who = bloc.person(*at);
        const auto index = *at;
        candidates.erase(at);
        const auto first = bloc.full_member(who.branch, half.sitting);
        const auto second = bloc.full_member(who.branch, half.sitting, first);
        if (first == none || second == none) continue;
        bloc.person(first).last = bloc.person(second).last = half.sitting;
        who.standing = Standing::probationary;
        who.joined = who.admitted = half.sitting;
        who.probation_from = who.last =
            bloc.draw.working_day(half.sitting.plus_days(6), half.sitting.plus_days(24));
        bloc.place(index, who.branch);
        std::string introducers =
            "[\"" + bloc.person(first).key + "\",\"" + bloc.person(second).key + "\"]";
        bloc.lines.say("member.admitted", who.key, half.sitting,
                       bloc.decision(bloc.upper_of(who.branch, half.sitting), half.sitting),
                       {{"branch", bloc.org(who.branch).key},
                        {"introducers", Json{std::move(introducers)}},
                        {"ceremony_on", who.probation_from}});
        return true;
    }
    return false;
}

template <class Key>
void sort_by(Bloc& bloc, std::vector<PersonIndex>& list, Key key) {
    std::stable_sort(list.begin(), list.end(), [&](PersonIndex a, PersonIndex b) {
        return bloc.person(a).*key < bloc.person(b).*key;
    });
}

// One decision a sitting and committee, with a list of those whose cards have come.
void issue_first_cards(Bloc& bloc, Half& half) {
    auto waiting = bloc.everybody([&](const Person& person) {
        return person.standing == Standing::full && !person.has_card &&
               bloc.is_free(person, half.sitting) && person.confirmed.plus_days(10) < half.sitting;
    });
    sort_by(bloc, waiting, &Person::confirmed);
    std::map<OrganisationIndex, Authority> decisions;
    auto next = waiting.begin();
    half.each("first_cards", [&] {
        if (next == waiting.end()) return false;
        auto& who = bloc.person(*next++);
        const auto by = bloc.upper_of(who.branch, half.sitting);
        if (!decisions.contains(by)) decisions[by] = bloc.decision(by, half.sitting);
        bloc.lines.say("member.card_issued", who.key, half.sitting, decisions[by],
                       {{"number", new_card_number(bloc)}, {"kind", "first"}});
        who.has_card = true;
        who.last = half.sitting;
        return true;
    });
}

}  // namespace

std::string new_card_number(Bloc& bloc) { return bloc.numbered("71", 6); }

void play_classes(Bloc& bloc, Half& half) {
    for (const Table& table : bloc.scenario.tables("classes"))
        if (const Day from = table.day("from"); half.first <= from && from <= half.last)
            play_class(bloc, table, from);
}

void admit(Bloc& bloc, Half& half) {
    auto candidates = bloc.everybody([&](const Person& person) {
        return person.standing == Standing::prospect && person.is_trained &&
               person.last.plus_days(20) < half.sitting && !bloc.org(person.branch).is_leaving;
    });
    half.each("admissions", [&] { return admit_one(bloc, half, candidates); });
}

void confirm(Bloc& bloc, Half& half) {
    auto due = bloc.everybody([&](const Person& person) {
        return person.standing == Standing::probationary && bloc.is_free(person, half.sitting) &&
               person.probation_from.plus_months(12) < half.sitting;
    });
    sort_by(bloc, due, &Person::probation_from);
    auto next = due.begin();
    half.each("confirmations", [&] {
        if (next == due.end()) return false;
        auto& who = bloc.person(*next++);
        bloc.lines.say("member.confirmed", who.key, half.sitting,
                       bloc.decision(bloc.upper_of(who.branch, half.sitting), half.sitting), {});
        who.standing = Standing::full;
        who.confirmed = who.last = half.sitting;
        return true;
    });
}

void issue_cards(Bloc& bloc, Half& half) {
    issue_first_cards(bloc, half);
    for (const std::string kind : {"reissued", "exchanged"})
        half.each(kind + "_cards", [&] {
            const auto index = bloc.somebody([&](const Person& person) {
                return person.has_card && bloc.is_free(person, half.sitting);
            });
            auto& who = bloc.person(index);
            bloc.lines.say("member.card_issued", who.key, half.sitting,
                           bloc.decision(bloc.upper_of(who.branch, half.sitting), half.sitting),
                           {{"number", new_card_number(bloc)}, {"kind", kind}});
            who.last = half.sitting;
            return true;
        });
}

}  // namespace nennep::sample
