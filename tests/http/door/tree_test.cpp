// The tree as it is opened level by level, after a reorganisation: nobody falls out of it.
#include "matrix.hpp"

namespace nennep::test {
namespace {

class TreeOfDays : public testing::Test {
protected:
    void SetUp() override {
        door.record({line("organisation.merged", "CQ", "2021-03-01", "\"into\":\"DN\"")});
    }
    std::string get(const std::string& path) {
        const auto answer = door.get(caller("secretary@DUK"), "/organisations" + path);
        EXPECT_EQ(answer.status, 200) << path << "\n" << answer.body;
        return answer.body;
    }
    static bool names(const std::string& level, const std::string& key) {
        return level.find("{\"key\":\"" + key + "\",\"label\":\"Tổ chức " + key + "\",\"kind\"") != std::string::npos;
    }
    Door door;
};

// Those below an absorbed organisation stand under the one that absorbed it, as they are counted.
TEST_F(TreeOfDays, WhoseSuperiorWasAbsorbed) {
    const auto before = get("/CQ/children?on=2021-02-28");
    EXPECT_TRUE(names(before, "CB-1"));
    EXPECT_FALSE(names(get("/DN/children?on=2021-02-28"), "CB-1"));

    const auto after = get("/DN/children?on=2021-03-01");
    EXPECT_TRUE(names(after, "CB-1")) << after;
    EXPECT_TRUE(names(after, "CB-2"));
    EXPECT_TRUE(names(after, "DN-1"));
    EXPECT_FALSE(names(get("/CQ/children?on=2021-03-01"), "CB-1"));
    EXPECT_NE(get("/CB-1?on=2021-03-01").find("\"path\":[{\"key\":\"DUK\",\"label\":\"Tổ chức DUK\"},"
                                              "{\"key\":\"DN\",\"label\":\"Tổ chức DN\"}]"),
              std::string::npos);
    EXPECT_EQ(member(get("/DN?on=2021-03-01"), "children"), "3");
}

// Each is called as it was called on that day, on every level and in every path.
TEST_F(TreeOfDays, NamesOfThatDay) {
    door.record({line("organisation.renamed", "DN", "2021-05-01", "\"name\":\"Đảng ủy mới\"")});
    EXPECT_TRUE(names(get("/DUK/children?on=2021-04-30"), "DN"));
    EXPECT_EQ(member(get("/DN?on=2021-04-30"), "label"), "Tổ chức DN");
    EXPECT_EQ(member(get("/DN?on=2021-05-01"), "label"), "Đảng ủy mới");
    EXPECT_NE(get("/DUK/children?on=2021-05-01").find("\"label\":\"Đảng ủy mới\""), std::string::npos);
    EXPECT_NE(get("/DN-1?on=2021-05-01").find("{\"key\":\"DN\",\"label\":\"Đảng ủy mới\"}"), std::string::npos);
    EXPECT_NE(get("/DN-1?on=2021-04-30").find("{\"key\":\"DN\",\"label\":\"Tổ chức DN\"}"), std::string::npos);
}

// They are listed where they stood, when they are asked for.
TEST_F(TreeOfDays, ThoseThatHaveEnded) {
    EXPECT_FALSE(names(get("/DN/children?on=2021-03-01"), "DN-E"));
    EXPECT_FALSE(names(get("/DN/children?on=2021-03-01&ended=0"), "DN-E"));
    const auto with_ended = get("/DN/children?on=2021-03-01&ended=1");
    EXPECT_TRUE(names(with_ended, "DN-E")) << with_ended;
    EXPECT_TRUE(names(with_ended, "CB-E"));
    EXPECT_TRUE(names(with_ended, "CB-A"));
    EXPECT_TRUE(names(with_ended, "CB-1"));
    EXPECT_EQ(member(get("/DN?on=2021-03-01"), "ended"), "3");
    EXPECT_TRUE(names(get("/DUK/children?on=2021-03-01&ended=1"), "CQ"));
    // On a day before its founding an organisation is nowhere.
    EXPECT_FALSE(names(get("/DUK/children?on=2009-12-31&ended=1"), "CQ"));
}

}  // namespace
}  // namespace nennep::test
