"""Encodes the bank and the cohort with the bundled model: ``python -m benchmarks.make_reference``.

Run it after a change of rag/data/bank.jsonl, rag/data/cohort.jsonl or the bundled model; then calibrate anew with
``python -m benchmarks.calibrate --write``.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np

from rag.embed.bundled import BundledEmbedder
from rag.score import identity_text, reference_texts

TARGET = Path(__file__).resolve().parents[1] / "rag" / "data" / "reference-bundled.npz"


def main() -> int:
    embedder = BundledEmbedder()
    texts = reference_texts()
    parts = {
        "bank": embedder.encode_questions(texts.questions).astype(np.float16),
        "cohort": embedder.encode_passages(texts.passages).astype(np.float16),
        "identity": np.array(identity_text(embedder.identity)),
    }
    # Not numpy.savez: it stamps the time into the file, and the same vectors should make the same bytes.
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in parts.items():
            buffer = io.BytesIO()
            np.save(buffer, array)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), buffer.getvalue(), zipfile.ZIP_DEFLATED)
    print(f"{TARGET.name}: {len(texts.questions)} questions, {len(texts.passages)} passages, "
          f"{TARGET.stat().st_size / 1024:.0f} KiB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
