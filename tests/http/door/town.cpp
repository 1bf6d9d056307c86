#include "town.hpp"

namespace nennep::test {
namespace {

constexpr std::string_view sign = "Zq";           // every mark begins with it; no word of ours does
constexpr std::string_view number_sign = "9900";  // marks of digits, for numbers

class Town {
public:
    Town() {
        for (const auto& place : places()) found(place);
        for (const auto& place : places()) {
            if (place.is_live) fill(place.key);
        }
        end_and_absorb();
        people_in_their_states();
    }

    std::vector<Thing> things;
    std::vector<Mark> marks;
    std::vector<std::string> lines;
    std::map<std::string, std::size_t> by_text;

private:
    void add(const std::string& type, const std::string& key, const std::string& seat,
             const std::string& state = "live") {
        things.push_back({type, key, seat, state});
    }
    std::string mark(const std::string& guard = {}) {
        return note(std::string(sign) + std::to_string(10'000 + marks.size()) + "q", guard);
    }
    std::string digits(const std::string& guard) {
        return note(std::string(number_sign) + std::to_string(10'000'000 + marks.size()), guard);
    }
    std::string note(std::string text, const std::string& guard) {
        by_text[text] = marks.size();
        marks.push_back({text, things.size() - 1, guard});
        return text;
    }
    void say(const std::string& type, const std::string& subject, const std::string& on,
             const std::string& data) {
        lines.push_back(line(type, subject, on, data, subject + "/" + type));
    }
    static std::string text(const std::string& name, const std::string& value) {
        return ",\"" + name + "\":\"" + value + "\"";
    }

    void found(const Place& place) {
        add("organisation", place.key, place.key,
            place.is_live        ? "live"
            : place.into.empty() ? "ended"
                                 : "absorbed");
        say("organisation.founded", place.key, "2010-01-01",
            "\"name\":\"Tổ chức " + place.key + "\",\"kind\":\"" + place.kind + "\"" +
                (place.parent.empty() ? "" : text("parent", place.parent)));
        if (place.kind == "branch" && place.is_live) {
            say("organisation.disciplined", place.key, "2020-02-01",
                "\"form\":\"reprimand\"" + text("grounds", mark("see.discipline")));
        }
        if (place.is_live) {
            say("organisation.commended", place.key, "2020-02-02",
                "\"form\":\"other\"" + text("title", mark()));
        }
    }

    // One of each kind.
    void fill(const std::string& place) {
        const auto own = text("organisation", place).substr(1);
        person("p-" + place, place);
        add("class", "class-" + place, place);
        say("class.opened", things.back().key, "2020-01-10",
            "\"kind\":\"thematic\",\"name\":\"Lớp " + mark() + "\",\"host\":\"" + place +
                "\",\"from\":\"2020-01-10\",\"to\":\"2020-01-12\"");
        say("class.enrolled", things.back().key, "2020-01-10", "\"person\":\"p-" + place + "\"");
        add("meeting", "meeting-" + place, place);
        say("meeting.held", things.back().key, "2020-03-03",
            own +
                ",\"kind\":\"thematic\",\"present\":9,\"absent_excused\":1,\"absent_unexcused\":0" +
                text("topic", mark()) + text("minutes", mark()));
        add("directive", "directive-" + place, place);
        say("directive.issued", things.back().key, "2020-03-04",
            own + ",\"number\":\"1-NQ\",\"kind\":\"resolution\"" + text("title", mark()));
        say("directive.task_assigned", things.back().key, "2020-03-05",
            text("task", mark()).substr(1) + text("assignee", place));
        add("inspection", "inspection-" + place, place);
        say("inspection.opened", things.back().key, "2020-03-06",
            "\"kind\":\"inspection\",\"by\":\"" + place + "\",\"target\":\"p-" + place + "\"" +
                text("topic", mark()));
        say("inspection.concluded", things.back().key, "2020-03-09",
            text("finding", mark()).substr(1));
        add("activity", "activity-" + place, place);
        say("activity.recorded", things.back().key, "2020-03-07",
            own + ",\"field\":\"emulation\"" + text("name", mark()) + text("outcome", mark()));
        add("mass_organisation", "mass-" + place, place);
        say("mass_organisation.registered", things.back().key, "2020-03-08",
            own + ",\"kind\":\"veterans\",\"members\":12" + text("name", mark()));
        add("target", "target-" + place, place);
        say("target.set", things.back().key, "2020-01-02",
            own + ",\"year\":2020,\"figure\":\"meetings.held\",\"at_least\":1");
        add("congress", "congress-" + place, place);
        say("congress.held", things.back().key, "2020-04-01",
            own + ",\"ordinal\":1,\"term_from\":2020,\"term_to\":2025");
        add("committee", "committee-" + place, place);
        say("committee.elected", things.back().key, "2020-04-02",
            own + ",\"term_from\":2020,\"term_to\":2025,\"seats\":[{\"person\":\"p-" + place +
                "\",\"position\":\"secretary\"}]");
    }

    void person(const std::string& key, const std::string& place, const std::string& state = "live",
                const std::string& seat = {}) {
        add("person", key, seat.empty() ? place : seat, state);
        say("person.registered", key, "2015-02-01",
            "\"full_name\":\"Trần Thị " + mark() +
                "\",\"gender\":\"female\",\"birth_date\":\"1980-07-30\"" +
                text("organisation", place) + text("other_name", mark()) +
                text("ethnicity", "Kinh") + text("residence", mark("see.person.identity")) +
                text("temporary_residence", mark("see.person.identity")) +
                text("class_background", mark("see.person.family")) +
                text("health", mark("see.person.health")) +
                text("id_number", digits("see.person.identity")) +
                text("phone", digits("see.person.identity")) +
                text("email", mark("see.person.identity") + "@thu.vn") + text("note", mark()));
        if (!is_branch(place)) return;
        say("member.registered", key, "2015-02-02",
            "\"branch\":\"" + place +
                "\",\"admitted_on\":\"2010-05-19\",\"confirmed_on\":\"2011-05-19\"");
        say("member.disciplined", key, "2020-02-03",
            "\"form\":\"reprimand\"" + text("grounds", mark("see.discipline")));
        say("member.commended", key, "2020-02-04", "\"form\":\"other\"" + text("title", mark()));
        say("member.fee_paid", key, "2020-02-05", "\"month\":\"2020-01\",\"amount_vnd\":50000");
    }
    static bool is_branch(const std::string& place) {
        for (const auto& one : places()) {
            if (one.key == place) return one.kind == "branch" || one.kind == "grassroots_branch";
        }
        return false;
    }

    void end_and_absorb() {
        for (const auto& place : places()) {
            if (place.is_live) continue;
            if (place.into.empty())
                say("organisation.ended", place.key, "2019-01-01", "\"reason\":\"x\"");
            else
                say("organisation.merged", place.key, "2019-01-01",
                    text("into", place.into).substr(1));
        }
    }

    void people_in_their_states() {
        for (const std::string place : {"CB-1", "DN-1", "KH-1"}) {
            person("p-dead-" + place, place, "dead");
            say("member.died", things.back().key, "2020-05-01", "");
            person("p-expelled-" + place, place, "expelled");
            say("member.expelled", things.back().key, "2020-05-02",
                text("grounds", mark("see.discipline")).substr(1));
            person("p-leaving-" + place, place, "introduced");
            say("member.transfer_introduced", things.back().key, "2020-05-03",
                text("to_branch", place == "CB-1" ? "DN-1" : "CB-1").substr(1) +
                    ",\"kind\":\"official\"");
        }
        person("p-moved", "CB-1", "transferred", "DN-1");
        say("member.transfer_introduced", "p-moved", "2020-05-04",
            "\"to_branch\":\"DN-1\",\"kind\":\"official\"");
        say("member.transfer_received", "p-moved", "2020-05-05", "\"branch\":\"DN-1\"");
        person("p-gone", "DN-1", "transferred", "CB-1");
        say("member.transfer_introduced", "p-gone", "2020-05-04",
            "\"to_branch\":\"CB-1\",\"kind\":\"official\"");
        say("member.transfer_received", "p-gone", "2020-05-05", "\"branch\":\"CB-1\"");
        person("p-absorbed", "CB-A", "of an absorbed branch", "CB-1");
        // Of what was taken back altogether nothing says where it belonged.
        for (const std::string key : {"p-void", "meeting-void"}) {
            const bool is_person = key == "p-void";
            if (is_person) {
                person(key, "CQ", "voided");
            } else {
                add("meeting", key, "CQ", "voided");
                say("meeting.held", key, "2020-03-03",
                    "\"organisation\":\"CQ\",\"kind\":\"regular\",\"present\":9,\"absent_excused\":"
                    "1,"
                    "\"absent_unexcused\":0" +
                        text("topic", mark()));
            }
            things.back().seat.clear();
            lines.push_back("{\"type\":\"event.voided\",\"data\":{\"event\":\"" + key + "/" +
                            (is_person ? "person.registered" : "meeting.held") +
                            "\",\"reason\":\"nhầm\"}}");
        }
    }
};

const Town& town() {
    static const Town town;
    return town;
}

}  // namespace

const std::vector<Place>& places() {
    static const std::vector<Place> all{{"DUK", "upper", ""},
                                        {"CQ", "grassroots_party", "DUK"},
                                        {"CB-1", "branch", "CQ"},
                                        {"CB-2", "branch", "CQ"},
                                        {"CB-E", "branch", "CQ", false},
                                        {"CB-A", "branch", "CQ", false, "CB-1"},
                                        {"DN", "grassroots_party", "DUK"},
                                        {"DN-1", "branch", "DN"},
                                        {"DN-E", "branch", "DN", false},
                                        {"KH", "upper", ""},
                                        {"KH-1", "grassroots_branch", "KH"}};
    return all;
}

const std::vector<Thing>& things() { return town().things; }
const std::vector<Mark>& marks() { return town().marks; }
const std::vector<std::string>& lines() { return town().lines; }

std::string key_at(const std::string& type, const std::string& place) {
    for (const auto& thing : things()) {
        if (thing.type == type && thing.seat == place && thing.state == "live") return thing.key;
    }
    return {};
}

std::vector<const Mark*> marks_in(const std::string& text) {
    std::vector<const Mark*> found;
    const auto look = [&](std::string_view begin, std::size_t size) {
        for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
            const auto known = town().by_text.find(text.substr(at, size));
            if (known != town().by_text.end()) found.push_back(&town().marks[known->second]);
        }
    };
    look(sign, sign.size() + 6);
    look(number_sign, number_sign.size() + 8);
    return found;
}

std::string line(const std::string& type, const std::string& subject, const std::string& on,
                 const std::string& data, const std::string& id) {
    return "{\"type\":\"" + type + "\",\"subject\":\"" + subject + "\",\"effective_on\":\"" + on +
           "\"" + (id.empty() ? "" : ",\"id\":\"" + id + "\"") + ",\"data\":{" + data + "}}";
}

}  // namespace nennep::test
