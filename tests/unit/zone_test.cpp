// What a connected machine does not keep: no grade from Mật on, no text that bears such a mark, in no
// event of any room.
#include "books_fixture.hpp"
#include "service/line_reader.hpp"
#include "service/zone.hpp"

namespace nennep::test {
namespace {

using service::bears_mark;
using service::Zone;

const std::vector<std::string> marked{
    "MẬT", "TỐI MẬT", "TUYỆT MẬT", "(MẬT)", "[TỐI MẬT]", "Mật", "tuyệt mật", "(Mật)",
    "MẬT - Báo cáo số 5", "TỐI MẬT: Báo cáo số 5", "TUYỆT MẬT Báo cáo số 5", "Báo cáo số 5 MẬT", "Báo cáo số 5 (MẬT)",
    "Báo cáo số 5 - TỐI MẬT", "Báo cáo số 5/TUYỆT MẬT.", "Báo cáo (Tối mật) của ban", "  MẬT  ", "“MẬT”",
    "MA\xcc\x82\xcc\xa3T",       // with its accents one by one
    "MẬT BÁO CÁO"};

TEST(zone, marks_of_secrecy_are_seen) {
    for (const auto& text : marked) EXPECT_TRUE(bears_mark(text)) << text;
}

TEST(zone, words_that_sound_like_marks_are_none) {
    for (const char* text :
         {"", "bảo mật", "bí mật nhà nước", "Luật Bảo vệ bí mật nhà nước", "CÔNG TÁC BẢO MẬT", "BÍ MẬT NHÀ NƯỚC",
          "QUY ĐỊNH VỀ BẢO VỆ BÍ MẬT", "MẬT KHẨU", "Mật khẩu mới", "mật mã", "Thông báo kết luận", "VẬT MẤT", "MẬTT",
          "Nguyễn Thị Mật", "Văn phòng (bộ phận bảo mật)", "ĐỘ MẬT", "Mật độ dân cư (mật độ cao)", "HỌ VÀ TÊN"}) {
        EXPECT_FALSE(bears_mark(text)) << text;
    }
}

TEST(zone, files_are_judged_before_they_are_kept) {
    for (const char* line :
         {R"({"type":"directive.received","data":{"grade":"secret"}})", R"({"data":{"title":"(MẬT) Công văn"}})",
          R"({"x":[{"y":["TỐI MẬT"]}]})", R"({"TUYỆT MẬT":1})", "MẬT - không phải JSON"}) {
        EXPECT_TRUE(service::holds_a_secret(line)) << line;
    }
    for (const char* line : {R"({"type":"directive.received","data":{"grade":"restricted"}})", "", "\xff\xff",
                             R"({"data":{"title":"Luật Bảo vệ bí mật nhà nước","kind":"secret"}})"}) {
        EXPECT_FALSE(service::holds_a_secret(line)) << line;
    }
}

class Connected : public testing::Test {
protected:
    // Tries to record one line, and says which fields were refused for being secret.
    std::vector<std::string> tried(const std::string& line, Zone zone) {
        ++tries_;
        const std::vector<std::string_view> lines{line};
        service::Recorder recorder(books_.books(), {[] { return std::int64_t{1'600'000'000'000}; },
                                                    [this] { return ++chance_; }, zone});
        service::RecordingOptions options;
        options.keep_good = tries_ % 2 == 0;
        const auto receipt = recorder.record("tester", lines, options);
        stored_ += receipt.recorded;
        std::vector<std::string> fields;
        for (const auto& objection : receipt.objections) {
            if (objection.refusal.code.starts_with("zone.")) fields.push_back(objection.refusal.field);
        }
        return fields;
    }
    static std::string line(const std::string& type, const std::string& rest) {
        return "{\"type\":\"" + type + "\",\"subject\":\"a1\",\"effective_on\":\"2020-05-01\"," + rest + "}";
    }

    TestBooks books_;
    std::uint64_t chance_ = 0;
    std::size_t tries_ = 0;
    std::size_t stored_ = 0;
};

TEST_F(Connected, keeps_no_marked_text_of_any_event) {
    const auto refused = [&](const std::string& type, const std::string& rest, const std::string& field) {
        const auto text = line(type, rest);
        EXPECT_EQ(tried(text, Zone::connected), std::vector{field}) << text;
        if (tries_ % 7 != 0) return;
        EXPECT_TRUE(tried(text, Zone::closed).empty()) << text;
    };
    for (const auto& type : house().events()) {
        std::vector<std::string> fields;
        for (const auto& field : type.fields) {
            if (field.kind->name == "text") fields.push_back(field.name);
        }
        for (std::size_t i = 0; i < marked.size(); ++i) {
            const auto text = json_quoted(marked[i]);
            for (const auto& field : fields) {
                refused(type.name, "\"data\":{\"" + field + "\":" + text + "}", "data." + field);
            }
            // The rest of the line is the same for all types: one mark after the other is enough.
            if (i % 5 != 0) continue;
            refused(type.name, "\"authority\":{\"number\":" + text + "}", "authority.number");
            refused(type.name, "\"authority\":{\"issuer\":" + text + "}", "authority.issuer");
            refused(type.name, "\"id\":" + text, "id");
        }
    }
    refused("event.voided", "\"data\":{\"event\":\"1\",\"reason\":\"MẬT\"}", "data.reason");
    EXPECT_EQ(stored_, 0u);
    EXPECT_GE(tries_, 1'000u);
}

TEST_F(Connected, keeps_nothing_graded_secret) {
    ASSERT_EQ(tried(line("organisation.founded", R"("data":{"name":"Đảng bộ","kind":"upper"})"), Zone::connected),
              std::vector<std::string>{});
    ASSERT_EQ(std::exchange(stored_, 0), 1u);
    std::size_t graded = 0;
    for (const auto& type : house().events()) {
        for (const auto& field : type.fields) {
            if (field.kind->choices == nullptr || field.kind->choices->list != "grade") continue;
            ++graded;
            for (const auto grade : field.kind->choices->codes) {
                const bool is_secret = grade.find("secret") != std::string_view::npos;
                // A line that lacks nothing but what this type asks for beside.
                const std::string data = R"({"number":"1","kind":")" +
                                         std::string(type.subject_type == "directive"    ? "letter"
                                                     : type.subject_type == "inspection" ? "inspection"
                                                                                         : "regular") +
                                         R"(","title":"Công văn","issuer":"Tỉnh ủy","organisation":"a1","by":"a1",)"
                                         R"("target":"a1","present":1,"absent_excused":0,"absent_unexcused":0,)"
                                         R"("field":"emulation","name":"Thi đua","grade":")" +
                                         std::string(grade) + "\"}";
                std::string only;
                for (const auto& known : type.fields) {
                    const auto at = data.find("\"" + known.name + "\":");
                    if (at == std::string::npos) continue;
                    const auto end = data.find_first_of(",}", at);
                    only += (only.empty() ? "" : ",") + data.substr(at, end - at);
                }
                const auto text = "{\"type\":\"" + type.name + "\",\"subject\":\"" + type.name + std::string(grade) +
                                  "\",\"effective_on\":\"2020-05-02\",\"data\":{" + only + "}}";
                EXPECT_EQ(!tried(text, Zone::connected).empty(), is_secret) << text;
                EXPECT_EQ(std::exchange(stored_, 0), is_secret ? 0u : 1u) << text;
                if (is_secret) {
                    EXPECT_TRUE(tried(text, Zone::alone).empty()) << text;
                    EXPECT_EQ(std::exchange(stored_, 0), 1u) << text;
                }
            }
        }
    }
    EXPECT_EQ(graded, 5u);
}

}  // namespace
}  // namespace nennep::test
