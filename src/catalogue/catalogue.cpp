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
    set_up_lists();
}

std::optional<TraitNo> ListType::trait(std::string_view trait_name) const {
    for (std::size_t i = 0; i < traits->size(); ++i) {
        if ((*traits)[i].name == trait_name) return static_cast<TraitNo>(i);
    }
    return std::nullopt;
}

std::vector<std::string> ListType::trait_names() const {
    std::vector<std::string> names;
    for (const auto& trait : *traits) names.push_back(trait.name);
    return names;
}

// Finds what derived traits follow from.
void Catalogue::resolve(std::vector<Trait>& traits) {
    const auto number = [](const std::vector<Trait>& among, const std::string& name) {
        for (std::size_t i = 0; i < among.size(); ++i) {
            if (among[i].name == name && among[i].read != nullptr) return static_cast<TraitNo>(i);
        }
        broken("no trait " + name + " from which another one could follow");
    };
    for (auto& trait : traits) {
        if (trait.derivation == Derivation::none) continue;
        const bool of_seat = trait.derivation == Derivation::of_seat ||
                             trait.derivation == Derivation::of_seat_or_above;
        const auto& among = of_seat ? subjects_[organisations_].traits : traits;
        trait.source_no = number(among, trait.source);
        if (of_seat) trait.choices = among[trait.source_no].choices;
        if (of_seat && trait.choices == nullptr) broken("not a choice: " + trait.source);
        if (trait.derivation == Derivation::is_past) trait.unless_no = number(among, trait.unless);
    }
}

void Catalogue::set_up_lists() {
    for (std::size_t i = 0; i < subjects_.size(); ++i) {
        auto& subjects = subjects_[i];
        const auto type = static_cast<TypeNo>(i);
        resolve(subjects.traits);
        by_type_.push_back({subjects.list, type, type, &subjects, nullptr, &subjects.traits});
        if (!subjects.list.empty()) lists_.push_back(by_type_.back());
        for (auto& parts : subjects.parts) {
            resolve(parts.traits);
            const auto table = static_cast<TableNo>(world::first_table_of_parts + tables_.size());
            tables_.emplace(&parts, table);
            lists_.push_back({parts.list, type, table, &subjects, &parts, &parts.traits});
        }
    }
    std::sort(lists_.begin(), lists_.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
}

const ListType* Catalogue::list(std::string_view name) const {
    const auto found = std::find_if(lists_.begin(), lists_.end(), [&](const auto& list) { return list.name == name; });
    return found == lists_.end() ? nullptr : &*found;
}

std::vector<std::string> Catalogue::list_names() const {
    std::vector<std::string> names;
    for (const auto& list : lists_) names.push_back(list.name);
    return names;
}

// What only lists know has a text of its own; else a trait is called as the field that it comes from.
std::string Catalogue::trait_label(const Trait& trait, Language language) const {
    const auto own = "trait." + trait.name;
    return texts_.get(texts_.has(own) ? own : "field." + trait.name, language);
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
