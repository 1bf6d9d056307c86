// What the roof hands to the API: the books, the accounts, the rights, the presses.
#pragma once
#include <filesystem>

#include "accounts/accounts.hpp"
#include "catalogue/report.hpp"
#include "catalogue/rights.hpp"
#include "service/permission.hpp"
#include "service/search_index.hpp"
#include "service/shared_books.hpp"

namespace nennep::service {
class Lists;
}

namespace nennep::http {

struct Health;
class Jobs;
struct Route;
class Changes;
class KeptPages;

struct Desk {
    const catalogue::Catalogue& catalogue;
    const catalogue::Rights& rights;
    service::SharedBooks& books;
    accounts::Accounts& accounts;
    service::SearchIndex& search;
    const service::Lists& lists;
    Jobs& jobs;
    Changes& changes;
    KeptPages& pages;
    catalogue::ReportMaker annual_report;
    service::Surroundings surroundings;
    std::string version;
    const std::vector<Route>* routes = nullptr;
    const Health* health = nullptr;
    std::filesystem::path scratch;      // for what is made before it is sent
    std::function<void(const Fault&)> report_fault = {};

    service::Permission permission(const accounts::Who& who, const world::World& world, Day today) const {
        return {catalogue, rights, world, who.grants, who.person, today};
    }
};

}  // namespace nennep::http
