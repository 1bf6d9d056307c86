// Exit statuses (model.md): what a script may rely on.
#pragma once

namespace nennep::cli {

enum Status : int { done = 0, refused = 1, wrong_usage = 2, store_fault = 3 };

}  // namespace nennep::cli
