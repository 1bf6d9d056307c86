-- One request again and again, as fast as wrk can; the same line of results as mix.lua.
function done(summary, latency)
    local errors = summary.errors
    local failures = errors.connect + errors.read + errors.write + errors.timeout
    local out = io.open(os.getenv("MIX_RESULT"), "w")
    out:write(string.format("%d %d %d %.1f %.2f %.2f %.2f\n", summary.requests, errors.status, failures,
        summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
        latency:percentile(99) / 1e3))
    out:close()
end
