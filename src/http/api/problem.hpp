// What is answered when something is refused or fails: a problem document (RFC 9457) with our
// refusals in it: code, rule, legal basis, field, and what to do, in both languages.
#pragma once
#include "base/texts.hpp"
#include "http/message.hpp"
#include "service/draft.hpp"

namespace nennep::http {

Response problem(const Texts& texts, Language language, int status, const Refusals& refusals);
// Refusals of lines that somebody wanted recorded; with the number of the line (from 1).
Response problem(const Texts& texts, Language language, int status,
                 const std::vector<service::Objection>& objections);
// {"code":…,"field":…,"vi":…,"en":…,"rule":…,"basis":{…},"line":…,"with":…}
std::string to_json(const Texts& texts, const service::Objection& objection, bool with_line);

}  // namespace nennep::http
