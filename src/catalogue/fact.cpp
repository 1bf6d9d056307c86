#include "catalogue/fact.hpp"

namespace nennep::catalogue {
namespace {

// Which parts of the front matter are there; most events have none or an authority only.
constexpr unsigned has_id = 1, has_key = 2, has_number = 4, has_date = 8, has_issuer = 16;

void write_front(ByteWriter& out, const Fact& fact) {
    const auto& authority = fact.authority;
    unsigned parts = 0;
    if (!fact.id.empty()) parts |= has_id;
    if (!fact.key.empty()) parts |= has_key;
    if (!authority.number.empty()) parts |= has_number;
    if (authority.date) parts |= has_date;
    if (!authority.issuer.empty()) parts |= has_issuer;
    out.u8(static_cast<std::uint8_t>(parts));
    if (parts & has_id) out.text(fact.id);
    if (parts & has_key) out.text(fact.key);
    if (parts & has_number) out.text(authority.number);
    if (parts & has_date) out.signed_varint(authority.date->number());
    if (parts & has_issuer) out.text(authority.issuer);
}

// A part that is said to be there is not empty: so one front matter has one encoding.
std::string_view part_of(ByteReader& in, bool is_there) {
    if (!is_there) return {};
    const auto text = in.text();
    if (text.empty()) in.fail();
    return text;
}

void read_front(ByteReader& in, Fact& fact) {
    const auto parts = in.u8();
    if (parts > 31) in.fail();
    fact.id = part_of(in, parts & has_id);
    fact.key = part_of(in, parts & has_key);
    auto& authority = fact.authority;
    authority.number = part_of(in, parts & has_number);
    authority.date.reset();
    if (parts & has_date) {
        static const world::Directory names_nobody;
        kind_of<Day>().decode(in, &authority.date.emplace(), names_nobody);
    }
    authority.issuer = part_of(in, parts & has_issuer);
}

}  // namespace

std::string encode(const Fact& fact, const EventType& type, const void* event,
                   const world::Directory& directory) {
    ByteWriter out;
    write_front(out, fact);
    // Each field that is there, by its number in the description; 0 ends them.
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        const auto& field = type.fields[i];
        const void* value = field.in(event);
        if (!field.kind->present(value)) continue;
        out.varint(i + 1);
        field.kind->encode(out, value, directory);
    }
    out.varint(0);
    return out.take();
}

bool decode(std::string_view payload, const EventType& type, const world::Directory& directory,
            Fact& fact, Box* event) {
    ByteReader in(payload);
    read_front(in, fact);
    if (event == nullptr) return in.ok();
    void* value = event->emplace(type.ops);
    std::size_t last = 0;
    while (in.ok()) {
        const auto number = in.varint();
        if (number == 0) break;
        // Ascending and known: so one event has one encoding.
        if (number <= last || number > type.fields.size()) return false;
        for (std::size_t skipped = last; skipped + 1 < number; ++skipped) {
            if (type.fields[skipped].required()) return false;
        }
        last = static_cast<std::size_t>(number);
        const auto& field = type.fields[last - 1];
        field.kind->decode(in, field.in(value), directory);
    }
    for (std::size_t skipped = last; skipped < type.fields.size(); ++skipped) {
        if (type.fields[skipped].required()) return false;
    }
    return in.done();
}

std::string_view id_of(std::string_view payload) {
    ByteReader in(payload);
    return in.u8() & has_id ? in.text() : std::string_view{};
}

bool same_but_for_id(std::string_view a, std::string_view b) {
    const auto without_id = [](std::string_view payload) {
        ByteReader in(payload);
        const unsigned parts = in.u8();
        if (parts & has_id) in.text();
        return std::pair(parts & ~has_id, in.raw(in.left()));
    };
    return without_id(a) == without_id(b);
}

void names_in(const EventType& type, const void* event, std::vector<NamedIn>& into) {
    std::vector<Naming> found;
    for (const auto& field : type.fields) {
        if (field.kind->names == Names::nothing) continue;
        found.clear();
        field.kind->naming(field.in(event), found);
        for (const auto& naming : found) into.push_back({&field, naming});
    }
}

void write_data(std::string& json, const EventType& type, const void* event,
                const world::Directory& directory) {
    json.push_back('{');
    for (const auto& field : type.fields) {
        const void* value = field.in(event);
        if (!field.kind->present(value)) continue;
        if (json.back() != '{') json.push_back(',');
        append_json(json, field.name);
        json.push_back(':');
        field.kind->write(json, value, directory);
    }
    json.push_back('}');
}

std::string encode(const Fact& fact, const Voided& voided) {
    ByteWriter out;
    write_front(out, fact);
    out.u64(voided.target);
    out.text(voided.reason);
    return out.take();
}

bool decode(std::string_view payload, Fact& fact, Voided& voided) {
    ByteReader in(payload);
    read_front(in, fact);
    voided.target = in.u64();
    voided.reason = in.text();
    return in.done();
}

}  // namespace nennep::catalogue
