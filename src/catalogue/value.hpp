// The kinds of values that an event may hold. Each is described once, as a plain table of
// functions: how it is read from JSON, written to it, kept in the journal, and whom it names.
// No template is instantiated per event: that is what keeps the build short.
#pragma once
#include <array>
#include <boost/json/fwd.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/day.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "world/directory.hpp"

namespace nennep::catalogue {

using world::nobody;
using world::SubjectNo;

// A reference to a subject. What may be named is part of the type, so that a person never stands
// where a branch is asked for.
struct OrganisationRef {
    SubjectNo no = nobody;
    explicit operator bool() const { return no != nobody; }
    friend bool operator==(OrganisationRef, OrganisationRef) = default;
};
struct BranchRef {  // an organisation that holds members: a branch or a grassroots branch
    SubjectNo no = nobody;
    operator OrganisationRef() const { return {no}; }
    friend bool operator==(BranchRef, BranchRef) = default;
};
struct PersonRef {
    SubjectNo no = nobody;
    friend bool operator==(PersonRef, PersonRef) = default;
};
struct TargetRef {  // an organisation or a person
    SubjectNo no = nobody;
};
struct CongressRef {
    SubjectNo no = nobody;
};

struct Money {  // whole đồng
    std::int64_t vnd = 0;
};
struct Points {  // hundredths of a point
    std::int64_t hundredths = 0;
};
struct FigureName {
    std::string name;
};
struct Bound {  // the value of a target, in hundredths
    std::int64_t hundredths = 0;
};
// Where a term of office begins or ends. Books say it either way, "nhiệm kỳ 2020-2025" or by the
// day, and it is kept as it was said.
struct TermEdge {
    int year = 0;
    std::optional<Day> day;     // in that year, if it was given
};

// A closed list: the codes of an enumeration in order of its values. Labels are texts under
// `value.<list>.<code>`.
struct Choices {
    std::string_view list;
    std::vector<std::string_view> codes;
};

// Every enumeration of an event declares `const Choices& choices_of(ItsType)`; found by the
// compiler, so a list that was forgotten does not compile.

// A value of a closed list as it begins the name of a subject: "{value.meeting_kind.regular}". It is put into
// words where the name is told (Wording::name).
template <class Kind>
std::string in_name(Kind kind) {
    const Choices& choices = choices_of(kind);
    const std::string code(choices.codes[static_cast<std::size_t>(kind)]);
    return "{value." + std::string(choices.list) + "." + code + "}";
}

enum class Names : std::uint8_t { nothing, organisation, branch, person, organisation_or_person, congress };

struct Naming {  // a subject named by a value
    SubjectNo no = nobody;
    Names as = Names::nothing;
};

// Resolves keys while a value is read, and collects what is wrong with it.
class Reading {
public:
    virtual ~Reading() = default;
    // The subject with this key, or nobody (and it was noted, as unknown).
    virtual SubjectNo find(Names as, std::string_view key) = 0;
    virtual bool is_figure(std::string_view name) = 0;
    virtual std::vector<std::string> figure_names() = 0;
    virtual void refuse(std::string_view code, Arguments shown = {}) = 0;
};

struct ValueKind {
    std::string_view name;          // as the reference names it: date, text, person, …
    bool optional = false;
    const Choices* choices = nullptr;
    Names names = Names::nothing;
    bool is_list = false;           // several of them in one value
    bool (*present)(const void* value);
    // Of what may be left out: makes it be there, empty. Null where nothing can be.
    void (*fill)(void* value) = nullptr;
    void (*read)(const boost::json::value& json, void* value, Reading& reading);
    void (*write)(std::string& json, const void* value, const world::Directory& directory);
    void (*encode)(ByteWriter& out, const void* value, const world::Directory& directory);
    // Marks the reader as bad where the bytes are no such value.
    void (*decode)(ByteReader& in, void* value, const world::Directory& directory);
    void (*naming)(const void* value, std::vector<Naming>& into);
};

// The description of the values of type T.
template <class T>
const ValueKind& kind_of();

// One entry of a list of seats in a committee.
enum class Position : std::uint8_t {
    secretary,
    standing_deputy_secretary,
    deputy_secretary,
    standing_member,
    member,
    inspection_chair,
    inspection_deputy_chair,
    inspection_member
};
const Choices& choices_of(Position);
struct Seat {
    PersonRef person;
    Position position = Position::member;
};

// How far a record may be known (a person grades it; docs/security.md). From
// `secret` on it is a state secret.
enum class Grade : std::uint8_t { open_to_all, internal, restricted, secret, top_secret, absolute_secret };
const Choices& choices_of(Grade);
inline constexpr std::string_view grade_list = "grade";
inline constexpr std::array<std::string_view, 3> secret_grades{"secret", "top_secret", "absolute_secret"};

// What a kind of closed list needs; used by `kind_of` for enumerations.
struct EnumAccess {
    static void read(const boost::json::value& json, std::uint8_t& value, const Choices& choices,
                     Reading& reading);
    static void write(std::string& json, std::uint8_t value, const Choices& choices);
};

}  // namespace nennep::catalogue

#include "catalogue/value_kinds.hpp"
