#pragma once
// The command line as an administrator: its requests go to the server that runs on the folder or, without
// one, to the office that is opened here. Both answer by the same handlers.

#include "server/commands/office_folder.hpp"

#include <boost/beast/http/verb.hpp>
#include <boost/json/value.hpp>
#include <memory>
#include <string>

namespace motcua::commands {

struct admin_request
{
    boost::beast::http::verb method = boost::beast::http::verb::get;
    /// Below `/api/v1/sites/{site}`: "/staff".
    std::string path;
    /// JSON; empty without a body.
    std::string body{};
    std::string if_match{};
};

struct admin_answer
{
    unsigned status{};
    /// Null where there is none.
    boost::json::value body;
    std::string etag;

    bool is_success() const { return status >= 200 && status < 300; }
    /// The text in this member of the body; empty where there is none.
    std::string text_at(std::string_view name) const;
};

/// `text` as one segment of a path (RFC 3986, section 2.1).
std::string in_path(std::string_view text);

class administration
{
public:
    /// Throws `failure` when the office can be neither reached nor opened.
    explicit administration(const office_folder& opened);
    ~administration();

    /// Throws `failure` when no answer comes.
    admin_answer ask(const admin_request& wanted);
    /// The same, where only a success will do: otherwise throws `failure` with the reason that was given.
    admin_answer must(const admin_request& wanted);

    /// Whether a server runs on the folder.
    bool is_served() const;

private:
    class way;
    class way_to_server;
    class way_to_folder;

    std::string site_;
    std::unique_ptr<way> way_;
};

} // namespace motcua::commands
