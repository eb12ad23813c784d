"""Workers that do on command what a worker must not do."""

import os
import signal
import time
from multiprocessing.connection import Connection

from minutesparse.batch.wire import Unchanged, outcome_to_bytes, task_from_bytes
from minutesparse.read import Limits


def serve(connection: Connection, _limits: Limits) -> None:
    """Answer every task with "unchanged", except where its place says otherwise."""
    while True:
        try:
            task = task_from_bytes(connection.recv_bytes())
        except EOFError:
            return
        if "dies" in task.found.uri:
            os.kill(os.getpid(), signal.SIGKILL)
        if "exits" in task.found.uri:
            os._exit(7)
        if "hangs" in task.found.uri:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            time.sleep(600)
        connection.send_bytes(outcome_to_bytes(Unchanged(task.found.uri)))
