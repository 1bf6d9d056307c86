// Lists, a search within one and cross-tables of 100,000 members, beside the same questions asked of
// SQLite over an indexed table of the same columns. First checked to give the same numbers.
#include <benchmark/benchmark.h>

#include "crowd_books.hpp"
#include "crowd_sql.hpp"

namespace nennep::bench {
namespace {

CrowdBooks& crowd() {
    static CrowdBooks books;
    return books;
}

Sql& sql() {
    static Sql tables(":memory:");
    static const bool is_written = [] {
        write_crowd(tables, crowd_catalogue(), crowd().lists, crowd().books.world());
        return true;
    }();
    ensure(is_written, "the tables are filled");
    return tables;
}

std::size_t total(const service::ListQuery& query) { return crowd().lists.page(crowd().books.world(), query)->total; }

void ask(benchmark::State& state, const service::ListQuery& query) {
    // The crowd is made, and the order of names found, before the time is taken.
    ensure(total(query) > 0, "there are members");
    for (auto _ : state) benchmark::DoNotOptimize(total(query));
}

void ask_sql(benchmark::State& state, const Statements& statements) {
    for (auto _ : state) {
        for (const auto& statement : statements) sql().ask(statement);
    }
}

void ask_both(benchmark::State& state, const Statements& statements, const service::ListQuery& query) {
    ensure(sql().ask(statements.front()) == static_cast<std::int64_t>(total(query)), "the same total");
    ask_sql(state, statements);
}

void a_page_of_all_members(benchmark::State& state) { ask(state, members()); }
BENCHMARK(a_page_of_all_members)->Unit(benchmark::kMillisecond);

void a_page_of_all_members_by_sql(benchmark::State& state) { ask_both(state, page_by_sql(), members()); }
BENCHMARK(a_page_of_all_members_by_sql)->Unit(benchmark::kMillisecond);

void a_filtered_page_with_counts(benchmark::State& state) { ask(state, some_members()); }
BENCHMARK(a_filtered_page_with_counts)->Unit(benchmark::kMillisecond);

void a_filtered_page_with_counts_by_sql(benchmark::State& state) {
    ask_both(state, filtered_page_by_sql(), some_members());
}
BENCHMARK(a_filtered_page_with_counts_by_sql)->Unit(benchmark::kMillisecond);

void a_search_within_the_list(benchmark::State& state) { ask(state, members_by_words()); }
BENCHMARK(a_search_within_the_list)->Unit(benchmark::kMillisecond);

void a_search_within_the_list_by_sql(benchmark::State& state) { ask_both(state, words_by_sql(), members_by_words()); }
BENCHMARK(a_search_within_the_list_by_sql)->Unit(benchmark::kMillisecond);

void a_cross_table(benchmark::State& state) {
    const auto query = cross_table();
    for (auto _ : state) benchmark::DoNotOptimize(cross(crowd().lists, crowd().books.world(), query)->total);
}
BENCHMARK(a_cross_table)->Unit(benchmark::kMillisecond);

void a_cross_table_by_sql(benchmark::State& state) { ask_sql(state, cross_table_by_sql()); }
BENCHMARK(a_cross_table_by_sql)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace nennep::bench
