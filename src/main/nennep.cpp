// The roof: connects stores, rooms, reports and the command line, and gives them time and chance.
#include <openssl/rand.h>

#include <chrono>
#include <fstream>
#include <iostream>

#include "cli/house.hpp"
#include "main/house.hpp"
#include "reports/annual.hpp"
#include "reports/words.hpp"
#include "sample/crowd.hpp"
#include "sample/player.hpp"
#include "store/accounts/keep.hpp"
#include "store/backup/backup.hpp"
#include "store/sqlite/sqlite_store.hpp"

namespace nennep::embedded {
extern const std::string_view sample_year;
extern const std::string_view sample_names;
extern const std::string_view web_assets;
}  // namespace nennep::embedded

namespace nennep {
namespace {

std::int64_t now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

void random_bytes(char* into, std::size_t size) {
    ensure(RAND_bytes(reinterpret_cast<unsigned char*>(into), static_cast<int>(size)) == 1,
           "the system offers randomness");
}

std::uint64_t random_number() {
    std::uint64_t number = 0;
    random_bytes(reinterpret_cast<char*>(&number), sizeof number);
    return number;
}

// Names this build: a snapshot of the world is believed only by the program that made it.
Digest digest_of_program() {
    std::ifstream in("/proc/self/exe", std::ios::binary);
    Sha256 hasher;
    std::vector<char> block(1 << 20);
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
        hasher.add({block.data(), static_cast<std::size_t>(in.gcount())});
    }
    return hasher.finish();
}

journal::Genesis new_genesis() {
    journal::Genesis genesis;
    random_bytes(genesis.journal.data(), genesis.journal.size());
    genesis.founded_ms = now_ms();
    return genesis;
}

std::unique_ptr<journal::Store> open_store(const std::string& data, cli::Access access) {
    if (access != cli::Access::create && !store::sqlite_store_exists(data)) {
        if (access == cli::Access::trial) return journal::open_memory_store(new_genesis());
        throw Fault("store.missing", data);
    }
    return store::open_sqlite_store(
        data, access == cli::Access::create ? store::Access::write : store::Access::read, new_genesis());
}

std::unique_ptr<accounts::Keep> open_keep(const std::string& data, cli::Access access) {
    if (access == cli::Access::create) return store::open_sqlite_keep(data);
    return store::sqlite_keep_exists(data) ? store::open_sqlite_keep_for_reading(data) : nullptr;
}

int run(int argc, const char* const* argv) {
    const auto catalogue = build_catalogue();
    const auto rights = build_rights(catalogue);
    const cli::House house{
        .catalogue = catalogue,
        .rights = rights,
        .open_store = open_store,
        .open_keep = open_keep,
        .backups = {.copy = store::copy_store,
                    .pack = store::pack_backup,
                    .unpack = store::unpack_backup,
                    .must_hold_no_store = store::must_hold_no_store,
                    .become_store = store::become_store},
        .annual_report = reports::annual,
        .check_words =
            [&catalogue](std::string_view words, const std::string& name) {
                const auto read = reports::read_words(catalogue, words, name);
                return read ? Refusals{} : read.error();
            },
        .own_words = reports::own_words,
        .words_fields = reports::words_fields(),
        .sample = [](const auto& line) { sample::play(embedded::sample_year, embedded::sample_names, line); },
        .crowd = sample::crowd,
        .crowd_organisation = sample::crowd_organisation,
        .crowd_year = sample::crowd_last_year,
        .web = embedded::web_assets,
        .surroundings = {now_ms, random_number},
        .program = digest_of_program(),
        .version = NENNEP_VERSION,
    };
    return cli::run(house, argc, argv);
}

}  // namespace
}  // namespace nennep

int main(int argc, char** argv) {
    try {
        std::ios::sync_with_stdio(false);
        return nennep::run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "nennep: " << error.what() << std::endl;
        return 3;
    }
}
