"""Times a training step of a small CNN in PyTorch, eager, on the CPU: forward, sigmoidF1 (macro), gradient, SGD.

python3 bench/peers/cnn_step.py BATCH SIZE CLASSES SECONDS THREADS

A 3x3 convolution of stride 2 to 16 channels, then two depthwise-separable blocks of stride 2 to 32 and 64, each
convolution with batch normalisation and relu6, then the mean of all pixels and a linear layer. Images are SIZE x SIZE x 3.

Prints the milliseconds of every step as JSON.
"""

import json
import sys
import time

import torch
from torch import nn

batch, size, classes = map(int, sys.argv[1:4])
seconds = float(sys.argv[4])
torch.set_num_threads(int(sys.argv[5]))
torch.manual_seed(0)
x = torch.randn(batch, 3, size, size)
y = (torch.rand(batch, classes) < 0.2).float()


def convolution(channels, width, kernel, stride, groups=1):
    return [
        nn.Conv2d(channels, width, kernel, stride, kernel // 2, groups=groups, bias=False),
        nn.BatchNorm2d(width, eps=1e-3),
        nn.ReLU6(),
    ]


layers = convolution(3, 16, 3, 2)
for channels, width in [(16, 32), (32, 64)]:
    layers += convolution(channels, channels, 3, 2, groups=channels)
    layers += convolution(channels, width, 1, 1)
model = nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, classes))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)


def step():
    s = torch.sigmoid(model(x))
    tp = (s * y).sum(0)
    f1 = 2 * tp / (s.sum(0) + y.sum(0) + 1e-16)
    loss = 1 - f1.mean()
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    optimizer.step()
    return loss.item()


for _ in range(5):
    step()
times = []
end = time.perf_counter() + seconds
while time.perf_counter() < end or len(times) < 5:
    start = time.perf_counter()
    step()
    times.append(1000 * (time.perf_counter() - start))
print(json.dumps(times))
