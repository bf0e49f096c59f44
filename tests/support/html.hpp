// A strict reader of the HTML that flowsim writes: what elements there are, with what attributes, and what texts.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace flowsim::testing_support {

/// A start tag.
struct HtmlTag {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;  ///< values as they are written
  std::string raw;                                              ///< what a `script` or `style` element holds

  std::string value(std::string_view attribute) const {
    const auto found = std::ranges::find(attributes, attribute, &std::pair<std::string, std::string>::first);
    return found == attributes.end() ? std::string() : found->second;
  }
};

/// Every start tag, in order. Whatever the reader does not understand is in `wrong`.
struct HtmlPage {
  std::vector<HtmlTag> tags;
  std::vector<std::string> wrong;
};

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view text) : rest_(text) {}

  HtmlPage read() && {
    while (true) {
      const auto at = rest_.find('<');
      if (rest_.substr(0, at).find('>') != std::string_view::npos) page_.wrong.emplace_back(rest_.substr(0, 60));
      if (at == std::string_view::npos) return std::move(page_);
      rest_.remove_prefix(at + 1);
      if (rest_.starts_with("!doctype html>") || rest_.starts_with('/'))
        rest_.remove_prefix(rest_.find('>') + 1);
      else
        read_tag();
    }
  }

 private:
  std::string take_until(std::string_view ends) {
    const auto end = std::min(rest_.find_first_of(ends), rest_.size());
    std::string taken(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return taken;
  }

  bool skip(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }

  void read_tag() {
    HtmlTag tag{take_until(" />"), {}, {}};
    while (skip(" ")) {
      auto name = take_until("=> /");
      std::string value;
      if (skip("=\"")) {
        value = take_until("\"");
        if (value.find_first_of("<>") != std::string::npos) page_.wrong.push_back(value);
        skip("\"");
      }
      tag.attributes.emplace_back(std::move(name), std::move(value));
    }
    skip("/");
    if (!skip(">")) page_.wrong.emplace_back("tag " + tag.name + " goes on: " + std::string(rest_.substr(0, 40)));
    if (tag.name == "script" || tag.name == "style") {
      const auto end = std::min(rest_.find("</" + tag.name), rest_.size());
      tag.raw = rest_.substr(0, end);
      rest_.remove_prefix(end);
    }
    page_.tags.push_back(std::move(tag));
  }

  std::string_view rest_;
  HtmlPage page_;
};

}  // namespace flowsim::testing_support
