// What is known of the subjects of one list on a day: the traits that are kept, and those that follow
// from others on that day.
#pragma once
#include "catalogue/catalogue.hpp"

namespace nennep::service {

using catalogue::Catalogue;
using catalogue::ListType;
using catalogue::Trait;
using world::OrganisationNo;
using world::Rank;
using world::SubjectNo;
using world::TraitNo;
using world::World;

// The value of a trait as a number: the place of a choice, the number of a day or a subject, a number
// itself, the code of a text.
struct Value {
    bool is_there = false;
    std::int64_t number = 0;
    friend bool operator==(const Value&, const Value&) = default;
};

class KnownOn {
public:
    // The world must outlive it. For one thread.
    KnownOn(const Catalogue& catalogue, const World& world, const ListType& list, Day on);

    const Catalogue& catalogue() const { return catalogue_; }
    const ListType& list() const { return list_; }
    Day day() const { return on_; }
    Rank size() const { return table_.size(); }
    bool exists(Rank rank) const { return table_.since(rank) <= on_; }
    Value value(TraitNo trait, Rank rank) const;
    OrganisationNo seat(Rank rank) const { return world_.seat_of(table_.on(world::seat_trait, rank, on_)); }
    // Of a trait of texts: the text behind a value.
    std::string_view text(TraitNo trait, std::int64_t code) const;
    const world::Column& column(TraitNo trait) const { return table_.column(trait); }
    const world::Table& table() const { return table_; }
    // Since when the value has been what it is, for a trait that is kept and there.
    std::optional<Day> since(TraitNo trait, Rank rank) const;

private:
    Value kept(const world::Column& column, Rank rank) const;
    Value derived(const Trait& trait, Rank rank) const;
    const std::vector<Value>& of_organisations(const Trait& trait) const;

    const Catalogue& catalogue_;
    const World& world_;
    const ListType& list_;
    const world::Table& table_;
    Day on_;
    // By organisation: what those who belong there have from it.
    mutable std::vector<std::pair<const Trait*, std::vector<Value>>> from_seats_;
};

// Full years from one day to another; nothing where the first is the later one.
std::optional<std::int64_t> full_years(Day from, Day to);

}  // namespace nennep::service
