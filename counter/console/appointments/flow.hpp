#pragma once
// What the officer's keys and the server's answers do to the view of the appointments. Pure, as the console's
// model is: what is requested of the server comes out.

#include "counter/console/model.hpp"

#include <string_view>

namespace motcua::counter::console::appointments {

/// The handling of one event that happens `now`.
class flow
{
public:
    /// `key_prefix`: that of the model's orders.
    flow(console::state& all, std::string_view key_prefix, moment now)
        : all_(all), own_(all.appointments), key_prefix_(key_prefix), now_(now)
    {}

    /// True: the event was for the appointments, and nobody else handles it.
    bool take(const console::event& input);

    /// What it asks of the server, in order.
    const std::vector<request>& requests() const { return requests_; }
    /// Whether the picture changes by it.
    bool has_changed() const { return has_changed_; }

private:
    void on(const pressed_appointments& input);
    void on(const pressed_book& input);
    void on(const picked_field& input);
    void on(const list_came& input);
    void on(const times_came& input);
    void on(const times_failed& input);
    void on(const deed_done& input);
    void on(const checked_in& input);
    void on(const place_held& input);
    void on(const person_came& input);
    void on(const deed_refused& input);
    void on(const deed_unanswered& input);

    void move(int by);
    void change_day(int by);
    void pick(const std::string& code);
    void choose(std::size_t index);
    void confirm();
    void leave();
    void type(char32_t letter);
    void erase();
    void tick();

    void go(step to);
    void watch(std::chrono::local_days day);
    void find(std::string letters);
    void seek_times(std::chrono::local_days from, std::chrono::local_days to);
    void begin_times(std::chrono::local_days day);
    void take_time(std::size_t index);
    void take_service(std::size_t index);
    void take_deed(std::size_t index);
    void finish_form();
    void do_to_chosen(deed_kind kind);
    void send(deed wanted);
    std::optional<deed> take_awaited(const std::string& key);
    void offer_other_time(const deed& refused, const deed_refused& why);
    void hide_person();
    void forget_form();
    void put(const appointment& changed);
    void notify(notice shown);
    std::size_t rows() const;

    console::state& all_;
    state& own_;
    std::string_view key_prefix_;
    moment now_;
    std::vector<request> requests_;
    bool has_changed_ = false;
};

/// The key of the text about why the server refused.
std::string refusal_words(const deed& wanted, const deed_refused& why);

} // namespace motcua::counter::console::appointments
