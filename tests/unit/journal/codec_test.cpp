#include "server/journal/codec.hpp"

#include <boost/mp11.hpp>
#include <catch2/catch.hpp>

using namespace motcua;

namespace {

std::string written(const domain::event_body& body)
{
    std::string out;
    journal::write_body(out, body);
    return out;
}

} // namespace

TEST_CASE("every event is read back as it was written, under the name of its struct")
{
    boost::mp11::mp_for_each<boost::mp11::mp_iota_c<std::variant_size_v<domain::event_body>>>([](auto index) {
        using body_type = std::variant_alternative_t<index, domain::event_body>;
        const domain::event_body body{body_type{}};
        const auto kind = journal::kind_of(body);
        INFO(kind);
        const auto read = journal::decode(kind, journal::version_number(body), written(body));
        REQUIRE(read.has_value());
        CHECK(read->index() == index);
        CHECK(written(*read) == written(body));
    });
}

TEST_CASE("the fields of an issued ticket survive the journal")
{
    domain::ticket_issued issued{.ticket = domain::ticket_id{7}, .service = "A", .number = 12};
    issued.track = {0x01, 0xff};
    issued.issued_at = domain::instant{std::chrono::microseconds{1'763'000'000'123'456}};
    issued.due = issued.issued_at - domain::minutes{30};
    issued.promise = {.state = domain::forecast_state::open, .expected = domain::seconds{90}};
    issued.procedure = "1.001193";
    CHECK(journal::kind_of(issued) == "ticket_issued");
    REQUIRE(journal::version_number(issued) == 3);
    const auto read = journal::decode("ticket_issued", 3, written(issued));
    REQUIRE(read.has_value());
    const auto& back = std::get<domain::ticket_issued>(*read);
    CHECK(back.track == issued.track);
    CHECK(back.issued_at == issued.issued_at);
    CHECK(back.due == issued.due);
    CHECK(back.promise == issued.promise);
    CHECK(back.procedure == issued.procedure);
}

TEST_CASE("an unknown kind or a body of another kind is an error")
{
    CHECK(journal::decode("ticket_vanished", 1, "{}").has_error());
    CHECK(journal::decode("ticket_started", 1, "{}").has_error());
    CHECK(journal::decode("ticket_started", 1, "{\"ticket\":").has_error());
}
