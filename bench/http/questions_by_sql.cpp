// The questions that bench/http/run asks of the server, asked of SQLite by as many threads at once, each
// with a connection of its own.
//
//   questions_by_sql FILE make                              fills the file with the crowd
//   questions_by_sql FILE QUESTION CONNECTIONS SECONDS      prints: asked 0 0 a-second p50 p95 p99 (in ms)
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <thread>

#include "crowd_books.hpp"
#include "crowd_sql.hpp"

namespace nennep::bench {
namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

const std::map<std::string_view, Statements (*)()> questions{{"list", page_by_sql},
                                                             {"filtered", filtered_page_by_sql},
                                                             {"words", words_by_sql},
                                                             {"search", search_by_sql},
                                                             {"cross", cross_table_by_sql}};

std::vector<double> asked_until(Clock::time_point end, const std::string& file, const Statements& statements) {
    Sql sql(file);
    std::vector<double> took;
    for (auto from = Clock::now(); from < end;) {
        for (const auto& statement : statements) sql.ask(statement);
        const auto now = Clock::now();
        took.push_back(Milliseconds(now - from).count());
        from = now;
    }
    return took;
}

void ask(const std::string& file, const Statements& statements, std::size_t connections, int seconds) {
    const auto begin = Clock::now();
    const auto end = begin + std::chrono::seconds(seconds);
    std::vector<std::vector<double>> took(connections);
    std::vector<std::thread> threads;
    for (auto& each : took) threads.emplace_back([&] { each = asked_until(end, file, statements); });
    for (auto& thread : threads) thread.join();
    const double whole = std::chrono::duration<double>(Clock::now() - begin).count();
    std::vector<double> all;
    for (const auto& each : took) all.insert(all.end(), each.begin(), each.end());
    std::sort(all.begin(), all.end());
    const auto at = [&](std::size_t percent) { return all[(all.size() - 1) * percent / 100]; };
    std::printf("%zu 0 0 %.1f %.2f %.2f %.2f\n", all.size(), static_cast<double>(all.size()) / whole, at(50), at(95),
                at(99));
}

}  // namespace
}  // namespace nennep::bench

int main(int count, char** words) {
    using namespace nennep::bench;
    if (count == 3 && std::string_view(words[2]) == "make") {
        const CrowdBooks crowd;
        Sql sql(words[1]);
        write_crowd(sql, crowd_catalogue(), crowd.lists, crowd.books.world());
        return 0;
    }
    const auto question = count == 5 ? questions.find(words[2]) : questions.end();
    if (question == questions.end()) {
        std::cerr << "usage: questions_by_sql FILE make | FILE QUESTION CONNECTIONS SECONDS\n";
        return 2;
    }
    ask(words[1], question->second(), static_cast<std::size_t>(std::atoi(words[3])), std::atoi(words[4]));
}
