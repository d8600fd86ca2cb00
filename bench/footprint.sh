#!/bin/sh
# Start and memory of the demo, and of a framework with nothing in it: sh bench/footprint.sh [runs]
# Build both before: mvn -q package -DskipTests
here=$(cd "$(dirname "$0")/.." && pwd) || exit 1
empty=$here/features/empty/target/empty.jar
runs=${1:-3}
work=$(mktemp -d "${TMPDIR:-/tmp}/footprint.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
[ -r /proc/self/status ] || { echo "footprint: needs /proc" >&2; exit 1; }
for jar in "$empty" "$here/features/wattwire/target/wattwire.jar"; do
    [ -f "$jar" ] || { echo "footprint: no $jar; run mvn -q package -DskipTests" >&2; exit 1; }
done

millis() { echo $(($(date +%s%N) / 1000000)); }
number() { sed -n "s/.*\"$1\": *\([0-9]*\).*/\1/p" "$2" | head -n 1; }

# The launcher says on its trace when all bundles run; then it waits for a program, which is not there.
empty_run() {
    begin=$(millis)
    java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms24m -Xmn8m -Xmx96m -XX:-UsePerfData -Dlaunch.trace=true \
        -Dlaunch.keep=false -Dlaunch.storage.dir="$work/cache" -jar "$empty" >"$work/empty" 2>&1 &
    pid=$!
    until grep -q 'will wait for a registered' "$work/empty"; do
        kill -0 "$pid" 2>/dev/null || { cat "$work/empty" >&2; exit 1; }
        sleep 0.02
    done
    emptyMs=$(($(millis) - begin))
    sleep 2
    emptyMb=$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")
    kill "$pid"
    wait "$pid" 2>/dev/null
}

demo_run() {
    "$here/wattwire" demo --seconds 10 --plain --report "$work/report.json" >"$work/demo" 2>&1 ||
        { cat "$work/demo" >&2; exit 1; }
    demoMs=$(number firstSampleMs "$work/report.json")
    demoMb=$(number rssMb "$work/report.json")
}

printf '%-4s %14s %14s %6s %14s %14s %6s\n' run 'empty start ms' 'first sample' ratio 'empty RSS MB' 'demo RSS MB' ratio
run=1
while [ "$run" -le "$runs" ]; do
    empty_run
    demo_run
    awk -v n="$run" -v e="$emptyMs" -v d="$demoMs" -v f="$emptyMb" -v r="$demoMb" 'BEGIN {
        printf "%-4d %14d %14d %6.1f %14d %14d %6.1f\n", n, e, d, d / e, f, r, r / f }'
    run=$((run + 1))
done
