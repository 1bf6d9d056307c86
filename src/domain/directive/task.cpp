#include "domain/directive/task.hpp"

#include <algorithm>

namespace nennep::directive {
namespace {

Violation not_assigned(const std::string& task) {
    return {"task.not_assigned", "data.task", {{"task", task}}};
}

}  // namespace

Folded apply(Directive& directive, const TaskAssigned& event, const Moment& at) {
    const Task task{event.task, event.assignee, at.on, at.seq, event.due, std::nullopt};
    if (!directive.tasks.emplace(event.task, task).second) {
        return Violation{"task.already_assigned", "data.task", {{"task", event.task}}};
    }
    return folded;
}

// A report may follow the end of the work: evidence often does.
Folded apply(Directive& directive, const TaskReported& event, const Moment&) {
    const auto found = directive.tasks.find(event.task);
    if (found == directive.tasks.end()) return not_assigned(event.task);
    if (event.progress.value_or(0) > 100) {
        return Violation{"task.progress_above_100", "data.progress",
                         {{"progress", std::to_string(*event.progress)}}};
    }
    if (event.progress) found->second.progress = event.progress;
    return folded;
}

Folded apply(Directive& directive, const TaskDone& event, const Moment& at) {
    const auto found = directive.tasks.find(event.task);
    if (found == directive.tasks.end()) return not_assigned(event.task);
    auto& task = found->second;
    if (task.done_on) {
        return Violation{"task.already_done", "data.task",
                         {{"task", event.task}, {"day", task.done_on->vietnamese()}}};
    }
    task.done_on = at.on;
    return folded;
}

catalogue::EventType directive_task_assigned() {
    return catalogue::event<Directive, TaskAssigned>("directive.task_assigned", subject_type)
        .field("task", &TaskAssigned::task)
        .shown_in_lists()
        .field("assignee", &TaskAssigned::assignee)
        .field("due", &TaskAssigned::due)
        .shown_in_lists()
        .keeps(journal::DataClass::open);
}

catalogue::EventType directive_task_reported() {
    return catalogue::event<Directive, TaskReported>("directive.task_reported", subject_type)
        .field("task", &TaskReported::task)
        .field("progress", &TaskReported::progress)
        .field("evidence", &TaskReported::evidence)
        .keeps(journal::DataClass::open);
}

catalogue::EventType directive_task_done() {
    return catalogue::event<Directive, TaskDone>("directive.task_done", subject_type)
        .field("task", &TaskDone::task)
        .shown_in_lists()
        .field("evidence", &TaskDone::evidence)
        .keeps(journal::DataClass::open);
}

catalogue::Figure tasks_assigned() {
    return catalogue::flow<Directive, TaskAssigned>(
        "tasks.assigned", "task", "directive.task_assigned",
        [](const Directive&, const TaskAssigned& event) -> std::optional<Place> {
            return Place{.organisation = event.assignee};
        });
}

catalogue::Figure tasks_done() {
    return catalogue::flow<Directive, TaskDone>(
        "tasks.done", "task", "directive.task_done",
        [](const Directive& directive, const TaskDone& event) -> std::optional<Place> {
            return Place{.organisation = directive.tasks.find(event.task)->second.assignee};
        });
}

// From the day after the due one to the day on which it was done. A task that was due before it
// was assigned is late from the start.
catalogue::Figure tasks_overdue() {
    return catalogue::stretches<Directive>(
        "tasks.overdue", "task", subject_type,
        [](const Directive& directive, const catalogue::EachStretch& row) {
            for (const auto& [text, task] : directive.tasks) {
                if (!task.due) continue;
                row(Place{.organisation = task.assignee,
                          .from = std::max(task.due->plus_days(1), task.assigned_on),
                          .to = task.done_on},
                    task.assigned_by);
            }
        });
}

}  // namespace nennep::directive
