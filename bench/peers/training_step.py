"""Times a training step in PyTorch, eager, on the CPU: forward, sigmoidF1 (macro), gradient, Adam.

python3 bench/peers/training_step.py BATCH INPUTS HIDDEN CLASSES SECONDS THREADS    (HIDDEN 0: a linear head)

Prints the milliseconds of every step as JSON.
"""

import json
import sys
import time

import torch

batch, inputs, hidden, classes = map(int, sys.argv[1:5])
seconds = float(sys.argv[5])
torch.set_num_threads(int(sys.argv[6]))
torch.manual_seed(0)
x = torch.randn(batch, inputs)
y = (torch.rand(batch, classes) < 0.05).float()
layers = [torch.nn.Linear(inputs, classes)]
if hidden > 0:
    layers = [torch.nn.Linear(inputs, hidden), torch.nn.ReLU(), torch.nn.Linear(hidden, classes)]
model = torch.nn.Sequential(*layers)
optimizer = torch.optim.Adam(model.parameters(), lr=0.001)


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
