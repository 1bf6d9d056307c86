// What one user may see and do, in one world, on one day. Every list, count, search, export and
// figure asks here, so that none is wider than the others.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "catalogue/rights.hpp"

namespace nennep::service {

using catalogue::Grant;
using world::OrganisationNo;
using world::SubjectNo;
using world::World;

class Permission {
public:
    // `person`: key of the user's own file, or empty. `today` decides which grants hold and where
    // everything stands in the tree. The world must outlive it.
    Permission(const catalogue::Catalogue& catalogue, const catalogue::Rights& rights, const World& world,
               const std::vector<Grant>& grants, std::string_view person, Day today);

    // Anywhere at all.
    bool may(std::string_view right) const;
    bool may(std::string_view right, OrganisationNo organisation) const;
    // By organisation: where it may. Shared by all that ask for the same right.
    std::shared_ptr<const std::vector<bool>> where(std::string_view right) const;

    // A subject is seen by `see.<its type>` at its seat (where it belongs today); a person also by
    // themselves. Unknown subjects are seen by nobody.
    bool may_see(SubjectNo subject) const;
    // An event is seen by the right that its type names, which may be stricter than its subject's.
    bool may_see_event(SubjectNo subject, std::string_view event_type) const;
    // A guarded field (`identity`, `family`, `health`) of a person.
    bool may_see_guarded(SubjectNo person, std::string_view guard) const;
    bool may_record(SubjectNo subject, std::string_view event_type) const;
    bool is_self(SubjectNo subject) const { return subject == self_ && self_ != world::nobody; }
    SubjectNo self() const { return self_; }

private:
    const catalogue::Catalogue& catalogue_;
    const catalogue::Rights& rights_;
    const World& world_;
    SubjectNo self_ = world::nobody;
    struct Held {
        std::string role;
        OrganisationNo organisation;
    };
    std::vector<Held> held_;
    std::shared_ptr<const world::Numbering> numbering_;
};

}  // namespace nennep::service
