#pragma once
// What a check of the invariants found.

#include "server/domain/types.hpp"

#include <string>
#include <vector>

namespace motcua::domain {

/// Collects what is wrong, a sentence each.
class findings
{
public:
    /// Notes "`subject` `what`" unless `holds`.
    void must(bool holds, const std::string& subject, const char* what)
    {
        if (!holds) {
            found_.push_back(subject + " " + what);
        }
    }

    std::vector<std::string> take() { return std::move(found_); }

private:
    std::vector<std::string> found_;
};

inline std::string name_of(ticket_id id) { return "ticket " + std::to_string(static_cast<std::int64_t>(id)); }

inline std::string name_of(block_id id) { return "block " + std::to_string(static_cast<std::int64_t>(id)); }

inline std::string name_of(appointment_id id)
{
    return "appointment " + std::to_string(static_cast<std::int64_t>(id));
}

} // namespace motcua::domain
