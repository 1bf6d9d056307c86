// Other people's programs that read what was printed: LibreOffice and poppler-utils.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace nennep::paper {

using Path = std::filesystem::path;

struct Ended {
    int status = 0;
    std::string said;       // on both outputs
};
// Runs a program of the PATH with a limit of time; its output is kept in the folder `work` meanwhile.
// The locale is C.UTF-8, whatever the caller's is. Throws where it does not start.
Ended run(std::vector<std::string> words, const Path& work, int seconds = 60);
// The same, for a program that must be content; throws what it said if it is not.
std::string output_of(std::vector<std::string> words, const Path& work, int seconds = 60);

// Documents opened and saved in another format by LibreOffice, with a profile of its own in `work`.
// `filter` as its --convert-to. The files made stand in the folder that is returned.
Path converted(const std::vector<Path>& files, const std::string& filter, const Path& work);

// The text of a PDF, page by page. With `order` "-layout" as it is placed, with "-raw" as it was
// written.
std::vector<std::string> text_of_pages(const Path& pdf, const std::string& order, const Path& work);

std::string content_of(const Path& file);
// All white space, line ends too, as single spaces.
std::string joined(const std::string& text);

}  // namespace nennep::paper
