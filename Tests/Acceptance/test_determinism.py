"""The same source gives the same bytes: whatever the order of files, clock, zone, locale, user, path, cores or environment."""
import os
import random
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from harness import BINARY, built, digest, environment, pages, published, run, write_site
from samples import trilingual

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def here():
    """A folder that any user may enter and write to, with the sample site in it."""
    folder = Path(tempfile.mkdtemp(prefix="same-bytes-"))
    write_site(folder / "site", trilingual())
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def wanted(here):
    output = built(here / "site", here / "reference")
    assert len(published(output)) == 5 and len(pages(output)) >= 60
    return digest(output)


@pytest.fixture
def again(here, wanted):
    """Builds once more in some other way and holds the bytes against the reference."""
    def compare(*args, site=None, **options):
        output = Path(tempfile.mkdtemp(dir=here)) / "out"
        output.parent.chmod(0o777)
        assert digest(built(site or here / "site", output, *args, **options)) == wanted
    return compare


def test_another_source_gives_another_digest(tmp_path, wanted):
    """The test of the test: one changed word has to show."""
    files = trilingual()
    files["content/guide/start.it.md"] += "\nUna parola.\n"
    assert digest(built(write_site(tmp_path / "site", files), tmp_path / "out")) != wanted


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "<+14>-14", "<-14>14", "Europe/Rome", "nonsense"])
def test_time_zone(again, zone):
    again(env={"TZ": zone})


@pytest.mark.parametrize("name", ["C", "POSIX", "C.UTF-8", "tr_TR.UTF-8", "sv_SE.ISO-8859-1", "ar_EG.UTF-8", "th_TH.UTF-8", "x\"\n"])
def test_locale(again, name):
    again(env={"LANG": name, "LC_ALL": name, "LANGUAGE": name.split("_")[0]})


def shuffler(folder):
    library = folder / "shuffle.so"
    subprocess.run(["gcc", "-O1", "-shared", "-fPIC", "-o", library, HERE / "shuffle_readdir.c", "-ldl", "-pthread"], check=True)
    return library


@pytest.mark.skipif(not shutil.which("gcc"), reason="gcc is not installed")
def test_order_of_directory_entries(again, here, tmp_path):
    library, log = shuffler(tmp_path), tmp_path / "log"
    for seed in range(1, 6):
        env = {"LD_PRELOAD": str(library), "SHUFFLE_SEED": str(seed), "SHUFFLE_LOG": str(log)}
        listed = [subprocess.run(["ls", "-U", here / "site/content/guide"], env=e, capture_output=True).stdout for e in (env, {})]
        assert listed[0] != listed[1], "the shuffler does not shuffle"
        log.unlink(missing_ok=True)
        again(env=env)
        assert log.exists() and len(log.read_text().split()) >= 4, "the program did not list its folders through readdir"


def test_order_of_directory_entries_on_disorderfs(again, here, tmp_path):
    if not shutil.which("disorderfs"):
        pytest.skip("disorderfs is not installed; the preloaded shuffler stands in for it")
    mount = tmp_path / "shuffled"
    mount.mkdir()
    if subprocess.run(["disorderfs", "--shuffle-dirents=yes", here / "site", mount], capture_output=True).returncode:
        pytest.skip("FUSE does not work here; the preloaded shuffler stands in for it")
    try:
        assert len({subprocess.run(["ls", "-U", mount / "content/guide"], capture_output=True).stdout for _ in range(20)}) > 1
        for _ in range(5):
            again(site=mount)
    finally:
        subprocess.run(["umount", mount], check=True)


def test_order_and_time_of_writing(again, tmp_path):
    files = list(trilingual().items())
    random.Random(7).shuffle(files)
    folder = write_site(tmp_path / "site", dict(files))
    for number, path in enumerate(sorted(folder.rglob("*"))):
        os.utime(path, (number * 1e7, number * 1e7))
    again(site=folder)


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("setpriv"), reason="only root can become another user")
def test_another_user(again, here):
    nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    if subprocess.run([*nobody, "test", "-x", BINARY]).returncode:
        pytest.skip("another user may not reach the built program here")
    again(prefix=nobody, env={"HOME": "/nonexistent", "USER": "nobody", "LOGNAME": "nobody"})


def test_another_path(again, here, tmp_path):
    deep = tmp_path / "häromåt – perché" / ("d" * 60) / "a b"
    shutil.copytree(here / "site", deep)
    again(site=deep)


def test_another_working_folder(here, wanted):
    """The site is found upwards from the current folder, and `public` is where it goes."""
    assert run(["build"], cwd=here / "site/content/guide").code == 0
    assert digest(here / "site/public") == wanted
    shutil.rmtree(here / "site/public")


def test_umask(again):
    again(prefix=["sh", "-c", 'umask 077; exec "$@"', "sh"])


@pytest.mark.skipif(not shutil.which("faketime"), reason="faketime is not installed")
@pytest.mark.parametrize("clock", ["1970-01-02 00:00:00", "2024-02-29 23:59:59", "2038-01-20 00:00:00", "2100-12-31 12:00:00"])
def test_clock(again, clock):
    year = subprocess.run(["faketime", clock, "date", "+%Y"], env=environment(), capture_output=True, text=True).stdout
    assert year.strip() == clock[:4], "faketime does not set the clock"
    again(prefix=["faketime", clock])


def test_a_second_later(again):
    time.sleep(1.1)
    again()


@pytest.mark.skipif(not shutil.which("taskset"), reason="taskset is not installed")
@pytest.mark.parametrize("cores", sorted({"0", f"0-{(os.cpu_count() or 1) - 1}"}))
def test_cores(again, cores):
    again(prefix=["taskset", "-c", cores])


@pytest.mark.parametrize("jobs", ["1", "2", "4", "16"])
def test_jobs(again, jobs):
    again("--jobs", jobs)


def test_twenty_repeats(again):
    for _ in range(int(os.environ.get("STAFFETTA_REPEATS", "20"))):
        again()


def test_built_over_an_older_site(here, wanted, tmp_path):
    """What was published before leaves no trace in the bytes."""
    folder, output = write_site(tmp_path / "site", trilingual()), tmp_path / "out"
    write_site(folder, {"content/guide/gone.it.md": "---\ntitle: Via\naudience: team\n---\n\nVia.\n"})
    assert digest(built(folder, output)) != wanted
    (folder / "content/guide/gone.it.md").unlink()
    assert digest(built(folder, output)) == wanted


@pytest.mark.parametrize("seed", range(5))
def test_random_environment(again, seed):
    """Every variable but those that say where programs and libraries are, and SOURCE_DATE_EPOCH, which is an input."""
    kept = {"PATH", "HOME", "LD_LIBRARY_PATH", "SWIFT_BACKTRACE", "SOURCE_DATE_EPOCH"}
    extra = "TZ LANG LC_ALL LC_TIME LANGUAGE USER LOGNAME HOSTNAME PWD TMPDIR TERM COLUMNS CI EDITOR XDG_CACHE_HOME GIT_DIR NO_COLOR DEBUG".split()
    chance = random.Random(seed)
    again(env={name: "".join(chance.choices("abc/0159.-_: é", k=12)) for name in {*environment(), *extra} - kept})


def test_source_date_epoch_is_the_as_of_date(here, tmp_path):
    """A date is its first moment in the site's zone: 2026-02-10 in Rome is 2026-02-09 23:00 in UTC."""
    by_option = built(here / "site", tmp_path / "option", "--as-of", "2026-02-10")
    by_environment = built(here / "site", tmp_path / "environment", env={"SOURCE_DATE_EPOCH": "1770678000"})
    assert digest(by_option) == digest(by_environment)
