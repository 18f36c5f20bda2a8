#pragma once
// The names of a simulated disk: which file a name stands for, and which of that a power loss spares.

#include "tests/simulation/disk/stored_file.hpp"

#include <map>
#include <string>

namespace motcua::simulation {

/// One folder. A file that was made or removed is durably so only when sync() has returned: the file's own
/// sync keeps its bytes and not its name.
class directory
{
public:
    /// Null where there is none.
    std::shared_ptr<stored_file> find(const std::string& name) const;

    std::shared_ptr<stored_file> make(const std::string& name);

    /// The name goes at once; a handle that has the file open keeps it.
    void remove(const std::string& name);

    void sync();

    /// A sync that did not come to its end: of each name some of what happened to it, from the first on, is
    /// durable.
    void sync_part(draws& random);

    void lose_power(draws& random);
    void lose_process();

    /// What all files take together.
    std::uint64_t bytes() const;

private:
    struct entry
    {
        /// What the name stood for at the last sync, and after each change since; null for no file.
        std::vector<std::shared_ptr<stored_file>> history{nullptr};

        const std::shared_ptr<stored_file>& now() const { return history.back(); }
    };

    std::map<std::string, entry> names_;
};

} // namespace motcua::simulation
