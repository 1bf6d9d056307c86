// What the books hold, described once for whoever draws forms, lists and labels: kinds of subjects,
// figures, lists with their traits, events with their fields, roles. All from the descriptions of the
// rooms, in both languages, so that it is asked for once and kept.
#include "base/bytes.hpp"
#include "catalogue/fact.hpp"
#include "http/api/both.hpp"
#include "http/api/call.hpp"
#include "http/api/lists.hpp"
#include "http/api/routes.hpp"
#include "service/selection.hpp"

namespace nennep::http {
namespace {

using catalogue::Catalogue;
using catalogue::Choices;
using catalogue::EventType;
using catalogue::Field;
using catalogue::TraitKind;

std::string_view name_of(TraitKind kind) {
    switch (kind) {
        case TraitKind::choice: return "choice";
        case TraitKind::day: return "day";
        case TraitKind::number: return "number";
        case TraitKind::hundredths: return "hundredths";
        case TraitKind::money: return "money";
        case TraitKind::text: return "text";
        case TraitKind::subject: return "subject";
    }
    return {};
}

std::string_view truth(bool is_so) { return is_so ? "true" : "false"; }

class Description {
public:
    Description(const Catalogue& catalogue, const catalogue::Rights& rights)
        : catalogue_(catalogue), texts_(catalogue.texts()), rights_(rights) {}

    std::string json(const std::string& version) {
        out_ = "{\"version\":" + json_quoted(version) + ",\"subjects\":[";
        each(catalogue_.subjects(), [&](const auto& subject) { named(subject.name, "subject." + subject.name); });
        out_ += "],\n\"figures\":[";
        each(catalogue_.figures(), [&](const auto& figure) {
            out_ += figure_name_fields(catalogue_, figure) + ",\"unit_label\":" +
                    in_both(texts_, "unit." + figure.unit);
        });
        out_ += "],\n\"lists\":[";
        each(catalogue_.lists(), [&](const auto& list) { tell(list); });
        out_ += "],\n\"events\":[";
        each(catalogue_.events(), [&](const auto& type) { tell(type); });
        // What every event may rest on, and what takes one back, belong to no room.
        out_ += "],\n\"authority\":[";
        const std::pair<std::string, const char*> authority[] = {
            {"number", "text"}, {"date", "date"}, {"issuer", "text"}};
        each(authority, [&](const auto& part) {
            named(part.first, "field." + part.first);
            out_ += std::string(",\"kind\":\"") + part.second + "\"";
        });
        out_ += "],\"voiding\":{";
        named(std::string(catalogue::voiding), "event." + std::string(catalogue::voiding));
        return out_ + "},\n\"roles\":" + roles_in_both(catalogue_, rights_) + "}\n";
    }

private:
    // A list of objects, of which `tell_one` says the inside.
    template <class All, class Tell>
    void each(const All& all, Tell&& tell_one) {
        for (const auto& one : all) {
            out_ += out_.back() == '[' ? "{" : ",\n{";
            tell_one(one);
            out_ += "}";
        }
    }

    void named(const std::string& name, const std::string& label) {
        out_ += "\"name\":" + json_quoted(name) + ",\"label\":" + in_both(texts_, label);
    }

    void list_of_texts(const char* name, const auto& texts) {
        out_ += std::string("\"") + name + "\":[";
        for (const auto& text : texts) out_ += (out_.back() == '[' ? "" : ",") + json_quoted(text);
        out_ += "]";
    }

    void tell(const Choices* choices) {
        if (choices == nullptr) return;
        out_ += ",\"choices\":[";
        for (const auto code : choices->codes) {
            out_ += (out_.back() == '[' ? "{\"code\":" : ",{\"code\":") + json_quoted(code) + ",\"label\":" +
                    in_both(texts_, *choices, code) + "}";
        }
        out_ += "]";
    }

    void tell(const catalogue::ListType& list) {
        named(list.name, "list." + list.name);
        out_ += ",\"subject\":" + json_quoted(list.subjects->name);
        out_ += ",\"record\":";
        out_ += truth(opens_records(list.name));
        if (list.parts == nullptr && !list.subjects->counted_by.empty()) {
            out_ += ",\"counts\":{\"trait\":" + json_quoted(list.subjects->counted_by) + ",";
            list_of_texts("codes", list.subjects->counted);
            out_ += "}";
        }
        out_ += ",\"traits\":[";
        each(*list.traits, [&](const auto& trait) {
            const auto label = [&](Language language) { return catalogue_.trait_label(trait, language); };
            out_ += "\"name\":" + json_quoted(trait.name) + ",\"label\":" +
                    in_both(label(Language::vi), label(Language::en)) + ",\"kind\":" + json_quoted(name_of(trait.kind));
            tell(trait.choices);
            out_ += ",\"crosses\":";
            out_ += truth(trait.crosses);
            out_ += ",\"is_name\":";
            out_ += truth(trait.is_name);
            out_ += ",";
            list_of_texts("filters", service::filter_forms(trait.kind));
        });
        out_ += "]";
    }

    void tell(const EventType& type) {
        named(type.name, "event." + type.name);
        out_ += ",\"subject\":" + json_quoted(type.subject_type) + ",\"opens\":";
        out_ += truth(type.opens);
        out_ += ",\"amends\":";
        out_ += truth(type.amends);
        out_ += ",\"two\":";
        out_ += truth(rights_.needs_two(type.name));
        if (!type.restricted.empty()) out_ += ",\"restricted\":" + json_quoted(type.restricted);
        out_ += ",\"fields\":[";
        each(type.fields, [&](const auto& field) { tell(field); });
        out_ += "]";
    }

    void tell(const Field& field) {
        named(field.name, "field." + field.name);
        out_ += ",\"kind\":" + json_quoted(field.kind->name) + ",\"required\":";
        out_ += truth(field.required());
        out_ += ",\"many\":";
        out_ += truth(field.kind->is_list);
        // Of a seat it is the position that is chosen.
        tell(field.kind == &catalogue::kind_of<std::vector<catalogue::Seat>>() ? &choices_of(catalogue::Position{})
                                                                               : field.kind->choices);
        if (!field.guard.empty()) out_ += ",\"guard\":" + json_quoted(field.guard);
    }

    const Catalogue& catalogue_;
    const Texts& texts_;
    const catalogue::Rights& rights_;
    std::string out_;
};

Response described(const Call& call) {
    auto answer = json_answer(Description(call.desk.catalogue, call.desk.rights).json(call.desk.version));
    answer.may_be_kept = true;
    answer.etag = hex(bytes_of(sha256(answer.body))).substr(0, 32);
    return answer;
}

}  // namespace

std::vector<Route> catalogue_routes() {
    return {{.pattern = "/catalogue", .name = "catalogue", .answer = "catalogue", .handle = described}};
}

}  // namespace nennep::http
