-- Asks lines of a file in random order, and counts what is answered. Needs in the environment:
--   MIX_LINES    file, one request a line: METHOD PATH [BODY]; in a body `{n}` becomes a number used
--                once, which also names the request (Idempotency-Key), each `{r}` one below 100,000
--   MIX_EXPECTS  statuses that are right, as a pattern: ^20[01]$
--   MIX_PAUSE    milliseconds between two requests of a connection (0: none)
--   MIX_WRONG    file to which answers go that were not right
--   MIX_RESULT   file for one line: requests wrong failures rate p50 p95 p99 (in ms)
local lines, expects, wrong_file = {}, os.getenv("MIX_EXPECTS") or "^200$", os.getenv("MIX_WRONG")
local pause = tonumber(os.getenv("MIX_PAUSE") or "0")
local number, threads = 0, {}
statuses, wrong = "", 0
local seen = {}

function setup(thread)
    table.insert(threads, thread)
    thread:set("place", #threads)
end

function init()
    local start = tonumber(os.getenv("MIX_SEED") or os.time())
    math.randomseed(start * 31 + place)
    number = (start % 100000000) * 10000000 + place * 1000000
    for line in io.lines(os.getenv("MIX_LINES")) do
        local method, path, body = line:match("^(%u+) (%S+) ?(.*)$")
        if method then table.insert(lines, {method, path, body}) end
    end
    if pause == 0 then delay = nil end
end

function delay() return math.random(0, 2 * pause) end

function request()
    local method, path, body = unpack(lines[math.random(#lines)])
    local headers = {}
    for name, value in pairs(wrk.headers) do headers[name] = value end
    if body == "" then return wrk.format(method, path, headers) end
    number = number + 1
    local once = string.format("%.0f", number)
    headers["Idempotency-Key"] = once
    headers["Content-Type"] = "application/json"
    body = body:gsub("{n}", once):gsub("{r}", function() return tostring(math.random(0, 99999)) end)
    return wrk.format(method, path, headers, body)
end

function response(status, _, body)
    seen[status] = (seen[status] or 0) + 1
    if not tostring(status):match(expects) then
        wrong = wrong + 1
        if wrong_file and wrong <= 100 then
            local out = io.open(wrong_file, "a")
            out:write(status, " ", body:sub(1, 400):gsub("\n", " "), "\n")
            out:close()
        end
    end
    local all = {}
    for each, count in pairs(seen) do table.insert(all, each .. ":" .. count) end
    statuses = table.concat(all, ",")
end

function done(summary, latency)
    local all, wrongs = "", 0
    for _, thread in ipairs(threads) do
        all = all .. (all == "" and "" or ",") .. thread:get("statuses")
        wrongs = wrongs + thread:get("wrong")
    end
    local errors = summary.errors
    local failures = errors.connect + errors.read + errors.write + errors.timeout
    local out = io.open(os.getenv("MIX_RESULT"), "w")
    out:write(string.format("%d %d %d %.1f %.2f %.2f %.2f %s\n", summary.requests, wrongs, failures,
        summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
        latency:percentile(99) / 1e3, all))
    out:close()
end
