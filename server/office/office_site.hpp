#pragma once
// The one site of a data folder: its journal opened, its clock, and its settings brought up to the
// configuration.

#include "server/journal/journal.hpp"
#include "server/office/data_folder.hpp"
#include "server/runtime/site.hpp"

namespace motcua {

/// Makes the database of a new folder, with the office's settings as its first event. Throws std::exception
/// with one line when it cannot be made or the settings cannot be.
void found_site(const data_folder& folder, const configuration& office);

/// Opens the journal. Throws std::runtime_error with one line.
std::unique_ptr<journal::journal> open_journal(const data_folder& folder, const std::string& site);

/// The line about a journal without an event of `site`, which found_site would have given it: the
/// configuration names another site than the folder was made for, or the journal was emptied.
std::string no_events_of(const data_folder& folder, const std::string& site);

/// Asks `site` for the settings of the configuration, if it has others. `why` gets what is wrong with them:
/// at once and with nothing left to commit when the site cannot take them, else from the commit, which is the
/// caller's.
void follow_configuration(runtime::site& site, const configuration& office,
                          std::function<void(const std::string& why)> refused);

} // namespace motcua
