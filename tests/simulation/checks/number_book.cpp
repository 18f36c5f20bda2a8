#include "tests/simulation/checks/number_book.hpp"

#include <algorithm>

namespace motcua::simulation {

namespace {

/// More than a site gives in a day: a number beyond it is a fault, not a reason to take memory.
constexpr int number_max = 100'000;

} // namespace

std::string number_book::give(const domain::ticket_issued& issued, const domain::site_settings& settings,
                              const awaited& is_awaited)
{
    open_day_ = issued.day;
    if (issued.number < 1 || issued.number > number_max) {
        return "has no number that a site gives";
    }
    return issued.block ? give_leased(*issued.block, issued.service, issued.day, issued.number)
                        : give_next(issued, settings, is_awaited);
}

std::string number_book::give_late(const domain::ticket_logged& logged)
{
    return give_leased(logged.block, logged.service, logged.day, logged.number);
}

std::string number_book::give_leased(domain::block_id id, const domain::service_code& service,
                                     domain::local_day day, int number)
{
    const auto found = std::ranges::find(blocks_, id, [](const block& one) { return one.leased.block; });
    if (found == blocks_.end()) {
        return "comes from a block that nobody holds";
    }
    const auto& leased = found->leased;
    if (leased.service != service || leased.day != day) {
        return "comes from a block of another service or day";
    }
    if (number < leased.first || number > leased.last) {
        return "has a number outside its block";
    }
    auto used = found->used.begin() + (number - leased.first);
    if (*used) {
        return "has a number that its block gave before";
    }
    *used = true;
    const bool is_new = day != open_day_ || note_given(service, number);
    return is_new ? "" : "has a number given before on that day";
}

std::string number_book::give_next(const domain::ticket_issued& issued, const domain::site_settings& settings,
                                   const awaited& is_awaited)
{
    auto& count = series_of(issued.service);
    const auto* service = domain::find_service(settings, issued.service);
    const auto range = service == nullptr ? std::nullopt : domain::range_of(*service);
    int expected = count.last;
    const int tries_max = range ? range->last - range->first + 1 : number_max;
    for (int tried = 0; tried < tries_max; ++tried) {
        const bool starts_anew = range && (expected < range->first || expected >= range->last);
        expected = starts_anew ? range->first : expected + 1;
        const bool is_kept = range && is_awaited(issued.service, expected);
        if (!is_kept && !is_leased(issued.service, issued.day, expected)) {
            break;
        }
    }
    count.last = issued.number;
    // Where numbers start again they repeat; only those that are awaited are told apart.
    if (!note_given(issued.service, issued.number) && !range) {
        return "has a number given before on that day";
    }
    if (is_leased(issued.service, issued.day, issued.number)) {
        return "has a number that is leased to a kiosk";
    }
    return issued.number == expected ? "" : "has not the next number, " + std::to_string(expected);
}

std::string number_book::lease(const domain::block_leased& leased)
{
    if (static_cast<std::int64_t>(leased.block) != ++last_block_) {
        return "leases a block out of order";
    }
    if (leased.first < 1 || leased.last < leased.first || leased.last > number_max) {
        return "leases no numbers";
    }
    for (const auto& [other, used] : blocks_) {
        if (other.service == leased.service && other.day == leased.day && other.first <= leased.last &&
            leased.first <= other.last) {
            return "leases numbers of block " + std::to_string(static_cast<std::int64_t>(other.block));
        }
    }
    blocks_.push_back({leased, std::vector<bool>(static_cast<std::size_t>(leased.last - leased.first + 1))});
    if (leased.day == open_day_) {
        const auto& given = series_of(leased.service).given;
        for (int number = leased.first; number <= leased.last; ++number) {
            const auto place = static_cast<std::size_t>(number);
            if (place < given.size() && given[place]) {
                return "leases a number given before on that day";
            }
        }
    }
    return {};
}

void number_book::close()
{
    series_.clear();
    open_day_.reset();
}

bool number_book::is_leased(const domain::service_code& code, domain::local_day day, int number) const
{
    return std::ranges::any_of(blocks_, [&](const block& one) {
        return one.leased.first <= number && number <= one.leased.last && one.leased.day == day &&
               one.leased.service == code;
    });
}

number_book::series& number_book::series_of(const domain::service_code& code)
{
    const auto known = std::ranges::find(series_, code, &series::code);
    return known == series_.end() ? series_.emplace_back(series{code}) : *known;
}

/// False when it was given before.
bool number_book::note_given(const domain::service_code& code, int number)
{
    auto& given = series_of(code).given;
    const auto place = static_cast<std::size_t>(number);
    if (given.size() <= place) {
        given.resize(place + 1);
    }
    const bool is_new = !given[place];
    given[place] = true;
    return is_new;
}

} // namespace motcua::simulation
