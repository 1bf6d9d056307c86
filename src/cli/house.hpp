// What the roof hands to the command line: the rooms' catalogue, the stores, the reports.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>

#include "accounts/keep.hpp"
#include "catalogue/report.hpp"
#include "catalogue/rights.hpp"
#include "cli/status.hpp"
#include "journal/store.hpp"
#include "service/recorder.hpp"

namespace nennep::cli {

// `trial` records nothing: where there is no store it works on an empty one in memory.
enum class Access { read, trial, create };

// One file of all that a store's folder holds, and back (store/backup).
struct Backups {
    using Path = std::filesystem::path;
    // While others may be writing.
    std::function<void(const Path& data, const Path& into)> copy;
    // False: stopped, because `goes_on`, told what part is done, said so.
    std::function<bool(const Path& folder, const Path& file, const std::function<bool(double)>& goes_on)> pack;
    std::function<void(const Path& file, const Path& into)> unpack;
    std::function<void(const Path& data)> must_hold_no_store;
    std::function<void(const Path& from, const Path& data)> become_store;
};

struct House {
    const catalogue::Catalogue& catalogue;
    const catalogue::Rights& rights;
    // Opens the store named by `--data`; Fault store.missing if there is none (and none is made).
    std::function<std::unique_ptr<journal::Store>(const std::string& data, Access access)> open_store;
    // The accounts beside it; with Access::read nothing where there are none.
    std::function<std::unique_ptr<accounts::Keep>(const std::string& data, Access access)> open_keep;
    Backups backups;
    catalogue::ReportMaker annual_report;
    // What is wrong with the words of a report; the product's own; the fields that words may name.
    std::function<Refusals(std::string_view words, const std::string& name)> check_words;
    std::function<std::string_view(Language language)> own_words;
    std::vector<std::string> words_fields;
    // Plays the sample year, line by line.
    std::function<void(const std::function<void(std::string_view)>& line)> sample;
    // Members by the hundred thousand, for measuring.
    std::function<void(std::size_t events, const std::function<void(std::string_view)>& line)> crowd;
    std::string crowd_organisation;
    int crowd_year = 0;
    // The files of the web application (http/web/assets.hpp); empty: built without them.
    std::string_view web;
    service::Surroundings surroundings;
    Digest program{};
    std::string version;
};

int run(const House& house, int argc, const char* const* argv);

}  // namespace nennep::cli
