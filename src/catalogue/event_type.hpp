// How a room describes a kind of event: its name, its subject, its fields, what it does to the
// subject's state. Described once; the journal, the import, the history, the export and the
// reference all work from the description.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "catalogue/trait.hpp"
#include "catalogue/value.hpp"
#include "journal/entry.hpp"
#include "world/world.hpp"

namespace nennep::catalogue {

// What makes a history impossible. `code` has a text under `refusal.<code>`.
struct Violation {
    std::string code;
    std::string field;
    Arguments shown;
};

// What `apply` answers: nothing to object, or a violation.
using Folded = std::optional<Violation>;
inline constexpr std::nullopt_t folded = std::nullopt;

// When, as what and about whom an event is applied.
struct Moment {
    Day on;
    journal::Seq seq = 0;
    SubjectNo subject = nobody;
};

// What a fold leaves behind besides rows: the subject's name, when it ended, and the timeline of an
// organisation, in which `parent` and `into` are subject numbers. A state fills it in
// `describe(const State&, Portrait&)`.
struct Portrait {
    std::string label;
    Day until = Day::never();
    world::Timeline timeline;
};

// How values of a type that only the room knows are made and ended.
class TypeOps {
public:
    std::size_t size = 0;
    void (*construct)(void* at, SubjectNo self) = nullptr;
    void (*destroy)(void* at) = nullptr;
    void (*copy)(void* at, const void* from) = nullptr;

    // A state may ask whose state it is; an event begins empty.
    template <class State>
    static TypeOps of_state() {
        return made<State>([](void* at, [[maybe_unused]] SubjectNo self) {
            if constexpr (std::is_aggregate_v<State>) new (at) State{};
            else new (at) State(self);
        });
    }
    template <class Event>
    static TypeOps of_event() {
        return made<Event>([](void* at, SubjectNo) { new (at) Event{}; });
    }

private:
    template <class T>
    static TypeOps made(void (*construct)(void* at, SubjectNo self)) {
        static_assert(alignof(T) <= alignof(std::max_align_t));
        TypeOps ops;
        ops.size = sizeof(T);
        ops.construct = construct;
        ops.destroy = [](void* at) { static_cast<T*>(at)->~T(); };
        ops.copy = [](void* at, const void* from) { new (at) T(*static_cast<const T*>(from)); };
        return ops;
    }
};

// Owns one value of such a type, and can be used again for the next.
class Box {
public:
    Box() = default;
    Box(const TypeOps& ops, SubjectNo self) { emplace(ops, self); }
    ~Box() { reset(); }
    Box(const Box&) = delete;
    Box& operator=(const Box&) = delete;
    Box(Box&& other) noexcept { *this = std::move(other); }
    Box& operator=(Box&& other) noexcept {
        if (this != &other) {
            reset();
            memory_ = std::move(other.memory_);
            capacity_ = other.capacity_;
            ops_ = std::exchange(other.ops_, nullptr);
        }
        return *this;
    }

    void* emplace(const TypeOps& ops, SubjectNo self = nobody) {
        make_room(ops);
        ops.construct(memory_.get(), self);
        ops_ = &ops;
        return memory_.get();
    }
    // A copy of what another box holds.
    void* emplace_copy(const Box& other) {
        make_room(*other.ops_);
        other.ops_->copy(memory_.get(), other.get());
        ops_ = other.ops_;
        return memory_.get();
    }
    void reset() {
        if (ops_ != nullptr) ops_->destroy(memory_.get());
        ops_ = nullptr;
    }
    void* get() { return memory_.get(); }
    const void* get() const { return memory_.get(); }

private:
    void make_room(const TypeOps& ops) {
        reset();
        if (capacity_ >= ops.size) return;
        memory_ = std::make_unique<std::byte[]>(ops.size);
        capacity_ = ops.size;
    }

    std::unique_ptr<std::byte[]> memory_;
    std::size_t capacity_ = 0;
    const TypeOps* ops_ = nullptr;
};

struct Field {
    std::string name;
    const ValueKind* kind = nullptr;
    std::size_t offset = 0;
    bool may_be_gone = false;       // whom it names may have ended or died by then
    bool is_particular = false;     // what lists tell of the event beside whom, where and when
    // A stricter right than the subject's, without which it is seen masked: "identity" asks for
    // `see.person.identity`, "discipline" for `see.discipline` (catalogue/rights.hpp). Empty: none.
    std::string guard = {};

    const void* in(const void* event) const { return static_cast<const std::byte*>(event) + offset; }
    void* in(void* event) const { return static_cast<std::byte*>(event) + offset; }
    bool required() const { return !kind->optional; }
};

struct EventType {
    std::string name;               // member.admitted
    std::string subject_type;       // person
    bool opens = false;             // the first event of its subject, which brings the key
    bool by_receiver = false;       // recorded by whoever has charge of the subject afterwards
    bool amends = false;            // what it says of fields that the opening event has replaces them
    journal::DataClass data_class = journal::DataClass::core;
    TypeOps ops;
    std::vector<Field> fields;
    std::function<Folded(void* state, const void* event, const Moment& at)> apply;
    // "discipline": seen only by who holds `see.discipline`, although the subject is seen by more.
    std::string restricted;

    const Field* field(std::string_view field_name) const;
};

// A kind of subject, the state that its stream folds into, and what is known of it by days.
struct SubjectType {
    std::string name;               // person
    TypeOps state;
    std::function<void(const void* state, Portrait& portrait)> describe;
    std::vector<Trait> traits;      // the first says where it belongs: its seat
    std::vector<PartType> parts;

    std::string list;               // people; empty for what has no list
    // Whom the list shows where nobody asks for others: a trait, and the codes of choices.
    std::string counted_by;
    std::vector<std::string> counted;

    template <class... Traits>
    SubjectType&& knows(Traits&&... more) && {
        (traits.push_back(std::forward<Traits>(more)), ...);
        return std::move(*this);
    }
    SubjectType&& has_parts(PartType type) && {
        parts.push_back(std::move(type));
        return std::move(*this);
    }
    SubjectType&& listed_as(std::string name_of_list) && {
        list = std::move(name_of_list);
        return std::move(*this);
    }
    SubjectType&& counting(std::string trait_name, std::vector<std::string> codes) && {
        counted_by = std::move(trait_name);
        counted = std::move(codes);
        return std::move(*this);
    }
};

// `seat_of(const State&)` is found beside the state.
template <class State>
OrganisationRef seat(const State& state) {
    return seat_of(state);
}

template <class State>
SubjectType subject(std::string name) {
    SubjectType type;
    type.name = std::move(name);
    type.state = TypeOps::of_state<State>();
    type.describe = [](const void* state, Portrait& portrait) {
        describe(*static_cast<const State*>(state), portrait);
    };
    type.traits.push_back(trait<&seat<State>>("seat"));
    return type;
}

// Describes an event. `apply(State&, const Event&, const Moment&)` is found beside the event.
template <class State, class Event>
class EventDescription {
public:
    EventDescription(std::string name, std::string subject_type) {
        type_.name = std::move(name);
        type_.subject_type = std::move(subject_type);
        type_.ops = TypeOps::of_event<Event>();
        type_.apply = [](void* state, const void* event, const Moment& at) -> Folded {
            return apply(*static_cast<State*>(state), *static_cast<const Event*>(event), at);
        };
    }

    // A field, in the order in which it is kept for ever: new ones are added at the end.
    // It may stand in a base that several events share.
    template <class T, class Base>
    EventDescription&& field(std::string name, T Base::*member) && {
        const Event sample{};
        const auto* base = reinterpret_cast<const std::byte*>(&sample);
        const auto* at = reinterpret_cast<const std::byte*>(&(sample.*member));
        type_.fields.push_back({std::move(name), &kind_of<T>(), static_cast<std::size_t>(at - base)});
        return std::move(*this);
    }
    // Of the field before: whom it names may have ended or died by the day of the event.
    EventDescription&& who_may_be_gone() && {
        type_.fields.back().may_be_gone = true;
        return std::move(*this);
    }
    // Of the field before: lists tell it beside whom, where and when: a rating, a form of discipline.
    EventDescription&& shown_in_lists() && {
        type_.fields.back().is_particular = true;
        return std::move(*this);
    }
    // Of the field before: seen only by who holds this guard's right.
    EventDescription&& guarded(std::string guard) && {
        type_.fields.back().guard = std::move(guard);
        return std::move(*this);
    }
    EventDescription&& seen_by(std::string restricted) && {
        type_.restricted = std::move(restricted);
        return std::move(*this);
    }
    EventDescription&& opens() && {
        type_.opens = true;
        return std::move(*this);
    }
    EventDescription&& by_receiver() && {
        type_.by_receiver = true;
        return std::move(*this);
    }
    EventDescription&& amends() && {
        type_.amends = true;
        return std::move(*this);
    }
    EventDescription&& keeps(journal::DataClass data_class) && {
        type_.data_class = data_class;
        return std::move(*this);
    }
    operator EventType() && { return std::move(type_); }

private:
    EventType type_;
};

template <class State, class Event>
EventDescription<State, Event> event(std::string name, std::string subject_type) {
    return {std::move(name), std::move(subject_type)};
}

}  // namespace nennep::catalogue
