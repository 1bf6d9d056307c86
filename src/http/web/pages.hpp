// The web application at the door: its files, kept by browsers for good where their name changes with
// them; and its one page, under every address of a place, with a policy that lets nothing into it but
// these files and what the API answers. Knows nobody and no books: who may see what is the API's to say.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/texts.hpp"
#include "http/message.hpp"
#include "http/web/assets.hpp"

namespace nennep::http {

class Pages {
public:
    // `chance`: 64 bits that nobody can guess, from any thread.
    Pages(Assets assets, const Texts& texts, std::function<std::uint64_t()> chance);

    // 404 for what is neither a page nor a file, 405 for what would change something.
    Response handle(const Request& request) const;
    // For log and metrics, where no keys may stand: one of `names`, or an empty text.
    std::string_view name_of(const Request& request) const;

    static constexpr std::string_view page_name = "page", asset_name = "asset";
    // In the page, where the nonce of its answer is to stand.
    static constexpr std::string_view placeholder = "__NONCE__";

private:
    bool is_file(std::string_view path) const;
    Response page(int status) const;
    static Response file(const Asset& asset, std::string_view accept_encoding);

    Assets assets_;
    std::function<std::uint64_t()> chance_;
    // The page, cut at its placeholders.
    std::vector<std::string> pieces_;
};

}  // namespace nennep::http
