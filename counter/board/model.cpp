#include "counter/board/model.hpp"
#include "counter/limits.hpp"

#include <algorithm>

namespace motcua::counter::board {

void model::handle(const event& input, moment now)
{
    if (!heard_) {
        heard_ = now;
    }
    std::visit([&](const auto& known) { on(known, now); }, input);
}

void model::on(const office_known& input, moment)
{
    state_.office = input.name;
    state_.office_en = input.name_en;
    state_.languages = input.settings.languages;
    notices_ = input.settings.notices;
    choose_notices();
    calls_.set_turn(input.settings.per_call);
    refused_ = false;
    ++revision_;
}

void model::on(const device_refused&, moment now)
{
    refused_ = true;
    on(ticked{}, now);
}

void model::on(const device_revoked&, moment)
{
    state_.is_revoked = true;
    ++revision_;
}

void model::on(const connection_changed& input, moment now)
{
    connected_ = input.connected;
    refused_ = false;
    on(ticked{}, now);
}

void model::on(const board_arrived& input, moment now)
{
    clock_.set(input.time, now);
    heard_ = now;
    state_.services = input.services;
    state_.counters = input.counters;
    calls_.replace(input.calling, input.time, now);
    ++revision_;
    on(ticked{}, now);
}

void model::on(const called& input, moment now)
{
    calls_.add(input.call, now);
    put_at_counter(input.call.counter, input.call.number);
    on(ticked{}, now);
}

void model::on(const ended& input, moment now)
{
    calls_.end(input.number, now);
    if (!input.is_served) {
        put_at_counter({}, input.number);
    }
    on(ticked{}, now);
}

void model::on(const ticked&, moment now)
{
    calls_.tick(now);
    show_calls(now);
    if (connected_) {
        heard_ = now;
    }
    judge(now);
    if (!clock_.set_at()) {
        return;
    }
    const auto time = clock_.at(now);
    if (client::shows_another_minute(state_.time, time)) {
        ++revision_;
    }
    state_.time = time;
    choose_notices();
    const auto turn = static_cast<std::size_t>((now - *clock_.set_at()) / limits::message);
    if (turn != state_.turn) {
        ++revision_;
    }
    state_.turn = turn;
}

/// The number is at this counter now, or at none, without waiting for the next board.
void model::put_at_counter(const std::string& counter, const std::string& number)
{
    for (auto& one : state_.counters) {
        if (one.code == counter) {
            one.number = number;
            ++revision_;
        } else if (one.number == number) {
            one.number.clear();
            ++revision_;
        }
    }
}

void model::choose_notices()
{
    std::vector<notice> held;
    for (const auto& one : notices_) {
        const bool has_begun = !one.from || (state_.time && *state_.time >= *one.from);
        if (has_begun && !(one.until && state_.time && *state_.time >= *one.until)) {
            held.push_back(one);
        }
    }
    if (held != state_.notices) {
        state_.notices = std::move(held);
        ++revision_;
    }
}

void model::show_calls(moment now)
{
    const auto& recalled_at = calls_.announced().recalled_at;
    const bool is_pale = recalled_at && now < *recalled_at + limits::recall_blinks &&
                         (now - *recalled_at) / limits::blink % 2 == 0;
    if (state_.calls != calls_.announced() || state_.is_pale != is_pale) {
        state_.calls = calls_.announced();
        state_.is_pale = is_pale;
        ++revision_;
    }
}

/// How far the picture can be trusted now, and of which time it is.
void model::judge(moment now)
{
    auto trust = trust::fresh;
    if (refused_) {
        trust = trust::refused;
    } else if (!connected_ && clock_.set_at() && now >= *heard_ + limits::stale) {
        trust = trust::stale;
    } else if (!connected_ && (clock_.set_at() || !state_.office.empty() || now >= *heard_ + limits::start)) {
        trust = trust::away;
    } else if (!clock_.set_at()) {
        trust = trust::starting;
    }
    if (trust != state_.trust) {
        ++revision_;
    }
    state_.trust = trust;
    if (clock_.set_at()) {
        state_.known_at = *clock_.at(*heard_);
    }
}

} // namespace motcua::counter::board
