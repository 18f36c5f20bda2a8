#pragma once
// An operation that its own asynchronous steps keep alive, and that ends when its owner destroys it.

#include "client/transport.hpp"

#include <memory>
#include <utility>

namespace motcua::client {

/// `Work::abandon()` cancels it; no callback follows.
template <class Work>
class held_operation final : public operation
{
public:
    explicit held_operation(std::shared_ptr<Work> work) : work_{std::move(work)} {}
    ~held_operation() override { work_->abandon(); }

private:
    std::shared_ptr<Work> work_;
};

} // namespace motcua::client
