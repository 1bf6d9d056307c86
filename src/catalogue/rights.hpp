// Who may do what, and where in the tree, as data: the room `access` fills it, the hall asks it
// (service/permission.hpp), pages and tests print it. What no row allows is denied.
//
// Rights are not listed by hand. Each kind of subject has `see.<subject>`, each event `record.<event>`;
// an event that is seen by fewer than its subject brings `see.<restricted>`, a guarded field
// `see.<subject>.<guard>`. So whatever a room adds is denied to all until a row names it. A row may
// end in `*`, but what is restricted or guarded is never reached by such a row: it must be named.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"
#include "world/directory.hpp"
#include "world/tree.hpp"

namespace nennep::catalogue {

class Catalogue;

// Where an organisation stands, seen from the one in which a role is held.
enum class Relation : std::uint8_t { own, below, above, beside };
inline constexpr Relation all_relations[] = {Relation::own, Relation::below, Relation::above, Relation::beside};
using Relations = std::uint8_t;         // bits, by Relation
constexpr Relations bit(Relation relation) { return static_cast<Relations>(1u << static_cast<unsigned>(relation)); }
std::string_view name_of(Relation relation);

// A right is named: `see.person`, `see.person.identity`, `see.discipline`, `record.member.admitted`,
// `manage.accounts`, `read.access_log`.
struct RightRow {
    std::string_view role;
    std::string_view right;         // may end in `*`: `record.member.*`; the longest that fits decides
    Relations where = 0;            // 0 takes back what a shorter row gives
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

// What the room `access` declares.
struct RightsTable {
    std::vector<std::string> roles;             // in the order of pages
    std::vector<std::string> views;             // rights that follow from no description
    std::vector<RightRow> rows;
    std::vector<std::string> two_persons;       // events that a second person must confirm
    std::vector<std::uint8_t> deciding_kinds;   // of organisations: those whose restricted figures
                                                // are told whole (service/small_cells.hpp)
};

using RoleNo = std::uint8_t;
using RightNo = std::uint16_t;
constexpr RoleNo no_role = 0xff;
constexpr RightNo no_right = 0xffff;

class Rights {
public:
    // A row that fits no right of the catalogue, or two alike, are a Bug; so is an unknown event that
    // needs two persons.
    Rights(const Catalogue& catalogue, RightsTable table);

    const std::vector<std::string>& roles() const { return table_.roles; }
    // All of them, in the order of pages: what is seen, recorded, managed.
    const std::vector<std::string>& rights() const { return rights_; }
    RoleNo role(std::string_view name) const;
    RightNo right(std::string_view name) const;

    // Where a role in an organisation may do so; 0: nowhere.
    Relations where(RoleNo role, RightNo right) const {
        return role < where_.size() && right < rights_.size() ? where_[role][right] : Relations{0};
    }
    Relations where(std::string_view role, std::string_view right_name) const {
        return where(this->role(role), right(right_name));
    }

    RightNo seeing(world::TypeNo subject) const { return seeing_[subject]; }
    // By the event's type, `event.voided` included. no_right for unknown ones.
    RightNo seeing_event(std::string_view event_type) const;
    RightNo recording(std::string_view event_type) const;
    // What opens a guarded field of such a subject.
    RightNo opening(world::TypeNo subject, std::string_view guard) const;
    // Whether the right is asked for beside that of the subject.
    bool is_restricted(std::string_view event_type) const;

    // Whether a second, different person must agree before it is recorded.
    bool needs_two(std::string_view event_type) const;
    // An office may ask it of more acts, or, where one person works alone, of fewer. Of known events.
    void ask_for_two(std::string_view event_type, bool is_asked);
    const std::vector<std::string>& two_persons() const { return table_.two_persons; }
    bool decides(std::uint8_t organisation_kind) const;

private:
    struct OfEvent {
        RightNo see = no_right;
        RightNo record = no_right;
        bool is_restricted = false;
        bool needs_two = false;
    };
    struct Guard {
        world::TypeNo subject;
        std::string name;
        RightNo right;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <class Value>
    using ByName = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

    void name_rights(const Catalogue& catalogue);
    void fill();
    RightNo add(std::string name, bool must_be_named);
    const OfEvent* of_event(std::string_view event_type) const;

    RightsTable table_;
    std::vector<std::string> rights_;
    std::vector<bool> must_be_named_;           // by right
    std::vector<std::vector<Relations>> where_; // by role, by right
    std::vector<RightNo> seeing_;               // by subject type
    std::vector<Guard> guards_;
    ByName<RightNo> by_name_;
    ByName<OfEvent> of_event_;
};

// What people read of a right: its name, and what it lets somebody do.
std::string right_label(const Catalogue& catalogue, std::string_view right, Language language);
std::string right_about(const Catalogue& catalogue, std::string_view right, Language language);

}  // namespace nennep::catalogue
