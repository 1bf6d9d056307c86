// Directives and resolutions (văn bản chỉ đạo, nghị quyết; rules.md §9.4): received from above or
// issued here, studied by those below, and turned into tasks.
#pragma once
#include <map>
#include <optional>
#include <string>

#include "domain/organisation/register.hpp"

namespace nennep::directive {

using catalogue::Choices;
using catalogue::Folded;
using catalogue::folded;
using catalogue::Moment;
using catalogue::OrganisationRef;
using catalogue::Place;
using catalogue::Violation;

// Kinds of document (rules.md §11, §13).
enum class Kind : std::uint8_t {
    resolution, directive, conclusion, regulation, decision, plan, programme, scheme, guide, notice,
    report, letter, other
};
const Choices& choices_of(Kind);

enum class Direction : std::uint8_t { received, issued };
const Choices& choices_of(Direction);

struct Task {
    std::string text;
    OrganisationRef assignee;
    Day assigned_on;
    journal::Seq assigned_by = 0;   // the entry that assigned it
    std::optional<Day> due;
    std::optional<Day> done_on;
    std::optional<std::int64_t> progress = {};  // percent, as last reported
};

struct Directive {
    explicit Directive(catalogue::SubjectNo) {}

    Kind kind = Kind::other;
    Direction direction = Direction::received;
    std::string issuer;
    bool is_thematic = false;
    Day dated;
    std::string number;
    std::string title;
    OrganisationRef organisation;   // who received or issued it; nobody: the root of the tree
    std::map<std::string, Task, std::less<>> tasks;     // by their text
};

void describe(const Directive& directive, catalogue::Portrait& portrait);
inline OrganisationRef seat_of(const Directive& directive) { return directive.organisation; }

catalogue::SubjectType directives();

inline constexpr const char* subject_type = "directive";

}  // namespace nennep::directive
