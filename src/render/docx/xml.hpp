// XML of a document as a tree, read only if it is plain and not too deep.
#pragma once
#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace nennep::render {

// Why a text was not read: the code of a refusal.
std::optional<std::string_view> read_xml(std::string_view text, pugi::xml_document& document);

inline std::string_view name_of(const pugi::xml_node& node) { return node.name(); }
inline bool is(const pugi::xml_node& node, std::string_view name) { return name_of(node) == name; }
// The name without its prefix.
std::string_view local_name(std::string_view name);

// Its own text, all pieces of it.
std::string text_of(const pugi::xml_node& element);

// The nearest element of a name around a node, or nothing.
pugi::xml_node around_it(pugi::xml_node node, std::string_view name);

// The node that comes next in the file, within `root`; nothing at its end.
pugi::xml_node next_in(const pugi::xml_node& root, pugi::xml_node node);

}  // namespace nennep::render
