// Where a subject belongs: whose right it is to see it.
#pragma once
#include "catalogue/catalogue.hpp"

namespace nennep::service {

// An organisation itself; of anything else the one in which it lies by its ledgers. nowhere where
// nothing says so.
world::OrganisationNo seat_of(const catalogue::Catalogue& catalogue, const world::World& world,
                              world::SubjectNo subject);

}  // namespace nennep::service
