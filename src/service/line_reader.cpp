#include "service/line_reader.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace nennep::service {
namespace {

namespace json = boost::json;
using catalogue::EventType;
using catalogue::Names;
using catalogue::SubjectNo;

constexpr std::string_view known_fields[] = {"type", "subject", "effective_on", "authority",
                                             "data", "id",      "seq",          "recorded_at",
                                             "recorded_by"};

std::string_view view(json::string_view text) { return {text.data(), text.size()}; }

}  // namespace

// Keeps the memory of one parser for all lines, and answers what values ask while they are read.
struct LineReader::Parsing final : catalogue::Reading {
    explicit Parsing(LineReader& owner) : reader(owner), parser(json::storage_ptr(), {}) {}

    SubjectNo find(Names as, std::string_view key) override {
        const auto& house = reader.catalogue_;
        const auto& directory = reader.directory_;
        std::optional<SubjectNo> found;
        std::string_view kind = "organisation";
        if (as == Names::person || as == Names::organisation_or_person) {
            kind = as == Names::person ? "person" : "organisation_or_person";
            if (as == Names::organisation_or_person) found = directory.find(house.organisations(), key);
            if (!found) found = directory.find(house.people(), key);
        } else if (as == Names::congress) {
            kind = "congress";
            found = directory.find(house.congresses(), key);
        } else {
            found = directory.find(house.organisations(), key);
        }
        if (found) return *found;
        unresolved = true;
        if (pass == Pass::first) return catalogue::nobody;
        const auto type = kind == "person" ? house.people()
                          : kind == "congress" ? house.congresses() : house.organisations();
        const auto near = nearest(key, directory.keys(type));
        refuse(near ? "reference.unknown_near" : "reference.unknown",
               {{"kind", std::string(kind)}, {"key", std::string(key)}, {"nearest", near.value_or("")}});
        return catalogue::nobody;
    }
    bool is_figure(std::string_view name) override { return reader.catalogue_.figure(name) != nullptr; }
    std::vector<std::string> figure_names() override { return reader.catalogue_.figure_names(); }
    void refuse(std::string_view code, Arguments shown = {}) override {
        reader.objections.push_back({line, {std::string(code), field, std::move(shown)}, {}});
    }

    template <class T>
    void read_into(const json::object& object, std::string_view name, std::string prefix, T& value) {
        const auto* found = object.if_contains(name);
        if (found == nullptr || found->is_null()) return;
        field = prefix + std::string(name);
        catalogue::kind_of<T>().read(*found, &value, *this);
    }

    LineReader& reader;
    json::parser parser;
    catalogue::Box event;
    Pass pass = Pass::first;
    std::size_t line = 0;
    std::string field;
    bool unresolved = false;
};

LineReader::LineReader(const catalogue::Catalogue& catalogue, world::Directory& directory,
                       std::function<std::uint64_t()> random)
    : catalogue_(catalogue),
      directory_(directory),
      random_(std::move(random)),
      parsing_(std::make_unique<Parsing>(*this)) {}

LineReader::~LineReader() = default;

void LineReader::read(std::size_t line, std::string_view text) { parse(line, text, Pass::first); }

void LineReader::finish() {
    if (kept_.empty()) return;
    for (const auto& [line, text] : std::exchange(kept_, {})) parse(line, text, Pass::last);
    std::stable_sort(drafts.begin(), drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.line < b.line; });
    std::stable_sort(objections.begin(), objections.end(),
                     [](const Objection& a, const Objection& b) { return a.line < b.line; });
}

namespace {

// What is wrong with a text before it is looked at as an event; nothing if it is a JSON object.
std::optional<Refusal> not_an_object(std::string_view text, json::parser& parser, json::value& into) {
    if (text.size() > LineReader::longest_line) {
        return Refusal{"line.too_long", "", {{"limit", std::to_string(LineReader::longest_line)}}};
    }
    if (const auto position = broken_utf8(text)) {
        return Refusal{"line.not_utf8", "", {{"position", std::to_string(*position + 1)}}};
    }
    json::error_code error;
    parser.reset();
    const auto used = parser.write_some({text.data(), text.size()}, error);
    const bool rest = !error && text.find_first_not_of(" \t\r", used) != std::string_view::npos;
    if (error == json::error::too_deep) return Refusal{"line.too_deep", "", {}};
    if (error || rest) {
        const std::string detail = error ? error.message() : "extra data";
        return Refusal{"line.not_json", "", {{"position", std::to_string(used + 1)}, {"detail", detail}}};
    }
    into = parser.release();
    if (!into.is_object()) return Refusal{"line.not_an_object", "", {}};
    return std::nullopt;
}

Refusal unknown_field(std::string_view name, std::string prefix, const std::vector<std::string>& known) {
    const auto near = nearest(name, known);
    return {near ? "line.unknown_field_near" : "line.unknown_field", prefix + std::string(name),
            {{"field", std::string(name)}, {"nearest", near.value_or("")}}};
}

}  // namespace

void LineReader::parse(std::size_t line, std::string_view text, Pass pass) {
    auto& reading = *parsing_;
    reading.pass = pass;
    reading.line = line;
    reading.unresolved = false;
    reading.field.clear();
    const auto objections_before = objections.size();
    const auto object_to = [&](Refusal refusal) {
        objections.push_back({line, std::move(refusal), {}});
    };

    json::value value;
    if (auto refusal = not_an_object(text, reading.parser, value)) return object_to(std::move(*refusal));
    const auto& object = value.get_object();
    for (const auto& entry : object) {
        const auto name = view(entry.key());
        if (std::find(std::begin(known_fields), std::end(known_fields), name) == std::end(known_fields)) {
            object_to(unknown_field(name, "", {std::begin(known_fields), std::begin(known_fields) + 6}));
        }
    }

    Draft draft;
    draft.line = line;
    draft.has_own_order = object.contains("seq");
    std::string type_name;
    std::string subject_key;
    std::optional<Day> on;
    reading.read_into(object, "type", "", type_name);
    reading.read_into(object, "subject", "", subject_key);
    reading.read_into(object, "effective_on", "", on);
    catalogue::Fact front;
    reading.read_into(object, "id", "", front.id);
    draft.id = front.id;
    auto& authority = front.authority;
    if (const auto* given = object.if_contains("authority"); given != nullptr && !given->is_null()) {
        if (const auto* parts = given->if_object()) {
            const std::vector<std::string> known{"number", "date", "issuer"};
            for (const auto& part : *parts) {
                if (std::find(known.begin(), known.end(), view(part.key())) == known.end()) {
                    object_to(unknown_field(view(part.key()), "authority.", known));
                }
            }
            reading.read_into(*parts, "number", "authority.", authority.number);
            reading.read_into(*parts, "date", "authority.", authority.date);
            reading.read_into(*parts, "issuer", "authority.", authority.issuer);
        } else {
            object_to({"line.not_an_object", "authority", {}});
        }
    }
    if (type_name.empty()) return object_to({"line.missing_field", "type", {{"field", "type"}}});

    static const json::object no_data;
    const auto* given = object.if_contains("data");
    if (given != nullptr && !given->is_object()) return object_to({"line.not_an_object", "data", {}});
    const auto& data = given != nullptr ? given->get_object() : no_data;

    const bool voids = type_name == catalogue::voiding;
    const EventType* type = catalogue_.event(type_name);
    if (type == nullptr && !voids) {
        auto names = catalogue_.event_names();
        names.emplace_back(catalogue::voiding);
        const auto near = nearest(type_name, names);
        return object_to({near ? "line.unknown_type_near" : "line.unknown_type", "type",
                          {{"type", type_name}, {"nearest", near.value_or("")}}});
    }
    if (!voids && !on) {
        const auto* raw = object.if_contains("effective_on");
        if (raw == nullptr || raw->is_null()) {
            object_to({"line.missing_field", "effective_on", {{"field", "effective_on"}}});
        }
    }
    if (!voids && subject_key.empty() && !object.contains("subject")) {
        object_to({"line.missing_field", "subject", {{"field", "subject"}}});
    }

    if (voids) {
        for (const auto& entry : data) {
            if (view(entry.key()) != "event" && view(entry.key()) != "reason") {
                object_to(unknown_field(view(entry.key()), "data.", {"event", "reason"}));
            }
        }
        draft.voiding = std::make_unique<Voiding>();
        auto& voiding = *draft.voiding;
        if (const auto* target = data.if_contains("event"); target && target->is_int64()) {
            voiding.target = std::to_string(target->get_int64());
        } else {
            reading.read_into(data, "event", "data.", voiding.target);
        }
        reading.read_into(data, "reason", "data.", voiding.reason);
        for (const auto name : {"event", "reason"}) {
            if (!data.contains(name)) {
                object_to({"line.missing_field", std::string("data.") + name, {{"field", name}}});
            }
        }
        voiding.own_day = on;
        voiding.subject_key = subject_key;
        voiding.front = std::move(front);
    } else {
        draft.type = type;
        draft.on = on.value_or(Day{});
        const auto subject_type = catalogue_.subject_of(*type);
        auto known = directory_.find(subject_type, subject_key);
        if (!known && type->opens && !subject_key.empty()) {
            known = directory_.add(subject_type, random_() >> 1, subject_key);
        }
        if (!known && !subject_key.empty() && pass == Pass::last) {
            const auto near = nearest(subject_key, directory_.keys(subject_type));
            object_to({near ? "reference.unknown_near" : "reference.unknown", "subject",
                       {{"kind", type->subject_type}, {"key", subject_key}, {"nearest", near.value_or("")}}});
        }
        if (!known) reading.unresolved = true;
        draft.subject = known.value_or(catalogue::nobody);
        if (type->opens) front.key = subject_key;

        void* event = reading.event.emplace(type->ops);
        std::size_t used = 0;
        for (const auto& field : type->fields) {
            const auto* found = data.if_contains(field.name);
            const bool there = found != nullptr && !found->is_null();
            if (found != nullptr) ++used;
            reading.field = "data." + field.name;
            if (there) {
                field.kind->read(*found, field.in(event), reading);
            } else if (field.required()) {
                reading.refuse("line.missing_field", {{"field", "data." + field.name}});
            }
        }
        if (used < data.size()) {
            std::vector<std::string> names;
            for (const auto& field : type->fields) names.push_back(field.name);
            for (const auto& entry : data) {
                if (type->field(view(entry.key())) == nullptr) {
                    object_to(unknown_field(view(entry.key()), "data.", names));
                }
            }
        }
        if (reading.unresolved && pass == Pass::first) {
            // Read once more at the end, when all subjects are known; then all is objected to.
            objections.erase(objections.begin() + static_cast<std::ptrdiff_t>(objections_before),
                             objections.end());
            kept_.emplace_back(line, text);
            return;
        }
        if (objections.size() == objections_before) {
            draft.payload = catalogue::encode(front, *type, event, directory_);
        }
    }
    if (objections.size() == objections_before) drafts.push_back(std::move(draft));
}

}  // namespace nennep::service
