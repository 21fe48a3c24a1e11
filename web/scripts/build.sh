#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Checks Node.js, installs what package-lock.json names unless that is installed already, then builds dist/.
set -eu
cd "$(dirname "$0")/.."

needed="the workbench is built with Node.js 20.19 or newer"
command -v node >/dev/null 2>&1 || { echo "clew-web: $needed, and there is no node on the PATH" >&2; exit 1; }
command -v npm >/dev/null 2>&1 || { echo "clew-web: $needed and npm, and there is no npm on the PATH" >&2; exit 1; }
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
  { echo "clew-web: $needed; node on the PATH is $(node --version)" >&2; exit 1; }

installed=node_modules/.installed-lock.json
if ! cmp -s package-lock.json "$installed"; then
  npm ci --no-audit --no-fund --prefer-offline
  cp package-lock.json "$installed"
fi
npm run build
# Assets carry a hash in their name: what an earlier build left must not travel in the jar.
rm -rf target/classes/META-INF/resources/clew
