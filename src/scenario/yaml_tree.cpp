// yaml-cpp's events become a tree here; what the tree must not hold is refused as soon as it is met.
#include "scenario/yaml_tree.hpp"

#include <fmt/core.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>

#include "scenario/yaml_errors.hpp"
#include "scenario/yaml_text.hpp"

namespace flowsim::scenario {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Thrown out of the parser where reading on makes no sense; what is wrong has been said already.
struct Stop {};

/// A sequence or mapping that is still being read.
struct OpenNode {
  YamlNode node;
  std::optional<YamlKey> key = {};               ///< of a mapping: the one whose value comes next
  bool skips_value = false;                      ///< the next value belongs to a key that was refused
  std::map<std::string, std::size_t> seen = {};  ///< keys so far, and where they stand
};

YamlNode node_at(std::size_t offset, NodeKind kind) {
  YamlNode node;
  node.kind = kind;
  node.offset = offset;
  return node;
}

class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(Problems& problems, std::size_t skipped) : problems_(problems), skipped_(skipped) {}

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

  std::size_t offset_of(const YAML::Mark& mark) const;
  SyntaxError syntax_error(const YAML::Exception& exception) const;
  std::optional<YamlNode> take_root() { return std::exchange(root_, std::nullopt); }

 private:
  char first_character(std::size_t offset) const;
  [[noreturn]] void stop(std::size_t offset, std::string message, std::string hint);
  void count_node(std::size_t offset);
  void refuse_decoration(std::size_t offset);
  void require_closing_quote(std::size_t offset);
  void open(NodeKind kind, const YAML::Mark& mark);
  void close();
  void attach(YamlNode node);
  void take_key(OpenNode& mapping, YamlNode node);

  Problems& problems_;
  std::size_t skipped_;  ///< bytes of a byte order mark, which the parser does not see
  std::size_t last_read_ = 0;
  int nodes_ = 0;
  bool in_document_ = false;
  std::vector<OpenNode> open_;
  std::optional<YamlNode> root_;
};

std::size_t TreeBuilder::offset_of(const YAML::Mark& mark) const {
  return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)) + skipped_, problems_.text().size());
}

char TreeBuilder::first_character(std::size_t offset) const {
  return offset < problems_.text().size() ? problems_.text()[offset] : '\0';
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (!std::exchange(in_document_, true)) return;
  const auto offset = offset_of(mark);
  if (problems_.text().substr(offset).starts_with("---"))
    problems_.add(offset, "a second document starts here, and a file holds one scenario",
                  "move it to a file of its own, or remove the line");
  else
    problems_.add(offset, "this stands behind the end of the scenario", "check the indentation of this line");
  throw Stop{};
}

/// Ends the reading with this one problem.
void TreeBuilder::stop(std::size_t offset, std::string message, std::string hint) {
  root_.reset();
  problems_.clear();
  problems_.add(offset, std::move(message), std::move(hint));
  throw Stop{};
}

void TreeBuilder::count_node(std::size_t offset) {
  last_read_ = offset;
  if (++nodes_ <= most_nodes) return;
  stop(offset, "the file holds more than 10 000 keys and values", "a scenario is a short text");
}

// What follows an anchor or an alias would be a list of its consequences: that one problem is said, and no other.
void TreeBuilder::refuse_decoration(std::size_t offset) {
  switch (first_character(offset)) {
    case '&':
      stop(offset, "anchors are not allowed in scenario files", "remove it; a text that starts with & needs quotes");
    case '!':
      return problems_.add(offset, "tags are not allowed in scenario files",
                           "remove it; a text that starts with ! needs quotes");
    default:
      return;
  }
}

/// The parser takes the end of the text for a closing quote where a line break stands before it.
void TreeBuilder::require_closing_quote(std::size_t offset) {
  if (end_of_quoted(problems_.text(), offset)) return;
  stop(offset, std::string(unclosed_quote_message), "add the closing quote");
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const auto offset = offset_of(mark);
  count_node(offset);
  if (anchor != YAML::NullAnchor) refuse_decoration(offset);
  attach(node_at(offset, NodeKind::null));
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  const auto offset = offset_of(mark);
  count_node(offset);
  stop(offset, "aliases are not allowed in scenario files",
       "write the value out; a text that starts with * needs quotes");
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string& value) {
  const auto offset = offset_of(mark);
  count_node(offset);
  refuse_decoration(offset);
  auto node = node_at(offset, NodeKind::scalar);
  node.text = value;
  switch (first_character(offset)) {
    case '"':
    case '\'':
      require_closing_quote(offset);
      node.style = ScalarStyle::quoted;
      break;
    case '|':
    case '>':
      node.style = ScalarStyle::block;
      break;
    default:
      break;
  }
  attach(std::move(node));
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                                  YAML::EmitterStyle::value) {
  open(NodeKind::sequence, mark);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) {
  open(NodeKind::mapping, mark);
}

void TreeBuilder::open(NodeKind kind, const YAML::Mark& mark) {
  const auto offset = offset_of(mark);
  count_node(offset);
  refuse_decoration(offset);
  if (open_.size() >= static_cast<std::size_t>(deepest_nesting))
    stop(offset, "lists and mappings are nested deeper than 32", "a scenario needs no more than four levels");
  open_.push_back({.node = node_at(offset, kind)});
}

void TreeBuilder::close() {
  auto node = std::move(open_.back().node);
  open_.pop_back();
  attach(std::move(node));
}

void TreeBuilder::attach(YamlNode node) {
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  auto& parent = open_.back();
  if (parent.node.kind == NodeKind::sequence) {
    parent.node.items.push_back(std::move(node));
  } else if (std::exchange(parent.skips_value, false)) {
    return;
  } else if (!parent.key) {
    take_key(parent, std::move(node));
  } else {
    parent.node.keys.push_back(std::move(*parent.key));
    parent.node.items.push_back(std::move(node));
    parent.key.reset();
  }
}

void TreeBuilder::take_key(OpenNode& mapping, YamlNode node) {
  if (node.kind != NodeKind::scalar) {
    mapping.skips_value = true;
    const bool missing = node.kind == NodeKind::null;
    problems_.add(node.offset, missing ? "a key is missing here" : "a key must be a single word",
                  "write \"key: value\"");
  } else if (const auto [first, is_new] = mapping.seen.emplace(node.text, node.offset); !is_new) {
    problems_.add(node.offset, fmt::format("duplicate key {}", quoted(node.text)),
                  fmt::format("it stands already in line {}", problems_.line_of(first->second)));
    mapping.skips_value = true;
  } else {
    mapping.key = YamlKey{std::move(node.text), node.style, node.offset};
  }
}

SyntaxError TreeBuilder::syntax_error(const YAML::Exception& exception) const {
  SyntaxError error{exception.msg, offset_of(exception.mark), last_read_, {}};
  for (const auto& open : open_) {
    const char first = first_character(open.node.offset);
    if (first == (open.node.kind == NodeKind::sequence ? '[' : '{')) error.open_flow = open.node.offset;
  }
  return error;
}

void parse(TreeBuilder& builder, std::string_view text, Problems& problems) {
  std::istringstream input{std::string(text)};
  try {
    YAML::Parser parser(input);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
  } catch (const YAML::Exception& exception) {
    problems.clear();
    builder.take_root();
    add_syntax_problem(builder.syntax_error(exception), problems);
  }
}

}  // namespace

std::optional<YamlNode> read_yaml_tree(Problems& problems) {
  if (!is_readable_text(problems)) return {};
  auto text = problems.text();
  const bool marked = text.starts_with(byte_order_mark);
  if (marked) text.remove_prefix(byte_order_mark.size());

  TreeBuilder builder(problems, marked ? byte_order_mark.size() : 0);
  parse(builder, text, problems);
  auto root = builder.take_root();
  const bool holds_something = root && root->kind != NodeKind::null;
  if (!holds_something && problems.empty())
    problems.add_whole("the file holds no scenario", "the shortest scenario is one line: \"title: …\"");
  return holds_something ? std::move(root) : std::nullopt;
}

}  // namespace flowsim::scenario
