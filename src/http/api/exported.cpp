#include "http/api/exported.hpp"

#include "render/csv.hpp"
#include "render/xlsx/xlsx.hpp"

namespace nennep::http {

Response exported(const Call& call, const catalogue::List& sheet, const std::string& name, bool as_workbook) {
    Response response;
    if (as_workbook) {
        const auto file = call.scratch_file("xlsx");
        render::print_list_xlsx(sheet, {call.desk.catalogue, call.language, call.who->name, call.now_ms}, *file);
        response.file = file;
        response.content_type = xlsx_media;
    } else {
        response.body = render::csv_of(sheet);
        response.content_type = csv_media;
    }
    response.with("Content-Disposition",
                  "attachment; filename=\"" + name + (as_workbook ? ".xlsx" : ".csv") + "\"");
    return response;
}

}  // namespace nennep::http
