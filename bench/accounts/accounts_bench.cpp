// accounts_bench [TRIES]: known against unknown names at sign-in (S4), the cost of a request's session, and
// looks into a long log. Exit status 1 if sign-in differs in its answer, or by a millisecond in its median.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <vector>

#include "accounts/accounts.hpp"
#include "store/accounts/keep.hpp"

namespace {

using namespace nennep;
using namespace nennep::accounts;
using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// Two-sided p of the rank-sum test, by the normal approximation.
double rank_test(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<std::pair<double, bool>> all;
    for (const double value : a) all.emplace_back(value, true);
    for (const double value : b) all.emplace_back(value, false);
    std::sort(all.begin(), all.end());
    double ranks = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].second) ranks += static_cast<double>(i + 1);
    }
    const auto n = static_cast<double>(a.size()), m = static_cast<double>(b.size());
    const double z = (ranks - n * (n + m + 1) / 2) / std::sqrt(n * m * (n + m + 1) / 12);
    return std::erfc(std::abs(z) / std::sqrt(2.0));
}

int compare_names(std::size_t tries) {
    const auto keep = store::open_memory_keep();
    std::int64_t now_ms = 1'700'000'000'000;
    AccountSettings settings;
    settings.looks_after_itself = false;
    settings.unused_days = 0;
    Accounts all(*keep, settings, {[&] { return now_ms; }, fill_with_chance});
    const auto invited = all.add({0, "bench", "", true}, {"known", "", {{"office", "DUK"}}});
    (void)all.use_link(invited->secret, "", "mèo lười ngủ trưa dưới gốc khế", "");
    std::vector<double> known, unknown;
    bool is_same = true;
    for (std::size_t i = 0; i < tries; ++i) {
        // Whichever comes first has no share in what the machine does beside.
        for (const bool is_known : {i % 2 == 0, i % 2 != 0}) {
            now_ms += 24 * 60 * 60 * 1000LL / 90;
            const auto begin = Clock::now();
            const auto answer = all.sign_in(is_known ? "known" : "nobody", "không phải mật khẩu", "", "10.0.0.1");
            (is_known ? known : unknown).push_back(ms_since(begin));
            const auto& refusal = answer.error();
            is_same = is_same && refusal.code == "sign_in.wrong" && refusal.field.empty() && refusal.arguments.empty();
        }
    }
    const double difference = median(known) - median(unknown);
    std::cout << "sign-in, " << tries << " each: known " << median(known) << " ms, unknown " << median(unknown)
              << " ms, ratio " << median(known) / median(unknown) << ", difference " << difference << " ms, rank test p "
              << rank_test(known, unknown) << (is_same ? "; same answers" : "; ANSWERS DIFFER") << "\n";
    return is_same && std::abs(difference) < 1 ? 0 : 1;
}

void measure_requests() {
    const auto keep = store::open_memory_keep();
    AccountSettings settings;
    settings.looks_after_itself = false;
    settings.password_cost = {8 * 1024, 1};
    std::int64_t now_ms = 1'700'000'000'000;
    Accounts all(*keep, settings, {[&] { return now_ms; }, fill_with_chance});
    std::string secret;
    for (int i = 0; i < 50; ++i) {
        const auto name = "user" + std::to_string(i);
        const auto invited = all.add({0, "bench", "", true}, {name, "", {{"office", "DUK"}, {"member", "CB-01"}}});
        (void)all.use_link(invited->secret, "", "mèo lười ngủ trưa dưới gốc khế", "");
        secret = all.sign_in(name, "mèo lười ngủ trưa dưới gốc khế", "", "")->secret;
    }
    const auto token = all.make_token({0, "bench", "", true}, "user1", {"x", {"read"}, 1, {}})->secret;
    constexpr int rounds = 1'000'000;
    std::size_t seen = 0;
    auto begin = Clock::now();
    for (int i = 0; i < rounds; ++i) seen += all.of_session(secret)->grants.size();
    std::cout << "of_session: " << ms_since(begin) * 1e6 / rounds << " ns\n";
    begin = Clock::now();
    for (int i = 0; i < rounds; ++i) seen += all.of_token(token)->grants.size();
    std::cout << "of_token: " << ms_since(begin) * 1e6 / rounds << " ns (" << seen << " grants)\n";
}

void measure_log(std::size_t lines) {
    const auto folder = std::filesystem::temp_directory_path() / "nennep-accounts-bench";
    std::filesystem::remove_all(folder);
    {
        const auto keep = store::open_sqlite_keep(folder);
        AccessLog log(*keep);
        auto begin = Clock::now();
        for (std::size_t i = 0; i < lines; ++i) {
            Look look;
            look.at_ms = 1'700'000'000'000 + static_cast<std::int64_t>(i) * 1000;
            look.who = "user" + std::to_string(i % 200);
            look.act = i % 50 == 0 ? "export" : "read";
            look.subject_type = "person";
            look.subject = "HS-" + std::to_string(i * 7919 % 100'000);
            look.organisation = "CB-" + std::to_string(i % 500);
            look.detail = "people.one";
            look.peer = "10.0.0.1";
            log.note(std::move(look));
        }
        log.flush();
        const auto took = ms_since(begin);
        std::cout << "log: " << lines << " lines written in " << took << " ms\n";
        const auto ask = [&](const char* what, auto set) {
            LookQuery query;
            set(query);
            begin = Clock::now();
            const auto found = log.find(query).size();
            std::cout << "  " << what << ": " << found << " lines in " << ms_since(begin) << " ms\n";
        };
        ask("newest", [](LookQuery&) {});
        ask("one person's file", [](LookQuery& q) { q.subject_type = "person", q.subject = "HS-777"; });
        ask("one account", [](LookQuery& q) { q.who = "user7"; });
        ask("an act", [](LookQuery& q) { q.act = "export"; });
        ask("nothing of that act", [](LookQuery& q) { q.act = "print"; });
        ask("one day", [](LookQuery& q) { q.from_ms = 1'700'100'000'000, q.to_ms = 1'700'186'400'000; });
        begin = Clock::now();
        const auto soundness = verify_log(*keep);
        std::cout << "  verified: " << soundness.lines << " lines in " << ms_since(begin) << " ms\n";
    }
    std::filesystem::remove_all(folder);
}

}  // namespace

int main(int count, char** words) {
    measure_requests();
    measure_log(1'000'000);
    return compare_names(count > 1 ? std::stoul(words[1]) : 500);
}
