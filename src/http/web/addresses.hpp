// The addresses of the pages (places of the web application). Whatever stands behind a place, the page is
// one and the same: which record it shows, and whether there is one, is found by the script that asks the API.
#pragma once
#include <string_view>

namespace nennep::http {

// `path` as it came, still escaped. What holds an escaped slash, a dot alone or two, or nothing between
// two slashes is no address of a page.
bool is_page(std::string_view path);

}  // namespace nennep::http
