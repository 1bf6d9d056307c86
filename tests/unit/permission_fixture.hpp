// Two committees side by side with a few members, and the table of rights, for tests of who may what.
#pragma once
#include "books_fixture.hpp"
#include "service/permission.hpp"

namespace nennep::test {

inline const catalogue::Rights& rights() {
    static const catalogue::Rights rights = build_rights(house());
    return rights;
}

//   DUK ── CQ ── CB-1 (p1, p2), CB-2 (p3)
//      └── DN ── DN-1 (p4)
//   KH  ── KH-1 (k1)
class Committees : public testing::Test {
protected:
    Committees() {
        found("DUK", "upper", "");
        found("CQ", "grassroots_party", "DUK");
        found("CB-1", "branch", "CQ");
        found("CB-2", "branch", "CQ");
        found("DN", "grassroots_party", "DUK");
        found("DN-1", "branch", "DN");
        found("KH", "upper", "");
        found("KH-1", "grassroots_branch", "KH");
        member("p1", "CB-1");
        member("p2", "CB-1");
        member("p3", "CB-2");
        member("p4", "DN-1");
        member("k1", "KH-1");
    }

    void record(const std::vector<std::string>& lines) {
        const auto receipt = books_.record(lines);
        for (const auto& objection : receipt.objections) {
            ADD_FAILURE() << lines[objection.line] << ": " << objection.refusal.code;
        }
    }
    void found(const std::string& key, const std::string& kind, const std::string& parent) {
        record({event("organisation.founded", key, "2019-01-01",
                      "\"name\":\"Tổ chức " + key + "\",\"kind\":\"" + kind + "\"" +
                          (parent.empty() ? "" : ",\"parent\":\"" + parent + "\""))});
    }
    void member(const std::string& key, const std::string& branch) {
        record({event("person.registered", key, "2019-02-01",
                      "\"full_name\":\"Trần Thị Bình\",\"gender\":\"female\",\"birth_date\":\"1980-07-30\","
                      "\"organisation\":\"" + branch + "\",\"id_number\":\"001180012345\",\"phone\":\"0912345678\","
                      "\"health\":\"Tốt\",\"class_background\":\"Nông dân\""),
                event("member.registered", key, "2019-02-02",
                      "\"branch\":\"" + branch + "\",\"admitted_on\":\"2010-05-19\",\"confirmed_on\":\"2011-05-19\"")});
    }
    static std::string event(const std::string& type, const std::string& subject, const std::string& on,
                             const std::string& data) {
        return "{\"type\":\"" + type + "\",\"subject\":\"" + subject + "\",\"effective_on\":\"" + on +
               "\",\"data\":{" + data + "}}";
    }

    const world::World& world() { return books_.books().world(); }
    world::SubjectNo subject(std::string_view type, std::string_view key) {
        return world().directory.find(house().subject_type(type).value(), key).value();
    }
    world::SubjectNo person(std::string_view key) { return subject("person", key); }
    world::OrganisationNo place(std::string_view key) {
        return world().directory[subject("organisation", key)].rank;
    }
    service::Permission of(const std::vector<catalogue::Grant>& grants, std::string_view person = "",
                           Day today = Day::of(2020, 6, 1).value()) {
        return {house(), rights(), world(), grants, person, today};
    }
    // Somebody without any role, as themselves.
    service::Permission self(std::string_view person) { return of(std::vector<catalogue::Grant>(), person); }
    service::Permission of(const std::string& role, const std::string& organisation) {
        return of({{.role = role, .organisation = organisation}});
    }

    TestBooks books_;
};

}  // namespace nennep::test
