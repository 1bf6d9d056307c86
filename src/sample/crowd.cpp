#include "sample/crowd.hpp"

#include <fmt/format.h>

namespace nennep::sample {
namespace {

constexpr std::size_t events_a_member = 10;
constexpr std::size_t members_a_branch = 50;
constexpr std::size_t branches_a_party = 12;

constexpr std::string_view surnames[] = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"};
constexpr std::string_view middles[] = {"Văn", "Thị", "Đức", "Ngọc", "Minh", "Thu", "Quang"};
constexpr std::string_view given[] = {"An", "Bình", "Cường", "Dung", "Hạnh", "Hùng", "Lan", "Mai",
                                      "Nam", "Oanh", "Phúc", "Quân", "Sơn", "Thủy", "Tuấn", "Yến"};

constexpr std::string_view ethnicities[] = {"Kinh", "Kinh", "Kinh", "Kinh", "Tày", "Thái", "Mường", "Nùng"};
constexpr std::string_view religions[] = {"Không", "Không", "Không", "Không", "Không", "Phật giáo", "Công giáo"};
constexpr std::string_view educations[] = {"12/12", "12/12", "12/12", "10/10", "9/12"};
constexpr std::string_view theories[] = {"Sơ cấp", "Trung cấp", "Sơ cấp", "Cao cấp", "Trung cấp", "Cử nhân"};
constexpr std::string_view occupations[] = {"Công chức", "Viên chức", "Giáo viên", "Công nhân", "Kỹ sư",
                                            "Nông dân", "Bác sĩ", "Kế toán", "Bộ đội"};

class Crowd {
public:
    explicit Crowd(const std::function<void(std::string_view)>& line) : line_(line) {}

    void organisations(std::size_t branches) {
        say(R"({{"type":"organisation.founded","subject":"TINH","effective_on":"2010-01-01",)"
            R"("data":{{"name":"Đảng bộ tỉnh","kind":"upper"}}}})");
        for (std::size_t b = 0; b < branches; ++b) {
            const std::size_t party = b / branches_a_party;
            if (b % branches_a_party == 0) {
                say(R"({{"type":"organisation.founded","subject":"CS-{0}","effective_on":"2010-01-02","data":)"
                    R"({{"name":"Đảng bộ cơ sở {0}","kind":"grassroots_party","parent":"TINH","sector":"state_agency"}}}})",
                    party);
            }
            say(R"({{"type":"organisation.founded","subject":"CB-{0}","effective_on":"2010-01-03","data":)"
                R"({{"name":"Chi bộ {0}","kind":"branch","parent":"CS-{1}"}}}})", b, party);
        }
    }

    void member(std::size_t m) {
        const std::size_t branch = m / members_a_branch;
        say(R"({{"type":"person.registered","subject":"p{0}","effective_on":"2015-12-01","data":{{"full_name":"{1} {2} {3}",)"
            R"("gender":"{4}","birth_date":"{5}-{6:02}-{7:02}","organisation":"CB-{8}","ethnicity":"{9}",)"
            R"("religion":"{10}","education":"{11}","political_theory":"{12}","occupation":"{13}"}}}})",
            m, surnames[m % 8], middles[m % 7], given[m % 16], m % 3 == 0 ? "female" : "male",
            1955 + m % 40, m % 12 + 1, m % 28 + 1, branch, ethnicities[m / 3 % 8], religions[m / 5 % 7],
            educations[m / 7 % 5], theories[m / 11 % 6], occupations[m / 13 % 9]);
        const bool is_new = m % 5 == 0;
        if (is_new) {
            const std::size_t year = 2016 + m / 5 % 4;
            say(R"({{"type":"member.admitted","subject":"p{0}","effective_on":"{1}-{2:02}-{3:02}","authority":)"
                R"({{"number":"{0}-QĐ/TU","date":"{1}-{2:02}-01"}},"data":{{"branch":"CB-{4}"}}}})",
                m, year, m % 12 + 1, m % 28 + 1, branch);
            say(R"({{"type":"member.confirmed","subject":"p{0}","effective_on":"{1}-{2:02}-{3:02}","data":{{}}}})",
                m, year + 1, m % 12 + 1, m % 28 + 1);
        } else {
            say(R"({{"type":"member.registered","subject":"p{0}","effective_on":"2015-12-31","data":)"
                R"({{"branch":"CB-{1}","admitted_on":"{2}-03-26","confirmed_on":"{3}-03-26","card_number":"{4:08}"}}}})",
                m, branch, 1985 + m % 30, 1986 + m % 30, m);
        }
        const std::size_t evaluations = 4;
        for (std::size_t i = is_new ? 3 : 0; i < evaluations; ++i) {
            say(R"({{"type":"member.evaluated","subject":"p{0}","effective_on":"{1}-01-10","data":{{"year":{2},"rating":"{3}"}}}})",
                m, 2018 + i, 2017 + i, (m + i) % 11 == 0 ? "completed" : (m + i) % 5 == 0 ? "excellent" : "good");
        }
        const std::size_t so_far = is_new ? 4 : 6;
        for (std::size_t i = so_far; i < events_a_member; ++i) {
            say(R"({{"type":"member.fee_paid","subject":"p{0}","effective_on":"2020-{1:02}-15","data":)"
                R"({{"month":"2020-{1:02}","amount_vnd":{2}}}}})", m, 12 - (i - so_far), 20'000 + m % 60 * 1'000);
        }
    }

private:
    template <class... Values>
    void say(fmt::format_string<Values...> format, Values&&... values) {
        text_.clear();
        fmt::format_to(std::back_inserter(text_), format, std::forward<Values>(values)...);
        line_(text_);
    }

    const std::function<void(std::string_view)>& line_;
    std::string text_;
};

}  // namespace

void crowd(std::size_t events, const std::function<void(std::string_view)>& line) {
    const std::size_t members = events / events_a_member;
    Crowd crowd(line);
    crowd.organisations(members / members_a_branch + 1);
    for (std::size_t m = 0; m < members; ++m) crowd.member(m);
}

}  // namespace nennep::sample
