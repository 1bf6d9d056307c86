// Which subjects of a list are asked for: those below an organisation, on a day, by what is known of
// them then, and only as far as the asker may see. Lists, their totals and the counts beside them, and
// statistics all select here, so that none is wider than the others.
#pragma once
#include <functional>

#include "service/rosters.hpp"

namespace nennep::service {

// What somebody wants a trait to be.
struct Filter {
    enum class How : std::uint8_t {
        any_of,         // one of the values
        from, to,       // days and numbers, both included
        has,            // a text has these words, accents or not
        is_there,
        is_missing
    };
    std::string trait;
    How how = How::any_of;
    std::vector<std::string> values;
    friend bool operator==(const Filter&, const Filter&) = default;
};

// The ways in which traits of a kind can be asked for, as the ending of the parameter (`from` of
// `birth_date.from`); `eq` for the one without an ending.
const std::vector<std::string_view>& filter_forms(catalogue::TraitKind kind);

// A parameter as people write it: `ethnicity`, `birth_date.from`, `post.has`, `religion.missing`.
// Repeated values of one trait come together: any of them will do.
void add_filter(std::vector<Filter>& filters, std::string_view name, std::string_view value);
// The same, back: name and value for each.
std::vector<std::pair<std::string, std::string>> parameters_of(const std::vector<Filter>& filters);

struct Selecting {
    std::string list;                   // people
    std::string organisation;           // key; empty: everything
    Day on;
    std::vector<Filter> filters;
    std::string words;                  // free text: names and keys
};

// What the asker may see: what belongs to these organisations, and themselves. Whom one may see is
// judged by where they belong today, not by where they belonged on the day that is asked for: so a
// branch no longer sees, in any year, who was transferred from it.
struct Sight {
    const std::vector<bool>* organisations = nullptr;       // null: everything
    SubjectNo self = world::nobody;
    // Where a subject of the world that is asked belongs today; without it, as last known there.
    std::function<OrganisationNo(SubjectNo)> seat_today = {};
};

// How often a value occurs among those that pass every other filter.
struct Counts {
    TraitNo trait = 0;
    std::vector<std::pair<Value, std::int64_t>> of_values;
};

class Selection {
public:
    // Refuses a list, a trait or a value that does not exist, and names the nearest.
    static Result<Selection> of(const Catalogue& catalogue, const World& world, const Rosters& rosters,
                                const Selecting& asked, const Sight& sight,
                                const std::vector<std::string>& counted = {});

    const KnownOn& known() const { return *known_; }
    const ListType& list() const { return known_->list(); }
    const std::vector<Rank>& ranks() const { return ranks_; }       // ascending
    const std::vector<Counts>& counts() const { return counts_; }
    // The filters as they were applied: with whom the list shows where nobody asks for others.
    const std::vector<Filter>& filters() const { return filters_; }
    // The subject of a row, or whose part it is.
    SubjectNo subject(Rank rank) const {
        return list().parts != nullptr ? known_->table().owner(rank) : roster_->subjects[rank];
    }
    const Roster& roster() const { return *roster_; }

private:
    std::shared_ptr<const KnownOn> known_;
    std::shared_ptr<const Roster> roster_;
    std::vector<Filter> filters_;
    std::vector<Rank> ranks_;
    std::vector<Counts> counts_;
};

Result<TraitNo> find_trait(const ListType& list, std::string_view name, std::string_view parameter);
// A value as people and programs write it: a code, an ISO day, a number, a text, a key.
std::string written(const KnownOn& known, const World& world, TraitNo trait, const Value& value);

}  // namespace nennep::service
