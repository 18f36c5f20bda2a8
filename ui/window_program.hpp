#pragma once
// The program that every window is: a pure model, a screen drawn from the model's state, and everything else
// behind one seam. A window adds only what is its own: which event a key means, which screen is drawn.

#include "base/require.hpp"
#include "ui/outside.hpp"
#include "ui/program.hpp"

#include <optional>
#include <type_traits>
#include <utility>

namespace motcua::ui {

/// `Window` is a few lines of wiring:
///
///     struct board_window
///     {
///         using model = board::model;      // handle(event, moment), state(), revision()
///         using event = board::event;      // what happens to the model: a variant that can be compared
///         using effect = board::effect;    // what the model asks of the outside
///         using tick = board::ticked;      // the event of the time that passes
///
///         void draw(ui::frame& into, const board::state& state) const;
///
///         // Where the window has them: the event, or nothing when the input means nothing.
///         std::optional<event> key(const sf::Event::KeyEvent& key) const;
///         bool repeats(const sf::Event::KeyEvent& key) const;
///         std::optional<event> scrolled(int notches) const;
///         std::optional<event> typed(char32_t letter) const;
///
///         // Where the window can come to its end by itself.
///         bool is_over(const board::state& state) const;
///     };
///
/// `handle` returns what it asks of the outside: nothing (void), one effect or none (std::optional), or
/// several in their order. A touch target of the window's screen carries an `event` (`ui::action`).
template <class Window>
class window_program : public program
{
public:
    using model = typename Window::model;
    using event = typename Window::event;
    using effect = typename Window::effect;

    /// The rest of the arguments make the model. `outside` outlives the program.
    template <class... Arguments>
    explicit window_program(ui::outside<effect, event>& outside, Window window, Arguments&&... arguments)
        : outside_(outside), window_(std::move(window)), model_(std::forward<Arguments>(arguments)...)
    {}

    void draw(frame& into) const override { window_.draw(into, model_.state()); }

    void act(const action& tapped, time now) override
    {
        const auto* event_of_target = tapped.as<event>();
        base::require(event_of_target, "a touch target carries an event of its window's model");
        feed(*event_of_target, now);
    }

    bool key(const sf::Event::KeyEvent& key, time now) override
    {
        if constexpr (requires { window_.key(key); }) {
            return feed_if_any(window_.key(key), now);
        }
        return false;
    }

    bool repeats(const sf::Event::KeyEvent& key) const override
    {
        if constexpr (requires { window_.repeats(key); }) {
            return window_.repeats(key);
        }
        return false;
    }

    bool scrolled(int notches, time now) override
    {
        if constexpr (requires { window_.scrolled(notches); }) {
            return feed_if_any(window_.scrolled(notches), now);
        }
        return false;
    }

    bool typed(char32_t letter, time now) override
    {
        if constexpr (requires { window_.typed(letter); }) {
            return feed_if_any(window_.typed(letter), now);
        }
        return false;
    }

    bool wake(time now) override
    {
        const auto before = model_.revision();
        for (const auto& news : outside_.take()) {
            feed(news, now);
        }
        feed(typename Window::tick{}, now);
        return model_.revision() != before;
    }

    bool is_over() const override
    {
        if constexpr (requires { window_.is_over(model_.state()); }) {
            return window_.is_over(model_.state());
        }
        return false;
    }

    const auto& state() const { return model_.state(); }

private:
    /// True when the picture changes by it.
    bool feed_if_any(const std::optional<event>& input, time now)
    {
        const auto before = model_.revision();
        if (input) {
            feed(*input, now);
        }
        return model_.revision() != before;
    }

    void feed(const event& news, time now)
    {
        using effects = decltype(model_.handle(news, now));
        if constexpr (std::is_void_v<effects>) {
            model_.handle(news, now);
        } else if constexpr (requires(effects all) { all.has_value(); }) {
            if (const auto wanted = model_.handle(news, now)) {
                outside_.perform(*wanted);
            }
        } else {
            for (const auto& wanted : model_.handle(news, now)) {
                outside_.perform(wanted);
            }
        }
    }

    ui::outside<effect, event>& outside_;
    Window window_;
    model model_;
};

} // namespace motcua::ui
