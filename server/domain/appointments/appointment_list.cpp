#include "server/domain/appointments/appointment_list.hpp"

#include "base/require.hpp"

#include <algorithm>

namespace motcua::domain {

namespace {

/// Null where `things` have none with that id. The lists are short: no index pays.
template <class Thing, class Id>
const Thing* find_in(const std::vector<Thing>& things, const Id& id)
{
    const auto found = std::ranges::find(things, id, &Thing::id);
    return found == things.end() ? nullptr : &*found;
}

} // namespace

appointment_list::appointment_list(appointment_list_image saved)
    : last_(saved.last), last_closure_(saved.last_closure), holds_(std::move(saved.holds)),
      closures_(std::move(saved.closures)), persons_(std::move(saved.persons))
{
    for (auto& each : saved.all) {
        by_code_.emplace(each.code, each.id);
        if (takes_place(each)) {
            take_place(each);
        }
        const auto id = each.id;
        all_.emplace(id, std::move(each));
    }
}

appointment_list_image appointment_list::image() const
{
    appointment_list_image image{.last = last_,
                                 .last_closure = last_closure_,
                                 .all = {},
                                 .holds = holds_,
                                 .closures = closures_,
                                 .persons = persons_};
    image.all.reserve(all_.size());
    for (const auto& [id, each] : all_) {
        image.all.push_back(each);
    }
    return image;
}

const appointment* appointment_list::find(appointment_id id) const
{
    const auto found = all_.find(id);
    return found == all_.end() ? nullptr : &found->second;
}

const appointment* appointment_list::find(const appointment_code& code) const
{
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? nullptr : &at(found->second);
}

const appointment* appointment_list::find_booked_with(const hold_id& hold) const
{
    // From the last one on: the one who asks again asks soon.
    for (auto each = all_.rbegin(); each != all_.rend(); ++each) {
        if (each->second.hold == hold) {
            return &each->second;
        }
    }
    return nullptr;
}

const slot_hold* appointment_list::find_hold(const hold_id& id) const { return find_in(holds_, id); }

const closure* appointment_list::find_closure(closure_id id) const { return find_in(closures_, id); }

const closure* appointment_list::find_closure(const service_code& service, instant at) const
{
    const auto found = std::ranges::find_if(closures_, [&](const closure& each) {
        return each.from <= at && at < each.to && concerns(each, service);
    });
    return found == closures_.end() ? nullptr : &*found;
}

const appointment& appointment_list::at(appointment_id id) const
{
    const auto* found = find(id);
    base::require(found != nullptr, "an appointment that is asked for is there");
    return *found;
}

void appointment_list::visit_taken(const service_code& service, instant from, instant to,
                                   const std::function<void(const appointment&)>& visit) const
{
    const auto of_service = by_time_.find(service);
    if (of_service == by_time_.end()) {
        return;
    }
    const auto& times = of_service->second;
    for (auto each = times.lower_bound({from, appointment_id{}}); each != times.end() && each->first < to;
         ++each) {
        visit(at(each->second));
    }
}

int appointment_list::count_of(const phone_tag& phone, local_day day) const
{
    const auto found = by_phone_.find({day, phone});
    return found == by_phone_.end() ? 0 : found->second;
}

} // namespace motcua::domain
