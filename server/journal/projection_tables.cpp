#include "server/journal/projection_tables.hpp"

#include "base/require.hpp"
#include "server/journal/event_table.hpp"
#include "server/journal/limits.hpp"

#include <SQLiteCpp/Transaction.h>

namespace motcua::journal {

namespace {

/// Builds the rows of one site from its events.
class rebuild
{
public:
    rebuild(SQLite::Database& database, const std::string& site, const progress& report)
        : database_(database), site_(site), report_(report), rows_(database, site),
          last_(last_seq_of(database, site))
    {}

    /// In the caller's transaction.
    result<void> run()
    {
        clear();
        report("is rebuilt from " + std::to_string(last_) + " events");
        const auto walked = walk(database_, site_, 0, {}, [&](const domain::event& happened) {
            take(happened);
            return true;
        });
        if (!walked) {
            return walked.error();
        }
        base::require(state_.seq() == walked->seq, "a rebuild replays every event that it reads");
        note_projections(database_, site_);
        report("is rebuilt");
        return {};
    }

private:
    void clear()
    {
        for (const auto& table :
             {tables::shape_of<visit_row>().name, tables::shape_of<leg_row>().name,
              tables::shape_of<settings_row>().name, tables::shape_of<audit_row>().name,
              tables::shape_of<appointment_row>().name, tables::shape_of<rating_row>().name}) {
            SQLite::Statement remove(database_, "DELETE FROM " + table + " WHERE site = ?");
            remove.bind(1, site_);
            remove.exec();
        }
    }

    void take(const domain::event& happened)
    {
        auto before = look_before(state_, happened);
        state_.apply(happened);
        project(happened, std::move(before), state_, changes_);
        for (const auto& change : changes_) {
            rows_.write(change);
        }
        changes_.clear();
        if (happened.seq % events_between_reports == 0) {
            report("is rebuilt: " + std::to_string(happened.seq) + " of " + std::to_string(last_) +
                   " events");
        }
    }

    void report(const std::string& what) const
    {
        if (report_) {
            report_("the wait-time log of site " + site_ + " " + what);
        }
    }

    SQLite::Database& database_;
    const std::string& site_;
    const progress& report_;
    projection_writer rows_;
    std::int64_t last_;
    domain::site_state state_;
    std::vector<row_change> changes_;
};

} // namespace

projection_writer::projection_writer(SQLite::Database& database, const std::string& site)
    : site_(site), visits_(database, site), legs_(database, site), settings_(database, site),
      audit_(database, site), appointments_(database, site), ratings_(database, site),
      delete_visit_(database, tables::delete_text(tables::shape_of<visit_row>()))
{}

void projection_writer::write(const row_change& change)
{
    std::visit([this](const auto& row) { write(row); }, change);
}

void projection_writer::write(const visit_reopened& row)
{
    delete_visit_.bindNoCopy(1, site_);
    delete_visit_.bind(2, static_cast<std::int64_t>(row.ticket));
    run(delete_visit_);
}

void note_projections(SQLite::Database& database, const std::string& site)
{
    SQLite::Statement note(database, "INSERT OR REPLACE INTO projection VALUES (?, ?, ?)");
    note.bind(1, site);
    note.bind(2, std::string(wait_time_log.name));
    note.bind(3, wait_time_log.version);
    note.exec();
}

std::int64_t stored_version_of(SQLite::Database& database, const std::string& site, const projection& wanted)
{
    SQLite::Statement find(database, "SELECT version FROM projection WHERE site = ? AND name = ?");
    find.bind(1, site);
    find.bind(2, std::string(wanted.name));
    return find.executeStep() ? find.getColumn(0).getInt64() : 0;
}

result<void> update_projections(SQLite::Database& database, const std::string& site, const progress& report)
{
    if (last_seq_of(database, site) == 0 ||
        stored_version_of(database, site, wait_time_log) == wait_time_log.version) {
        return {};
    }
    SQLite::Transaction transaction(database);
    if (auto rebuilt = rebuild(database, site, report).run(); !rebuilt) {
        return rebuilt;
    }
    transaction.commit();
    return {};
}

} // namespace motcua::journal
