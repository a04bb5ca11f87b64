"""DistilBERT (Sanh et al. 2019) in PyTorch, written from the paper and the layout of the published weights."""

import math

import torch
from torch import nn


class Attention(nn.Module):
    def __init__(self, dim, heads):
        super().__init__()
        self.heads = heads
        self.q_lin, self.k_lin, self.v_lin, self.out_lin = (nn.Linear(dim, dim) for _ in range(4))

    def forward(self, x, mask):
        batch, length, dim = x.shape

        def split(y):
            return y.view(batch, -1, self.heads, dim // self.heads).transpose(1, 2)

        q = split(self.q_lin(x)) / math.sqrt(dim // self.heads)
        scores = torch.matmul(q, split(self.k_lin(x)).transpose(2, 3))
        hidden = (mask == 0).view(batch, 1, 1, length).expand_as(scores)
        weights = torch.softmax(scores.masked_fill(hidden, torch.finfo(scores.dtype).min), dim=-1)
        context = torch.matmul(weights, split(self.v_lin(x)))
        return self.out_lin(context.transpose(1, 2).contiguous().view(batch, -1, dim))


class Block(nn.Module):
    def __init__(self, dim, heads, hidden):
        super().__init__()
        self.attention = Attention(dim, heads)
        self.sa_layer_norm = nn.LayerNorm(dim, eps=1e-12)
        self.lin1, self.lin2 = nn.Linear(dim, hidden), nn.Linear(hidden, dim)
        self.output_layer_norm = nn.LayerNorm(dim, eps=1e-12)

    def forward(self, x, mask):
        x = self.sa_layer_norm(self.attention(x, mask) + x)
        return self.output_layer_norm(self.lin2(nn.functional.gelu(self.lin1(x))) + x)


class DistilBert(nn.Module):
    """`config` as in config.json; weights are drawn by torch's generator with the published spread of 0.02."""

    def __init__(self, config, spread=0.02):
        super().__init__()
        dim = config["dim"]
        self.word_embeddings = nn.Embedding(config["vocab_size"], dim)
        self.position_embeddings = nn.Embedding(config["max_position_embeddings"], dim)
        self.norm = nn.LayerNorm(dim, eps=1e-12)
        blocks = (Block(dim, config["n_heads"], config["hidden_dim"]) for _ in range(config["n_layers"]))
        self.layers = nn.ModuleList(blocks)
        for name, parameter in self.named_parameters():
            if "norm" not in name:
                nn.init.normal_(parameter, std=spread)
        self.eval()

    def forward(self, input_ids, attention_mask):
        positions = torch.arange(input_ids.shape[1]).unsqueeze(0)
        x = self.norm(self.word_embeddings(input_ids) + self.position_embeddings(positions))
        for layer in self.layers:
            x = layer(x, attention_mask)
        return x


def export(model, path):
    """Writes the model as ONNX with the names of inputs and outputs that the hub's exports have."""
    ids = torch.ones(2, 7, dtype=torch.int64)
    axes = {0: "batch_size", 1: "sequence_length"}
    names = ["input_ids", "attention_mask"]
    torch.onnx.export(
        model, (ids, ids), str(path), input_names=names, output_names=["last_hidden_state"],
        dynamic_axes={name: axes for name in [*names, "last_hidden_state"]}, opset_version=14)
