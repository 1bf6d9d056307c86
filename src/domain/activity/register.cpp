#include "domain/activity/register.hpp"

namespace nennep::activity {

const Choices& choices_of(Field) {
    static const Choices choices{
        "activity_field",
        {"mass_mobilisation", "internal_affairs", "anti_corruption", "mass_organisations",
         "grassroots_democracy", "emulation", "social_welfare", "epidemic_control",
         "administrative_reform", "digital_government"}};
    return choices;
}

const Choices& choices_of(MassKind) {
    static const Choices choices{"mass_organisation_kind",
                                 {"trade_union", "youth_union", "veterans", "women"}};
    return choices;
}

namespace {

std::optional<std::int64_t> rating_year(const MassOrganisation& mass) {
    if (!mass.rating) return std::nullopt;
    return *mass.evaluated_years.rbegin();
}

}  // namespace

catalogue::SubjectType activities() {
    using catalogue::trait;
    return catalogue::subject<Activity>(activity_type)
        .listed_as("activities")
        .knows(trait<&Activity::field>("field"), trait<&Activity::name>("name"),
               trait<&Activity::participants>("participants"), trait<&Activity::amount_vnd>("amount_vnd"),
               trait<&Activity::date>("date"));
}

catalogue::SubjectType mass_organisations() {
    using catalogue::trait;
    return catalogue::subject<MassOrganisation>(mass_organisation_type)
        .listed_as("mass_organisations")
        .knows(trait<&MassOrganisation::kind>("kind"), trait<&MassOrganisation::own_name>("name"),
               trait<&MassOrganisation::members>("members"), trait<&MassOrganisation::rating>("rating"),
               trait<&rating_year>("rating_year"));
}

void describe(const Activity& activity, catalogue::Portrait& portrait) {
    portrait.label = activity.name;
}

void describe(const MassOrganisation& mass, catalogue::Portrait& portrait) {
    portrait.label = mass.name;
}

}  // namespace nennep::activity
