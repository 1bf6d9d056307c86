#include "committee.hpp"

#include <array>

#include "scenario/event_line.hpp"

namespace nennep::paper {
namespace {

constexpr int members = 90;         // with twelve payments each: enough for a list of sums
constexpr std::array branches{"CB-01", "CB-02", "CB-03", "CB-04"};
constexpr std::array ratings{"excellent", "good", "good", "completed", "good", "not_completed"};
constexpr std::array families{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Vũ", "Đặng", "Đỗ"};
constexpr std::array middles{"Thị", "Văn", "Quốc", "Hữu", "Thị Mỹ", "Đắc", "Ngọc Như"};
constexpr std::array given{"Ỷ", "Ngỡ", "Tuyễn", "Hạnh", "Bằng", "Thủy", "Vượng", "Khuê", "Nghĩa", "Quỳnh", "Ỹ"};

template <std::size_t size>
std::string of(const std::array<const char*, size>& all, int number) {
    return all[static_cast<std::size_t>(number) % size];
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }
std::string day(int year, int month, int on) { return std::to_string(year) + "-" + two(month) + "-" + two(on); }
std::string person(int number) { return "DV-" + two(number); }

std::string full_name(int number) {
    if (number == 7) return "Công Tằng Tôn Nữ Nguyễn Phúc Thị Thiên Hương Ỷ Lan";
    if (number == 8) return "Ỹ Ặ Ẵ Ợ Ễ ỵ ặ ẵ ợ ễ";
    return of(families, number) + " " + of(middles, number) + " " + of(given, number);
}

class Committee {
public:
    std::vector<std::string> lines() {
        organisations();
        people();
        for (const int year : {2019, 2020}) {
            months(year);
            work(year);
            year_end(year);
        }
        membership();
        reorganisation();
        targets();
        return std::move(lines_);
    }

private:
    void say(const std::string& line) { lines_.push_back(scenario::event_json(line)); }

    void organisations() {
        say("2019-01-01 organisation.founded DUK name=\"Đảng bộ Khối các Cơ quan và Doanh nghiệp tỉnh\" "
            "kind=upper authority=1415-QĐ/TU@2018-12-24@\"Ban Thường vụ Tỉnh ủy Đông Hải\"");
        say("2019-01-01 organisation.founded DU-01 parent=DUK kind=grassroots_party sector=state_agency "
            "name=\"Đảng bộ Công ty Trách nhiệm hữu hạn một thành viên Khai thác công trình thủy lợi và Cấp "
            "nước sinh hoạt nông thôn Bắc Đuống\"");
        for (const char* branch : {"CB-01", "CB-02", "CB-03"}) {
            say("2019-01-01 organisation.founded " + std::string(branch) +
                " parent=DU-01 kind=branch name=\"Chi bộ " +
                (branch == branches[0] ? "Văn phòng" : branch == branches[1] ? "Kỹ thuật" : "Xí nghiệp") + "\"");
        }
        say("2019-01-01 organisation.founded CB-04 parent=DUK kind=grassroots_branch sector=state_agency "
            "name=\"Chi bộ Ban Quản lý Khu kinh tế\"");
    }

    void people() {
        for (int i = 1; i <= members + 8; ++i) {
            const auto begin = i <= members ? day(2019, 1, 1) : day(2020, 1, 10);
            say(begin + " person.registered " + person(i) + " full_name=\"" + full_name(i) + "\" gender=" +
                (i % 2 == 0 ? "female" : "male") + " birth_date=" + day(1960 + i % 35, 1 + i % 12, 1 + i % 28) +
                " organisation=" + of(branches, i));
            if (i > members) continue;
            const int joined = i < 4 ? 1990 : 1997 + i % 20;
            say(begin + " member.registered " + person(i) + " branch=" + of(branches, i) + " admitted_on=" +
                day(joined, 2, 3) + " confirmed_on=" + day(joined + 1, 2, 3));
        }
    }

    void months(int year) {
        for (int month = year == 2019 ? 10 : 1; month <= 12; ++month) {
            for (int i = 1; i <= members; ++i) {
                say(day(year, month, 3) + " member.fee_paid " + person(i) + " month=" + std::to_string(year) + "-" +
                    two(month) + " amount_vnd=" + std::to_string(20'000 + 500 * (i * 7 % 40)));
            }
            for (const char* branch : branches) {
                const int away = (month + branch[4] - '0') % 4;
                const bool is_thematic = month % 3 == 0;
                say(day(year, month, 4) + " meeting.held H-" + branch + "-" + std::to_string(year * 100 + month) +
                    " organisation=" + branch + " kind=" + (is_thematic ? "thematic" : "regular") +
                    " present=" + std::to_string(22 - away) + " absent_excused=" + std::to_string(away) +
                    " absent_unexcused=0" + (month % 2 == 0 ? " score=" + std::to_string(80 + month) : "") +
                    (is_thematic ? " topic=\"Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh\""
                                 : ""));
            }
        }
    }

    void work(int year) {
        const auto number = std::to_string(year);
        for (int i = 1; i <= 3; ++i) {
            const auto key = number + "-" + std::to_string(i);
            say(day(year, 1 + i, 9) + " directive.received DEN-" + key + " number=" + two(i) +
                "-CT/TU kind=directive organisation=DUK issuer=\"Tỉnh ủy Đông Hải\" title=\"Tăng cường sự lãnh đạo của "
                "Đảng đối với công tác phòng, chống thiên tai, ứng phó biến đổi khí hậu\"");
            say(day(year, 2 + i, 9) + " directive.disseminated DEN-" + key + " organisation=DU-01 present=" +
                std::to_string(60 + i) + " expected=66");
            say(day(year, 3 + i, 9) + " directive.issued DI-" + key + " number=" + two(i) +
                "-NQ/ĐUK kind=resolution organisation=DUK thematic=true "
                "title=\"Nâng cao chất lượng sinh hoạt chi bộ\"");
            say(day(year, 4 + i, 9) + " directive.task_assigned DI-" + key + " task=\"Báo cáo kết quả quý " +
                std::to_string(i) + "\" assignee=DU-01 due=" + day(year, 5 + i, 9));
        }
        say(day(year, 6, 9) + " directive.task_done DI-" + number + "-1 task=\"Báo cáo kết quả quý 1\"");
        const std::array kinds{"inspection", "supervision", "signs_of_violation", "complaint", "denunciation"};
        for (int i = 0; i < (year == 2019 ? 5 : 7); ++i) {
            const auto key = "KT-" + number + "-" + std::to_string(i);
            say(day(year, 3 + i % 4, 11) + " inspection.opened " + key + " kind=" + of(kinds, i) + " by=DUK target=" +
                (i % 2 == 0 ? "DU-01" : person(i + 20)) + " topic=\"Chấp hành Điều lệ Đảng\"");
            if (i % 3 != 2) say(day(year, 9, 11) + " inspection.concluded " + key);
        }
        activities(year);
        classes(year);
    }

    void activities(int year) {
        const std::array fields{"mass_mobilisation", "internal_affairs", "anti_corruption", "mass_organisations",
                                "grassroots_democracy", "emulation", "social_welfare", "administrative_reform"};
        for (int i = 0; i < 16; ++i) {
            say(day(year, 2 + i % 9, 17) + " activity.recorded HD-" + std::to_string(year) + "-" + two(i) +
                " organisation=" + of(branches, i) + " field=" + of(fields, i) +
                " name=\"Thăm, tặng quà gia đình chính sách, người có công\"" +
                " participants=" + std::to_string(20 + i) +
                (i % 8 == 6 ? " amount_vnd=" + std::to_string(1'250'000 * (i + 3)) : ""));
        }
        if (year != 2019) return;
        say("2019-01-05 mass_organisation.registered DT-1 organisation=CB-01 kind=trade_union members=1240");
        say("2019-01-05 mass_organisation.registered DT-2 organisation=CB-02 kind=youth_union members=312");
    }

    void classes(int year) {
        const auto key = "LOP-" + std::to_string(year);
        say(day(year, 5, 4) + " class.opened " + key + " kind=awareness host=DUK from=" + day(year, 5, 4) + " to=" +
            day(year, 5, 8) + " name=\"Lớp bồi dưỡng nhận thức về Đảng năm " + std::to_string(year) + "\"");
        if (year == 2019) return;
        for (int i = members + 1; i <= members + 8; ++i) {
            say("2020-05-04 class.enrolled " + key + " person=" + person(i));
            if (i != members + 3) say("2020-05-08 class.completed " + key + " person=" + person(i) + " passed=true");
        }
    }

    void year_end(int year) {
        const auto on = day(year, 12, 20);
        for (int i = 1; i <= members; ++i) {
            say(on + " member.evaluated " + person(i) + " year=" + std::to_string(year) + " rating=" +
                of(ratings, i + year) + " authority=" + two(i % 4 + 40) + "-QĐ/ĐU@" + day(year, 12, 18));
        }
        say(on + " organisation.evaluated DU-01 year=" + std::to_string(year) + " rating=good");
        say(on + " organisation.evaluated CB-04 year=" + std::to_string(year) + " rating=" +
            (year == 2019 ? "completed" : "excellent"));
    }

    void membership() {
        for (int i = members + 1; i <= members + 6; ++i) {
            const int month = 5 + i % 7;
            say(day(2020, month, 19) + " member.admitted " + person(i) + " branch=" + of(branches, i) +
                " introducers=" + person(11) + "," + person(12) + " authority=" + std::to_string(100 + i) +
                "-QĐ/ĐUK@" + day(2020, month, 12));
        }
        for (int i = 20; i < 26; ++i) {
            const auto branch = of(branches, i + 1);
            const int month = i % 6 + 2;
            say(day(2020, month, 6) + " member.transfer_introduced " + person(i) + " kind=official to_branch=" +
                branch);
            say(day(2020, month, 16) + " member.transfer_received " + person(i) + " branch=" + branch);
        }
        for (int i = 30; i < 44; ++i) {
            say(day(2020, i % 4 * 3 + 2, 3) + " member.card_issued " + person(i) + " kind=first number=\"19." +
                std::to_string(100'000 + i) + "\"");
        }
        for (int i = 1; i < 4; ++i) say(day(2020, 2, 3) + " member.badge_awarded " + person(i) + " years=30");
        say("2020-03-05 member.disciplined DV-50 form=reprimand grounds=\"Vi phạm quy định về dân số\"");
        say("2019-03-05 member.disciplined DV-51 form=reprimand");
        say("2019-03-06 member.disciplined DV-52 form=warning");
        say("2020-12-26 member.died DV-61");
        say("2020-12-27 member.left DV-62 grounds=\"Hoàn cảnh gia đình\"");
        say("2020-12-27 member.name_removed DV-63");
    }

    void reorganisation() {
        say("2020-07-01 organisation.founded CB-05 parent=DUK kind=grassroots_branch sector=private_enterprise "
            "name=\"Chi bộ Công ty cổ phần Ỷ Ngữ\" authority=88-QĐ/ĐUK@2020-06-25");
        say("2020-06-20 congress.held DH-1 organisation=DU-01 ordinal=4 term_from=2020 term_to=2025 "
            "delegates_called=60 delegates_present=59");
        say("2021-01-20 directive.issued " + std::string(report_document) +
            " number=12-BC/ĐUK kind=report title=\"Tổng kết công tác năm 2020\" organisation=DUK");
    }

    void targets() {
        const auto target = [&](const char* key, const char* year, const char* rest) {
            say(std::string(year) + "-01-10 target.set " + key + " organisation=DUK year=" + year + " " + rest);
        };
        target("T1", "2020", "figure=members.admitted at_least=8");
        target("T2", "2020", "figure=members.good_or_better_pct at_least=60");
        target("T3", "2020", "figure=organisations.founded.private at_least=1");
        target("T4", "2020", "figure=tasks.overdue at_most=1");
        target("T5", "2021", "figure=members.admitted at_least=9");
        target("T6", "2021", "figure=organisations.good_or_better_pct at_least=85.5");
    }

    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> committee_lines() { return Committee().lines(); }

}  // namespace nennep::paper
