// What the officer does in the view of the appointments.

#include "counter/console/appointments/flow.hpp"

#include "base/overloaded.hpp"
#include "counter/console/appointments/form.hpp"
#include "counter/console/appointments/limits.hpp"
#include "counter/console/appointments/rules.hpp"
#include "counter/limits.hpp"

#include <algorithm>
#include <utility>

namespace motcua::counter::console::appointments {

bool flow::take(const console::event& input)
{
    if (const auto* own = std::get_if<event>(&input)) {
        const bool opens =
            std::holds_alternative<pressed_appointments>(*own) || std::holds_alternative<pressed_book>(*own);
        if (opens && all_.sheet) {
            return false;
        }
        std::visit([this](const auto& known) { on(known); }, *own);
        return true;
    }
    if (std::holds_alternative<console::ticked>(input)) {
        tick();
        return false;
    }
    if (own_.step == step::closed || all_.sheet) {
        return false;
    }
    const auto remind = [this] { notify({.words = "appointments.leave_first", .since = now_}); };
    return std::visit(
        base::overloaded{[&](const console::moved& by) { return move(by.by), true; },
                         [&](const console::moved_across& by) { return change_day(by.by), true; },
                         [&](const console::picked& row) { return pick(row.ticket), true; },
                         [&](const console::chose& row) { return choose(row.index), true; },
                         [&](const console::typed& key) { return type(key.letter), true; },
                         [&](const console::erased&) { return erase(), true; },
                         [&](const console::confirmed&) { return confirm(), true; },
                         [&](const console::left&) { return leave(), true; },
                         [](const console::showed&) { return true; },
                         [&](const console::pressed&) { return remind(), true; },
                         [&](const console::pressed_pause_or_open&) { return remind(), true; },
                         [&](const console::pressed_outcomes&) { return remind(), true; },
                         [&](const console::pressed_close&) { return remind(), true; },
                         [&](const console::pressed_sign_out&) { return remind(), true; },
                         [](const auto&) { return false; }},
        input);
}

void flow::on(const pressed_appointments&)
{
    if (own_.awaited || !all_.time) {
        return;
    }
    if (own_.step != step::closed) {
        forget_form();
        own_.notice.reset();
        own_.is_loaded = false;
        requests_.emplace_back(watch_day{});
        return go(step::closed);
    }
    own_.search.clear();
    watch(today(all_));
    go(step::list);
}

void flow::on(const pressed_book&)
{
    if (own_.awaited || !all_.time || all_.services.empty()) {
        return;
    }
    if (own_.step == step::closed) {
        own_.search.clear();
        watch(today(all_));
    }
    forget_form();
    own_.is_new = true;
    go(step::service);
}

void flow::on(const picked_field& input)
{
    own_.field = input.field;
    has_changed_ = true;
}

void flow::move(int by)
{
    if (own_.awaited) {
        return;
    }
    has_changed_ = true;
    if (own_.step == step::form) {
        own_.field = by > 0 ? field::phone : field::name;
        return;
    }
    const auto from = [&](int at, std::size_t count) {
        return static_cast<std::size_t>(std::clamp(at + by, 0, std::max(static_cast<int>(count) - 1, 0)));
    };
    if (own_.step != step::list) {
        own_.row = from(static_cast<int>(own_.row), rows());
        return;
    }
    const auto seen = seen_appointments(all_);
    if (seen.empty()) {
        return;
    }
    const auto at = std::ranges::find(seen, own_.chosen, &appointment::code);
    const auto before = at != seen.end() ? static_cast<int>(at - seen.begin())
                        : by > 0         ? -1
                                         : static_cast<int>(seen.size());
    own_.chosen = seen[from(before, seen.size())]->code;
}

/// How many rows the keys can be at.
std::size_t flow::rows() const
{
    switch (own_.step) {
    case step::appointment:
        return menu.size();
    case step::service:
        return all_.services.size();
    case step::times:
        return times_of_day(own_).size();
    default:
        return 0;
    }
}

void flow::change_day(int by)
{
    using std::chrono::days;
    if (own_.awaited) {
        return;
    }
    const auto now = today(all_);
    if (own_.step == step::list) {
        own_.search.clear();
        own_.chosen.clear();
        watch(std::clamp(own_.day + days{by}, now - limits::appointments_back,
                         now + limits::appointments_ahead));
    } else if (own_.step == step::times) {
        const auto day = std::clamp(own_.times_day + days{by}, now, now + limits::appointments_ahead);
        own_.row = 0;
        own_.times_day = day;
        seek_times(day, day);
    }
    has_changed_ = true;
}

void flow::pick(const std::string& code)
{
    if (own_.step != step::list || own_.awaited) {
        return;
    }
    own_.chosen = code;
    has_changed_ = true;
    if (find_chosen(own_)) {
        go(step::appointment);
    }
}

void flow::choose(std::size_t index)
{
    if (own_.awaited || index >= rows()) {
        return;
    }
    own_.row = index;
    has_changed_ = true;
    if (own_.step == step::appointment) {
        take_deed(index);
    } else if (own_.step == step::service) {
        take_service(index);
    } else if (own_.step == step::times) {
        take_time(index);
    }
}

void flow::confirm()
{
    if (own_.awaited) {
        return;
    }
    switch (own_.step) {
    case step::list:
        return pick(own_.chosen);
    case step::cancel:
        return do_to_chosen(deed_kind::cancel);
    case step::form:
        return finish_form();
    default:
        return choose(own_.row);
    }
}

/// One step back. While an answer is awaited there is none: the answer would meet another screen.
void flow::leave()
{
    if (own_.awaited) {
        return;
    }
    if (own_.notice) {
        own_.notice.reset();
        has_changed_ = true;
        return;
    }
    switch (own_.step) {
    case step::closed:
        return;
    case step::list:
        return own_.search.empty() ? on(pressed_appointments{}) : find({});
    case step::cancel:
        return go(step::appointment);
    case step::times:
        return own_.is_new ? go(step::service) : go(step::appointment);
    case step::form:
        // The place is kept until its time is over: an appointment ends it, and nothing else does.
        own_.held.reset();
        go(step::times);
        return seek_times(own_.times_day, own_.times_day);
    case step::appointment:
    case step::service:
        forget_form();
        return go(step::list);
    }
}

/// Letters of a code; digits that choose; name and phone number.
void flow::type(char32_t letter)
{
    const bool is_digit = letter >= U'0' && letter <= U'9';
    if (own_.step == step::list) {
        const bool is_small = letter >= U'a' && letter <= U'z';
        const bool is_letter = is_small || is_digit || (letter >= U'A' && letter <= U'Z');
        if (is_letter && own_.search.size() < limits::searched_letters) {
            find(own_.search + static_cast<char>(is_small ? letter - U'a' + U'A' : letter));
        }
    } else if (own_.step == step::appointment || own_.step == step::service) {
        if (is_digit && letter != U'0') {
            choose(static_cast<std::size_t>(letter - U'1'));
        }
    } else if (own_.step == step::form && !own_.awaited) {
        type_into_form(own_, letter);
        has_changed_ = true;
    }
}

void flow::erase()
{
    if (own_.step == step::list && !own_.search.empty()) {
        find(own_.search.substr(0, own_.search.size() - 1));
    } else if (own_.step == step::form && !own_.awaited) {
        erase_from_form(own_);
        has_changed_ = true;
    }
}

/// Lists the appointments whose code has these letters, and chooses the first.
void flow::find(std::string letters)
{
    own_.search = std::move(letters);
    const auto seen = seen_appointments(all_);
    own_.chosen = own_.search.empty() || seen.empty() ? std::string() : seen.front()->code;
    has_changed_ = true;
}

void flow::tick()
{
    if (own_.step == step::closed) {
        return;
    }
    if (own_.awaited && now_ >= own_.sent + limits::answer) {
        on(deed_unanswered{own_.awaited->key});
    }
    const bool is_slow = own_.awaited && now_ >= own_.sent + limits::patience;
    has_changed_ |= std::exchange(own_.is_slow, is_slow) != is_slow;
    if (own_.person && now_ >= own_.person->since + limits::person_shown) {
        hide_person();
    }
    if (own_.notice) {
        // A number or a code is written down, or read to a caller.
        const auto time = own_.notice->is_good ? limits::number_notice : limits::notice;
        if (now_ >= own_.notice->since + time) {
            own_.notice.reset();
            has_changed_ = true;
        }
    }
    const bool is_over = own_.held && all_.time && *all_.time >= own_.held->expires_at;
    if (own_.step == step::form && is_over && !own_.awaited) {
        own_.held.reset();
        notify({.words = "appointments.refused.hold_expired", .since = now_});
        go(step::times);
        seek_times(own_.times_day, own_.times_day);
    }
}

void flow::go(step to)
{
    if (to != step::appointment && to != step::cancel) {
        hide_person();
    }
    own_.step = to;
    own_.row = 0;
    has_changed_ = true;
}

void flow::watch(std::chrono::local_days day)
{
    own_.is_loaded = own_.is_loaded && day == own_.day;
    if (!own_.is_loaded) {
        own_.all.clear();
        own_.chosen.clear();
    }
    own_.day = day;
    requests_.emplace_back(watch_day{day});
    has_changed_ = true;
}

void flow::notify(notice shown)
{
    own_.notice = std::move(shown);
    has_changed_ = true;
}

void flow::hide_person()
{
    if (!own_.person) {
        return;
    }
    std::ranges::fill(own_.person->name, '\0');
    std::ranges::fill(own_.person->phone, '\0');
    own_.person.reset();
    has_changed_ = true;
}

void flow::forget_form()
{
    for (auto* typed : {&own_.name, &own_.phone}) {
        std::ranges::fill(*typed, '\0');
        typed->clear();
    }
    own_.held.reset();
    own_.field = field::name;
    own_.is_new = false;
    hide_person();
}

} // namespace motcua::counter::console::appointments
