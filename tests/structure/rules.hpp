// What every source file must keep to: how it looks, whom it may include, and which names it may declare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace flowsim::structure {

/// One source file: its path below the repository, `/` between folders, and its text.
struct SourceFile {
  std::string path;
  std::string text;
};

/// One module below `src/` and the modules it may include besides itself, in alphabetical order.
struct Module {
  std::string name;
  std::vector<std::string> includes;
  bool operator==(const Module&) const = default;
};

/// What breaks a rule in one file, one sentence each; empty where the file keeps it.
using Violations = std::vector<std::string>;

/// Every `#include` of a file of ours is in quotes and names it by its module, and `modules` lets the file's own module
/// include it.
Violations includes_only_allowed_modules(const SourceFile& file, const std::vector<Module>& modules);

/// Boost.MSM is named only in `sim/machine.hpp`, what implements it, and the actors' `.cpp` files.
Violations names_boost_msm_only_in_the_machine_and_actors(const SourceFile& file);

/// No `.cpp` but those of `names_boost_msm_only_in_the_machine_and_actors` includes `sim/machine.hpp`, directly or
/// through other headers, so that everything else compiles without Boost.MSM. `files` are all files below `src/`.
Violations compiles_boost_msm_only_in_actors(const std::vector<SourceFile>& files);

/// The file opens with one sentence in `//` comments.
Violations opens_with_one_sentence(const SourceFile& file);

/// A header has `#pragma once` as its first line of code.
Violations guards_its_header(const SourceFile& file);

/// The file has at most 400 lines.
Violations is_short(const SourceFile& file);

/// The file is a `.hpp`, a `.cpp`, a list of sources, a sentence file or part of a page, so that no other rule is
/// evaded by its name.
Violations has_a_known_extension(const SourceFile& file);

/// No two headers define the same qualified name: a type, an alias, a concept or a variable, or a function of the same
/// parameters. `files` are all files below `src/`; those that are no headers are passed over.
Violations declares_each_name_once(const std::vector<SourceFile>& files);

/// CLI11 is included by one file.
Violations includes_cli11_once(const std::vector<SourceFile>& files);

/// The modules in the table of docs/architecture.md under the heading `Dependency rule`, in its order.
std::vector<Module> modules_in_page(std::string_view page);

/// The modules that each module uses by the `add_module` call of its list of sources, directly or through others.
/// `files` are those lists, in any order; the modules come in the order of `order`.
std::vector<Module> modules_in_build(const std::vector<SourceFile>& files, const std::vector<Module>& order);

/// The modules whose names each module sees by the using-directives of `src/base/modules.hpp`.
std::vector<Module> modules_in_namespaces(std::string_view header);

}  // namespace flowsim::structure
