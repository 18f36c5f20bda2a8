#include "client/refresher.hpp"

namespace motcua::client {

void refresher::ask_in(milliseconds delay)
{
    const auto due = clock_.now() + delay;
    if (due_ && *due_ <= due) {
        return;
    }
    due_ = due;
    timer_ = clock_.after(delay, [this] {
        due_.reset();
        if (is_asking_) {
            return ask_in(rhythm_.pace);
        }
        is_asking_ = true;
        ask_();
    });
}

} // namespace motcua::client
