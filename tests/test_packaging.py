"""The package is whole, rules and data included, in a checkout, an installed environment, an sdist and a wheel."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

import attribution_lint

ROOT = Path(__file__).parents[1]
NO_SOURCE = (".git", ".venv", ".*cache", ".hypothesis", "__pycache__", "*.egg-info", "build", "dist")
WHERE_RULES_ARE = "import attribution_lint.rules; print(attribution_lint.rules.__file__)"


def run(*command: str, cwd: Path) -> str:
    """Standard output of a Python command that must succeed."""
    return subprocess.run([sys.executable, *command], cwd=cwd, check=True, capture_output=True, encoding="utf-8").stdout


def shipped_files() -> set[str]:
    """What the package consists of, as paths in a wheel."""
    package = (file.relative_to(ROOT) for file in (ROOT / "attribution_lint").rglob("*"))
    rules = (Path("attribution_lint", file.relative_to(ROOT)) for file in (ROOT / "rules").rglob("*"))
    wanted = {".py", ".toml", ".json", ".typed"}
    return {file.as_posix() for file in (*package, *rules) if file.suffix in wanted or file.name == "py.typed"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist of this checkout and the wheel that was built from that sdist."""
    folder = tmp_path_factory.mktemp("built")
    checkout = folder / "checkout"
    shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(*NO_SOURCE))
    run("-m", "build", "--no-isolation", "--outdir", str(folder), str(checkout), cwd=folder)
    return folder


def test_wheel_holds_the_whole_package(built: Path) -> None:
    """Every module, rule and data file is in the wheel, and nothing is beside the package but its metadata."""
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    assert {name for name in names if ".dist-info/" not in name} == shipped_files()
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_sdist_can_be_tested(built: Path) -> None:
    """The sdist has the tests and what they read, but not the benchmarks, nor their test."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    read = [
        "LICENSE",
        "action.yml",
        ".pre-commit-hooks.yaml",
        ".github/action/check.sh",
        "Containerfile",
        ".dockerignore",
    ]
    wanted = [*(ROOT / name for name in read), *(ROOT / "tests").rglob("*.py"), *(ROOT / "examples").rglob("*.html")]
    assert {file.relative_to(ROOT).as_posix() for file in wanted} - names == {"tests/test_benchmarks.py"}
    assert not any(name.startswith("benchmarks/") for name in names)


def test_installed_rules_are_those_of_the_package(tmp_path: Path) -> None:
    """The installed package has its rules from any folder, also from one that holds rules of its own."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "__init__.py").write_text("raise SystemExit('not mine')", encoding="utf-8")
    package = Path(run("-c", "import attribution_lint; print(attribution_lint.__file__)", cwd=tmp_path).strip()).parent
    rules = Path(run("-c", WHERE_RULES_ARE, cwd=tmp_path).strip()).parent
    assert rules in {package / "rules", package.with_name("rules")}


def test_bare_checkout_has_its_rules() -> None:
    """Without any installation, a checkout finds its rules beside the package."""
    found = run("-S", "-c", WHERE_RULES_ARE, cwd=ROOT).strip()
    assert Path(found) == ROOT / "rules" / "__init__.py"


def test_version() -> None:
    """What the package calls itself is what it was installed as."""
    assert attribution_lint.__version__ == version("attribution-lint")


def test_command_is_installed() -> None:
    """The console script is the command line's entry point."""
    (script,) = entry_points(group="console_scripts", name="attribution-lint")
    assert script.value == "attribution_lint.__main__:main"


def test_typed() -> None:
    """The marker of PEP 561 tells type checkers to trust the package's types."""
    assert Path(attribution_lint.__file__).with_name("py.typed").is_file()
