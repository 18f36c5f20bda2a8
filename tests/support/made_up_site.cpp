#include "tests/support/made_up_site.hpp"

#include "server/domain/decide.hpp"
#include "server/journal/codec.hpp"
#include "server/journal/credential_rows.hpp"
#include "server/journal/person_rows.hpp"

namespace motcua::testing {

namespace {

using namespace std::chrono_literals;

/// 2026-11-23 07:30 at UTC+7, a Monday.
constexpr domain::instant first_morning{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 30min};

constexpr std::size_t tickets_a_day = 600;
constexpr std::size_t events_a_commit = 500;
constexpr std::size_t answer_bytes = 250;

domain::site_settings settings()
{
    domain::site_settings result;
    result.name = result.name_en = "made up";
    for (const auto* code : {"A", "B", "C", "D"}) {
        result.services.push_back({.code = code, .name = code, .name_en = code, .minutes = 5min});
    }
    // Who books may come at once.
    result.appointments.lead_minutes = 0min;
    result.appointments.early_minutes = 24h;
    for (int i = 1; i <= 8; ++i) {
        result.counters.push_back({.code = std::to_string(i), .services = {"A", "B", "C", "D"}});
    }
    return result;
}

} // namespace

made_up_site::made_up_site(unsigned seed) : random_(seed), now_(first_morning) {}

int made_up_site::pick(int least, int most) { return std::uniform_int_distribution(least, most)(random_); }

void made_up_site::step(journal::batch& batch)
{
    if (state_.seq() == 0) {
        ask(batch, domain::configure_site{settings()}, "site", false);
        open_counters(batch);
    }
    now_ += std::chrono::seconds{pick(5, 20)};
    if (state_.tickets().size() >= tickets_a_day) {
        now_ = std::chrono::floor<std::chrono::days>(now_) + 24h + 30min;
        open_counters(batch);
    }
    if (pick(0, 49) == 0) {
        return bring_slip(batch);
    }
    if (pick(0, 59) == 0) {
        return manage(batch);
    }
    if (pick(0, 4) == 0) {
        return issue(batch);
    }
    if (pick(0, 9) == 0 && !state_.tickets().empty()) {
        const auto last = static_cast<int>(state_.tickets().size()) - 1;
        const auto any = static_cast<std::size_t>(pick(std::max(0, last - 30), last));
        return go_on_with(batch, state_.tickets()[any]);
    }
    work_at(batch, state_.counters()[static_cast<std::size_t>(pick(0, 7))]);
}

void made_up_site::administer(journal::batch& batch)
{
    const auto& staff = state_.staff();
    const auto& devices = state_.devices().all();
    const auto any_of = [this](const auto& list) -> const auto&
    {
        return list[static_cast<std::size_t>(pick(0, static_cast<int>(list.size()) - 1))];
    };
    const auto what = pick(0, 5);
    if (what == 0 || staff.members().empty()) {
        const auto login = "officer-" + std::to_string(staff.members().size() + 1);
        return ask_with_credential(
            batch, domain::add_staff{.login = login, .name = login, .counter = {}, .one_time = true},
            journal::password_ref(login));
    }
    if (what == 1) {
        const auto login = any_of(staff.members()).login;
        return ask_with_credential(batch, domain::set_password{.login = login, .by = {}},
                                   journal::password_ref(login));
    }
    if (what == 2) {
        const auto next = domain::session_id{staff.last_session() + 1};
        return ask_with_credential(batch,
                                   domain::sign_in{.login = any_of(staff.members()).login, .counter = {}},
                                   journal::session_ref(next));
    }
    if (what == 3 && !staff.sessions().empty()) {
        const auto ended = any_of(staff.sessions()).id;
        return ask(batch, domain::sign_out{.session = ended}, "staff:lan", false);
    }
    if (what == 4 && !devices.empty()) {
        return ask(batch, domain::revoke_device{any_of(devices).name}, "staff:admin", false);
    }
    const auto name = "device-" + std::to_string(state_.seq() + 1);
    ask_with_credential(
        batch,
        domain::add_device{.device = name, .as = domain::device_kind::board, .counter = {}, .replaces = {}},
        journal::device_ref(name));
}

void made_up_site::set_clock(journal::batch& batch, std::chrono::seconds by)
{
    const domain::clock_anchored set{now_, now_ + by};
    now_ = set.after;
    take_over(batch, set, "site", std::nullopt);
}

void made_up_site::open_counters(journal::batch& batch)
{
    ask(batch, domain::turn_day{}, "site", false);
    ask(batch, domain::lease_block{"hall", "A", {}, 50}, "kiosk:hall", true);
    for (int i = 1; i <= 8; ++i) {
        const auto code = std::to_string(i);
        ask(batch, domain::open_counter{code, {}}, "counter:" + code, false);
    }
}

/// Changes the settings, or stops a service for a moment that is over at the next step.
void made_up_site::manage(journal::batch& batch)
{
    if (pick(0, 1) == 0) {
        auto changed = state_.settings();
        changed.name = "made up, version " + std::to_string(state_.settings_version() + 1);
        changed.services.front().target_minutes = std::chrono::minutes{5 + state_.settings_version() % 20};
        return ask(batch, domain::configure_site{.settings = std::move(changed), .from_version = {}},
                   "staff:admin", false);
    }
    ask(batch, domain::suspend_intake{.service = "A", .reason = "maintenance", .until = now_ + 1s},
        "staff:admin", false);
}

void made_up_site::issue(journal::batch& batch)
{
    domain::issue_ticket wanted{.service = std::string(1, static_cast<char>('A' + pick(0, 3)))};
    wanted.priority =
        pick(0, 9) == 0 ? static_cast<domain::priority_class>(pick(1, 5)) : domain::priority_class::none;
    wanted.track = made_up_bits(state_.last_ticket() + 1);
    ask(batch, wanted, "kiosk:hall", true);
}

void made_up_site::bring_slip(journal::batch& batch)
{
    const auto any =
        std::next(state_.blocks().begin(), pick(0, static_cast<int>(state_.blocks().size()) - 1));
    const auto& block = any->second;
    const journal::offline_number number{block.kiosk, block.id,
                                         block.first + static_cast<int>(block.used.size())};
    const auto printed = now_ - std::chrono::minutes{pick(0, 30)};
    const auto before = state_.seq();
    ask(batch,
        domain::issue_offline_ticket{.kiosk = number.kiosk,
                                     .block = number.block,
                                     .number = number.number,
                                     .issued_at = printed,
                                     .last_contact = printed,
                                     .procedure = {},
                                     .track = made_up_bits(state_.last_ticket() + 1)},
        "kiosk:hall", true);
    if (state_.seq() > before) {
        batch.offline_answers.push_back({number, journal::answer_kind::done, std::string(answer_bytes, ' ')});
    }
}

void made_up_site::work_at(journal::batch& batch, const domain::counter& at)
{
    const auto actor = "counter:" + at.code;
    if (!at.current) {
        return ask(batch, domain::call_next{at.code}, actor, true);
    }
    const auto ticket = *at.current;
    const auto luck = pick(0, 99);
    if (state_.find(ticket)->state == domain::ticket_state::called) {
        if (luck < 6) {
            return ask(batch, domain::mark_no_show{ticket}, actor, true);
        }
        if (luck < 12) {
            return ask(batch, domain::recall_ticket{ticket}, actor, true);
        }
        return ask(batch, domain::start_ticket{ticket}, actor, true);
    }
    if (luck < 4) {
        return ask(batch, domain::hold_ticket{ticket, "copies"}, actor, true);
    }
    if (luck == 89) {
        return leave_note(batch, ticket, actor);
    }
    if (luck < 7) {
        const std::string other(1, static_cast<char>('A' + pick(0, 3)));
        return ask(
            batch,
            domain::transfer_ticket{.ticket = ticket, .service = other, .counter = {}, .keep_place = true},
            actor, true);
    }
    const auto outcome = luck < 90 ? domain::visit_outcome::served : domain::visit_outcome::documents_missing;
    ask(batch, domain::finish_ticket{ticket, outcome}, actor, true);
}

/// A new one, or none any more.
void made_up_site::leave_note(journal::batch& batch, domain::ticket_id ticket, const std::string& actor)
{
    const bool has_note = !state_.find(ticket)->has_note;
    const auto before = state_.seq();
    ask(batch, domain::set_note{ticket, has_note}, actor, true);
    if (has_note && state_.seq() > before) {
        auto row =
            journal::note_row(ticket, std::vector<std::uint8_t>(20, static_cast<std::uint8_t>(state_.seq())));
        row.seq = state_.seq();
        batch.erasable.emplace_back(std::move(row));
    }
}

void made_up_site::go_on_with(journal::batch& batch, const domain::ticket& any)
{
    switch (any.state) {
    case domain::ticket_state::no_show:
        return ask(batch, domain::recall_ticket{any.id}, "staff:lan", true);
    case domain::ticket_state::held:
        return ask(batch, domain::resume_ticket{any.id}, "counter:" + *any.counter, true);
    case domain::ticket_state::waiting:
        if (pick(0, 9) == 0) {
            ask(batch, domain::cancel_ticket{any.id}, "staff:lan", true);
        }
        return;
    default:
        return;
    }
}

void made_up_site::ask(journal::batch& batch, const domain::command& wanted, const std::string& actor,
                       bool keyed)
{
    auto decided = domain::decide(state_, wanted,
                                  {.now = now_, .actor = actor, .counter = {}, .staff = std::string("lan")});
    if (!decided || decided->empty()) {
        return;
    }
    const auto key =
        keyed ? std::optional{domain::request_key{made_up_bits(state_.seq() + 1), made_up_bits(pick(0, 9))}}
              : std::nullopt;
    for (auto& body : *decided) {
        const bool last = &body == &decided->back();
        take_over(batch, std::move(body), actor, last ? key : std::nullopt);
    }
    if (key) {
        batch.answers.push_back({state_.seq(), journal::answer_kind::done, std::string(answer_bytes, ' ')});
    }
}

void made_up_site::ask_with_credential(journal::batch& batch, const domain::command& wanted,
                                       const std::string& ref)
{
    const auto before = state_.seq();
    ask(batch, wanted, "staff:admin", false);
    if (state_.seq() > before) {
        auto row = journal::credential_row(ref, "made up at " + std::to_string(state_.seq()));
        row.seq = state_.seq();
        batch.erasable.emplace_back(std::move(row));
    }
}

void made_up_site::take_over(journal::batch& batch, domain::event_body body, const std::string& actor,
                             const std::optional<domain::request_key>& key)
{
    const auto& happened = batch.events.emplace_back(domain::event{
        .seq = state_.seq() + 1, .at = now_, .actor = actor, .key = key, .body = std::move(body)});
    auto before = journal::look_before(state_, happened);
    state_.apply(happened);
    journal::project(happened, std::move(before), state_, batch.rows);
    journal::erase_credentials(happened, batch.erasable);
    journal::erase_persons(happened, batch.erasable);
}

domain::site_state fill_journal(journal::journal& store, std::int64_t events, unsigned seed)
{
    made_up_site site(seed);
    auto day = site.state().day();
    while (store.last_seq() < events) {
        journal::batch batch;
        while (batch.events.size() < events_a_commit) {
            site.step(batch);
        }
        journal::result<std::int64_t> stored = std::int64_t{0};
        store.append(batch, [&](auto outcome) { stored = std::move(outcome); });
        stored.value();
        if (site.state().day() != day) {
            day = site.state().day();
            for (int i = 0; i < 10; ++i) {
                store.forget_answers(site.state().keys_begin()).value();
            }
        }
    }
    return site.state();
}

void save_snapshot(journal::journal& store, const domain::site_state& state)
{
    store.save_snapshot({state.seq(), base::to_json(state.image())}).value();
}

} // namespace motcua::testing
