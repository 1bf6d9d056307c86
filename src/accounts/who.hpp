// Who asks: an account as a session or a token speaks for it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "catalogue/rights.hpp"

namespace nennep::accounts {

struct Who {
    std::uint64_t account = 0;
    std::string name;                       // by which it signs in, and under which it records
    std::string person;                     // key of its own file, or empty
    // Of a token: those that it was narrowed to, and never those of an administrator. Of an account
    // that `needs` something first: only what it may do without.
    std::vector<catalogue::Grant> grants;
    std::uint64_t session = 0;              // 0: by a token
    std::uint64_t token = 0;
    std::vector<std::string> scopes;        // of a token: `read`, `record`, `import`; empty: everything
    bool has_second_factor = false;
    // The password was given so recently that exports, roles and the like are let through.
    std::int64_t confirmed_ms = 0;
    // What must be done before all grants count: `second_factor`, `new_password`.
    std::vector<std::string> needs;
};

}  // namespace nennep::accounts
