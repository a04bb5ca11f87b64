"""Writes the models of the tests: networks without weights whose features can be worked out by hand.

    python3 make_models.py

`means` pools the pixel values to the mean of each channel; `maps` only has a last hidden state of that kind, `logits`
what a classifier gives.
"""

import json
from pathlib import Path

from onnx import TensorProto, checker, helper, save

SIZE = {"height": 8, "width": 8}
PREPROCESSOR = {
    "do_resize": True,
    "size": SIZE,
    "resample": 2,
    "do_center_crop": False,
    "do_rescale": True,
    "rescale_factor": 1 / 255,
    "do_normalize": True,
    "image_mean": [0.5, 0.5, 0.5],
    "image_std": [0.5, 0.5, 0.5],
}
MODELS = {"means": ["last_hidden_state", "pooler_output"], "maps": ["last_hidden_state"], "logits": ["logits"]}

here = Path(__file__).parent / "models"
for name, outputs in MODELS.items():
    nodes, values = [], []
    for output in outputs:
        if output == "last_hidden_state":
            nodes.append(helper.make_node("Identity", ["pixel_values"], [output]))
            shape = ["batch", 3, "height", "width"]
        else:
            nodes.append(helper.make_node("ReduceMean", ["pixel_values"], [output], axes=[2, 3], keepdims=0))
            shape = ["batch", 3]
        values.append(helper.make_tensor_value_info(output, TensorProto.FLOAT, shape))
    pixels = helper.make_tensor_value_info("pixel_values", TensorProto.FLOAT, ["batch", 3, "height", "width"])
    graph = helper.make_graph(nodes, name, [pixels], values)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    checker.check_model(model)
    folder = here / name
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    save(model, str(folder / "onnx" / "model.onnx"))
    (folder / "config.json").write_text(json.dumps({"model_type": "mobilenet_v2"}) + "\n")
    (folder / "preprocessor_config.json").write_text(json.dumps(PREPROCESSOR, indent=2) + "\n")
