#pragma once
// The console as a program of the window: model, screen, keys, and a link to the server behind a seam.

#include "counter/console/model.hpp"
#include "ui/stage.hpp"

namespace motcua::counter::console {

/// The server as the console needs it. Both functions are called from the window's thread and never wait.
class server_link
{
public:
    virtual ~server_link() = default;

    /// Sends an order; its answer comes as done, nobody_waits, refused or unanswered with the order's key.
    virtual void send(const order& o) = 0;
    /// What happened since the last call, oldest first.
    virtual std::vector<event> take() = 0;
};

class console_program : public ui::program
{
public:
    /// `key_prefix` as for the model; `language` is the code of the screen's. `link` outlives the program.
    console_program(server_link& link, std::string key_prefix, std::string language)
        : link_(link), model_(std::move(key_prefix)), language_(std::move(language))
    {}

    void draw(ui::frame& f) const override;
    void act(const ui::action& a, time now) override;
    bool key(const sf::Event::KeyEvent& k, time now) override;
    bool repeats(const sf::Event::KeyEvent& k) const override;
    bool scrolled(int by, time now) override;
    bool wake(time now) override;

    const console::state& state() const { return model_.state(); }

private:
    bool feed(const event& e, time now);

    server_link& link_;
    model model_;
    std::string language_;
};

} // namespace motcua::counter::console
