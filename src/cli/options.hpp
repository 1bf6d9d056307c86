// The command line as read: CLI11 stays in options.cpp, the one place that pays for compiling it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/texts.hpp"

namespace nennep::cli {

struct Options {
    std::string command;                // "import", "report annual", "export events", …
    Language language = Language::vi;
    std::string data;
    std::string actor;
    std::string config;                 // the file of settings; empty: none

    std::string listen;                 // serve
    std::string tls_cert;
    std::string tls_key;
    std::string zone;                   // serve, import

    std::vector<std::string> files;     // import
    bool check = false;
    std::string keep_good;
    bool historic = false;

    std::string organisation;           // report, figure
    std::optional<int> year;
    std::string from;
    std::string to;
    std::string structure;
    std::string as_known;
    std::string format;
    std::vector<std::string> templates;     // --template: words, a document, or one of each
    std::string annex;
    std::string document;
    std::vector<std::string> letterhead;    // --set PART=TEXT
    bool records = false;
    std::string name;                   // of a figure; of a shell

    std::vector<std::string> words;     // search
    std::vector<std::string> kinds;
    std::size_t most = 0;

    std::string on;                     // list, statistics
    std::vector<std::string> filters;   // --where TRAIT=VALUE
    std::string query;
    std::string sort;
    std::string cursor;
    std::vector<std::string> facets;
    std::vector<std::string> shown;
    std::string rows;
    std::string columns;
    std::string layers;

    std::string subject_type;           // history
    std::string key;

    std::vector<std::string> roles;     // user: ROLE@ORGANISATION
    std::vector<std::string> taken_roles;
    std::string person;
    std::string address;                // that links begin with
    bool second_factor = false;
    std::vector<std::string> scopes;
    std::optional<int> days;

    std::string output;                 // -o
    bool force = false;
    bool lines_only = false;            // demo --print
    bool keep = false;                  // demo: into the store named by --data
    std::size_t events = 0;             // bench
};

struct Parsed {
    std::optional<Options> options;
    int status = 0;                     // where there are none: help was asked for, or misuse
};

Parsed parse(const Texts& texts, const std::string& version, int argc, const char* const* argv);
// Every command with its options, for shell completion and the reference.
struct CommandHelp {
    std::string command;
    std::string help;                   // as printed by --help
    std::vector<std::string> options;
};
std::vector<CommandHelp> all_commands(const Texts& texts, const std::string& version,
                                      Language language);

}  // namespace nennep::cli
