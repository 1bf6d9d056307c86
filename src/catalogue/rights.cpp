#include "catalogue/rights.hpp"

#include <algorithm>

#include "catalogue/catalogue.hpp"
#include "catalogue/fact.hpp"

namespace nennep::catalogue {
namespace {

[[noreturn]] void wrong(const std::string& what) { throw Bug("rights: " + what); }

bool is_pattern(std::string_view right) { return right.ends_with('*'); }

bool fits(std::string_view pattern, std::string_view right) {
    if (!is_pattern(pattern)) return pattern == right;
    pattern.remove_suffix(1);
    return right.starts_with(pattern);
}

}  // namespace

std::string_view name_of(Relation relation) {
    switch (relation) {
        case Relation::own: return "own";
        case Relation::below: return "below";
        case Relation::above: return "above";
        case Relation::beside: return "beside";
    }
    return {};
}

Rights::Rights(const Catalogue& catalogue, RightsTable table) : table_(std::move(table)) {
    name_rights(catalogue);
    fill();
}

RightNo Rights::add(std::string name, bool must_be_named) {
    const auto number = static_cast<RightNo>(rights_.size());
    if (!by_name_.emplace(name, number).second) wrong("a right twice: " + name);
    rights_.push_back(std::move(name));
    must_be_named_.push_back(must_be_named);
    return number;
}

void Rights::name_rights(const Catalogue& catalogue) {
    const auto is_seen = [](std::string_view view) { return view.starts_with("see."); };
    const auto restricts = [&](std::string_view name) {
        return std::any_of(catalogue.events().begin(), catalogue.events().end(),
                           [&](const EventType& type) { return type.restricted == name; });
    };
    for (const auto& subject : catalogue.subjects()) {
        seeing_.push_back(add("see." + subject.name, restricts(subject.name)));
    }
    for (const auto& type : catalogue.events()) {
        if (!type.restricted.empty() && right("see." + type.restricted) == no_right) {
            add("see." + type.restricted, true);
        }
    }
    for (const auto& type : catalogue.events()) {
        const auto subject = catalogue.subject_of(type);
        for (const auto& field : type.fields) {
            if (field.guard.empty() || opening(subject, field.guard) != no_right) continue;
            // What an event is restricted by may guard a single field of another one too.
            auto name = "see." + (restricts(field.guard) ? field.guard : type.subject_type + "." + field.guard);
            const auto known = right(name);
            guards_.push_back({subject, field.guard, known != no_right ? known : add(std::move(name), true)});
        }
    }
    for (const auto& view : table_.views) {
        if (is_seen(view)) add(view, false);
    }
    for (const auto& type : catalogue.events()) {
        const bool is_restricted = !type.restricted.empty();
        of_event_[type.name] = {is_restricted ? right("see." + type.restricted) : seeing_[catalogue.subject_of(type)],
                                add("record." + type.name, is_restricted), is_restricted, false};
    }
    of_event_[std::string(voiding)].record = add("record." + std::string(voiding), true);
    for (const auto& view : table_.views) {
        if (!is_seen(view)) add(view, true);
    }
    for (const auto& type : table_.two_persons) {
        const auto known = of_event_.find(type);
        if (known == of_event_.end()) wrong("no event for two persons: " + type);
        known->second.needs_two = true;
    }
}

void Rights::fill() {
    std::vector<std::vector<std::size_t>> decided(table_.roles.size(), std::vector<std::size_t>(rights_.size(), 0));
    where_.assign(table_.roles.size(), std::vector<Relations>(rights_.size(), 0));
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
        const auto& row = table_.rows[i];
        const auto name = std::string(row.role) + " " + std::string(row.right);
        const auto of_role = role(row.role);
        if (of_role == no_role) wrong("unknown role: " + name);
        if (std::any_of(table_.rows.begin(), table_.rows.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const RightRow& other) { return other.role == row.role && other.right == row.right; })) {
            wrong("two rows alike: " + name);
        }
        bool fits_one = false;
        for (std::size_t right_no = 0; right_no < rights_.size(); ++right_no) {
            if (!fits(row.right, rights_[right_no]) || (must_be_named_[right_no] && is_pattern(row.right))) continue;
            fits_one = true;
            // The one without a star is longer than any pattern that fits the same right.
            const auto length = row.right.size() + (is_pattern(row.right) ? 0 : 2);
            if (decided[of_role][right_no] > length) continue;
            decided[of_role][right_no] = length;
            where_[of_role][right_no] = row.where;
        }
        if (!fits_one) wrong("fits no right: " + name);
    }
}

RoleNo Rights::role(std::string_view name) const {
    const auto found = std::find(table_.roles.begin(), table_.roles.end(), name);
    return found == table_.roles.end() ? no_role : static_cast<RoleNo>(found - table_.roles.begin());
}

RightNo Rights::right(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? no_right : found->second;
}

const Rights::OfEvent* Rights::of_event(std::string_view event_type) const {
    const auto found = of_event_.find(event_type);
    return found == of_event_.end() ? nullptr : &found->second;
}

RightNo Rights::seeing_event(std::string_view event_type) const {
    const auto* event = of_event(event_type);
    return event == nullptr ? no_right : event->see;
}

RightNo Rights::recording(std::string_view event_type) const {
    const auto* event = of_event(event_type);
    return event == nullptr ? no_right : event->record;
}

RightNo Rights::opening(world::TypeNo subject, std::string_view guard) const {
    for (const auto& known : guards_) {
        if (known.subject == subject && known.name == guard) return known.right;
    }
    return no_right;
}

bool Rights::is_restricted(std::string_view event_type) const {
    const auto* event = of_event(event_type);
    return event != nullptr && event->is_restricted;
}

bool Rights::needs_two(std::string_view event_type) const {
    const auto* event = of_event(event_type);
    return event != nullptr && event->needs_two;
}

void Rights::ask_for_two(std::string_view event_type, bool is_asked) {
    const auto known = of_event_.find(event_type);
    if (known == of_event_.end()) wrong("no event for two persons: " + std::string(event_type));
    known->second.needs_two = is_asked;
    std::erase(table_.two_persons, event_type);
    if (is_asked) table_.two_persons.emplace_back(event_type);
}

bool Rights::decides(std::uint8_t organisation_kind) const {
    const auto& kinds = table_.deciding_kinds;
    return std::find(kinds.begin(), kinds.end(), organisation_kind) != kinds.end();
}

namespace {

// `see` and `record`, where the right follows from a description; with what comes behind it.
std::pair<std::string, std::string> kind_of(std::string_view right) {
    const auto dot = right.find('.');
    if (dot == std::string_view::npos) return {};
    return {std::string(right.substr(0, dot)), std::string(right.substr(dot + 1))};
}

}  // namespace

std::string right_label(const Catalogue& catalogue, std::string_view right, Language language) {
    const auto& texts = catalogue.texts();
    const auto own = "right." + std::string(right);
    if (texts.has(own)) return texts.get(own, language);
    const auto [kind, name] = kind_of(right);
    const auto what = texts.get((kind == "record" ? "event." : "subject.") + name, language);
    return texts.get("right_of." + kind, language, {{"what", what}});
}

std::string right_about(const Catalogue& catalogue, std::string_view right, Language language) {
    const auto own = "right_about." + std::string(right);
    if (catalogue.texts().has(own)) return catalogue.texts().get(own, language);
    return catalogue.texts().get("right_about." + kind_of(right).first, language);
}

}  // namespace nennep::catalogue
