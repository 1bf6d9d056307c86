// What belongs to others is as if it were not there (S3): byte for byte the answer for a key that
// nobody has, in every address, parameter and line that takes a key.
#include "matrix.hpp"

namespace nennep::test {
namespace {

// Keys of the same length that nobody has: one that is like no other, and those that are as near to
// the keys of others as this one is, so that the same names are offered for them.
std::vector<std::string> nobodys(const std::string& key) {
    std::vector<std::string> all(1, key);
    for (auto& c : all.front()) {
        if (c != '-') c = c == 'x' ? 'y' : 'x';
    }
    for (std::size_t i = key.size(); i-- > 0;) {
        all.push_back(key);
        all.back()[i] = '7';
    }
    return all;
}

// Where it stands as a whole: p-DN is not what p-DN-1 begins with.
std::string with_key(std::string text, const std::string& key, const std::string& other) {
    const auto goes_on = [&](std::size_t end) {
        return end < text.size() &&
               (text[end] == '-' || std::isalnum(static_cast<unsigned char>(text[end])) != 0);
    };
    for (auto at = text.find(key); at != std::string::npos;
         at = text.find(key, at + other.size())) {
        if (key == "{}" || !goes_on(at + key.size())) text.replace(at, key.size(), other);
    }
    return text;
}

class Foreign : public Matrix {
protected:
    Foreign() : Matrix(common_door()) {}

    // The same to a foreign key as to nobody's. `{}` stands for the key.
    void same(const Caller& caller, Method method, const std::string& path, const std::string& body,
              const std::string& key) {
        const auto theirs =
            door.call(caller, method, with_key(path, "{}", key), with_key(body, "{}", key));
        const auto is_as_for = [&](const std::string& none) {
            const auto nobody =
                door.call(caller, method, with_key(path, "{}", none), with_key(body, "{}", none));
            // What was asked for is repeated in refusals: so only there may the two differ.
            return theirs.status == nobody.status &&
                   with_key(theirs.body, key, none) == nobody.body &&
                   theirs.headers == nobody.headers;
        };
        const auto others = nobodys(key);
        const bool is_same = std::any_of(others.begin(), others.end(), is_as_for);
        note(caller,
             std::string(http::name_of(method)) + " " + with_key(path + " " + body, "{}", key) +
                 "\n  " + std::to_string(theirs.status) + " " + theirs.body,
             !is_same, false);
        look_for_marks(caller, path + body, theirs.body);
    }
    template <class Try>
    void each_foreign(const std::string& type, Try&& attempt) {
        for (const auto& thing : things()) {
            if (thing.type != type) continue;
            for (const auto& caller : callers()) {
                if (caller.is_signed_in && !sees(caller, thing)) attempt(caller, thing);
            }
        }
    }
};

TEST_F(Foreign, InAddresses) {
    const std::pair<const char*, const char*> addresses[] = {
        {"person", "/people/{}"},
        {"person", "/people/{}/looks"},
        {"person", "/people/{}/viewers"},
        {"class", "/classes/{}"},
        {"meeting", "/meetings/{}"},
        {"directive", "/directives/{}"},
        {"inspection", "/inspections/{}"},
        {"activity", "/activities/{}"},
        {"mass_organisation", "/mass_organisations/{}"},
        {"target", "/targets/{}"},
        {"congress", "/congresses/{}"},
        {"committee", "/committees/{}"}};
    for (const auto& [type, path] : addresses) {
        each_foreign(
            type, [&, address = std::string(path)](const Caller& caller, const Thing& thing) {
                same(caller, Method::get, address, "", thing.key);
                same(caller, Method::head, address, "", thing.key);
                same(caller, Method::get, address + "?on=2019-12-31", "", thing.key);
                same(caller, Method::get, "/events?subject_type=" + thing.type + "&key={}", "",
                     thing.key);
                // No other verb tells more.
                for (const auto method : {Method::post, Method::put, Method::patch, Method::del}) {
                    same(caller, method, address, "{}", thing.key);
                }
            });
    }
}

TEST_F(Foreign, Organisations) {
    for (const auto& place : places()) {
        for (const auto& caller : callers()) {
            if (!caller.is_signed_in) continue;
            const auto hidden_by = [&](const std::string& right, bool throughout) {
                return throughout ? !holds_throughout(caller, right, place.key)
                                  : !holds_at(caller, right, place.key);
            };
            if (hidden_by("see.tree", false)) {
                same(caller, Method::get, "/organisations/{}", "", place.key);
                same(caller, Method::get, "/organisations/{}/children", "", place.key);
            }
            if (hidden_by("see.organisation", false)) {
                same(caller, Method::get, "/events?subject_type=organisation&key={}", "",
                     place.key);
            }
            if (hidden_by("see.person", false))
                same(caller, Method::get, "/people?org={}", "", place.key);
            if (hidden_by("see.inspection", false))
                same(caller, Method::get, "/inspections?org={}", "", place.key);
            if (hidden_by("see.statistics", false))
                same(caller, Method::get, "/statistics?rows=gender&org={}", "", place.key);
            if (hidden_by("see.figures", true))
                same(caller, Method::get, "/figures/members.total?year=2020&org={}", "", place.key);
            if (hidden_by("see.figures.lists", true)) {
                same(caller, Method::get, "/figures/members.disciplined/records?year=2020&org={}",
                     "", place.key);
            }
            if (hidden_by("see.reports", true))
                same(caller, Method::get, "/reports/annual?year=2020&org={}", "", place.key);
        }
    }
}

// Whom a line is about, and whom it names.
TEST_F(Foreign, InLines) {
    for (const auto& type : catalogue_of_house().events()) {
        if (type.opens || type.by_receiver) continue;
        each_foreign(type.subject_type, [&](const Caller& caller, const Thing& thing) {
            same(caller, Method::post, "/events?check=1", line(type.name, "{}", "2020-06-01", ""),
                 thing.key);
        });
    }
    each_foreign("person", [&](const Caller& caller, const Thing& thing) {
        const std::string own = thing.key == "p-CB-1" ? "p-CB-2" : "p-CB-1";
        for (const auto& asked :
             {line("member.admitted", own, "2020-06-01",
                   "\"branch\":\"CB-1\",\"introducers\":[\"{}\"]"),
              line("person.became_prospect", own, "2020-06-01",
                   "\"branch\":\"CB-1\",\"helper\":\"{}\""),
              line("class.enrolled", "class-CQ", "2020-01-11", "\"person\":\"{}\""),
              line("class.completed", "class-CQ", "2020-01-11", "\"person\":\"{}\""),
              line("committee.seat_filled", "committee-CQ", "2020-06-01",
                   "\"person\":\"{}\",\"position\":\"secretary\""),
              line("committee.elected", "new-1", "2020-06-01",
                   "\"organisation\":\"CQ\",\"term_from\":2020,\"term_to\":2025,\"seats\":[{"
                   "\"person\":\"{}\","
                   "\"position\":\"secretary\"}]"),
              line("inspection.opened", "new-2", "2020-06-01",
                   "\"kind\":\"inspection\",\"by\":\"CQ\",\"target\":\"{}\"")}) {
            same(caller, Method::post, "/events?check=1", asked, thing.key);
        }
        // Who is received from elsewhere may be there; all else that is told is not about them.
        if (!holds(caller, "record.member.transfer_received")) {
            same(caller, Method::post, "/events?check=1",
                 line("member.transfer_received", "{}", "2020-06-01",
                      "\"branch\":\"CB-1\",\"from_external\":\"x\""),
                 thing.key);
        }
    });
    each_foreign("congress", [&](const Caller& caller, const Thing& thing) {
        same(caller, Method::post, "/events?check=1",
             line("committee.elected", "new-1", "2020-06-01",
                  "\"organisation\":\"CQ\",\"term_from\":2020,\"term_to\":2025,\"congress\":\"{}\","
                  "\"seats\":[]"),
             thing.key);
    });
    // The id of an entry, and its number, by which it would be taken back.
    for (const auto& written : lines()) {
        const auto id = member(written, "id");
        if (id.empty()) continue;
        const auto& type = *catalogue_of_house().event(member(written, "type"));
        for (const auto& thing : things()) {
            if (thing.key != member(written, "subject") || thing.type != type.subject_type)
                continue;
            for (const auto& caller : callers()) {
                if (!caller.is_signed_in || sees(caller, thing)) continue;
                same(caller, Method::post, "/events?check=1",
                     "{\"type\":\"event.voided\",\"data\":{\"event\":\"{}\",\"reason\":\"x\"}}",
                     id);
            }
        }
    }
}

// A name that is nearly that of a hidden thing is met with no hint of it.
TEST_F(Foreign, NoHintsAtNames) {
    each_foreign("person", [&](const Caller& caller, const Thing& thing) {
        if (thing.key == "p-CB-1") return;  // whom the lines name
        const auto nearly = thing.key + "x";
        const auto& hinting = {
            line("member.confirmed", nearly, "2020-06-01", ""),
            line("class.enrolled", "class-CQ", "2020-01-11", "\"person\":\"" + nearly + "\""),
            line("member.admitted", "p-CB-1", "2020-06-01",
                 "\"branch\":\"CB-1\",\"introducers\":[\"" + nearly + "\"]")};
        for (const auto& asked : hinting) {
            const auto answer = door.call(caller, Method::post, "/events?check=1", asked);
            for (const auto* told : {"“", "\\\""}) {
                note(caller, asked + " " + answer.body,
                     answer.has(told + thing.key + "\\\"") || answer.has(told + thing.key + "”"),
                     false);
            }
        }
    });
}

// In values by which lists are filtered, and in cursors.
TEST_F(Foreign, InFilters) {
    for (const auto& place : places()) {
        for (const auto& caller : callers()) {
            if (!caller.is_signed_in || !holds(caller, "see.person") ||
                holds_at(caller, "see.tree", place.key))
                continue;
            same(caller, Method::get, "/people?seat={}", "", place.key);
        }
    }
    each_foreign("person", [&](const Caller& caller, const Thing& thing) {
        if (!holds(caller, "see.inspection")) return;
        same(caller, Method::get, "/inspections?target={}", "", thing.key);
    });
    each_foreign("directive", [&](const Caller& caller, const Thing& thing) {
        if (!holds_throughout(caller, "see.reports", "CQ")) return;
        same(caller, Method::get, "/reports/annual?org=CQ&year=2020&document={}", "", thing.key);
    });
}

}  // namespace
}  // namespace nennep::test
