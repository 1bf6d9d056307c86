// What people read, in both languages at once, as JSON: {"vi":"…","en":"…"}. For answers that are the
// same whichever language was asked for, so that they can be kept.
#pragma once
#include <string>

#include "base/texts.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/rights.hpp"

namespace nennep::http {

std::string in_both(const std::string& vi, const std::string& en);
std::string in_both(const Texts& texts, const std::string& key);
// Of a code of a closed list.
std::string in_both(const Texts& texts, const catalogue::Choices& choices, std::string_view code);
// `"name":…,"label":{…},"unit":…,"stock":…`, without braces.
std::string figure_name_fields(const catalogue::Catalogue& catalogue, const catalogue::Figure& figure);
// [{"role":…,"label":{…},"about":{…}}]
std::string roles_in_both(const catalogue::Catalogue& catalogue, const catalogue::Rights& rights);

}  // namespace nennep::http
