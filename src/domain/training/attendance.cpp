#include "domain/training/attendance.hpp"

namespace nennep::training {

Folded apply(Class& held, const Enrolled& event, const Moment&) {
    if (!held.enrolled.insert(event.person.no).second) {
        return Violation{"class.already_enrolled", "data.person", {{"name", held.name}}};
    }
    return folded;
}

Folded apply(Class& held, const Completed& event, const Moment&) {
    if (!held.enrolled.contains(event.person.no)) {
        return Violation{"class.not_enrolled", "data.person", {{"name", held.name}}};
    }
    if (!held.completed.insert(event.person.no).second) {
        return Violation{"class.already_completed", "data.person", {{"name", held.name}}};
    }
    return folded;
}

catalogue::EventType class_enrolled() {
    return catalogue::event<Class, Enrolled>("class.enrolled", subject_type)
        .field("person", &Enrolled::person);
}

catalogue::EventType class_completed() {
    return catalogue::event<Class, Completed>("class.completed", subject_type)
        .field("person", &Completed::person)
        .field("passed", &Completed::passed)
        .field("certificate", &Completed::certificate)
        .shown_in_lists();
}

namespace {

// People count with their class: where it was held, in the period in which it began.
std::optional<Place> with_the_class(const Class& held, Kind kind, PersonRef person) {
    if (held.kind != kind) return std::nullopt;
    return Place{.organisation = held.host, .from = held.from, .about = person.no};
}

}  // namespace

catalogue::Figure classes_attendees(Kind kind) {
    return catalogue::flow<Class, Enrolled>(
               "classes." + code_of(kind) + ".attendees", "person", "class.enrolled",
               [kind](const Class& held, const Enrolled& event) {
                   return with_the_class(held, kind, event.person);
               })
        .each_once();
}

catalogue::Figure classes_completed(Kind kind) {
    return catalogue::flow<Class, Completed>(
               "classes." + code_of(kind) + ".completed", "person", "class.completed",
               [kind](const Class& held, const Completed& event) -> std::optional<Place> {
                   if (!event.passed.value_or(true)) return std::nullopt;
                   return with_the_class(held, kind, event.person);
               })
        .each_once();
}

}  // namespace nennep::training
