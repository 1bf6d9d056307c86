// People and their membership (rules.md §2): who belongs to which branch, in which standing, since
// when. The state of one person; the words that the features of this room share.
#pragma once
#include <optional>
#include <set>
#include <string>

#include "domain/organisation/register.hpp"

namespace nennep::membership {

using catalogue::BranchRef;
using catalogue::Choices;
using catalogue::Folded;
using catalogue::folded;
using catalogue::Moment;
using catalogue::OrganisationRef;
using catalogue::PersonRef;
using catalogue::Place;
using catalogue::Violation;

enum class Standing : std::uint8_t {
    none,           // quần chúng
    prospect,       // cảm tình Đảng
    probationary,   // đảng viên dự bị
    full,           // đảng viên chính thức
    moved_out,      // introduced officially to an organisation outside this system
    gone            // name removed, left, expelled
};

enum class Gender : std::uint8_t { male, female };
const Choices& choices_of(Gender);
const Choices& choices_of(Standing);

// What the file says that lists and statistics may show; the rest of it stays in the entries.
struct Qualities {
    Gender gender = Gender::male;
    Day birth_date;
    std::string ethnicity;
    std::string religion;
    std::string occupation;
    std::string post;
    std::string education;
    std::string professional;
    std::string academic_title;
    std::string political_theory;
    std::string foreign_language;
    std::string informatics;
    std::optional<Day> youth_union_on;
};

struct Person : Qualities {
    explicit Person(catalogue::SubjectNo number) : self{number} {}

    PersonRef self;
    std::string full_name;
    Standing standing = Standing::none;
    Standing before_moving_out = Standing::full;    // what comes back with a returning member
    OrganisationRef branch;                         // the last one, also after leaving
    std::optional<Day> probation_from;              // the ceremony, or the decision
    std::optional<Day> admitted_on;                 // the decisions, as the books or papers say
    std::optional<Day> confirmed_on;
    std::optional<Day> full_from;
    std::string card_number;
    std::optional<Day> died_on;
    bool was_member = false;                        // here, at any time; also of a prospect since
    bool has_card = false;
    bool is_exempt = false;
    bool is_introduced = false;                     // an introduction inside is open
    bool is_introduced_officially = false;
    std::optional<std::uint8_t> discipline;         // the form in force
    std::set<std::int64_t> badges;
    std::set<std::int64_t> evaluated_years;
    std::optional<organisation::Rating> rating;     // of the latest year that was rated

    bool is_member() const { return standing == Standing::probationary || standing == Standing::full; }
    void join(BranchRef into, Standing as) {
        branch = into;
        standing = as;
        was_member = true;
        is_introduced = false;
    }
    // The papers with which a member comes; without a day of confirmation on probation.
    void admit(Day admitted, std::optional<Day> confirmed, std::optional<std::string> card) {
        admitted_on = probation_from = admitted;
        confirmed_on = full_from = confirmed;
        card_number = card.value_or("");
    }
    void leave(Standing as) {
        standing = as;
        is_introduced = false;
        is_exempt = false;
    }
};

void describe(const Person& person, catalogue::Portrait& portrait);
inline OrganisationRef seat_of(const Person& person) { return person.branch; }
// What is known of people by days, for lists and statistics.
catalogue::SubjectType people();

inline constexpr const char* subject_type = "person";

// For what only a member can do or undergo.
Folded must_be_member(const Person& person);

// Members at the period's end, all, on probation, confirmed.
catalogue::Figure members_total();
catalogue::Figure members_probationary();
catalogue::Figure members_full();
catalogue::Figure members_prospects();

}  // namespace nennep::membership
