#include "service/permission.hpp"

#include <algorithm>

namespace nennep::service {

using catalogue::bit;
using catalogue::Relation;
using catalogue::Relations;

Permission::Permission(const catalogue::Catalogue& catalogue, const catalogue::Rights& rights, const World& world,
                       const std::vector<Grant>& grants, std::string_view person, Day today)
    : catalogue_(catalogue), rights_(rights), world_(world), today_(today), numbering_(world.tree.on(today)) {
    held_.reserve(grants.size());
    for (const auto& grant : grants) {
        if (!grant.holds_on(today)) continue;
        if (grant.organisation.empty()) {
            hold_at_the_top(rights.role(grant.role));
            continue;
        }
        const auto organisation = world.directory.find(catalogue.organisations(), grant.organisation);
        const auto role = rights.role(grant.role);
        if (!organisation || role == catalogue::no_role) continue;
        const auto place = place_of_office(world.directory[*organisation].rank);
        if (place != world::nowhere) held_.push_back({role, place});
    }
    if (person.empty()) return;
    if (const auto self = world.directory.find(catalogue.people(), person)) self_ = *self;
}

// An administrator of the whole house holds their role wherever nothing stands above.
void Permission::hold_at_the_top(catalogue::RoleNo role) {
    for (OrganisationNo no = 0; no < world_.tree.size() && role != catalogue::no_role; ++no) {
        if (numbering_->is_root(no)) held_.push_back({role, no});
    }
}

// A merger moves what is held with it: the absorbing organisation stands for the absorbed. With one
// that was dissolved its offices end: what happened in it counts for its superior, but its secretary
// is not theirs.
OrganisationNo Permission::place_of_office(OrganisationNo organisation) const {
    while (organisation != world::nowhere) {
        const auto& timeline = world_.tree[organisation];
        if (timeline.live_on(today_)) return organisation;
        if (timeline.on(today_) == nullptr) return world::nowhere;      // yet to be founded
        organisation = timeline.into;
    }
    return world::nowhere;
}

// The organisation that counts for another today; for one that is yet to be founded, its superior.
OrganisationNo Permission::standing(OrganisationNo organisation) const {
    for (OrganisationNo steps = 0; steps < world_.tree.size(); ++steps) {
        const auto stands = numbering_->representative(organisation);
        if (stands != world::nowhere) return stands;
        const auto& timeline = world_.tree[organisation];
        if (!timeline.exists()) return world::nowhere;
        organisation = timeline.spans.front().parent;
        if (organisation == world::nowhere) return world::nowhere;
    }
    return world::nowhere;
}

// Both live today.
Relation Permission::relation(OrganisationNo held, OrganisationNo asked) const {
    if (held == asked) return Relation::own;
    if (numbering_->is_below(asked, held)) return Relation::below;
    return numbering_->is_below(held, asked) ? Relation::above : Relation::beside;
}

bool Permission::may(RightNo right) const {
    return std::any_of(held_.begin(), held_.end(),
                       [&](const Held& held) { return rights_.where(held.role, right) != 0; });
}

bool Permission::may(RightNo right, OrganisationNo organisation) const {
    const auto asked = standing(organisation);
    if (asked == world::nowhere) return false;
    for (const auto& held : held_) {
        const auto where = rights_.where(held.role, right);
        if (where != 0 && (where & bit(relation(held.organisation, asked))) != 0) return true;
    }
    return false;
}

bool Permission::may_throughout(std::string_view right, OrganisationNo organisation) const {
    const auto asked = standing(organisation);
    if (asked == world::nowhere) return false;
    const auto allowed = where(right);
    const auto all = numbering_->below(asked);
    return std::all_of(all.begin(), all.end(), [&](OrganisationNo each) { return (*allowed)[each]; });
}

std::shared_ptr<const std::vector<bool>> Permission::where(std::string_view right) const {
    const auto number = rights_.right(right);
    for (const auto& [known, answer] : where_) {
        if (known == number) return answer;
    }
    auto answer = std::make_shared<std::vector<bool>>(world_.tree.size());
    if (may(number)) {
        for (OrganisationNo i = 0; i < world_.tree.size(); ++i) (*answer)[i] = may(number, i);
    }
    where_.emplace_back(number, answer);
    return answer;
}

OrganisationNo Permission::seat(SubjectNo subject) const {
    const auto type = world_.directory[subject].type;
    if (type >= catalogue_.subjects().size()) return world::nowhere;        // somebody who records
    if (type == catalogue_.organisations()) return world_.directory[subject].rank;
    auto seat = world_.seat_on(subject, today_);
    // What begins later is already where it will be.
    if (seat == world::nowhere) seat = world_.seat(subject);
    return seat != world::nowhere ? seat : root();
}

OrganisationNo Permission::root() const {
    if (held_.empty()) return world::nowhere;
    auto top = held_.front().organisation;
    while (!numbering_->is_root(top)) {
        top = numbering_->representative(world_.tree[top].on(today_)->parent);
    }
    return top;
}

bool Permission::may_see(SubjectNo subject) const {
    if (subject == world::nobody || subject >= world_.directory.size()) return false;
    if (is_self(subject)) return true;
    const auto type = world_.directory[subject].type;
    if (type >= catalogue_.subjects().size()) return false;
    const auto right = rights_.seeing(type);
    return may(right) && may(right, seat(subject));
}

bool Permission::may_see(world::TypeNo type, std::string_view key) const {
    const auto subject = world_.directory.find(type, key);
    return subject && may_see(*subject);
}

bool Permission::may_name(world::TypeNo type, std::string_view key) const {
    const auto subject = world_.directory.find(type, key);
    if (!subject) return false;
    return may_see(*subject) || (type == catalogue_.organisations() && may("see.tree", seat(*subject)));
}

bool Permission::may_see_event(SubjectNo subject, std::string_view event_type) const {
    if (!may_see(subject)) return false;
    if (is_self(subject) || !rights_.is_restricted(event_type)) return true;
    return may(rights_.seeing_event(event_type), seat(subject));
}

bool Permission::may_see_guarded(SubjectNo subject, std::string_view guard) const {
    if (!may_see(subject)) return false;
    if (is_self(subject)) return true;
    const auto right = rights_.opening(world_.directory[subject].type, guard);
    return may(right, seat(subject));
}

bool Permission::may_record(SubjectNo subject, std::string_view event_type) const {
    if (subject == world::nobody || subject >= world_.directory.size()) return false;
    const auto right = rights_.recording(event_type);
    return may(right) && may(right, seat(subject));
}

}  // namespace nennep::service
