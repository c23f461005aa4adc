"""Writes the weights of a BERT encoder in ONNX as safetensors under Hugging Face's names.

    python encoder_from_onnx.py ENCODER.onnx OUT.safetensors

For encoders that a package carries as ONNX alone, as the teacher's does. The exporter of PyTorch
keeps names of biases, norms and embeddings; matrices it names by number and stores transposed, so
they are found by the node that multiplies with them.
"""

import pathlib
import sys

import numpy as np
import onnx
from onnx import numpy_helper
from safetensors.numpy import save_file


def weights(path):
    graph = onnx.load(path).graph
    tensors = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    out = {k: v for k, v in tensors.items() if k.startswith(("embeddings.", "encoder.")) and "position_ids" not in k}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in tensors:
            name = node.name.strip("/").removesuffix("/MatMul").replace("/", ".")
            out[f"{name}.weight"] = np.ascontiguousarray(tensors[node.input[1]].T)
    return out


if __name__ == "__main__":
    source, target = map(pathlib.Path, sys.argv[1:])
    found = weights(source)
    assert sum("attention.self.query.weight" in k for k in found), f"{source}: no BERT encoder found"
    save_file(found, str(target))
