// Who may what, where: the whole table cell by cell, and what must hold whatever the table says. The
// table itself is reviewed as docs/reference/rights.md, which the program prints.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "catalogue/fact.hpp"
#include "permission_fixture.hpp"

namespace nennep::test {
namespace {

using catalogue::bit;
using catalogue::Grant;
using catalogue::Relation;
using catalogue::RightsTable;

class Allowing : public Committees {};

TEST_F(Allowing, EachCellOfTheTableAndNothingElse) {
    const std::vector<std::pair<Relation, std::vector<std::string>>> seen_from_CQ{
        {Relation::own, {"CQ"}}, {Relation::below, {"CB-1", "CB-2"}}, {Relation::above, {"DUK"}},
        {Relation::beside, {"DN", "DN-1", "KH", "KH-1"}}};
    std::size_t cells = 0;
    for (const auto& role : rights().roles()) {
        const auto permission = of(role, "CQ");
        for (const auto& right : rights().rights()) {
            const auto where = rights().where(role, right);
            EXPECT_EQ(permission.may(right), where != 0) << role << " " << right;
            const auto everywhere = permission.where(right);
            for (const auto& [relation, organisations] : seen_from_CQ) {
                for (const auto& organisation : organisations) {
                    const bool expected = (where & bit(relation)) != 0;
                    EXPECT_EQ(permission.may(right, place(organisation)), expected) << role << " " << right;
                    EXPECT_EQ((*everywhere)[place(organisation)], expected) << role << " " << right;
                    ++cells;
                }
            }
        }
    }
    EXPECT_EQ(cells, rights().roles().size() * rights().rights().size() * 8);
}

TEST_F(Allowing, NobodyReachesBesideTheirPartOfTheTree) {
    for (const auto& role : rights().roles()) {
        for (const auto& right : rights().rights()) {
            EXPECT_EQ(rights().where(role, right) & bit(Relation::beside), 0) << role << " " << right;
            if (!right.starts_with("record.")) continue;
            const std::set<std::string> readers{"administrator", "member", "auditor", "reporter"};
            EXPECT_FALSE(readers.contains(role) && rights().where(role, right) != 0) << role << " " << right;
        }
    }
}

TEST_F(Allowing, WhoKeepsAccountsSeesNoContent) {
    const std::set<std::string> allowed{"see.tree", "see.rights", "see.store", "manage.accounts", "manage.settings"};
    for (const auto& right : rights().rights()) {
        EXPECT_EQ(rights().where("administrator", right) != 0, allowed.contains(right)) << right;
    }
}

TEST_F(Allowing, TheSameRightHoldsForSeeingAndWhere) {
    const auto office = of("office", "CQ");
    EXPECT_TRUE(office.may_see(person("p1")));
    EXPECT_TRUE(office.may_see(house().people(), "p3"));
    EXPECT_FALSE(office.may_see(person("p4"))) << "of a sister organisation";
    EXPECT_FALSE(office.may_see(person("k1")));
    EXPECT_FALSE(office.may_see(house().people(), "p99"));
    EXPECT_FALSE(office.may_see(world::nobody));
    EXPECT_FALSE(office.may_see(100'000));
    EXPECT_TRUE(office.may_record(person("p1"), "member.admitted"));
    EXPECT_FALSE(office.may_record(person("p4"), "member.admitted"));
    EXPECT_FALSE(office.may_record(person("p1"), "member.disciplined"));
    EXPECT_FALSE(office.may_record(person("p1"), "member.invented"));
    EXPECT_FALSE(office.may("see.invented"));
    EXPECT_TRUE(office.may_throughout("see.figures.lists", place("CQ")));
    EXPECT_FALSE(office.may_throughout("see.figures.lists", place("DUK")));
    EXPECT_FALSE(of("branch_secretary", "CQ").may_throughout("see.figures.lists", place("CQ")));
}

TEST_F(Allowing, OnePersonsOwnFileIsOpenToThem) {
    const auto self = of({{.role = "member", .organisation = "CB-1"}}, "p1");
    EXPECT_TRUE(self.may_see(person("p1")));
    EXPECT_TRUE(self.may_see_event(person("p1"), "member.disciplined"));
    for (const auto* guard : {"identity", "family", "health", "discipline"}) {
        EXPECT_TRUE(self.may_see_guarded(person("p1"), guard)) << guard;
        EXPECT_FALSE(self.may_see_guarded(person("p2"), guard)) << guard;
    }
    EXPECT_FALSE(self.may_see(person("p2")));
    EXPECT_FALSE(self.may_record(person("p1"), "person.details_changed")) << "seeing is not recording";
    EXPECT_FALSE(self.may_see(subject("organisation", "CB-1"))) << "its name only: see.tree";
    EXPECT_TRUE(self.may("see.tree", place("DUK")));
    EXPECT_FALSE(self.may("see.tree", place("CB-2")));
}

TEST_F(Allowing, WhatIsRestrictedAsksForMore) {
    const auto office = of("office", "CQ");
    const auto inspection = of("inspection", "CQ");
    EXPECT_TRUE(office.may_see_event(person("p1"), "member.admitted"));
    EXPECT_FALSE(office.may_see_event(person("p1"), "member.disciplined"));
    EXPECT_TRUE(office.may_see_event(person("p1"), "member.expelled"));
    EXPECT_FALSE(office.may_see_guarded(person("p1"), "discipline")) << "the grounds of an expulsion";
    EXPECT_TRUE(office.may_see_guarded(person("p1"), "identity"));
    EXPECT_FALSE(office.may_see_guarded(person("p1"), "health"));
    EXPECT_FALSE(office.may_see_guarded(person("p1"), "invented"));
    EXPECT_TRUE(inspection.may_see_event(person("p1"), "member.disciplined"));
    EXPECT_FALSE(inspection.may_see_event(person("p4"), "member.disciplined"));
    EXPECT_FALSE(inspection.may_see_guarded(person("p1"), "identity"));
}

TEST_F(Allowing, AGrantHoldsFromItsDayUntilBeforeItsLast) {
    const auto day = [](unsigned month, unsigned day_of_month) { return Day::of(2020, month, day_of_month).value(); };
    const std::vector<Grant> grants{
        {.role = "office", .organisation = "CQ", .from = day(3, 1), .until = day(6, 1)}};
    EXPECT_FALSE(of(grants, "", day(2, 28)).may("see.person"));
    EXPECT_TRUE(of(grants, "", day(3, 1)).may_see(person("p1")));
    EXPECT_TRUE(of(grants, "", day(5, 31)).may_see(person("p1")));
    EXPECT_FALSE(of(grants, "", day(6, 1)).may("see.person"));
    EXPECT_FALSE(of("office", "CQ-99").may("see.person")) << "held where nothing is";
    EXPECT_FALSE(of("emperor", "CQ").may("see.person"));
}

TEST_F(Allowing, AMergerMovesWhatIsSeen) {
    record({event("organisation.merged", "DN", "2020-05-01", "\"into\":\"CQ\"")});
    const auto before = Day::of(2020, 4, 30).value();
    EXPECT_FALSE(of({{.role = "office", .organisation = "CQ"}}, "", before).may_see(person("p4")));
    EXPECT_TRUE(of("office", "CQ").may_see(person("p4")));
    EXPECT_TRUE(of("office", "DN").may_see(person("p1"))) << "the absorbing one stands for the absorbed";
    EXPECT_TRUE(of("office", "CQ").may("see.organisation", place("DN")));
    EXPECT_FALSE(of("office", "KH").may_see(person("p4")));
}

TEST_F(Allowing, WhoWasTransferredIsNoLongerSeenByTheOldBranch) {
    record({event("member.transfer_introduced", "p1", "2020-03-01", "\"to_branch\":\"DN-1\",\"kind\":\"official\"")});
    EXPECT_TRUE(of("branch_secretary", "CB-1").may_see(person("p1"))) << "until they are received";
    record({event("member.transfer_received", "p1", "2020-03-20", "\"branch\":\"DN-1\"")});
    EXPECT_FALSE(of("branch_secretary", "CB-1").may_see(person("p1")));
    EXPECT_TRUE(of("branch_secretary", "DN-1").may_see(person("p1")));
    EXPECT_TRUE(of("office", "DUK").may_see(person("p1")));
}

TEST_F(Allowing, AnOrganisationYetToBeFoundedIsItsSuperiors) {
    record({event("organisation.founded", "CB-3", "2021-01-01",
                  "\"name\":\"Chi bộ 3\",\"kind\":\"branch\",\"parent\":\"CQ\"")});
    EXPECT_TRUE(of("office", "CQ").may_see(subject("organisation", "CB-3")));
    EXPECT_FALSE(of("office", "DN").may_see(subject("organisation", "CB-3")));
}

RC_GTEST_FIXTURE_PROP(Allowing, SeveralGrantsReachNoFurtherThanEachOfThem, ()) {
    const std::vector<std::string> places{"DUK", "CQ", "CB-1", "CB-2", "DN", "DN-1", "KH", "KH-1"};
    std::vector<Grant> grants;
    for (const auto pick : *rc::gen::container<std::vector<unsigned>>(3, rc::gen::inRange(0u, 72u))) {
        grants.push_back({.role = rights().roles()[pick / 8], .organisation = places[pick % 8]});
    }
    const auto together = of(grants);
    for (const auto& right : rights().rights()) {
        for (const auto& at : places) {
            const bool by_one = std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
                return of({grant}).may(right, place(at));
            });
            RC_ASSERT(together.may(right, place(at)) == by_one);
        }
    }
}

TEST_F(Allowing, AsksLittleOfARequest) {
    const std::vector<Grant> grants{{.role = "office", .organisation = "CQ"},
                                    {.role = "inspection", .organisation = "DUK"}};
    constexpr int times = 20'000;
    const auto begin = std::chrono::steady_clock::now();
    std::size_t allowed = 0;
    for (int i = 0; i < times; ++i) allowed += of(grants).may("see.person", place("CB-1")) ? 1 : 0;
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
    RecordProperty("microseconds_each", std::to_string(took.count() / times));
    EXPECT_EQ(allowed, times);
    EXPECT_LT(took.count() / times, 100.0) << "far above what it takes, for slow machines and sanitizers";
}

class Declaring : public testing::Test {
protected:
    static RightsTable with(std::vector<catalogue::RightRow> rows) {
        RightsTable table;
        table.roles = {"office"};
        table.views = {"see.figures", "manage.accounts"};
        table.rows = std::move(rows);
        return table;
    }
    static constexpr catalogue::Relations own = bit(Relation::own);
    static constexpr catalogue::Relations below = bit(Relation::below);
};

TEST_F(Declaring, ATableThatDoesNotFitIsABug) {
    const auto build = [](RightsTable table) { return catalogue::Rights(house(), std::move(table)); };
    EXPECT_THROW(build(with({{"office", "see.nothing", own}})), Bug);
    EXPECT_THROW(build(with({{"office", "record.nothing.*", own}})), Bug);
    EXPECT_THROW(build(with({{"nobody", "see.person", own}})), Bug);
    EXPECT_THROW(build(with({{"office", "see.person", own}, {"office", "see.person", below}})), Bug);
    auto table = with({});
    table.two_persons = {"member.invented"};
    EXPECT_THROW(build(table), Bug);
}

TEST_F(Declaring, TheLongestRowDecidesAndRestrictedThingsMustBeNamed) {
    const catalogue::Rights rights(house(), with({{"office", "see.*", own},
                                                  {"office", "record.member.*", own},
                                                  {"office", "record.*", below},
                                                  {"office", "record.member.fee_paid", 0},
                                                  {"office", "record.meeting.held", own}}));
    EXPECT_EQ(rights.where("office", "record.member.admitted"), own);
    EXPECT_EQ(rights.where("office", "record.member.fee_paid"), 0);
    EXPECT_EQ(rights.where("office", "record.meeting.held"), own);
    EXPECT_EQ(rights.where("office", "record.class.opened"), below);
    EXPECT_EQ(rights.where("office", "see.person"), own);
    for (const auto* named : {"see.discipline", "see.inspection", "see.person.identity", "record.member.disciplined",
                              "record.inspection.opened", "record.event.voided", "manage.accounts"}) {
        EXPECT_NE(rights.right(named), catalogue::no_right) << named;
        EXPECT_EQ(rights.where("office", named), 0) << named;
    }
    EXPECT_EQ(rights.where("nobody", "see.person"), 0);
    EXPECT_EQ(rights.where("office", "see.invented"), 0);
}

TEST_F(Declaring, EverySubjectAndEventHasItsRight) {
    for (const auto& subject : house().subjects()) {
        EXPECT_NE(rights().right("see." + subject.name), catalogue::no_right) << subject.name;
    }
    for (const auto& type : house().events()) {
        EXPECT_NE(rights().recording(type.name), catalogue::no_right) << type.name;
        EXPECT_NE(rights().seeing_event(type.name), catalogue::no_right) << type.name;
        for (const auto& field : type.fields) {
            if (field.guard.empty()) continue;
            EXPECT_NE(rights().opening(house().subject_of(type), field.guard), catalogue::no_right) << field.name;
        }
    }
    EXPECT_NE(rights().recording(catalogue::voiding), catalogue::no_right);
}

}  // namespace
}  // namespace nennep::test
