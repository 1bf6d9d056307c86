#include "domain/organisation/register.hpp"

namespace nennep::organisation {

const Choices& choices_of(Kind) {
    static const Choices choices{"organisation_kind",
                                 {"province", "upper", "grassroots_party", "grassroots_branch",
                                  "sectional", "branch"}};
    return choices;
}

const Choices& choices_of(Sector) {
    static const Choices choices{
        "sector",
        {"commune", "ward", "township", "party_agency", "state_agency", "public_service",
         "non_public_service", "army", "police", "state_enterprise", "joint_stock",
         "private_enterprise", "limited_company", "partnership", "foreign_invested", "cooperative",
         "abroad", "other"}};
    return choices;
}

const Choices& choices_of(Rating) {
    static const Choices choices{"rating", {"excellent", "good", "completed", "not_completed"}};
    return choices;
}

const Choices& choices_of(Commendation) {
    static const Choices choices{"commendation",
                                 {"certificate_of_commendation", "certificate_of_merit",
                                  "emulation_flag", "other"}};
    return choices;
}

bool is_grassroots(Kind kind) {
    return kind == Kind::grassroots_party || kind == Kind::grassroots_branch;
}

bool holds_members(Kind kind) { return kind == Kind::branch || kind == Kind::grassroots_branch; }

bool is_private(Sector sector) {
    switch (sector) {
        case Sector::joint_stock:
        case Sector::private_enterprise:
        case Sector::limited_company:
        case Sector::partnership:
        case Sector::foreign_invested: return true;
        default: return false;
    }
}

Day evaluation_day(std::int64_t year) { return *Day::of(static_cast<int>(year), 12, 31); }

void Organisation::place(Day on, OrganisationRef parent, Kind kind_then) {
    kind = kind_then;
    const world::Span span{on, parent.no, static_cast<std::uint8_t>(kind_then),
                           holds_members(kind_then)};
    auto& spans = timeline.spans;
    if (!spans.empty() && spans.back().from == on) {
        spans.back() = span;
    } else {
        spans.push_back(span);
    }
}

const Choices& choices_of(Existence) {
    static const Choices choices{"existence", {"live", "merged", "ended"}};
    return choices;
}

namespace {

Existence existence(const Organisation& organisation) {
    if (organisation.is_live()) return Existence::live;
    return organisation.timeline.into == world::nowhere || organisation.timeline.into == catalogue::nobody
               ? Existence::ended
               : Existence::merged;
}
OrganisationRef parent(const Organisation& organisation) {
    const auto no = organisation.parent().no;
    return {no == world::nowhere ? catalogue::nobody : no};
}
std::optional<Day> founded_on(const Organisation& organisation) { return organisation.timeline.spans.front().from; }
std::optional<std::int64_t> rating_year(const Organisation& organisation) {
    if (!organisation.rating) return std::nullopt;
    return *organisation.evaluated_years.rbegin();
}

}  // namespace

catalogue::SubjectType organisations() {
    using catalogue::trait;
    return catalogue::subject<Organisation>(subject_type)
        .listed_as("organisations")
        .counting("existence", {"live"})
        .knows(trait<&Organisation::name>("name"), trait<&Organisation::short_name>("short_name"),
               trait<&Organisation::kind>("kind").crossing(), trait<&Organisation::sector>("sector").crossing(),
               trait<&parent>("parent"), trait<&founded_on>("founded_on"),
               trait<&existence>("existence").crossing(), trait<&Organisation::rating>("rating").crossing(),
               trait<&rating_year>("rating_year").crossing());
}

void describe(const Organisation& organisation, catalogue::Portrait& portrait) {
    portrait.label = organisation.name;
    portrait.until = organisation.timeline.ended;
    portrait.timeline = organisation.timeline;
}

namespace {

// Counts the organisation itself for as long as it lives and `counts` holds.
catalogue::Figure living(const char* name, bool (*counts)(Kind)) {
    return catalogue::stock<Organisation>(
        name, "organisation", subject_type,
        [counts](const Organisation& organisation) -> std::optional<Place> {
            if (!organisation.is_live() || !counts(organisation.kind)) return std::nullopt;
            return Place{.organisation = organisation.self};
        });
}

}  // namespace

catalogue::Figure organisations_total() {
    return living("organisations.total", [](Kind) { return true; });
}

catalogue::Figure organisations_grassroots() {
    return living("organisations.grassroots", is_grassroots);
}

// Branches below a grassroots organisation; a grassroots branch is counted as grassroots.
catalogue::Figure organisations_branches() {
    return living("organisations.branches", [](Kind kind) { return kind == Kind::branch; });
}

}  // namespace nennep::organisation
