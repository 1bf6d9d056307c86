// What an import has come to, as the job keeps it.
#pragma once
#include "base/texts.hpp"
#include "service/files.hpp"
#include "service/recorder.hpp"

namespace nennep::http {

std::string import_result(const Texts& texts, const service::Receipt& receipt, const service::SourceFiles& files);

}  // namespace nennep::http
