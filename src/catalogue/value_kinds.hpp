// `kind_of<T>` for plain, optional, listed and enumerated values. The plain ones are defined in
// value.cpp; the templates here only wrap them.
#pragma once
#include <type_traits>

namespace nennep::catalogue {

#define NENNEP_PLAIN_KIND(T) \
    template <>              \
    const ValueKind& kind_of<T>();
NENNEP_PLAIN_KIND(std::string)
NENNEP_PLAIN_KIND(Day)
NENNEP_PLAIN_KIND(Month)
NENNEP_PLAIN_KIND(std::int64_t)
NENNEP_PLAIN_KIND(bool)
NENNEP_PLAIN_KIND(Money)
NENNEP_PLAIN_KIND(Points)
NENNEP_PLAIN_KIND(Bound)
NENNEP_PLAIN_KIND(TermEdge)
NENNEP_PLAIN_KIND(FigureName)
NENNEP_PLAIN_KIND(OrganisationRef)
NENNEP_PLAIN_KIND(BranchRef)
NENNEP_PLAIN_KIND(PersonRef)
NENNEP_PLAIN_KIND(TargetRef)
NENNEP_PLAIN_KIND(CongressRef)
NENNEP_PLAIN_KIND(std::vector<PersonRef>)
NENNEP_PLAIN_KIND(std::vector<Seat>)
#undef NENNEP_PLAIN_KIND

namespace detail {

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {
    using inner = T;
};

template <class E>
ValueKind enum_kind() {
    ValueKind kind{};
    kind.name = "choice";
    kind.choices = &choices_of(E{});
    kind.present = [](const void*) { return true; };
    kind.read = [](const boost::json::value& json, void* value, Reading& reading) {
        EnumAccess::read(json, *static_cast<std::uint8_t*>(value), choices_of(E{}), reading);
    };
    kind.write = [](std::string& json, const void* value, const world::Directory&) {
        EnumAccess::write(json, *static_cast<const std::uint8_t*>(value), choices_of(E{}));
    };
    kind.encode = [](ByteWriter& out, const void* value, const world::Directory&) {
        out.u8(*static_cast<const std::uint8_t*>(value));
    };
    kind.decode = [](ByteReader& in, void* value, const world::Directory&) {
        const auto code = in.u8();
        if (code >= choices_of(E{}).codes.size()) return in.fail();
        *static_cast<std::uint8_t*>(value) = code;
    };
    kind.naming = [](const void*, std::vector<Naming>&) {};
    return kind;
}

template <class T>
ValueKind optional_kind() {
    ValueKind kind = kind_of<T>();
    kind.optional = true;
    kind.present = [](const void* value) {
        return static_cast<const std::optional<T>*>(value)->has_value();
    };
    kind.fill = [](void* value) { static_cast<std::optional<T>*>(value)->emplace(); };
    kind.read = [](const boost::json::value& json, void* value, Reading& reading) {
        T inner{};
        kind_of<T>().read(json, &inner, reading);
        *static_cast<std::optional<T>*>(value) = std::move(inner);
    };
    kind.write = [](std::string& json, const void* value, const world::Directory& directory) {
        kind_of<T>().write(json, &**static_cast<const std::optional<T>*>(value), directory);
    };
    kind.encode = [](ByteWriter& out, const void* value, const world::Directory& directory) {
        kind_of<T>().encode(out, &**static_cast<const std::optional<T>*>(value), directory);
    };
    kind.decode = [](ByteReader& in, void* value, const world::Directory& directory) {
        T inner{};
        kind_of<T>().decode(in, &inner, directory);
        *static_cast<std::optional<T>*>(value) = std::move(inner);
    };
    kind.naming = [](const void* value, std::vector<Naming>& into) {
        const auto& inner = *static_cast<const std::optional<T>*>(value);
        if (inner) kind_of<T>().naming(&*inner, into);
    };
    return kind;
}

}  // namespace detail

template <class T>
const ValueKind& kind_of() {
    if constexpr (std::is_enum_v<T>) {
        static_assert(sizeof(T) == 1, "closed lists are kept in one byte");
        static const ValueKind kind = detail::enum_kind<T>();
        return kind;
    } else {
        static const ValueKind kind =
            detail::optional_kind<typename detail::is_optional<T>::inner>();
        return kind;
    }
}

}  // namespace nennep::catalogue
