// The session's secret: where it stands, where it does not, and that each sign-in has one of its own.
#include "matrix.hpp"

namespace nennep::test {
namespace {

class Session : public testing::Test {
protected:
    // Signs in by name and password, as a page does; with the cookie of a session that there was.
    Answer sign_in(const std::string& cookie = {}) {
        auto request = door.request(caller("nobody"), Method::post, "/session",
                                    std::string("{\"name\":\"") + office.name + "\",\"password\":\"" +
                                        accounts::good_password + "\"}");
        if (!cookie.empty()) request.headers.emplace_back("cookie", cookie);
        return door.send(request);
    }
    int status_with(const std::string& cookie) {
        auto request = door.request(caller("nobody"), Method::get, "/session");
        request.headers.emplace_back("cookie", cookie);
        return door.send(request).status;
    }
    // "__Host-nennep=…", as the browser sends it back.
    static std::string cookie_of(const Answer& answer) {
        const auto set = answer.header("Set-Cookie");
        return set.substr(0, set.find(';'));
    }
    Door door;
    const Caller& office = caller("office@CQ");
};

TEST_F(Session, TheSecretStandsInTheCookieAloneAndIsGuarded) {
    door.secret(office);
    const auto in = sign_in();
    ASSERT_EQ(in.status, 200) << in.body;
    const auto set = in.header("Set-Cookie");
    EXPECT_TRUE(set.starts_with("__Host-nennep=")) << set;
    for (const auto* guard : {"; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/"}) {
        EXPECT_NE(set.find(guard), std::string::npos) << guard << " in " << set;
    }
    EXPECT_EQ(set.find("Domain"), std::string::npos) << set;
    const auto cookie = cookie_of(in);
    const auto secret = cookie.substr(cookie.find('=') + 1);
    EXPECT_GE(secret.size(), 43u) << "256 bits";
    EXPECT_FALSE(in.has(secret));
    for (const auto& [name, value] : in.headers) {
        EXPECT_TRUE(name == "Set-Cookie" || value.find(secret) == std::string::npos) << name;
    }
}

TEST_F(Session, EachSignInHasASecretOfItsOwnAndEndsTheOneBefore) {
    door.secret(office);
    const auto first = cookie_of(sign_in());
    EXPECT_EQ(status_with(first), 200);
    const auto second = cookie_of(sign_in(first));
    EXPECT_NE(first, second);
    EXPECT_EQ(status_with(second), 200);
    EXPECT_EQ(status_with(first), 401);
}

TEST_F(Session, SigningOutClearsWhatTheBrowserHolds) {
    door.secret(office);
    const auto cookie = cookie_of(sign_in());
    auto request = door.request(caller("nobody"), Method::del, "/session");
    request.headers.emplace_back("cookie", cookie);
    const auto out = door.send(request);
    EXPECT_EQ(out.status, 204) << out.body;
    EXPECT_NE(out.header("Clear-Site-Data").find("\"storage\""), std::string::npos);
    EXPECT_EQ(cookie_of(out), "__Host-nennep=");
    EXPECT_EQ(status_with(cookie), 401);
}

TEST_F(Session, ParametersThatComeTwiceAreRefused) {
    EXPECT_EQ(door.get(office, "/people?org=CQ&org=DN").status, 400);
    EXPECT_TRUE(door.get(office, "/people?org=CQ&org=DN").has("api.parameter_twice"));
}

}  // namespace
}  // namespace nennep::test
