"""DistilBERT with random weights: writes it as ONNX, or times it in eager PyTorch.

python3 bench/peers/distilbert.py write FOLDER          (config.json in FOLDER → onnx/model.onnx)
python3 bench/peers/distilbert.py time FOLDER THREADS   (token ids of texts in FOLDER/ids.json)

`time` encodes the texts in their order in batches of 32, padded to the longest, mean-pooled over the mask, and prints
as JSON the milliseconds and the first text's vector. Both make the same weights from the same seed.
"""

import json
import sys
import time
from pathlib import Path

import torch

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[2] / "packages/text-encoders/golden"))
from distilbert import DistilBert, export  # noqa: E402

task, folder = sys.argv[1], Path(sys.argv[2])
torch.manual_seed(0)
model = DistilBert(json.loads((folder / "config.json").read_text()))


def encode(rows):
    lengths = torch.tensor([len(row) for row in rows])
    mask = (torch.arange(int(lengths.max())) < lengths[:, None]).long()
    ids = torch.nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True)
    hidden = model(ids, mask)
    return (hidden * mask[:, :, None]).sum(1) / lengths[:, None]


if task == "write":
    (folder / "onnx").mkdir()
    export(model, folder / "onnx" / "model.onnx")
else:
    torch.set_num_threads(int(sys.argv[3]))
    texts = json.loads((folder / "ids.json").read_text())
    with torch.no_grad():
        encode(texts[:2])
        start = time.perf_counter()
        vectors = torch.cat([encode(texts[i : i + 32]) for i in range(0, len(texts), 32)])
        milliseconds = 1000 * (time.perf_counter() - start)
    print(json.dumps({"milliseconds": milliseconds, "first": vectors[0].tolist()}))
