// The authorization matrix (S2), its reading half: every route of the table that reads the books,
// by every caller, at every place, of things in every state; with every total and every text that
// comes.
#include <set>

#include "matrix.hpp"

namespace nennep::test {
namespace {

struct Listed {
    const char* list;
    const char* type;
};
constexpr Listed listed[] = {
    {"people", "person"},       {"classes", "class"},
    {"meetings", "meeting"},    {"directives", "directive"},
    {"tasks", "directive"},     {"inspections", "inspection"},
    {"activities", "activity"}, {"mass_organisations", "mass_organisation"},
    {"targets", "target"},      {"congresses", "congress"},
    {"committees", "committee"}};

bool is_at_or_below(const std::string& place, const std::string& top) {
    const auto where = relation(top, place);
    return where == catalogue::Relation::own || where == catalogue::Relation::below;
}

// Lists show members who are in the books as such today, tasks one for each directive of a place,
// and of everything else all.
bool is_listed(const Thing& thing, const std::string& list) {
    if (thing.state == "voided") return false;
    if (list == "tasks") return !thing.seat.empty();
    if (list != "people") return true;
    const bool is_in_a_branch = thing.seat.find('-') != std::string::npos;
    return is_in_a_branch && thing.state != "dead" && thing.state != "expelled";
}

std::size_t count(const Caller& caller, const std::string& list, const std::string& type,
                  const std::string& place) {
    std::size_t found = 0;
    for (const auto& thing : things()) {
        if (thing.type != type || !is_listed(thing, list) || !sees(caller, thing)) continue;
        const auto& seat = thing.seat;
        const bool is_asked = place.empty() || (seat.empty() ? place == "DUK" || place == "KH"
                                                             : is_at_or_below(seat, place));
        if (is_asked) ++found;
    }
    return found;
}

class Reading : public Matrix {
protected:
    Reading() : Matrix(common_door()) {}
    void list(const std::string& name, const std::string& type) {
        const auto right = "see." + type;
        const auto total = [&](const std::string& place) {
            return [this, name, type, place](const Caller& caller, const Answer& answer) {
                if (!place.empty() && stands_for(place) != place)
                    return;  // who counted there counts elsewhere
                const auto expected = std::to_string(count(caller, name, type, place));
                const auto told = member(answer.body, "total");
                if (told != expected)
                    wrong(caller.name + ": " + name + " of " + place + ": " + told + ", not " +
                          expected);
            };
        };
        check_all(
            Method::get, "/" + name + "?limit=200", "",
            [&](const Caller& caller) { return with_right(caller, right, Expected::allowed); },
            total(""));
        for (const auto& place : places()) {
            const auto expect = [&](const Caller& caller) {
                return with_right(caller, right, seen(holds_at(caller, right, place.key)));
            };
            const auto path = "/" + name + "?org=" + place.key;
            check_all(Method::get, path + "&limit=200", "", expect, total(place.key));
            check_all(Method::get, path + "&format=csv", "", [&](const Caller& caller) {
                const auto found = expect(caller);
                return found == Expected::allowed && !holds_throughout(caller, "export", place.key)
                           ? Expected::forbidden
                           : found;
            });
        }
    }
    void record(const std::string& list, const std::string& type) {
        for (const auto& thing : things()) {
            if (thing.type != type) continue;
            check_all(Method::get, "/" + list + "/" + thing.key, "", [&](const Caller& caller) {
                return seen(thing.state != "voided" && sees(caller, thing));
            });
        }
    }
    // At every place, with a right that is asked for at the place and all below it.
    void throughout(const std::string& path, const std::string& right,
                    const std::function<Expected(const Caller&, const Place&)>& then = {},
                    const std::function<void(const Caller&, const Answer&)>& look = {}) {
        for (const auto& place : places()) {
            check_all(
                Method::get,
                path + (path.find('?') == std::string::npos ? "?" : "&") + "org=" + place.key, "",
                [&](const Caller& caller) {
                    const auto found =
                        with_right(caller, right, seen(holds_throughout(caller, right, place.key)));
                    return then && found == Expected::allowed ? then(caller, place) : found;
                },
                look);
        }
    }
};

TEST_F(Reading, Lists) {
    for (const auto& each : listed) list(each.list, each.type);
}

TEST_F(Reading, Records) {
    for (const auto& each : listed) {
        if (each.list != std::string("tasks")) record(each.list, each.type);
    }
}

// On the page of a record and in its history alike.
TEST_F(Reading, WhatIsMaskedUntilAskedFor) {
    struct Asked {
        std::string guard;
        std::string path;
    };
    for (const auto& asked : {Asked{"identity", "/people/"}, Asked{"family", "/people/"},
                              Asked{"health", "/people/"},
                              Asked{"identity", "/events?subject_type=person&key="},
                              Asked{"family", "/events?subject_type=person&key="},
                              Asked{"health", "/events?subject_type=person&key="}}) {
        const auto& guard = asked.guard;
        for (const auto& thing : things()) {
            if (thing.type != "person" || thing.state == "voided") continue;
            const auto path = asked.path + thing.key;
            const auto reveal = (path.find('?') == std::string::npos ? "?" : "&") + ("reveal=" + guard);
            check_all(
                Method::get, path + reveal, "",
                [&](const Caller& caller) {
                    if (!sees(caller, thing)) return Expected::hidden;
                    const bool may = is_own_file(caller, thing) ||
                                     holds_at(caller, "see.person." + guard, thing.seat);
                    return may ? Expected::allowed : Expected::forbidden;
                },
                [&](const Caller& caller, const Answer& answer) {
                    const auto marks = marks_in(answer.body);
                    const bool is_told = std::any_of(
                        marks.begin(), marks.end(),
                        [&](const Mark* mark) { return mark->guard == "see.person." + guard; });
                    if (!is_told) wrong(caller.name + " is not told " + guard + " of " + thing.key);
                });
        }
    }
}

TEST_F(Reading, Histories) {
    for (const auto& thing : things()) {
        check_all(
            Method::get, "/events?subject_type=" + thing.type + "&key=" + thing.key, "",
            [&](const Caller& caller) { return seen(sees(caller, thing)); },
            [&](const Caller& caller, const Answer& answer) {
                if (is_own_file(caller, thing)) return;
                for (const auto* mark : marks_in(answer.body)) {
                    // What is a decision of its own is shown whole to those who may see it.
                    if (!mark->guard.starts_with("see.person.")) continue;
                    wrong(caller.name + " is told " + mark->text + " of " + thing.key + " unasked");
                }
            });
    }
}

TEST_F(Reading, TheTree) {
    check_all(Method::get, "/organisations", "", [](const Caller&) { return Expected::allowed; });
    for (const auto& place : places()) {
        const auto expect = [&](const Caller& caller) {
            return seen(holds_at(caller, "see.tree", place.key));
        };
        check_all(Method::get, "/organisations/" + place.key, "", expect,
                  [&](const Caller& caller, const Answer& answer) {
                      std::size_t below = 0;
                      for (const auto& other : places()) {
                          if (other.is_live && other.parent == place.key &&
                              holds_at(caller, "see.tree", other.key))
                              ++below;
                      }
                      if (member(answer.body, "children") != std::to_string(below)) {
                          wrong(caller.name + ": children of " + place.key + ": " +
                                member(answer.body, "children"));
                      }
                  });
        check_all(Method::get, "/organisations/" + place.key + "/children", "", expect);
    }
}

TEST_F(Reading, Figures) {
    check_all(Method::get, "/figures", "", [](const Caller&) { return Expected::allowed; });
    struct Asked {
        const char* figure;
        const char* restriction;
    };
    for (const auto& asked :
         {Asked{"members.total", ""}, Asked{"members.disciplined", "see.discipline"},
          Asked{"organisations.disciplined", "see.discipline"},
          Asked{"inspections.inspection", "see.inspection"}, Asked{"meetings.held", ""}}) {
        const std::string name = asked.figure;
        const std::string restriction = asked.restriction;
        for (const auto& place : places()) {
            check_all(
                Method::get, "/figures/" + name + "?year=2020&org=" + place.key, "",
                [&](const Caller& caller) {
                    return with_right(caller, "see.figures",
                                      seen(holds_throughout(caller, "see.figures", place.key)));
                },
                [&](const Caller& caller, const Answer& answer) {
                    const bool is_open = restriction.empty() ||
                                         holds_throughout(caller, restriction, place.key) ||
                                         place.kind == "upper";
                    const auto value = member(answer.body, "value");
                    if (!is_open && value != "null" && value != "0" && std::stoi(value) < 5) {
                        wrong(caller.name + ": " + name + " of " + place.key +
                              " is told: " + value);
                    }
                });
        }
        for (const std::string format : {"json", "csv", "xlsx"}) {
            throughout("/figures/" + name + "/records?year=2020&format=" + format,
                       "see.figures.lists", [&](const Caller& caller, const Place& place) {
                           const bool is_open = restriction.empty() ||
                                                holds_throughout(caller, restriction, place.key);
                           const bool may_keep =
                               format == "json" || holds_throughout(caller, "export", place.key);
                           return is_open && may_keep ? Expected::allowed : Expected::forbidden;
                       });
        }
    }
}

TEST_F(Reading, Reports) {
    throughout("/reports/annual?year=2020", "see.reports");
    throughout("/reports/annual?year=2020&format=text", "see.reports");
    for (const std::string place : {"CQ", "DN"}) {
        check_all(
            Method::get, "/reports/annual?year=2020&format=docx&org=" + place, "",
            [&](const Caller& caller) {
                const auto found = with_right(caller, "see.reports",
                                              seen(holds_throughout(caller, "see.reports", place)));
                return found == Expected::allowed && !holds_throughout(caller, "export", place)
                           ? Expected::forbidden
                           : found;
            });
    }
    for (const auto& thing : things()) {
        if (thing.type != "directive") continue;
        check_all(Method::get, "/reports/annual?year=2020&org=CQ&document=" + thing.key, "",
                  [&](const Caller& caller) {
                      const bool is_found =
                          holds_throughout(caller, "see.reports", "CQ") && sees(caller, thing);
                      return with_right(caller, "see.reports", seen(is_found));
                  });
    }
}

TEST_F(Reading, Search) {
    struct Asked {
        const char* type;
        const char* words;
    };
    for (const auto& asked : {Asked{"person", "tran%20thi"}, Asked{"organisation", "to%20chuc"}}) {
        check_all(
            Method::get, std::string("/search?limit=100&kind=") + asked.type + "&q=" + asked.words,
            "", [](const Caller&) { return Expected::allowed; },
            [&](const Caller& caller, const Answer& answer) {
                const auto expected =
                    std::count_if(things().begin(), things().end(), [&](const Thing& thing) {
                        return thing.type == asked.type && thing.state != "voided" &&
                               (sees(caller, thing) || (thing.type == std::string("organisation") &&
                                                        holds_at(caller, "see.tree", thing.seat)));
                    });
                if (member(answer.body, "total") != std::to_string(expected)) {
                    wrong(caller.name + ": found " + member(answer.body, "total") + " of " +
                          asked.type + ", not " + std::to_string(expected));
                }
            });
    }
    for (const auto& mark : marks()) {
        // By what is written in a file, guarded or not, nobody is found but by name.
        if (mark.guard.empty()) continue;
        for (const auto* name : {"office@CQ", "secretary@DUK", "self"}) {
            const auto answer =
                check(caller(name), Method::get, "/search?q=" + mark.text, "", Expected::allowed);
            if (member(answer.body, "total") != "0")
                wrong(std::string(name) + " finds somebody by " + mark.text);
        }
    }
}

TEST_F(Reading, Statistics) {
    for (const auto& place : places()) {
        check_all(
            Method::get, "/statistics?rows=gender&columns=ethnicity&org=" + place.key, "",
            [&](const Caller& caller) {
                return with_right(caller, "see.statistics",
                                  seen(holds_at(caller, "see.statistics", place.key)));
            },
            [&](const Caller& caller, const Answer& answer) {
                std::size_t counted = 0;
                bool is_blind = false;  // counts people whom they may not see
                for (const auto& thing : things()) {
                    if (thing.type != "person" || !is_listed(thing, "people") || !place.is_live ||
                        !is_at_or_below(thing.seat, place.key) ||
                        !holds_at(caller, "see.statistics", thing.seat)) {
                        continue;
                    }
                    ++counted;
                    is_blind = is_blind || !sees(caller, thing);
                }
                const auto told = members(answer.body, "total").back();
                const bool is_small = is_blind && counted > 0 && counted < 5;
                const auto expected = is_small ? "null" : std::to_string(counted);
                if (place.is_live && told != expected) {
                    wrong(caller.name + ": statistics of " + place.key + ": " + told + ", not " +
                          expected);
                }
            });
    }
    for (const auto* sieve : {"&q=Zq", "&gender=female", "&format=csv"}) {
        check_all(Method::get, std::string("/statistics?rows=gender&org=DN") + sieve, "",
                  [&](const Caller& caller) {
                      const auto found = with_right(caller, "see.statistics",
                                                    seen(holds_at(caller, "see.statistics", "DN")));
                      const bool is_file = sieve == std::string("&format=csv");
                      const bool is_open = holds_throughout(caller, "see.person", "DN") &&
                                           (!is_file || holds_throughout(caller, "export", "DN"));
                      return found == Expected::allowed && !is_open ? Expected::forbidden : found;
                  });
    }
}

TEST_F(Reading, Looks) {
    check_all(Method::get, "/access-log", "", [](const Caller& caller) {
        return with_right(caller, "read.access_log", Expected::allowed);
    });
    for (const auto& thing : things()) {
        if (thing.type != "person") continue;
        const auto expect = [&](const std::string& right) {
            return [&thing, right](const Caller& caller) {
                if (!sees(caller, thing)) return Expected::hidden;
                const bool may = is_own_file(caller, thing) || holds_at(caller, right, thing.seat);
                return may ? Expected::allowed : Expected::forbidden;
            };
        };
        check_all(Method::get, "/people/" + thing.key + "/looks", "", expect("read.access_log"));
        check_all(Method::get, "/people/" + thing.key + "/viewers", "", expect("see.viewers"));
    }
}

TEST_F(Reading, WhatIsForAll) {
    const auto all = [](const Caller&) { return Expected::allowed; };
    check_all(Method::get, "/changes", "", all);
    check_all(Method::get, "/catalogue", "", all);
    check_all(Method::get, "/rights", "", [](const Caller& caller) {
        return with_right(caller, "see.rights", Expected::allowed);
    });
    check_all(Method::get, "/store", "", [](const Caller& caller) {
        return with_right(caller, "see.store", Expected::allowed);
    });
    check_all(
        Method::post, "/store/verify", "",
        [](const Caller& caller) { return with_right(caller, "see.store", Expected::allowed); },
        [&](const Caller& caller, const Answer& answer) {
            if (!answer.has("\"sound\":true")) wrong(caller.name + " is told " + answer.body);
        });
    for (const auto* path : {"/openapi.json", "/reference", "//healthz", "//readyz"}) {
        for (const auto& one : callers()) check(one, Method::get, path, "", Expected::allowed);
    }
    // These callers come over the network; metrics are for the machine itself.
    for (const auto& one : callers()) check(one, Method::get, "//metrics", "", Expected::hidden);
}

// Everything else is the pages': no right is asked for there, since the page is the same for all.
TEST_F(Reading, OnlyWhatIsForTheApiComesToTheGate) {
    const auto is_asked = [&](Method method, const std::string& path) {
        http::Request request;
        request.method = method;
        request.path = path;
        return door.gate.is_asked(request);
    };
    for (const auto* path : {"/api", "/api/", "/api/v1/people/HS-1", "/api/v2", "/healthz", "/readyz", "/metrics"}) {
        EXPECT_TRUE(is_asked(Method::get, path)) << path;
        EXPECT_TRUE(is_asked(Method::post, path)) << path;
        EXPECT_TRUE(is_asked(Method::head, path)) << path;
    }
    for (const auto* path : {"/", "/apix", "/viec", "/dang-vien/HS-1", "/assets/a.js", "/people", "//healthz", ""}) {
        EXPECT_FALSE(is_asked(Method::get, path)) << path;
        EXPECT_FALSE(is_asked(Method::post, path)) << path;
    }
}

}  // namespace
}  // namespace nennep::test
