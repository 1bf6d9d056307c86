// By what right a batch is recorded. Rights are judged inside the batch itself, where every subject
// is known, those that the batch founds among them.
//
// The right to record is asked for where the subject belonged before, where it belongs afterwards,
// and where the event says that it took place; so nobody takes an organisation from a neighbour, or
// pushes a member into another branch. "Before" is judged by the tree of before; of what comes by
// transfer only the receiver is asked. To void asks for the right to void and for that to record what
// is voided.
#pragma once
#include "service/permission.hpp"
#include "service/recorder.hpp"

namespace nennep::service {

// What a line is about to do.
struct Act {
    std::size_t line = 0;
    std::string_view event;         // its type, or `event.voided`
    std::string_view voids;         // then the type of what is taken back, or given back
    SubjectNo subject = world::nobody;
    bool is_new = false;            // nobody knew its subject before
    bool is_known = false;          // it is recorded already, and changes nothing
    OrganisationNo before = world::nowhere;     // where its subject belonged before the batch
    OrganisationNo place = world::nowhere;      // where it says that it took place (`organisation`)
};

class Entitlement {
public:
    // All must outlive it; the world is then put into its new state.
    Entitlement(const catalogue::Catalogue& catalogue, const OnBehalf& by, const World& before, Day today);

    // Whether they know of a subject, or of an event of it; to others it is as if it were not there.
    bool knows(SubjectNo subject) const { return before_.may_see(subject); }
    bool knows_event(SubjectNo subject, std::string_view event_type) const {
        return before_.may_see_event(subject, event_type);
    }
    // With the world as if everything were recorded.
    bool allows(const Permission& after, const Act& act) const;
    Permission after(const World& staged) const;

private:
    bool is_gone(const Permission& after, const Act& act) const;

    const catalogue::Catalogue& catalogue_;
    const OnBehalf& by_;
    Day today_;
    Permission before_;
};

}  // namespace nennep::service
