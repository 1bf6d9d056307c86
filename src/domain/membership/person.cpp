#include "domain/membership/person.hpp"

namespace nennep::membership {
namespace {

template <class Event>
catalogue::EventType with_file(catalogue::EventDescription<Person, Event> event) {
    return std::move(event)
        .field("other_name", &Event::other_name)
        .field("birth_place", &Event::birth_place)
        .field("home_place", &Event::home_place)
        .field("residence", &Event::residence)
        .guarded("identity")
        .field("temporary_residence", &Event::temporary_residence)
        .guarded("identity")
        .field("ethnicity", &Event::ethnicity)
        .field("religion", &Event::religion)
        .field("class_background", &Event::class_background)
        .guarded("family")
        .field("occupation", &Event::occupation)
        .field("post", &Event::post)
        .field("education", &Event::education)
        .field("professional", &Event::professional)
        .field("academic_title", &Event::academic_title)
        .field("political_theory", &Event::political_theory)
        .field("foreign_language", &Event::foreign_language)
        .field("informatics", &Event::informatics)
        .field("minority_language", &Event::minority_language)
        .field("youth_union_on", &Event::youth_union_on)
        .field("enlisted_on", &Event::enlisted_on)
        .field("discharged_on", &Event::discharged_on)
        .field("health", &Event::health)
        .guarded("health")
        .field("id_number", &Event::id_number)
        .guarded("identity")
        .field("record_number", &Event::record_number)
        .field("phone", &Event::phone)
        .guarded("identity")
        .field("email", &Event::email)
        .guarded("identity")
        .field("note", &Event::note);
}

// What the event says of the file; what it leaves out stays as it was.
void take(Qualities& known, const File& file) {
    const auto take = [](std::string& into, const std::optional<std::string>& text) {
        if (text) into = *text;
    };
    take(known.ethnicity, file.ethnicity);
    take(known.religion, file.religion);
    take(known.occupation, file.occupation);
    take(known.post, file.post);
    take(known.education, file.education);
    take(known.professional, file.professional);
    take(known.academic_title, file.academic_title);
    take(known.political_theory, file.political_theory);
    take(known.foreign_language, file.foreign_language);
    take(known.informatics, file.informatics);
    if (file.youth_union_on) known.youth_union_on = file.youth_union_on;
}

}  // namespace

Folded apply(Person& person, const Registered& event, const Moment& at) {
    if (event.birth_date > at.on) {
        return Violation{"person.born_later", "data.birth_date", {{"day", event.birth_date.vietnamese()}}};
    }
    person.full_name = event.full_name;
    person.branch = event.organisation;
    person.gender = event.gender;
    person.birth_date = event.birth_date;
    take(person, event);
    return folded;
}

Folded apply(Person& person, const DetailsChanged& event, const Moment&) {
    if (event.full_name) person.full_name = *event.full_name;
    if (event.gender) person.gender = *event.gender;
    if (event.birth_date) person.birth_date = *event.birth_date;
    take(person, event);
    return folded;
}

catalogue::EventType person_registered() {
    return with_file<Registered>(
        catalogue::event<Person, Registered>("person.registered", subject_type)
            .field("full_name", &Registered::full_name)
            .field("gender", &Registered::gender)
            .field("birth_date", &Registered::birth_date)
            .field("organisation", &Registered::organisation)
            .opens()
            .keeps(journal::DataClass::core));
}

catalogue::EventType person_details_changed() {
    return with_file<DetailsChanged>(
        catalogue::event<Person, DetailsChanged>("person.details_changed", subject_type)
            .field("full_name", &DetailsChanged::full_name)
            .field("gender", &DetailsChanged::gender)
            .field("birth_date", &DetailsChanged::birth_date)
            .field("organisation", &DetailsChanged::organisation)
            .amends()
            .keeps(journal::DataClass::soft));
}

}  // namespace nennep::membership
