#pragma once
// One walk over JSON text that keeps only what is asked for: a run has a megabyte of it, and a tree of every
// message would cost more than all checks together. Views point into the text.

#include <cstdint>
#include <string_view>

namespace motcua::simulation {

/// Stands before a value, and goes behind it with each of its reads. Text that is not JSON ends the walk
/// early.
class json_scan
{
public:
    explicit json_scan(std::string_view text) : at_{text.data()}, end_{text.data() + text.size()} {}

    /// Calls `member(name)` before each value of an object, which `member` must read or skip.
    template <class Member>
    void members(Member member)
    {
        if (!take('{')) {
            return skip();
        }
        while (at_ != end_ && !take('}')) {
            const auto name = text();
            if (name.empty() || !take(':')) {
                return stop();
            }
            member(name);
            take(',');
        }
    }

    /// Calls `item()` before each value of an array, which `item` must read or skip.
    template <class Item>
    void items(Item item)
    {
        if (!take('[')) {
            return skip();
        }
        while (at_ != end_ && !take(']')) {
            item();
            take(',');
        }
    }

    /// What stands between the quotes of a string, escapes as they are: words, codes and ids have none. Empty
    /// for anything else, such as null.
    std::string_view text();

    /// 0 for what is not a whole number.
    std::int64_t number();

    /// Passes over a value; its text.
    std::string_view raw();
    void skip() { raw(); }

    /// Passes over all that is left.
    void stop() { at_ = end_; }

private:
    /// Passes over `expected`; false when something else comes.
    bool take(char expected)
    {
        pass_blanks();
        if (at_ == end_ || *at_ != expected) {
            return false;
        }
        ++at_;
        return true;
    }

    void pass_blanks()
    {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) {
            ++at_;
        }
    }

    void pass_string();
    void pass_brackets();

    const char* at_;
    const char* end_;
};

/// The text of the member `name` of `object`; empty when it has none.
std::string_view json_member(std::string_view object, std::string_view name);

/// The same where it is a string: what stands between its quotes.
std::string_view json_word(std::string_view object, std::string_view name);

std::int64_t json_number(std::string_view value);

} // namespace motcua::simulation
