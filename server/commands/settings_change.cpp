#include "server/commands/settings_change.hpp"

#include "base/duration_json.hpp"
#include "base/json.hpp"
#include "server/commands/administration.hpp"
#include "server/commands/commands.hpp"

#include <stdexcept>

namespace motcua::commands {

namespace {

/// The tickets that stand against the change, for the end of a sentence.
std::string tickets_in(const boost::json::value& body)
{
    const auto* object = body.if_object();
    const auto* tickets = object == nullptr ? nullptr : object->if_contains("tickets");
    std::string text;
    if (tickets != nullptr && tickets->is_array()) {
        for (const auto& number : tickets->get_array()) {
            text += (text.empty() ? " Tickets: " : ", ") + std::string(number.as_string());
        }
    }
    return text;
}

} // namespace

boost::system::result<void, settings_refusal> change_settings(const office_folder& opened,
                                                              const domain::site_settings& settings)
{
    administration office(opened);
    // Whatever stands now is replaced: the file is what the administrator wants.
    const auto answer = office.ask({.method = boost::beast::http::verb::put,
                                    .path = "/settings",
                                    .body = base::to_json(settings),
                                    .if_match = "*"});
    if (answer.is_success()) {
        return {};
    }
    if (answer.status == 503) {
        throw failure("the store did not accept the change");
    }
    const bool is_fault = answer.text_at("code") == "invalid_settings";
    return settings_refusal{.field = is_fault ? answer.text_at("field") : std::string(),
                            .why = answer.text_at("detail") + tickets_in(answer.body)};
}

void throw_exception_from_error(const settings_refusal& refused, const boost::source_location&)
{
    throw std::logic_error("refused: " + refused.why);
}

} // namespace motcua::commands
