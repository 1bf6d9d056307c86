// The tree: who is there on the first day, the acts of reorganisation, the merger.
#include <array>
#include <utility>

#include "sample/acts.hpp"

namespace nennep::sample {
namespace {

constexpr std::array<std::string_view, 4> kind_words{"upper", "grassroots_party",
                                                     "grassroots_branch", "branch"};

std::string_view word(Kind kind) { return kind_words[static_cast<std::size_t>(kind)]; }

void say_founded(Bloc& bloc, OrganisationIndex index, const Authority& authority) {
    const auto& one = bloc.org(index);
    const std::string parent = one.parent == none ? "" : bloc.org(one.parent).key;
    bloc.lines.say("organisation.founded", one.key, one.founded, authority,
                   {{"name", one.name},
                    {"kind", word(one.kind)},
                    {"parent", parent},
                    {"short_name", one.unit},
                    {"sector", one.sector}});
}

void found_uppers(Bloc& bloc) {
    for (const Table& table : bloc.scenario.tables("upper")) {
        const auto name = table.text("name");
        Organisation one{.key = table.text("key"),
                         .name = name,
                         .unit = name.substr(name.find("Khối")),
                         .kind = Kind::upper,
                         .founded = table.day("founded"),
                         .symbol = table.text("symbol"),
                         .decisions = table.number("last_decision")};
        say_founded(bloc, bloc.add(std::move(one)), {});
    }
    const Table formation = bloc.scenario.table("formation");
    bloc.formed = bloc.add({.key = formation.text("key"),
                            .name = formation.text("name"),
                            .unit = formation.text("short_name"),
                            .kind = Kind::upper,
                            .founded = bloc.formed_on,
                            .symbol = formation.text("symbol")});
}

std::string branch_key(const Organisation& parent, int number) {
    return parent.key + (number < 10 ? "-0" : "-") + std::to_string(number);
}

OrganisationIndex add_branch(Bloc& bloc, OrganisationIndex parent, int number, std::string name,
                             Day on) {
    const auto& above = bloc.org(parent);
    auto unit = name.substr(std::string_view{"Chi bộ "}.size());
    return bloc.add({.key = branch_key(above, number),
                     .name = std::move(name),
                     .unit = std::move(unit),
                     .sector = above.sector,
                     .style = above.style,
                     .parent = parent,
                     .founded = on,
                     .symbol = "CB"});
}

// The members planned for a branch stand in `counters` under its key until they are registered.
void found_branches(Bloc& bloc, OrganisationIndex parent, int members) {
    const int aim = bloc.scenario.table("books").number("branch_size");
    const int count = std::max(3, (members + aim / 2) / aim);
    const auto& names = bloc.choice("branches", bloc.org(parent).style).texts;
    for (int number = 1, left = members; number <= count; ++number) {
        const auto at = std::min(static_cast<std::size_t>(number), names.size()) - 1;
        auto name = "Chi bộ " + names[at];
        if (at + 1 == names.size()) name += " " + std::to_string(number - static_cast<int>(at));
        const int even = left / (count - number + 1);
        const int size =
            number == count ? left : std::max(5, even + bloc.draw.between(-even / 5, even / 5));
        const auto index =
            add_branch(bloc, parent, number, std::move(name), bloc.org(parent).founded);
        bloc.counters[bloc.org(index).key] = size;
        say_founded(bloc, index, {});
        left -= size;
    }
}

void found_grassroots(Bloc& bloc, const Table& row, const Table& band) {
    const auto range = band.numbers("members");
    if (range.size() != 2 || range[0] > range[1]) band.wrong("members", "[least, most] is wanted");
    const auto prefix = row.text("prefix");
    const auto sector = row.text("sector");
    const auto parent = bloc.named(row, "parent");
    const auto& units = bloc.choice("units", sector).texts;
    const auto used = static_cast<std::size_t>(bloc.next("units." + sector));
    if (used > units.size()) row.wrong("sizes", "names.toml has too few units." + sector);
    const int members = bloc.draw.between(range[0], range[1]);
    const bool is_branch =
        band.text_or("kind", members < 30 ? "grassroots_branch" : "") == "grassroots_branch";
    const Day oldest = std::max(bloc.org(parent).founded, *Day::of(1975, 5, 2));
    const auto& unit = units[used - 1];
    const auto index =
        bloc.add({.key = bloc.numbered(prefix + "-", 2),
                  .name = (is_branch ? "Chi bộ " : "Đảng bộ ") + unit,
                  .unit = unit,
                  .kind = is_branch ? Kind::grassroots_branch : Kind::grassroots_party,
                  .sector = sector,
                  .style = row.text("style"),
                  .parent = parent,
                  .founded = bloc.draw.working_day(oldest, *Day::of(2014, 12, 31)),
                  .symbol = is_branch ? "CB" : "ĐU",
                  .decisions = bloc.draw.between(30, 400)});
    say_founded(bloc, index, {});
    if (is_branch)
        bloc.counters[bloc.org(index).key] = members;
    else
        found_branches(bloc, index, members);
}

// Members and people in preparation go over with their branch.
void hand_over(Bloc& bloc, OrganisationIndex before, OrganisationIndex after, Day on) {
    for (int at = 0; at < bloc.people_count(); ++at) {
        auto& person = bloc.person(at);
        if (person.branch != before) continue;
        person.last = std::max(person.last, on);
        if (person.is_member())
            bloc.place(at, after);
        else
            person.branch = after;
    }
    bloc.org(before).is_live = false;
    bloc.end_committee(before);
}

void found_one(Bloc& bloc, Year& year, const Table& act, const Authority& authority, Day on) {
    const auto name = act.text("name");
    const auto index = bloc.add({.key = act.text("organisation"),
                                 .name = name,
                                 .unit = name.substr(std::string_view{"Chi bộ "}.size()),
                                 .kind = Kind::grassroots_branch,
                                 .sector = act.text("sector"),
                                 .style = act.text("style"),
                                 .parent = bloc.named(act, "parent"),
                                 .founded = on,
                                 .symbol = "CB"});
    say_founded(bloc, index, authority);
    const auto source = bloc.named(act, "from");
    for (int n = act.number("members"); n > 0; --n) {
        const auto who = bloc.somebody([&](const Person& person) {
            return bloc.may_move(person, on) && person.standing == Standing::full &&
                   !person.is_seated() && bloc.grassroots_of(person.branch) == source;
        });
        if (who == none) act.wrong("members", "too few can be moved there");
        transfer_at_once(bloc, year, who, index, on);
    }
}

// Everybody of a branch moves to others, in turn, by transfers of their own.
void empty_out(Bloc& bloc, Year& year, OrganisationIndex branch,
               const std::vector<OrganisationIndex>& to, Day on) {
    const auto members = bloc.org(branch).members;
    for (std::size_t i = 0; i < members.size(); ++i)
        transfer_at_once(bloc, year, members[i], to[i % to.size()], on);
    for (auto& person : bloc.people)
        if (person.branch == branch && person.standing == Standing::prospect)
            person.branch = to.front();
    bloc.end_committee(branch);
}

void convert(Bloc& bloc, Year& year, const Table& act, const Authority& authority, Day on) {
    const auto index = bloc.named(act, "organisation");
    auto& one = bloc.org(index);
    if (one.kind != Kind::grassroots_branch)
        act.wrong("organisation", "it is no grassroots branch");
    one.kind = Kind::grassroots_party;
    one.name = act.text("name");
    one.symbol = "ĐU";
    bloc.lines.say("organisation.converted", one.key, on, authority, {{"kind", word(one.kind)}});
    bloc.lines.say("organisation.renamed", one.key, on, authority,
                   {{"name", one.name}, {"short_name", one.unit}});
    std::vector<OrganisationIndex> branches;
    for (auto& name : act.texts("branches")) {
        const auto number = static_cast<int>(branches.size()) + 1;
        branches.push_back(add_branch(bloc, index, number, name, on));
        say_founded(bloc, branches.back(), authority);
    }
    empty_out(bloc, year, index, branches, on);
    bloc.org(index).is_leaving = false;
}

void play_act(Bloc& bloc, Year& year, const Table& act, Day on) {
    const auto kind = act.text("act");
    const auto at = kind == "founded" ? bloc.named(act, "parent") : bloc.named(act, "organisation");
    const auto key = bloc.org(at).key;
    const auto authority = bloc.decision(bloc.upper_of(at, on), on);
    if (kind == "founded") {
        found_one(bloc, year, act, authority, on);
    } else if (kind == "converted") {
        convert(bloc, year, act, authority, on);
    } else if (kind == "absorbed") {
        const auto into = bloc.named(act, "into");
        bloc.lines.say("organisation.merged", key, on, authority, {{"into", bloc.org(into).key}});
        hand_over(bloc, at, into, on);
    } else if (kind == "ended") {
        empty_out(bloc, year, at, {bloc.named(act, "into")}, on);
        bloc.org(at).is_live = false;
        bloc.lines.say("organisation.ended", key, on.plus_days(14), authority,
                       {{"reason", act.text("reason")}});
    } else if (kind == "moved") {
        bloc.org(at).parent = bloc.named(act, "parent");
        bloc.lines.say("organisation.moved", key, on, authority, {{"parent", act.text("parent")}});
    } else if (kind == "renamed") {
        bloc.lines.say("organisation.renamed", key, on, authority, {{"name", act.text("name")}});
    } else if (kind == "sector_changed") {
        bloc.org(at).sector = act.text("sector");
        bloc.lines.say("organisation.sector_changed", key, on, authority,
                       {{"sector", act.text("sector")}});
    } else {
        act.wrong("act", "unknown: " + kind);
    }
}

}  // namespace

void found_organisations(Bloc& bloc) {
    found_uppers(bloc);
    for (const Table& row : bloc.scenario.tables("organisations"))
        for (const Table& band : row.tables("sizes"))
            for (int n = band.number("count"); n > 0; --n) found_grassroots(bloc, row, band);
    for (const Table& act : bloc.scenario.tables("reorganisations")) {
        const auto kind = act.text("act");
        if (act.day("on").day_of_month() != 1) act.wrong("on", "the first of a month is wanted");
        if (kind == "absorbed" || kind == "ended" || kind == "converted")
            bloc.org(bloc.named(act, "organisation")).is_leaving = true;
    }
}

void reorganise(Bloc& bloc, Year& year, Day first_of_month) {
    for (const Table& act : bloc.scenario.tables("reorganisations"))
        if (act.day("on") == first_of_month) play_act(bloc, year, act, first_of_month);
}

void form_bloc(Bloc& bloc) {
    const Table decision = bloc.scenario.table("formation").table("decision");
    const Authority authority{decision.text("number"), decision.day("date"),
                              decision.text("issuer")};
    say_founded(bloc, bloc.formed, authority);
    for (const auto before : bloc.uppers(bloc.formed_on.plus_days(-1))) {
        bloc.lines.say("organisation.merged", bloc.org(before).key, bloc.formed_on, authority,
                       {{"into", bloc.org(bloc.formed).key}});
        bloc.org(before).is_live = false;
        bloc.end_committee(before);
    }
}

}  // namespace nennep::sample
