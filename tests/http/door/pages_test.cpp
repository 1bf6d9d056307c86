// What pages are drawn from beside the plain answers: which acts are offered, by which names people know
// those who are named by key, the numbers within the words of a report, and many figures at once.
#include "matrix.hpp"

namespace nennep::test {
namespace {

class Pages : public Matrix {
protected:
    Pages() : Matrix(common_door()) {}
    std::string get(const std::string& who, const std::string& path) {
        const auto answer = common_door().get(caller(who), path);
        EXPECT_EQ(answer.status, 200) << who << ": " << path << answer.body;
        return answer.body;
    }
    static bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
    static std::string offer(const std::string& type, bool two) {
        return "{\"type\":\"" + type + "\",\"two\":" + (two ? "true" : "false") + "}";
    }
    static double sum(const std::string& list) {
        double all = 0;
        for (std::size_t at = 1; at < list.size();) {
            const auto end = std::min(list.find(',', at), list.size() - 1);
            all += std::stod(list.substr(at, end - at));
            at = end + 1;
        }
        return all;
    }
    // `"by_month":[…]` with its brackets.
    static std::string months(const std::string& body) {
        const auto at = body.find("\"by_month\":") + 11;
        return body.substr(at, body.find(']', at) + 1 - at);
    }
};

TEST_F(Pages, OffersWhatMayBeRecordedNow) {
    const auto member = get("office@CQ", "/people/p-CB-1");
    EXPECT_TRUE(has(member, offer("member.transfer_introduced", false)));
    EXPECT_FALSE(has(member, "{\"type\":\"member.admitted\""));
    EXPECT_FALSE(has(member, "{\"type\":\"member.disciplined\""));
    EXPECT_TRUE(has(get("inspection@CQ", "/people/p-CB-1"), offer("member.disciplined", true)));
    EXPECT_TRUE(has(get("auditor@CQ", "/people/p-CB-1"), "\"acts\":[]"));
    EXPECT_TRUE(has(get("self", "/people/p-CB-1"), "\"acts\":[]"));
    EXPECT_FALSE(has(get("office@CQ", "/people/p-dead-CB-1"), "{\"type\":\"member.transfer_introduced\""));
    // The past is shown, acts are of now.
    EXPECT_TRUE(has(get("office@CQ", "/people/p-dead-CB-1?on=2020-01-01"), "\"acts\":[{\"type\":"));
    EXPECT_FALSE(has(get("office@CQ", "/people/p-dead-CB-1?on=2020-01-01"), "{\"type\":\"member.died\""));
    EXPECT_TRUE(has(get("office@CQ", "/organisations/CB-1"), "{\"type\":\"organisation.renamed\""));
    EXPECT_FALSE(has(get("office@CQ", "/organisations/CB-E"), "{\"type\":\"organisation.renamed\""));
    EXPECT_TRUE(has(get("member@CB-1", "/organisations/CB-1"), "\"acts\":[]"));
}

TEST_F(Pages, TellsByWhichNamesTheNamedAreKnown) {
    const std::string history = "/events?subject_type=person&key=p-gone";
    const auto whole = get("office@DUK", history);
    EXPECT_TRUE(has(whole, "\"organisation:CB-1\":\"")) << whole;
    EXPECT_TRUE(has(whole, "\"organisation:DN-1\":\""));
    const auto of_one_side = get("office@CQ", history);
    EXPECT_FALSE(has(of_one_side, "\"organisation:DN-1\":\"")) << "it stands beside them";
    EXPECT_TRUE(has(of_one_side, "\"organisation:CB-1\":\""));
    // Members know the names of what they stand under, and no more of it.
    const auto own = get("member-self", history);
    EXPECT_FALSE(has(own, "\"organisation:DN-1\":\""));
    EXPECT_TRUE(has(own, "\"organisation:CB-1\":\""));

    const auto meeting = get("office@CQ", "/meetings/" + key_at("meeting", "CB-1"));
    const auto at = meeting.find("\"fields\":{\"organisation\":{");
    ASSERT_NE(at, std::string::npos) << meeting;
    const auto field = meeting.substr(at, meeting.find("\"since\"", at) - at);
    EXPECT_TRUE(has(field, "\"reference\":{\"key\":\"CB-1\",\"label\":")) << field;
    EXPECT_FALSE(has(field, "\"shown\":\"CB-1\"")) << field;
    const auto committee = get("office@CQ", "/committees/" + key_at("committee", "CB-1"));
    EXPECT_TRUE(has(committee, "\"references\":[{\"key\":\"p-CB-1\",\"label\":")) << committee;

    const auto records = get("office@CQ", "/figures/meetings.held/records?org=CQ&year=2020");
    EXPECT_TRUE(has(records, ",\"organisation_label\":\"")) << records;
}

TEST_F(Pages, TellsWhatMayBeVoided) {
    const auto voidable = [&](const std::string& who, const std::string& type) {
        const auto body = get(who, "/events?subject_type=person&key=p-CB-1");
        const auto at = body.find("\"type\":\"" + type + "\"");
        EXPECT_NE(at, std::string::npos) << body;
        return has(body.substr(at, body.find('\n', at) - at), "\"may_void\":true");
    };
    EXPECT_TRUE(voidable("office@CQ", "member.fee_paid"));
    EXPECT_FALSE(voidable("auditor@CQ", "member.fee_paid"));
    EXPECT_FALSE(voidable("self", "member.fee_paid"));
    EXPECT_TRUE(voidable("inspection@CQ", "member.disciplined"));
    EXPECT_FALSE(voidable("inspection@CQ", "member.fee_paid")) << "who may void, and not record it";
    const auto past = get("office@CQ", "/events?subject_type=person&key=p-CB-1&as_known=2029-01-01");
    EXPECT_FALSE(has(past, "may_void"));
}

TEST_F(Pages, ManyFiguresAreToldAsEachAlone) {
    const std::string asked = "org=DUK&year=2020&by=month";
    const auto together = get("office@DUK", "/figures?names=meetings.held&names=members.total&" + asked);
    for (const std::string name : {"meetings.held", "members.total"}) {
        auto alone = get("office@DUK", "/figures/" + name + "?" + asked);
        alone.pop_back();
        EXPECT_TRUE(has(together, alone)) << alone;
    }
    const auto all = get("office@DUK", "/figures?org=DUK&year=2020");
    for (const auto& figure : catalogue_of_house().figures()) {
        EXPECT_EQ(has(all, "{\"name\":" + json_quoted(figure.name) + ","), !figure.about_figures) << figure.name;
    }
    EXPECT_EQ(door.get(caller("office@CQ"), "/figures?org=DUK&year=2020").status, 404);
    EXPECT_EQ(door.get(caller("administrator@DUK"), "/figures?org=DUK&year=2020").status, 403);
    EXPECT_EQ(door.get(caller("office@CQ"), "/figures?year=2020").status, 400);
    EXPECT_TRUE(door.get(caller("office@CQ"), "/figures?org=CQ&year=2020&names=members.totl").has("members.total"));
}

TEST_F(Pages, TheMonthsOfAFlowAddUpToItsYear) {
    for (const std::string name : {"meetings.held", "members.transfers.introduced", "fees.collected_vnd"}) {
        const auto body = get("office@DUK", "/figures/" + name + "?org=DUK&year=2020&by=month");
        EXPECT_EQ(sum(months(body)), std::stod(member(body, "value"))) << body;
    }
    EXPECT_EQ(common_door().get(caller("office@DUK"),
                                "/figures/meetings.held?org=DUK&from=2020-01-01&to=2020-05-01&by=month").status, 400);
    // And so do their lists, each as long as its own value says.
    std::size_t rows = 0;
    for (int month = 1; month <= 12; ++month) {
        const auto list = get("office@DUK", "/figures/meetings.held/records?org=DUK&year=2020&month=" +
                                                std::to_string(month));
        EXPECT_EQ(member(list, "value"), member(list, "total")) << list;
        rows += std::stoul(member(list, "total"));
    }
    const auto of_year = get("office@DUK", "/figures/meetings.held/records?org=DUK&year=2020");
    EXPECT_EQ(std::to_string(rows), member(of_year, "total"));
    const auto refused = [&](const std::string& asked) {
        const auto answer = common_door().get(caller("office@DUK"), "/figures/meetings.held/records?org=DUK&" + asked);
        EXPECT_EQ(answer.status, 400);
        return answer.body;
    };
    EXPECT_TRUE(has(refused("year=2020&month=13"), "api.not_a_choice"));
    const auto days = refused("from=2020-01-01&to=2020-05-01&month=3");
    EXPECT_TRUE(has(days, "api.only_of_a_year") && has(days, "“month”")) << days;
    // Whom a year would name, a month would too.
    const auto few = get("office@CQ", "/figures/members.disciplined?org=CB-2&year=2020&by=month");
    EXPECT_EQ(member(few, "value"), "null");
    EXPECT_EQ(months(few), "[null,null,null,null,null,null,null,null,null,null,null,null]");
}

TEST_F(Pages, TheWordsOfAReportComeInPiecesToo) {
    const auto report = get("office@DUK", "/reports/annual?org=DUK&year=2020&lang=vi");
    const auto texts = members(report, "text");
    ASSERT_FALSE(texts.empty());
    std::size_t numbers = 0;
    // A block says its text, and then its pieces, which together are the same.
    for (std::size_t i = 0; i < texts.size();) {
        const auto& whole = texts[i++];
        std::string together;
        while (together.size() < whole.size() && i < texts.size()) together += texts[i++];
        ASSERT_EQ(together, whole);
    }
    for (auto at = report.find("\"which\":\""); at != std::string::npos; at = report.find("\"which\":\"", at + 1)) {
        ++numbers;
    }
    EXPECT_GT(numbers, 10u);
    EXPECT_TRUE(has(report, "\"figure\":\"meetings.held\",\"which\":\"value\"}"));
    EXPECT_TRUE(has(report, "\"which\":\"difference\"}"));
}

}  // namespace
}  // namespace nennep::test
