#include "tests/simulation/disk/script.hpp"

#include "server/journal/codec.hpp"
#include "tests/simulation/disk/store.hpp"
#include "tests/support/made_up_site.hpp"

#include <SQLiteCpp/Statement.h>

namespace motcua::simulation {

namespace {

void read_rows(SQLite::Statement& rows, const std::string& table, row_texts& to)
{
    while (rows.executeStep()) {
        auto key = table + ' ' + rows.getColumn(1).getString();
        if (table == "leg") {
            key += ' ' + rows.getColumn(2).getString();
        }
        std::string text;
        for (int index = 0; index < rows.getColumnCount(); ++index) {
            const auto column = rows.getColumn(index);
            text.append(column.isNull() ? "null" : column.getText()).append("|");
        }
        to[key] = std::move(text);
    }
    rows.reset();
}

/// The ticket whose visit a change touches; none where it is about something else.
std::optional<std::int64_t> ticket_of(const journal::row_change& change)
{
    return std::visit(
        []<class Row>(const Row& row) -> std::optional<std::int64_t> {
            constexpr bool is_of_visit = std::same_as<Row, journal::visit_row> ||
                                         std::same_as<Row, journal::visit_reopened> ||
                                         std::same_as<Row, journal::leg_row>;
            if constexpr (is_of_visit) {
                return static_cast<std::int64_t>(row.ticket);
            } else {
                return std::nullopt;
            }
        },
        change);
}

std::string ref_of(position batch) { return "person-" + std::to_string(batch); }

journal::erasable_row made_up_person(position batch, std::int64_t seq, draws& random)
{
    const auto size = static_cast<std::size_t>(random.below(200));
    return {.ref = ref_of(batch),
            .kind = "person",
            .seq = seq,
            .body = std::vector<std::uint8_t>(size, static_cast<std::uint8_t>(random.below(256)))};
}

/// A batch brings a person of its own, may replace that of the batch before and erase an older one.
void add_erasable(journal::batch& made, position batch, draws& random)
{
    const auto seq = made.events.back().seq;
    made.erasable.emplace_back(made_up_person(batch, seq, random));
    if (batch >= 1 && random.chance(300)) {
        made.erasable.emplace_back(made_up_person(batch - 1, seq, random));
    }
    if (batch >= 2 && random.chance(300)) {
        made.erasable.emplace_back(journal::erasure{ref_of(batch - 2)});
    }
}

} // namespace

row_texts rows_in(SQLite::Database& database)
{
    row_texts all;
    for (const std::string table : {"visit", "leg", "settings_version", "audit", "appointment", "rating"}) {
        SQLite::Statement rows(database, "SELECT * FROM " + table);
        read_rows(rows, table, all);
    }
    return all;
}

script::script(unsigned seed, std::size_t batches)
{
    testing::made_up_site site(seed);
    simulated_disk undisturbed(draws{seed}, "undisturbed");
    const auto store = open_journal(undisturbed).value();
    auto database = open_for_reading(undisturbed);
    draws random(seed);
    auto people = draws(seed).fork("people");
    while (batches_.size() < batches) {
        journal::batch made;
        // Most rounds of an event loop bring one change, some many.
        const auto steps = random.chance(100) ? 40 : random.between(1, 4);
        for (std::int64_t step = 0; step < steps || made.empty(); ++step) {
            site.step(made);
        }
        if (random.chance(300)) {
            site.administer(made);
        }
        if (random.chance(150)) {
            site.book(made);
        }
        for (const auto& happened : made.events) {
            fingerprints_.push_back(fingerprint_of(happened));
        }
        add_erasable(made, batches_.size(), people);
        store->append(made, [](const auto& stored) { stored.value(); });
        batches_.push_back(std::move(made));
        add_rows(database);
    }
}

void script::add_rows(SQLite::Database& undisturbed)
{
    auto& changes = row_changes_.emplace_back();
    SQLite::Statement visits(undisturbed, "SELECT * FROM visit WHERE site = 'demo' AND ticket = ?");
    SQLite::Statement legs(undisturbed, "SELECT * FROM leg WHERE site = 'demo' AND ticket = ?");
    SQLite::Statement settings(undisturbed,
                               "SELECT * FROM settings_version WHERE site = 'demo' AND version = ?");
    SQLite::Statement audit(undisturbed, "SELECT * FROM audit WHERE site = 'demo' AND seq = ?");
    SQLite::Statement appointments(undisturbed,
                                   "SELECT * FROM appointment WHERE site = 'demo' AND appointment = ?");
    SQLite::Statement ratings(undisturbed, "SELECT * FROM rating WHERE site = 'demo' AND ticket = ?");
    for (const auto& change : batches_.back().rows) {
        if (const auto* set = std::get_if<journal::settings_row>(&change)) {
            settings.bind(1, set->version);
            read_rows(settings, "settings_version", changes);
        }
        if (const auto* audited = std::get_if<journal::audit_row>(&change)) {
            audit.bind(1, audited->seq);
            read_rows(audit, "audit", changes);
        }
        if (const auto* booked = std::get_if<journal::appointment_row>(&change)) {
            appointments.bind(1, static_cast<std::int64_t>(booked->appointment));
            read_rows(appointments, "appointment", changes);
        }
        if (const auto* rated = std::get_if<journal::rating_row>(&change)) {
            ratings.bind(1, static_cast<std::int64_t>(rated->ticket));
            read_rows(ratings, "rating", changes);
        }
        const auto about = ticket_of(change);
        if (!about) {
            continue;
        }
        const auto ticket = *about;
        if (std::holds_alternative<journal::visit_reopened>(change)) {
            changes["visit " + std::to_string(ticket)];
        }
        visits.bind(1, ticket);
        read_rows(visits, "visit", changes);
        legs.bind(1, ticket);
        read_rows(legs, "leg", changes);
    }
}

std::int64_t script::last_seq(position taken) const
{
    return taken == 0 ? 0 : batches_[taken - 1].events.back().seq;
}

std::string script::old_ref(position taken) { return taken < 3 ? "" : ref_of(taken - 3); }

std::string fingerprint_of(const domain::event& happened)
{
    auto text = std::to_string(happened.seq) + ' ' + std::to_string(happened.at.time_since_epoch().count()) +
                ' ' + happened.actor + ' ' + std::string(journal::kind_of(happened.body)) + ' ';
    if (happened.key) {
        const auto bytes = journal::bytes_of(*happened.key);
        text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    journal::write_body(text, happened.body);
    return text;
}

std::string made_up_state(std::int64_t seq)
{
    auto random = draws(0).fork(static_cast<std::uint64_t>(seq));
    const auto size = static_cast<std::size_t>(random.between(50, 20'000));
    return std::string(size, static_cast<char>('a' + random.below(26)));
}

} // namespace motcua::simulation
