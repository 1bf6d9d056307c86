#include "domain/access/table.hpp"

#include "domain/organisation/register.hpp"

namespace nennep::access {
namespace {

using catalogue::bit;
using catalogue::Relation;
using catalogue::Relations;
using catalogue::RightRow;

constexpr Relations nowhere = 0;
constexpr Relations at_own = bit(Relation::own);
constexpr Relations at_own_and_below = at_own | bit(Relation::below);
constexpr Relations at_own_and_above = at_own | bit(Relation::above);
constexpr Relations along_the_tree = at_own | bit(Relation::below) | bit(Relation::above);

constexpr std::string_view administrator = "administrator";
constexpr std::string_view office = "office";
constexpr std::string_view organisation = "organisation";
constexpr std::string_view inspection = "inspection";
constexpr std::string_view secretary = "secretary";
constexpr std::string_view branch_secretary = "branch_secretary";
constexpr std::string_view member = "member";
constexpr std::string_view auditor = "auditor";
constexpr std::string_view reporter = "reporter";

// A line is a sentence: the office sees people at its own organisation and below.
const RightRow rows[] = {
    // Everybody knows under whom they stand: names on the way up, and nothing of what is kept there.
    // Who answers for others knows the names of those as well.
    {administrator, "see.tree", along_the_tree},
    {office, "see.tree", along_the_tree},
    {organisation, "see.tree", along_the_tree},
    {inspection, "see.tree", along_the_tree},
    {secretary, "see.tree", along_the_tree},
    {branch_secretary, "see.tree", at_own_and_above},
    {member, "see.tree", at_own_and_above},
    {auditor, "see.tree", along_the_tree},
    {reporter, "see.tree", along_the_tree},

    // The rules by which one is seen are no secret.
    {administrator, "see.rights", at_own},
    {office, "see.rights", at_own},
    {organisation, "see.rights", at_own},
    {inspection, "see.rights", at_own},
    {secretary, "see.rights", at_own},
    {branch_secretary, "see.rights", at_own},
    {member, "see.rights", at_own},
    {auditor, "see.rights", at_own},
    {reporter, "see.rights", at_own},

    // The administrator keeps accounts and machine, and sees nothing of what is recorded: who can
    // give themselves a role must at least leave a trace of it, in a log which they do not read.
    {administrator, "manage.accounts", at_own_and_below},
    {administrator, "manage.settings", at_own},
    {administrator, "see.store", at_own},

    // The office of a committee keeps its registers (rules.md §3.3). Inspection, discipline and
    // health are not in them: INS-3 asks for a permission of its own.
    {office, "see.organisation", at_own_and_below},
    {office, "see.person", at_own_and_below},
    {office, "see.person.identity", at_own_and_below},
    {office, "see.person.family", at_own_and_below},
    {office, "see.class", at_own_and_below},
    {office, "see.meeting", at_own_and_below},
    {office, "see.activity", at_own_and_below},
    {office, "see.mass_organisation", at_own_and_below},
    {office, "see.congress", at_own_and_below},
    {office, "see.committee", at_own_and_below},
    {office, "see.target", at_own_and_below},
    {office, "see.figures", at_own_and_below},
    {office, "see.figures.lists", at_own_and_below},
    {office, "see.reports", at_own_and_below},
    {office, "see.statistics", at_own_and_below},
    {office, "see.viewers", at_own_and_below},
    {office, "record.organisation.*", at_own_and_below},
    {office, "record.person.*", at_own_and_below},
    {office, "record.member.*", at_own_and_below},
    {office, "record.class.*", at_own_and_below},
    {office, "record.meeting.*", at_own_and_below},
    {office, "record.directive.*", at_own_and_below},
    {office, "record.activity.*", at_own_and_below},
    {office, "record.mass_organisation.*", at_own_and_below},
    {office, "record.congress.*", at_own_and_below},
    {office, "record.committee.*", at_own_and_below},
    {office, "record.target.*", at_own_and_below},
    {office, "record.event.voided", at_own_and_below},
    {office, "export", at_own_and_below},
    {office, "import", at_own_and_below},

    // Documents go down: whoever carries one out reads it, and tells the organisation from which it
    // came that it was studied and how far its tasks are (§9.4, RES-1).
    {office, "see.directive", along_the_tree},
    {secretary, "see.directive", along_the_tree},
    {branch_secretary, "see.directive", at_own_and_above},
    {office, "record.directive.disseminated", along_the_tree},
    {office, "record.directive.task_reported", along_the_tree},
    {branch_secretary, "record.directive.disseminated", at_own_and_above},
    {branch_secretary, "record.directive.task_reported", at_own_and_above},

    // The organisation board: people, membership, organisations, evaluation, training. It numbers
    // files and cards (§3.2) and verifies families (ADM-5); fees are the office's.
    {organisation, "see.organisation", at_own_and_below},
    {organisation, "see.person", at_own_and_below},
    {organisation, "see.person.identity", at_own_and_below},
    {organisation, "see.person.family", at_own_and_below},
    {organisation, "see.class", at_own_and_below},
    {organisation, "see.congress", at_own_and_below},
    {organisation, "see.committee", at_own_and_below},
    {organisation, "see.target", at_own_and_below},
    {organisation, "see.figures", at_own_and_below},
    {organisation, "see.figures.lists", at_own_and_below},
    {organisation, "see.reports", at_own_and_below},
    {organisation, "see.statistics", at_own_and_below},
    {organisation, "see.viewers", at_own_and_below},
    {organisation, "record.organisation.*", at_own_and_below},
    {organisation, "record.person.*", at_own_and_below},
    {organisation, "record.member.*", at_own_and_below},
    {organisation, "record.member.fee_paid", nowhere},
    {organisation, "record.class.*", at_own_and_below},
    {organisation, "record.congress.*", at_own_and_below},
    {organisation, "record.committee.*", at_own_and_below},
    {organisation, "record.event.voided", at_own_and_below},
    {organisation, "export", at_own_and_below},
    {organisation, "import", at_own_and_below},

    // Expulsion is the heaviest form of discipline (§7.1, DSC-1), although the registers tell of it.
    {office, "record.member.expelled", nowhere},
    {organisation, "record.member.expelled", nowhere},

    // Inspection staff keep cases and discipline (INS-3), and need to know whom these are about.
    {inspection, "see.inspection", at_own_and_below},
    {inspection, "see.discipline", at_own_and_below},
    {inspection, "see.organisation", at_own_and_below},
    {inspection, "see.person", at_own_and_below},
    {inspection, "see.committee", at_own_and_below},
    {inspection, "see.figures", at_own_and_below},
    {inspection, "see.figures.lists", at_own_and_below},
    {inspection, "see.reports", at_own_and_below},
    {inspection, "record.inspection.opened", at_own_and_below},
    {inspection, "record.inspection.concluded", at_own_and_below},
    {inspection, "record.member.disciplined", at_own_and_below},
    {inspection, "record.member.discipline_lifted", at_own_and_below},
    {inspection, "record.member.expelled", at_own_and_below},
    {inspection, "record.organisation.disciplined", at_own_and_below},
    {inspection, "record.event.voided", at_own_and_below},
    {inspection, "export", at_own_and_below},

    // The secretary of a committee answers for all of it and sees what was decided, cases of the own
    // inspection committee among it; a denunciation further down may be about a friend, and is kept
    // from them. Numbers of identity cards and illnesses are not needed to lead.
    {secretary, "see.organisation", at_own_and_below},
    {secretary, "see.person", at_own_and_below},
    {secretary, "see.person.family", at_own_and_below},
    {secretary, "see.class", at_own_and_below},
    {secretary, "see.meeting", at_own_and_below},
    {secretary, "see.inspection", at_own},
    {secretary, "see.discipline", at_own_and_below},
    {secretary, "see.activity", at_own_and_below},
    {secretary, "see.mass_organisation", at_own_and_below},
    {secretary, "see.congress", at_own_and_below},
    {secretary, "see.committee", at_own_and_below},
    {secretary, "see.target", at_own_and_below},
    {secretary, "see.figures", at_own_and_below},
    {secretary, "see.figures.lists", at_own_and_below},
    {secretary, "see.reports", at_own_and_below},
    {secretary, "see.statistics", at_own_and_below},
    {secretary, "export", at_own_and_below},
    {secretary, "record.meeting.held", at_own},
    {secretary, "record.directive.task_assigned", at_own},
    {secretary, "record.target.set", at_own_and_below},
    // They sign these decisions, and so are the natural second person; none is recorded by one alone.
    {secretary, "record.member.admitted", at_own_and_below},
    {secretary, "record.member.readmitted", at_own_and_below},
    {secretary, "record.member.registered", at_own_and_below},
    {secretary, "record.member.confirmed", at_own_and_below},
    {secretary, "record.member.name_removed", at_own_and_below},
    {secretary, "record.member.expelled", at_own_and_below},
    {secretary, "record.member.disciplined", at_own_and_below},
    {secretary, "record.member.discipline_lifted", at_own_and_below},
    {secretary, "record.organisation.disciplined", at_own_and_below},
    {secretary, "record.event.voided", at_own_and_below},

    // The secretary of a branch keeps its life: meetings, fees, prospects. A branch itself decides
    // reprimands and warnings of its members (§7.2), and looks into families before it proposes
    // somebody (ADM-5); it does so for no other branch.
    {branch_secretary, "see.organisation", at_own},
    {branch_secretary, "see.person", at_own},
    {branch_secretary, "see.person.family", at_own},
    {branch_secretary, "see.discipline", at_own},
    {branch_secretary, "see.class", at_own},
    {branch_secretary, "see.meeting", at_own},
    {branch_secretary, "see.activity", at_own},
    {branch_secretary, "see.mass_organisation", at_own},
    {branch_secretary, "see.congress", at_own},
    {branch_secretary, "see.committee", at_own},
    {branch_secretary, "see.target", at_own},
    {branch_secretary, "see.figures", at_own},
    {branch_secretary, "see.figures.lists", at_own},
    {branch_secretary, "see.reports", at_own},
    {branch_secretary, "see.statistics", at_own},
    {branch_secretary, "record.meeting.held", at_own},
    {branch_secretary, "record.activity.recorded", at_own},
    {branch_secretary, "record.member.fee_paid", at_own},
    {branch_secretary, "record.person.became_prospect", at_own},
    {branch_secretary, "record.event.voided", at_own},
    {branch_secretary, "export", at_own},

    // An auditor reads what was recorded and who looked at it, and records nothing. That a number of
    // an identity card was looked at is theirs to judge, the number itself is not.
    {auditor, "see.organisation", at_own_and_below},
    {auditor, "see.person", at_own_and_below},
    {auditor, "see.person.family", at_own_and_below},
    {auditor, "see.class", at_own_and_below},
    {auditor, "see.meeting", at_own_and_below},
    {auditor, "see.directive", at_own_and_below},
    {auditor, "see.inspection", at_own_and_below},
    {auditor, "see.discipline", at_own_and_below},
    {auditor, "see.activity", at_own_and_below},
    {auditor, "see.mass_organisation", at_own_and_below},
    {auditor, "see.congress", at_own_and_below},
    {auditor, "see.committee", at_own_and_below},
    {auditor, "see.target", at_own_and_below},
    {auditor, "see.figures", at_own_and_below},
    {auditor, "see.figures.lists", at_own_and_below},
    {auditor, "see.reports", at_own_and_below},
    {auditor, "see.statistics", at_own_and_below},
    {auditor, "see.viewers", at_own_and_below},
    {auditor, "read.access_log", at_own_and_below},
    {auditor, "see.store", at_own},

    // A reporter takes numbers away, never names.
    {reporter, "see.figures", at_own_and_below},
    {reporter, "see.reports", at_own_and_below},
    {reporter, "see.statistics", at_own_and_below},
};

}  // namespace

catalogue::RightsTable table() {
    using organisation::Kind;
    catalogue::RightsTable table;
    table.roles = {"administrator", "office", "organisation", "inspection", "secretary",
                   "branch_secretary", "member", "auditor", "reporter"};
    table.views = {"see.tree", "see.figures", "see.figures.lists", "see.reports", "see.statistics",
                   "see.viewers", "see.rights", "see.store", "export", "import",
                   "read.access_log", "manage.accounts", "manage.settings"};
    table.rows.assign(std::begin(rows), std::end(rows));
    // The four on which a committee votes by two thirds and more than half (admission, confirmation,
    // name removal, expulsion), what comes to the same as an admission, and all discipline. To void
    // one of them asks for two as well.
    table.two_persons = {"member.admitted", "member.readmitted", "member.registered", "member.confirmed",
                         "member.name_removed", "member.expelled", "member.disciplined",
                         "member.discipline_lifted", "organisation.disciplined"};
    // Committees with a standing and an inspection committee of their own decide what branches and
    // grassroots committees may not (§7.2), and publish how often (§7.5).
    table.deciding_kinds = {static_cast<std::uint8_t>(Kind::province), static_cast<std::uint8_t>(Kind::upper)};
    return table;
}

}  // namespace nennep::access
