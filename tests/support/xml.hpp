// A small reader of XML, strict enough to refuse what is not well-formed.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace flowsim::testing_support {

/// What a small reader of XML without comments, CDATA and processing instructions finds.
struct Document {
  std::vector<std::string> elements;  ///< as they open
  std::vector<std::string> texts;     ///< with entities replaced, one for each innermost `text` and `title` element
  std::string wrong;                  ///< the first thing that is not well-formed
};

inline std::string unescaped(std::string text) {
  for (const auto& [entity, letter] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
    for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at)
      text.replace(at, std::string_view(entity).size(), letter);
  return text;
}

inline bool has_only_entities(std::string_view text) {
  for (std::size_t at = 0; (at = text.find('&', at)) != std::string_view::npos; ++at) {
    bool known = false;
    for (const std::string_view entity : {"&lt;", "&gt;", "&quot;", "&#39;", "&amp;"})
      known = known || text.substr(at).starts_with(entity);
    if (!known) return false;
  }
  return true;
}

/// Whether the attributes of a tag are `name="value"`, each once.
inline bool has_good_attributes(std::string_view rest) {
  std::vector<std::string_view> names;
  while (!rest.empty()) {
    const auto equals = rest.find("=\"");
    if (rest.front() != ' ' || equals == std::string_view::npos) return false;
    const auto name = rest.substr(1, equals - 1);
    const auto end = rest.find('"', equals + 2);
    if (end == std::string_view::npos || name.find_first_of(" <>&\"'") != std::string_view::npos) return false;
    const auto value = rest.substr(equals + 2, end - equals - 2);
    if (value.find('<') != std::string_view::npos || !has_only_entities(value)) return false;
    if (std::ranges::find(names, name) != names.end()) return false;
    names.push_back(name);
    rest.remove_prefix(end + 1);
  }
  return true;
}

class XmlReader {
 public:
  explicit XmlReader(std::string_view text) : rest_(text) {}

  Document read() && {
    while (!rest_.empty() && found_.wrong.empty()) {
      const auto tag = std::min(rest_.find('<'), rest_.size());
      words(rest_.substr(0, tag));
      rest_.remove_prefix(tag);
      if (rest_.empty()) break;
      const auto end = rest_.find('>');
      if (end == std::string_view::npos) return wrong("an open tag");
      element(rest_.substr(1, end - 1));
      rest_.remove_prefix(end + 1);
    }
    if (!open_.empty()) return wrong("not closed: " + open_.back());
    return std::move(found_);
  }

 private:
  Document wrong(std::string why) {
    if (found_.wrong.empty()) found_.wrong = std::move(why);
    return found_;
  }

  void words(std::string_view text) {
    if (!has_only_entities(text)) wrong("a bare & in " + std::string(text));
    if (open_.empty() && text.find_first_not_of('\n') != std::string_view::npos) wrong("text outside");
    text_ += text;
  }

  void element(std::string_view tag) {
    if (tag.starts_with('/')) {
      if (open_.empty() || open_.back() != tag.substr(1)) wrong("closes " + std::string(tag));
      if (tag == "/text" || tag == "/title") found_.texts.push_back(unescaped(text_));
      if (!open_.empty()) open_.pop_back();
      return;
    }
    const bool empty = tag.ends_with('/');
    if (empty) tag.remove_suffix(1);
    const auto name = tag.substr(0, tag.find(' '));
    if (!has_good_attributes(tag.substr(name.size()))) wrong("attributes of " + std::string(tag));
    if (open_.empty() && !found_.elements.empty()) wrong("a second root");
    found_.elements.emplace_back(name);
    if (!empty) open_.emplace_back(name);
    if (name != "tspan") text_.clear();
  }

  std::string_view rest_;
  Document found_;
  std::vector<std::string> open_;
  std::string text_;
};

inline Document read_xml(std::string_view text) { return XmlReader(text).read(); }

}  // namespace flowsim::testing_support
