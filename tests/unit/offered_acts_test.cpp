// What may be recorded about a subject now: nothing that cannot be, and nothing that one may not. In the
// sample year, and in a few written lives.
#include "service/offered_acts.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "permission_fixture.hpp"
#include "sample/player.hpp"

namespace nennep::embedded {
extern const std::string_view sample_year;
extern const std::string_view sample_names;
}  // namespace nennep::embedded

namespace nennep::test {
namespace {

using catalogue::EventType;
using Names = std::set<std::string>;

constexpr std::string_view today = "2021-02-01";
constexpr std::int64_t ms_of_today = 1'612'137'600'000;

Names names_of(const std::vector<service::OfferedAct>& acts) {
    Names names;
    for (const auto& act : acts) names.insert(act.type->name);
    return names;
}

class OfferedActs : public Committees {
protected:
    Names offered(std::string_view person_key, const service::Permission& permission) {
        return names_of(service::offered_acts(books_.books(), permission, person(person_key)));
    }
    void happens(const std::string& type, const std::string& person_key, const std::string& data = {}) {
        record({event(type, person_key, "2020-03-01", data)});
    }
};

TEST_F(OfferedActs, WhoIsAMemberIsNotAdmittedAgain) {
    const auto acts = offered("p1", of("office", "DUK"));
    EXPECT_TRUE(acts.contains("member.transfer_introduced"));
    EXPECT_TRUE(acts.contains("member.died"));
    EXPECT_TRUE(acts.contains("person.details_changed"));
    for (const char* type : {"person.registered", "member.admitted", "member.readmitted", "member.registered",
                             "member.confirmed", "member.resumed", "member.transfer_received"}) {
        EXPECT_FALSE(acts.contains(type)) << type;
    }
}

TEST_F(OfferedActs, WhoWasIntroducedMayBeReceived) {
    happens("member.transfer_introduced", "p1", R"("kind":"official","to_branch":"DN-1")");
    EXPECT_TRUE(offered("p1", of("office", "DUK")).contains("member.transfer_received"));
}

TEST_F(OfferedActs, WhoMovedOutMayComeBackFromOutside) {
    happens("member.transfer_introduced", "p1", R"("kind":"official","to_external":"Đảng bộ tỉnh bạn")");
    const auto acts = offered("p1", of("office", "DUK"));
    EXPECT_TRUE(acts.contains("member.transfer_received"));
    EXPECT_FALSE(acts.contains("member.fee_paid"));
}

TEST_F(OfferedActs, OfTheDeadLittleIsLeftToRecord) {
    happens("member.died", "p1");
    const auto acts = offered("p1", of("office", "DUK"));
    EXPECT_EQ(acts, (Names{"member.badge_awarded", "member.commended", "person.details_changed"}));
}

TEST_F(OfferedActs, OfAnEndedOrganisationOnlyWhatIsSaidOfItsTime) {
    record({event("organisation.founded", "CB-9", "2019-01-01", R"("name":"Chi bộ 9","kind":"branch","parent":"CQ")"),
            event("organisation.ended", "CB-9", "2020-03-01", "")});
    const auto acts =
        names_of(service::offered_acts(books_.books(), of("office", "DUK"), subject("organisation", "CB-9")));
    for (const char* type : {"organisation.renamed", "organisation.moved", "organisation.merged", "organisation.ended",
                             "organisation.converted", "organisation.founded"}) {
        EXPECT_FALSE(acts.contains(type)) << type;
    }
}

TEST_F(OfferedActs, OnlyByThoseWhoMay) {
    EXPECT_TRUE(offered("p1", self("p1")).empty());
    EXPECT_TRUE(offered("p1", of("office", "DN")).empty());
    happens("member.transfer_introduced", "p2", R"("kind":"official","to_branch":"DN-1")");
    EXPECT_EQ(offered("p2", of("office", "DN")), Names{"member.transfer_received"}) << "by who receives them";
    EXPECT_TRUE(offered("p1", of("auditor", "CQ")).empty());
    EXPECT_FALSE(offered("p1", of("office", "CQ")).contains("member.disciplined"));
    EXPECT_TRUE(offered("p1", of("inspection", "CQ")).contains("member.disciplined"));
    EXPECT_TRUE(service::offered_acts(books_.books(), of("office", "DUK"), world::nobody).empty());
}

// A line of the type that says something in every field that must be said.
std::string some_line(const EventType& type, std::string_view subject, std::string_view somebody) {
    const std::map<std::string_view, std::string_view> said{
        {"date", "\"2020-06-01\""}, {"month", "\"2020-06\""}, {"yes_no", "true"}, {"whole_number", "2020"},
        {"vnd", "1"}, {"points", "1"}, {"number", "1"}, {"year_or_date", "2020"}, {"text", "\"lời\""}};
    std::string data;
    for (const auto& field : type.fields) {
        if (!field.required()) continue;
        const auto& kind = *field.kind;
        const bool is_place = kind.names == catalogue::Names::organisation || kind.names == catalogue::Names::branch;
        const auto value = kind.choices != nullptr    ? json_quoted(kind.choices->codes.back())
                           : is_place                  ? std::string("\"CQ-01-01\"")
                           : said.contains(kind.name) ? std::string(said.at(kind.name))
                                                      : json_quoted(somebody);
        data += (data.empty() ? "" : ",") + json_quoted(field.name) + ":" + value;
    }
    return "{\"type\":" + json_quoted(type.name) + ",\"subject\":" + json_quoted(subject) + ",\"effective_on\":\"" +
           std::string(today) + "\",\"data\":{" + data + "}}";
}

// Every act that is not offered to somebody who may do everything is refused when it is recorded. The
// same life offers the same, so each type is tried on a few of those that it is not offered about.
TEST(OfferedActsOfTheSampleYear, WhatIsNotOfferedIsRefused) {
    TestBooks books;
    books.now_ms = ms_of_today;
    std::vector<std::string> lines;
    sample::play(embedded::sample_year, embedded::sample_names,
                 [&](std::string_view line) { lines.emplace_back(line); });
    ASSERT_TRUE(books.record(lines).objections.empty());
    const auto& world = books.books().world();
    std::vector<catalogue::Grant> grants;
    for (const auto& role : rights().roles()) grants.push_back({.role = role, .organisation = "DUK"});
    const service::Permission all(house(), rights(), world, grants, "", *Day::parse(today));
    const auto may_record = [&](world::SubjectNo subject, const EventType& type) {
        return type.by_receiver || all.may_record(subject, type.name);
    };

    const auto somebody = world.directory.keys(house().people()).front();
    constexpr int tries_of_each = 40;
    std::map<std::string, int> tries;
    std::size_t refused = 0, subjects = 0;
    service::RecordingOptions options;
    options.check_only = true;
    const auto count = world.directory.size();
    for (world::SubjectNo subject = 0; subject < count; ++subject) {
        const auto type_no = world.directory[subject].type;
        if (type_no >= house().subjects().size()) continue;
        // All kinds but people, of whom there are thousands.
        if (type_no == house().people() && subject % 7 != 0) continue;
        ++subjects;
        const auto offered = names_of(service::offered_acts(books.books(), all, subject));
        for (const auto& type : house().events()) {
            const bool is_about = type.subject_type == house().subjects()[type_no].name && !type.opens;
            if (!is_about || !may_record(subject, type) || offered.contains(type.name)) continue;
            if (tries[type.name]++ >= tries_of_each) continue;
            const auto line = some_line(type, world.directory[subject].key, somebody);
            const auto receipt = books.record({line}, options);
            const auto& all_said = receipt.objections;
            const bool is_refused = std::any_of(all_said.begin(), all_said.end(), [](const auto& objection) {
                return !objection.refusal.field.starts_with("data.");
            });
            EXPECT_TRUE(is_refused) << line << (all_said.empty() ? "" : all_said.front().refusal.code);
            refused += is_refused ? 1 : 0;
        }
    }
    EXPECT_GT(refused, 200u);
    std::cout << subjects << " subjects, " << refused << " acts refused of " << tries.size() << " types\n";
}

}  // namespace
}  // namespace nennep::test
