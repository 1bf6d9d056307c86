// Figures in process, beside the same counts by SQL over an indexed SQLite table of the same facts
// (100,000 members, five years, 1,000,000 events); and a late entry on stores of three sizes.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <boost/json.hpp>
#include <map>
#include <random>

#include "catalogue/asking.hpp"
#include "main/house.hpp"
#include "sample/crowd.hpp"
#include "service/recorder.hpp"

namespace nennep {
namespace {

const catalogue::Catalogue& house() {
    static const catalogue::Catalogue catalogue = build_catalogue();
    return catalogue;
}

std::vector<std::string> crowd_lines(std::size_t events) {
    std::vector<std::string> lines;
    sample::crowd(events, [&](std::string_view line) { lines.emplace_back(line); });
    return lines;
}

struct Books {
    explicit Books(std::size_t events) {
        const auto lines = crowd_lines(events);
        const std::vector<std::string_view> views(lines.begin(), lines.end());
        ensure(recorder.record("bench", views, {}).objections.empty(), "the crowd is recorded");
    }
    catalogue::Question question(std::string_view organisation) const {
        const auto number = books.world().directory.find(house().organisations(), organisation);
        return {{number.value()}, Period::of_year(sample::crowd_last_year), {}, {}};
    }

    std::mt19937_64 chance{1};
    std::int64_t now_ms = 1'600'000'000'000;
    std::unique_ptr<journal::Store> store = journal::open_memory_store({});
    service::Books books{*store, house(), {}};
    service::Recorder recorder{books, {[this] { return ++now_ms; }, [this] { return chance(); }}};
};

Books& books_of(std::size_t events) {
    static std::map<std::size_t, std::unique_ptr<Books>> all;
    auto& books = all[events];
    if (!books) books = std::make_unique<Books>(events);
    return *books;
}

constexpr std::size_t million = 1'000'000;

// The facts as rows of one table, with the indexes that the counts below ask for.
class Sql {
public:
    Sql() {
        ensure(sqlite3_open(":memory:", &db_) == SQLITE_OK, "SQLite opens");
        run("create table fact(type text, subject text, day text, branch text, year int, rating text, amount int)");
        run("create table organisation(key text primary key, parent text, kind text)");
        run("begin");
        Statement fact(db_, "insert into fact values(?,?,?,?,?,?,?)");
        Statement organisation(db_, "insert into organisation values(?,?,?)");
        std::map<std::string, std::string> branch_of;
        for (const auto& line : crowd_lines(million)) {
            const auto event = boost::json::parse(line).as_object();
            const auto text = [](const boost::json::object& from, const char* name) {
                const auto* value = from.if_contains(name);
                return value && value->is_string() ? std::string(value->as_string()) : std::string();
            };
            const auto whole = [](const boost::json::object& from, const char* name) {
                const auto* value = from.if_contains(name);
                return value ? value->as_int64() : 0;
            };
            const auto& data = event.at("data").as_object();
            const auto type = text(event, "type");
            const auto subject = text(event, "subject");
            if (type == "organisation.founded") {
                organisation.insert({subject, text(data, "parent"), text(data, "kind")}, {});
                continue;
            }
            auto& branch = branch_of[subject];
            if (data.contains("branch")) branch = text(data, "branch");
            fact.insert({type, subject, text(event, "effective_on"), branch},
                        {whole(data, "year"), text(data, "rating"), whole(data, "amount_vnd")});
        }
        run("commit");
        run("create index by_type on fact(type, day, branch, amount)");
        run("create index by_year on fact(type, year, rating, branch)");
        run("create index by_subject on fact(subject, type, day)");
        run("analyze");
    }

    std::int64_t ask(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        ensure(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK, sqlite3_errmsg(db_));
        ensure(sqlite3_step(statement) == SQLITE_ROW, "one answer");
        const auto answer = sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
        return answer;
    }

private:
    class Statement {
    public:
        Statement(sqlite3* db, const char* sql) { sqlite3_prepare_v2(db, sql, -1, &statement_, nullptr); }
        ~Statement() { sqlite3_finalize(statement_); }
        struct Rest {
            std::int64_t year = 0;
            std::string rating;
            std::int64_t amount = 0;
        };
        void insert(const std::vector<std::string>& texts, const Rest& rest) {
            int place = 0;
            for (const auto& text : texts) {
                sqlite3_bind_text(statement_, ++place, text.c_str(), -1, SQLITE_TRANSIENT);
            }
            if (place == 4) {
                sqlite3_bind_int64(statement_, 5, rest.year);
                sqlite3_bind_text(statement_, 6, rest.rating.c_str(), -1, SQLITE_TRANSIENT);
                sqlite3_bind_int64(statement_, 7, rest.amount);
            }
            sqlite3_step(statement_);
            sqlite3_reset(statement_);
        }

    private:
        sqlite3_stmt* statement_ = nullptr;
    };

    void run(const char* sql) {
        ensure(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sqlite3_errmsg(db_));
    }

    sqlite3* db_ = nullptr;
};

Sql& sql() {
    static Sql tables;
    return tables;
}

// The figures that a crowd has, each as an office's programmer would count it.
std::vector<std::pair<std::string, std::string>> counts_by_sql(const std::string& top, int year) {
    const std::string below = "with recursive below(key) as (select '" + top +
                              "' union all select o.key from organisation o join below b on o.parent = b.key) ";
    const auto flow = [&](const std::string& type) {
        return fmt::format("{}select count(*) from fact where type='{}' and day between '{}-01-01' and '{}-12-31' "
                           "and branch in below", below, type, year, year);
    };
    const auto rated = [&](const std::string& more) {
        return fmt::format(
            "{}select count(*) from fact where type='member.evaluated' and year={}{} and branch in below", below,
            year, more);
    };
    const auto members = [&](const std::string& more) {
        return fmt::format("{}select count(*) from fact f where type in ('member.admitted','member.registered') and "
                           "day<='{}-12-31' and branch in below{}", below, year, more);
    };
    const std::string confirmed = fmt::format(
        "(f.type='member.registered' or exists(select 1 from fact c where c.subject=f.subject and "
        "c.type='member.confirmed' and c.day<='{}-12-31'))", year);
    const auto kinds = [&](const std::string& more) {
        return below + "select count(*) from organisation where key in below" + more;
    };
    return {{"members.total", members("")},
            {"members.full", members(" and " + confirmed)},
            {"members.probationary", members(" and not " + confirmed)},
            {"members.admitted", flow("member.admitted")},
            {"members.confirmed", flow("member.confirmed")},
            {"members.evaluated", rated("")},
            {"members.good_or_better", rated(" and rating in ('excellent','good')")},
            {"fees.collected_vnd", fmt::format("{}select sum(amount) from fact where type='member.fee_paid' and day "
                                               "between '{}-01-01' and '{}-12-31' and branch in below",
                                               below, year, year)},
            {"organisations.total", kinds("")},
            {"organisations.branches", kinds(" and kind='branch'")},
            {"organisations.grassroots", kinds(" and kind like 'grassroots%'")}};
}

void all_figures_of_the_root(benchmark::State& state) {
    auto& books = books_of(million);
    const auto question = books.question(sample::crowd_organisation);
    for (auto _ : state) {
        for (const auto& figure : house().figures()) {
            benchmark::DoNotOptimize(value_of(house(), books.books.world(), figure, question));
        }
    }
    state.SetLabel(std::to_string(house().figures().size()) + " figures");
}
BENCHMARK(all_figures_of_the_root)->Unit(benchmark::kMillisecond);

// Fewer figures than ours: only those of which the crowd has records. First checked to be equal.
void same_counts_by_sql(benchmark::State& state) {
    auto& books = books_of(million);
    const auto question = books.question(sample::crowd_organisation);
    const auto counts = counts_by_sql(sample::crowd_organisation, sample::crowd_last_year);
    for (const auto& [name, query] : counts) {
        const auto ours = value_of(house(), books.books.world(), *house().figure(name), question);
        ensure(ours && ours->units == sql().ask(query), name.c_str());
    }
    for (auto _ : state) {
        for (const auto& [name, query] : counts) benchmark::DoNotOptimize(sql().ask(query));
    }
    state.SetLabel(std::to_string(counts.size()) + " figures");
}
BENCHMARK(same_counts_by_sql)->Unit(benchmark::kMillisecond);

void one_branch_figure_with_its_list(benchmark::State& state) {
    auto& books = books_of(million);
    const auto question = books.question("CB-7");
    const auto& figure = *house().figure("members.total");
    for (auto _ : state) benchmark::DoNotOptimize(ask(house(), books.books.world(), figure, question));
}
BENCHMARK(one_branch_figure_with_its_list)->Unit(benchmark::kMicrosecond);

void one_grassroots_figure_with_its_list(benchmark::State& state) {
    auto& books = books_of(million);
    const auto question = books.question("CS-3");
    const auto& figure = *house().figure("fees.collected_vnd");
    for (auto _ : state) benchmark::DoNotOptimize(ask(house(), books.books.world(), figure, question));
}
BENCHMARK(one_grassroots_figure_with_its_list)->Unit(benchmark::kMicrosecond);

void one_late_entry(benchmark::State& state) {
    auto& books = books_of(static_cast<std::size_t>(state.range(0)));
    std::int64_t amount = 1;
    std::size_t person = 0;
    for (auto _ : state) {
        const std::string line = fmt::format(
            R"({{"type":"member.fee_paid","subject":"p{}","effective_on":"2018-06-15","data":{{"month":"2018-06","amount_vnd":{}}}}})",
            ++person * 5 % 900 + 1, ++amount);  // every fifth one is a member only later
        const std::string_view one = line;
        ensure(books.recorder.record("bench", {&one, 1}, {}).recorded == 1, "a late entry is recorded");
    }
}
BENCHMARK(one_late_entry)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond)->Iterations(8000);

}  // namespace
}  // namespace nennep
