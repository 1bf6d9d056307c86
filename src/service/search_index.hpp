// The index of names that many readers use, made anew when the books have changed; not more often
// than every second, since for a province that takes a while.
#pragma once
#include <memory>
#include <mutex>

#include "service/search.hpp"

namespace nennep::service {

class SearchIndex {
public:
    SearchIndex(const catalogue::Catalogue& catalogue, std::vector<std::string> types);

    // Of this world. Use it no longer than the world is held.
    std::shared_ptr<const Search> of(const world::World& world, std::int64_t now_ms);

private:
    const catalogue::Catalogue& catalogue_;
    std::vector<catalogue::TypeNo> types_;
    std::mutex mutex_;
    std::shared_ptr<const Search> search_;
    const world::World* world_ = nullptr;
    journal::Seq made_at_ = 0;
    std::int64_t made_ms_ = 0;
};

}  // namespace nennep::service
