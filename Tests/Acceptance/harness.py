"""Runs the built program on small sites and digests what it wrote: the ground on which all outside tests stand."""
import hashlib
import os
import re
import signal
import subprocess
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("STAFFETTA", ROOT / ".build/release/staffetta")).absolute()
MARKER = ".staffetta-owner"
NOT_INHERITED = {"STAFFETTA_LANGUAGE", "SOURCE_DATE_EPOCH", "TZ", "LANG", "LANGUAGE", "SWIFT_DETERMINISTIC_HASHING"}
MESSAGE = re.compile(r"^(error|warning|note)\[([^\]]+)\]: (.*)\n((?:(?!error\[|warning\[|note\[).*\n?)*)", re.M)
PLACE = re.compile(r"^\s*--> (.+?)(?::(\d+):(\d+))?\s*$", re.M)


class Result(NamedTuple):
    code: int
    stdout: str
    stderr: str


class Message(NamedTuple):
    severity: str
    rule: str
    text: str
    places: list  # (path, line, column), as printed


def environment(extra=None):
    """The caller's environment without what could change a build, plus `extra`."""
    kept = {k: v for k, v in os.environ.items() if k not in NOT_INHERITED and not k.startswith("LC_")}
    return {**kept, "SWIFT_BACKTRACE": "enable=no", "NO_COLOR": "1", **(extra or {})}


def command(args, prefix=()):
    return [*map(str, prefix), str(BINARY), *map(str, args)]


def decoded(data):
    return (data or b"").decode("utf-8", "backslashreplace")


def run(args, env=None, cwd=None, timeout=60, prefix=(), stdin=None):
    """Runs the program to its end; `prefix` is what it runs under (strace, setpriv …)."""
    given = {"stdin": subprocess.DEVNULL} if stdin is None else {"input": stdin.encode()}
    done = subprocess.run(command(args, prefix), env=environment(env), cwd=cwd, timeout=timeout, capture_output=True, **given)
    return Result(done.returncode, decoded(done.stdout), decoded(done.stderr))


def start(args, prefix=()):
    """Starts the program and returns at once."""
    # A shell starts what runs in its background deaf to interrupts, and that is inherited.
    return subprocess.Popen(command(args, prefix), env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))


def build(folder, output, *args, **options):
    return run(["build", "--site", folder, "--output", output, *args], **options)


def built(folder, output, *args, **options):
    """Builds, insists on success, returns the output folder."""
    result = build(folder, output, *args, **options)
    assert result.code == 0, f"exit {result.code}\n{result.stdout}\n{result.stderr}"
    return Path(output)


def write_site(folder, files):
    """Writes `files` (path → text, bytes, or None for: remove it) below `folder`; returns the folder."""
    folder = Path(folder)
    for name, content in files.items():
        path = os.fsencode(folder) + b"/" + os.fsencode(name)
        if content is None:
            os.unlink(path)
            continue
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
    return folder


def tree(folder):
    """Every name below `folder` with the digest of its bytes; folders and links too."""
    found = {}
    for path in sorted(Path(folder).rglob("*")):
        if path.is_symlink():
            value = "link " + os.readlink(path)
        elif path.is_dir():
            value = "folder"
        else:
            value = hashlib.sha256(path.read_bytes()).hexdigest()
        found[str(path.relative_to(folder))] = value
    return found


def editions(output):
    """The published editions: the folders of `output` that carry our marker."""
    return {path.parent.name: path.parent for path in sorted(Path(output).glob(f"*/{MARKER}"))}


def published(output):
    """Edition name → its tree."""
    return {name: tree(folder) for name, folder in editions(output).items()}


def digest(output):
    """One digest of every name and byte of every published edition."""
    trees = published(output)
    assert trees, f"no published edition in {output}"
    return hashlib.sha256(repr(sorted((n, sorted(t.items())) for n, t in trees.items())).encode()).hexdigest()


def pages(folder):
    return sorted(Path(folder).rglob("*.html"))


def messages(stderr):
    """The messages of a run, each with the places it names."""
    return [Message(severity, rule, text + "\n" + rest, [(path, int(line or 0), int(column or 0)) for path, line, column in PLACE.findall(rest)])
            for severity, rule, text, rest in MESSAGE.findall(stderr)]
