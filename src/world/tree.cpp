#include "world/tree.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace nennep::world {

const Span* Timeline::on(Day day) const {
    const auto after = std::upper_bound(spans.begin(), spans.end(), day,
                                        [](Day d, const Span& span) { return d < span.from; });
    return after == spans.begin() ? nullptr : &*(after - 1);
}

bool Numbering::is_root(OrganisationNo organisation) const {
    return organisation < root_.size() && root_[organisation];
}

bool Numbering::is_below(OrganisationNo organisation, OrganisationNo top) const {
    if (!is_live(top)) return false;
    const Position at = position(organisation);
    return at != unplaced && position_[top] <= at && at <= last_[top];
}

std::span<const OrganisationNo> Numbering::below(OrganisationNo top) const {
    if (!is_live(top)) return {};
    const auto begin = offset_[position_[top]];
    const auto end = offset_[last_[top] + std::size_t{1}];
    return std::span(members_).subspan(begin, end - begin);
}

OrganisationNo Numbering::representative(OrganisationNo organisation) const {
    const Position at = position(organisation);
    return at == unplaced ? nowhere : living_[at];
}

const Timeline& Tree::operator[](OrganisationNo organisation) const {
    static const Timeline unknown;
    return organisation < timelines_.size() ? timelines_[organisation] : unknown;
}

void Tree::put(OrganisationNo organisation, Timeline timeline) {
    if (timelines_.size() <= organisation) timelines_.resize(organisation + std::size_t{1});
    timelines_[organisation] = std::move(timeline);
    forget_numberings();
}

void Tree::shrink_to(OrganisationNo size) {
    if (timelines_.size() <= size) return;
    timelines_.resize(size);
    forget_numberings();
}

void Tree::forget_numberings() {
    const std::lock_guard lock(mutex_);
    numberings_.clear();
    changes_known_ = false;
}

const std::vector<Day>& Tree::changes() const {
    if (changes_known_) return changes_;
    changes_.clear();
    for (const auto& timeline : timelines_) {
        for (const auto& span : timeline.spans) changes_.push_back(span.from);
        if (timeline.ended != Day::never()) changes_.push_back(timeline.ended);
    }
    std::sort(changes_.begin(), changes_.end());
    changes_.erase(std::unique(changes_.begin(), changes_.end()), changes_.end());
    changes_known_ = true;
    return changes_;
}

Day Tree::epoch(Day day) const {
    const std::lock_guard lock(mutex_);
    const auto& days = changes();
    const auto after = std::upper_bound(days.begin(), days.end(), day);
    return after == days.begin() ? Day::beginning() : *(after - 1);
}

std::shared_ptr<const Numbering> Tree::on(Day day) const {
    const Day first = epoch(day);
    const std::lock_guard lock(mutex_);
    auto& numbering = numberings_[first];
    if (!numbering) numbering = number(first);
    return numbering;
}

OrganisationNo Tree::representative(OrganisationNo organisation, Day day) const {
    // A chain of successors is never longer than there are organisations: cycles are refused.
    for (std::size_t steps = 0; steps <= timelines_.size(); ++steps) {
        if (organisation == nowhere) return nowhere;
        const auto& timeline = (*this)[organisation];
        const auto* span = timeline.on(day);
        if (span == nullptr) return nowhere;
        if (day < timeline.ended) return organisation;
        organisation = timeline.into != nowhere ? timeline.into : span->parent;
    }
    return nowhere;
}

std::shared_ptr<const Numbering> Tree::number(Day day) const {
    auto result = std::make_shared<Numbering>();
    const auto count = timelines_.size();
    std::vector<OrganisationNo> represented(count);
    std::vector<std::vector<OrganisationNo>> children(count);
    std::vector<OrganisationNo> roots;
    result->root_.resize(count);
    for (OrganisationNo i = 0; i < count; ++i) {
        represented[i] = representative(i, day);
        if (represented[i] != i) continue;
        const auto parent = representative(timelines_[i].on(day)->parent, day);
        if (parent == nowhere || parent == i) {
            roots.push_back(i);
            result->root_[i] = true;
        } else {
            children[parent].push_back(i);
        }
    }
    result->roots_ = roots.size();
    result->position_.assign(count, Numbering::unplaced);
    result->last_.assign(count, Numbering::unplaced);
    // Depth first without recursion, in order of founding among siblings.
    struct Step {
        OrganisationNo organisation;
        std::size_t next_child;
    };
    for (const auto root : roots) {
        std::vector<Step> path{{root, 0}};
        while (!path.empty()) {
            auto& [organisation, next_child] = path.back();
            if (next_child == 0) {
                result->position_[organisation] =
                    static_cast<Numbering::Position>(result->living_.size());
                result->living_.push_back(organisation);
            }
            if (next_child < children[organisation].size()) {
                const auto child = children[organisation][next_child++];
                path.push_back({child, 0});
            } else {
                result->last_[organisation] =
                    static_cast<Numbering::Position>(result->living_.size() - 1);
                path.pop_back();
            }
        }
    }
    for (OrganisationNo i = 0; i < count; ++i) {
        if (represented[i] == nowhere) continue;
        result->position_[i] = result->position_[represented[i]];
        if (result->position_[i] != Numbering::unplaced) result->members_.push_back(i);
    }
    std::stable_sort(result->members_.begin(), result->members_.end(),
                     [&](OrganisationNo a, OrganisationNo b) {
                         return result->position_[a] < result->position_[b];
                     });
    result->offset_.assign(result->living_.size() + 1, 0);
    for (const auto i : result->members_) ++result->offset_[result->position_[i] + std::size_t{1}];
    for (std::size_t p = 1; p < result->offset_.size(); ++p) {
        result->offset_[p] += result->offset_[p - 1];
    }
    return result;
}

std::optional<Tree::Cycle> Tree::cycle_from(OrganisationNo organisation, Day from) const {
    // Walks up from the organisation at each day on which something above it changes.
    for (Day day = from; day != Day::never();) {
        Day next_change = Day::never();
        const auto note = [&](Day change) {
            if (day < change && change < next_change) next_change = change;
        };
        OrganisationNo at = organisation;
        for (std::size_t steps = 0; at != nowhere; ++steps) {
            if (steps > timelines_.size()) return Cycle{organisation, day};
            const auto& timeline = (*this)[at];
            for (const auto& span : timeline.spans) note(span.from);
            if (timeline.ended != Day::never()) note(timeline.ended);
            const auto* span = timeline.on(day);
            if (span == nullptr) break;
            at = day >= timeline.ended && timeline.into != nowhere ? timeline.into : span->parent;
            if (at == organisation) return Cycle{organisation, day};
        }
        day = next_change;
    }
    return std::nullopt;
}

void Tree::write(ByteWriter& out) const {
    // Equal trees have equal bytes: what was never founded, or no longer, leaves no trace at the end.
    auto end = timelines_.end();
    while (end != timelines_.begin() && !(end - 1)->exists()) --end;
    out.varint(static_cast<std::uint64_t>(end - timelines_.begin()));
    for (auto at = timelines_.begin(); at != end; ++at) {
        const auto& timeline = *at;
        out.varint(timeline.spans.size());
        for (const auto& span : timeline.spans) {
            out.u32(static_cast<std::uint32_t>(span.from.number()));
            out.u32(span.parent);
            out.u8(span.kind);
            out.u8(span.holds_members ? 1 : 0);
        }
        out.u32(static_cast<std::uint32_t>(timeline.ended.number()));
        out.u32(timeline.into);
    }
}

bool Tree::read(ByteReader& in) {
    const auto count = in.varint();
    if (count > in.left()) return false;
    timelines_.resize(count);
    for (auto& timeline : timelines_) {
        const auto spans = in.varint();
        if (spans > in.left()) return false;
        timeline.spans.resize(spans);
        for (auto& span : timeline.spans) {
            span.from = Day{static_cast<std::int32_t>(in.u32())};
            span.parent = in.u32();
            span.kind = in.u8();
            span.holds_members = in.u8() == 1;
        }
        timeline.ended = Day{static_cast<std::int32_t>(in.u32())};
        timeline.into = in.u32();
    }
    return in.ok();
}

}  // namespace nennep::world
