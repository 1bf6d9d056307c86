#include "sample/player.hpp"

#include "sample/acts.hpp"

namespace nennep::sample {
namespace {

void open_books(Bloc& bloc) {
    found_organisations(bloc);
    register_members(bloc);
    register_prospects(bloc);
    exempt_first(bloc);
    elect_first_committees(bloc);
    register_mass_organisations(bloc);
    set_targets(bloc);
}

void play_half(Bloc& bloc, Year& year, Month month, int part) {
    const Day first = *Day::of(month.year, month.month, part == 0 ? 2 : 13);
    const Day last = *Day::of(month.year, month.month, part == 0 ? 12 : 25);
    Half half{.year = year,
              .number = 2 * (static_cast<int>(month.month) - 1) + part,
              .first = first,
              .last = last,
              .sitting = bloc.draw.working_day(last.plus_days(-6), last.plus_days(-1))};
    play_classes(bloc, half);
    admit(bloc, half);
    confirm(bloc, half);
    issue_cards(bloc, half);
    transfer(bloc, half);
    receive_newcomers(bloc, half);
    depart(bloc, half);
    exempt(bloc, half);
    discipline(bloc, half);
    change_details(bloc, half);
    inspect(bloc, half);
    record_activities(bloc, half);
}

void play_month(Bloc& bloc, Year& year, Month month) {
    const Day first = *Day::of(month.year, month.month, 1);
    reorganise(bloc, year, first);
    for (const int part : {0, 1}) {
        const Day start = *Day::of(month.year, month.month, part == 0 ? 2 : 13);
        if (start == bloc.formed_on) form_bloc(bloc);
        play_half(bloc, year, month, part);
    }
    hold_congresses(bloc, month);
    receive_directives(bloc, month);
    issue_directives(bloc, year, month);
    hold_meetings(bloc, year, month);
    collect_fees(bloc, month);
    award_badges(bloc, month);
    rate(bloc, month);
}

}  // namespace

void play(std::string_view scenario_toml, std::string_view names_toml,
          const std::function<void(std::string_view)>& line) {
    Bloc bloc{Table::parse(scenario_toml, "year.toml"), Table::parse(names_toml, "names.toml"),
              line};
    if (bloc.formed_on.day_of_month() != 13)
        bloc.scenario.table("formation")
            .wrong("on", "halves of a month begin on the 2nd and the 13th: the 13th is wanted");
    open_books(bloc);
    for (const Table& table : bloc.scenario.tables("years")) {
        Year year{table, bloc.scenario.table("rhythm")};
        for (unsigned month = 1; month <= static_cast<unsigned>(year.months); ++month)
            play_month(bloc, year, {year.number, month});
        year.close();
    }
}

}  // namespace nennep::sample
