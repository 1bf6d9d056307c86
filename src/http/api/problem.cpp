#include "http/api/problem.hpp"

#include "http/api/both.hpp"

namespace nennep::http {
namespace {

// `[basis."badge.no_such_badge"]` holds "BDG-1 · document, clause": the rule's number comes first.
std::string basis_of(const Texts& texts, const std::string& code) {
    const auto key = "basis." + code;
    if (!texts.has(key)) return {};
    const auto text = texts.get(key, Language::vi);
    return ",\"rule\":" + json_quoted(text.substr(0, text.find(' '))) + ",\"basis\":" + in_both(texts, key);
}

Response document(const Texts& texts, Language language, int status, const std::string& first_code,
                  const std::string& detail, const std::string& refusals) {
    Response response;
    response.status = status;
    response.content_type = "application/problem+json; charset=utf-8";
    const auto kind = "problem." + std::to_string(status);
    response.body = "{\"type\":\"/api/v1/reference#" + (first_code.empty() ? kind : first_code) +
                    "\",\"title\":" + json_quoted(texts.get(kind, language)) +
                    ",\"status\":" + std::to_string(status) + ",\"detail\":" + json_quoted(detail) +
                    ",\"refusals\":[" + refusals + "]}\n";
    return response;
}

}  // namespace

std::string to_json(const Texts& texts, const service::Objection& objection, bool with_line) {
    const auto& refusal = objection.refusal;
    std::string out = "{\"code\":" + json_quoted(refusal.code) + ",\"field\":" + json_quoted(refusal.field) +
                      ",\"vi\":" + json_quoted(texts.explain(refusal, Language::vi)) +
                      ",\"en\":" + json_quoted(texts.explain(refusal, Language::en)) + basis_of(texts, refusal.code);
    if (with_line) out += ",\"line\":" + std::to_string(objection.line + 1);
    if (objection.with) out += ",\"with\":" + std::to_string(*objection.with);
    return out + "}";
}

Response problem(const Texts& texts, Language language, int status, const Refusals& refusals) {
    std::string all;
    for (const auto& refusal : refusals.all())
        all += (all.empty() ? "" : ",") + to_json(texts, {0, refusal, {}}, false);
    if (refusals.all().empty())
        return document(texts, language, status, "", texts.get("problem." + std::to_string(status), language), all);
    const auto& first = refusals.all().front();
    return document(texts, language, status, first.code, texts.explain(first, language), all);
}

Response problem(const Texts& texts, Language language, int status,
                 const std::vector<service::Objection>& objections) {
    std::string all;
    for (const auto& objection : objections) all += (all.empty() ? "" : ",") + to_json(texts, objection, true);
    const auto& first = objections.front().refusal;
    return document(texts, language, status, first.code, texts.explain(first, language), all);
}

}  // namespace nennep::http
