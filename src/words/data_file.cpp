// Walks through a YAML document and keeps what a catalogue may hold.
#include "words/data_file.hpp"

#include <fmt/core.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "base/text.hpp"

namespace flowsim::words {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz_";
constexpr std::string_view id_characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

bool is_made_of(std::string_view text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

/// `0`, `name`, `0:value`, `1:moment 2`, `*:or`.
bool is_placeholder(std::string_view text) {
  constexpr std::array<std::string_view, 9> forms{"value",  "secret", "duration", "time",         "relative",
                                                  "moment", "who",    "secrets",  "misbehaviours"};
  constexpr std::array<std::string_view, 3> forms_of_all{"list", "or", "all"};
  const auto colon = std::min(text.find(':'), text.size());
  const auto value = text.substr(0, colon);
  if (colon == text.size()) return is_made_of(value, digits) || is_made_of(value, letters);
  const auto form = text.substr(colon + 1);
  const auto space = std::min(form.find(' '), form.size());
  const auto name = form.substr(0, space);
  if (value == "*")
    return std::ranges::find(forms_of_all, name) != forms_of_all.end() &&
           (space == form.size() || is_made_of(form.substr(space + 1), digits));
  return is_made_of(value, digits) && std::ranges::find(forms, name) != forms.end() &&
         (name == "moment") == (space != form.size()) &&
         (space == form.size() || is_made_of(form.substr(space + 1), digits));
}

/// What is wrong with the braces of a sentence; empty where nothing is.
std::string objection_to_braces(std::string_view text) {
  for (auto at = text.find_first_of("{}"); at != std::string_view::npos; at = text.find_first_of("{}", at)) {
    const auto end = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
    if (end == std::string_view::npos) return fmt::format("\"{}\" without its other brace", text[at]);
    const auto inside = text.substr(at + 1, end - at - 1);
    if (!is_placeholder(inside)) return fmt::format("no placeholder: {{{}}}", inside);
    at = end + 1;
  }
  return {};
}

/// The place of a byte: columns count code points.
SourcePosition position_of(std::string_view text, std::size_t at) {
  const auto before = text.substr(0, at);
  const auto line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto starts_a_code_point = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return {static_cast<int>(std::ranges::count(before, '\n')) + 1,
          static_cast<int>(std::ranges::count_if(before.substr(line_begin), starts_a_code_point)) + 1};
}

class Reader {
 public:
  Reader(const std::string& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  void read_map(const YAML::Node& map, DataNode& into) {
    std::vector<std::string> keys;
    for (const auto& member : map) {
      const auto key = member.first.IsScalar() ? member.first.Scalar() : std::string();
      if (!is_made_of(key, id_characters)) {
        wrong(member.first, fmt::format("\"{}\" is no key", visible(key)),
              "a key is made of letters, digits, _ and -; its sentence stands behind a colon and a space");
      } else if (std::ranges::find(keys, key) != keys.end()) {
        wrong(member.first, fmt::format("\"{}\" stands twice", key), "");
      } else {
        keys.push_back(key);
        add(member.first, member.second, key, into);
      }
    }
  }

  void wrong(const YAML::Mark& mark, std::string message, std::string hint) {
    diagnostics_.push_back({file_, {mark.line + 1, mark.column + 1}, std::move(message), std::move(hint)});
  }

 private:
  void wrong(const YAML::Node& node, std::string message, std::string hint) {
    wrong(node.Mark(), std::move(message), std::move(hint));
  }

  void add(const YAML::Node& key, const YAML::Node& value, const std::string& name, DataNode& into) {
    const auto known = std::ranges::find(into.values, name, &DataNode::name);
    if (known == into.values.end()) {
      into.values.push_back({name, "", {}});
      read(key, value, into.values.back());
    } else if (value.IsMap() && known->text.empty()) {
      read_map(value, *known);
    } else {
      wrong(key, fmt::format("\"{}\" stands in another file, too", name), "");
    }
  }

  void read(const YAML::Node& key, const YAML::Node& value, DataNode& into) {
    if (value.IsMap() && value.size() != 0) return read_map(value, into);
    if (value.IsSequence() && value.size() != 0) {
      for (const auto& item : value) {
        into.values.push_back({std::to_string(into.values.size()), "", {}});
        read(item, item, into.values.back());
      }
      return;
    }
    if (!value.IsScalar() || value.Scalar().empty())
      return wrong(key, fmt::format("\"{}\" says nothing", into.name), "leave it out where there is nothing to say");
    into.text = value.Scalar();
    if (std::ranges::any_of(into.text, [](char byte) { return (byte >= 0 && byte < ' ') || byte == '\x7f'; }))
      wrong(value, "a control character or a line break inside a sentence", "> in place of | joins lines");
    if (auto objection = objection_to_braces(into.text); !objection.empty())
      wrong(value, std::move(objection), "a placeholder is {0}, {name}, {0:value}, {0:moment 1}, {*:list} or the like");
  }

  const std::string& file_;
  Diagnostics& diagnostics_;
};

}  // namespace

void read_data_file(std::string_view text, const std::string& file, DataNode& root, Diagnostics& diagnostics) {
  if (const auto at = invalid_utf8_at(text)) {
    diagnostics.push_back({file, position_of(text, *at), "not UTF-8", ""});
    return;
  }
  Reader reader(file, diagnostics);
  try {
    const auto document = YAML::Load(std::string(text));
    if (document.IsMap())
      reader.read_map(document, root);
    else
      reader.wrong(document.IsDefined() ? document.Mark() : YAML::Mark(), "no map of sentences", "");
  } catch (const YAML::Exception& error) {
    reader.wrong(error.mark, error.msg, "");
  }
}

}  // namespace flowsim::words
