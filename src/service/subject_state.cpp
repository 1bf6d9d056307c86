#include "service/subject_state.hpp"

#include <algorithm>
#include <map>

namespace nennep::service {
namespace {

// What the field says, and whom it names.
void fill(FiledField& filed, const catalogue::Field& field, const void* event, const World& world,
          const StateQuestion& asked) {
    const auto* value = field.in(event);
    field.kind->write(filed.json, value, world.directory);
    filed.is_list = field.kind->is_list;
    if (field.kind->names == catalogue::Names::nothing) return;
    std::vector<catalogue::Naming> named;
    field.kind->naming(value, named);
    for (const auto& each : named) {
        if (!asked.may_name || asked.may_name(each.no)) filed.named.push_back(each.no);
    }
}

// The last value of each field that the opening event describes, by the day.
std::vector<FiledField> file_of(const Books& books, const World& world, const StateQuestion& asked) {
    auto stream = books.stream_of(world.directory[asked.subject].id);
    std::erase_if(stream.events, [&](const StreamEvent& event) {
        return asked.known_up_to && event.seq > *asked.known_up_to;
    });
    catalogue::arrange(stream.events);
    std::map<std::string, FiledField, std::less<>> last;
    std::vector<std::string> order;
    catalogue::Fact front;
    catalogue::Box box;
    for (const auto& event : stream.events) {
        if (event.on > asked.on || !(event.type->opens || event.type->amends)) continue;
        if (!decode(event.payload, *event.type, world.directory, front, &box)) {
            throw Fault("store.damaged", "entry " + std::to_string(event.seq));
        }
        for (const auto& field : event.type->fields) {
            if (event.type->opens) order.push_back(field.name);
            if (!field.kind->present(field.in(box.get()))) continue;
            if (std::find(order.begin(), order.end(), field.name) == order.end()) continue;
            FiledField filed;
            filed.name = field.name;
            filed.choices = field.kind->choices;
            filed.on = event.on;
            filed.seq = event.seq;
            filed.event = event.type->name;
            filed.is_masked = asked.may_see_field && !asked.may_see_field(field.name);
            if (!filed.is_masked) fill(filed, field, box.get(), world, asked);
            last[field.name] = std::move(filed);
        }
    }
    std::vector<FiledField> fields;
    for (const auto& name : order) {
        if (const auto found = last.find(name); found != last.end()) fields.push_back(std::move(found->second));
    }
    return fields;
}

}  // namespace

std::optional<SubjectState> subject_state(const Books& books, const World& world, const StateQuestion& asked) {
    const auto& catalogue = books.catalogue();
    const auto& subject = world.directory[asked.subject];
    const auto& list = catalogue.list_of(subject.type);
    const KnownOn known(catalogue, world, list, asked.on);
    if (!known.exists(subject.rank)) return std::nullopt;
    SubjectState state;
    state.subject = asked.subject;
    state.on = asked.on;
    state.seat = known.seat(subject.rank);
    state.fields = file_of(books, world, asked);
    for (std::size_t i = 0; i < list.traits->size(); ++i) {
        const auto number = static_cast<TraitNo>(i);
        const auto& trait = (*list.traits)[i];
        const auto value = known.value(number, subject.rank);
        if (!value.is_there) {
            // What a later event took away without saying so: a short name, with a new name.
            std::erase_if(state.fields, [&](const FiledField& field) { return field.name == trait.name; });
            continue;
        }
        if (asked.may_see_field && !asked.may_see_field(trait.name)) continue;
        KnownTrait shown{number, value, {}};
        if (trait.derivation == catalogue::Derivation::none) shown.since = known.since(number, subject.rank);
        state.traits.push_back(shown);
    }
    return state;
}

}  // namespace nennep::service
