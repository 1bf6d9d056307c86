#include "http/api/routes.hpp"

#include <iterator>

#include "http/api/access_log.hpp"
#include "http/api/accounts.hpp"
#include "http/api/kept.hpp"
#include "http/api/lists.hpp"
#include "http/api/rights.hpp"
#include "http/api/session.hpp"
#include "http/api/waiting.hpp"

namespace nennep::http {

std::vector<Route> all_routes() {
    std::vector<Route> all;
    for (auto part : {session_routes(), accounts_routes(), access_log_routes(), events_routes(), organisations_routes(),
                      figures_routes(), reports_routes(), search_routes(), imports_routes(), changes_routes(),
                      lists_routes(), rights_routes(), waiting_routes(), kept_routes(), store_routes(),
                      description_routes(),
                      catalogue_routes()}) {
        std::move(part.begin(), part.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace nennep::http
