// A person enters the books, and the fields of the file (rules.md §3.4-3.6). Dates of birth are
// frozen by the rules (AGE-4); a wrong one is corrected by voiding.
#pragma once
#include "domain/membership/register.hpp"

namespace nennep::membership {

// The fields of the member's file that both events share; each may be left out.
struct File {
    std::optional<std::string> other_name;
    std::optional<std::string> birth_place;
    std::optional<std::string> home_place;
    std::optional<std::string> residence;
    std::optional<std::string> temporary_residence;
    std::optional<std::string> ethnicity;
    std::optional<std::string> religion;
    std::optional<std::string> class_background;
    std::optional<std::string> occupation;
    std::optional<std::string> post;
    std::optional<std::string> education;
    std::optional<std::string> professional;
    std::optional<std::string> academic_title;
    std::optional<std::string> political_theory;
    std::optional<std::string> foreign_language;
    std::optional<std::string> informatics;
    std::optional<std::string> minority_language;
    std::optional<Day> youth_union_on;
    std::optional<Day> enlisted_on;
    std::optional<Day> discharged_on;
    std::optional<std::string> health;
    std::optional<std::string> id_number;
    std::optional<std::string> record_number;
    std::optional<std::string> phone;
    std::optional<std::string> email;
    std::optional<std::string> note;
};

struct Registered : File {
    std::string full_name;
    Gender gender = Gender::male;
    Day birth_date;
    OrganisationRef organisation;
};
struct DetailsChanged : File {
    std::optional<std::string> full_name;
    std::optional<Gender> gender;
    std::optional<Day> birth_date;
    std::optional<OrganisationRef> organisation;
};

Folded apply(Person& person, const Registered& event, const Moment& at);
Folded apply(Person& person, const DetailsChanged& event, const Moment& at);

catalogue::EventType person_registered();
catalogue::EventType person_details_changed();

}  // namespace nennep::membership
