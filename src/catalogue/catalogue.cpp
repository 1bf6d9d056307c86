#include "catalogue/catalogue.hpp"

#include <algorithm>
#include <set>

namespace nennep::catalogue {
namespace {

[[noreturn]] void broken(const std::string& what) { throw Bug("catalogue: " + what); }

}  // namespace

const Field* EventType::field(std::string_view field_name) const {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& f) { return f.name == field_name; });
    return found == fields.end() ? nullptr : &*found;
}

Catalogue::Catalogue(std::vector<Room> rooms, Texts texts) : texts_(std::move(texts)) {
    for (auto& room : rooms) {
        texts_.add(room.texts, room.name + "/texts.toml");
        std::move(room.subjects.begin(), room.subjects.end(), std::back_inserter(subjects_));
        std::move(room.events.begin(), room.events.end(), std::back_inserter(events_));
        std::move(room.figures.begin(), room.figures.end(), std::back_inserter(figures_));
        std::move(room.laws.begin(), room.laws.end(), std::back_inserter(laws_));
    }
    for (std::size_t i = 0; i < events_.size(); ++i) {
        if (!event_by_name_.emplace(events_[i].name, i).second) broken("event twice: " + events_[i].name);
        const auto subject = subject_type(events_[i].subject_type);
        if (!subject) broken("unknown subject of " + events_[i].name);
        subject_of_.push_back(*subject);
    }
    for (const auto& type : subjects_) {
        for (const auto& parts : type.parts) {
            tables_.emplace(&parts, static_cast<TableNo>(world::first_table_of_parts + tables_.size()));
        }
    }
    flows_.resize(events_.size());
    stocks_.resize(subjects_.size());
    std::set<SubjectNo> codes;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
        if (!figure_by_name_.emplace(figures_[i].name, i).second) {
            broken("figure twice: " + figures_[i].name);
        }
        if (!codes.insert(figure_code(figures_[i].name)).second) {
            broken("two figures with one code: " + figures_[i].name);
        }
    }
    for (const auto& figure : figures_) {
        if (figure.measure == Measure::percentage) {
            if (!this->figure(figure.part) || !this->figure(figure.whole)) {
                broken("percentage of nothing: " + figure.name);
            }
        } else if (figure.flow) {
            const auto* type = event(figure.event_type);
            if (!type) broken("figure without its event: " + figure.name);
            flows_[index_of(*type)].push_back(&figure);
        } else {
            const auto subject = subject_type(figure.subject_type);
            if (!subject) broken("figure without its subject: " + figure.name);
            stocks_[*subject].push_back(&figure);
        }
    }
    organisations_ = subject_type("organisation").value();
    people_ = subject_type("person").value();
    congresses_ = subject_type("congress").value();
}

const EventType* Catalogue::event(std::string_view name) const {
    const auto found = event_by_name_.find(name);
    return found == event_by_name_.end() ? nullptr : &events_[found->second];
}

const Figure* Catalogue::figure(std::string_view name) const {
    const auto found = figure_by_name_.find(name);
    return found == figure_by_name_.end() ? nullptr : &figures_[found->second];
}

std::optional<TypeNo> Catalogue::subject_type(std::string_view name) const {
    for (std::size_t i = 0; i < subjects_.size(); ++i) {
        if (subjects_[i].name == name) return static_cast<TypeNo>(i);
    }
    return std::nullopt;
}

TableNo Catalogue::table(const PartType& parts) const { return tables_.at(&parts); }

std::size_t Catalogue::index_of(const Figure& figure) const {
    return static_cast<std::size_t>(&figure - figures_.data());
}

std::size_t Catalogue::index_of(const EventType& type) const {
    return static_cast<std::size_t>(&type - events_.data());
}

TypeNo Catalogue::subject_of(const EventType& type) const { return subject_of_[index_of(type)]; }

const std::vector<const Figure*>& Catalogue::flows_of(const EventType& type) const {
    return flows_[index_of(type)];
}

std::vector<std::string> Catalogue::figure_names() const {
    std::vector<std::string> names;
    for (const auto& figure : figures_) names.push_back(figure.name);
    return names;
}

std::vector<std::string> Catalogue::event_names() const {
    std::vector<std::string> names;
    for (const auto& type : events_) names.push_back(type.name);
    return names;
}

std::vector<std::string> Catalogue::subject_names() const {
    std::vector<std::string> names;
    for (const auto& type : subjects_) names.push_back(type.name);
    return names;
}

std::string Catalogue::fingerprint() const {
    std::string all;
    for (const auto& type : subjects_) {
        all += type.name + "\n";
        for (const auto& trait : type.traits) all += "  " + trait.name + "\n";
        for (const auto& parts : type.parts) {
            all += " " + parts.name + "\n";
            for (const auto& trait : parts.traits) all += "  " + trait.name + "\n";
        }
    }
    for (const auto& figure : figures_) all += figure.name + "\n";
    return all;
}

}  // namespace nennep::catalogue
