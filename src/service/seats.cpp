#include "service/seats.hpp"

namespace nennep::service {

world::OrganisationNo seat_of(const catalogue::Catalogue& catalogue, const world::World& world,
                              world::SubjectNo subject) {
    const auto& known = world.directory[subject];
    if (known.type == catalogue.organisations()) return known.rank;
    // The row that began last; among those of one day the one recorded last.
    world::OrganisationNo seat = world::nowhere;
    const world::Row* newest = nullptr;
    for (const auto& ledger : world.ledgers) {
        for (const auto organisation : ledger.occupied()) {
            for (const auto& row : ledger.rows(organisation)) {
                if (row.subject != subject) continue;
                const bool is_newer = newest == nullptr || newest->on < row.on ||
                                      (newest->on == row.on && newest->seq <= row.seq);
                if (!is_newer) continue;
                newest = &row;
                seat = organisation;
            }
        }
    }
    return seat;
}

}  // namespace nennep::service
