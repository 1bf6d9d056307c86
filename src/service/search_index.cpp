#include "service/search_index.hpp"

namespace nennep::service {
namespace {

constexpr std::int64_t stale_after_ms = 1'000;

}  // namespace

SearchIndex::SearchIndex(const catalogue::Catalogue& catalogue, std::vector<std::string> types)
    : catalogue_(catalogue) {
    for (const auto& type : types) types_.push_back(catalogue.subject_type(type).value());
}

std::shared_ptr<const Search> SearchIndex::of(const world::World& world, std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    const bool is_this_world = search_ && world_ == &world;
    if (is_this_world && (made_at_ == world.head.seq || now_ms - made_ms_ < stale_after_ms)) return search_;
    search_ = std::make_shared<const Search>(world, catalogue_, types_);
    world_ = &world;
    made_at_ = world.head.seq;
    made_ms_ = now_ms;
    return search_;
}

}  // namespace nennep::service
