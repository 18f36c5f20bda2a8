#pragma once
// The site of a data folder while no server runs on it: founded, and changed by the command line.

#include "server/journal/journal.hpp"
#include "server/office/data_folder.hpp"
#include "server/runtime/site.hpp"

#include <functional>
#include <memory>
#include <string>

namespace motcua::office {

/// Opens the journal; `report` gets a line for each projection that is rebuilt. Throws std::runtime_error
/// with one line.
std::unique_ptr<journal::journal> open_journal(const data_folder& folder, const std::string& site,
                                               const std::function<void(const std::string&)>& report = {});

/// The message about a journal without an event of `site`, although one was founded: the configuration names
/// another site than the folder was created for, or the journal was emptied.
std::string no_events_of(const data_folder& folder, const std::string& site);

/// On one thread.
class offline_site
{
public:
    /// Creates the database of a folder without one, or opens it. Throws std::runtime_error with one line: no
    /// server may run on the folder.
    offline_site(const data_folder& folder, const std::string& site);

    const domain::site_state& state() const { return site_.state(); }

    /// Decides `wanted` and stores what follows from it, and `stored_beside` with it; or why the site refuses
    /// it. Throws std::runtime_error if the store takes nothing.
    boost::system::result<void, domain::refusal> change(
        const domain::command& wanted, const std::string& actor,
        const std::vector<journal::erasable_row>& stored_beside = {});

private:
    std::unique_ptr<journal::journal> store_;
    runtime::machine_clock clock_;
    runtime::site site_;
};

} // namespace motcua::office
