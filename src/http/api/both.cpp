#include "http/api/both.hpp"

namespace nennep::http {

std::string in_both(const std::string& vi, const std::string& en) {
    return "{\"vi\":" + json_quoted(vi) + ",\"en\":" + json_quoted(en) + "}";
}

std::string in_both(const Texts& texts, const std::string& key) {
    return in_both(texts.get(key, Language::vi), texts.get(key, Language::en));
}

std::string in_both(const Texts& texts, const catalogue::Choices& choices, std::string_view code) {
    return in_both(texts, "value." + std::string(choices.list) + "." + std::string(code));
}

std::string figure_name_fields(const catalogue::Catalogue& catalogue, const catalogue::Figure& figure) {
    return "\"name\":" + json_quoted(figure.name) + ",\"label\":" +
           in_both(catalogue.texts(), "figure." + figure.name) + ",\"unit\":" + json_quoted(figure.unit) +
           ",\"stock\":" + (figure.is_stock ? "true" : "false");
}

std::string roles_in_both(const catalogue::Catalogue& catalogue, const catalogue::Rights& rights) {
    std::string out = "[";
    for (const auto& role : rights.roles()) {
        out += (out.back() == '[' ? "\n{\"role\":" : ",\n{\"role\":") + json_quoted(role) + ",\"label\":" +
               in_both(catalogue.texts(), "role." + role) + ",\"about\":" +
               in_both(catalogue.texts(), "role_about." + role) + "}";
    }
    return out + "]";
}

}  // namespace nennep::http
