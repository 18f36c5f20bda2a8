#pragma once
// What a check has found wrong, as short sentences.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace motcua::simulation {

/// After the first few a broken run only repeats itself.
constexpr std::size_t findings_max = 50;

class findings
{
public:
    void add(std::string sentence)
    {
        if (found_.size() < findings_max) {
            found_.push_back(std::move(sentence));
        }
    }

    bool empty() const { return found_.empty(); }
    const std::vector<std::string>& all() const { return found_; }
    std::vector<std::string> take() { return std::move(found_); }

private:
    std::vector<std::string> found_;
};

} // namespace motcua::simulation
