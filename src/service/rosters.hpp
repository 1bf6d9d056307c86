// The subjects of each type in the order of their keys, and their names without accents: kept from one
// question to the next, because a list of 100,000 is asked for by keys and words all day long.
//
// A journal numbers its subjects in the order in which they are opened, so what is kept is true of
// every world of the same journal, as it is and as it was known.
#pragma once
#include <mutex>

#include "service/known.hpp"

namespace nennep::service {

struct Roster {
    std::vector<SubjectNo> subjects;        // by rank
    std::vector<std::uint32_t> places;      // by rank: its place in the order of keys
    std::vector<Rank> by_key;
};

// Names and keys, in small letters without accents, by rank.
struct PlainNames {
    journal::Head head;
    std::vector<std::string> labels;
    std::vector<std::string> plain;
};

class Rosters {
public:
    explicit Rosters(const Catalogue& catalogue) : catalogue_(catalogue) {}

    std::shared_ptr<const Roster> roster(const World& world, catalogue::TypeNo type) const;
    std::shared_ptr<const PlainNames> names(const World& world, catalogue::TypeNo type) const;

private:
    std::string in_words(const std::string& label) const;

    const Catalogue& catalogue_;
    mutable std::mutex mutex_;
    mutable SubjectNo scanned_ = 1;
    mutable std::vector<std::vector<SubjectNo>> found_;                 // by type and rank
    mutable std::vector<std::shared_ptr<const Roster>> rosters_;        // by type
    mutable std::vector<std::shared_ptr<const PlainNames>> names_;
};

// Words as people type them, against a plain name: each begins a word of its own, in any order.
class WantedWords {
public:
    explicit WantedWords(std::string_view query);
    bool empty() const { return words_.empty(); }
    bool match(std::string_view plain_name) const;

private:
    std::vector<std::string> words_;        // the longest first
};

// Small letters without accents, everything but letters and digits as blanks.
std::string plain_words(std::string_view text);

}  // namespace nennep::service
