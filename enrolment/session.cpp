#include "enrolment/session.hpp"

#include "base/hex.hpp"
#include "enrolment/memory.hpp"

namespace motcua::enrolment {

void session::enrol(const std::string& kind, const std::string& url, std::filesystem::path file)
{
    url_ = url;
    file_ = std::move(file);
    if (!keep({})) {
        return;
    }
    enrolment_.emplace(server_, kind,
                       client::enrolment_events{
                           .on_code = [this](const auto& code) { report_(code_came{code}); },
                           .on_trouble = [this](auto trouble) { report_(trouble_changed{trouble}); },
                           .on_allowed =
                               [this](const protocol::device_credential& given) {
                                   if (keep(given.token)) {
                                       report_(allowed{given.token, given.name, fingerprint().value_or("")});
                                   }
                               }});
    enrolment_->start();
}

std::optional<std::string> session::fingerprint() const
{
    const auto pinned = server_.pinned();
    return pinned ? std::optional(base::to_hex(*pinned)) : std::nullopt;
}

bool session::keep(const std::optional<std::string>& token)
{
    try {
        auto kept = read_memory(file_).value_or(memory{});
        kept.server = url_;
        kept.token = token;
        kept.fingerprint = fingerprint();
        write_memory(file_, kept);
        return true;
    } catch (const memory_error& error) {
        report_(not_kept{error.what()});
        return false;
    }
}

} // namespace motcua::enrolment
