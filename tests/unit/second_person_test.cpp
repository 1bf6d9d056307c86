// Recording on somebody's behalf: by what right, what they are told about others, and what waits for a
// second person.
#include <algorithm>

#include "permission_fixture.hpp"
#include "service/export.hpp"
#include "service/history.hpp"
#include "service/second_person.hpp"

namespace nennep::test {
namespace {

using catalogue::Grant;
using service::Receipt;
using service::WaitingAct;

class OnBehalf : public Committees {
protected:
    OnBehalf() { books_.now_ms = 1'590'969'600'000; }       // 1 June 2020

    service::OnBehalf by(const std::string& role, const std::string& organisation, const std::string& person = "") {
        return {rights(), {{.role = role, .organisation = organisation}}, person};
    }
    Receipt send(const service::OnBehalf& sender, const std::vector<std::string>& lines,
                 const service::Confirmation* confirmation = nullptr, bool check_only = false) {
        service::RecordingOptions options;
        options.on_behalf = &sender;
        options.confirmation = confirmation;
        options.check_only = check_only;
        const std::vector<std::string_view> views(lines.begin(), lines.end());
        return books_.recorder().record("lan", views, options);
    }
    static std::vector<std::string> codes(const Receipt& receipt) {
        std::vector<std::string> all;
        for (const auto& objection : receipt.objections) all.push_back(objection.refusal.code);
        return all;
    }
    static std::string fee(const std::string& key) {
        return event("member.fee_paid", key, "2020-05-10", "\"month\":\"2020-05\",\"amount_vnd\":50000");
    }
    static std::string admission(const std::string& key) {
        return event("member.admitted", key, "2020-05-19", "\"branch\":\"CB-1\"");
    }
    static std::string registration(const std::string& key, const std::string& organisation) {
        return event("person.registered", key, "2020-05-02",
                     "\"full_name\":\"Ngô Văn Út\",\"gender\":\"male\",\"birth_date\":\"1995-01-01\","
                     "\"organisation\":\"" + organisation + "\"");
    }
    using Codes = std::vector<std::string>;
    const Codes denied{"access.not_allowed"};
};

TEST_F(OnBehalf, IsRecordedWhereTheRightHolds) {
    EXPECT_EQ(codes(send(by("office", "CQ"), {fee("p1")})), Codes{});
    EXPECT_EQ(codes(send(by("branch_secretary", "CB-1"), {fee("p2")})), Codes{});
    EXPECT_EQ(codes(send(by("reporter", "DUK"), {fee("p3")})), Codes{"reference.unknown"});
    EXPECT_EQ(codes(send(by("organisation", "CQ"), {fee("p3")})), denied);
    EXPECT_EQ(codes(send(by("office", "CQ"), {registration("n1", "CB-2")})), Codes{});
    EXPECT_EQ(codes(send(by("office", "CQ"), {registration("n2", "DN-1")})), denied);
}

TEST_F(OnBehalf, AForeignSubjectIsAnsweredAsOneThatIsNotThere) {
    const auto office = by("office", "CQ");
    const auto same = [&](const std::string& type, const std::string& more) {
        const auto line = [&](const std::string& key) {
            auto text = event(type, key, "2020-05-10", "");
            text.insert(1, more);
            return text;
        };
        const auto foreign = send(office, {line("p4")});
        const auto nobody = send(office, {line("p9")});
        ASSERT_EQ(foreign.objections.size(), nobody.objections.size()) << type;
        for (std::size_t i = 0; i < foreign.objections.size(); ++i) {
            EXPECT_EQ(foreign.objections[i].refusal.code, nobody.objections[i].refusal.code) << type;
            EXPECT_EQ(foreign.objections[i].refusal.field, nobody.objections[i].refusal.field) << type;
            EXPECT_EQ(foreign.objections[i].with, nobody.objections[i].with) << type;
        }
    };
    for (const auto& type : house().events()) {
        if (type.subject_type != "person" || type.opens) continue;
        // Broken lines say no more than whole ones.
        same(type.name, "");
        same(type.name, "\"misspelt\":1,");
    }
    const auto received = [](const std::string& key) {
        return event("member.transfer_received", key, "2020-05-10", "\"branch\":\"DN-1\"");
    };
    EXPECT_EQ(codes(send(office, {received("p4")})), codes(send(office, {received("p9")})));
}

TEST_F(OnBehalf, NobodyTakesAnOrganisationFromANeighbour) {
    const auto move = [](const std::string& key, const std::string& parent) {
        return event("organisation.moved", key, "2020-05-10", "\"parent\":\"" + parent + "\"");
    };
    EXPECT_EQ(codes(send(by("office", "CQ"), {move("DN-1", "CQ")})), Codes{"reference.unknown"});
    EXPECT_EQ(codes(send(by("office", "CQ"), {move("CB-1", "DN")})), denied) << "nor gives one away";
    const auto merge = event("organisation.merged", "DN-1", "2020-05-10", "\"into\":\"CB-1\"");
    EXPECT_EQ(codes(send(by("office", "DN"), {merge})), denied);
    EXPECT_EQ(codes(send(by("office", "DUK"), {move("CB-1", "DN")})), Codes{}) << "who stands above both may";
}

TEST_F(OnBehalf, WhoIsReceivedIsRecordedByTheReceiver) {
    const auto introduced =
        event("member.transfer_introduced", "p1", "2020-05-10", "\"to_branch\":\"DN-1\",\"kind\":\"official\"");
    const auto received = event("member.transfer_received", "p1", "2020-05-20", "\"branch\":\"DN-1\"");
    EXPECT_EQ(codes(send(by("office", "DN"), {received})), Codes{"reference.unknown_near"}) << "not introduced";
    EXPECT_EQ(codes(send(by("office", "CQ"), {introduced})), Codes{});
    EXPECT_EQ(codes(send(by("office", "CQ"), {received})), denied) << "the sender does not receive";
    EXPECT_EQ(codes(send(by("office", "DN"), {received})), Codes{});
    EXPECT_EQ(codes(send(by("office", "CQ"), {fee("p1")})).size(), 1u) << "gone from here";
}

TEST_F(OnBehalf, VoidingAsksForTheRightToTheEventItself) {
    record({event("member.disciplined", "p1", "2020-02-01", "\"form\":\"reprimand\"")});
    const auto disciplined = std::to_string(world().head.seq);
    record({fee("p1")});
    const auto paid = std::to_string(world().head.seq);
    const auto undo = [](const std::string& seq) {
        return "{\"type\":\"event.voided\",\"data\":{\"event\":\"" + seq + "\",\"reason\":\"Nhầm\"}}";
    };
    EXPECT_EQ(codes(send(by("office", "CQ"), {undo(disciplined)})), Codes{"void.unknown_event"});
    EXPECT_EQ(codes(send(by("office", "DN"), {undo(paid)})), Codes{"void.unknown_event"});
    EXPECT_EQ(codes(send(by("inspection", "CQ"), {undo(paid)})), denied);
    EXPECT_EQ(codes(send(by("office", "CQ"), {undo(paid)})), Codes{});
    const auto held = send(by("inspection", "CQ"), {undo(disciplined)});
    EXPECT_TRUE(held.is_held_back) << "to take back what needs two needs two";
    ASSERT_EQ(held.for_two.size(), 1u);
    EXPECT_EQ(held.for_two.front().voids, "member.disciplined");
}

TEST_F(OnBehalf, WhatIsRecordedAlreadyIsNotConfirmedToWhoMayNotRecordIt) {
    const auto line = event("member.disciplined", "p1", "2020-02-01", "\"form\":\"reprimand\"");
    record({line});
    const auto receipt = send(by("office", "CQ"), {line}, nullptr, true);
    EXPECT_EQ(codes(receipt), denied);
    EXPECT_TRUE(receipt.already.empty());
}

TEST_F(OnBehalf, AnExportedLineIsJudgedLikeAnyOther) {
    auto line = event("member.fee_paid", "p1", "1900-05-10", "\"month\":\"2020-05\",\"amount_vnd\":50000");
    line.insert(1, "\"seq\":7,\"recorded_by\":\"giám đốc\",\"confirmed_by\":\"x\",");
    EXPECT_FALSE(codes(send(by("office", "CQ"), {line})).empty()) << "p1 was not there in 1900";
}

class Two : public OnBehalf {
protected:
    Two() {
        record({registration("n1", "CB-1"),
                event("person.became_prospect", "n1", "2020-05-03", "\"branch\":\"CB-1\"")});
    }

    WaitingAct waiting(const std::vector<std::string>& lines, const Receipt& receipt) {
        const std::vector<std::string_view> views(lines.begin(), lines.end());
        return service::waiting_act("w1", "lan", "p2", books_.now_ms, views, receipt);
    }
    Receipt confirm(const service::OnBehalf& sender, const std::string& actor, const service::OnBehalf& second,
                    const std::vector<std::string>& lines) {
        const service::Confirmation confirmation{actor, second};
        return send(sender, lines, &confirmation);
    }
};

TEST_F(Two, WhatNeedsTwoIsHeldBackAndRecordedWithBothNames) {
    const auto before = world().head;
    const auto held = send(by("office", "CQ"), {admission("n1"), fee("p1")});
    EXPECT_TRUE(held.is_held_back);
    EXPECT_EQ(held.recorded, 2u) << "would be";
    EXPECT_EQ(world().head, before);
    const std::vector<service::ActForTwo> expected{{"member.admitted", "", "person", "n1", "Ngô Văn Út"}};
    EXPECT_EQ(held.for_two, expected) << "the fee goes along, and waits with it";

    const auto receipt = confirm(by("office", "CQ"), "binh", by("secretary", "DUK"), {admission("n1")});
    EXPECT_EQ(codes(receipt), Codes{});
    EXPECT_EQ(receipt.recorded, 1u);
    const auto line = service::history_of(books_.books(), world(), person("n1")).back();
    EXPECT_EQ(line.event, "member.admitted");
    EXPECT_EQ(line.recorded_by, "lan");
    EXPECT_EQ(line.confirmed_by, "binh");
    std::string exported;
    service::export_events(books_.books(), world(), [&](std::string_view text) { exported = text; });
    EXPECT_NE(exported.find("\"recorded_by\":\"lan\",\"confirmed_by\":\"binh\""), std::string::npos) << exported;
    EXPECT_EQ(confirm(by("office", "CQ"), "binh", by("secretary", "DUK"), {admission("n1")}).recorded, 0u)
        << "twice is once";
}

TEST_F(Two, WhoConfirmsNeedNotHoldTheRightToWhatGoesAlong) {
    const std::vector<std::string> lines{registration("n9", "CB-1"), fee("p1"), admission("n1")};
    const auto act = waiting(lines, send(by("office", "CQ"), lines));
    ASSERT_TRUE(service::may_confirm(house(), of("secretary", "DUK"), act)) << "what is offered";
    EXPECT_EQ(codes(send(by("secretary", "DUK"), {fee("p1")})), denied) << "alone they may not";
    const auto receipt = confirm(by("office", "CQ"), "binh", by("secretary", "DUK"), lines);
    EXPECT_EQ(codes(receipt), Codes{}) << "can be confirmed";
    EXPECT_EQ(receipt.recorded, 3u);
}

TEST_F(Two, WhatGoesAlongStillAsksForTheSendersRight) {
    const std::vector<std::string> lines{fee("p1"), admission("n1")};
    EXPECT_EQ(codes(confirm(by("secretary", "DUK"), "binh", by("office", "CQ"), lines)), denied);
}

TEST_F(Two, TheSamePersonIsNoSecondOne) {
    const auto act = waiting({admission("n1")}, send(by("office", "CQ"), {admission("n1")}));
    const auto code = [&](std::string_view account, std::string_view person, std::int64_t now_ms) {
        const auto refusal = service::against_confirming(act, account, person, now_ms);
        return refusal ? refusal->code : std::string();
    };
    EXPECT_EQ(code("binh", "", act.sent_ms), "");
    EXPECT_EQ(code("lan", "", act.sent_ms), "second_person.same");
    EXPECT_EQ(code("lan-2", "p2", act.sent_ms), "second_person.same") << "another account of one person";
    EXPECT_EQ(code("binh", "p1", act.until_ms - 1), "");
    EXPECT_EQ(code("binh", "p1", act.until_ms), "second_person.expired");
    EXPECT_EQ(act.until_ms - act.sent_ms, std::int64_t{14} * 24 * 60 * 60 * 1000);
    auto refused = act;
    refused.refused_by = "dung";
    EXPECT_EQ(service::against_confirming(refused, "binh", "", act.sent_ms)->code, "second_person.refused");
    EXPECT_THROW(confirm(by("office", "CQ"), "lan", by("office", "CQ"), {admission("n1")}), Bug);
}

TEST_F(Two, BothMustHoldTheRightWhenItIsConfirmed) {
    const auto office = by("office", "CQ");
    EXPECT_EQ(codes(confirm(office, "binh", by("branch_secretary", "CB-1"), {admission("n1")})), denied);
    EXPECT_EQ(codes(confirm(office, "binh", by("reporter", "DUK"), {admission("n1")})), Codes{"reference.unknown"});
    EXPECT_EQ(codes(confirm(by("reporter", "CQ"), "binh", by("office", "CQ"), {admission("n1")})).size(), 1u)
        << "whoever sent it has lost the right meanwhile";
    EXPECT_EQ(codes(confirm(office, "binh", by("secretary", "DUK"), {admission("n1")})), Codes{});
}

TEST_F(Two, WhatWasJudgedIsJudgedAgain) {
    EXPECT_TRUE(send(by("office", "CQ"), {admission("n1")}).is_held_back);
    record({event("member.admitted", "n1", "2020-05-04", "\"branch\":\"CB-2\"")});
    EXPECT_EQ(codes(confirm(by("office", "CQ"), "binh", by("secretary", "DUK"), {admission("n1")})),
              Codes{"admission.already_a_member"});
}

TEST_F(Two, AreOfferedOnlyWhatTheyCouldRecord) {
    const auto act = waiting({admission("n1")}, send(by("office", "CQ"), {admission("n1")}));
    const auto offered = [&](const std::string& role, const std::string& at) {
        return service::may_confirm(house(), of(role, at), act);
    };
    EXPECT_TRUE(offered("office", "CQ"));
    EXPECT_TRUE(offered("secretary", "DUK"));
    EXPECT_FALSE(offered("inspection", "DUK"));
    EXPECT_FALSE(offered("office", "DN"));
    EXPECT_FALSE(offered("branch_secretary", "CB-1"));
    const std::vector<std::string> lines{registration("n9", "DN-1"), event("member.registered", "n9", "2020-05-03",
                                         "\"branch\":\"DN-1\",\"admitted_on\":\"2015-01-01\"")};
    const auto of_new = waiting(lines, send(by("office", "DN"), lines));
    ASSERT_EQ(of_new.what.size(), 1u);
    EXPECT_TRUE(service::may_confirm(house(), of("office", "DUK"), of_new));
    EXPECT_FALSE(service::may_confirm(house(), of("auditor", "DUK"), of_new));
}

TEST_F(Two, WhatWaitsIsKeptAsItIs) {
    auto act = waiting({admission("n1"), fee("p1")}, send(by("office", "CQ"), {admission("n1"), fee("p1")}));
    act.source = "tháng 5.jsonl";
    act.refused_by = "binh";
    act.reason = "Thiếu nghị quyết";
    act.refused_ms = 7;
    const auto bytes = service::encode(act);
    EXPECT_EQ(service::decode_waiting("w1", bytes), act);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(service::decode_waiting("w1", std::string_view(bytes).substr(0, size)));
    }
}

TEST_F(Two, WhoeverWorksOnTheMachineItselfNeedsNobody) {
    record({admission("n1")});
    const auto line = service::history_of(books_.books(), world(), person("n1")).back();
    EXPECT_EQ(line.recorded_by, "tester");
    EXPECT_TRUE(line.confirmed_by.empty());
}

}  // namespace
}  // namespace nennep::test
