// Checks that look from one subject at others: does what is named exist and live on the day; is an
// organisation that ends empty; does the tree stay a tree.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "service/books.hpp"
#include "service/draft.hpp"

namespace nennep::service {

// What speaks against an event of a day naming a subject, by what is known when it is recorded. An
// end or an absorption recorded later does not speak against it: what belongs to an organisation
// that is gone is resolved (world/tree.hpp).
std::optional<Refusal> against_naming(const Catalogue& catalogue, const World& world,
                                      const catalogue::NamedIn& named, Day on);

// A row that was laid down in an organisation.
struct Laid {
    world::OrganisationNo organisation = world::nowhere;
    world::Row row;
    bool needs_a_home = false;
};

// What speaks against a row where it lies.
std::optional<Refusal> against_row(const World& world, const Laid& laid);

// What speaks against the timeline of an organisation as it now is: rows after its end or before
// its founding, living organisations below it, a circle in the tree.
std::optional<Refusal> against_timeline(const Catalogue& catalogue, const World& world,
                                        SubjectNo organisation);

}  // namespace nennep::service
