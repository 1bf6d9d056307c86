#include "http/web/pages.hpp"

#include <fmt/format.h>

#include "http/header_values.hpp"
#include "http/web/addresses.hpp"

namespace nennep::http {
namespace {

constexpr std::string_view page_file = "/index.html";
constexpr std::string_view folder_of_files = "/assets/";

// Nothing from elsewhere, nothing that stands in the page itself but for styles that bear the nonce (those
// of the page before its script runs, and the elements in which Mantine writes the theme). `data:` is for
// pictures that the application draws itself. Text becomes markup only through the policy
// `default`, which the application gives itself and which lets no markup through.
constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{}'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default";

// Features by which a page could watch or reach beyond itself; copying a link is the one that is left.
constexpr std::string_view closed_features =
    "accelerometer=(), autoplay=(), camera=(), clipboard-read=(), display-capture=(), encrypted-media=(), "
    "fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), "
    "midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), "
    "sync-xhr=(), usb=(), xr-spatial-tracking=()";

constexpr std::string_view for_good = "public, max-age=31536000, immutable";
constexpr std::string_view for_an_hour = "public, max-age=3600";

std::vector<std::string> cut(std::string_view text, std::string_view at) {
    std::vector<std::string> pieces;
    for (;;) {
        const auto end = text.find(at);
        pieces.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return pieces;
        text.remove_prefix(end + at.size());
    }
}

// What a program says in their place that was built without them.
std::string page_without_pages(const Texts& texts) {
    return fmt::format("<!doctype html>\n<html lang=\"vi\">\n<meta charset=\"utf-8\">\n<title>Nền Nếp</title>\n"
                       "<p>{}</p>\n<p lang=\"en\">{}</p>\n",
                       texts.get("web.without_pages", Language::vi), texts.get("web.without_pages", Language::en));
}

Response bare(int status) {
    Response response;
    response.status = status;
    response.content_type.clear();
    return response;
}

}  // namespace

Pages::Pages(Assets assets, const Texts& texts, std::function<std::uint64_t()> chance)
    : assets_(std::move(assets)), chance_(std::move(chance)) {
    const auto* shell = assets_.find(page_file);
    ensure(assets_.empty() || shell != nullptr, "among the web's files is its page");
    pieces_ = cut(shell == nullptr ? page_without_pages(texts) : std::string(shell->plain), placeholder);
}

bool Pages::is_file(std::string_view path) const {
    return path.starts_with(folder_of_files) || (path != page_file && assets_.find(path) != nullptr);
}

std::string_view Pages::name_of(const Request& request) const {
    if (is_file(request.path)) return asset_name;
    return is_page(request.path) ? page_name : std::string_view();
}

Response Pages::handle(const Request& request) const {
    const bool is_file_asked = is_file(request.path);
    const bool is_there = is_file_asked ? assets_.find(request.path) != nullptr : is_page(request.path);
    const bool reads = request.method == Method::get || request.method == Method::head;
    if (!reads && is_there) return bare(405).with("Allow", "GET, HEAD");
    // Who asks for a missing file is a script, to which a page would be of no use; nor to a program.
    if (!is_there && (is_file_asked || !reads)) return bare(404);
    if (!is_file_asked) return page(is_there ? 200 : 404);
    return file(*assets_.find(request.path), request.header("accept-encoding"));
}

Response Pages::page(int status) const {
    const auto nonce = fmt::format("{:016x}{:016x}", chance_(), chance_());
    Response response;
    response.status = status;
    response.content_type = "text/html; charset=utf-8";
    for (const auto& piece : pieces_) {
        if (&piece != &pieces_.front()) response.body += nonce;
        response.body += piece;
    }
    response.with("Content-Security-Policy", fmt::format(policy, nonce));
    response.with("Permissions-Policy", std::string(closed_features));
    // With `no-referrer` some browsers say Origin: null to the API even from here.
    response.with("Referrer-Policy", "same-origin");
    return response;
}

Response Pages::file(const Asset& asset, std::string_view accept_encoding) {
    Response response;
    response.content_type = asset.media_type;
    response.etag = asset.version;
    response.with("Cache-Control", std::string(asset.is_immutable ? for_good : for_an_hour));
    if (!asset.brotli.empty() && allows_brotli(accept_encoding)) {
        response.body = asset.brotli;
        response.with("Content-Encoding", "br");
    } else if (!asset.gzip.empty() && allows_gzip(accept_encoding)) {
        response.body = asset.gzip;
        response.with("Content-Encoding", "gzip");
    } else {
        response.body = asset.plain;
    }
    return response;
}

}  // namespace nennep::http
