// The least that a durable ticket costs on this machine: a server that moves the bytes of motcua-server and
// stores its rows, and does nothing else. It takes whatever it reads for a request, and answers all alike.

#include "tests/bench/bare_store.hpp"
#include "tests/bench/failure.hpp"
#include "tests/bench/limits.hpp"
#include "tests/bench/socket.hpp"

#include <array>
#include <fstream>
#include <iostream>
#include <sys/socket.h>
#include <vector>

namespace {

using namespace motcua::bench;

/// This many looks at the sockets that bring nothing end a round: about the time that a client of a full
/// round needs to ask again.
constexpr int empty_looks = 150;

class bare_server
{
public:
    explicit bare_server(const std::filesystem::path& folder)
        : rows_(folder / "motcua.db"), answer_(read_answer(folder / bare_answer_file)),
          listener_(listen_on_loopback())
    {
        poller_.watch(listener_, no_connection);
    }

    std::uint16_t port() const { return port_of(listener_); }

    [[noreturn]] void run()
    {
        for (;;) {
            take_round();
            rows_.append(asked_.size());
            for (const auto which : asked_) {
                checked(
                    static_cast<int>(send(connections_[which].number(), answer_.data(), answer_.size(), 0)),
                    "answer");
            }
        }
    }

private:
    static constexpr std::uint64_t no_connection = ~std::uint64_t{0};

    static std::string read_answer(const std::filesystem::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(in), {});
        if (text.empty()) {
            throw failure("no answer in " + file.string());
        }
        return text;
    }

    void take_round()
    {
        asked_.clear();
        for (int empty = 0; asked_.empty() || empty < empty_looks;) {
            const auto ready = poller_.wait(clock::now() + (asked_.empty() ? reply_wait : clock::duration{}));
            empty = ready.empty() ? empty + 1 : 0;
            for (const auto& one : ready) {
                one.data.u64 == no_connection ? take_connection() : take_request(one.data.u64);
            }
        }
    }

    void take_connection()
    {
        auto& added = connections_.emplace_back(
            checked(accept4(listener_.number(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK), "accept"));
        poller_.watch(added, connections_.size() - 1);
    }

    void take_request(std::size_t which)
    {
        std::array<char, 4096> request;
        if (recv(connections_[which].number(), request.data(), request.size(), 0) > 0) {
            asked_.push_back(which);
        } else {
            connections_[which] = descriptor(); // closed
        }
    }

    bare_store rows_;
    std::string answer_;
    descriptor listener_;
    poller poller_;
    std::vector<descriptor> connections_;
    std::vector<std::size_t> asked_;
};

} // namespace

/// Called as motcua-server is: `serve --data DIR …`; listens on a free port of loopback.
int main(int argc, char** argv)
{
    try {
        if (argc < 4) {
            throw failure("usage: motcua-bench-bare serve --data DIR");
        }
        fail_at_signals();
        bare_server server(argv[3]);
        std::cout << "listening on 127.0.0.1:" << server.port() << std::endl;
        server.run();
    } catch (const interrupted&) {
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "motcua-bench-bare: " << error.what() << '\n';
        return 1;
    }
}
