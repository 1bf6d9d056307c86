// A page of a list: filtered, put in order, counted; and from where the next one goes on.
//
// A page ends at a value and a key, not at a number of rows: so somebody who is entered meanwhile moves
// nobody from one page to another (keyset). The order is that of the trait, Vietnamese where it is a
// text, then that of the keys; whoever lacks the trait comes last, whichever way round.
#pragma once
#include "service/selection.hpp"

namespace nennep::service {

struct ListQuery : Selecting {
    std::string sort;                   // a trait; `-birth_date`: the latest first; empty: keys
    std::string cursor;                 // of the page before
    std::size_t limit = 50;
    bool is_whole = false;              // all rows at once, for an export
    std::vector<std::string> facets;    // traits of which the values are counted
};

constexpr std::size_t most_rows_of_a_page = 1'000;

struct ListPage {
    Selection selection;
    std::vector<Rank> rows;
    std::size_t total = 0;
    std::string next;                   // cursor; empty after the last page
};

class Lists {
public:
    explicit Lists(const Catalogue& catalogue) : catalogue_(catalogue), rosters_(catalogue) {}

    // For many threads at once, over a world that nobody changes meanwhile.
    Result<ListPage> page(const World& world, const ListQuery& query, const Sight& sight = {}) const;
    const Catalogue& catalogue() const { return catalogue_; }
    const Rosters& rosters() const { return rosters_; }

private:
    const Catalogue& catalogue_;
    Rosters rosters_;
};

// The order of the values of a trait: where it stands, twice, so that there is room between two.
class ValueOrder {
public:
    ValueOrder(const KnownOn& known, const World& world, TraitNo trait, const std::vector<Rank>& ranks);
    std::int64_t place(const Value& value) const;
    // Of a value as `written` has it, also where nobody has it any more.
    std::optional<std::int64_t> place_of(std::string_view text) const;

private:
    const KnownOn& known_;
    const World& world_;
    TraitNo trait_;
    const Trait& described_;
    std::shared_ptr<const world::Order> texts_;
    std::vector<std::pair<std::string, SubjectNo>> subjects_;      // by label
    std::unordered_map<SubjectNo, std::int64_t> place_of_subject_;
};

}  // namespace nennep::service
