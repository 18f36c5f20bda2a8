#include "tests/simulation/disk/directory.hpp"

namespace motcua::simulation {

std::shared_ptr<stored_file> directory::find(const std::string& name) const
{
    const auto found = names_.find(name);
    return found == names_.end() ? nullptr : found->second.now();
}

std::shared_ptr<stored_file> directory::make(const std::string& name)
{
    return names_[name].history.emplace_back(std::make_shared<stored_file>());
}

void directory::remove(const std::string& name) { names_[name].history.push_back(nullptr); }

void directory::sync()
{
    for (auto& [name, one] : names_) {
        one.history = {one.now()};
    }
}

void directory::sync_part(draws& random)
{
    for (auto& [name, one] : names_) {
        const auto durable = random.below(one.history.size());
        one.history.erase(one.history.begin(), one.history.begin() + static_cast<std::ptrdiff_t>(durable));
    }
}

void directory::lose_power(draws& random)
{
    for (auto& [name, one] : names_) {
        one.history = {random.pick(one.history)};
        if (one.now()) {
            one.now()->lose_power(random);
        }
    }
}

void directory::lose_process()
{
    for (auto& [name, one] : names_) {
        for (const auto& file : one.history) {
            if (file) {
                file->lose_process();
            }
        }
    }
}

std::uint64_t directory::bytes() const
{
    std::uint64_t sum = 0;
    for (const auto& [name, one] : names_) {
        sum += one.now() ? one.now()->size() : 0;
    }
    return sum;
}

} // namespace motcua::simulation
