// What is played, by the file in which it is written.
#pragma once
#include <string>
#include <string_view>

#include "sample/bloc.hpp"

namespace nennep::sample {

// organisations.cpp
void found_organisations(Bloc& bloc);
void reorganise(Bloc& bloc, Year& year, Day first_of_month);
void form_bloc(Bloc& bloc);  // plays the merger, after all acts before its day

// people.cpp
enum class Origin { in_books, outside, prospect };
PersonIndex register_person(Bloc& bloc, OrganisationIndex branch, Day birth, Day on, Origin origin);
void register_members(Bloc& bloc);
void register_prospects(Bloc& bloc);
void change_details(Bloc& bloc, Half& half);
PersonIndex make_prospect(Bloc& bloc, OrganisationIndex branch, Day on, Day last_on);

// membership.cpp
void play_classes(Bloc& bloc, Half& half);
void admit(Bloc& bloc, Half& half);
void confirm(Bloc& bloc, Half& half);
void issue_cards(Bloc& bloc, Half& half);
std::string new_card_number(Bloc& bloc);

// moving.cpp
void transfer_at_once(Bloc& bloc, Year& year, PersonIndex who, OrganisationIndex to, Day on);
void transfer(Bloc& bloc, Half& half);
void receive_newcomers(Bloc& bloc, Half& half);
void depart(Bloc& bloc, Half& half);
void exempt(Bloc& bloc, Half& half);
void exempt_first(Bloc& bloc);
void discipline(Bloc& bloc, Half& half);

// committees.cpp
void elect_first_committees(Bloc& bloc);
void hold_congresses(Bloc& bloc, Month month);
void leave_seats(Bloc& bloc, PersonIndex who, Day on, std::string_view reason);

// year_end.cpp
void collect_fees(Bloc& bloc, Month month);
void award_badges(Bloc& bloc, Month month);
void rate(Bloc& bloc, Month month);

// work.cpp
void set_targets(Bloc& bloc);
void register_mass_organisations(Bloc& bloc);
void hold_meetings(Bloc& bloc, const Year& year, Month month);
void receive_directives(Bloc& bloc, Month month);
void issue_directives(Bloc& bloc, const Year& year, Month month);
void inspect(Bloc& bloc, Half& half);
void record_activities(Bloc& bloc, Half& half);

}  // namespace nennep::sample
