#include "domain/membership/laws.hpp"

#include <algorithm>
#include <map>

namespace nennep::membership {
namespace {

const world::Ledger& ledger(const catalogue::Catalogue& catalogue, const world::World& world,
                            std::string_view name) {
    static const world::Ledger empty;
    const auto number = catalogue.ledger(*catalogue.figure(name));
    return number < world.ledgers.size() ? world.ledgers[number] : empty;
}

}  // namespace

catalogue::Law each_member_belongs_to_one_branch() {
    return {"each_member_belongs_to_one_branch",
            [](const catalogue::Catalogue& catalogue,
               const world::World& world) -> std::optional<std::string> {
                const auto& members = ledger(catalogue, world, "members.total");
                std::vector<world::Row> all;
                for (world::OrganisationNo i = 0; i < members.organisations(); ++i) {
                    const auto& timeline = world.tree[i];
                    for (const auto& row : members.rows(i)) {
                        if (!timeline.exists() || row.from < timeline.spans.front().from) {
                            return world.directory[row.subject].key + " belongs to a branch before its founding";
                        }
                        if (timeline.into == world::nowhere && row.to > timeline.ended) {
                            return world.directory[row.subject].key + " belongs to a branch after its end";
                        }
                        all.push_back(row);
                    }
                }
                if (!members.rows(world::nowhere).empty()) return "a member belongs to no branch";
                std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
                    return a.subject != b.subject ? a.subject < b.subject : a.from < b.from;
                });
                for (std::size_t i = 1; i < all.size(); ++i) {
                    if (all[i - 1].subject == all[i].subject && all[i].from < all[i - 1].to) {
                        return world.directory[all[i].subject].key + " belongs to two branches on " + all[i].from.iso();
                    }
                }
                return std::nullopt;
            }};
}

catalogue::Law each_member_is_probationary_or_full() {
    return {"each_member_is_probationary_or_full",
            [](const catalogue::Catalogue& catalogue,
               const world::World& world) -> std::optional<std::string> {
                // The sum of changes day by day must be the same on both sides.
                std::map<Day, std::int64_t> balance;
                const auto count = [&](std::string_view name, std::int64_t sign) {
                    const auto& rows_of = ledger(catalogue, world, name);
                    for (world::OrganisationNo i = 0; i < rows_of.organisations(); ++i) {
                        for (const auto& row : rows_of.rows(i)) {
                            balance[row.from] += sign;
                            balance[row.to] -= sign;
                        }
                    }
                };
                count("members.total", 1);
                count("members.probationary", -1);
                count("members.full", -1);
                for (const auto& [day, difference] : balance) {
                    if (difference != 0) return "members differ from probationary and full on " + day.iso();
                }
                return std::nullopt;
            }};
}

}  // namespace nennep::membership
