# What run, greedy and soak share: stores to ask, a server over one, wrk asking it. Sourced; expects
# `program` and to stand in a scratch folder.

# NAME: the server over the store NAME, at `address`, its process in `server_of[NAME]`.
declare -A server_of address_of
serve() {
    local name=$1
    "$program" serve --data "$name" --listen 127.0.0.1:0 > "$name.out" 2> "$name.log" &
    server_of[$name]=$!
    for _ in $(seq 600); do
        address_of[$name]=$(grep -o 'http://127.0.0.1:[0-9]*' "$name.out" | head -n 1) || true
        [[ -n ${address_of[$name]} ]] && return
        kill -0 "${server_of[$name]}" 2> /dev/null || break
        sleep 0.2
    done
    cat "$name.log" >&2
    return 3
}

# STORE ACCOUNT [--scope SCOPE]…
token() { "$program" user token "${@:2}" --days 2 --data "$1" 2> /dev/null | head -n 1; }

memory_mb() { awk '/^VmRSS/ {printf "%.0f", $2 / 1024}' "/proc/$1/status"; }

# CONNECTIONS SECONDS ADDRESS TOKEN LINE: asks by wrk, as fast as it can; prints
# requests wrong failed rate p50 p95 p99. What is only read goes without mix.lua, which costs time of its own.
asked() {
    local line=$5 asking=(wrk -t1 -c"$1" -d"$2s" --timeout 30s)
    [[ -z $4 ]] || asking+=(-H "Authorization: Bearer $4")
    if [[ $line == GET* ]]; then
        MIX_RESULT=asked.result "${asking[@]}" -s "$here/once.lua" "$3${line#GET }" > asked.wrk 2>&1
    else
        echo "$line" > lines.txt
        MIX_LINES=lines.txt MIX_RESULT=asked.result MIX_WRONG=wrong.txt MIX_EXPECTS='^20[01]$' \
            "${asking[@]}" -s "$here/mix.lua" "$3" > asked.wrk 2>&1
    fi
    cat asked.result
}

# The median of a column of lines on standard input.
median() { awk -v c="$1" '{print $c}' | sort -g | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
