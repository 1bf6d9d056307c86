// Asking a figure: for an organisation and a period, by the tree of one day or of each event's own.
#pragma once
#include <array>
#include <vector>

#include "catalogue/catalogue.hpp"

namespace nennep::catalogue {

enum class Structure : std::uint8_t {
    period_end,     // everything counts where the tree of the period's last day puts it
    event           // each event counts where the tree of its own day puts it
};

struct Question {
    OrganisationRef organisation;       // everything below and including it
    Period period;
    Structure structure = Structure::period_end;
    // Counts by the tree of this day instead of the period's last: for a year before the
    // organisation was formed.
    std::optional<Day> tree_of;
};

struct Record {
    world::OrganisationNo organisation = world::nowhere;    // where it was made
    world::Row row;
};

struct Answer {
    std::optional<Number> value;        // nothing where there is nothing to take a share of
    std::vector<Record> records;        // of a percentage: what was counted
    std::vector<Record> whole;          // of a percentage: what it was set against
};

// The twelve months of a year that is asked about. They are counted by the tree by which the year is, so that
// the months of a flow add up to it; of a stock each tells what there was at the month's end.
std::array<Question, 12> months_of(const Question& year);

// The value alone, without drawing up the list.
std::optional<Number> value_of(const Catalogue& catalogue, const world::World& world,
                               const Figure& figure, const Question& question);
Answer ask(const Catalogue& catalogue, const world::World& world, const Figure& figure,
           const Question& question);

struct Target {
    std::string_view kind;              // "at_least" or "at_most"
    std::int64_t hundredths = 0;
    world::Row row;                     // the record that set it
};
// The target of exactly this organisation for a year, as last set.
std::optional<Target> target_of(const Catalogue& catalogue, const world::World& world,
                                const Figure& figure, OrganisationRef organisation, int year);

struct Standing {
    bool met = false;
    // How many more are needed (at_least) or too many (at_most), in whole records for counts and
    // for percentages of the records there are now; in units of the sum otherwise. Exact: shares
    // are compared as whole numbers, never as rounded percentages.
    std::int64_t missing = 0;
};
Standing standing(const Catalogue& catalogue, const world::World& world, const Figure& figure,
                  const Question& question, const Target& target);

// What an organisation was on a day; a note for whoever asks about a day on which it did not live.
enum class Presence { live, not_yet, no_longer };
Presence presence(const world::World& world, SubjectNo organisation, Day day);

// The same figure a year before. Where the organisation was not formed yet, what has become its
// own is counted: by the tree of this year's last day.
struct YearBefore {
    Question question;
    bool by_this_years_tree = false;
};
YearBefore year_before(const world::World& world, const Question& question);

// Rows of the targets room, one for each figure name; laid down by `target.set`.
inline constexpr std::string_view targets_at_least = "targets.at_least";
inline constexpr std::string_view targets_at_most = "targets.at_most";

}  // namespace nennep::catalogue
