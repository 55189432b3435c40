#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs a program in a message bus session of its own with an unlocked, empty GNOME keyring.
#
#   keyring-session.sh PROGRAM [ARGUMENT…]
#
# PIPELINE_KEYRING is "ready" then. Nobody answers the prompt to unlock a keyring that is locked, until the file
# $HOME/dismiss exists. Where the tools are missing the program runs anyway, with PIPELINE_KEYRING saying what it lacks.
set -eu

for tool in dbus-run-session dbus-send gnome-keyring-daemon; do
    if ! command -v "$tool" >/dev/null; then
        PIPELINE_KEYRING="$tool is not installed" exec "$@"
    fi
done

HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
export XDG_RUNTIME_DIR="$HOME/runtime" XDG_DATA_HOME="$HOME/data" XDG_CONFIG_HOME="$HOME/config" XDG_CACHE_HOME="$HOME/cache"
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY

# Prompts of the keyring come from this service.
cat >"$HOME/prompter" <<'PROMPTER'
#!/bin/sh
while [ -e "$0" ] && [ ! -e "$HOME/dismiss" ]; do sleep 0.05; done
exit 1
PROMPTER
chmod +x "$HOME/prompter"
mkdir -p "$XDG_DATA_HOME/dbus-1/services"
cat >"$XDG_DATA_HOME/dbus-1/services/org.gnome.keyring.SystemPrompter.service" <<SERVICE
[D-BUS Service]
Name=org.gnome.keyring.SystemPrompter
Exec=$HOME/prompter
SERVICE

cat >"$HOME/session" <<'SESSION'
#!/bin/sh
printf test | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
daemon=$!
until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
    string:org.freedesktop.secrets | grep -q true; do
    sleep 0.05
done
status=0
"$@" || status=$?
kill "$daemon"
exit "$status"
SESSION

PIPELINE_KEYRING=ready dbus-run-session -- sh "$HOME/session" "$@"
