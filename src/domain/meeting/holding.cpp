#include "domain/meeting/holding.hpp"

namespace nennep::meeting {

Folded apply(Meeting& meeting, const Held& event, const Moment& at) {
    constexpr std::int64_t most_hundredths = 100 * 100;
    if (event.score && event.score->hundredths > most_hundredths) {
        return Violation{"meeting.score_above_100", "data.score",
                         {{"score", plain({event.score->hundredths, 2})}}};
    }
    meeting.organisation = event.organisation;
    // Without a topic it is called by its kind and day.
    meeting.label = event.topic.value_or(catalogue::in_name(event.kind) + " " + at.on.vietnamese());
    meeting.kind = event.kind;
    meeting.topic = event.topic.value_or("");
    meeting.held_on = at.on;
    meeting.present = event.present;
    meeting.expected = event.expected();
    meeting.score = event.score;
    return folded;
}

catalogue::EventType meeting_held() {
    return catalogue::event<Meeting, Held>("meeting.held", subject_type)
        .field("organisation", &Held::organisation)
        .field("kind", &Held::kind)
        .shown_in_lists()
        .field("topic", &Held::topic)
        .field("present", &Held::present)
        .field("absent_excused", &Held::absent_excused)
        .field("absent_unexcused", &Held::absent_unexcused)
        .field("score", &Held::score)
        .field("minutes", &Held::minutes)
        .field("grade", &Held::grade)
        .shown_in_lists()
        .opens()
        .keeps(journal::DataClass::open);
}

catalogue::Figure meetings_held() {
    return catalogue::flow<Meeting, Held>("meetings.held", "meeting", "meeting.held");
}

catalogue::Figure meetings_thematic() {
    return catalogue::flow<Meeting, Held>(
        "meetings.thematic", "meeting", "meeting.held",
        [](const Meeting& meeting, const Held& event) -> std::optional<Place> {
            if (event.kind != Kind::thematic) return std::nullopt;
            return Place{.organisation = meeting.organisation};
        });
}

namespace {

catalogue::Figure attendances(const char* name, std::int64_t (*counted)(const Held&)) {
    return catalogue::flow<Meeting, Held>(
               name, "turn", "meeting.held",
               [counted](const Meeting& meeting, const Held& event) -> std::optional<Place> {
                   return Place{.organisation = meeting.organisation, .amount = counted(event)};
               })
        .adding_up();
}

}  // namespace

catalogue::Figure meetings_present() {
    return attendances("meetings.present", [](const Held& event) { return event.present; });
}

catalogue::Figure meetings_expected() {
    return attendances("meetings.expected", [](const Held& event) { return event.expected(); });
}

catalogue::Figure meetings_attendance_pct() {
    return catalogue::percentage("meetings.attendance_pct", "meetings.present",
                                 "meetings.expected");
}

// Of the meetings that were scored.
catalogue::Figure meetings_score_mean() {
    return catalogue::flow<Meeting, Held>(
               "meetings.score_mean", "point", "meeting.held",
               [](const Meeting& meeting, const Held& event) -> std::optional<Place> {
                   if (!event.score) return std::nullopt;
                   return Place{.organisation = meeting.organisation,
                                .amount = event.score->hundredths};
               })
        .on_average();
}

}  // namespace nennep::meeting
