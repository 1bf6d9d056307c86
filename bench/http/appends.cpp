// What the store alone takes: entries of the size of a changed address, appended batch by batch, each
// durable before the next.
//
//   appends FOLDER BATCH SECONDS        prints: batches 0 0 entries-a-second p50 p95 p99 (of a batch, in ms)
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <random>

#include "base/result.hpp"
#include "store/sqlite/sqlite_store.hpp"

namespace nennep::bench {
namespace {

using Clock = std::chrono::steady_clock;

std::vector<journal::SubjectId> subjects_of(journal::Store& store) {
    std::vector<journal::SubjectId> subjects;
    store.read(0, [&](const journal::StoredEntry& entry) {
        subjects.push_back(entry.subject);
        return subjects.size() < 200'000;
    });
    return subjects;
}

void append(const char* folder, std::size_t size, int seconds) {
    const auto store = store::open_sqlite_store(folder, store::Access::write, {});
    const auto genesis = journal::decode_genesis(store->genesis()).value();
    const auto subjects = subjects_of(*store);
    auto head = store->head();
    std::mt19937_64 chance{head.seq};
    journal::Linker linker;
    const std::string payload(90, 'x');
    std::vector<double> took;
    const auto begin = Clock::now();
    const auto end = begin + std::chrono::seconds(seconds);
    for (auto from = begin; from < end;) {
        std::vector<journal::StoredEntry> batch(size);
        auto last = head;
        for (auto& entry : batch) {
            journal::Header header;
            header.journal = genesis.journal;
            header.seq = entry.seq = ++last.seq;
            header.subject = entry.subject = subjects[chance() % subjects.size()];
            header.action = "person.details_changed";
            header.payload_size = static_cast<std::uint32_t>(payload.size());
            entry.header = encode(header);
            entry.payload = payload;
            entry.link = last.link = linker.link(last.link, entry.seq, entry.header, entry.payload);
        }
        ensure(!store->append(head, batch), "nobody else appends");
        head = last;
        const auto now = Clock::now();
        took.push_back(std::chrono::duration<double, std::milli>(now - from).count());
        from = now;
    }
    const double whole = std::chrono::duration<double>(Clock::now() - begin).count();
    const auto entries = static_cast<double>(took.size() * size);
    std::sort(took.begin(), took.end());
    const auto at = [&](std::size_t percent) { return took[(took.size() - 1) * percent / 100]; };
    std::printf("%zu 0 0 %.1f %.2f %.2f %.2f\n", took.size(), entries / whole, at(50), at(95), at(99));
}

}  // namespace
}  // namespace nennep::bench

int main(int count, char** words) {
    if (count != 4) {
        std::cerr << "usage: appends FOLDER BATCH SECONDS\n";
        return 2;
    }
    try {
        nennep::bench::append(words[1], static_cast<std::size_t>(std::atoi(words[2])), std::atoi(words[3]));
    } catch (const nennep::Fault& fault) {
        std::cerr << fault.code() << ": " << fault.what() << '\n';
        return 3;
    }
}
