// Names as people look for them, and the order in which lists have them.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/vietnamese.hpp"
#include "books_fixture.hpp"
#include "service/search.hpp"

namespace nennep::test {
namespace {

TEST(Vietnamese, LosesItsAccents) {
    EXPECT_EQ(without_accents("Đặng Thị Ỹ Ặ ợ Ễ"), "dang thi y a o e");
    EXPECT_EQ(without_accents("A\xcc\x86\xcc\xa3"), "a") << "decomposed input";
    EXPECT_EQ(small_letters("ĐẶNG Ỹ"), "đặng ỹ");
    EXPECT_EQ(small_letters("A\xcc\x86\xcc\xa3"), "ặ");
    EXPECT_EQ(without_accents(""), "");
    EXPECT_EQ(small_letters("\xef\xb7\xba").size(), small_letters("\xef\xb7\xba").size()) << "grows eighteenfold";
}

TEST(Vietnamese, OrdersNamesByTheGivenName) {
    std::vector<std::string> names{"Vũ Thị Ỷ",    "Trần Văn Ân",   "Lê Thị Án",     "Nguyễn Văn An",
                                   "Bùi Thị An",  "Đỗ Văn Ăn",     "Phạm Thị Đào",  "Hồ Văn Dũng",
                                   "Hồ Văn Dung", "Ngô Thị Anh",   "Lý Quốc Ơn",    "Lý Quốc Ôn",
                                   "Lý Quốc On",  "Đinh Bộ Ưng",   "Đinh Bộ Ung"};
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return order_of_name(a) < order_of_name(b); });
    const std::vector<std::string> expected{
        "Bùi Thị An",  "Nguyễn Văn An", "Lê Thị Án",    "Ngô Thị Anh", "Đỗ Văn Ăn",
        "Trần Văn Ân", "Hồ Văn Dung",   "Hồ Văn Dũng",  "Phạm Thị Đào", "Lý Quốc On",
        "Lý Quốc Ôn",  "Lý Quốc Ơn",    "Đinh Bộ Ung",  "Đinh Bộ Ưng", "Vũ Thị Ỷ"};
    EXPECT_EQ(names, expected);
}

TEST(Vietnamese, OrdersTonesAsTheSchoolbookDoes) {
    const std::vector<std::string> tones{"ma", "mà", "mả", "mã", "má", "mạ", "mai"};
    EXPECT_TRUE(std::is_sorted(tones.begin(), tones.end(), [](const auto& a, const auto& b) {
        return order_of_title(a) < order_of_title(b);
    }));
}

class Searching : public testing::Test {
protected:
    Searching() {
        add("person", "p1", "Nguyễn Văn An");
        add("person", "p2", "Nguyễn Văn Ân");
        add("person", "p3", "Nguyễn Thị Vân Anh");
        add("person", "p4", "Đặng Thị Dung");
        add("person", "p5", "Dương Đăng Dũng");
        add("person", "p6", "Trần An");
        add("organisation", "CQ-24", "Đảng bộ Sở Xây dựng");
        add("organisation", "CQ-24-01", "Chi bộ Văn phòng");
        add("meeting", "m1", "Nguyễn Văn An bàn việc");
    }

    void add(const std::string& type, const std::string& key, const std::string& label) {
        const auto number = world_.directory.add(house().subject_type(type).value(), ++last_, key);
        world_.directory.edit(number).label = label;
    }

    std::vector<std::string> keys(const std::string& query, std::size_t most = 20) const {
        std::vector<std::string> found;
        for (const auto subject : search().find(query, most).subjects) {
            found.push_back(world_.directory[subject].key);
        }
        return found;
    }
    service::Search search() const {
        return {world_, house(),
                {house().subject_type("person").value(), house().subject_type("organisation").value()}};
    }

    using Keys = std::vector<std::string>;
    world::World world_;
    journal::SubjectId last_ = 0;
};

TEST_F(Searching, NeedsNoAccentsAndNoOrder) {
    EXPECT_EQ(keys("dang dung"), (Keys{"p4", "p5", "CQ-24"}));
    EXPECT_EQ(keys("dung dang"), keys("DUNG DANG"));
    EXPECT_EQ(keys("nguyen an van"), (Keys{"p1", "p3", "p2"}));
    EXPECT_EQ(keys("ngu v a"), (Keys{"p1", "p3", "p2"}));
}

TEST_F(Searching, PutsRightAccentsAndWholeWordsFirst) {
    EXPECT_EQ(keys("ân"), (Keys{"p2", "p1", "p6", "p3"}));
    EXPECT_EQ(keys("an"), (Keys{"p1", "p6", "p3", "p2"})) << "An; Anh begins so; Ân has another accent";
}

TEST_F(Searching, FindsKeys) {
    EXPECT_EQ(keys("cq-24").front(), "CQ-24");
    EXPECT_EQ(keys("cq-24"), (Keys{"CQ-24", "CQ-24-01"}));
    EXPECT_EQ(keys("P4"), Keys{"p4"});
}

TEST_F(Searching, EachWordStandsForOneOfItsOwn) {
    EXPECT_EQ(keys("an an"), Keys{}) << "nobody has two words that begin so";
    EXPECT_EQ(keys("d da"), (Keys{"p5", "p4", "CQ-24"})) << "the short word leaves the long one its own";
}

TEST_F(Searching, SaysHowManyThereAre) {
    const auto found = search().find("nguyen", 2);
    EXPECT_EQ(found.subjects.size(), 2u);
    EXPECT_EQ(found.total, 3u);
    EXPECT_EQ(search().find("", 5).total, 0u);
    EXPECT_EQ(search().find("…", 5).total, 0u);
    EXPECT_EQ(search().find("khongcoai", 5).total, 0u);
}

TEST_F(Searching, CountsOnlyWhomOneMaySee) {
    const auto first = search().find("nguyen", 9).subjects.front();
    const auto found = search().find("nguyen", 9, [&](world::SubjectNo subject) { return subject != first; });
    EXPECT_EQ(found.total, 2u);
    EXPECT_EQ(std::count(found.subjects.begin(), found.subjects.end(), first), 0);
}

// Whatever part of each word is typed, in whatever order: who was meant is among those found.
RC_GTEST_FIXTURE_PROP(Searching, FindsWhoWasMeant, ()) {
    const auto subject = *rc::gen::inRange<world::SubjectNo>(1, 9);
    std::vector<std::string> words;
    std::string word;
    for (const char c : without_accents(world_.directory[subject].label) + " ") {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(word.substr(0, *rc::gen::inRange<std::size_t>(1, word.size() + 1)));
            word.clear();
        }
    }
    std::rotate(words.begin(), words.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(words)), words.end());
    std::string query;
    for (const auto& each : words) query += each + " ";
    const auto found = search().find(query, 20).subjects;
    RC_ASSERT(std::find(found.begin(), found.end(), subject) != found.end());
}

}  // namespace
}  // namespace nennep::test
