// What the roof hands to the API: the books, the accounts, the rights, the presses.
#pragma once
#include <filesystem>

#include "accounts/accounts.hpp"
#include "catalogue/report.hpp"
#include "catalogue/rights.hpp"
#include "service/permission.hpp"
#include "service/shared_books.hpp"

namespace nennep::http {

struct Desk {
    const catalogue::Catalogue& catalogue;
    const catalogue::Rights& rights;
    service::SharedBooks& books;
    accounts::Accounts& accounts;
    catalogue::ReportMaker annual_report;
    service::Surroundings surroundings;
    std::string version;
    std::filesystem::path scratch;      // for what is made before it is sent

    service::Permission permission(const accounts::Who& who, const world::World& world, Day today) const {
        return {catalogue, rights, world, who.grants, who.person, today};
    }
};

}  // namespace nennep::http
