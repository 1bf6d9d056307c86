// The gate of the API: finds the route and who asks, turns away what may not come in, and puts every
// answer that is no answer into the form of a problem. Handlers behind it see only what has passed.
//
//   route? ─► who? (cookie or token) ─► forged by another site? ─► right? ─► body? ─► parameters? ─► handler
//   404/405   401                       403                        403       415      400
#pragma once
#include "http/api/call.hpp"
#include "http/server.hpp"

namespace nennep::http {

class Gate {
public:
    Gate(const Desk& desk, const Router& router) : desk_(desk), router_(router) {}

    Response handle(const Request& request) const;
    Response refuse(const Request* request, int status, std::string_view code) const;
    // Whether a request is for the API, rightly or not; all others are for pages.
    bool is_asked(const Request& request) const;
    // Of the route that a request is for, where there is one.
    const Route* route_of(const Request& request) const;

private:
    Response answer(const Request& request, Language language) const;
    void check_origin(const Request& request) const;
    void check_content(const Request& request, const Route& route) const;
    void check_scope(const accounts::Who& who, const Route& route) const;
    void check_parameters(const Call& call) const;

    const Desk& desk_;
    const Router& router_;
};

// `vi` unless the client prefers English: ?lang=, then Accept-Language.
Language language_of(const Request& request);

}  // namespace nennep::http
