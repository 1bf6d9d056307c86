// The authorization matrix, its recording half: every event type that there is, tried by every
// caller about things everywhere and in every state (POST /events?check=1). Nothing is recorded by
// it.
#include "matrix.hpp"

namespace nennep::test {
namespace {

using catalogue::EventType;

// A branch at or below a place, for events that put a person into one.
std::string branch_of(const std::string& seat) {
    if (seat == "DN") return "DN-1";
    if (seat == "KH") return "KH-1";
    return seat == "DUK" || seat == "CQ" || seat.empty() ? "CB-1" : stands_for(seat);
}

std::string value_of(const catalogue::Field& field, const EventType& type,
                     const std::string& seat) {
    const auto& kind = field.kind->name;
    if (type.name == "organisation.founded" && field.name == "kind") return "\"branch\"";
    if (kind == "text") return "\"x\"";
    if (kind == "choice") return "\"" + std::string(field.kind->choices->codes.front()) + "\"";
    if (kind == "date") return "\"2020-06-01\"";
    if (kind == "month") return "\"2020-06\"";
    if (kind == "yes_no") return "true";
    if (kind == "year_or_date") return field.name == "term_to" ? "2025" : "2020";
    if (kind == "figure") return "\"meetings.held\"";
    if (kind == "organisation") return "\"" + (seat.empty() ? "DUK" : seat) + "\"";
    if (kind == "branch") return "\"" + branch_of(seat) + "\"";
    if (kind == "person" || kind == "organisation_or_person")
        return "\"p-" + stands_for(seat.empty() ? "DUK" : seat) + "\"";
    if (kind == "people") return "[]";
    if (kind == "seats")
        return "[{\"person\":\"p-" + stands_for(seat) + "\",\"position\":\"secretary\"}]";
    if (kind == "congress") return "\"congress-" + stands_for(seat) + "\"";
    if (kind == "whole_number" && field.name == "year") return "2020";
    return "1";
}

// What is asked for, and where something says that it takes place; one of two bounds, and where to.
std::string data_of(const EventType& type, const std::string& seat) {
    std::string data;
    for (const auto& field : type.fields) {
        const bool is_told = field.required() || field.name == "organisation" ||
                             field.name == "at_least" || field.name == "to_external" ||
                             (type.amends && field.name == "note");
        if (!is_told) continue;
        if (type.amends && field.name == "organisation") continue;
        data += (data.empty() ? "\"" : ",\"") + field.name + "\":" + value_of(field, type, seat);
    }
    return data;
}

bool is_unknown(const Answer& answer) {
    return answer.has("reference.unknown") || answer.has("void.unknown_event");
}
bool is_denied(const Answer& answer) { return answer.status == 403 || is_unknown(answer); }

class Recording : public Matrix {
protected:
    Recording() : Matrix(common_door()) {}
    Answer attempt(const Caller& caller, const std::string& line) {
        const auto request = door.request(caller, Method::post, "/events?check=1", line);
        auto answer = door.send(request);
        remember(request, caller);
        look_for_marks(caller, line, answer.body);
        const bool is_sound = answer.status == 200 || answer.status == 422 ||
                              answer.status == 403 || answer.status == 401;
        if (!is_sound)
            wrong(caller.name + ": " + std::to_string(answer.status) + " " + line + " " +
                  answer.body);
        if (!caller.is_signed_in && answer.status != 401) wrong("nobody: " + line);
        return answer;
    }
};

// Where a person is put into a branch, its right there is asked for as well.
bool has_branch(const EventType& type) {
    const auto* field = type.field("branch");
    return field != nullptr && field->required();
}

TEST_F(Recording, AboutWhatIsThere) {
    for (const auto& type : catalogue_of_house().events()) {
        if (type.opens) continue;
        const auto right = "record." + type.name;
        for (const auto& thing : things()) {
            if (thing.type != type.subject_type) continue;
            const auto asked = line(type.name, thing.key, "2020-06-01", data_of(type, thing.seat));
            for (const auto& caller : callers()) {
                const auto answer = attempt(caller, asked);
                const auto place = has_branch(type) ? branch_of(thing.seat) : thing.seat;
                const bool at_place = holds_at(caller, right, place);
                const bool may = type.by_receiver
                                     ? at_place
                                     : sees(caller, thing) && holds_at(caller, right, thing.seat);
                if (!caller.is_signed_in) continue;
                // Whom somebody receives, and could not, is as unknown as before.
                const bool is_unseen = type.by_receiver && !sees(caller, thing);
                if (may && is_unseen)
                    note(caller, asked + " " + answer.body, answer.status == 403, false);
                else if (may && at_place)
                    note(caller, asked + " " + answer.body, !is_denied(answer), true);
                else if (!may)
                    note(caller, asked + " " + answer.body, !is_denied(answer), false);
                else
                    note(caller, asked + " " + answer.body, answer.status == 200, false);
                // Who does not see it is told what they would be told of a key that is not there.
                if (!type.by_receiver && !sees(caller, thing) && !answer.has("reference.unknown")) {
                    wrong(caller.name + " learns that there is " + thing.key + ": " + answer.body);
                }
            }
        }
    }
}

TEST_F(Recording, AboutWhatIsNew) {
    for (const auto& type : catalogue_of_house().events()) {
        if (!type.opens) continue;
        const auto right = "record." + type.name;
        for (const auto& place : places()) {
            if (!place.is_live) continue;
            std::string data = data_of(type, place.key);
            if (type.name == "organisation.founded") data += ",\"parent\":\"" + place.key + "\"";
            const auto asked = line(type.name, "new-1", "2020-06-01", data);
            for (const auto& caller : callers()) {
                const auto answer = attempt(caller, asked);
                if (!caller.is_signed_in) continue;
                // A branch that is founded stands below; nobody's own place is it yet.
                const bool may = type.name == "organisation.founded"
                                     ? holds_for_new_below(caller, right, place.key)
                                     : holds_at(caller, right, place.key);
                const bool names_unseen = answer.has("reference.unknown");
                note(caller, asked + " " + answer.body, !is_denied(answer), may && !names_unseen);
            }
        }
    }
}

// What is taken back may put its subject elsewhere: then the right is asked for there too.
bool may_give_back(const Caller& caller, const std::string& right, const std::string& id) {
    if (id == "CB-A/organisation.merged") {
        return holds_for_new_below(caller, right, "CQ") ||
               caller.grants.front().organisation == "CB-A";
    }
    if (id == "p-gone/member.transfer_received") return holds_at(caller, right, "DN-1");
    if (id == "p-moved/member.transfer_received") return holds_at(caller, right, "CB-1");
    return true;
}

TEST_F(Recording, TakingBack) {
    for (const auto& written : lines()) {
        const auto type = member(written, "type");
        const auto key = member(written, "subject");
        if (type == "event.voided") continue;
        const auto& described = *catalogue_of_house().event(type);
        const auto& thing = *std::find_if(things().begin(), things().end(), [&](const Thing& one) {
            return one.key == key && one.type == described.subject_type;
        });
        const auto asked = "{\"type\":\"event.voided\",\"data\":{\"event\":\"" + key + "/" + type +
                           "\",\"reason\":\"nhầm\"}}";
        for (const auto& caller : callers()) {
            const auto answer = attempt(caller, asked);
            if (!caller.is_signed_in) continue;
            const bool is_known = sees(caller, thing) &&
                                  (described.restricted.empty() || is_own_file(caller, thing) ||
                                   holds_at(caller, "see." + described.restricted, thing.seat));
            const bool may = is_known && holds_at(caller, "record.event.voided", thing.seat) &&
                             holds_at(caller, "record." + type, thing.seat) &&
                             may_give_back(caller, "record." + type, key + "/" + type);
            note(caller, asked + " " + answer.body, !is_denied(answer), may);
            if (!is_known && !answer.has("void.unknown_event"))
                wrong(caller.name + " learns of " + asked + answer.body);
        }
    }
}

}  // namespace
}  // namespace nennep::test
