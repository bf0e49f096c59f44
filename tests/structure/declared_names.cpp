// Finds the names that headers define at namespace scope, by a scan of their tokens.
#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "structure/rules.hpp"

namespace flowsim::structure {
namespace {

using Tokens = std::vector<std::string>;

bool is_word_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

bool is_word(const std::string& token) { return is_word_character(token.front()) && std::isdigit(token.front()) == 0; }

/// The text up to a line's end that no backslash continues.
std::size_t end_of_directive(std::string_view text, std::size_t at) {
  auto end = text.find('\n', at);
  while (end != std::string_view::npos && end > 0 && text[end - 1] == '\\') end = text.find('\n', end + 1);
  return std::min(end, text.size());
}

std::size_t end_of_literal(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size() && text[at] != quote; ++at)
    if (text[at] == '\\') ++at;
  return std::min(at + 1, text.size());
}

/// Words, `::` and single characters; without comments, directives and what stands in literals.
Tokens tokens_of(std::string_view text) {
  Tokens tokens;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    if (rest.starts_with("//") || rest.front() == '#') {
      at = end_of_directive(text, at);
    } else if (rest.starts_with("/*")) {
      at = std::min(text.find("*/", at + 2), text.size() - 2) + 2;
    } else if (rest.front() == '"' || rest.front() == '\'') {
      at = end_of_literal(text, at);
      tokens.emplace_back("\"\"");
    } else if (is_word_character(rest.front())) {
      const auto end = std::ranges::find_if_not(rest, is_word_character);
      tokens.emplace_back(rest.begin(), end);
      at += tokens.back().size();
    } else if (rest.starts_with("::")) {
      tokens.emplace_back("::");
      at += 2;
    } else {
      if (std::isspace(static_cast<unsigned char>(rest.front())) == 0) tokens.emplace_back(1, rest.front());
      ++at;
    }
  }
  return tokens;
}

/// Where the bracket at `at` is closed; the end where it is not.
std::size_t closing(const Tokens& tokens, std::size_t at) {
  const std::string open = tokens[at], close = open == "{" ? "}" : open == "(" ? ")" : ">";
  int depth = 0;
  for (; at < tokens.size(); ++at) {
    if (tokens[at] == open) ++depth;
    if (tokens[at] == close && --depth == 0) return at;
  }
  return tokens.size();
}

/// One declaration after another at namespace scope.
class Scan {
 public:
  explicit Scan(Tokens tokens) : tokens_(std::move(tokens)) {}

  std::set<std::string> names() && {
    while (at_ < tokens_.size()) step();
    return std::move(names_);
  }

 private:
  const std::string& token(std::size_t at) const {
    static const std::string none = ";";
    return at < tokens_.size() ? tokens_[at] : none;
  }

  void step() {
    if (token(at_) == "namespace") return open_namespace();
    if (token(at_) == "}") {
      if (!namespaces_.empty()) namespaces_.pop_back();
      ++at_;
      return;
    }
    declaration();
  }

  void open_namespace() {
    std::string name;
    for (++at_; at_ < tokens_.size() && token(at_) != "{" && token(at_) != ";"; ++at_) name += token(at_);
    if (token(at_) == "{") namespaces_.push_back(name);
    ++at_;
  }

  /// From here to its `;`, or to the `}` of a body behind which none stands.
  void declaration() {
    const auto begin = at_;
    // An explicit specialisation defines no new name.
    const bool is_specialisation = token(at_) == "template" && token(at_ + 1) == "<" && token(at_ + 2) == ">";
    if (token(at_) == "template" && token(at_ + 1) == "<") at_ = closing(tokens_, at_ + 1) + 1;
    const auto first = token(at_);
    std::string last_word, name, parameters;
    bool is_type = first == "class" || first == "struct" || first == "union" || first == "enum";
    bool has_body = false, specialised = false;
    for (; at_ < tokens_.size() && token(at_) != ";"; ++at_) {
      if (token(at_) == "{") {
        has_body = true;
        if (name.empty()) name = last_word;
        at_ = closing(tokens_, at_);
        if (token(at_ + 1) != ";" && token(at_ + 1) != ",") break;
      } else if (token(at_) == "(") {
        const auto end = closing(tokens_, at_);
        if (name.empty() && !is_type && is_word(token(at_ - 1))) {
          name = last_word;
          for (auto inner = at_; inner <= end && inner < tokens_.size(); ++inner) parameters += token(inner) + " ";
        }
        at_ = end;
      } else if (token(at_) == "=" || (is_type && token(at_) == ":" && name.empty())) {
        if (name.empty()) name = last_word;
      } else if (token(at_) == "<" && at_ > begin && is_word(token(at_ - 1))) {
        specialised = is_type && name.empty();
        at_ = closing(tokens_, at_);
      } else if (is_word(token(at_))) {
        if (name.empty() && token(at_) != "final") last_word = token(at_);
      }
    }
    ++at_;
    if (is_specialisation || (first == "using" && token(begin + 1) == "namespace")) return;
    const bool is_alias = first == "using" || first == "concept";
    const bool is_variable = first == "inline" || first == "constexpr" || first == "const" || first == "extern";
    if ((is_type && has_body && !specialised) || is_alias || !parameters.empty() || is_variable) add(name, parameters);
  }

  void add(const std::string& name, const std::string& parameters) {
    if (name.empty() || name == "operator") return;
    std::string qualified;
    for (const auto& part : namespaces_) qualified += part + "::";
    names_.insert(qualified + name + parameters);
  }

  Tokens tokens_;
  std::size_t at_ = 0;
  std::vector<std::string> namespaces_;
  std::set<std::string> names_;
};

}  // namespace

Violations declares_each_name_once(const std::vector<SourceFile>& files) {
  std::map<std::string, std::string> where;
  Violations violations;
  for (const auto& file : files) {
    if (!file.path.ends_with(".hpp")) continue;
    for (const auto& name : Scan(tokens_of(file.text)).names()) {
      const auto [first, is_new] = where.emplace(name, file.path);
      if (!is_new) violations.push_back(name + " is declared in " + first->second + " and in " + file.path);
    }
  }
  return violations;
}

}  // namespace flowsim::structure
