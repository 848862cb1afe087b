"""Runs one command and prints what it took, as JSON: `python -I -S stopwatch.py CORES OUTPUT COMMAND…`.

A process of its own, because the kernel counts the peak memory of whoever starts a command as the command's: the one
who starts it has to be small.
"""

import json
import os
import sys
import time

if __name__ == "__main__":
    cores, output, *command = sys.argv[1:]
    if int(cores) and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(cores)])
    target = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    streams = [(os.POSIX_SPAWN_DUP2, target, 1), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=streams)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    taken = {
        "wall": wall,
        # Of its own children too, once it has waited for them.
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
        "code": os.waitstatus_to_exitcode(status),
    }
    json.dump(taken, sys.stdout)
