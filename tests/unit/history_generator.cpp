#include "history_generator.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "books_fixture.hpp"

namespace nennep::test {
namespace {

class Generator {
public:
    explicit Generator(std::uint64_t seed) : chance_(seed) {}

    History make() {
        found("R", "upper", "", 0);
        for (int c = 1; c <= 3; ++c) {
            found("C" + std::to_string(c), "grassroots_party", "R", c);
            for (int b = 1; b <= 2; ++b) {
                found(fmt::format("B{}{}", c, b), "branch", "C" + std::to_string(c), 10 + c * 2 + b);
            }
        }
        for (int p = 0; p < 12; ++p) person(p);
        reorganise();
        std::sort(lines_.begin(), lines_.end());
        History history;
        for (auto& [day, line] : lines_) history.lines.push_back(std::move(line));
        return history;
    }

private:
    int below(int n) { return static_cast<int>(chance_() % static_cast<std::uint64_t>(n)); }
    std::string branch() {
        const int parent = 1 + below(3);        // in this order, whichever the compiler would take
        return fmt::format("B{}{}", parent, 1 + below(2));
    }

    void add(int day, const std::string& type, const std::string& subject, const std::string& data) {
        const auto on = Day::of(2019, 1, 1)->plus_days(day).iso();
        lines_.emplace_back(day, fmt::format(R"({{"type":"{}","subject":"{}","effective_on":"{}","data":{{{}}}}})",
                                             type, subject, on, data));
    }

    void found(const std::string& key, const std::string& kind, const std::string& parent, int day) {
        std::string data = fmt::format(R"("name":"Tổ chức {}","kind":"{}")", key, kind);
        if (!parent.empty()) data += fmt::format(R"(,"parent":"{}")", parent);
        add(day, "organisation.founded", key, data);
    }

    void person(int number) {
        const std::string key = "p" + std::to_string(number);
        int day = 30 + below(20);
        add(day, "person.registered", key,
            fmt::format(R"("full_name":"Người {}","gender":"male","birth_date":"1990-01-01","organisation":"{}")",
                        number, branch()));
        day += 1 + below(30);
        if (below(2) == 0) {
            add(day, "member.admitted", key, fmt::format(R"("branch":"{}")", branch()));
        } else {
            add(day, "member.registered", key,
                fmt::format(R"("branch":"{}","admitted_on":"2010-01-01","confirmed_on":"2011-01-01")", branch()));
        }
        for (int step = 0; step < 6; ++step) {
            day += 1 + below(120);
            switch (below(7)) {
                case 0: add(day, "member.confirmed", key, ""); break;
                case 1:
                    add(day, "member.transfer_introduced", key,
                        fmt::format(R"("to_branch":"{}","kind":"official")", branch()));
                    day += 1 + below(20);
                    add(day, "member.transfer_received", key, fmt::format(R"("branch":"{}")", branch()));
                    break;
                case 2: add(day, "member.card_issued", key, R"("number":"12345678","kind":"first")"); break;
                case 3: {
                    const int year = 2019 + below(2);
                    add(day, "member.evaluated", key,
                        fmt::format(R"("year":{},"rating":"{}")", year, below(2) ? "good" : "completed"));
                    break;
                }
                case 4:
                    add(day, "member.fee_paid", key, fmt::format(R"("month":"2020-05","amount_vnd":{})", below(90)));
                    break;
                case 5: add(day, "member.left", key, ""); break;
                case 6: add(day, "member.readmitted", key, fmt::format(R"("branch":"{}")", branch())); break;
            }
        }
    }

    void reorganise() {
        const int moved = 250 + below(400);
        add(moved, "organisation.moved", fmt::format("B1{}", 1 + below(2)), R"("parent":"C2")");
        add(700 + below(100), "organisation.merged", "C3", R"("into":"C2")");
        add(900 + below(50), "organisation.merged", "B32", fmt::format(R"("into":"{}")", "B31"));
    }

    std::mt19937_64 chance_;
    std::vector<std::pair<int, std::string>> lines_;
};

}  // namespace

History random_history(std::uint64_t seed) {
    auto history = Generator(seed).make();
    // What is impossible is left out, as an office would have to.
    TestBooks books(seed);
    service::RecordingOptions options;
    options.keep_good = true;
    const auto receipt = books.record(history.lines, options);
    std::set<std::size_t> bad;
    for (const auto& objection : receipt.objections) bad.insert(objection.line);
    History possible;
    for (std::size_t i = 0; i < history.lines.size(); ++i) {
        if (!bad.contains(i)) possible.lines.push_back(history.lines[i]);
    }
    return possible;
}

std::string all_figures(TestBooks& books) {
    const auto& world = books.books().world();
    auto organisations = world.directory.keys(house().organisations());
    std::sort(organisations.begin(), organisations.end());
    std::string all;
    for (const auto& key : organisations) {
        const auto organisation = world.directory.find(house().organisations(), key).value();
        for (int year = 2019; year <= 2022; ++year) {
            for (const auto structure : {catalogue::Structure::period_end, catalogue::Structure::event}) {
                const catalogue::Question question{{organisation}, Period::of_year(year), structure, {}};
                for (const auto& figure : house().figures()) {
                    const auto answer = ask(house(), world, figure, question);
                    all += fmt::format("{} {} {} {}:", key, year, static_cast<int>(structure), figure.name);
                    all += answer.value ? plain(*answer.value) : "-";
                    std::vector<std::string> records;
                    for (const auto& record : answer.records) {
                        records.push_back(world.directory[record.row.subject].key + record.row.from.iso());
                    }
                    std::sort(records.begin(), records.end());
                    for (const auto& record : records) all += " " + record;
                    all += "\n";
                }
            }
        }
    }
    return all;
}

}  // namespace nennep::test
