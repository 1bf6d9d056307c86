#include "domain/organisation/laws.hpp"

namespace nennep::organisation {

catalogue::Law each_parent_is_live() {
    return {"each_parent_is_live",
            [](const catalogue::Catalogue&, const world::World& world) -> std::optional<std::string> {
                const auto& tree = world.tree;
                for (world::OrganisationNo i = 0; i < tree.size(); ++i) {
                    for (const auto& span : tree[i].spans) {
                        if (span.parent == world::nowhere || span.from >= tree[i].ended) continue;
                        const auto day = tree.on(span.from);
                        if (day->representative(span.parent) == world::nowhere || day->is_root(i)) {
                            return "an organisation stands under none from " + span.from.iso();
                        }
                    }
                }
                return std::nullopt;
            }};
}

}  // namespace nennep::organisation
