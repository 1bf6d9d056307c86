// The tree of organisations as of a day, for those who may see it; opened level by level.
#include <algorithm>

#include "base/vietnamese.hpp"
#include "http/api/routes.hpp"
#include "http/api/subjects.hpp"
#include "service/known.hpp"
#include "service/offered_acts.hpp"

namespace nennep::http {
namespace {

using world::OrganisationNo;

constexpr const char* view = "see.tree";

class TreeOfDay {
public:
    TreeOfDay(const Call& call, const Desktop& desk)
        : call_(call),
          desk_(desk),
          day_(call.day("on").value_or(call.today())),
          by_rank_(desk.world().directory.ranked(call.desk.catalogue.organisations())),
          visible_(desk.may().where(view)),
          known_(call.desk.catalogue, desk.world(), call.desk.catalogue.list_of(call.desk.catalogue.organisations()),
                 day_),
          name_(*known_.list().trait("name")) {
        parents_.resize(by_rank_.size(), world::nowhere);
        const auto numbering = desk.world().tree.on(day_);
        for (OrganisationNo no = 0; no < by_rank_.size(); ++no) {
            const auto& timeline = desk.world().tree[no];
            if (!timeline.exists() || day_ < timeline.spans.front().from) continue;
            // Whose superior was absorbed stands under the one that absorbed it. What ended is shown where it
            // stood, or under the one that absorbed it where there was nothing above.
            const auto superior = timeline.on(day_)->parent;
            parents_[no] = superior == world::nowhere ? timeline.into : superior;
            if (superior == world::nowhere && is_live(no)) parents_[no] = world::nowhere;
            if (parents_[no] != world::nowhere) parents_[no] = numbering->representative(parents_[no]);
            if (parents_[no] != world::nowhere && is_visible(no)) ++(is_live(no) ? children_ : ended_)[parents_[no]];
        }
    }

    bool is_visible(OrganisationNo no) const {
        const auto today = desk_.today(by_rank_[no]);
        return today < visible_->size() && (*visible_)[today];
    }
    bool is_live(OrganisationNo no) const { return desk_.world().tree[no].live_on(day_); }
    bool is_founded(OrganisationNo no) const { return desk_.world().tree[no].on(day_) != nullptr; }
    OrganisationNo parent(OrganisationNo no) const { return parents_[no]; }
    OrganisationNo size() const { return static_cast<OrganisationNo>(by_rank_.size()); }

    // In the order of their names.
    std::string list(std::vector<OrganisationNo> organisations) const {
        const auto order = [&](OrganisationNo no) {
            return order_of_title(name(no)) + desk_.world().directory[by_rank_[no]].key;
        };
        std::vector<std::pair<std::string, OrganisationNo>> ordered;
        for (const auto no : organisations) ordered.emplace_back(order(no), no);
        std::sort(ordered.begin(), ordered.end());
        std::string out = "[";
        for (const auto& [ignored, no] : ordered) out += (out.size() == 1 ? "\n{" : ",\n{") + fields(no) + "}";
        return out + "]";
    }

    std::string fields(OrganisationNo no) const {
        const auto& catalogue = call_.desk.catalogue;
        const auto& world = desk_.world();
        const auto& known = world.directory[by_rank_[no]];
        const auto& timeline = world.tree[no];
        std::string out = "\"key\":" + json_quoted(known.key) + ",\"label\":" + json_quoted(name(no));
        const auto* span = timeline.on(day_);
        const auto* kind = catalogue.event("organisation.founded")->field("kind");
        out += ",\"kind\":" + (span == nullptr ? "null" : json_quoted(kind->kind->choices->codes.at(span->kind)));
        out += std::string(",\"live\":") + (is_live(no) ? "true" : "false");
        out += ",\"since\":" + (timeline.exists() ? "\"" + timeline.spans.front().from.iso() + "\"" : "null");
        out += ",\"until\":" + (timeline.ended == Day::never() ? "null" : "\"" + timeline.ended.iso() + "\"");
        const auto into = timeline.into;
        out += ",\"into\":" + reference(into);
        out += ",\"parent\":" + reference(parents_[no]);
        const auto found = children_.find(no);
        out += ",\"children\":" + std::to_string(found == children_.end() ? 0 : found->second);
        const auto ended = ended_.find(no);
        out += ",\"ended\":" + std::to_string(ended == ended_.end() ? 0 : ended->second);
        if (desk_.may().may_throughout("see.figures", desk_.today(by_rank_[no]))) out += ",\"members\":" + members(no);
        return out;
    }

    // Those above, from the root down; a path is shown to everybody who is shown its end.
    std::string path(OrganisationNo no) const {
        std::vector<OrganisationNo> above;
        for (auto at = parents_[no]; at != world::nowhere && above.size() < 64; at = parents_[at]) above.push_back(at);
        std::string out = "[";
        for (auto at = above.rbegin(); at != above.rend(); ++at) out += (out.size() == 1 ? "" : ",") + reference(*at);
        return out + "]";
    }

private:
    // As it was called on that day; one that was not founded yet, as it is called now.
    std::string name(OrganisationNo no) const {
        const auto value = known_.value(name_, no);
        if (value.is_there) return std::string(known_.text(name_, value.number));
        return desk_.world().directory[by_rank_[no]].label;
    }
    std::string reference(OrganisationNo no) const {
        if (no == world::nowhere) return "null";
        const auto& known = desk_.world().directory[by_rank_[no]];
        return "{\"key\":" + json_quoted(known.key) + ",\"label\":" + json_quoted(name(no)) + "}";
    }
    std::string members(OrganisationNo no) const {
        const auto& catalogue = call_.desk.catalogue;
        const catalogue::Question question{{by_rank_[no]}, {day_, day_}, {}, {}};
        const auto value = value_of(catalogue, desk_.world(), *catalogue.figure("members.total"), question);
        return value ? plain(*value) : "null";
    }

    const Call& call_;
    const Desktop& desk_;
    Day day_;
    std::vector<world::SubjectNo> by_rank_;
    std::shared_ptr<const std::vector<bool>> visible_;
    service::KnownOn known_;
    world::TraitNo name_;
    std::vector<OrganisationNo> parents_;
    std::map<OrganisationNo, int> children_;    // live ones
    std::map<OrganisationNo, int> ended_;       // and ended ones, by whom they stand under
};

// The highest that the user sees.
Response roots(const Call& call) {
    const Desktop desk(call);
    const TreeOfDay tree(call, desk);
    std::vector<OrganisationNo> roots;
    for (OrganisationNo no = 0; no < tree.size(); ++no) {
        if (!tree.is_live(no) || !tree.is_visible(no)) continue;
        const auto parent = tree.parent(no);
        if (parent == world::nowhere || !tree.is_visible(parent)) roots.push_back(no);
    }
    auto answer = json_answer("{\"organisations\":" + tree.list(roots) + "}\n");
    answer.etag = desk.etag();
    return answer;
}

Response one(const Call& call) {
    const Desktop desk(call);
    const auto subject = desk.point(call.path_part("key"), view).no;
    const auto no = desk.rank(subject);
    const TreeOfDay tree(call, desk);
    const auto acts = service::offered_acts(desk.books(), desk.may(), desk.today_subject(subject));
    auto answer = json_answer("{" + tree.fields(no) + ",\"path\":" + tree.path(no) + ",\"acts\":" +
                              service::json_of(acts) + "}\n");
    answer.etag = desk.etag();
    return answer;
}

Response children(const Call& call) {
    const Desktop desk(call);
    const auto parent = desk.rank(desk.point(call.path_part("key"), view).no);
    const TreeOfDay tree(call, desk);
    const auto* ended = call.given("ended");
    const bool with_ended = ended != nullptr && *ended == "1";
    std::vector<OrganisationNo> below;
    for (OrganisationNo no = 0; no < tree.size(); ++no) {
        if (!tree.is_founded(no) || tree.parent(no) != parent || !tree.is_visible(no)) continue;
        if (with_ended || tree.is_live(no)) below.push_back(no);
    }
    auto answer = json_answer("{\"organisations\":" + tree.list(below) + "}\n");
    answer.etag = desk.etag();
    return answer;
}

}  // namespace

std::vector<Route> organisations_routes() {
    return {
        {.pattern = "/organisations", .name = "organisations.roots",
         .query = {day_parameter("on"), {.name = "as_known", .kind = Parameter::Kind::moment}},
         .answer = "organisations", .handle = roots},
        {.pattern = "/organisations/{key}", .name = "organisations.one",
         .query = {day_parameter("on"), {.name = "as_known", .kind = Parameter::Kind::moment}},
         .answer = "organisation", .handle = one},
        {.pattern = "/organisations/{key}/children", .name = "organisations.children",
         .query = {day_parameter("on"), {.name = "as_known", .kind = Parameter::Kind::moment},
                   {.name = "ended", .kind = Parameter::Kind::choice, .choices = {"0", "1"}}},
         .answer = "organisations", .handle = children},
    };
}

}  // namespace nennep::http
