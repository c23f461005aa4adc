"""Writes the trained weights as ONNX, 32-bit and 8-bit.

    python export.py --encoder DIR --weights RUN/final.safetensors [--weights …] --out DIR

Several `--weights` are averaged. The 8-bit file quantises weights per channel to 7 of 8 bits
(`reduce_range`), so that processors without VNNI instructions do not overflow.
"""

import argparse
import pathlib
import tempfile

import onnx
import torch
import torch.nn as nn
from onnxruntime.quantization import QuantType, quant_pre_process, quantize_dynamic

from data import open_tokenizer
from metrics import READ
from model import saved


class Exported(nn.Module):
    """The model with the two outputs that users read."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask):
        target, relation, pair = self.model(input_ids, attention_mask)
        # Two heads read the same directed data. Softmax over (negative, neutral, positive) of one
        # direction's three relation logits equals the probabilities given that the other direction
        # is not the one that holds; the pair head says the same directly. Their mean beats either.
        read = torch.stack([relation[:, i] for i in READ], 1)
        direction = (read + pair.view(-1, 2, 3)) / 2
        return target, direction


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--encoder", type=pathlib.Path, required=True)
    ap.add_argument("--weights", type=pathlib.Path, action="append", required=True)
    ap.add_argument("--out", type=pathlib.Path, required=True)
    ap.add_argument("--float", type=pathlib.Path, help="also keep the 32-bit model here")
    a = ap.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    model = saved(a.weights).eval()
    ids = torch.tensor([[101, 1, 7592, 2, 2088, 102], [101, 3, 7592, 4, 102, 0]])
    batch, length = torch.export.Dim("batch"), torch.export.Dim("length", max=512)
    with tempfile.TemporaryDirectory() as tmp:
        plain, ready = pathlib.Path(tmp) / "plain.onnx", pathlib.Path(tmp) / "ready.onnx"
        torch.onnx.export(
            Exported(model).eval(),
            (ids, (ids != 0).long()),
            str(plain),
            input_names=["input_ids", "attention_mask"],
            output_names=["target", "direction"],
            dynamic_shapes=({0: batch, 1: length}, {0: batch, 1: length}),
            opset_version=20,
            external_data=False,
            dynamo=True,
        )
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        graph = onnx.load(str(ready))
        del graph.graph.value_info[:]  # shapes from before the optimiser joined query, key and value
        onnx.save(graph, str(ready))
        if a.float:
            a.float.write_bytes(ready.read_bytes())
        quantize_dynamic(
            str(ready),
            str(a.out / "model.onnx"),
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )
    open_tokenizer(a.encoder).save(str(a.out / "tokenizer.json"), pretty=False)
    print(a.out / "model.onnx", (a.out / "model.onnx").stat().st_size)


if __name__ == "__main__":
    main()
