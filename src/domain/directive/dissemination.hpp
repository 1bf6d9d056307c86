// An organisation studies a document with its members (quán triệt, học tập; rules.md §9.4).
#pragma once
#include "domain/directive/register.hpp"

namespace nennep::directive {

struct Disseminated {
    OrganisationRef organisation;
    std::int64_t present = 0;
    std::int64_t expected = 0;
};

Folded apply(Directive& directive, const Disseminated& event, const Moment& at);
catalogue::EventType directive_disseminated();

// Attendances over all sessions; each counts where the session was held.
catalogue::Figure directives_disseminated_present();
catalogue::Figure directives_disseminated_expected();
catalogue::Figure directives_dissemination_pct();

}  // namespace nennep::directive
