// Small numbers that would name somebody.
//
// Discipline and inspection are seen by few, yet their figures are everybody's who answers for a
// report. In a branch of nine, "members disciplined: 1" is a name to all who work there. So whoever
// lacks the right to the decisions themselves is told the value whole only where they are decided
// (a committee with an inspection committee of its own, Rights::decides, and all above it), and
// further down as "<5" where it is less than five.
//
// Numbers give each other away, so "less than five" is not enough:
//
//     DN  7            DN - DN-2 - DN-3 = 2 = DN-1: with one hidden, the parent and the sisters tell
//     ├ DN-1   2  <5   it. Where any sister has 1 to 4, zeros are hidden like it, and if then only
//     ├ DN-2   0  <5   one were hidden, the smallest of the others is hidden too.
//     └ DN-3   5   5
//
// What stands below a hidden one is hidden, since its children would add up to it; and below a
// deciding committee only whole years are told, or a month could be taken from half a year.
//
// This protects from whoever reads values, sums and differences in one year's tree. It does not
// protect from: an only child (its value is its parent's); a viewer who watches a value change from
// one day to the next; years before and after a reorganisation compared; somebody who knows all cases but
// one. Values of five and more are told although few people may stand behind several decisions.
#pragma once
#include "catalogue/asking.hpp"
#include "service/permission.hpp"

namespace nennep::service {

// Whether the value of a figure may be told to this user; `world` is the one that is asked, which may
// be one as it was known. Each value that is shown (also that of the year before, or a share) is
// asked about by its own question.
bool may_tell(const catalogue::Catalogue& catalogue, const World& world, const Permission& permission,
              const catalogue::Figure& figure, const catalogue::Question& question);

}  // namespace nennep::service
