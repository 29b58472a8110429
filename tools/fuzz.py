"""Throw generated role files, arguments, kills and damage at careers, for as long as you like.

    python tools/fuzz.py [--minutes 5] [--seed 1]

Everything runs as a real process, in folders of its own. Prints what went wrong with the seed
and the case that did it, and exits with 1 if anything did. The tests do the same with fewer
cases: tests/hostile/test_hostile_files.py, test_any_arguments.py, test_faults.py.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from careercli.cli.commands import COMMANDS
from careercli.names import is_control

ROOT = Path(__file__).parents[1]
ROLES = sorted((ROOT / "data" / "roles").glob("*.toml"))
CODES = {0, 1, 2, 65}
LONGEST = 5.0  # seconds
TRIED = [name for name in COMMANDS if name != "import"]
OPTIONS = (
    *("--lang", "--format", "--per", "--hours", "--section", "--sort", "--category", "--level"),
    *("--origin", "--skill"),
)
MEANT = [
    *('"', "*", "NEAR(a b)", "' OR 1=1 --", "[red]x[/red]", "\\u001b[31m", "\x1b]52;c;aGk=\x07"),
    *("\u202e", "\u200b", "{", "}", "[[", "]]", '"""', "= nan", "= inf", "9" * 400, "\x00", "\r"),
    *(
        "javascript:alert(1)",
        "file:///etc/passwd",
        "../../x",
        "e\u0301",
        "👩\u200d💻",
        "%s",
        "$(id)",
    ),
    *("nl", "json", "1e308", "-1", "welder", "verpleegkundige", "--help", "-", ""),
]


class Run(NamedTuple):
    """What one process did."""

    code: int
    said: str
    seconds: float


class Fuzzer:
    """Cases drawn from one seed, in folders that are thrown away."""

    def __init__(self, seed: int, home: Path) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
        self.roles = home / "roles"
        self.cache = home / "cache"
        self.out = home / "out"
        for folder in (self.roles, self.out):
            folder.mkdir()
        self.environment = os.environ | {
            "CAREERS_ROLES": str(self.roles),
            "CAREERS_CACHE": str(self.cache),
            "PYTHONIOENCODING": "utf-8",
        }
        self.reference = self.careers("show", "welder").said

    def careers(self, *arguments: str | bytes) -> Run:
        """Run the program; a hang is a code of its own."""
        began = time.monotonic()
        try:
            done = subprocess.run(
                [sys.executable, "-m", "careercli", *arguments],
                env=self.environment,
                cwd=self.out,
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=60,
            )
        except subprocess.TimeoutExpired:
            return Run(-1, "hang", 60.0)
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        return Run(done.returncode, said, time.monotonic() - began)

    def faults(self, run: Run, arguments: object) -> Iterator[str]:
        """Yield what is wrong with a run."""
        if run.code not in CODES:
            yield f"exit code {run.code}: {arguments!r}: {run.said[-300:]}"
        if "Traceback" in run.said or "our fault" in run.said:
            yield f"traceback: {arguments!r}: {run.said[-300:]}"
        if any(map(is_control, run.said)):
            yield f"a character that steers: {arguments!r}"
        if run.seconds > LONGEST:
            yield f"{run.seconds:.1f} s: {arguments!r}"

    # The kinds of case

    def some_file(self) -> Iterator[str]:
        """A role file with pieces cut out, doubled, swapped, or of anything at all."""
        raw = bytearray(self.chance.choice(ROLES).read_bytes())
        for _ in range(self.chance.randint(1, 8)):
            at = self.chance.randrange(len(raw) + 1)
            size = self.chance.choice((1, 5, 50, 500))
            match self.chance.randrange(5):
                case 0:
                    del raw[at : at + size]
                case 1:
                    raw[at:at] = raw[at : at + size] * self.chance.randint(1, 5)
                case 2:
                    raw[at:at] = self.chance.randbytes(size)
                case 3:
                    raw[at:at] = self.chance.choice(MEANT).encode("utf-8", "surrogatepass")
                case 4:
                    raw[at : at + 1] = b"\n"
        names = ["odd", "Odd", "con", "-x", "welder", "x" * 100, "a b", "é"]
        path = self.roles / f"{self.chance.choice(names)}.toml"
        path.write_bytes(raw)
        for arguments in (("check", str(path)), ("show", "welder"), ("list",)):
            yield from self.faults(self.careers(*arguments), (arguments, bytes(raw[:80])))
        path.unlink()

    def some_arguments(self) -> Iterator[str]:
        """A command with words and options of all kinds."""
        arguments: list[str | bytes] = [self.chance.choice(TRIED)]
        for _ in range(self.chance.randint(0, 4)):
            match self.chance.randrange(4):
                case 0:
                    arguments.append(self.chance.choice(OPTIONS))
                case 1:
                    arguments.append(self.chance.choice(MEANT).replace("\x00", ""))
                case 2:
                    letters = (chr(self.chance.randrange(1, 0x2FFF)) for _ in range(8))
                    arguments.append("".join(letters))
                case 3:
                    arguments.append(self.chance.randbytes(6).replace(b"\x00", b"?"))
        if arguments[0] == "new":
            arguments += ["--folder", str(self.out / "new")]
        yield from self.faults(self.careers(*arguments), arguments)

    def a_kill(self) -> Iterator[str]:
        """A command that is killed at some moment of a cold start; the next one is right."""
        shutil.rmtree(self.cache, ignore_errors=True)
        command = [sys.executable, "-m", "careercli", "show", "welder"]
        with subprocess.Popen(
            command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            time.sleep(self.chance.uniform(0.02, 1.2))
            process.send_signal(signal.SIGKILL)
        yield from self._is_right("killed")

    def some_damage(self) -> Iterator[str]:
        """A catalogue with rubbish in it, or cut off; the next command is right."""
        self.careers("show", "welder")
        for file in self.cache.glob("*.sqlite"):
            raw = bytearray(file.read_bytes())
            if self.chance.random() < 0.5:
                del raw[self.chance.randrange(len(raw)) :]
            else:
                at = self.chance.randrange(len(raw))
                raw[at : at + 5000] = self.chance.randbytes(5000)
            file.write_bytes(raw)
        yield from self._is_right("damaged")

    def _is_right(self, what: str) -> Iterator[str]:
        run = self.careers("show", "welder")
        yield from self.faults(run, what)
        if run.said != self.reference:
            yield f"{what}: another page: {run.said[:300]}"

    def stray_files(self) -> list[str]:
        """Return what was written where nothing should be."""
        return [str(path) for path in self.out.iterdir() if path.name != "new"]


def main() -> None:
    """Run cases until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    end = time.monotonic() + 60 * asked.minutes
    failed, count = 0, 0
    with tempfile.TemporaryDirectory() as home:
        fuzzer = Fuzzer(asked.seed, Path(home))
        kinds: list[Callable[[], Iterator[str]]]
        kinds = [fuzzer.some_file, fuzzer.some_arguments, fuzzer.a_kill, fuzzer.some_damage]
        while time.monotonic() < end:
            kind = fuzzer.chance.choices(kinds, (4, 8, 1, 1))[0]
            count += 1
            for fault in kind():
                failed += 1
                print(f"case {count}, {kind.__name__}: {fault}", flush=True)
        for stray in fuzzer.stray_files():
            failed += 1
            print(f"written where nothing should be: {stray}")
    print(f"{count} cases with seed {asked.seed}, {failed} faults")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
