// The pieces of a page that shows a run part by part.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "diagram/anatomy.hpp"
#include "emit/html/lesson_walk.hpp"
#include "emit/html/markup.hpp"

namespace flowsim::emit {

/// What travels, taken apart, as nested lists; the insides of tokens can be opened.
void write_anatomy(Markup& page, std::span<const Part> parts);

/// Checks, notes, faults, what the machines did, and who has seen which secret: what falls to one part.
void write_happenings(Markup& page, const LessonWalk& walk, std::size_t part);

/// An ordered list with an item for each stop at `messages`, and in it an element of the class `part` for each part.
/// The headings are of the given level; the items' ids begin with `slug` and a slash.
void write_steps(Markup& page, const LessonWalk& walk, std::string_view slug, int heading);

/// Who has seen which secret: each sighting says in `data-part` from which part on it is true.
void write_secrets(Markup& page, const LessonWalk& walk);

/// Outcome, violated properties, what was expected, final states.
void write_ending(Markup& page, const LessonWalk& walk);

/// What the page's script needs to walk: levels with their stops, machines with their states, as JSON that is fit for
/// a `script` element.
void write_walk_as_json(Markup& page, const LessonWalk& walk);

/// The tables of all actors that have one, as such JSON.
std::string tables_as_json(const TableOf& table_of);

/// A participant's name, in its colour.
void write_actor(Markup& page, Participant participant);

}  // namespace flowsim::emit
