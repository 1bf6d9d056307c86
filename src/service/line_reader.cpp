#include "service/line_reader.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace nennep::service {
namespace {

namespace json = boost::json;
using catalogue::EventType;
using catalogue::Names;
using catalogue::SubjectNo;

std::string_view view(json::string_view text) { return {text.data(), text.size()}; }

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

bool holds_a_secret(const json::value& value, std::string_view name) {
    if (const auto* text = value.if_string()) {
        const auto& secret = catalogue::secret_grades;
        const bool is_grade = name == catalogue::grade_list &&
                              std::find(secret.begin(), secret.end(), view(*text)) != secret.end();
        return is_grade || bears_mark(view(*text));
    }
    if (const auto* list = value.if_array()) {
        return std::any_of(list->begin(), list->end(), [&](const auto& part) { return holds_a_secret(part, name); });
    }
    const auto* parts = value.if_object();
    return parts != nullptr && std::any_of(parts->begin(), parts->end(), [](const auto& entry) {
               return bears_mark(view(entry.key())) || holds_a_secret(entry.value(), view(entry.key()));
           });
}

// Finds whom values name, and is not troubled by what is wrong with them: that was judged before.
class Finding final : public catalogue::Reading {
public:
    Finding(const catalogue::Catalogue& catalogue, const world::Directory& directory)
        : catalogue_(catalogue), directory_(directory) {}

    SubjectNo find(Names as, std::string_view key) override {
        const auto among = [&](world::TypeNo type) { return directory_.find(type, key).value_or(catalogue::nobody); };
        if (as == Names::person) return among(catalogue_.people());
        if (as == Names::congress) return among(catalogue_.congresses());
        const auto organisation = among(catalogue_.organisations());
        const bool may_be_person = as == Names::organisation_or_person && organisation == catalogue::nobody;
        return may_be_person ? among(catalogue_.people()) : organisation;
    }
    bool is_figure(std::string_view name) override { return catalogue_.figure(name) != nullptr; }
    std::vector<std::string> figure_names() override { return catalogue_.figure_names(); }
    void refuse(std::string_view, Arguments) override {}

private:
    const catalogue::Catalogue& catalogue_;
    const world::Directory& directory_;
};

std::string_view text_of(const json::object& object, std::string_view name) {
    const auto* found = object.if_contains({name.data(), name.size()});
    const auto* text = found == nullptr ? nullptr : found->if_string();
    return text == nullptr ? std::string_view() : std::string_view(text->data(), text->size());
}

}  // namespace

bool holds_a_secret(std::string_view line) {
    json::error_code error;
    const auto value = json::parse({line.data(), line.size()}, error);
    if (!error) return holds_a_secret(value, "");
    // What cannot be read as an event is kept with the file all the same.
    return !broken_utf8(line) && bears_mark(line);
}

// Reads one line at a time. Keeps the memory of one parser for all lines, and answers what values
// ask while they are read.
struct LineReader::Parsing final : catalogue::Reading {
    explicit Parsing(LineReader& owner) : reader(owner), parser(json::storage_ptr(), {}) {}

    enum class Outcome { done, keep };
    Outcome parse(std::size_t line_number, std::string_view text, Pass which);

    SubjectNo find(Names as, std::string_view key) override;
    bool is_figure(std::string_view name) override { return reader.catalogue_.figure(name) != nullptr; }
    std::vector<std::string> figure_names() override { return reader.catalogue_.figure_names(); }
    void refuse(std::string_view code, Arguments shown = {}) override { object(code, field, std::move(shown)); }

private:
    void object(std::string_view code, std::string_view at, Arguments shown = {}) {
        reader.objections.push_back({line, {std::string(code), std::string(at), std::move(shown)}, {}});
    }
    // `code` with the nearest known name, if there is one, under `code_near`.
    void unknown(const std::string& code, std::string_view at, std::string_view name, const char* shown_as,
                 const std::vector<std::string>& known) {
        const auto near = nearest(name, known);
        object(near ? code + "_near" : code, at, {{shown_as, std::string(name)}, {"nearest", near.value_or("")}});
    }
    void missing(std::string_view name) { object("line.missing_field", name, {{"field", std::string(name)}}); }
    void look_for_marks(const json::value& value, const std::string& at);
    void only_fields(const json::object& object_read, const std::string& prefix,
                     const std::vector<std::string>& known, std::size_t shown = 99);

    template <class T>
    void read_into(const json::object& from, std::string_view name, const std::string& prefix, T& value) {
        const auto* found = from.if_contains(name);
        if (found == nullptr || found->is_null()) return;
        field = prefix + std::string(name);
        catalogue::kind_of<T>().read(*found, &value, *this);
    }

    // The parts that every line has.
    struct Frame {
        std::string type;
        std::string subject;
        std::optional<Day> on;
        catalogue::Fact front;
    };
    Frame read_frame(const json::object& whole);
    void read_authority(const json::value& given, catalogue::Authority& authority);
    void read_voiding(Frame frame, const json::object& data, Draft& draft);
    void read_event(Frame frame, const json::object& whole, const json::object& data,
                    const EventType& type, Draft& draft);
    void read_fields(const EventType& type, const json::object& data);
    SubjectNo subject_of(const EventType& type, const std::string& key);
    void unknown_subject(const EventType& type, const std::string& key);

    LineReader& reader;
    json::parser parser;
    catalogue::Box event;
    Pass pass = Pass::first;
    std::size_t line = 0;
    std::string field;
    bool unresolved = false;
    bool is_from_elsewhere = false;     // the subject is one that the sender does not see
    std::size_t objections_of_others = 0;   // to lines before this one
};

SubjectNo LineReader::Parsing::find(Names as, std::string_view key) {
    const auto& house = reader.catalogue_;
    world::TypeNo type = house.organisations();
    const char* kind = "organisation";
    if (as == Names::person) {
        type = house.people();
        kind = "person";
    } else if (as == Names::congress) {
        type = house.congresses();
        kind = "congress";
    } else if (as == Names::organisation_or_person) {
        kind = "organisation_or_person";
        if (const auto person = reader.known(house.people(), key); person && !reader.known(type, key)) {
            return *person;
        }
    }
    // That an organisation is there is no secret, and members are sent to others than one's own.
    const bool is_organisation = type == house.organisations();
    if (const auto found = is_organisation ? reader.directory_.find(type, key) : reader.known(type, key)) return *found;
    unresolved = true;
    if (pass == Pass::first) return catalogue::nobody;
    const auto near = nearest(key, reader.known_keys(type));
    refuse(near ? "reference.unknown_near" : "reference.unknown",
           {{"kind", kind}, {"key", std::string(key)}, {"nearest", near.value_or("")}});
    return catalogue::nobody;
}

void LineReader::Parsing::only_fields(const json::object& object_read, const std::string& prefix,
                                      const std::vector<std::string>& known, std::size_t shown) {
    for (const auto& entry : object_read) {
        const auto name = view(entry.key());
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        const auto last = known.begin() + static_cast<std::ptrdiff_t>(std::min(shown, known.size()));
        unknown("line.unknown_field", prefix + std::string(name), name, "field", {known.begin(), last});
    }
}

// In every text of the line, whatever it is for: also in what no event has a field for.
void LineReader::Parsing::look_for_marks(const json::value& value, const std::string& at) {
    if (const auto* text = value.if_string()) {
        if (auto refusal = against_text(reader.zone_, view(*text), at)) object(refusal->code, at);
    } else if (const auto* list = value.if_array()) {
        for (const auto& part : *list) look_for_marks(part, at);
    } else if (const auto* parts = value.if_object()) {
        for (const auto& entry : *parts) {
            look_for_marks(entry.value(), (at.empty() ? "" : at + ".") + std::string(view(entry.key())));
        }
    }
}

LineReader::Parsing::Frame LineReader::Parsing::read_frame(const json::object& whole) {
    // The last four stand in exports only, and are not offered as what was meant.
    static const std::vector<std::string> known{"type", "subject", "effective_on", "authority", "data",
                                                "id",   "seq",     "recorded_at",  "recorded_by", "confirmed_by"};
    only_fields(whole, "", known, 6);
    Frame frame;
    read_into(whole, "type", "", frame.type);
    read_into(whole, "subject", "", frame.subject);
    read_into(whole, "effective_on", "", frame.on);
    read_into(whole, "id", "", frame.front.id);
    const auto* authority = whole.if_contains("authority");
    if (authority != nullptr && !authority->is_null()) read_authority(*authority, frame.front.authority);
    return frame;
}

void LineReader::Parsing::read_authority(const json::value& given, catalogue::Authority& authority) {
    const auto* parts = given.if_object();
    if (parts == nullptr) return object("line.not_an_object", "authority");
    only_fields(*parts, "authority.", {"number", "date", "issuer"});
    read_into(*parts, "number", "authority.", authority.number);
    read_into(*parts, "date", "authority.", authority.date);
    read_into(*parts, "issuer", "authority.", authority.issuer);
}

void LineReader::Parsing::read_voiding(Frame frame, const json::object& data, Draft& draft) {
    only_fields(data, "data.", {"event", "reason"});
    draft.voiding = std::make_unique<Voiding>();
    auto& voiding = *draft.voiding;
    if (const auto* target = data.if_contains("event"); target && target->is_int64()) {
        voiding.target = std::to_string(target->get_int64());
    } else {
        read_into(data, "event", "data.", voiding.target);
    }
    read_into(data, "reason", "data.", voiding.reason);
    for (const auto* name : {"event", "reason"}) {
        if (!data.contains(name)) missing(std::string("data.") + name);
    }
    voiding.own_day = frame.on;
    voiding.subject_key = std::move(frame.subject);
    voiding.front = std::move(frame.front);
}

// The subject of an event; a new one if the event opens it.
SubjectNo LineReader::Parsing::subject_of(const EventType& type, const std::string& key) {
    auto& directory = reader.directory_;
    const auto subject_type = reader.catalogue_.subject_of(type);
    const auto known = reader.known(subject_type, key);
    if (known) return *known;
    if (type.by_receiver) {
        // Whom an event brings from elsewhere its recorder does not see yet; nor sees, by anything else
        // that is wrong with the line, that there is such a person.
        const auto elsewhere = directory.find(subject_type, key);
        if (elsewhere) is_from_elsewhere = true;
        if (elsewhere) return *elsewhere;
    }
    if (key.empty()) return catalogue::nobody;
    if (type.opens && directory.find(subject_type, key)) {
        object("subject.opened_twice", "type");
        return catalogue::nobody;
    }
    if (type.opens) return directory.add(subject_type, reader.random_() >> 1, key);
    unresolved = true;
    if (pass == Pass::last) unknown_subject(type, key);
    return catalogue::nobody;
}

void LineReader::Parsing::unknown_subject(const EventType& type, const std::string& key) {
    auto refusal = reader.unknown_subject(type, key);
    object(refusal.code, refusal.field, std::move(refusal.arguments));
}

void LineReader::Parsing::read_fields(const EventType& type, const json::object& data) {
    void* value = event.emplace(type.ops);
    std::size_t used = 0;
    for (const auto& part : type.fields) {
        const auto* found = data.if_contains(part.name);
        if (found != nullptr) ++used;
        field = "data." + part.name;
        if (found != nullptr && !found->is_null()) {
            part.kind->read(*found, part.in(value), *this);
        } else if (part.required()) {
            missing(field);
        }
    }
    if (used == data.size()) return;
    std::vector<std::string> names;
    for (const auto& part : type.fields) names.push_back(part.name);
    only_fields(data, "data.", names);
}

void LineReader::Parsing::read_event(Frame frame, const json::object& whole, const json::object& data,
                                     const EventType& type, Draft& draft) {
    const auto is_there = [&](const char* name) {
        const auto* found = whole.if_contains(name);
        return found != nullptr && !found->is_null();
    };
    if (!is_there("effective_on")) missing("effective_on");
    if (!is_there("subject")) missing("subject");
    draft.type = &type;
    draft.on = frame.on.value_or(Day{});
    draft.subject = subject_of(type, frame.subject);
    if (type.opens) frame.front.key = frame.subject;
    const auto objections_before = reader.objections.size();
    read_fields(type, data);
    if (is_from_elsewhere && reader.objections.size() > objections_of_others) {
        unknown_subject(type, frame.subject);
        // Where it would stand of somebody who is not there.
        std::rotate(reader.objections.begin() + static_cast<std::ptrdiff_t>(objections_before),
                    reader.objections.end() - 1, reader.objections.end());
    }
    if (unresolved) return;
    if (auto refusal = against_grade(reader.zone_, type, event.get(), reader.directory_)) {
        object(refusal->code, refusal->field, std::move(refusal->arguments));
    }
    draft.payload = catalogue::encode(frame.front, type, event.get(), reader.directory_);
}

LineReader::Parsing::Outcome LineReader::Parsing::parse(std::size_t line_number, std::string_view text,
                                                        Pass which) {
    pass = which;
    line = line_number;
    unresolved = false;
    is_from_elsewhere = false;
    objections_of_others = reader.objections.size();
    field.clear();
    const auto objections_before = reader.objections.size();
    json::value value;
    if (auto refusal = not_an_object(text, parser, value)) {
        reader.objections.push_back({line, std::move(*refusal), {}});
        return Outcome::done;
    }
    const auto& whole = value.get_object();
    if (reader.zone_ == Zone::connected) look_for_marks(value, "");
    auto frame = read_frame(whole);
    static const json::object no_data;
    const auto* given = whole.if_contains("data");
    const bool has_data = given != nullptr && !given->is_null();
    const bool voids = frame.type == catalogue::voiding;
    const auto* type = reader.catalogue_.event(frame.type);
    Draft draft;
    draft.line = line;
    draft.has_own_order = whole.contains("seq");
    draft.id = frame.front.id;
    if (has_data && !given->is_object()) {
        object("line.not_an_object", "data");
    } else if (frame.type.empty()) {
        missing("type");
    } else if (type == nullptr && !voids) {
        auto names = reader.catalogue_.event_names();
        names.emplace_back(catalogue::voiding);
        unknown("line.unknown_type", "type", frame.type, "type", names);
    } else {
        const auto& data = has_data ? given->get_object() : no_data;
        if (voids) read_voiding(std::move(frame), data, draft);
        else read_event(std::move(frame), whole, data, *type, draft);
    }
    auto& objections = reader.objections;
    if (unresolved && pass == Pass::first) {
        // Read once more at the end, when all subjects are known; then all is objected to.
        objections.erase(objections.begin() + static_cast<std::ptrdiff_t>(objections_before), objections.end());
        return Outcome::keep;
    }
    if (objections.size() == objections_before) reader.drafts.push_back(std::move(draft));
    return Outcome::done;
}

LineReader::LineReader(const catalogue::Catalogue& catalogue, world::Directory& directory,
                       std::function<std::uint64_t()> random, Zone zone,
                       std::function<bool(world::SubjectNo)> may_name)
    : catalogue_(catalogue),
      directory_(directory),
      random_(std::move(random)),
      zone_(zone),
      may_name_(std::move(may_name)),
      first_new_(directory.size()),
      parsing_(std::make_unique<Parsing>(*this)) {}

LineReader::~LineReader() = default;

std::optional<world::SubjectNo> LineReader::known(world::TypeNo type, std::string_view key) const {
    const auto found = directory_.find(type, key);
    const bool is_hidden = found && *found < first_new_ && may_name_ && !may_name_(*found);
    return is_hidden ? std::nullopt : found;
}

Refusal LineReader::unknown_subject(const EventType& type, const std::string& key) const {
    const auto near = nearest(key, known_keys(catalogue_.subject_of(type)));
    return {near ? "reference.unknown_near" : "reference.unknown", "subject",
            {{"kind", type.subject_type}, {"key", key}, {"nearest", near.value_or("")}}};
}

// What may be offered as the name that was meant.
std::vector<std::string> LineReader::known_keys(world::TypeNo type) const {
    if (!may_name_) return directory_.keys(type);
    std::vector<std::string> keys;
    for (world::SubjectNo number = 1; number < directory_.size(); ++number) {
        const auto& subject = directory_[number];
        if (subject.type == type && (number >= first_new_ || may_name_(number))) keys.push_back(subject.key);
    }
    return keys;
}

void LineReader::read(std::size_t line, std::string_view text) {
    if (parsing_->parse(line, text, Pass::first) == Parsing::Outcome::keep) kept_.emplace_back(line, text);
}

void LineReader::finish() {
    if (kept_.empty()) return;
    for (const auto& [line, text] : std::exchange(kept_, {})) parsing_->parse(line, text, Pass::last);
    std::stable_sort(drafts.begin(), drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.line < b.line; });
    std::stable_sort(objections.begin(), objections.end(),
                     [](const Objection& a, const Objection& b) { return a.line < b.line; });
}

Result<std::vector<std::string>, Refusal> lines_of_body(std::string_view body, std::string_view ids) {
    if (const auto position = broken_utf8(body)) {
        return Refusal{"line.not_utf8", "", {{"position", std::to_string(*position + 1)}}};
    }
    json::error_code error;
    json::parser parser;
    parser.write({body.data(), body.size()}, error);
    if (error == json::error::too_deep) return Refusal{"line.too_deep", "", {}};
    if (error) return Refusal{"line.not_json", "", {{"position", "1"}, {"detail", error.message()}}};
    auto whole = parser.release();
    std::vector<std::string> lines;
    const auto add = [&](json::value& event) {
        if (auto* object = event.if_object(); object != nullptr && !ids.empty() && !object->contains("id")) {
            (*object)["id"] = std::string(ids) + "/" + std::to_string(lines.size() + 1);
        }
        lines.push_back(json::serialize(event));
    };
    if (auto* list = whole.if_array()) {
        for (auto& event : *list) add(event);
    } else {
        add(whole);
    }
    if (lines.empty()) return Refusal{"line.none", "", {}};
    return lines;
}

std::vector<SubjectNo> named_in(const catalogue::Catalogue& catalogue, const world::Directory& directory,
                                std::string_view line) {
    json::error_code error;
    const auto value = json::parse({line.data(), line.size()}, error);
    const auto* whole = error ? nullptr : value.if_object();
    const auto* type = whole == nullptr ? nullptr : catalogue.event(text_of(*whole, "type"));
    if (type == nullptr) return {};
    std::vector<SubjectNo> all;
    if (const auto subject = directory.find(catalogue.subject_of(*type), text_of(*whole, "subject"))) {
        all.push_back(*subject);
    }
    const auto* given = whole->if_contains("data");
    const auto* data = given == nullptr ? nullptr : given->if_object();
    if (data == nullptr) return all;
    Finding finding(catalogue, directory);
    catalogue::Box event;
    void* fields = event.emplace(type->ops);
    for (const auto& field : type->fields) {
        const auto* found = data->if_contains(field.name);
        if (field.kind->names == Names::nothing || found == nullptr || found->is_null()) continue;
        field.kind->read(*found, field.in(fields), finding);
        std::vector<catalogue::Naming> named;
        if (field.kind->present(field.in(fields))) field.kind->naming(field.in(fields), named);
        for (const auto& naming : named) {
            if (naming.no != catalogue::nobody) all.push_back(naming.no);
        }
    }
    return all;
}

std::string masked(const catalogue::Catalogue& catalogue, const world::Directory& directory, std::string_view line,
                   const IsOpen& is_open) {
    json::error_code error;
    auto value = json::parse({line.data(), line.size()}, error);
    auto* whole = error ? nullptr : value.if_object();
    const auto* type = whole == nullptr ? nullptr : catalogue.event(text_of(*whole, "type"));
    auto* given = type == nullptr ? nullptr : whole->if_contains("data");
    auto* data = given == nullptr ? nullptr : given->if_object();
    if (data == nullptr) return std::string(line);
    const auto subject = directory.find(catalogue.subject_of(*type), text_of(*whole, "subject"));
    json::array names;
    for (const auto& field : type->fields) {
        if (field.guard.empty() || !data->contains(field.name)) continue;
        if (is_open(subject.value_or(world::nobody), field.guard)) continue;
        data->erase(field.name);
        names.emplace_back(field.name);
    }
    if (names.empty()) return std::string(line);
    (*whole)["masked"] = std::move(names);
    return json::serialize(value);
}

}  // namespace nennep::service
