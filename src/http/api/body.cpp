#include "http/api/body.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <deque>

#include "base/text.hpp"
#include "http/api/call.hpp"

namespace nennep::http {
namespace {

namespace json = boost::json;

std::string_view view(json::string_view text) { return {text.data(), text.size()}; }

[[noreturn]] void refuse(std::string code, Arguments shown = {}) {
    Refusals one;
    one.add({std::move(code), "", std::move(shown)});
    throw Problem{400, std::move(one)};
}

json::value parsed(std::string_view text) {
    if (const auto at = broken_utf8(text)) refuse("api.body_not_utf8", {{"position", std::to_string(*at + 1)}});
    json::parse_options options;
    options.max_depth = Body::deepest;
    json::parser parser(json::storage_ptr(), options);
    json::error_code error;
    const auto used = parser.write_some({text.data(), text.size()}, error);
    if (error == json::error::too_deep) refuse("api.body_too_deep", {{"limit", std::to_string(Body::deepest)}});
    const bool has_rest = !error && text.find_first_not_of(" \t\r\n", used) != std::string_view::npos;
    if (error || has_rest) {
        refuse("api.body_not_json", {{"position", std::to_string(used + 1)},
                                     {"detail", error ? error.message() : "extra data"}});
    }
    return parser.release();
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace

// One object, with the names that were asked for.
struct Body::Part {
    const json::object* object;
    std::string prefix;                 // grants[0].
    std::vector<std::string> asked;
};

struct Body::Whole {
    json::value value;
    std::deque<Part> parts;             // a deque: they stay where they are
    Refusals objections;

    void object(const Part& part, std::string_view code, std::string_view name, Arguments shown = {}) {
        const auto field = part.prefix + std::string(name);
        shown.emplace_back("field", field);
        objections.add({std::string(code), field, std::move(shown)});
    }

    // The member, if it is there and not null; from now on it is one that was asked for.
    const json::value* member(Part& part, std::string_view name) {
        part.asked.emplace_back(name);
        const auto* found = part.object->if_contains({name.data(), name.size()});
        return found == nullptr || found->is_null() ? nullptr : found;
    }

    std::optional<std::string> text(const Part& part, const json::value& given, std::string_view name,
                                    std::size_t longest) {
        if (!given.is_string()) {
            object(part, "api.member_not_text", name);
            return std::nullopt;
        }
        auto text = composed(view(given.get_string()));
        if (text.find('\0') != std::string::npos || characters(text) > longest) {
            object(part, "api.member_too_long", name, {{"limit", std::to_string(longest)}});
            return std::nullopt;
        }
        return text;
    }

    const json::array* list(Part& part, std::string_view name, std::size_t most) {
        const auto* given = member(part, name);
        if (given == nullptr) return nullptr;
        if (!given->is_array()) {
            object(part, "api.member_not_list", name);
            return nullptr;
        }
        if (given->get_array().size() > most) {
            object(part, "api.member_too_many", name, {{"limit", std::to_string(most)}});
            return nullptr;
        }
        return &given->get_array();
    }
};

Body::Body(std::string_view json) : whole_(std::make_shared<Whole>()) {
    whole_->value = parsed(json);
    if (!whole_->value.is_object()) refuse("api.body_not_an_object");
    part_ = &whole_->parts.emplace_back(Part{&whole_->value.get_object(), "", {}});
}

Body::Body(std::shared_ptr<Whole> whole, Part& part) : whole_(std::move(whole)), part_(&part) {}

Body::~Body() = default;
Body::Body(Body&&) noexcept = default;

bool Body::has(std::string_view name) { return whole_->member(*part_, name) != nullptr; }

std::string Body::text(std::string_view name, std::size_t longest) {
    if (auto given = text_if_given(name, longest)) return std::move(*given);
    const auto* found = part_->object->if_contains({name.data(), name.size()});
    if (found == nullptr || found->is_null()) whole_->object(*part_, "api.member_missing", name);
    return {};
}

std::optional<std::string> Body::text_if_given(std::string_view name, std::size_t longest) {
    const auto* given = whole_->member(*part_, name);
    if (given == nullptr) return std::nullopt;
    return whole_->text(*part_, *given, name, longest);
}

bool Body::flag(std::string_view name, bool otherwise) {
    const auto* given = whole_->member(*part_, name);
    if (given == nullptr) return otherwise;
    if (given->is_bool()) return given->get_bool();
    whole_->object(*part_, "api.member_not_flag", name);
    return otherwise;
}

std::optional<std::int64_t> Body::number_if_given(std::string_view name, std::int64_t least, std::int64_t most) {
    const auto* given = whole_->member(*part_, name);
    if (given == nullptr) return std::nullopt;
    if (given->is_int64() && given->get_int64() >= least && given->get_int64() <= most) return given->get_int64();
    whole_->object(*part_, "api.member_not_number", name,
                   {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
    return std::nullopt;
}

std::optional<Day> Body::day_if_given(std::string_view name) {
    const auto* given = whole_->member(*part_, name);
    if (given == nullptr) return std::nullopt;
    if (given->is_string()) {
        if (const auto day = Day::parse(view(given->get_string()))) return day;
    }
    whole_->object(*part_, "api.member_not_day", name);
    return std::nullopt;
}

std::vector<std::string> Body::texts(std::string_view name, std::size_t most, std::size_t longest) {
    std::vector<std::string> all;
    const auto* list = whole_->list(*part_, name, most);
    if (list == nullptr) return all;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const auto place = std::string(name) + "[" + std::to_string(i) + "]";
        if (auto text = whole_->text(*part_, (*list)[i], place, longest)) all.push_back(std::move(*text));
    }
    return all;
}

std::vector<Body> Body::objects(std::string_view name, std::size_t most) {
    std::vector<Body> all;
    const auto* list = whole_->list(*part_, name, most);
    if (list == nullptr) return all;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const auto place = std::string(name) + "[" + std::to_string(i) + "]";
        const auto* object = (*list)[i].if_object();
        if (object == nullptr) {
            whole_->object(*part_, "api.member_not_object", place);
            continue;
        }
        all.push_back(Body(whole_, whole_->parts.emplace_back(Part{object, part_->prefix + place + ".", {}})));
    }
    return all;
}

std::string Body::json(std::string_view name) {
    if (const auto* given = whole_->member(*part_, name)) return json::serialize(*given);
    whole_->object(*part_, "api.member_missing", name);
    return {};
}

void Body::object(std::string_view code, std::string_view name) { whole_->object(*part_, code, name); }

void Body::finish() {
    for (const auto& part : whole_->parts) {
        for (const auto& entry : *part.object) {
            const auto name = view(entry.key());
            if (std::find(part.asked.begin(), part.asked.end(), name) != part.asked.end()) continue;
            whole_->object(part, "api.member_unknown", name);
        }
    }
    if (whole_->objections) throw Problem{400, std::move(whole_->objections)};
}

std::vector<std::string_view> objects_in(std::string_view json, std::size_t most) {
    const auto value = parsed(json);
    const auto is_object = [](const json::value& one) { return one.is_object(); };
    if (is_object(value)) return {json};
    if (!value.is_array() || !std::all_of(value.get_array().begin(), value.get_array().end(), is_object)) {
        refuse("api.body_not_objects");
    }
    if (value.get_array().size() > most) refuse("api.body_too_many", {{"limit", std::to_string(most)}});
    // It is sound, so brackets and quotation marks are enough to find where each object stands.
    std::vector<std::string_view> all;
    std::size_t depth = 0, begin = 0;
    bool is_quoted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (is_quoted) {
            if (c == '\\') ++i;
            else if (c == '"') is_quoted = false;
        } else if (c == '"') {
            is_quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth == 2) begin = i;
        } else if (c == '}' || c == ']') {
            if (depth-- == 2) all.push_back(json.substr(begin, i + 1 - begin));
        }
    }
    return all;
}

}  // namespace nennep::http
