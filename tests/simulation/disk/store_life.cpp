#include "tests/simulation/disk/store_life.hpp"

namespace motcua::simulation {

namespace {

const script& short_script()
{
    static const script made(3, 12);
    return made;
}

std::string text_of(const journal::journal_error& error)
{
    return std::string(boost::describe::enum_to_string(error.what, "?")) + ", " + error.detail;
}

} // namespace

store_life::store_life(std::uint64_t seed, std::set<journal::fault> allowed, lasting how_long, ending end)
    : allowed_(std::move(allowed)), how_long_(how_long), end_(end), disk_(draws(seed).fork("disk")),
      witness_(short_script())
{}

std::vector<std::string> store_life::run(fault_source source)
{
    source_ = std::move(source);
    play();
    source_.heal();
    if (store_ && !store_->probe().has_value()) {
        wrong_.emplace_back("no write is taken after the fault has passed");
    }
    store_.reset();
    check_at_last();
    return std::move(wrong_);
}

void store_life::play()
{
    const auto append = [this](auto& store) { return witness_.append(store); };
    for (int count = 0; count < 3; ++count) {
        with_store("append", append);
    }
    with_store("save_snapshot", [this](auto& store) { return witness_.save_snapshot(store); });
    with_store("append", append);
    with_store("tidy", [](auto& store) { return store.tidy(); });
    with_store("append", append);
    with_store("forget_answers", [this](auto& store) { return witness_.forget_answers(store); });
    with_store("append", append);
    with_store("erase", [this](auto& store) { return witness_.erase(store); });
    store_.reset();
    with_store("append", append);
    read();
    with_store("save_snapshot", [this](auto& store) { return witness_.save_snapshot(store); });
    store_.reset();
    read();
}

template <class Work>
void store_life::with_store(const char* name, Work&& work)
{
    if (!store_) {
        open();
    }
    if (store_) {
        take(name, work(*store_));
    }
}

void store_life::open()
{
    auto opened = open_journal(disk_);
    if (opened) {
        store_ = *std::move(opened);
    } else {
        take("open", opened.error());
    }
}

void store_life::read()
{
    if (!store_) {
        open();
    }
    if (!store_) {
        return;
    }
    const auto before = source_.met();
    for (const auto& wrong :
         {witness_.what_is_wrong(*store_, disk_), witness_.what_is_misread(*store_, disk_)}) {
        const bool reported = wrong.starts_with("cannot be read") && source_.met() > before;
        const bool false_alarm =
            wrong.starts_with("cannot be read: corrupt") && !allowed_.contains(journal::fault::corrupt);
        if (!wrong.empty() && (!reported || false_alarm)) {
            wrong_.push_back("reading: " + wrong);
        }
    }
}

void store_life::take(const char* name, const journal::result<void>& done)
{
    if (done) {
        return;
    }
    if (source_.met() == 0) {
        wrong_.push_back(std::string(name) + " fails without a fault: " + text_of(done.error()));
    } else if (!allowed_.contains(done.error().what)) {
        wrong_.push_back(std::string(name) + " says " + text_of(done.error()));
    } else if (how_long_ == lasting::once && errors_ > 0) {
        wrong_.push_back(std::string(name) + " fails when the fault has passed: " + text_of(done.error()));
    }
    meet(done.error());
}

void store_life::meet(const journal::journal_error& error)
{
    const bool first = ++errors_ == 1;
    if (first && end_ == ending::loses_power) {
        source_.heal();
        disk_.power_loss();
        store_.reset();
        open_and_check("after the loss of power");
    } else if ((first && end_ == ending::crashes) || error.what == journal::fault::lost) {
        if (store_ && error.what == journal::fault::lost && !witness_.append(*store_).has_error()) {
            wrong_.emplace_back("an append succeeds after a loss");
        }
        source_.heal();
        disk_.process_crash();
        store_.reset();
        open_and_check("after the crash");
    }
}

void store_life::open_and_check(const char* when)
{
    auto opened = open_journal(disk_);
    const auto wrong =
        opened ? witness_.what_is_wrong(**opened, disk_) : "cannot be opened: " + text_of(opened.error());
    if (!wrong.empty()) {
        wrong_.push_back(std::string(when) + " " + wrong);
    }
    if (opened) {
        store_ = *std::move(opened);
    }
}

void store_life::check_at_last()
{
    open_and_check("at the end");
    if (store_) {
        take("the last append", witness_.append(*store_));
        disk_.power_loss();
        store_.reset();
        open_and_check("after the last loss of power");
    }
}

} // namespace motcua::simulation
