#pragma once
// The site of a data folder: creates its journal, opens it, and gives the site the settings of the
// configuration.

#include "server/journal/journal.hpp"
#include "server/office/data_folder.hpp"
#include "server/runtime/site.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace motcua::office {

/// Creates the database of a new folder, with the settings of the configuration as its first event. Throws
/// std::exception with one line if that fails.
void found_site(const data_folder& folder, const configuration& configuration);

/// Opens the journal; `report` gets a line for each projection that is rebuilt. Throws std::runtime_error
/// with one line.
std::unique_ptr<journal::journal> open_journal(const data_folder& folder, const std::string& site,
                                               const std::function<void(const std::string&)>& report = {});

/// The message about a journal without an event of `site`, although found_site wrote one: the configuration
/// names another site than the folder was created for, or the journal was emptied.
std::string no_events_of(const data_folder& folder, const std::string& site);

/// Changes the settings of `site` to those of the configuration, if they differ; the caller commits. Returns
/// the names of the fields that change, none if the settings are the same or refused. `refused` gets the
/// reason: at once and with nothing left to commit if the site does not accept the settings, from the commit
/// if the store does not.
std::vector<std::string> follow_configuration(runtime::site& site, const configuration& configuration,
                                              std::function<void(const std::string& why)> refused);

} // namespace motcua::office
