// Lists of people, classes, meetings, documents …, cross-tables of members, and the page of one record,
// all as of a day.
#include "http/api/lists.hpp"

#include <algorithm>

#include "http/api/exported.hpp"
#include "http/api/kept_pages.hpp"
#include "http/api/reveal.hpp"
#include "http/api/routes.hpp"
#include "http/api/subjects.hpp"
#include "service/listing_forms.hpp"

namespace nennep::http {
namespace {

constexpr const char* see_people = "see.person";
constexpr const char* see_statistics = "see.statistics";

// The names that a route takes itself; every other one is a filter.
bool is_filter(const Call& call, std::string_view name) {
    if (name == "lang") return false;
    const auto& known = call.route.query;
    return std::none_of(known.begin(), known.end(), [&](const Parameter& p) { return p.name == name; });
}

std::string text_of(const Call& call, std::string_view name) {
    const auto* given = call.given(name);
    return given == nullptr ? std::string() : *given;
}

template <class Query>
Query asked(const Call& call, std::string list) {
    Query query;
    query.list = std::move(list);
    query.on = call.day("on").value_or(call.today());
    query.organisation = text_of(call, "org");
    query.words = text_of(call, "q");
    for (const auto& [name, value] : call.request.query) {
        if (is_filter(call, name)) service::add_filter(query.filters, name, value);
    }
    return query;
}

// What the user may see of a list; 404 for an organisation that they do not.
struct Eyes {
    Eyes(const Desktop& desk, const catalogue::Catalogue& catalogue, const service::Selecting& query)
        : Eyes(desk, query, "see." + catalogue.list(query.list)->subjects->name) {}
    Eyes(const Desktop& desk, const service::Selecting& query, const std::string& right) {
        if (!query.organisation.empty()) desk.point(query.organisation, right);
        // Rights are those of today, by its numbers of organisations; what is asked has its own.
        const auto today = desk.may().where(right);
        const auto organisations = desk.world().directory.ranked(desk.may().catalogue().organisations());
        where.resize(organisations.size());
        for (std::size_t i = 0; i < where.size(); ++i) {
            const auto now = desk.today(organisations[i]);
            where[i] = now < today->size() && (*today)[now];
        }
        sight.organisations = &where;
        if (right == see_people) {
            const auto self = desk.may().self();
            if (self != world::nobody) {
                const auto& known = desk.may().world().directory[self];
                sight.self = desk.world().directory.find(known.type, known.key).value_or(world::nobody);
            }
        }
        sight.seat_today = [&desk](world::SubjectNo subject) {
            const auto now = desk.today_subject(subject);
            return now == world::nobody ? world::nowhere : desk.may().seat(now);
        };
    }
    std::vector<bool> where;
    service::Sight sight;
};

template <class Answer>
Answer answer(Result<Answer> result) {
    if (result) return std::move(result.value());
    Problem problem{400, {}};
    problem.refusals.add(result.error());
    throw problem;
}

void require_export(const Call& call, Desktop& desk, const service::Selecting& query) {
    if (query.organisation.empty()) bad_request("api.parameter_missing", "org", {{"name", "org"}});
    desk.require_export(
        desk.world().directory.find(call.desk.catalogue.organisations(), composed(query.organisation)).value());
}

Response list(const Call& call, const std::string& name) {
    Desktop desk(call);
    auto query = asked<service::ListQuery>(call, name);
    query.sort = text_of(call, "sort");
    query.cursor = text_of(call, "cursor");
    if (const auto limit = call.number("limit")) query.limit = static_cast<std::size_t>(std::max(*limit, 0));
    for (const auto& [parameter, value] : call.request.query) {
        const bool is_new = std::find(query.facets.begin(), query.facets.end(), value) == query.facets.end();
        if (parameter == "facets" && is_new) query.facets.push_back(value);
    }
    const auto format = text_of(call, "format");
    query.is_whole = format == "csv" || format == "xlsx";
    const Eyes eyes(desk, call.desk.catalogue, query);
    if (query.is_whole) require_export(call, desk, query);
    const auto page = answer(call.desk.lists.page(desk.world(), query, eyes.sight));
    call.look(query.is_whole ? "export" : "list", "", "", query.organisation, name);
    if (query.is_whole) {
        const auto sheet = service::sheet_of(desk.world(), page, call.language);
        return exported(call, sheet, name, format == "xlsx");
    }
    auto response = json_answer(service::json_of(desk.world(), query, page, call.language));
    response.etag = desk.etag();
    return response;
}

// Whether members are counted whom this user may not see.
bool counts_unseen(const Desktop& desk, const std::string& organisation) {
    const auto counted = desk.may().where(see_statistics), seen = desk.may().where(see_people);
    auto top = world::nowhere;
    if (!organisation.empty()) top = desk.today(desk.point(organisation, see_statistics).no);
    for (world::OrganisationNo i = 0; i < counted->size(); ++i) {
        const bool is_asked = top == world::nowhere || desk.may().tree().is_below(i, top);
        if (is_asked && (*counted)[i] && !(*seen)[i]) return true;
    }
    return false;
}

Response statistics(const Call& call) {
    Desktop desk(call);
    auto query = asked<service::CrossQuery>(call, "people");
    query.rows = text_of(call, "rows");
    query.columns = text_of(call, "columns");
    query.layers = text_of(call, "layers");
    const auto format = text_of(call, "format");
    const Eyes eyes(desk, query, see_statistics);
    const bool is_file = format == "csv" || format == "xlsx";
    // Numbers of people whom one may not see: no sieve that lets one of them through, and none below five.
    const bool hides_small = counts_unseen(desk, query.organisation);
    if (hides_small && (is_file || !query.words.empty() || !query.filters.empty())) forbidden(see_people);
    if (is_file) require_export(call, desk, query);
    auto table = answer(service::cross(call.desk.lists, desk.world(), query, eyes.sight));
    if (hides_small) service::hide_small(table);
    call.look(is_file ? "export" : "list", "", "", query.organisation, "statistics");
    if (is_file)
        return exported(call, service::sheet_of(desk.world(), table, call.language), "statistics", format == "xlsx");
    auto response = json_answer(service::json_of(desk.world(), query, table, call.language));
    response.etag = desk.etag();
    return response;
}

// The guard of a field of a subject's file; empty for an open one.
std::string guard_of(const catalogue::Catalogue& catalogue, std::string_view subject_type, std::string_view field) {
    for (const auto& type : catalogue.events()) {
        if (type.subject_type != subject_type || !(type.opens || type.amends)) continue;
        if (const auto* known = type.field(field)) return known->guard;
    }
    return {};
}

Response page_of(const Call& call, const std::string& type, const KeptPages::Page& page) {
    call.look("read", type, call.path_part("key"), page.seat, "record");
    auto response = json_answer(page.body);
    response.etag = page.etag;
    return response;
}

Response record(const Call& call, const std::string& type) {
    const Desktop desk(call);
    // What is asked for by name leaves a line of its own each time, and a past world is not kept long.
    const bool may_be_kept = call.given("reveal") == nullptr && call.given("as_known") == nullptr;
    auto eyes = may_be_kept ? desk.eyes() : std::string();
    if (may_be_kept) {
        if (const auto page = call.desk.pages.find(desk.world().head, eyes)) return page_of(call, type, *page);
    }
    const auto subject = desk.subject(type, call.path_part("key"));
    const auto today = desk.today_subject(subject);
    const auto opened = revealed(call, desk, today);
    const service::StateQuestion question{
        subject, call.day("on").value_or(call.today()), desk.known_up_to(), [&](std::string_view field) {
            const auto guard = guard_of(call.desk.catalogue, type, field);
            return guard.empty() || desk.may().is_self(today) ||
                   std::find(opened.begin(), opened.end(), guard) != opened.end();
        },
        [&](world::SubjectNo named) { return desk.may_name(named); }};
    look_at_revealed(call, desk, subject, opened);
    auto state = service::subject_state(desk.books(), desk.world(), question);
    if (!state) not_found();
    state->acts = service::offered_acts(desk.books(), desk.may(), today);
    const auto page = std::make_shared<const KeptPages::Page>(KeptPages::Page{
        service::json_of(call.desk.catalogue, desk.world(), *state, call.language), desk.etag(),
        desk.seat_key(subject)});
    if (may_be_kept) call.desk.pages.keep(desk.world().head, std::move(eyes), page);
    return page_of(call, type, *page);
}

struct Listed {
    const char* list;
    const char* subject;        // of which a record can be opened; null for parts
};
constexpr Listed listed[] = {{"people", "person"},           {"classes", "class"},
                             {"meetings", "meeting"},         {"directives", "directive"},
                             {"tasks", nullptr},              {"inspections", "inspection"},
                             {"activities", "activity"},      {"mass_organisations", "mass_organisation"},
                             {"targets", "target"},           {"congresses", "congress"},
                             {"committees", "committee"}};

std::vector<Parameter> selecting() {
    return {{.name = "org", .kind = Parameter::Kind::organisation},
            day_parameter("on"),
            {.name = "q"},
            {.name = "as_known", .kind = Parameter::Kind::moment},
            {.name = "format", .kind = Parameter::Kind::choice, .choices = {"json", "csv", "xlsx"}}};
}

}  // namespace

bool opens_records(std::string_view list) {
    return std::any_of(std::begin(listed), std::end(listed),
                       [&](const Listed& each) { return each.list == list && each.subject != nullptr; });
}

std::vector<Route> lists_routes() {
    std::vector<Route> routes;
    for (const auto& each : listed) {
        auto query = selecting();
        query.push_back({.name = "sort"});
        query.push_back({.name = "cursor"});
        query.push_back({.name = "limit", .kind = Parameter::Kind::whole_number});
        query.push_back({.name = "facets", .may_repeat = true});
        const std::string name = each.list;
        const std::string seen = each.subject == nullptr ? "directive" : each.subject;
        routes.push_back({.pattern = "/" + name, .name = name + ".list", .query = query, .right = "see." + seen,
                          .answer = "list", .forms = {"application/json", "text/csv", xlsx_media},
                          .handle = [name](const Call& call) { return list(call, name); }, .takes_filters = true});
        if (each.subject == nullptr) continue;
        std::vector<Parameter> of_record{day_parameter("on"), {.name = "as_known", .kind = Parameter::Kind::moment}};
        if (seen == "person") of_record.push_back(reveal_parameter({"identity", "family", "health"}));
        routes.push_back({.pattern = "/" + name + "/{key}", .name = name + ".one", .query = of_record,
                          .answer = "subject_state",
                          .handle = [seen](const Call& call) { return record(call, seen); }});
    }
    auto query = selecting();
    query.push_back({.name = "rows", .required = true});
    query.push_back({.name = "columns"});
    query.push_back({.name = "layers"});
    routes.push_back({.pattern = "/statistics", .name = "statistics", .query = query, .right = see_statistics,
                      .answer = "cross_table", .forms = {"application/json", "text/csv", xlsx_media},
                      .handle = statistics, .takes_filters = true});
    return routes;
}

}  // namespace nennep::http
