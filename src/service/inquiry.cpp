#include "service/inquiry.hpp"

#include "catalogue/wording.hpp"

namespace nennep::service {

std::string actor_name(const World& world, journal::SubjectId id) {
    if (id == 0) return {};
    const auto actor = world.directory.find(id);
    return actor ? world.directory[*actor].key : std::string();
}

catalogue::EntryReader entry_reader(const Books& books, const World& world, Language language) {
    return [&books, &world, language](std::span<const Seq> wanted, const catalogue::NoteTaker& take) {
        const catalogue::Wording wording(books.catalogue(), language);
        catalogue::EntryNote note;
        catalogue::Box event;
        books.entries(wanted, [&](const journal::StoredEntry& entry) {
            const auto header = header_of(entry);
            catalogue::Fact fact;
            if (const auto* type = books.type_of(header)) {
                catalogue::decode(entry.payload, *type, world.directory, fact, &event);
                note.particulars = wording.particulars(*type, event.get(), world.directory);
            }
            note.decision = std::move(fact.authority.number);
            note.decided_on = fact.authority.date;
            note.issuer = std::move(fact.authority.issuer);
            note.recorded_ms = header.recorded_ms;
            note.recorded_by = actor_name(world, header.actor);
            take(entry.seq, note);
            return true;
        });
    };
}

std::vector<RecordLine> open_records(const Books& books, const World& world,
                                     const catalogue::Figure& figure,
                                     const std::vector<catalogue::Record>& records, Language language) {
    const auto& catalogue = books.catalogue();
    const auto& directory = world.directory;
    const catalogue::Wording wording(catalogue, language);
    const auto by_rank = directory.ranked(catalogue.organisations());
    const bool in_hundredths = figure.measure == catalogue::Measure::mean || figure.about_figures;
    std::vector<RecordLine> lines;
    lines.reserve(records.size());
    for (const auto& [organisation, row] : records) {
        const auto& subject = directory[row.subject];
        RecordLine line;
        line.subject_type = catalogue.subjects()[subject.type].name;
        line.subject = subject.key;
        line.label = wording.name(subject.label);
        if (!figure.about_figures && row.about != row.subject) {
            line.about = directory[row.about].key;
            line.about_label = directory[row.about].label;
        }
        if (organisation != world::nowhere) {
            line.organisation = directory[by_rank[organisation]].key;
            line.organisation_label = directory[by_rank[organisation]].label;
        }
        line.effective_on = row.on;
        if (row.from != row.on) line.counts_on = row.from;
        line.amount = {row.amount, in_hundredths ? 2 : 0};
        line.seq = row.seq;
        if (const auto entry = books.entry(row.seq)) {
            const auto header = header_of(*entry);
            catalogue::Fact fact;
            if (const auto* type = books.type_of(header)) {
                catalogue::decode(entry->payload, *type, directory, fact, nullptr);
            }
            line.event = header.action;
            line.authority = fact.authority;
            line.recorded_ms = header.recorded_ms;
            line.recorded_by = actor_name(world, header.actor);
            line.confirmed_by = actor_name(world, header.second_actor);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace nennep::service
