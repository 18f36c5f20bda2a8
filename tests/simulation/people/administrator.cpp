// An administrator: adds officers and devices, resets passwords, revokes, and edits settings that matter to
// nobody's ticket. The officers sign in with what they got, and out again.

#include "client/answer.hpp"
#include "tests/simulation/people/person.hpp"

namespace motcua::simulation {

namespace {

using client::verb;

class administrator final : public person
{
public:
    administrator(world& in, unsigned number)
        : world_{in}, device_{in, "admin-" + std::to_string(number)}, newcomer_{in, "newcomer", true}
    {}

    void act(draws random) override
    {
        switch (random.below(10)) {
        case 0:
        case 1:
            return add(random);
        case 2:
            return reset(random);
        case 3:
        case 4:
        case 5:
            return sign_in(random);
        case 6:
            return revoke(random);
        case 7:
        case 8:
            return enrol();
        default:
            return device_.send(verb::get, world_.path(random.chance(500) ? "/staff" : "/devices"));
        }
    }

    bool is_idle() const override { return device_.is_idle() && newcomer_.is_idle(); }

private:
    /// Few logins, so that they meet again.
    static std::string login(draws& random) { return "officer-" + std::to_string(random.below(3)); }

    void add(draws& random)
    {
        const auto& counter = random.pick(world_.here.settings.counters).code;
        device_.send(verb::post, world_.path("/staff"),
                     base::to_json(protocol::new_staff{.login = protocol::text<1, 64>(login(random)),
                                                       .name = protocol::text<1, 100>("Lan"),
                                                       .role = protocol::staff_role::clerk,
                                                       .counter = protocol::text<1, 16>(counter)}),
                     [this](const auto& got) { learn(got); });
    }

    void reset(draws& random)
    {
        device_.send(verb::post, world_.path("/staff/" + login(random) + "/reset_password"), "{}",
                     [this](const auto& got) { learn(got); });
    }

    /// Keeps the password of the answer, which comes once.
    void learn(const client::result<client::http_response>& got)
    {
        const auto account = client::read_answer<protocol::staff_member>(got);
        if (account && account->password) {
            passwords_[account->login] = *account->password;
        }
    }

    /// Any officer, at any counter, and often at one where another sits.
    void sign_in(draws& random)
    {
        const auto known = passwords_.find(login(random));
        if (known == passwords_.end()) {
            return;
        }
        protocol::sign_in wanted{.site = protocol::text<1, 64>(world_.here.code),
                                 .login = protocol::text<1, 64>(known->first),
                                 .password = protocol::text<1, 256>(known->second)};
        wanted.counter = protocol::text<1, 16>(random.pick(world_.here.settings.counters).code);
        wanted.take_over = random.chance(400);
        newcomer_.send(verb::post, "/api/v1/sessions", base::to_json(wanted));
    }

    void revoke(draws& random)
    {
        if (added_.empty()) {
            return;
        }
        device_.send(verb::remove, world_.path("/devices/" + random.pick(added_)));
    }

    /// A new sign shows a code; the administrator allows it at once; it takes its token.
    void enrol()
    {
        newcomer_.send(verb::post, "/api/v1/enrol", R"({"kind":"sign","version":"1"})",
                       [this](const auto& got) {
                           if (const auto shown = client::read_answer<protocol::enrolment>(got)) {
                               allow(*shown);
                           }
                       });
    }

    void allow(const protocol::enrolment& shown)
    {
        protocol::new_device wanted{.user_code = protocol::text<1, 16>(shown.user_code)};
        const auto name = "sign-" + std::to_string(++signs_);
        wanted.name = protocol::text<1, 64>(name);
        wanted.kind = "sign";
        if (!added_.empty() && signs_ % 3 == 0) {
            wanted.replaces = protocol::text<1, 64>(added_.front());
        }
        device_.send(verb::post, world_.path("/devices"), base::to_json(wanted),
                     [this, name, code = shown.device_code](const auto& got) {
                         if (client::read_answer<protocol::device>(got)) {
                             added_.push_back(name);
                             newcomer_.send(verb::post, "/api/v1/enrol/token",
                                            R"({"device_code":")" + code + R"("})");
                         }
                     });
    }

    world& world_;
    device device_;
    device newcomer_; ///< officers and devices that have no credential yet
    std::map<std::string, std::string> passwords_;
    std::vector<std::string> added_;
    int signs_ = 0;
};

const people_row administrator_row{{.name = "administrator",
                                    .how_many = [](const drawn_site& of) { return of.administrators; },
                                    .how_often = [](const mood& in) { return in.onlookers; },
                                    .make = [](world& in, unsigned number) -> std::unique_ptr<person> {
                                        return std::make_unique<administrator>(in, number);
                                    }}};

} // namespace

} // namespace motcua::simulation
