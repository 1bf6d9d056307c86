#include "world/world.hpp"

#include <algorithm>

namespace nennep::world {

namespace {

bool same(const Yield::Entry& a, const Yield::Entry& b) {
    return a.ledger == b.ledger && a.organisation == b.organisation && a.row == b.row;
}

}  // namespace

void World::put(SubjectNo subject, const Yield& yield, Yield before, bool is_organisation) {
    // A stream has tens of rows at most, mostly unchanged ones: a plain search is the fastest.
    auto& old = before.rows;
    for (const auto& entry : yield.rows) {
        const auto kept = std::find_if(old.begin(), old.end(),
                                       [&](const auto& was) { return same(was, entry); });
        if (kept != old.end()) {
            *kept = old.back();
            old.pop_back();
            continue;
        }
        if (ledgers.size() <= entry.ledger) ledgers.resize(entry.ledger + std::size_t{1});
        ledgers[entry.ledger].add(entry.organisation, entry.row);
    }
    for (const auto& entry : old) ledgers[entry.ledger].remove(entry.organisation, entry.row);
    auto& known = directory.edit(subject);
    known.label = yield.label;
    known.since = yield.since;
    known.until = yield.until;
    traits.put(known.type, known.rank, yield.since, yield.known);
    if (!yield.parts.empty() || !before.parts.empty()) traits.put_parts(subject, yield.parts);
    if (is_organisation && !(tree[known.rank] == yield.timeline)) {
        tree.put(known.rank, yield.timeline);
    }
}

void IdIndex::add(std::string_view id, journal::Seq seq) {
    entries_.push_back({std::hash<std::string_view>{}(id), seq});
}

void IdIndex::index() const {
    for (; indexed_ < entries_.size(); ++indexed_) {
        by_digest_.emplace(entries_[indexed_].digest, entries_[indexed_].seq);
    }
}

std::vector<journal::Seq> IdIndex::candidates(std::string_view id) const {
    index();
    std::vector<journal::Seq> found;
    const auto [begin, end] = by_digest_.equal_range(std::hash<std::string_view>{}(id));
    for (auto at = begin; at != end; ++at) found.push_back(at->second);
    return found;
}

void IdIndex::shrink_to(std::size_t size) {
    if (size >= entries_.size()) return;
    entries_.resize(size);
    by_digest_.clear();
    indexed_ = 0;
}

void IdIndex::write(ByteWriter& out) const {
    out.varint(entries_.size());
    for (const auto& entry : entries_) {
        out.u64(entry.digest);
        out.u64(entry.seq);
    }
}

bool IdIndex::read(ByteReader& in) {
    const auto count = in.varint();
    if (count > in.left() / 16) return false;
    entries_.reserve(static_cast<std::size_t>(count));
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto digest = in.u64();
        entries_.push_back({digest, in.u64()});
    }
    return in.ok();
}

void World::settle() {
    for (auto& ledger : ledgers) ledger.settle();
    traits.settle();
}

OrganisationNo World::seat(SubjectNo subject) const {
    const auto& who = directory[subject];
    return seat_of(traits[who.type].last(seat_trait, who.rank));
}

OrganisationNo World::seat_on(SubjectNo subject, Day day) const {
    const auto& who = directory[subject];
    return seat_of(traits[who.type].on(seat_trait, who.rank, day));
}

void World::be_ready() const {
    directory.index();
    ids.index();
}

std::string encode(const World& world) {
    ByteWriter out;
    world.directory.write(out);
    world.ids.write(out);
    world.tree.write(out);
    world.traits.write(out);
    auto used = world.ledgers.size();
    while (used > 0 && world.ledgers[used - 1].is_empty()) --used;
    out.varint(used);
    for (std::size_t i = 0; i < used; ++i) world.ledgers[i].write(out);
    return out.take();
}

bool decode(std::string_view bytes, World& world) {
    ByteReader in(bytes);
    if (!world.directory.read(in) || !world.ids.read(in) || !world.tree.read(in)) return false;
    if (!world.traits.read(in, world.directory)) return false;
    const auto count = in.varint();
    if (count > in.left()) return false;
    world.ledgers.resize(static_cast<std::size_t>(count));
    for (auto& ledger : world.ledgers) {
        if (!ledger.read(in)) return false;
    }
    return in.done();
}

}  // namespace nennep::world
