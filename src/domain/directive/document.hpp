// A document comes in or goes out. What is issued stands where it was issued; what is received
// stands where it was received, and at the root of the tree where nobody says.
#pragma once
#include "domain/directive/register.hpp"

namespace nennep::directive {

struct Received {
    std::string number;
    Kind kind = Kind::other;
    std::string title;
    std::optional<std::string> issuer;
    std::optional<OrganisationRef> organisation;
    std::optional<bool> thematic;
    std::optional<catalogue::Grade> grade;
};
struct Issued {
    std::string number;
    Kind kind = Kind::other;
    std::string title;
    std::optional<std::string> issuer;
    OrganisationRef organisation;
    std::optional<bool> thematic;
    std::optional<catalogue::Grade> grade;
};

Folded apply(Directive& directive, const Received& event, const Moment& at);
Folded apply(Directive& directive, const Issued& event, const Moment& at);

catalogue::EventType directive_received();
catalogue::EventType directive_issued();

catalogue::Figure directives_received();
catalogue::Figure directives_issued();
// Own thematic resolutions and the like (rules.md RES-2); what is received does not count.
catalogue::Figure directives_thematic();

}  // namespace nennep::directive
