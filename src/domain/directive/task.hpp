// Tasks that follow from a document: who does what until when (rules.md MTG-3, RES-1). A task is
// named by its text, which is unique within its document.
#pragma once
#include "domain/directive/register.hpp"

namespace nennep::directive {

struct TaskAssigned {
    std::string task;
    OrganisationRef assignee;
    std::optional<Day> due;         // the last day on which it is in time
};
struct TaskReported {
    std::string task;
    std::optional<std::int64_t> progress;       // percent
    std::optional<std::string> evidence;
};
struct TaskDone {
    std::string task;
    std::optional<std::string> evidence;
};

Folded apply(Directive& directive, const TaskAssigned& event, const Moment& at);
Folded apply(Directive& directive, const TaskReported& event, const Moment& at);
Folded apply(Directive& directive, const TaskDone& event, const Moment& at);

catalogue::EventType directive_task_assigned();
catalogue::EventType directive_task_reported();
catalogue::EventType directive_task_done();

// All of them count where the assignee is.
catalogue::Figure tasks_assigned();
catalogue::Figure tasks_done();
// Past their due day and not yet done, at the period's end.
catalogue::Figure tasks_overdue();

}  // namespace nennep::directive
