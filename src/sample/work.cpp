// The work of the year: meetings, directives and their tasks, inspections, activities, targets.
#include <algorithm>

#include "sample/acts.hpp"

namespace nennep::sample {
namespace {

struct Attendance {
    int present;
    int excused;
    int unexcused;
};

Attendance attendance(Bloc& bloc, int expected) {
    Attendance all{0, 0, 0};
    for (int n = 0; n < expected; ++n) {
        const int drawn = bloc.draw.below(1000);
        ++(drawn < 7 ? all.unexcused : drawn < 66 ? all.excused : all.present);
    }
    return all;
}

void say_meeting(Bloc& bloc, OrganisationIndex index, std::string_view prefix,
                 std::string_view kind, Day on, const std::string& topic, int expected) {
    const auto& one = bloc.org(index);
    const auto came = attendance(bloc, expected);
    const auto key = std::string{prefix} + "-" + one.key + "-" + Month{on.year(), on.month()}.iso();
    const bool is_scored = one.has_members() && bloc.draw.chance(930);
    // Two draws: middling scores are commoner than very high or very low ones.
    const int score = std::min(
        100, 68 + (bloc.draw.below(33) + bloc.draw.below(33)) / 2 + (came.unexcused == 0 ? 3 : 0));
    bloc.lines.say("meeting.held", key, on,
                   {{"organisation", one.key},
                    {"kind", kind},
                    {"topic", topic},
                    {"present", came.present},
                    {"absent_excused", came.excused},
                    {"absent_unexcused", came.unexcused},
                    is_scored ? Field{"score", score} : left_out});
}

int expected_in(Bloc& bloc, OrganisationIndex branch) {
    const auto& members = bloc.org(branch).members;
    return static_cast<int>(std::count_if(members.begin(), members.end(), [&](PersonIndex at) {
        return !bloc.person(at).is_exempted;
    }));
}

struct Task {
    std::string directive;
    std::string text;
    std::string assignee;
    Day assigned;
    Day due;
};

// Assigned, reported once, and mostly done: one in ten late. Nothing is told after the last day.
void play_task(Bloc& bloc, const Task& task, int done_per_mille) {
    const auto say = [&](std::string_view type, Day on, std::initializer_list<Field> data) {
        if (on <= bloc.until) bloc.lines.say(type, task.directive, on, data);
    };
    say("directive.task_assigned", task.assigned,
        {{"task", task.text}, {"assignee", task.assignee}, {"due", task.due}});
    const Day reported = bloc.draw.day(task.assigned.plus_days(15), task.due);
    say("directive.task_reported", reported,
        {{"task", task.text}, {"progress", bloc.draw.between(2, 9) * 10}});
    const bool is_done = bloc.draw.chance(done_per_mille);
    const bool is_late = bloc.draw.chance(100);
    const Day done =
        is_late ? task.due.plus_days(bloc.draw.between(3, 40)) : bloc.draw.day(reported, task.due);
    if (is_done)
        say("directive.task_done", done,
            {{"task", task.text}, {"evidence", bloc.one_of("work", "evidence")}});
}

// Each goes to another organisation below the one that issued the directive.
void assign_tasks(Bloc& bloc, const Year& year, const std::string& directive, OrganisationIndex by,
                  Day on, int count) {
    auto below = bloc.live_grassroots();
    std::erase_if(below, [&](OrganisationIndex index) { return bloc.upper_of(index, on) != by; });
    const auto& tasks = bloc.choice("work", "tasks").texts;
    const auto start = static_cast<std::size_t>(bloc.draw.below(static_cast<int>(below.size())));
    for (std::size_t n = 0; n < std::min(below.size(), static_cast<std::size_t>(count)); ++n) {
        const auto& assignee = bloc.org(below[(start + n) % below.size()]);
        const Day assigned = on.plus_days(bloc.draw.between(2, 7));
        play_task(bloc,
                  {directive, tasks[n % tasks.size()] + " – " + assignee.unit, assignee.key,
                   assigned, assigned.plus_days(bloc.draw.between(30, 150))},
                  year.table.number("tasks_done"));
    }
}

// Every grassroots organisation below studies it with its members within some weeks.
void disseminate(Bloc& bloc, const std::string& directive, OrganisationIndex upper, Day on) {
    for (const auto index : bloc.live_grassroots()) {
        if (bloc.upper_of(index, on) != upper) continue;
        const Day studied = bloc.draw.working_day(on.plus_days(7), on.plus_days(45));
        const int expected = bloc.member_count(index, on);
        const int present = expected - bloc.draw.between(0, expected / 9);
        if (studied <= bloc.until && bloc.draw.chance(975))
            bloc.lines.say("directive.disseminated", directive, studied,
                           {{"organisation", bloc.org(index).key},
                            {"present", present},
                            {"expected", expected}});
    }
}

bool is_in(Day day, Month month) { return day.year() == month.year && day.month() == month.month; }

bool inspect_one(Bloc& bloc, Half& half, const std::string& kind) {
    const Day on = bloc.draw.working_day(half.first, half.last);
    const bool is_of_person =
        kind == "complaint" || kind == "denunciation" || bloc.draw.chance(250);
    const auto index =
        bloc.somebody([&](const Person& person) { return bloc.is_free(person, on); });
    const auto& who = bloc.person(index);
    const auto grassroots = bloc.grassroots_of(who.branch);
    const bool is_by_upper = !is_of_person || kind != "inspection" || bloc.draw.chance(500);
    const auto by = is_by_upper ? bloc.upper_of(grassroots, on) : grassroots;
    const auto key = bloc.numbered("KT-" + std::to_string(on.year()) + "-", 3);
    const Authority authority{std::to_string(bloc.next("inspections " + bloc.org(by).key) + 40) +
                                  "-QĐ/" + (is_by_upper ? "UBKT" : "ĐU"),
                              on, ""};
    bloc.lines.say("inspection.opened", key, on, authority,
                   {{"kind", kind},
                    {"by", bloc.org(by).key},
                    {"target", is_of_person ? who.key : bloc.org(grassroots).key},
                    {"topic", bloc.one_of("work", "inspection_topics")}});
    const Day concluded = bloc.draw.working_day(on.plus_days(25), on.plus_days(95));
    if (concluded <= bloc.until && bloc.draw.chance(960))
        bloc.lines.say("inspection.concluded", key, concluded,
                       {{"finding", bloc.one_of("work", "findings")},
                        {"recommendation", bloc.one_of("work", "recommendations")}});
    return true;
}

}  // namespace

void set_targets(Bloc& bloc) {
    for (const Table& table : bloc.scenario.tables("targets")) {
        const int year = table.number("year");
        bloc.lines.say("target.set", bloc.numbered("CT-" + std::to_string(year) + "-", 1),
                       table.day("on"),
                       {{"organisation", bloc.org(bloc.formed).key},
                        {"year", year},
                        {"figure", table.text("figure")},
                        {"at_least", table.number("at_least")}});
    }
}

void register_mass_organisations(Bloc& bloc) {
    const Table shares = bloc.scenario.table("work").table("mass_organisations");
    const Day on = bloc.from.plus_days(1);
    for (const auto index : bloc.live_grassroots())
        for (const std::string kind : {"trade_union", "youth_union", "veterans", "women"}) {
            if (!bloc.draw.chance(shares.number(kind))) continue;
            // Not only members of the Party: a works union has several times as many.
            const int party = bloc.member_count(index, on);
            const int members =
                kind == "veterans"
                    ? 4 + party / 9
                    : party * bloc.draw.between(8, 34) / (kind == "trade_union" ? 8 : 16) + 5;
            bloc.counters["mass " + kind + bloc.org(index).key] = members;
            bloc.lines.say(
                "mass_organisation.registered", kind + "-" + bloc.org(index).key, on,
                {{"organisation", bloc.org(index).key}, {"kind", kind}, {"members", members}});
        }
}

void hold_meetings(Bloc& bloc, const Year& year, Month month) {
    const Day first = *Day::of(month.year, month.month, 1);
    const Table held = year.table.table("meetings_held");
    const int chance = held.number_or(std::to_string(month.month), 994);
    // A quarter's thematic meeting is held in its last month.
    const bool is_quarter_end = month.month % 3 == 0;
    for (int at = 0; at < bloc.organisations_count(); ++at) {
        const auto& one = bloc.org(at);
        if (!one.is_live || one.founded > first) continue;
        // Days are drawn before topics: the order of a call's arguments is the compiler's choice.
        const auto day = [&](int from, int to) {
            return bloc.draw.working_day(first.plus_days(from), first.plus_days(to));
        };
        if (one.has_members()) {
            const int expected = expected_in(bloc, at);
            if (bloc.draw.chance(chance))
                say_meeting(bloc, at, "SH", "regular", day(25, 27), "", expected);
            if (is_quarter_end && bloc.draw.chance(963)) {
                const Day on = day(7, 21);
                const auto& topic = bloc.one_of("work", "topics");
                say_meeting(bloc, at, "CD", "thematic", on, topic, expected);
            }
            if (bloc.draw.chance(3))
                say_meeting(bloc, at, "BT", "extraordinary", day(8, 20), "Kiện toàn chi ủy",
                            expected);
        } else if (one.kind == Kind::grassroots_party || is_quarter_end) {
            if (one.kind == Kind::upper && (at == bloc.formed) != (first >= bloc.formed_on))
                continue;
            const int seats = std::max(5, static_cast<int>(one.seats.size()));
            const Day on = day(2, 9);
            const auto& topic = bloc.one_of("work", "committee_topics");
            say_meeting(bloc, at, "BCH", "committee", on, topic, seats);
        }
    }
}

void receive_directives(Bloc& bloc, Month month) {
    for (const Table& table : bloc.scenario.tables("received")) {
        const Day on = table.day("on");
        if (!is_in(on, month)) continue;
        const auto kind = table.text("kind"), number = table.text("number"),
                   issuer = table.text("issuer");
        const Authority authority{number, table.day("date"), issuer};
        for (const auto upper : bloc.uppers(on)) {
            const auto key = bloc.numbered("DEN-" + std::to_string(on.year()) + "-", 3);
            bloc.lines.say("directive.received", key, on, authority,
                           {{"number", number},
                            {"kind", kind},
                            {"title", table.text("title")},
                            {"issuer", issuer},
                            {"organisation", bloc.org(upper).key}});
            if (kind == "resolution" || kind == "directive" || kind == "conclusion" ||
                kind == "regulation")
                disseminate(bloc, key, upper, on);
        }
    }
}

void issue_directives(Bloc& bloc, const Year& year, Month month) {
    for (const Table& table : bloc.scenario.tables("issued")) {
        const Day on = table.day("on");
        if (!is_in(on, month)) continue;
        const auto by = bloc.named(table, "by");
        const auto key = bloc.numbered("DI-" + std::to_string(on.year()) + "-", 3);
        const auto number = table.text("number"), kind = table.text("kind");
        const bool is_thematic = table.has("thematic");
        bloc.lines.say("directive.issued", key, on, {number, on, ""},
                       {{"number", number},
                        {"kind", kind},
                        {"title", table.text("title")},
                        {"organisation", bloc.org(by).key},
                        {"thematic", is_thematic}});
        if (kind == "resolution") disseminate(bloc, key, by, on);
        assign_tasks(bloc, year, key, by, on, table.number("tasks"));
    }
    // Thematic resolutions of the grassroots committees, spread over the year.
    const int per_year = bloc.scenario.table("work").number("grassroots_resolutions");
    for (const auto index : bloc.live_grassroots()) {
        const auto& one = bloc.org(index);
        if (one.kind != Kind::grassroots_party || !bloc.draw.chance(1000 * per_year / 12)) continue;
        const Day on = bloc.draw.working_day(*Day::of(month.year, month.month, 3),
                                             *Day::of(month.year, month.month, 26));
        const auto number = std::to_string(bloc.next("resolutions " + one.key) + 5) + "-NQ/ĐU";
        bloc.lines.say("directive.issued", bloc.numbered("NQ-" + one.key + "-", 2), on,
                       {number, on, "Đảng ủy " + one.unit},
                       {{"number", number},
                        {"kind", "resolution"},
                        {"title", "Nghị quyết chuyên đề về " + bloc.one_of("work", "resolutions")},
                        {"organisation", one.key},
                        {"thematic", true}});
    }
}

void inspect(Bloc& bloc, Half& half) {
    for (const std::string kind :
         {"inspection", "supervision", "signs_of_violation", "complaint", "denunciation"})
        half.each("inspections." + kind, [&] { return inspect_one(bloc, half, kind); });
}

void record_activities(Bloc& bloc, Half& half) {
    for (const std::string field :
         {"mass_mobilisation", "internal_affairs", "anti_corruption", "mass_organisations",
          "grassroots_democracy", "emulation", "social_welfare", "epidemic_control",
          "administrative_reform", "digital_government"})
        half.each("activities." + field, [&] {
            const Day on = bloc.draw.working_day(half.first, half.last);
            const auto all = bloc.live_grassroots();
            const auto index = bloc.draw.one_of(all);
            const int people = bloc.member_count(index, on);
            const bool gives = field == "social_welfare" || field == "epidemic_control" ||
                               field == "mass_organisations";
            const int amount_vnd = (people + 20) * bloc.draw.between(2, 24) * 10'000;
            bloc.lines.say("activity.recorded",
                           bloc.numbered("HD-" + std::to_string(on.year()) + "-", 4), on,
                           {{"organisation", bloc.org(index).key},
                            {"field", field},
                            {"name", bloc.one_of("work", field)},
                            {"participants", 5 + people * bloc.draw.between(15, 140) / 100},
                            gives ? Field{"amount_vnd", amount_vnd} : left_out,
                            {"outcome", bloc.one_of("work", "outcomes")}});
            return true;
        });
}

}  // namespace nennep::sample
