// What is requested of the server: free times, and deeds with their keys.

#include "counter/console/appointments/flow.hpp"

#include "counter/console/appointments/form.hpp"
#include "counter/console/appointments/limits.hpp"
#include "counter/console/appointments/rules.hpp"

#include <utility>

namespace motcua::counter::console::appointments {

using std::chrono::days;

/// Requests the free times of these days; those seen so far may be taken by now.
void flow::seek_times(std::chrono::local_days from, std::chrono::local_days to)
{
    ask_times asked{own_.service, own_.procedure, from, to};
    own_.times.clear();
    own_.times_are = loading::asked;
    own_.times_request = asked;
    requests_.emplace_back(std::move(asked));
    has_changed_ = true;
}

/// From `day` on, up to the first one with a free time.
void flow::begin_times(std::chrono::local_days day)
{
    own_.wanted_time.reset();
    own_.times_day = day;
    go(step::times);
    seek_times(day, day + limits::first_look - days{1});
}

void flow::take_service(std::size_t index)
{
    own_.service = all_.services[index].code;
    own_.procedure.clear();
    begin_times(today(all_));
}

void flow::take_deed(std::size_t index)
{
    const auto* chosen = find_chosen(own_);
    if (chosen == nullptr || !is_possible(all_, *chosen, menu[index])) {
        return notify({.words = "appointments.not_possible", .since = now_});
    }
    switch (menu[index]) {
    case deed_kind::move:
        own_.is_new = false;
        own_.service = chosen->service;
        own_.procedure = chosen->procedure;
        // One of a day before cannot be moved: its day is today's or later.
        return begin_times(std::chrono::floor<days>(chosen->start));
    case deed_kind::cancel:
        return go(step::cancel);
    case deed_kind::show_person:
        return own_.person ? hide_person() : do_to_chosen(deed_kind::show_person);
    default:
        return do_to_chosen(deed_kind::check_in);
    }
}

/// Keeps the place of a new appointment while its form is filled, or moves the chosen one.
void flow::take_time(std::size_t index)
{
    const auto start = times_of_day(own_)[index].start;
    if (own_.is_new) {
        return send({.kind = deed_kind::hold, .service = own_.service, .start = start});
    }
    send({.kind = deed_kind::move, .code = own_.chosen, .start = start});
}

void flow::finish_form()
{
    has_changed_ = true;
    if (const auto missing = missing_field(own_)) {
        own_.field = *missing;
        return;
    }
    if (own_.field == field::name) {
        own_.field = field::phone;
        return;
    }
    if (own_.held) {
        send({.kind = deed_kind::book,
              .service = own_.service,
              .start = own_.held->start,
              .hold = own_.held->hold,
              .name = own_.name,
              .phone = own_.phone});
    }
}

void flow::do_to_chosen(deed_kind kind)
{
    if (find_chosen(own_)) {
        send({.kind = kind, .code = own_.chosen});
    }
}

void flow::send(deed wanted)
{
    // Without the server the banner says so already.
    if (all_.contact != contact::connected) {
        return;
    }
    // Done or not, the server answers the same key with the same answer.
    if (own_.unanswered) {
        wanted.key = own_.unanswered->key;
    }
    if (own_.unanswered != wanted) {
        wanted.key = std::string(key_prefix_) + "-b" + std::to_string(++own_.deeds);
    }
    own_.unanswered.reset();
    own_.notice.reset();
    own_.awaited = wanted;
    own_.sent = now_;
    requests_.emplace_back(std::move(wanted));
    has_changed_ = true;
}

std::optional<deed> flow::take_awaited(const std::string& key)
{
    if (!own_.awaited || own_.awaited->key != key) {
        return std::nullopt;
    }
    own_.is_slow = false;
    has_changed_ = true;
    return std::exchange(own_.awaited, std::nullopt);
}

} // namespace motcua::counter::console::appointments
