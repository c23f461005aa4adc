"""Executes notebooks in the Deno kernel and tells about each cell as it ends.

The first line of stdin is a JSON object: {"jobs": 2, "timeout": 60, "notebooks":
[{"path": "notebooks/a.ipynb", "folder": "notebooks"}]}. Events are written to stdout, one
JSON object a line. When stdin closes, whoever asked is gone: kernels are shut down.
"""

import asyncio
import json
import os
import sys
import threading
import time
from importlib.metadata import version

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

# Runs in the kernel before the first cell. It keeps what no output would show: rejections
# that nobody awaits, and throws in timers and microtasks. It also ends a kernel whose
# client was killed, which the kernel itself would not notice.
LISTEN = """
globalThis[Symbol.for("aras.floating")] = [];
for (const type of ["unhandledrejection", "error"]) {
  globalThis.addEventListener(type, (event) => {
    const reason = type === "error" ? event.error ?? event.message : event.reason;
    const isError = reason instanceof Error;
    globalThis[Symbol.for("aras.floating")].push({
      type,
      name: isError ? reason.name : typeof reason,
      message: isError ? reason.message : String(reason),
      stack: isError ? String(reason.stack) : "",
    });
    event.preventDefault();
  });
}
{
  const parent = Deno.ppid;
  Deno.unrefTimer(setInterval(() => Deno.ppid === parent || Deno.exit(1), 1000));
}
undefined;
"""

# Runs after each cell: lets timers and microtasks that are due have their turn, then
# hands over what the listeners caught.
COLLECT = """
await new Promise((resolve) => setTimeout(resolve, %d));
console.log("aras.floating" + JSON.stringify(
  globalThis[Symbol.for("aras.floating")].splice(0),
));
undefined;
"""

# A rejection that comes later than this after the last cell (in ms) goes unseen.
GRACE_EACH, GRACE_LAST = 0, 300


def tell(**event):
    sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
    sys.stdout.flush()


async def hidden(client, code):
    """Executes code that leaves no trace in the notebook; returns what it printed."""
    cell = nbformat.v4.new_code_cell(code)
    client.nb.cells.append(cell)
    try:
        await client.async_execute_cell(cell, len(client.nb.cells) - 1, store_history=False)
    finally:
        client.nb.cells.pop()
    return "".join(o.get("text", "") for o in cell.outputs if o["output_type"] == "stream")


async def floating(client, path, index, grace):
    """Tells what was rejected or thrown outside of any cell's own flow."""
    printed = await hidden(client, COLLECT % grace)
    for line in printed.splitlines():
        if line.startswith("aras.floating"):
            for fault in json.loads(line[len("aras.floating"):]):
                tell(event="floating", path=path, cell=index, **fault)


async def run(path, folder, timeout):
    with open(path, encoding="utf-8") as file:
        notebook = nbformat.reads(file.read(), as_version=4)
    client = NotebookClient(
        notebook,
        timeout=timeout,
        startup_timeout=60,
        kernel_name=notebook.metadata.kernelspec.name,
        resources={"metadata": {"path": folder}},
        record_timing=False,
        coalesce_streams=True,
    )
    index = None
    tell(event="start", path=path)
    started = time.monotonic()
    try:
        async with client.async_setup_kernel(cwd=folder):
            asked = client.kc.kernel_info()
            reply = await client.async_wait_for_reply(asked)
            language = reply["content"]["language_info"]
            await hidden(client, LISTEN)
            code = [i for i, c in enumerate(notebook.cells)
                    if c.cell_type == "code" and c.source.strip()]
            for cell in notebook.cells:
                if cell.cell_type == "code":
                    cell.outputs, cell.execution_count = [], None
            for index in code:
                cell = notebook.cells[index]
                tell(event="cell", path=path, cell=index)
                before = time.monotonic()
                failed = None
                try:
                    await client.async_execute_cell(cell, index)
                except CellExecutionError as error:
                    failed = error
                tell(event="ran", path=path, cell=index, outputs=cell.outputs,
                     count=cell.execution_count, seconds=time.monotonic() - before)
                await floating(client, path, index,
                               GRACE_LAST if failed or index == code[-1] else GRACE_EACH)
                if failed:
                    break
            tell(event="end", path=path, language=language,
                 seconds=time.monotonic() - started)
    except CellTimeoutError:
        tell(event="timeout", path=path, cell=index, seconds=timeout)
    except DeadKernelError:
        tell(event="dead", path=path, cell=index)
    except Exception as error:  # a kernel that never starts, a broken notebook
        tell(event="broken", path=path, cell=index, type=type(error).__name__,
             message=str(error))


async def main():
    loop = asyncio.get_running_loop()
    request = json.loads(sys.stdin.readline())
    places = asyncio.Semaphore(request["jobs"])
    tell(event="client", nbclient=version("nbclient"), python=sys.version.split()[0])

    async def placed(notebook):
        async with places:
            await run(notebook["path"], notebook["folder"], request["timeout"])

    everything = asyncio.gather(*map(placed, request["notebooks"]))

    def watch():
        while os.read(sys.stdin.fileno(), 4096):
            pass
        loop.call_soon_threadsafe(everything.cancel)

    threading.Thread(target=watch, daemon=True).start()
    try:
        await everything
    except asyncio.CancelledError:
        os._exit(130)  # kernels are shut down by now; nobody is left to hear more


if __name__ == "__main__":
    # Out of the terminal's group: Ctrl-C reaches only whoever started this, who then
    # closes stdin. Nothing is interrupted halfway.
    if hasattr(os, "setsid"):
        os.setsid()
    asyncio.run(main())
