#include "domain/organisation/reorganisation.hpp"

namespace nennep::organisation {
namespace {

// Whatever happens to an organisation happens while it lives.
Folded must_be_live(const Organisation& organisation) {
    if (organisation.is_live()) return folded;
    return Violation{"organisation.not_live", "effective_on",
                     {{"ended", organisation.timeline.ended.vietnamese()}}};
}

void end(Organisation& organisation, const Moment& at, OrganisationRef into) {
    organisation.timeline.ended = at.on;
    organisation.timeline.into = into.no;
}

}  // namespace

Folded apply(Organisation& organisation, const Founded& event, const Moment& at) {
    if (event.parent && *event.parent == organisation.self) {
        return Violation{"organisation.below_itself", "data.parent", {}};
    }
    organisation.name = event.name;
    organisation.short_name = event.short_name.value_or("");
    organisation.sector = event.sector;
    organisation.place(at.on, event.parent.value_or(OrganisationRef{}), event.kind);
    return folded;
}

Folded apply(Organisation& organisation, const Renamed& event, const Moment&) {
    if (auto violation = must_be_live(organisation)) return violation;
    organisation.name = event.name;
    organisation.short_name = event.short_name.value_or("");
    return folded;
}

Folded apply(Organisation& organisation, const Moved& event, const Moment& at) {
    if (auto violation = must_be_live(organisation)) return violation;
    if (event.parent == organisation.self) {
        return Violation{"organisation.below_itself", "data.parent", {}};
    }
    organisation.place(at.on, event.parent, organisation.kind);
    return folded;
}

Folded apply(Organisation& organisation, const Converted& event, const Moment& at) {
    if (auto violation = must_be_live(organisation)) return violation;
    if (event.kind == organisation.kind) {
        return Violation{"organisation.already_of_this_kind", "data.kind", {}};
    }
    organisation.place(at.on, organisation.parent(), event.kind);
    return folded;
}

Folded apply(Organisation& organisation, const SectorChanged& event, const Moment&) {
    if (auto violation = must_be_live(organisation)) return violation;
    organisation.sector = event.sector;
    return folded;
}

Folded apply(Organisation& organisation, const Merged& event, const Moment& at) {
    if (auto violation = must_be_live(organisation)) return violation;
    if (event.into == organisation.self) {
        return Violation{"organisation.merged_into_itself", "data.into", {}};
    }
    end(organisation, at, event.into);
    return folded;
}

Folded apply(Organisation& organisation, const Ended&, const Moment& at) {
    if (auto violation = must_be_live(organisation)) return violation;
    end(organisation, at, {});
    return folded;
}

catalogue::EventType organisation_founded() {
    return catalogue::event<Organisation, Founded>("organisation.founded", subject_type)
        .field("name", &Founded::name)
        .field("kind", &Founded::kind)
        .field("parent", &Founded::parent)
        .field("short_name", &Founded::short_name)
        .field("sector", &Founded::sector)
        .field("split_from", &Founded::split_from)
        .who_may_be_gone()
        .opens()
        .keeps(journal::DataClass::open);
}

catalogue::EventType organisation_renamed() {
    return catalogue::event<Organisation, Renamed>("organisation.renamed", subject_type)
        .field("name", &Renamed::name)
        .field("short_name", &Renamed::short_name)
        .amends()
        .keeps(journal::DataClass::open);
}

catalogue::EventType organisation_moved() {
    return catalogue::event<Organisation, Moved>("organisation.moved", subject_type)
        .field("parent", &Moved::parent)
        .amends()
        .keeps(journal::DataClass::open);
}

catalogue::EventType organisation_converted() {
    return catalogue::event<Organisation, Converted>("organisation.converted", subject_type)
        .field("kind", &Converted::kind)
        .amends()
        .keeps(journal::DataClass::open);
}

catalogue::EventType organisation_sector_changed() {
    return catalogue::event<Organisation, SectorChanged>("organisation.sector_changed", subject_type)
        .field("sector", &SectorChanged::sector)
        .amends()
        .keeps(journal::DataClass::open);
}

catalogue::EventType organisation_merged() {
    return catalogue::event<Organisation, Merged>("organisation.merged", subject_type)
        .field("into", &Merged::into)
        .keeps(journal::DataClass::open);
}

catalogue::EventType organisation_ended() {
    return catalogue::event<Organisation, Ended>("organisation.ended", subject_type)
        .field("reason", &Ended::reason)
        .keeps(journal::DataClass::open);
}

catalogue::Figure organisations_founded() {
    return catalogue::flow<Organisation, Founded>("organisations.founded", "organisation",
                                                  "organisation.founded");
}

// Target T3 of the seed: grassroots organisations in private economic units (rules.md ORG-11).
catalogue::Figure organisations_founded_private() {
    return catalogue::flow<Organisation, Founded>(
        "organisations.founded.private", "organisation", "organisation.founded",
        [](const Organisation& organisation, const Founded& event) -> std::optional<Place> {
            if (!is_grassroots(event.kind)) return std::nullopt;
            if (!event.sector || !is_private(*event.sector)) return std::nullopt;
            return Place{.organisation = organisation.self};
        });
}

catalogue::Figure organisations_merged() {
    return catalogue::flow<Organisation, Merged>("organisations.merged", "organisation",
                                                 "organisation.merged");
}

catalogue::Figure organisations_ended() {
    return catalogue::flow<Organisation, Ended>("organisations.ended", "organisation",
                                                "organisation.ended");
}

catalogue::Figure organisations_converted() {
    return catalogue::flow<Organisation, Converted>("organisations.converted", "organisation",
                                                    "organisation.converted");
}

}  // namespace nennep::organisation
