// What one user may see and do, in one world, on one day. Every list, count, search, export and
// figure asks here, so that none is wider than the others.
//
// The day is today, also where the past is asked for: who was transferred is no longer seen by the
// branch that they left, in any year. So the world is the one of now; what is asked about a world
// as it was known is asked by key (`may_see(type, key)`), since numbers are good for one world only.
//
// Made for every request: finding the grants is all that is done at first, and a question compares
// positions in the tree's numbering. For one thread, as what was answered is kept.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "catalogue/rights.hpp"

namespace nennep::service {

using catalogue::Grant;
using catalogue::RightNo;
using world::OrganisationNo;
using world::SubjectNo;
using world::World;

class Permission {
public:
    // `person`: key of the user's own file, or empty. `today` decides which grants hold and where
    // everything stands in the tree. Catalogue, rights and world must outlive it.
    Permission(const catalogue::Catalogue& catalogue, const catalogue::Rights& rights, const World& world,
               const std::vector<Grant>& grants, std::string_view person, Day today);

    // Anywhere at all.
    bool may(std::string_view right) const { return may(rights_.right(right)); }
    bool may(RightNo right) const;
    bool may(std::string_view right, OrganisationNo organisation) const {
        return may(rights_.right(right), organisation);
    }
    bool may(RightNo right, OrganisationNo organisation) const;
    // At an organisation and everything below it: what a list of all of it asks for.
    bool may_throughout(std::string_view right, OrganisationNo organisation) const;
    // By organisation: where it may. Shared by all that ask for the same right.
    std::shared_ptr<const std::vector<bool>> where(std::string_view right) const;

    // A subject is seen by `see.<its type>` at its seat (where it belongs today); a person also by
    // themselves. Unknown subjects are seen by nobody.
    bool may_see(SubjectNo subject) const;
    bool may_see(world::TypeNo type, std::string_view key) const;
    // Whether they may know by which name a subject is known: who sees it, and of an organisation also who
    // sees that it stands in the tree.
    bool may_name(world::TypeNo type, std::string_view key) const;
    // An event is seen by who sees its subject and holds the right that its type names, which may be
    // stricter. What was done about somebody they may read themselves.
    bool may_see_event(SubjectNo subject, std::string_view event_type) const;
    // A guarded field (`identity`, `family`, `health`, `discipline`) of a subject.
    bool may_see_guarded(SubjectNo subject, std::string_view guard) const;
    bool may_record(SubjectNo subject, std::string_view event_type) const;
    bool is_self(SubjectNo subject) const { return subject == self_ && self_ != world::nobody; }
    SubjectNo self() const { return self_; }

    const catalogue::Catalogue& catalogue() const { return catalogue_; }
    const catalogue::Rights& rights() const { return rights_; }
    const World& world() const { return world_; }
    Day today() const { return today_; }
    const world::Numbering& tree() const { return *numbering_; }
    // Where a subject belongs today; what belongs to no organisation, to the root of the tree.
    OrganisationNo seat(SubjectNo subject) const;
    // The top of the tree in which the user holds a role.
    OrganisationNo root() const;

private:
    struct Held {
        catalogue::RoleNo role;
        OrganisationNo organisation;        // the one that stands for it today
    };
    void hold_at_the_top(catalogue::RoleNo role);
    OrganisationNo place_of_office(OrganisationNo organisation) const;
    catalogue::Relation relation(OrganisationNo held, OrganisationNo asked) const;
    OrganisationNo standing(OrganisationNo organisation) const;

    const catalogue::Catalogue& catalogue_;
    const catalogue::Rights& rights_;
    const World& world_;
    Day today_;
    SubjectNo self_ = world::nobody;
    std::vector<Held> held_;
    std::shared_ptr<const world::Numbering> numbering_;
    mutable std::vector<std::pair<RightNo, std::shared_ptr<const std::vector<bool>>>> where_;
};

}  // namespace nennep::service
