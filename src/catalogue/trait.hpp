// What a room lets be known of its subjects on a day, beside their figures: a trait is a name and a
// function of the state. It is looked at after each event, and kept by days (world/traits.hpp); lists
// show it, filter and sort by it, statistics cross by some.
//
// Some traits are not kept but follow, on the day that is asked for, from others: an age from a date
// of birth, the sector of somebody's grassroots organisation from where they belong.
#pragma once
#include <functional>
#include <string>
#include <type_traits>

#include "catalogue/value.hpp"
#include "world/traits.hpp"

namespace nennep::catalogue {

using world::TableNo;
using world::TraitNo;

enum class TraitKind : std::uint8_t { choice, day, number, hundredths, money, text, subject };

// What a trait is at a moment of the fold.
struct TraitValue {
    bool is_there = false;
    std::int64_t number = 0;        // of a choice 1 + its place; a day, a number, a subject
    std::string_view text;          // lives as long as the state
};

enum class Derivation : std::uint8_t {
    none,               // kept
    year_of,            // the year of a day
    years_since,        // full years from a day to the day asked for
    is_past,            // a day is before the day asked for, and another trait was not there by then
    of_seat,            // the same trait of the organisation where the subject belongs
    of_seat_or_above    // or of the nearest one above that has it
};

struct Trait {
    std::string name;
    TraitKind kind = TraitKind::text;
    const Choices* choices = nullptr;
    void (*read)(const void* state, TraitValue& value) = nullptr;

    bool crosses = false;           // statistics may cross by it
    bool is_name = false;           // put in order as people are: by the given name
    // Where whole numbers are parted when they are crossed: each the last of its band.
    std::vector<std::int64_t> bands;

    Derivation derivation = Derivation::none;
    std::string source;             // the trait from which it follows
    std::string unless;             // of is_past: the day by which it was settled
    TraitNo source_no = 0;          // filled in by the catalogue
    TraitNo unless_no = 0;

    Trait&& crossing() && {
        crosses = true;
        return std::move(*this);
    }
    Trait&& ordered_as_names() && {
        is_name = true;
        return std::move(*this);
    }
    Trait&& in_bands(std::vector<std::int64_t> last_of_each) && {
        bands = std::move(last_of_each);
        return std::move(*this);
    }
};

// Parts of a state that are listed by themselves: the tasks of a document. A part has a key, unique
// among the parts of its subject.
struct PartType {
    std::string name;               // task
    std::string list;               // tasks
    std::vector<Trait> traits;      // the first says where it belongs
    std::function<void(const void* state, const std::function<void(std::string_view key, const void* part)>&)> each;
};

// A closed list of two, for what is so or not.
const Choices& yes_or_no();

namespace detail {

template <class T>
struct Kept {                       // how values of a type are kept, enumerations first
    static constexpr TraitKind kind = TraitKind::choice;
    static void put(TraitValue& value, T choice) {
        value.is_there = true;
        value.number = static_cast<std::int64_t>(choice) + 1;
    }
};
template <>
struct Kept<bool> {
    static constexpr TraitKind kind = TraitKind::choice;
    static void put(TraitValue& value, bool is_so) {
        value.is_there = true;
        value.number = is_so ? 2 : 1;
    }
};
template <>
struct Kept<Day> {
    static constexpr TraitKind kind = TraitKind::day;
    static void put(TraitValue& value, Day day) {
        value.is_there = true;
        value.number = world::code_of(day);
    }
};
template <>
struct Kept<std::int64_t> {
    static constexpr TraitKind kind = TraitKind::number;
    static void put(TraitValue& value, std::int64_t number) {
        value.is_there = true;
        value.number = number;
    }
};
template <>
struct Kept<Money> {
    static constexpr TraitKind kind = TraitKind::money;
    static void put(TraitValue& value, Money money) { Kept<std::int64_t>::put(value, money.vnd); }
};
template <>
struct Kept<Points> {
    static constexpr TraitKind kind = TraitKind::hundredths;
    static void put(TraitValue& value, Points points) { Kept<std::int64_t>::put(value, points.hundredths); }
};
template <>
struct Kept<Bound> {
    static constexpr TraitKind kind = TraitKind::hundredths;
    static void put(TraitValue& value, Bound bound) { Kept<std::int64_t>::put(value, bound.hundredths); }
};
template <>
struct Kept<std::string> {
    static constexpr TraitKind kind = TraitKind::text;
    static void put(TraitValue& value, std::string_view text) {
        value.is_there = !text.empty();
        value.text = text;
    }
};
template <class Ref>
struct KeptRef {
    static constexpr TraitKind kind = TraitKind::subject;
    static void put(TraitValue& value, Ref ref) {
        value.is_there = ref.no != nobody;
        value.number = ref.no;
    }
};
template <>
struct Kept<OrganisationRef> : KeptRef<OrganisationRef> {};
template <>
struct Kept<PersonRef> : KeptRef<PersonRef> {};
template <>
struct Kept<TargetRef> : KeptRef<TargetRef> {};
template <class T>
struct Kept<std::optional<T>> {
    static constexpr TraitKind kind = Kept<T>::kind;
    static void put(TraitValue& value, const std::optional<T>& maybe) {
        if (maybe) Kept<T>::put(value, *maybe);
    }
};

template <class T>
const Choices* choices_kept() {
    if constexpr (is_optional<T>::value) return choices_kept<typename is_optional<T>::inner>();
    else if constexpr (std::is_enum_v<T>) return &choices_of(T{});
    else if constexpr (std::is_same_v<T, bool>) return &yes_or_no();
    else return nullptr;
}

template <class>
struct Reads;
template <class State_, class T>
struct Reads<T State_::*> {
    using State = State_;
    using Value = T;
};
template <class State_, class T>
struct Reads<T (*)(const State_&)> {
    using State = State_;
    using Value = T;
    static_assert(!std::is_same_v<T, std::string>, "a text must live as long as the state");
};

}  // namespace detail

// A trait that is a member of the state, or what a function of it answers.
template <auto read>
Trait trait(std::string name) {
    using State = typename detail::Reads<decltype(read)>::State;
    using Value = std::remove_cvref_t<typename detail::Reads<decltype(read)>::Value>;
    Trait trait;
    trait.name = std::move(name);
    trait.kind = detail::Kept<Value>::kind;
    trait.choices = detail::choices_kept<Value>();
    trait.read = [](const void* state, TraitValue& value) {
        detail::Kept<Value>::put(value, std::invoke(read, *static_cast<const State*>(state)));
    };
    return trait;
}

inline Trait derived(std::string name, TraitKind kind, Derivation derivation, std::string source) {
    Trait trait;
    trait.name = std::move(name);
    trait.kind = kind;
    trait.derivation = derivation;
    trait.source = std::move(source);
    return trait;
}
inline Trait year_of(std::string name, std::string day) {
    return derived(std::move(name), TraitKind::number, Derivation::year_of, std::move(day));
}
inline Trait years_since(std::string name, std::string day) {
    return derived(std::move(name), TraitKind::number, Derivation::years_since, std::move(day));
}
inline Trait is_past(std::string name, std::string day, std::string unless) {
    auto trait = derived(std::move(name), TraitKind::choice, Derivation::is_past, std::move(day));
    trait.choices = &yes_or_no();
    trait.unless = std::move(unless);
    return trait;
}
// Of the organisation where a subject belongs, by the name that the trait has there.
inline Trait of_seat(std::string name, std::string source) {
    return derived(std::move(name), TraitKind::choice, Derivation::of_seat, std::move(source));
}
inline Trait of_seat_or_above(std::string name, std::string source) {
    return derived(std::move(name), TraitKind::choice, Derivation::of_seat_or_above, std::move(source));
}

// Describes the parts of a state; `each(state, take)` hands over every part with its key.
template <class State, class Part>
PartType parts(std::string name, std::string list,
               std::function<void(const State&, const std::function<void(std::string_view, const Part&)>&)> each,
               std::vector<Trait> traits) {
    PartType type;
    type.name = std::move(name);
    type.list = std::move(list);
    type.traits = std::move(traits);
    type.each = [each = std::move(each)](const void* state, const auto& take) {
        each(*static_cast<const State*>(state), [&](std::string_view key, const Part& part) { take(key, &part); });
    };
    return type;
}

}  // namespace nennep::catalogue
