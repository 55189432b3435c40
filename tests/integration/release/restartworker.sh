#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# restartworker.sh FOLDER PORT: ends the worker of FOLDER/clone and starts it again, as pm2 does.
cd "$1" || exit 1
[ -e pid ] && kill "$(cat pid)" 2>/dev/null && sleep 0.1
setsid node clone/server.js "$2" >server.log 2>&1 </dev/null &
echo $! >pid
for _ in $(seq 100); do
    curl --silent --output server.answer "http://127.0.0.1:$2" && exit 0
    sleep 0.1
done
exit 1
