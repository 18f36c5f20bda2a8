#pragma once
// The hall board as a program of the window: model, screen, and a link to the server behind a seam.

#include "counter/board/model.hpp"
#include "ui/stage.hpp"

namespace motcua::counter::board {

/// The server as the hall board needs it.
class server_link
{
public:
    virtual ~server_link() = default;

    /// What happened since the last call, oldest first. From the window's thread; never waits.
    virtual std::vector<event> take() = 0;
};

class board_program : public ui::program
{
public:
    /// `language` is the code of the screen's. `link` outlives the program.
    board_program(server_link& link, std::string language) : link_(link), language_(std::move(language)) {}

    void draw(ui::frame& f) const override;
    void act(const ui::action&, time) override {}
    bool wake(time now) override;

    const board::state& state() const { return model_.state(); }

private:
    server_link& link_;
    model model_;
    std::string language_;
};

} // namespace motcua::counter::board
