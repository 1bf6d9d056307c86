// What of histories, lists and figures somebody gets to see.
#include "permission_fixture.hpp"
#include "service/printed.hpp"
#include "service/small_cells.hpp"
#include "service/visible.hpp"

namespace nennep::test {
namespace {

using service::HistoryLine;

class Seeing : public Committees {
protected:
    std::vector<HistoryLine> history(const service::Permission& permission, std::string_view key,
                                     const std::vector<std::string>& revealed = {}) {
        const auto subject = person(key);
        auto lines = service::history_of(books_.books(), world(), subject);
        return service::visible(house(), permission, subject, std::move(lines), revealed);
    }
    static std::vector<std::string> events(const std::vector<HistoryLine>& lines) {
        std::vector<std::string> names;
        for (const auto& line : lines) names.push_back(line.event);
        return names;
    }
    void discipline(const std::string& key, const std::string& on) {
        record({event("member.disciplined", key, on, "\"form\":\"reprimand\",\"grounds\":\"Vắng họp\"")});
    }
    using Names = std::vector<std::string>;
};

TEST_F(Seeing, RestrictedEventsVanishFromAHistoryWithTheirCorrections) {
    discipline("p1", "2020-02-01");
    const auto seq = world().head.seq;
    record({event("event.voided", "p1", "2020-02-02",
                  "\"event\":\"" + std::to_string(seq) + "\",\"reason\":\"Nhầm\"")});
    record({event("event.voided", "p1", "2020-02-03",
                  "\"event\":\"" + std::to_string(seq + 1) + "\",\"reason\":\"Nhầm\"")});
    const Names plain{"person.registered", "member.registered"};
    const Names whole{"person.registered", "member.registered", "member.disciplined", "event.voided", "event.voided"};
    EXPECT_EQ(events(history(of("office", "CQ"), "p1")), plain);
    EXPECT_EQ(events(history(of("inspection", "CQ"), "p1")), whole);
    EXPECT_EQ(events(history(self("p1"), "p1")), whole) << "what was decided about oneself";
    EXPECT_EQ(events(history(of("inspection", "DN"), "p1")), Names{});
    EXPECT_EQ(events(history(self("p2"), "p1")), Names{});
}

TEST_F(Seeing, GuardedFieldsAreLeftOutAndNamedUntilAskedFor) {
    const Names all{"class_background", "health", "id_number", "phone"};
    const auto masked = history(of("office", "CQ"), "p1").front();
    EXPECT_EQ(masked.masked, all);
    const auto json = service::to_json(masked);
    EXPECT_NE(json.find("\"masked\":[\"class_background\",\"health\",\"id_number\",\"phone\"]"), std::string::npos);
    for (const auto* text : {"001180012345", "345", "0912345678", "Tốt", "Nông dân"}) {
        EXPECT_EQ(json.find(text), std::string::npos) << text;
    }
    EXPECT_NE(masked.data.find("Trần Thị Bình"), std::string::npos) << masked.data;

    const auto asked = history(of("office", "CQ"), "p1", {"identity", "family", "health"}).front();
    EXPECT_EQ(asked.masked, Names{"health"}) << "asking opens no more than the right to it";
    EXPECT_NE(asked.data.find("001180012345"), std::string::npos);
    EXPECT_EQ(asked.data.find("Tốt"), std::string::npos);

    const auto own = history(self("p1"), "p1").front();
    EXPECT_TRUE(own.masked.empty());
    EXPECT_EQ(own.data, service::history_of(books_.books(), world(), person("p1")).front().data);
}

TEST_F(Seeing, TheGroundsOfAnExpulsionAreDiscipline) {
    record({event("member.expelled", "p2", "2020-02-01", "\"grounds\":\"Tham ô\"")});
    const auto office = history(of("office", "CQ"), "p2", {"discipline"}).back();
    EXPECT_EQ(office.event, "member.expelled");
    EXPECT_EQ(office.data, "{}");
    EXPECT_EQ(office.masked, Names{"grounds"});
    EXPECT_EQ(history(of("inspection", "CQ"), "p2").back().data, "{}");
    EXPECT_EQ(history(of("inspection", "CQ"), "p2", {"discipline"}).back().data, "{\"grounds\":\"Tham ô\"}");
}

TEST_F(Seeing, AListKeepsTheRowOfWhoIsNoLongerSeenWithoutTheName) {
    record({event("member.evaluated", "p1", "2019-12-20", "\"year\":2019,\"rating\":\"good\""),
            event("member.evaluated", "p2", "2019-12-20", "\"year\":2019,\"rating\":\"good\""),
            event("member.transfer_introduced", "p1", "2020-03-01", "\"to_branch\":\"DN-1\",\"kind\":\"official\""),
            event("member.transfer_received", "p1", "2020-03-20", "\"branch\":\"DN-1\"")});
    const auto& figure = *house().figure("members.evaluated");
    const catalogue::Question question{
        {subject("organisation", "CB-1")}, Period::of_year(2019), {}, Day::of(2019, 12, 31)};
    const auto answer = ask(house(), world(), figure, question);
    const auto rows = service::visible(
        house(), of("branch_secretary", "CB-1"),
        service::open_records(books_.books(), world(), figure, answer.records, Language::vi));
    ASSERT_EQ(rows.size(), 2u) << "as many as the value says";
    std::size_t hidden = 0;
    for (const auto& row : rows) {
        EXPECT_EQ(row.is_hidden, row.subject.empty());
        hidden += row.is_hidden ? 1 : 0;
        EXPECT_EQ(service::to_json(row).find("p1"), std::string::npos);
    }
    EXPECT_EQ(hidden, 1u);
}

TEST_F(Seeing, ListsOfRestrictedFiguresAskForTheirRight) {
    const auto may = [&](const std::string& role, const std::string& place_of, const std::string& figure,
                         const std::string& asked) {
        return service::may_open_list(house(), of(role, place_of), *house().figure(figure), place(asked));
    };
    EXPECT_TRUE(may("office", "CQ", "members.total", "CQ"));
    EXPECT_FALSE(may("office", "CQ", "members.disciplined", "CQ"));
    EXPECT_FALSE(may("office", "CQ", "inspections.opened", "CQ"));
    EXPECT_FALSE(may("office", "CQ", "organisations.disciplined", "CQ"));
    EXPECT_TRUE(may("office", "CQ", "members.expelled", "CQ"));
    EXPECT_TRUE(may("inspection", "CQ", "members.disciplined", "CQ"));
    EXPECT_FALSE(may("inspection", "CQ", "members.disciplined", "DUK"));
    EXPECT_FALSE(may("reporter", "DUK", "members.total", "DUK"));
    EXPECT_FALSE(may("member", "CB-1", "members.total", "CB-1"));
}

class SmallCells : public Seeing {
protected:
    // Disciplines that many members, new ones, of a branch.
    void disciplined(const std::string& branch, int count) {
        for (int i = 0; i < count; ++i) {
            const auto key = branch + "/" + std::to_string(i);
            member(key, branch);
            discipline(key, "2020-02-01");
        }
    }
    // Those directly below CQ.
    std::vector<std::string> branches() {
        std::vector<std::string> keys;
        for (const auto& key : world().directory.keys(house().organisations())) {
            if (key.starts_with("CB-")) keys.push_back(key);
        }
        return keys;
    }
    bool tells(const service::Permission& permission, const std::string& organisation,
               Period period = Period::of_year(2020), const char* figure = "members.disciplined") {
        const catalogue::Question question{{subject("organisation", organisation)}, period, {}, {}};
        return service::may_tell(house(), world(), permission, *house().figure(figure), question);
    }
};

TEST_F(SmallCells, AreToldWhereTheyAreDecidedAndToWhoHoldsTheRight) {
    disciplined("CB-1", 2);
    const auto office = of("office", "DUK");
    EXPECT_TRUE(tells(office, "DUK")) << "an upper committee decides, and reports how often";
    EXPECT_FALSE(tells(office, "CQ"));
    EXPECT_FALSE(tells(office, "CB-1"));
    EXPECT_TRUE(tells(of("inspection", "DUK"), "CB-1"));
    EXPECT_TRUE(tells(of("branch_secretary", "CB-1"), "CB-1"));
    EXPECT_FALSE(tells(of("inspection", "DN"), "CB-1"));
    EXPECT_TRUE(tells(office, "CB-1", Period::of_year(2020), "members.total")) << "no restricted figure";
}

TEST_F(SmallCells, ZeroIsToldOnlyWhereNoSisterIsSmall) {
    const auto office = of("office", "DUK");
    EXPECT_TRUE(tells(office, "CQ"));
    EXPECT_TRUE(tells(office, "CB-1"));
    disciplined("CB-1", 2);
    EXPECT_FALSE(tells(office, "CB-2")) << "the parent less this one would be CB-1";
    EXPECT_FALSE(tells(office, "DN"));
    EXPECT_TRUE(tells(office, "KH")) << "another tree";
}

TEST_F(SmallCells, OneAloneTakesAnotherWithIt) {
    disciplined("CB-1", 2);
    disciplined("CB-2", 6);
    disciplined("DN-1", 5);
    const auto office = of("office", "DUK");
    EXPECT_TRUE(tells(office, "CQ")) << "8";
    EXPECT_TRUE(tells(office, "DN")) << "5";
    EXPECT_FALSE(tells(office, "CB-1"));
    EXPECT_FALSE(tells(office, "CB-2")) << "8 - 6 would be CB-1";
    found("CB-3", "branch", "CQ");
    EXPECT_TRUE(tells(office, "CB-2")) << "CB-1 and CB-3 are hidden together";
}

TEST_F(SmallCells, BelowAHiddenOneAllIsHidden) {
    disciplined("CB-1", 6);
    disciplined("DN-1", 1);
    const auto office = of("office", "DUK");
    EXPECT_FALSE(tells(office, "DN"));
    EXPECT_FALSE(tells(office, "CQ")) << "7 - 6 would be DN";
    EXPECT_FALSE(tells(office, "CB-1")) << "and this is all of CQ";
}

TEST_F(SmallCells, OnlyWholeYearsAreToldBelow) {
    disciplined("CB-1", 6);
    const Period half{Day::of(2020, 1, 1).value(), Day::of(2020, 6, 30).value()};
    EXPECT_TRUE(tells(of("office", "DUK"), "CB-1"));
    EXPECT_FALSE(tells(of("office", "DUK"), "CB-1", half));
    EXPECT_TRUE(tells(of("office", "DUK"), "DUK", half));
    EXPECT_TRUE(tells(of("inspection", "DUK"), "CB-1", half));
}

// Whatever is told, no hidden value of one to four follows from the parent's and the sisters'.
TEST_F(SmallCells, DifferencesTellNothing) {
    for (const int third : {0, 1, 4, 5, 9}) {
        SCOPED_TRACE(third);
        const auto branch = "CB-1" + std::to_string(third);
        found(branch, "branch", "CQ");
        disciplined(branch, third);
        const auto office = of("office", "DUK");
        std::size_t hidden = 0;
        bool any_small = false;
        for (const auto& key : branches()) {
            const auto value = books_.figure("members.disciplined", key, 2020)->units;
            const bool is_told = tells(office, key);
            any_small = any_small || (value > 0 && value < 5);
            EXPECT_FALSE(is_told && value > 0 && value < 5) << key;
            hidden += is_told ? 0 : 1;
        }
        EXPECT_TRUE(!any_small || hidden >= 2);
    }
}

}  // namespace
}  // namespace nennep::test
