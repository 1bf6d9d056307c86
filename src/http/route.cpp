#include "http/route.hpp"

#include <algorithm>

namespace nennep::http {
namespace {

using Parts = std::vector<std::string>;
using Pieces = std::vector<std::string_view>;

template <class Text>
std::vector<Text> cut(std::string_view path) {
    std::vector<Text> parts;
    while (!path.empty()) {
        path.remove_prefix(1);      // the slash
        const auto end = std::min(path.find('/'), path.size());
        parts.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

bool is_open(std::string_view part) { return part.size() > 2 && part.front() == '{' && part.back() == '}'; }

std::string_view name_in(std::string_view part) { return part.substr(1, part.size() - 2); }

// Of the same length.
bool fits(const Parts& pattern, const Pieces& path) {
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (is_open(pattern[i]) ? path[i].empty() : pattern[i] != path[i]) return false;
    }
    return true;
}

// Where two patterns fit one path, the one that says more of it, as early as possible, is meant:
// /people/count before /people/{key}.
bool says_more(const Parts& one, const Parts& other) {
    for (std::size_t i = 0; i < one.size(); ++i) {
        if (is_open(one[i]) != is_open(other[i])) return !is_open(one[i]);
    }
    return false;
}

bool answers(Method own, Method asked) { return own == asked || (own == Method::get && asked == Method::head); }

}  // namespace

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
    parts_.reserve(routes_.size());
    for (const auto& route : routes_) {
        const bool is_outside = route.pattern.starts_with("//");
        ensure(route.pattern.starts_with('/'), "the pattern of a route begins with a slash");
        parts_.push_back(cut<std::string>(is_outside ? route.pattern.substr(1)
                                                     : std::string(prefix) + route.pattern));
        const auto size = parts_.back().size();
        if (by_size_.size() <= size) by_size_.resize(size + 1);
        by_size_[size].push_back(parts_.size() - 1);
    }
}

Router::Match Router::find(Method method, std::string_view path) const {
    Match match;
    if (!path.starts_with('/')) return match;
    const auto pieces = cut<std::string_view>(path);
    std::size_t best = routes_.size();
    if (pieces.size() >= by_size_.size()) return match;
    for (const auto i : by_size_[pieces.size()]) {
        if (!fits(parts_[i], pieces)) continue;
        if (!answers(routes_[i].method, method)) {
            const auto other = routes_[i].method;
            if (std::find(match.others.begin(), match.others.end(), other) == match.others.end()) {
                match.others.push_back(other);
            }
        } else if (best == routes_.size() || says_more(parts_[i], parts_[best])) {
            best = i;
        }
    }
    if (best == routes_.size()) return match;
    match.others.clear();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!is_open(parts_[best][i])) continue;
        auto value = unescaped(pieces[i], false);
        if (!value) return {};
        match.path.emplace_back(name_in(parts_[best][i]), std::move(*value));
    }
    match.route = &routes_[best];
    return match;
}

}  // namespace nennep::http
