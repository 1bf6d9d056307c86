// What is counted and what is written down, and what is not.
#include <gtest/gtest.h>

#include <algorithm>

#include "http/metrics.hpp"
#include "http/request_log.hpp"

namespace nennep::http {
namespace {

using std::chrono::microseconds;

TEST(counting, requests_by_route_method_and_status) {
    Metrics metrics({"person.read", "search"});
    metrics.count("person.read", Method::get, 200, 1000, microseconds(400));
    metrics.count("person.read", Method::get, 200, 500, microseconds(7'000));
    metrics.count("person.read", Method::head, 404, 10, microseconds(60'000'000));
    metrics.count("HS-0901", Method::other, 999, 1, microseconds(-5));
    const auto text = metrics.text({3, 2, 1}, {12'345, 60});
    const auto has = [&](const std::string& line) { return text.find(line + "\n") != std::string::npos; };
    EXPECT_TRUE(has(R"(nennep_http_requests_total{route="person.read",method="GET",status="2xx"} 2)")) << text;
    EXPECT_TRUE(has(R"(nennep_http_requests_total{route="person.read",method="HEAD",status="4xx"} 1)"));
    EXPECT_TRUE(has(R"(nennep_http_requests_total{route="other",method="OTHER",status="5xx"} 1)"));
    EXPECT_TRUE(has(R"(nennep_http_request_duration_seconds_bucket{route="person.read",le="0.0005"} 1)"));
    EXPECT_TRUE(has(R"(nennep_http_request_duration_seconds_bucket{route="person.read",le="0.01"} 2)"));
    EXPECT_TRUE(has(R"(nennep_http_request_duration_seconds_bucket{route="person.read",le="30"} 2)"));
    EXPECT_TRUE(has(R"(nennep_http_request_duration_seconds_bucket{route="person.read",le="+Inf"} 3)"));
    EXPECT_TRUE(has(R"(nennep_http_request_duration_seconds_count{route="person.read"} 3)"));
    EXPECT_TRUE(has(R"(nennep_http_sent_bytes_total{route="person.read"} 1510)"));
    EXPECT_TRUE(has("nennep_http_connections 3"));
    EXPECT_TRUE(has("nennep_http_requests_in_hand 2"));
    EXPECT_TRUE(has("nennep_http_requests_waiting 1"));
    EXPECT_TRUE(has("process_resident_memory_bytes 12345"));
    EXPECT_EQ(text.find("HS-0901"), std::string::npos) << "only names of routes";
    EXPECT_EQ(text.find("search"), std::string::npos) << "nothing of what nobody asked";
}

TEST(counting, a_line_for_each_request) {
    Request request;
    request.method = Method::get;
    request.target = request.path = "/api/v1/people/HS-0901?q=secret";
    request.query = {{"q", "secret"}};
    request.body = "secret";
    request.peer = "10.0.0.7";
    request.headers = {{"traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}};
    EXPECT_EQ(log_line(request, {1'609'142'400'123, "r-1", "person.read", 200, 1510, microseconds(412)}),
              R"({"at":"2020-12-28T08:00:00.123Z","request":"r-1","route":"person.read","method":"GET",)"
              R"("status":200,"bytes":1510,"us":412,"peer":"10.0.0.7","trace":"0af7651916cd43dd8448eb211c80319c"})"
              "\n");
}

TEST(counting, no_line_can_be_forged) {
    Request request;
    request.peer = "\"}\n{\"at\":\"\xff\x1b[2J";
    request.headers = {{"traceparent", "x\",\"route\":\"y"}};
    const auto line = log_line(request, {0, "id\r\n\"", "", 400, 0, microseconds(1)});
    EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
    EXPECT_TRUE(std::all_of(line.begin(), line.end() - 1, [](char c) { return c >= 0x20 && c < 0x7f; })) << line;
    EXPECT_NE(line.find(R"("request":"id??\"")"), std::string::npos) << line;
    EXPECT_EQ(line.find("trace"), std::string::npos);
}

}  // namespace
}  // namespace nennep::http
