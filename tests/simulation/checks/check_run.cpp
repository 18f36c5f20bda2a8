#include "tests/simulation/checks/check_run.hpp"

#include "tests/simulation/checks/delivery_check.hpp"
#include "tests/simulation/checks/history_check.hpp"
#include "tests/simulation/checks/promise_check.hpp"
#include "tests/simulation/checks/visits_check.hpp"

namespace motcua::simulation {

findings check_run(const run_record& left)
{
    findings found;
    std::vector<request_view> requests;
    requests.reserve(left.seen.entries().size());
    for (const auto& entry : left.seen.entries()) {
        requests.push_back(read_request(entry.wanted, left.site));
    }
    const keyed_changes changes(left.seen, requests, left.events, found);
    history_check history(left.seen, requests, changes, left.events);
    delivery_check delivery(left.seen, left.events, found);

    known_seqs known;
    history.tell(known);
    delivery.tell(known);
    for (const auto& mark : left.seen.durable_marks()) {
        known.durable(mark.when, mark.seq);
    }
    known.settle();
    history.judge(known, found);
    delivery.judge(known, found);

    calling_model model;
    access_model access;
    visits_check visits;
    promise_check promises;
    history.after(model, found);
    delivery.after(model, found);
    for (const auto& happened : left.events) {
        history.before(happened, model, found);
        model.apply(happened, found);
        access.apply(happened, found);
        history.after(model, found);
        delivery.after(model, found);
        if (left.log) {
            visits.apply(happened);
            promises.apply(happened, found);
        }
    }
    model.end(found);
    history.end(found);
    delivery.end(left.ended_calm, found);
    if (left.log) {
        visits.end(left.log->visits, left.log->legs, found);
    }
    return found;
}

} // namespace motcua::simulation
