// In the connected zone nothing secret gets in by any door (L1): no grade from Mật on and no text
// that bears its mark, in any field of any event, in any body, name or key.
#include "base/bytes.hpp"
#include "matrix.hpp"

namespace nennep::test {
namespace {

constexpr const char* marks_of_secrecy[] = {"MẬT", "TỐI MẬT", "TUYỆT MẬT", "(MẬT) Kế hoạch",
                                            "Báo cáo số 5 - TỐI MẬT"};

bool holds(const std::string& kept, const std::string& mark) {
    return kept.find(mark) != std::string::npos || kept.find(hex(mark)) != std::string::npos;
}

class Secrets : public testing::Test {
protected:
    Answer record(const std::string& body, const std::string& key = {}) {
        auto request = door.request(office, Method::post, "/events", body);
        if (!key.empty()) request.headers.emplace_back("idempotency-key", key);
        ++tries;
        return door.send(request);
    }
    Door door{service::Zone::connected};
    const Caller& office = caller("office@DUK");
    std::size_t tries = 0;
};

TEST_F(Secrets, NothingIsKept) {
    door.secret(office);
    door.secret(caller("house"));
    const auto held = door.call(office, Method::post, "/events",
                                line("member.name_removed", "p-CB-1", "2020-06-02", ""));
    ASSERT_EQ(held.status, 202) << held.body;
    const auto waiting = "/waiting/" + member(held.body, "id");
    const auto before = door.all_that_is_kept();
    // Every field of every event, whatever else the line lacks; and where a line has other texts.
    for (const auto& type : catalogue_of_house().events()) {
        for (const auto& field : type.fields) {
            std::vector<std::string> values;
            if (field.name == "grade") {
                const auto& codes = field.kind->choices->codes;
                values.assign(codes.begin() + 3, codes.end());
            } else if (field.kind->name == "text") {
                values.assign(std::begin(marks_of_secrecy), std::end(marks_of_secrecy));
            }
            for (const auto& value : values) {
                const auto answer = record(
                    line(type.name, "new-1", "2020-06-01",
                         "\"organisation\":\"CQ\",\"" + field.name + "\":\"" + value + "\""));
                EXPECT_EQ(answer.status, 422)
                    << type.name << " " << field.name << " " << value << answer.body;
                EXPECT_TRUE(field.name == "grade" || answer.has("zone."))
                    << type.name << " " << field.name << answer.body;
            }
        }
    }
    for (const std::string mark : marks_of_secrecy) {
        const std::string data = "\"organisation\":\"CQ\",\"field\":\"emulation\",\"name\":\"x\"";
        for (const auto& body :
             {line("activity.recorded", mark, "2020-06-01", data),
              line("activity.recorded", "new-1", "2020-06-01", data, mark),
              "{\"type\":\"activity.recorded\",\"subject\":\"new-1\",\"effective_on\":\"2020-06-"
              "01\",\"authority\":{\"issuer\":\"" +
                  mark + "\"},\"data\":{" + data + "}}",
              "{\"type\":\"event.voided\",\"data\":{\"event\":\"p-CB-1/"
              "member.commended\",\"reason\":\"" +
                  mark + "\"}}",
              "[" + line("activity.recorded", "new-2", "2020-06-01", data) + "," +
                  line("activity.recorded", "new-1", "2020-06-01",
                       data + ",\"outcome\":\"" + mark + "\"") +
                  "]"}) {
            EXPECT_EQ(record(body).status, 422) << body;
        }
        const auto file =
            line("activity.recorded", "new-1", "2020-06-01", "\"outcome\":\"" + mark + "\"") + "\n";
        const auto plain = line("activity.recorded", "new-1", "2020-06-01", "") + "\n";
        std::string escaped;
        for (const char c : mark + ".jsonl") {
            char hex[4];
            std::snprintf(hex, sizeof hex, "%%%02X", static_cast<unsigned char>(c));
            escaped += hex;
        }
        EXPECT_EQ(door.call(office, Method::post, "/imports", file).status, 422);
        EXPECT_EQ(door.call(office, Method::post, "/imports?keep_good=1", plain + file).status,
                  422);
        EXPECT_NE(door.call(office, Method::post, "/imports?check=1&name=" + escaped, plain).status,
                  202)
            << escaped;
        tries += 3;
        const struct {
            const Caller& by;
            Method method;
            std::string path;
            std::string body;
        } others[] = {{caller("office@CQ"), Method::post, waiting + "/refuse",
                       "{\"reason\":\"" + mark + "\"}"},
                      {office, Method::post, "/tokens", "{\"label\":\"" + mark + "\"}"},
                      {office, Method::put, "/session/kept/a",
                       "{\"value\":[{\"name\":\"" + mark + "\"}]}"},
                      {caller("house"), Method::post, "/accounts", "{\"name\":\"" + mark + "\"}"}};
        for (const auto& other : others) {
            door.secret(other.by);
            const auto answer = door.call(other.by, other.method, other.path, other.body);
            EXPECT_EQ(answer.status, 422) << other.path << answer.body;
            EXPECT_TRUE(answer.has("zone.marked")) << answer.body;
            ++tries;
        }
    }
    std::string now = door.all_that_is_kept();
    for (const auto* mark : marks_of_secrecy) EXPECT_FALSE(holds(now, mark)) << mark;
    EXPECT_EQ(now.substr(0, 64), before.substr(0, 64)) << "the journal";
    // A key stands in the ids of what is recorded.
    for (const std::string mark : marks_of_secrecy) {
        EXPECT_EQ(record(line("activity.recorded", "new-1", "2020-06-01",
                              "\"organisation\":\"CQ\",\"field\":\"emulation\",\"name\":\"x\""),
                         mark)
                      .status,
                  422);
    }
    now = door.all_that_is_kept();
    EXPECT_EQ(now.substr(0, 64), before.substr(0, 64));
    for (const auto* mark : marks_of_secrecy) EXPECT_FALSE(holds(now, mark)) << "a key is kept";
    std::cout << "tries " << tries << ", kept 0\n";
    EXPECT_GE(tries, 400u);
}

}  // namespace
}  // namespace nennep::test
