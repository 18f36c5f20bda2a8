#include "kiosk/kiosk.hpp"
#include "base/overloaded.hpp"
#include "kiosk/screens/screens.hpp"

namespace motcua::kiosk {

void kiosk_window::draw(ui::frame& frame, const kiosk::state& state) const { kiosk::draw(frame, state); }

void server_and_printer::perform(const effect& wanted)
{
    std::visit(base::overloaded{[&](const print& slip) { printer_.perform(slip); },
                                [&](const auto&) { server_.perform(wanted); }},
               wanted);
}

std::vector<event> server_and_printer::take()
{
    auto news = server_.take();
    for (auto& printed : printer_.take()) {
        if (const auto* slip = std::get_if<slip_printed>(&printed)) {
            report_(slip->done ? protocol::printer_state::ok : protocol::printer_state::offline);
        }
        news.push_back(std::move(printed));
    }
    return news;
}

} // namespace motcua::kiosk
