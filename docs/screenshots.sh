#!/usr/bin/env bash
# docs/screenshots.sh [run folder]: the pictures of the README, of that run or the newest one; needs Chromium.
# For a finding to show, plant a defect: mvn gatling:test -Dcrosscheck.implementations.rust.faults=location-missing
set -euo pipefail
cd "$(dirname "$0")/.."

run=${1:-$(find reports -maxdepth 1 -type d -name '2*' | sort | tail -1)}
page=$(realpath "$run")/index.html
[ -f "$page" ] || { echo "docs/screenshots.sh: no report in '$run'" >&2; exit 1; }
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) \
  || { echo "docs/screenshots.sh: no Chromium on the PATH" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One section alone and from its top: without a window Chromium takes no picture of what has been scrolled.
shot() { # name, section, height, fragment
  local alone="html, body { overflow: clip; height: 100vh } main > section { padding-top: 0 }
    .finding:has(~ .finding[open]), main > section:not(#$2), main > section:not(#compatibility) > .gates, .not-asked, footer { display: none }"
  awk -v style="$alone" '/^<\/head>/ { print "<style>" style "</style>" } { print }' "$page" > "$work/page.html"
  "$browser" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
    --window-size=1280,"$3" --virtual-time-budget=5000 --screenshot="docs/$1.png" "file://$work/page.html${4:-}" 2>/dev/null
  echo "docs/$1.png $(wc -c < "docs/$1.png") bytes"
}

shot report answer 800
finding=$(grep -o 'href="#finding-[^"]*"' "$page" | head -1 | sed 's/href="//; s/"$//' || true)
if [ -n "$finding" ]; then shot finding findings 760 "$finding"; fi
if grep -q 'id="resources"' "$page"; then shot resources resources 900; fi
