#pragma once
// Everything that the staff can do, one row per action: its key, icon, texts, request and rule stand together
// here, and keyboard, buttons, questions, rules and requests take them from here.

#include "counter/console/model.hpp"

#include <span>
#include <string_view>

namespace motcua::counter::console {

struct action_row
{
    console::action action{};
    /// The key that does it, by the name on its chip: "F2", "Shift F4". Empty: none. Rows that share a key
    /// are those of which a state allows one only.
    std::string_view key = {};
    /// Of assets/icons; empty: its button has none.
    std::string_view icon = {};
    /// The key of the text on its button, and by which notices name it.
    std::string_view label;
    /// The key of its text among the answers to a question, where that differs.
    std::string_view choice = {};
    /// Below /api/v1; {site}, {counter} and {ticket} stand for their codes and id.
    std::string_view path;
    /// It is done to one ticket; otherwise to the counter.
    bool is_of_ticket = true;
    /// What its key and its button mean to the model.
    event meaning;
    /// Whether the server would take it in this state: `about` is its ticket, null where it has none.
    bool (*fits)(const state& state, const ticket* about);
};

/// Every row; of one action the plain one first.
std::span<const action_row> action_rows();

/// The row of an action.
const action_row& row_of(action wanted);

/// The first row with this meaning; there must be one.
const action_row& row_meaning(const event& wanted);

/// The first row with this key; null when the key does nothing.
const action_row* row_with_key(std::string_view key);

} // namespace motcua::counter::console
