// Lists, a search within one and cross-tables of 100,000 members, beside the same questions asked of
// SQLite over an indexed table of the same columns. First checked to give the same numbers.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <random>

#include "base/vietnamese.hpp"
#include "main/house.hpp"
#include "sample/crowd.hpp"
#include "service/listing_forms.hpp"
#include "service/recorder.hpp"

namespace nennep {
namespace {

const catalogue::Catalogue& house() {
    static const catalogue::Catalogue catalogue = build_catalogue();
    return catalogue;
}

constexpr std::size_t million = 1'000'000;

struct Books {
    Books() {
        std::vector<std::string> lines;
        sample::crowd(million, [&](std::string_view line) { lines.emplace_back(line); });
        const std::vector<std::string_view> views(lines.begin(), lines.end());
        ensure(recorder.record("bench", views, {}).objections.empty(), "the crowd is recorded");
    }
    std::mt19937_64 chance{1};
    std::int64_t now_ms = 1'600'000'000'000;
    std::unique_ptr<journal::Store> store = journal::open_memory_store({});
    service::Books books{*store, house(), {}};
    service::Recorder recorder{books, {[this] { return ++now_ms; }, [this] { return chance(); }}};
    service::Lists lists{house()};
};

Books& crowd() {
    static Books books;
    return books;
}

const Day on = Day::of(sample::crowd_last_year, 12, 31).value();

service::ListQuery people() {
    service::ListQuery query;
    query.list = "people";
    query.organisation = sample::crowd_organisation;
    query.on = on;
    query.sort = "full_name";
    return query;
}

service::ListQuery filtered() {
    auto query = people();
    add_filter(query.filters, "ethnicity", "Tày");
    add_filter(query.filters, "birth_date.to", "1980-12-31");
    query.facets = {"religion", "gender", "political_theory"};
    return query;
}

service::CrossQuery crossed() {
    service::CrossQuery query;
    query.list = "people";
    query.organisation = sample::crowd_organisation;
    query.on = on;
    query.rows = "birth_year";
    query.columns = "ethnicity";
    query.layers = "gender";
    return query;
}

// One table of people, one of the tree, and the indexes that the questions want.
class Sql {
public:
    Sql() {
        ensure(sqlite3_open(":memory:", &db_) == SQLITE_OK, "SQLite opens");
        run("create table people(key text primary key, name text, place text, plain text, gender text, ethnicity text, "
            "religion text, theory text, birth text, standing text, branch text)");
        run("create table organisation(key text primary key, parent text)");
        run("begin");
        const auto& world = crowd().books.world();
        for (world::SubjectNo number = 1; number < world.directory.size(); ++number) {
            if (world.directory[number].type == house().organisations()) insert_organisation(world, number);
        }
        auto query = people();
        query.is_whole = true;
        const auto page = crowd().lists.page(world, query);
        const auto& known = page->selection.known();
        for (const auto rank : page->rows) {
            const auto text = [&](const char* trait) {
                const auto no = known.list().trait(trait).value();
                return written(known, world, no, known.value(no, rank));
            };
            const auto name = text("full_name");
            const auto& key = world.directory[page->selection.subject(rank)].key;
            insert("insert into people values(?,?,?,?,?,?,?,?,?,?,?)",
                   {key, name, order_of_name(name), without_accents(name) + " " + key, text("gender"), text("ethnicity"),
                    text("religion"), text("political_theory"), text("birth_date"), text("standing"), text("seat")});
        }
        run("commit");
        for (const auto* column : {"place, key", "gender", "ethnicity, birth", "branch", "birth"}) {
            run(fmt::format("create index {} on people({})", "i" + std::to_string(indexes_++), column).c_str());
        }
        run("analyze");
    }

    // The first column of the first row, after all rows are read.
    std::int64_t ask(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        ensure(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK, sqlite3_errmsg(db_));
        std::int64_t first = 0;
        for (std::size_t row = 0; sqlite3_step(statement) == SQLITE_ROW; ++row) {
            if (row == 0) first = sqlite3_column_int64(statement, 0);
        }
        sqlite3_finalize(statement);
        return first;
    }

private:
    void insert_organisation(const world::World& world, world::SubjectNo number) {
        const auto& subject = world.directory[number];
        const auto& column = world.traits[subject.type].column(house().list_of(subject.type).trait("parent").value());
        const auto parent = column.last(subject.rank);
        insert("insert into organisation values(?,?)",
               {subject.key, parent == world::unknown ? "" : world.directory[parent].key});
    }
    void insert(const char* sql, const std::vector<std::string>& texts) {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr);
        int place = 0;
        for (const auto& text : texts) sqlite3_bind_text(statement, ++place, text.c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_step(statement);
        sqlite3_finalize(statement);
    }
    void run(const char* sql) {
        ensure(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sqlite3_errmsg(db_));
    }

    sqlite3* db_ = nullptr;
    int indexes_ = 0;
};

Sql& sql() {
    static Sql tables;
    return tables;
}

const std::string below = std::string("with recursive below(key) as (select '") +
                          std::string(sample::crowd_organisation) +
                          "' union all select o.key from organisation o join below b on o.parent = b.key) ";
const std::string members = " from people where branch in below and standing in ('probationary','full')";
const std::string some = members + " and ethnicity='Tày' and birth<='1980-12-31'";

void a_page_of_all_members(benchmark::State& state) {
    const auto query = people();
    for (auto _ : state) benchmark::DoNotOptimize(crowd().lists.page(crowd().books.world(), query)->total);
}
BENCHMARK(a_page_of_all_members)->Unit(benchmark::kMillisecond);

void a_page_of_all_members_by_sql(benchmark::State& state) {
    ensure(sql().ask(below + "select count(*)" + members) ==
               static_cast<std::int64_t>(crowd().lists.page(crowd().books.world(), people())->total), "the same total");
    for (auto _ : state) {
        sql().ask(below + "select count(*)" + members);
        sql().ask(below + "select *" + members + " order by place, key limit 50");
    }
}
BENCHMARK(a_page_of_all_members_by_sql)->Unit(benchmark::kMillisecond);

void a_filtered_page_with_counts(benchmark::State& state) {
    const auto query = filtered();
    for (auto _ : state) benchmark::DoNotOptimize(crowd().lists.page(crowd().books.world(), query)->total);
}
BENCHMARK(a_filtered_page_with_counts)->Unit(benchmark::kMillisecond);

void a_filtered_page_with_counts_by_sql(benchmark::State& state) {
    ensure(sql().ask(below + "select count(*)" + some) ==
               static_cast<std::int64_t>(crowd().lists.page(crowd().books.world(), filtered())->total), "the same total");
    for (auto _ : state) {
        sql().ask(below + "select count(*)" + some);
        sql().ask(below + "select *" + some + " order by place, key limit 50");
        for (const auto* column : {"religion", "gender", "theory"}) {
            sql().ask(below + "select " + column + ", count(*)" + some + " group by 1");
        }
    }
}
BENCHMARK(a_filtered_page_with_counts_by_sql)->Unit(benchmark::kMillisecond);

void a_search_within_the_list(benchmark::State& state) {
    auto query = people();
    query.words = "thi hanh";
    for (auto _ : state) benchmark::DoNotOptimize(crowd().lists.page(crowd().books.world(), query)->total);
}
BENCHMARK(a_search_within_the_list)->Unit(benchmark::kMillisecond);

void a_search_within_the_list_by_sql(benchmark::State& state) {
    const std::string found = members + " and ' '||plain like '% thi%' and ' '||plain like '% hanh%'";
    for (auto _ : state) {
        sql().ask(below + "select count(*)" + found);
        sql().ask(below + "select *" + found + " order by place, key limit 50");
    }
}
BENCHMARK(a_search_within_the_list_by_sql)->Unit(benchmark::kMillisecond);

void a_cross_table(benchmark::State& state) {
    const auto query = crossed();
    for (auto _ : state) benchmark::DoNotOptimize(cross(crowd().lists, crowd().books.world(), query)->total);
}
BENCHMARK(a_cross_table)->Unit(benchmark::kMillisecond);

void a_cross_table_by_sql(benchmark::State& state) {
    for (auto _ : state) {
        sql().ask(below + "select substr(birth,1,4), ethnicity, gender, count(*)" + members + " group by 1,2,3");
    }
}
BENCHMARK(a_cross_table_by_sql)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace nennep
