#include "catalogue/value.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace nennep::catalogue {

const Choices& yes_or_no() {
    static const Choices choices{"yes_no", {"no", "yes"}};
    return choices;
}

namespace {

namespace json = boost::json;

bool always_present(const void*) { return true; }
void names_nobody(const void*, std::vector<Naming>&) {}

template <class T>
T& as(void* value) {
    return *static_cast<T*>(value);
}
template <class T>
const T& as(const void* value) {
    return *static_cast<const T*>(value);
}

std::string_view view(const json::string& text) { return {text.data(), text.size()}; }

// The text of a JSON value, or nothing and a refusal.
std::optional<std::string_view> text_of(const json::value& value, Reading& reading) {
    if (const auto* text = value.if_string()) return view(*text);
    reading.refuse("value.not_text", {{"value", json::serialize(value).substr(0, 60)}});
    return std::nullopt;
}

std::optional<std::int64_t> whole_of(const json::value& value, Reading& reading) {
    if (const auto* number = value.if_int64()) return *number;
    if (const auto* number = value.if_double();
        number && *number > -1e15 && *number < 1e15 &&
        *number == static_cast<double>(static_cast<std::int64_t>(*number))) {
        return static_cast<std::int64_t>(*number);
    }
    reading.refuse("value.not_a_whole_number", {{"value", json::serialize(value).substr(0, 60)}});
    return std::nullopt;
}

// A number of at least zero with at most two digits after the point, in hundredths.
std::optional<std::int64_t> hundredths_of(const json::value& value, Reading& reading) {
    if (const auto* number = value.if_int64(); number && *number >= 0 && *number < 1'000'000'000'000) {
        return *number * 100;
    }
    if (const auto* number = value.if_double(); number && *number >= 0 && *number < 1e12) {
        const auto scaled = static_cast<std::int64_t>(*number * 100 + 0.5);
        if (static_cast<double>(scaled) / 100 == *number) return scaled;
    }
    reading.refuse("value.not_a_number", {{"value", json::serialize(value).substr(0, 60)}});
    return std::nullopt;
}

ValueKind plain_kind(std::string_view name) {
    ValueKind kind{};
    kind.name = name;
    kind.present = always_present;
    kind.naming = names_nobody;
    return kind;
}

ValueKind text_kind() {
    auto kind = plain_kind("text");
    kind.read = [](const json::value& value, void* into, Reading& reading) {
        const auto text = text_of(value, reading);
        if (!text) return;
        const auto first = text->find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos) return reading.refuse("value.empty");
        const auto last = text->find_last_not_of(" \t\r\n");
        const auto is_control = [](char c) {
            return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
        };
        if (std::any_of(text->begin(), text->end(), is_control)) return reading.refuse("value.control_character");
        as<std::string>(into) = composed(text->substr(first, last - first + 1));
    };
    kind.write = [](std::string& out, const void* value, const world::Directory&) {
        append_json(out, as<std::string>(value));
    };
    kind.encode = [](ByteWriter& out, const void* value, const world::Directory&) {
        out.text(as<std::string>(value));
    };
    kind.decode = [](ByteReader& in, void* value, const world::Directory&) {
        as<std::string>(value) = in.text();
        if (broken_utf8(as<std::string>(value))) in.fail();
    };
    return kind;
}

ValueKind day_kind() {
    auto kind = plain_kind("date");
    kind.read = [](const json::value& value, void* into, Reading& reading) {
        const auto text = text_of(value, reading);
        if (!text) return;
        const auto day = Day::parse(*text);
        if (!day) return reading.refuse("value.not_a_date", {{"value", std::string(*text)}});
        as<Day>(into) = *day;
    };
    kind.write = [](std::string& out, const void* value, const world::Directory&) {
        append_json(out, as<Day>(value).iso());
    };
    kind.encode = [](ByteWriter& out, const void* value, const world::Directory&) {
        out.signed_varint(as<Day>(value).number());
    };
    kind.decode = [](ByteReader& in, void* value, const world::Directory&) {
        const auto number = in.signed_varint();
        constexpr std::int64_t widest = 4'000'000;  // beyond year 9999
        if (number < -widest || number > widest) return in.fail();
        as<Day>(value) = Day{static_cast<std::int32_t>(number)};
    };
    return kind;
}

ValueKind month_kind() {
    auto kind = plain_kind("month");
    kind.read = [](const json::value& value, void* into, Reading& reading) {
        const auto text = text_of(value, reading);
        if (!text) return;
        const auto month = Month::parse(*text);
        if (!month) return reading.refuse("value.not_a_month", {{"value", std::string(*text)}});
        as<Month>(into) = *month;
    };
    kind.write = [](std::string& out, const void* value, const world::Directory&) {
        append_json(out, as<Month>(value).iso());
    };
    kind.encode = [](ByteWriter& out, const void* value, const world::Directory&) {
        const auto& month = as<Month>(value);
        out.varint(static_cast<std::uint64_t>(month.year) * 12 + month.month - 1);
    };
    kind.decode = [](ByteReader& in, void* value, const world::Directory&) {
        const auto months = in.varint();
        if (months < 12'000 || months >= 120'000) return in.fail();
        as<Month>(value) = {static_cast<int>(months / 12), static_cast<unsigned>(months % 12 + 1)};
    };
    return kind;
}

// Whole numbers from zero up: counts, years, amounts.
template <class T, std::int64_t T::*number>
ValueKind number_kind(std::string_view name) {
    auto kind = plain_kind(name);
    kind.read = [](const json::value& value, void* into, Reading& reading) {
        const auto whole = whole_of(value, reading);
        if (!whole) return;
        if (*whole < 0 || *whole > 1'000'000'000'000'000) {
            return reading.refuse("value.out_of_range", {{"value", std::to_string(*whole)}});
        }
        as<T>(into).*number = *whole;
    };
    kind.write = [](std::string& out, const void* value, const world::Directory&) {
        out += std::to_string(as<T>(value).*number);
    };
    kind.encode = [](ByteWriter& out, const void* value, const world::Directory&) {
        out.signed_varint(as<T>(value).*number);
    };
    kind.decode = [](ByteReader& in, void* value, const world::Directory&) {
        as<T>(value).*number = in.signed_varint();
        if (as<T>(value).*number < 0 || as<T>(value).*number > 1'000'000'000'000'000) in.fail();
    };
    return kind;
}

struct Whole {
    std::int64_t number;
};

template <class T, std::int64_t T::*number>
ValueKind hundredths_kind(std::string_view name) {
    auto kind = number_kind<T, number>(name);
    kind.read = [](const json::value& value, void* into, Reading& reading) {
        if (const auto scaled = hundredths_of(value, reading)) as<T>(into).*number = *scaled;
    };
    kind.write = [](std::string& out, const void* value, const world::Directory&) {
        out += plain({as<T>(value).*number, 2});
    };
    return kind;
}

ValueKind bool_kind() {
    auto kind = plain_kind("yes_no");
    kind.read = [](const json::value& value, void* into, Reading& reading) {
        const auto* flag = value.if_bool();
        if (!flag) return reading.refuse("value.not_yes_no", {{"value", json::serialize(value).substr(0, 60)}});
        as<bool>(into) = *flag;
    };
    kind.write = [](std::string& out, const void* value, const world::Directory&) {
        out += as<bool>(value) ? "true" : "false";
    };
    kind.encode = [](ByteWriter& out, const void* value, const world::Directory&) {
        out.u8(as<bool>(value) ? 1 : 0);
    };
    kind.decode = [](ByteReader& in, void* value, const world::Directory&) {
        const auto flag = in.u8();
        if (flag > 1) return in.fail();
        as<bool>(value) = flag == 1;
    };
    return kind;
}

constexpr int first_year = 1000;    // as with days, years have four digits
constexpr int last_year = 9999;

std::optional<TermEdge> term_edge_of(const json::value& value) {
    if (const auto* number = value.if_int64()) {
        if (*number < first_year || *number > last_year) return std::nullopt;
        return TermEdge{static_cast<int>(*number), std::nullopt};
    }
    const auto* text = value.if_string();
    if (text == nullptr) return std::nullopt;
    if (const auto day = Day::parse(view(*text))) return TermEdge{day->year(), day};
    const auto year = text->size() == 4 ? parse_decimal(view(*text), 0) : std::nullopt;
    if (!year || *year < first_year) return std::nullopt;
    return TermEdge{static_cast<int>(*year), std::nullopt};
}

// A year, as 2020 or "2020", or a day of it.
ValueKind term_edge_kind() {
    auto kind = plain_kind("year_or_date");
    kind.read = [](const json::value& value, void* into, Reading& reading) {
        const auto edge = term_edge_of(value);
        if (edge) {
            as<TermEdge>(into) = *edge;
        } else {
            reading.refuse("value.not_a_term_edge",
                           {{"value", json::serialize(value).substr(0, 60)}});
        }
    };
    kind.write = [](std::string& out, const void* value, const world::Directory&) {
        const auto& edge = as<TermEdge>(value);
        if (edge.day) {
            append_json(out, edge.day->iso());
        } else {
            out += std::to_string(edge.year);
        }
    };
    kind.encode = [](ByteWriter& out, const void* value, const world::Directory& directory) {
        const auto& edge = as<TermEdge>(value);
        out.u8(edge.day ? 1 : 0);
        if (edge.day) return kind_of<Day>().encode(out, &*edge.day, directory);
        out.varint(static_cast<std::uint64_t>(edge.year));
    };
    kind.decode = [](ByteReader& in, void* value, const world::Directory& directory) {
        auto& edge = as<TermEdge>(value);
        const auto has_day = in.u8();
        if (has_day > 1) return in.fail();
        if (has_day == 1) {
            kind_of<Day>().decode(in, &edge.day.emplace(), directory);
            edge.year = edge.day->year();
            return;
        }
        const auto year = in.varint();
        constexpr std::uint64_t first = first_year, last = last_year;
        if (year < first || year > last) return in.fail();
        edge.year = static_cast<int>(year);
    };
    return kind;
}

ValueKind figure_kind() {
    auto kind = plain_kind("figure");
    kind.read = [](const json::value& value, void* into, Reading& reading) {
        const auto text = text_of(value, reading);
        if (!text) return;
        if (!reading.is_figure(*text)) {
            const auto near = nearest(*text, reading.figure_names());
            return reading.refuse(near ? "value.unknown_figure_near" : "value.unknown_figure",
                                  {{"value", std::string(*text)}, {"nearest", near.value_or("")}});
        }
        as<FigureName>(into).name = *text;
    };
    kind.write = [](std::string& out, const void* value, const world::Directory&) {
        append_json(out, as<FigureName>(value).name);
    };
    kind.encode = [](ByteWriter& out, const void* value, const world::Directory&) {
        out.text(as<FigureName>(value).name);
    };
    kind.decode = [](ByteReader& in, void* value, const world::Directory&) {
        as<FigureName>(value).name = in.text();
    };
    return kind;
}

SubjectNo read_key(const json::value& value, Names names, Reading& reading) {
    // A key is read as a text: composed and trimmed, so that it is the same wherever it stands.
    std::string key;
    kind_of<std::string>().read(value, &key, reading);
    return key.empty() ? nobody : reading.find(names, key);
}

void encode_subject(ByteWriter& out, SubjectNo no, const world::Directory& directory) {
    out.u64(directory[no].id);
}

SubjectNo decode_subject(ByteReader& in, const world::Directory& directory) {
    const auto found = directory.find(in.u64());
    if (!found) in.fail();
    return found.value_or(nobody);
}

template <class Ref, Names names>
ValueKind reference_kind(std::string_view name) {
    auto kind = plain_kind(name);
    kind.names = names;
    kind.read = [](const json::value& value, void* into, Reading& reading) {
        as<Ref>(into).no = read_key(value, names, reading);
    };
    kind.write = [](std::string& out, const void* value, const world::Directory& directory) {
        append_json(out, directory[as<Ref>(value).no].key);
    };
    kind.encode = [](ByteWriter& out, const void* value, const world::Directory& directory) {
        encode_subject(out, as<Ref>(value).no, directory);
    };
    kind.decode = [](ByteReader& in, void* value, const world::Directory& directory) {
        as<Ref>(value).no = decode_subject(in, directory);
    };
    kind.naming = [](const void* value, std::vector<Naming>& into) {
        into.push_back({as<Ref>(value).no, names});
    };
    return kind;
}

using People = std::vector<PersonRef>;
using Seats = std::vector<Seat>;

template <class List>
bool has_entries(const void* value) {
    return !as<List>(value).empty();
}

ValueKind people_kind() {
    auto kind = plain_kind("people");
    kind.optional = true;
    kind.names = Names::person;
    kind.is_list = true;
    kind.present = has_entries<People>;
    kind.read = [](const json::value& value, void* into, Reading& reading) {
        const auto* list = value.if_array();
        if (!list) return reading.refuse("value.not_a_list");
        for (const auto& entry : *list) {
            as<People>(into).push_back({read_key(entry, Names::person, reading)});
        }
    };
    kind.write = [](std::string& out, const void* value, const world::Directory& directory) {
        out.push_back('[');
        for (const auto& person : as<People>(value)) {
            if (out.back() != '[') out.push_back(',');
            append_json(out, directory[person.no].key);
        }
        out.push_back(']');
    };
    kind.encode = [](ByteWriter& out, const void* value, const world::Directory& directory) {
        out.varint(as<People>(value).size());
        for (const auto& person : as<People>(value)) encode_subject(out, person.no, directory);
    };
    kind.decode = [](ByteReader& in, void* value, const world::Directory& directory) {
        const auto count = in.varint();
        // An empty list is left out altogether: so one event has one encoding.
        if (count == 0 || count > in.left()) return in.fail();
        for (std::uint64_t i = 0; i < count; ++i) {
            as<People>(value).push_back({decode_subject(in, directory)});
        }
    };
    kind.naming = [](const void* value, std::vector<Naming>& into) {
        for (const auto& person : as<People>(value)) into.push_back({person.no, Names::person});
    };
    return kind;
}

ValueKind seats_kind() {
    auto kind = plain_kind("seats");
    kind.present = has_entries<Seats>;
    kind.names = Names::person;
    kind.is_list = true;
    kind.read = [](const json::value& value, void* into, Reading& reading) {
        const auto* list = value.if_array();
        if (!list || list->empty()) return reading.refuse("value.not_a_list_of_seats");
        for (const auto& entry : *list) {
            const auto* object = entry.if_object();
            const auto* person = object ? object->if_contains("person") : nullptr;
            const auto* position = object ? object->if_contains("position") : nullptr;
            if (!person || !position || object->size() != 2) {
                return reading.refuse("value.not_a_list_of_seats");
            }
            Seat seat;
            seat.person.no = read_key(*person, Names::person, reading);
            kind_of<Position>().read(*position, &seat.position, reading);
            as<Seats>(into).push_back(seat);
        }
    };
    kind.write = [](std::string& out, const void* value, const world::Directory& directory) {
        out.push_back('[');
        for (const auto& seat : as<Seats>(value)) {
            if (out.back() != '[') out.push_back(',');
            out += "{\"person\":";
            append_json(out, directory[seat.person.no].key);
            out += ",\"position\":";
            kind_of<Position>().write(out, &seat.position, directory);
            out.push_back('}');
        }
        out.push_back(']');
    };
    kind.encode = [](ByteWriter& out, const void* value, const world::Directory& directory) {
        out.varint(as<Seats>(value).size());
        for (const auto& seat : as<Seats>(value)) {
            encode_subject(out, seat.person.no, directory);
            out.u8(static_cast<std::uint8_t>(seat.position));
        }
    };
    kind.decode = [](ByteReader& in, void* value, const world::Directory& directory) {
        const auto count = in.varint();
        if (count == 0 || count > in.left()) return in.fail();
        for (std::uint64_t i = 0; i < count; ++i) {
            Seat seat;
            seat.person.no = decode_subject(in, directory);
            kind_of<Position>().decode(in, &seat.position, directory);
            as<Seats>(value).push_back(seat);
        }
    };
    kind.naming = [](const void* value, std::vector<Naming>& into) {
        for (const auto& seat : as<Seats>(value)) into.push_back({seat.person.no, Names::person});
    };
    return kind;
}

}  // namespace

#define NENNEP_PLAIN_KIND(T, ...)          \
    template <>                            \
    const ValueKind& kind_of<T>() {        \
        static const ValueKind kind = __VA_ARGS__; \
        return kind;                       \
    }
NENNEP_PLAIN_KIND(std::string, text_kind())
NENNEP_PLAIN_KIND(Day, day_kind())
NENNEP_PLAIN_KIND(Month, month_kind())
NENNEP_PLAIN_KIND(bool, bool_kind())
NENNEP_PLAIN_KIND(Money, number_kind<Money, &Money::vnd>("vnd"))
NENNEP_PLAIN_KIND(Points, hundredths_kind<Points, &Points::hundredths>("points"))
NENNEP_PLAIN_KIND(Bound, hundredths_kind<Bound, &Bound::hundredths>("number"))
NENNEP_PLAIN_KIND(TermEdge, term_edge_kind())
NENNEP_PLAIN_KIND(FigureName, figure_kind())
NENNEP_PLAIN_KIND(OrganisationRef, reference_kind<OrganisationRef, Names::organisation>("organisation"))
NENNEP_PLAIN_KIND(BranchRef, reference_kind<BranchRef, Names::branch>("branch"))
NENNEP_PLAIN_KIND(PersonRef, reference_kind<PersonRef, Names::person>("person"))
NENNEP_PLAIN_KIND(TargetRef, reference_kind<TargetRef, Names::organisation_or_person>("organisation_or_person"))
NENNEP_PLAIN_KIND(CongressRef, reference_kind<CongressRef, Names::congress>("congress"))
NENNEP_PLAIN_KIND(People, people_kind())
NENNEP_PLAIN_KIND(Seats, seats_kind())
#undef NENNEP_PLAIN_KIND

template <>
const ValueKind& kind_of<std::int64_t>() {
    // Whole has the layout of the number it holds.
    static const ValueKind kind = number_kind<Whole, &Whole::number>("whole_number");
    return kind;
}

const Choices& choices_of(Grade) {
    static const Choices choices{
        grade_list, {"public", "internal", "restricted", "secret", "top_secret", "absolute_secret"}};
    return choices;
}

const Choices& choices_of(Position) {
    static const Choices choices{"position",
                                 {"secretary", "standing_deputy_secretary", "deputy_secretary",
                                  "standing_member", "member", "inspection_chair",
                                  "inspection_deputy_chair", "inspection_member"}};
    return choices;
}

void EnumAccess::read(const json::value& value, std::uint8_t& into, const Choices& choices,
                      Reading& reading) {
    const auto text = text_of(value, reading);
    if (!text) return;
    for (std::size_t i = 0; i < choices.codes.size(); ++i) {
        if (choices.codes[i] == *text) {
            into = static_cast<std::uint8_t>(i);
            return;
        }
    }
    std::vector<std::string> codes(choices.codes.begin(), choices.codes.end());
    std::string all;
    for (const auto& code : codes) all += (all.empty() ? "" : ", ") + code;
    reading.refuse("value.not_in_list", {{"value", std::string(*text)},
                                         {"nearest", nearest(*text, codes).value_or(codes.front())},
                                         {"choices", all}});
}

void EnumAccess::write(std::string& out, std::uint8_t value, const Choices& choices) {
    append_json(out, choices.codes[value]);
}

}  // namespace nennep::catalogue
