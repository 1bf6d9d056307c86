// Training classes (rules.md §2.8): who held one, for whom, and who attended and completed it.
// The state of one class; the words that the features of this room share.
#pragma once
#include <optional>
#include <set>
#include <string>

#include "domain/organisation/register.hpp"

namespace nennep::training {

using catalogue::Choices;
using catalogue::Folded;
using catalogue::folded;
using catalogue::Moment;
using catalogue::OrganisationRef;
using catalogue::PersonRef;
using catalogue::Place;
using catalogue::Violation;

// For whom a class is held (rules.md §2.8).
enum class Kind : std::uint8_t {
    awareness,      // bồi dưỡng nhận thức về Đảng: prospects
    new_member,     // bồi dưỡng lý luận chính trị cho đảng viên mới
    cadres,         // committee members and other cadres
    thematic
};
const Choices& choices_of(Kind);
// The code of a kind, as figures are named by it.
std::string code_of(Kind kind);

struct Class {
    explicit Class(catalogue::SubjectNo) {}

    std::string name;
    Kind kind = Kind::awareness;
    OrganisationRef host;
    Day from;
    Day to;
    std::set<catalogue::SubjectNo> enrolled;
    std::set<catalogue::SubjectNo> completed;   // with or without success
};

void describe(const Class& held, catalogue::Portrait& portrait);
inline OrganisationRef seat_of(const Class& held) { return held.host; }

catalogue::SubjectType classes();

inline constexpr const char* subject_type = "class";

}  // namespace nennep::training
