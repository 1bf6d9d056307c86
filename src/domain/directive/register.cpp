#include "domain/directive/register.hpp"

namespace nennep::directive {

const Choices& choices_of(Kind) {
    static const Choices choices{
        "directive_kind",
        {"resolution", "directive", "conclusion", "regulation", "decision", "plan", "programme",
         "scheme", "guide", "notice", "report", "letter", "other"}};
    return choices;
}

const Choices& choices_of(Direction) {
    static const Choices choices{"directive_direction", {"received", "issued"}};
    return choices;
}

namespace {

catalogue::PartType tasks() {
    using catalogue::trait;
    return catalogue::parts<Directive, Task>(
        "task", "tasks",
        [](const Directive& directive, const std::function<void(std::string_view, const Task&)>& take) {
            for (const auto& [text, task] : directive.tasks) take(text, task);
        },
        {trait<&Task::assignee>("seat"), trait<&Task::text>("task"), trait<&Task::assigned_on>("assigned_on"),
         trait<&Task::due>("due"), trait<&Task::progress>("progress"), trait<&Task::done_on>("done_on"),
         catalogue::is_past("is_overdue", "due", "done_on")});
}

}  // namespace

catalogue::SubjectType directives() {
    using catalogue::trait;
    return catalogue::subject<Directive>(subject_type)
        .listed_as("directives")
        .knows(trait<&Directive::number>("number"), trait<&Directive::kind>("kind"),
               trait<&Directive::direction>("direction"), trait<&Directive::title>("title"),
               trait<&Directive::issuer>("issuer"), trait<&Directive::is_thematic>("thematic"),
               trait<&Directive::dated>("date"))
        .has_parts(tasks());
}

void describe(const Directive& directive, catalogue::Portrait& portrait) {
    portrait.label = directive.number + " " + directive.title;
}

}  // namespace nennep::directive
