#include "domain/directive/room.hpp"

#include "domain/directive/dissemination.hpp"
#include "domain/directive/document.hpp"
#include "domain/directive/task.hpp"

namespace nennep::embedded {
extern const std::string_view directive_texts;
}

namespace nennep::directive {

catalogue::Room room() {
    return catalogue::Room("directive")
        .keeps(directives())
        .tells(directive_received(), directive_issued(), directive_disseminated())
        .tells(directive_task_assigned(), directive_task_reported(), directive_task_done())
        .answers(directives_received(), directives_issued(), directives_thematic())
        .answers(directives_disseminated_present(), directives_disseminated_expected(),
                 directives_dissemination_pct())
        .answers(tasks_assigned(), tasks_done(), tasks_overdue())
        .says(embedded::directive_texts);
}

}  // namespace nennep::directive
