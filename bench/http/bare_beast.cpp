// The yardstick of hello_server: the same answer by Beast's own reading and writing, without limits,
// deadlines, TLS, counting or headers that guard.
//
//   bare_beast [PORT [LOOPS]]
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <cstdlib>
#include <thread>
#include <vector>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using SharesPort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;
template <class Value>
using Awaitable = asio::awaitable<Value, Executor>;
constexpr asio::as_tuple_t<asio::use_awaitable_t<Executor>> quietly{};

Awaitable<void> serve(Socket socket) {
    beast::flat_buffer buffer;
    for (;;) {
        http::request<http::string_body> request;
        const auto [gone, read] = co_await http::async_read(socket, buffer, request, quietly);
        if (gone) co_return;
        http::response<http::string_body> response(http::status::ok, request.version());
        response.set(http::field::content_type, "application/json; charset=utf-8");
        response.keep_alive(request.keep_alive());
        response.body() = R"({"hello":"world"})";
        response.prepare_payload();
        const auto [lost, written] = co_await http::async_write(socket, response, quietly);
        if (lost || !response.keep_alive()) co_return;
    }
}

Awaitable<void> accept(Acceptor& acceptor, asio::io_context& context) {
    for (;;) {
        auto [error, socket] = co_await acceptor.async_accept(quietly);
        if (error) continue;
        socket.set_option(tcp::no_delay(true));
        asio::co_spawn(context, serve(std::move(socket)), asio::detached);
    }
}

void loop(std::uint16_t port) {
    asio::io_context context(1);
    Acceptor acceptor(context);
    const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
    acceptor.open(endpoint.protocol());
    acceptor.set_option(Acceptor::reuse_address(true));
    acceptor.set_option(SharesPort(true));
    acceptor.bind(endpoint);
    acceptor.listen();
    asio::co_spawn(context, accept(acceptor, context), asio::detached);
    context.run();
}

}  // namespace

int main(int count, char** words) {
    const auto port = static_cast<std::uint16_t>(count > 1 ? std::atoi(words[1]) : 8081);
    const int loops = count > 2 ? std::atoi(words[2]) : 2;
    std::vector<std::thread> threads;
    for (int i = 0; i < loops; ++i) threads.emplace_back(loop, port);
    for (auto& thread : threads) thread.join();
}
