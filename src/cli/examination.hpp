// Everything that a store's folder holds, examined: `nennep verify`, and each backup before it counts as one.
#pragma once
#include "accounts/access_log.hpp"
#include "cli/commands.hpp"
#include "service/verification.hpp"

namespace nennep::cli {

struct Examination {
    journal::Head head;
    service::Soundness books;
    std::optional<accounts::LogSoundness> log;  // nothing: there are no accounts
    bool is_sound() const { return books.is_sound() && !(log && log->broken_at); }
};

Examination examine(const House& house, const std::string& data, const service::Progress& progress);

// What was found, a line for the books and one for the records of looking.
std::string in_words(const Terminal& terminal, const Examination& found);

}  // namespace nennep::cli
