// Who may do what, and where in the tree, as data: the room `access` fills it, the hall asks it
// (service/permission.hpp), pages and tests print it. What no row allows is denied.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "world/tree.hpp"

namespace nennep::catalogue {

class Catalogue;

// Where an organisation stands, seen from the one in which a role is held.
enum class Relation : std::uint8_t { own, below, above, beside };
using Relations = std::uint8_t;         // bits, by Relation
constexpr Relations bit(Relation relation) { return static_cast<Relations>(1u << static_cast<unsigned>(relation)); }

// A right is named: `see.person`, `see.person.identity`, `see.discipline`, `record.member.admitted`,
// `manage.accounts`, `read.access_log`.
struct RightRow {
    std::string_view role;
    std::string_view right;         // may end in `*`: `record.member.*`; the longest that fits decides
    Relations where = 0;
};

// A role held at a place in the tree, from a day until before another.
struct Grant {
    std::string role;
    std::string organisation;       // key
    Day from = Day::beginning();
    Day until = Day::never();
    bool holds_on(Day day) const { return from <= day && day < until; }
    friend bool operator==(const Grant&, const Grant&) = default;
};

class Rights {
public:
    // Rows that fit no right of the catalogue, or two alike, are a Bug.
    Rights(const Catalogue& catalogue, std::vector<std::string> roles, std::vector<std::string> views,
           const std::vector<RightRow>& rows, std::vector<std::string> two_persons);

    const std::vector<std::string>& roles() const { return roles_; }
    // All of them, in the order of pages: what is seen, recorded, managed.
    const std::vector<std::string>& rights() const { return rights_; }
    // Where a role in an organisation may do so; 0: nowhere.
    Relations where(std::string_view role, std::string_view right) const;
    // Whether a second, different person must agree before it is recorded.
    bool needs_two(std::string_view event_type) const;

private:
    std::vector<std::string> roles_;
    std::vector<std::string> rights_;
    std::vector<std::vector<Relations>> table_;     // by role, by right
    std::vector<std::string> two_persons_;
};

}  // namespace nennep::catalogue
