// What answers say in words, and what they say of what they do not tell.
#include <algorithm>

#include "accounts/backups.hpp"
#include "matrix.hpp"

namespace nennep::test {
namespace {

class Telling : public testing::Test {
protected:
    Door door;
    const Caller& office = caller("office@CQ");
};

// Each time that somebody asked is written down, and what has nothing to be revealed takes no such question.
TEST_F(Telling, AHistoryIsRevealedWithALineForEachGuard) {
    const std::string path = "/events?subject_type=person&key=p-CB-1";
    const auto revealed = [&] {
        const auto looks = door.get(caller("auditor@CQ"), "/people/p-CB-1/looks");
        EXPECT_EQ(looks.status, 200) << looks.body;
        const auto acts = members(looks.body, "act");
        return std::count(acts.begin(), acts.end(), "reveal");
    };
    EXPECT_TRUE(door.get(office, path).has("\"masked\":["));
    EXPECT_EQ(revealed(), 0);
    EXPECT_EQ(door.get(office, path + "&reveal=identity&reveal=identity&reveal=family").status, 200);
    EXPECT_EQ(revealed(), 2);
    EXPECT_EQ(door.get(office, "/events?subject_type=meeting&key=meeting-CB-1&reveal=identity").status, 400);
}

TEST_F(Telling, AMissingRightIsCalledByItsNameWithTheRolesThatHaveIt) {
    const auto refused = door.get(caller("office@CQ"), "/access-log");
    EXPECT_EQ(refused.status, 403);
    const auto& texts = catalogue_of_house().texts();
    EXPECT_TRUE(refused.has("\"code\":\"access.right_missing\""));
    EXPECT_FALSE(refused.has("read.access_log")) << refused.body;
    for (const auto language : {Language::vi, Language::en}) {
        EXPECT_TRUE(refused.has(right_label(catalogue_of_house(), "read.access_log", language))) << refused.body;
        EXPECT_TRUE(refused.has(texts.get("role.auditor", language))) << refused.body;
        EXPECT_FALSE(refused.has(texts.get("role.reporter", language))) << refused.body;
    }
    EXPECT_FALSE(refused.has("{r")) << refused.body;
}

TEST_F(Telling, YesAndNoAreWords) {
    door.record({line("directive.issued", "new-1", "2020-06-03",
                      "\"organisation\":\"CQ\",\"number\":\"2-NQ\",\"kind\":\"resolution\","
                      "\"title\":\"x\",\"thematic\":true")});
    const auto shown = [&](const std::string& language) {
        const auto record = door.get(office, "/directives/new-1?lang=" + language).body;
        const auto at = record.find("\"thematic\":{", record.find("\"fields\":"));
        return at == std::string::npos ? record : member(record.substr(at), "shown");
    };
    EXPECT_EQ(shown("vi"), "Có");
    EXPECT_EQ(shown("en"), "Yes");
}

TEST_F(Telling, APreviousValueThatIsHiddenSaysSo) {
    const auto figure = door.get(office, "/figures/members.disciplined?org=CB-2&year=2021").body;
    EXPECT_EQ(member(figure, "previous"), "null");
    EXPECT_EQ(member(figure, "previous_hidden"), "<5") << figure;
    const auto open = door.get(caller("inspection@CQ"), "/figures/members.disciplined?org=CB-2&year=2021").body;
    EXPECT_EQ(open.find("previous_hidden"), std::string::npos) << open;
    EXPECT_NE(member(open, "previous"), "null");
}

TEST_F(Telling, TheListBehindAFigureIsAWorkbookToo) {
    const std::string path = "/figures/members.total/records?org=CQ&year=2020&format=";
    const auto book = door.get(office, path + "xlsx");
    EXPECT_EQ(book.status, 200) << book.body;
    EXPECT_EQ(book.body.substr(0, 2), "PK");
    EXPECT_NE(book.header("Content-Disposition").find("members.total-2020.xlsx"), std::string::npos);
    const auto text = door.get(office, path + "csv");
    EXPECT_NE(text.header("Content-Disposition").find("members.total-2020.csv"), std::string::npos);
    const std::string part = "/figures/members.total/records?org=CQ&format=csv&";
    const auto month = door.get(office, part + "year=2020&month=3");
    EXPECT_NE(month.header("Content-Disposition").find("members.total-2020-03.csv"), std::string::npos);
    const auto days = door.get(office, part + "from=2020-02-01&to=2020-02-09");
    EXPECT_NE(days.header("Content-Disposition").find("members.total-2020-02-01-2020-02-09.csv"), std::string::npos);
    const auto whole = door.get(office, path + "json");
    const auto lines = std::count(text.body.begin(), text.body.end(), '\n');
    EXPECT_EQ(std::to_string(lines - 1), member(whole.body, "total")) << "and a line of headings";
}

TEST_F(Telling, TheStoreRemembersHowItWasFound) {
    const auto& house = caller("administrator@DUK");
    EXPECT_FALSE(door.get(house, "/store").has("verified"));
    const auto found = door.call(house, Method::post, "/store/verify");
    EXPECT_EQ(found.status, 200);
    EXPECT_EQ(member(found.body, "sound"), "true");
    EXPECT_EQ(member(found.body, "entries"), std::to_string(door.head()));
    const auto told = found.body.substr(0, found.body.size() - 1);
    EXPECT_TRUE(door.get(house, "/store").has("\"verified\":" + told));
    door.record({line("member.commended", "p-CB-1", "2020-06-03", "\"form\":\"other\"")});
    EXPECT_TRUE(door.get(house, "/store").has("\"verified\":" + told)) << "what was found then";
}

// Wherever a figure stands it is said whether its list is for this reader.
TEST_F(Telling, AFigureSaysThatItsListIsClosed) {
    const std::string asked = "org=DUK&year=2020";
    const auto closed = [&](const std::string& who, const std::string& figure) {
        return door.get(caller(who), "/figures/" + figure + "?" + asked).has("\"closed\":true");
    };
    EXPECT_FALSE(closed("office@DUK", "members.admitted"));
    EXPECT_TRUE(closed("office@DUK", "inspections.opened"));
    EXPECT_FALSE(closed("inspection@DUK", "inspections.opened"));
    EXPECT_TRUE(closed("reporter@DUK", "members.admitted"));
    const auto report = "/reports/annual?" + asked;
    const auto of_inspections = [&](const std::string& who) {
        const auto told = door.get(caller(who), report).body;
        const auto at = told.find("{\"name\":\"inspections.inspection\"");
        return told.substr(at, told.find('\n', at) - at);
    };
    EXPECT_NE(of_inspections("office@DUK").find("\"closed\":true"), std::string::npos);
    EXPECT_EQ(of_inspections("inspection@DUK").find("\"closed\""), std::string::npos);
}

TEST_F(Telling, ARefusalNamesTheActInWords) {
    const auto refused = door.call(caller("secretary@DUK"), Method::post, "/events",
                                   line("person.details_changed", "p-CB-1", "2020-06-03", "\"occupation\":\"x\""));
    EXPECT_EQ(refused.status, 403);
    const auto& texts = catalogue_of_house().texts();
    for (const auto language : {Language::vi, Language::en}) {
        EXPECT_TRUE(refused.has(texts.get("event.person.details_changed", language))) << refused.body;
    }
    EXPECT_FALSE(refused.has("person.details_changed")) << refused.body;
}

TEST_F(Telling, TheStoreSaysHowOldItsBackupIs) {
    const auto& house = caller("administrator@DUK");
    EXPECT_FALSE(door.get(house, "/store").has("backup"));
    accounts::note_backup(door.accounts->keep(), {1'600'000'000'000, 7, 4096, "/var/backups/books.zip"}, "root");
    EXPECT_TRUE(door.get(house, "/store").has(
        R"("backup":{"at":"2020-09-13T19:26:40.000+07:00","entries":7,"bytes":4096,"file":"/var/backups/books.zip"})"));
}

}  // namespace
}  // namespace nennep::test
