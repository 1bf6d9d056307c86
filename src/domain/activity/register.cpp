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

void describe(const Activity& activity, catalogue::Portrait& portrait) {
    portrait.label = activity.name;
}

void describe(const MassOrganisation& mass, catalogue::Portrait& portrait) {
    portrait.label = mass.name;
}

}  // namespace nennep::activity
