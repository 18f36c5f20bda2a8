#include "enrolment/session.hpp"

#include "enrolment/memory.hpp"

namespace motcua::enrolment {

void session::enrol(const std::string& kind, const std::string& url, std::filesystem::path file)
{
    url_ = url;
    file_ = std::move(file);
    if (!keep({})) {
        return;
    }
    enrolment_.emplace(
        server_, kind,
        client::enrolment_events{.on_code = [this](const auto& code) { report_(code_came{code}); },
                                 .on_trouble = [this](auto trouble) { report_(trouble_changed{trouble}); },
                                 .on_allowed =
                                     [this](const protocol::device_credential& given) {
                                         if (keep(given.token)) {
                                             report_(allowed{given.token, given.name});
                                         }
                                     }});
    enrolment_->start();
}

bool session::keep(const std::optional<std::string>& token)
{
    try {
        auto kept = read_memory(file_).value_or(memory{});
        kept.server = url_;
        kept.token = token;
        write_memory(file_, kept);
        return true;
    } catch (const memory_error& error) {
        report_(not_kept{error.what()});
        return false;
    }
}

} // namespace motcua::enrolment
