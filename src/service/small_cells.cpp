#include "service/small_cells.hpp"

#include <algorithm>

#include "service/visible.hpp"

namespace nennep::service {
namespace {

constexpr std::int64_t smallest_told = 5;

bool is_whole_year(const Period& period) { return period.year().has_value(); }

class Family {
public:
    Family(const catalogue::Catalogue& catalogue, const World& world, const catalogue::Figure& figure,
           const catalogue::Question& question)
        : catalogue_(catalogue),
          world_(world),
          figure_(figure),
          question_(question),
          day_(question.tree_of.value_or(question.period.last)),
          tree_(world.tree.on(day_)),
          by_rank_(world.directory.ranked(catalogue.organisations())) {}

    // The one for which it counts on the question's day.
    OrganisationNo asked() const {
        return tree_->representative(world_.directory[question_.organisation.no].rank);
    }
    OrganisationNo parent(OrganisationNo organisation) const {
        const auto* span = world_.tree[organisation].on(day_);
        if (span == nullptr || tree_->is_root(organisation)) return world::nowhere;
        return tree_->representative(span->parent);
    }
    std::uint8_t kind(OrganisationNo organisation) const { return world_.tree[organisation].on(day_)->kind; }

    bool hides(OrganisationNo organisation) const {
        std::vector<std::pair<std::int64_t, OrganisationNo>> told;
        std::size_t hidden = 0;
        bool is_hidden = false;
        const auto sisters = siblings(organisation);
        std::vector<std::int64_t> values;
        for (const auto sister : sisters) values.push_back(value(sister));
        const bool any_small = std::any_of(values.begin(), values.end(),
                                           [](auto value) { return value > 0 && value < smallest_told; });
        if (!any_small) return false;
        for (std::size_t i = 0; i < sisters.size(); ++i) {
            if (values[i] >= smallest_told) {
                told.emplace_back(values[i], sisters[i]);
                continue;
            }
            ++hidden;
            is_hidden = is_hidden || sisters[i] == organisation;
        }
        // One alone is the difference between the parent and the rest.
        if (hidden == 1 && !told.empty()) {
            is_hidden = is_hidden || std::min_element(told.begin(), told.end())->second == organisation;
        }
        return is_hidden;
    }

private:
    std::vector<OrganisationNo> siblings(OrganisationNo organisation) const {
        const auto above = parent(organisation);
        if (above == world::nowhere) return {organisation};
        std::vector<OrganisationNo> all;
        for (const auto each : tree_->below(above)) {
            if (tree_->is_live(each) && parent(each) == above) all.push_back(each);
        }
        return all;
    }
    std::int64_t value(OrganisationNo organisation) const {
        auto question = question_;
        question.organisation.no = by_rank_[organisation];
        const auto answer = value_of(catalogue_, world_, figure_, question);
        return answer ? answer->units : 0;
    }

    const catalogue::Catalogue& catalogue_;
    const World& world_;
    const catalogue::Figure& figure_;
    const catalogue::Question& question_;
    Day day_;
    std::shared_ptr<const world::Numbering> tree_;
    std::vector<SubjectNo> by_rank_;
};

}  // namespace

bool may_tell(const catalogue::Catalogue& catalogue, const World& world, const Permission& permission,
              const catalogue::Figure& figure, const catalogue::Question& question) {
    const auto right = restriction_of(catalogue, permission.rights(), figure);
    if (!right) return true;
    const auto& key = world.directory[question.organisation.no].key;
    const auto now = permission.world().directory.find(catalogue.organisations(), key);
    if (!now) return false;
    const auto name = permission.rights().rights()[*right];
    if (permission.may_throughout(name, permission.world().directory[*now].rank)) return true;

    const Family family(catalogue, world, figure, question);
    const auto asked = family.asked();
    if (asked == world::nowhere) return true;       // nothing of it there was yet
    bool may_have_small = false;
    const auto& rights = permission.rights();
    for (auto at = asked; at != world::nowhere && !rights.decides(family.kind(at)); at = family.parent(at)) {
        if (!is_whole_year(question.period) || family.hides(at)) return false;
        may_have_small = true;
    }
    // Shares of small numbers give these away; they are told where the numbers are decided.
    return !may_have_small || figure.measure == catalogue::Measure::count;
}

}  // namespace nennep::service
