// One client's connection, from its first byte to its last: head, body, handler, answer, and again.
#pragma once
#include "http/answer.hpp"
#include "http/loop.hpp"
#include "http/reader.hpp"

namespace nennep::http {

class Connection {
public:
    Connection(Loop& loop, Socket socket, std::string peer);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Awaitable<void> serve();

    // For the loop: deadlines; the server stops (what is in hand goes on); everything ends.
    void look(Clock::time_point now) { transport_.look(now); }
    void wind_down();
    void cut();

private:
    enum class Phase : std::uint8_t { idle, in_hand, streaming };
    class InHand;

    Awaitable<bool> serve_one(Clock::duration patience);
    Awaitable<Reader::Step> read_head(Clock::duration patience);
    Awaitable<Reader::Step> read_body();
    Awaitable<bool> refuse(int status, std::string_view code);
    Awaitable<bool> reply();
    Awaitable<void> handle_by_worker();
    Awaitable<bool> send();
    Awaitable<bool> send_file();
    Awaitable<bool> send_stream();
    Awaitable<bool> send_piece(std::string piece);
    bool is_welcome();
    bool is_slow();
    void tell_who_asks();
    void handle();
    void come_back();
    Response handled();
    Response refusal(int status, std::string_view code) const;
    void prepare(Response response);
    void tell_done(Clock::time_point from, std::size_t written);

    Loop& loop_;
    Hall& hall_;
    const Limits& limits_;
    const std::string peer_;
    Transport transport_;
    Reader reader_;
    Timer timer_;
    Phase phase_ = Phase::idle;
    Manner manner_;
    Answer answer_;
    bool is_answered_ = false;
    bool is_refused_ = false;
};

}  // namespace nennep::http
