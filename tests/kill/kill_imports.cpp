// kill -9 at any moment of an import: the store is whole afterwards, with all of the file or nothing
// of it, and with all of it if the program had said that it was done (reliability.md R1).
//
//   kill_imports PROGRAM [CYCLES [SEED]]
//
// Members by the thousand lie in files that build on one another. Each cycle imports the next file
// and kills the program after a time between nothing and a little more than such an import takes;
// what did not go in is tried again in the next cycle, as people would. When all files are in, the
// store must state the same as one that was never disturbed, and a new store is begun.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <stdexcept>

#include <unistd.h>

#include "child.hpp"

namespace nennep::kill {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t files_of_a_store = 10;
constexpr std::size_t small_file = 3'000;
// Goes another way through the store: past its log.
constexpr std::size_t big_file = 55'000;
constexpr std::size_t place_of_the_big_one = 4;

[[noreturn]] void fail(const std::string& why) { throw std::runtime_error(why); }

std::string part(const std::string& text, const std::string& from, const std::string& to) {
    const auto begin = text.find(from);
    if (begin == std::string::npos) fail("expected " + from + " in: " + text);
    const auto end = text.find(to, begin + from.size());
    return text.substr(begin + from.size(), end - begin - from.size());
}

struct Verified {
    std::size_t entries = 0;
    std::string facts;
};

// A store and the commands that the test gives it.
class Office {
public:
    Office(std::string program, fs::path store) : program_(std::move(program)), store_(std::move(store)) {}

    Ending import(const fs::path& file, std::optional<Microseconds> kill_after = {}) const {
        return run({program_, "import", file, "--data", store_, "--actor", "kill"}, kill_after);
    }
    bool is_founded() const { return fs::exists(store_ / "journal.sqlite"); }
    Verified verify() const {
        const auto ending = run({program_, "verify", "--format", "json", "--data", store_});
        if (ending.status != 0) fail("not sound any more: " + ending.said);
        return {std::stoul(part(ending.said, "\"entries\":", ",")), part(ending.said, "\"facts\":\"", "\"")};
    }
    std::string figures() const {
        const auto ending = run({program_, "report", "annual", "--org", "TINH", "--year", "2020", "--format",
                                 "json", "--data", store_});
        if (ending.status != 0) fail("no report any more: " + ending.said);
        return part(ending.said, "\"figures\":[", "]}");
    }
    // Changes when anything is written that may not count yet: the log or the old pages.
    std::string unfinished() const {
        std::ostringstream all;
        for (const auto* name : {"journal.sqlite-wal", "journal.sqlite-journal"}) {
            std::error_code missing;
            const auto size = fs::file_size(store_ / name, missing);
            if (missing) continue;
            all << name << size << fs::last_write_time(store_ / name).time_since_epoch().count();
        }
        return all.str();
    }
    void clear() const { fs::remove_all(store_); }

private:
    std::string program_;
    fs::path store_;
};

struct Counts {
    int stores = 0;                 // filled to the end
    int before_founding = 0;
    int before_writing = 0;
    int while_writing = 0;
    int after_recording = 0;        // killed all the same: while closing, or saving a snapshot
    int not_killed = 0;             // was done earlier
    int killed() const { return before_founding + before_writing + while_writing + after_recording; }
    // A test whose kills never land proves nothing.
    bool reached_every_phase() const {
        return before_writing > 0 && while_writing > 0 && after_recording > 0;
    }
};

class Trial {
public:
    Trial(const std::string& program, fs::path folder, std::uint64_t seed)
        : folder_(std::move(folder)),
          undisturbed_(program, folder_ / "undisturbed"),
          disturbed_(program, folder_ / "disturbed"),
          chance_(seed) {
        write_files(program);
        for (const auto& file : files_) {
            const auto ending = undisturbed_.import(file);
            if (ending.status != 0) fail("the undisturbed import was refused");
            takes_.push_back(ending.lasted);
            entries_.push_back(undisturbed_.verify().entries);
        }
        facts_ = undisturbed_.verify().facts;
        figures_ = undisturbed_.figures();
    }

    void cycle() {
        const auto& file = files_[next_];
        // With each try a little longer, so that a slow moment of the machine holds up nothing.
        const auto longest = takes_[next_].count() * (11 + tries_++) / 10;
        const Microseconds delay{std::uniform_int_distribution<Microseconds::rep>(0, longest)(chance_)};
        const std::size_t before = next_ == 0 ? 0 : entries_[next_ - 1];
        const auto trace = disturbed_.unfinished();
        const auto ending = disturbed_.import(file, delay);
        const bool has_written = disturbed_.unfinished() != trace;

        if (!ending.was_killed && ending.status != 0) fail("an import was refused after a kill");
        if (!disturbed_.is_founded()) {
            if (!ending.was_killed || before != 0) fail("the store is gone");
            ++counts_.before_founding;
            return;
        }
        const auto found = disturbed_.verify().entries;
        const bool is_in = found == entries_[next_];
        if (!is_in && found != before) {
            fail("half a file: " + std::to_string(found) + " entries, expected " + std::to_string(before) +
                 " or " + std::to_string(entries_[next_]));
        }
        if (!ending.was_killed && !is_in) fail("an import that was said to be done is not there");
        ++(!ending.was_killed ? counts_.not_killed
           : is_in            ? counts_.after_recording
           : has_written      ? counts_.while_writing
                              : counts_.before_writing);
        if (is_in) {
            tries_ = 0;
            if (++next_ == files_.size()) finish();
        }
    }

    // Brings in whatever is missing, and compares.
    void finish() {
        for (const auto& file : files_) {
            if (disturbed_.import(file).status != 0) fail("an import was refused at the end");
        }
        const auto end = disturbed_.verify();
        if (end.entries != entries_.back()) fail("something was recorded twice, or not at all");
        if (end.facts != facts_) fail("the store states other facts than the undisturbed one");
        if (disturbed_.figures() != figures_) fail("the figures differ from those of the undisturbed store");
        disturbed_.clear();
        next_ = 0;
        tries_ = 0;
        ++counts_.stores;
    }
    const Counts& counts() const { return counts_; }

private:
    void write_files(const std::string& program) {
        const std::size_t lines = small_file * (files_of_a_store - 1) + big_file;
        // Organisations come on top, first of all.
        std::istringstream all(run({program, "bench", "--print", "--events", std::to_string(lines)}).said);
        std::string line;
        for (std::size_t i = 0; i < files_of_a_store; ++i) {
            files_.push_back(folder_ / ("file-" + std::to_string(i)));
            std::ofstream out(files_.back(), std::ios::binary);
            const bool is_last = i + 1 == files_of_a_store;
            const std::size_t size = i == place_of_the_big_one ? big_file : small_file;
            for (std::size_t n = 0; (is_last || n < size) && std::getline(all, line); ++n) out << line << '\n';
        }
    }

    fs::path folder_;
    Office undisturbed_;
    Office disturbed_;
    std::mt19937_64 chance_;
    std::vector<fs::path> files_;
    std::vector<Microseconds> takes_;       // undisturbed
    std::vector<std::size_t> entries_;      // of the store, when the file is in
    std::string facts_;
    std::string figures_;
    std::size_t next_ = 0;
    int tries_ = 0;                         // at the next file
    Counts counts_;
};

struct Scratch {
    fs::path path = fs::temp_directory_path() / ("nennep-kill-" + std::to_string(getpid()));
    Scratch() { fs::create_directories(path); }
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
};

void try_out(const std::string& program, int cycles, std::uint64_t seed) {
    const Scratch scratch;
    Trial trial(program, scratch.path, seed);
    int done = 0;
    while (done < cycles || (!trial.counts().reached_every_phase() && done < cycles + 300)) {
        trial.cycle();
        ++done;
    }
    trial.finish();
    const auto& counts = trial.counts();
    std::cout << "kill: " << done << " imports into " << counts.stores << " stores (seed " << seed << "), "
              << counts.killed() << " killed:\n"
              << "    " << counts.before_founding << " before the store was founded\n"
              << "    " << counts.before_writing << " before anything was written: nothing recorded\n"
              << "    " << counts.while_writing << " while writing: nothing recorded\n"
              << "    " << counts.after_recording << " after recording: everything recorded\n"
              << "    " << counts.not_killed << " ended before that\n"
              << "kill: every store sound, every file in it whole, facts and figures those of an undisturbed one"
              << std::endl;
    if (!counts.reached_every_phase()) fail("the kills did not reach every phase");
}

}  // namespace
}  // namespace nennep::kill

int main(int argc, char** argv) {
    try {
        if (argc < 2 || argc > 4) {
            std::cerr << "usage: kill_imports PROGRAM [CYCLES [SEED]]\n";
            return 2;
        }
        const int cycles = argc > 2 ? std::stoi(argv[2]) : 60;
        nennep::kill::try_out(argv[1], cycles, argc > 3 ? std::stoull(argv[3]) : 1);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "kill: FAILED: " << error.what() << std::endl;
        return 1;
    }
}
