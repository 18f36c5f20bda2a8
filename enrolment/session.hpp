#pragma once
// The enrolment on the network's strand. What the server gives is kept before anybody uses it.

#include "enrolment/model.hpp"

#include <filesystem>
#include <functional>

namespace motcua::enrolment {

/// On the strand of its connection.
class session
{
public:
    /// `report` takes what happened, on the strand. `server` outlives the session.
    session(client::connection& server, std::function<void(event)> report)
        : server_{server}, report_{std::move(report)}
    {}

    /// A device that is not allowed has no token: enrol() begins.
    void start(const std::string&) {}

    /// Enrols a device of `kind` at the server `url`, where the connection leads. Server, token and the
    /// fingerprint of an https server are kept in `file`, whose other contents stay; first the server alone,
    /// so that a file that cannot be written is known before a token is lost.
    void enrol(const std::string& kind, const std::string& url, std::filesystem::path file);

private:
    std::optional<std::string> fingerprint() const;
    bool keep(const std::optional<std::string>& token);

    client::connection& server_;
    std::function<void(event)> report_;
    std::string url_;
    std::filesystem::path file_;
    std::optional<client::enrolment> enrolment_;
};

} // namespace motcua::enrolment
