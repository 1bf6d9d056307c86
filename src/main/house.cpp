#include "main/house.hpp"

#include "domain/access/table.hpp"
#include "main/rooms.hpp"

namespace nennep::embedded {
extern const std::string_view house_texts;
extern const std::string_view cli_texts;
extern const std::string_view accounts_texts;
extern const std::string_view http_texts;
extern const std::string_view api_texts;
}  // namespace nennep::embedded

namespace nennep {

catalogue::Catalogue build_catalogue() {
    Texts texts;
    texts.add(embedded::house_texts, "main/texts.toml");
    texts.add(embedded::cli_texts, "cli/texts.toml");
    texts.add(embedded::accounts_texts, "accounts/texts.toml");
    texts.add(embedded::http_texts, "http/texts.toml");
    texts.add(embedded::api_texts, "http/api/texts.toml");
    return {all_rooms(), std::move(texts)};
}

catalogue::Rights build_rights(const catalogue::Catalogue& catalogue) { return {catalogue, access::table()}; }

}  // namespace nennep
