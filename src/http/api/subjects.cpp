#include "http/api/subjects.hpp"

#include <map>

#include "base/bytes.hpp"
#include "catalogue/wording.hpp"
#include "service/moment.hpp"

namespace nennep::http {
Desktop::Desktop(const Call& call) : call_(call), now_(call.desk.books.read()) {
    if (const auto* as_known = call.given("as_known")) {
        const auto ms = service::parse_moment(*as_known);
        if (!ms) bad_request("api.not_a_moment", "as_known", {{"value", *as_known}});
        now_ = {};      // not held while the past is drawn up
        auto past = call.desk.books.read_as_known(*ms);
        known_up_to_ = past.known_up_to();
        // The books are never held twice: a writer that waits between would be waited for.
        if (!past.is_apart()) {
            now_ = std::move(past);
        } else {
            then_ = std::move(past);
            now_ = call.desk.books.read();
        }
    }
    permission_.emplace(call.desk.permission(*call.who, now_.world(), call.today()));
}

void Desktop::require_export(world::SubjectNo organisation) const {
    if (!may().may_throughout("export", today(organisation))) forbidden("export");
    const auto& who = *call_.who;
    if (who.token != 0 || call_.desk.accounts.is_confirmed(who)) return;
    Problem problem{403, {}};
    problem.refusals.add({"session.confirmation_needed", "", {}});
    throw problem;
}

void Desktop::go_on_alone() {
    permission_.reset();
    now_.go_on_alone();
    permission_.emplace(call_.desk.permission(*call_.who, now_.world(), call_.today()));
}

bool Desktop::may_see(world::SubjectNo subject) const {
    if (!then_) return may().may_see(subject);
    const auto& known = world().directory[subject];
    return may().may_see(known.type, known.key);
}

bool Desktop::may_name(world::SubjectNo subject) const {
    const auto& known = world().directory[subject];
    return may().may_name(known.type, known.key);
}

world::SubjectNo Desktop::today_subject(world::SubjectNo subject) const {
    if (!then_) return subject;
    const auto& known = world().directory[subject];
    return now_.world().directory.find(known.type, known.key).value_or(world::nobody);
}

world::OrganisationNo Desktop::today(world::SubjectNo organisation) const {
    const auto found = today_subject(organisation);
    return found == world::nobody ? world::nowhere : now_.world().directory[found].rank;
}

std::string Desktop::seat_key(world::SubjectNo subject) const {
    const auto found = today_subject(subject);
    const auto seat = found == world::nobody ? world::nowhere : may().seat(found);
    if (seat == world::nowhere) return {};
    const auto& directory = now_.world().directory;
    return directory[directory.ranked(call_.desk.catalogue.organisations())[seat]].key;
}

world::SubjectNo Desktop::subject(std::string_view type, std::string_view key) const {
    const auto number = call_.desk.catalogue.subject_type(type);
    if (!number) not_found();
    const auto found = world().directory.find(*number, composed(key));
    if (!found || !may_see(*found)) not_found();
    return *found;
}

catalogue::OrganisationRef Desktop::organisation(std::string_view key, std::string_view right) const {
    const auto found = world().directory.find(call_.desk.catalogue.organisations(), composed(key));
    if (!found || !may().may_throughout(right, today(*found))) not_found();
    return {*found};
}

catalogue::OrganisationRef Desktop::point(std::string_view key, std::string_view right) const {
    const auto found = world().directory.find(call_.desk.catalogue.organisations(), composed(key));
    if (!found || !may().may(right, today(*found))) not_found();
    return {*found};
}

std::string Desktop::eyes() const {
    ByteWriter eyes;
    eyes.text(call_.request.target);
    eyes.u8(call_.language == Language::vi ? 0 : 1);
    eyes.u32(static_cast<std::uint32_t>(call_.today().number()));
    eyes.u64(call_.who->account);
    eyes.text(call_.who->person);
    for (const auto& grant : call_.who->grants) {
        eyes.text(grant.role);
        eyes.text(grant.organisation);
        eyes.u32(static_cast<std::uint32_t>(grant.from.number()));
        eyes.u32(static_cast<std::uint32_t>(grant.until.number()));
    }
    // With the past as it was known rights are judged by the journal as it is.
    eyes.raw(bytes_of(now_.world().head.link));
    eyes.raw(bytes_of(world().head.link));
    return eyes.take();
}

std::string Desktop::etag() const { return hex(bytes_of(sha256(eyes()))).substr(0, 32); }

std::string reference_json(const world::World& world, const catalogue::Catalogue& catalogue, Language language,
                           world::SubjectNo subject) {
    if (subject == world::nobody) return "null";
    const auto& known = world.directory[subject];
    return "{\"key\":" + json_quoted(known.key) + ",\"label\":" +
           json_quoted(catalogue::Wording(catalogue, language).name(known.label)) + "}";
}

std::string labels_json(const Call& call, const Desktop& desk, const std::vector<world::SubjectNo>& named) {
    const auto& catalogue = call.desk.catalogue;
    const catalogue::Wording wording(catalogue, call.language);
    std::map<std::string, std::string> labels;
    for (const auto subject : named) {
        if (!desk.may_name(subject)) continue;
        const auto& known = desk.world().directory[subject];
        labels.emplace(catalogue.subjects()[known.type].name + ":" + known.key, wording.name(known.label));
    }
    std::string out = "{";
    for (const auto& [reference, label] : labels) {
        out += (out.size() == 1 ? "" : ",") + json_quoted(reference) + ":" + json_quoted(label);
    }
    return out + "}";
}

std::string escaped(std::string_view text) {
    constexpr std::string_view plain = "-_.~";
    std::string out;
    for (const char c : text) {
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              plain.find(c) != std::string_view::npos;
        if (is_plain) out += c;
        else out += "%" + capitals(hex(std::string_view(&c, 1)));
    }
    return out;
}

}  // namespace nennep::http
