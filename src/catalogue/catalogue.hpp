// All rooms together: what can be recorded, what can be asked, what must hold. Built once at the
// start from the list of rooms; a description that does not fit the others is a Bug at once.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/texts.hpp"
#include "catalogue/event_type.hpp"
#include "catalogue/figure.hpp"

namespace nennep::catalogue {

class Catalogue;

// What must hold after every event, whatever was recorded. Answers what is broken, or nothing.
struct Law {
    std::string name;
    std::function<std::optional<std::string>(const Catalogue&, const world::World&)> broken;
};

// The table of contents of a room.
class Room {
public:
    explicit Room(std::string room_name) : name(std::move(room_name)) {}

    Room&& keeps(SubjectType type) && {
        subjects.push_back(std::move(type));
        return std::move(*this);
    }
    template <class... Types>
    Room&& tells(Types&&... types) && {
        (events.push_back(std::forward<Types>(types)), ...);
        return std::move(*this);
    }
    template <class... Figures>
    Room&& answers(Figures&&... more) && {
        (figures.push_back(std::forward<Figures>(more)), ...);
        return std::move(*this);
    }
    Room&& answers_all(std::vector<Figure> more) && {
        for (auto& figure : more) figures.push_back(std::move(figure));
        return std::move(*this);
    }
    Room&& obeys(Law law) && {
        laws.push_back(std::move(law));
        return std::move(*this);
    }
    Room&& says(std::string_view toml) && {
        texts = toml;
        return std::move(*this);
    }

    std::string name;
    std::vector<SubjectType> subjects;
    std::vector<EventType> events;
    std::vector<Figure> figures;
    std::vector<Law> laws;
    std::string_view texts;
};

using world::LedgerNo;
using world::TypeNo;

// What can be listed: the subjects of a type, or their parts of one kind.
struct ListType {
    std::string name;                       // people
    TypeNo type = 0;                        // of the subjects, or of those whose parts they are
    TableNo table = 0;
    const SubjectType* subjects = nullptr;
    const PartType* parts = nullptr;
    const std::vector<Trait>* traits = nullptr;

    std::optional<TraitNo> trait(std::string_view trait_name) const;
    std::vector<std::string> trait_names() const;
};

class Catalogue {
public:
    // `texts` holds the words of the house; the rooms add theirs.
    Catalogue(std::vector<Room> rooms, Texts texts);
    Catalogue(const Catalogue&) = delete;
    Catalogue& operator=(const Catalogue&) = delete;

    const std::vector<EventType>& events() const { return events_; }
    const std::vector<SubjectType>& subjects() const { return subjects_; }
    const std::vector<Figure>& figures() const { return figures_; }
    const std::vector<Law>& laws() const { return laws_; }
    const Texts& texts() const { return texts_; }
    const std::vector<ListType>& lists() const { return lists_; }
    const ListType* list(std::string_view name) const;
    // The list on which the subjects of a type stand, whether or not it has a name.
    const ListType& list_of(TypeNo type) const { return by_type_[type]; }
    std::vector<std::string> list_names() const;
    std::string trait_label(const Trait& trait, Language language) const;

    const EventType* event(std::string_view name) const;
    const Figure* figure(std::string_view name) const;
    std::optional<TypeNo> subject_type(std::string_view name) const;
    // The table in which the traits of parts of a kind lie; those of subjects lie by their type.
    TableNo table(const PartType& parts) const;
    std::size_t index_of(const Figure& figure) const;
    std::vector<std::string> figure_names() const;
    std::vector<std::string> event_names() const;
    std::vector<std::string> subject_names() const;

    // The ledger in which a figure's rows lie. A percentage has none of its own.
    LedgerNo ledger(const Figure& figure) const { return static_cast<LedgerNo>(index_of(figure)); }
    TypeNo organisations() const { return organisations_; }
    TypeNo people() const { return people_; }
    TypeNo congresses() const { return congresses_; }

    // The figures whose rows an event leaves, and those that look at a kind of subject.
    const std::vector<const Figure*>& flows_of(const EventType& type) const;
    const std::vector<const Figure*>& stocks_of(TypeNo subject) const { return stocks_[subject]; }
    TypeNo subject_of(const EventType& type) const;
    // Changes whenever a snapshot laid out by another catalogue would be misread.
    std::string fingerprint() const;

private:
    std::size_t index_of(const EventType& type) const;
    void set_up_lists();
    void resolve(std::vector<Trait>& traits);

    Texts texts_;
    std::vector<EventType> events_;
    std::vector<SubjectType> subjects_;
    std::vector<Figure> figures_;
    std::vector<Law> laws_;
    std::map<std::string, std::size_t, std::less<>> event_by_name_;
    std::map<std::string, std::size_t, std::less<>> figure_by_name_;
    std::vector<std::vector<const Figure*>> flows_;     // by event
    std::vector<std::vector<const Figure*>> stocks_;    // by subject type
    std::map<const PartType*, TableNo> tables_;
    std::vector<ListType> lists_;                       // by name
    std::vector<ListType> by_type_;
    std::vector<TypeNo> subject_of_;                    // by event
    TypeNo organisations_ = 0;
    TypeNo people_ = 0;
    TypeNo congresses_ = 0;
};

}  // namespace nennep::catalogue
