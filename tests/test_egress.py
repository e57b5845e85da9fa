"""Nothing is asked of any network: a run with loopback alone, and no code in `rag` that would load a stranger's."""

from __future__ import annotations

import ast
import json
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rag.embed import open_embedder
from rag.errors import EmbeddingError
from rag.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
UNSHARE = ("unshare", "--net", "--map-root-user")


def in_a_network_of_its_own(*command: str) -> subprocess.CompletedProcess[str]:
    if shutil.which("unshare") is None:
        pytest.skip("no unshare on this machine: a network of loopback alone cannot be made")
    if subprocess.run([*UNSHARE, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody make a network namespace: sysctl kernel.unprivileged_userns_clone=1 allows it")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests"))), "PYTHONWARNINGS": "ignore"}
    return subprocess.run([*UNSHARE, *command], capture_output=True, text=True, check=False, timeout=280, cwd=ROOT, env=environment)


def test_everything_works_with_loopback_alone_and_nothing_else_is_tried(tmp_path: Path, seeds: Path) -> None:
    ran = in_a_network_of_its_own(sys.executable, str(ROOT / "tests/egress_inside.py"), str(tmp_path / "library"), str(seeds))
    assert ran.returncode == 0, ran.stderr[-3000:]
    told = json.loads(ran.stdout.splitlines()[-1])
    assert told["done"] == ["2 added", "answered", "3 found", "200 page", "2 articles",
                            "0 added", "answered", "3 found", "200 page", "2 articles", "suite 0"]
    assert told["tried"] == []
    assert told["unrouted"] == 0
    # What is counted would have been: one attempt made on purpose was.
    assert told["control"] >= 1
    assert told["heard"] == 1


def test_no_code_loads_pickles_or_a_strangers_code() -> None:
    """Every call and import of the packages that are shipped, read as syntax: a comment or a string is none."""
    found: list[str] = []
    for file in [*(ROOT / "rag").rglob("*.py"), *(ROOT / "ui").rglob("*.py"), *(ROOT / "eval").rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if (what := _forbidden(node)) is not None:
                found.append(f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)} {what}")
    assert found == []


def _forbidden(node: ast.AST) -> str | None:
    loaders = {"pickle", "cPickle", "dill", "shelve", "marshal", "joblib", "cloudpickle"}
    match node:
        case ast.Import(names=names) if wrong := {one.name.split(".")[0] for one in names} & loaders:
            return f"imports {wrong}"
        case ast.ImportFrom(module=str(module)) if module.split(".")[0] in loaders:
            return f"imports {module}"
        case ast.Call(func=ast.Attribute(value=ast.Name(id="torch" | "numpy" | "np"), attr="load"), keywords=keywords):
            # numpy reads arrays alone, unless told to unpickle.
            is_torch = isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name) and node.func.value.id == "torch"
            unpickles = any(one.arg == "allow_pickle" and not _is(one.value, False) for one in keywords)
            return "torch.load" if is_torch else "allow_pickle" if unpickles else None
        case ast.keyword(arg="trust_remote_code", value=value) if not _is(value, False):
            return "trust_remote_code"
        case ast.keyword(arg="use_safetensors", value=value) if not _is(value, True):
            return "use_safetensors off"
        case ast.Call(func=ast.Name(id="eval" | "exec" as name)):
            return name
        case _:
            return None


def _is(node: ast.expr, value: bool) -> bool:
    return isinstance(node, ast.Constant) and node.value is value


@pytest.mark.parametrize("source", [
    "import pickle", "from joblib import load", "torch.load(path)", "np.load(path, allow_pickle=True)", "np.load(path, allow_pickle=flag)",
    "open_model(name, trust_remote_code=True)", "open_model(name, trust_remote_code=flag)", "eval(text)",
])
def test_the_ban_would_find_it(source: str) -> None:
    assert any(_forbidden(node) for node in ast.walk(ast.parse(source)))


class Planted:
    """Makes a file when it is unpickled."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, ...]:
        return (os.system, (f"touch {self.file}",))


@pytest.mark.parametrize("name", ["pytorch_model.bin", "model.pt", "model.safetensors"])
def test_a_planted_model_is_refused_whatever_its_file_is_called(tmp_path: Path, minilm: str, monkeypatch: pytest.MonkeyPatch,
                                                                name: str) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    model, ran = tmp_path / "model", tmp_path / "ran"
    shutil.copytree(minilm, model)
    (weights,) = model.rglob("*.safetensors")
    weights.unlink()
    (weights.parent / name).write_bytes(pickle.dumps(Planted(ran)))
    with pytest.raises(EmbeddingError):
        open_embedder(Settings(embedding=str(model))).encode_passages(["x"])
    assert not ran.exists()


def test_code_in_a_models_folder_is_not_run(tmp_path: Path, minilm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    model, ran = tmp_path / "model", tmp_path / "ran"
    shutil.copytree(minilm, model)
    config = json.loads((model / "config.json").read_text())
    config["auto_map"] = {"AutoModel": "planted.Model", "AutoConfig": "planted.Config", "AutoTokenizer": ["planted.T", None]}
    config["model_type"] = "planted"
    (model / "config.json").write_text(json.dumps(config))
    (model / "planted.py").write_text(f"open({str(ran)!r}, 'w').close()\nclass Model: ...\nclass Config: ...\nclass T: ...\n")
    with pytest.raises(EmbeddingError):
        open_embedder(Settings(embedding=str(model))).encode_passages(["x"])
    assert not ran.exists()
