#!/bin/sh
# The whole way from the gold folder to the published files: run.sh GOLD ENCODER RUNS
# (about two hours on two free cores; RUNS keeps weights and logs of every leg).
set -e
gold=$1 encoder=$2 runs=$3
cd "$(dirname "$0")"
python=${PYTHON:-.venv/bin/python}
export MALLOC_MMAP_THRESHOLD_=1000000000 MALLOC_TRIM_THRESHOLD_=4000000000
train() { leg=$1; shift; "$python" train.py --gold "$gold" --encoder "$encoder" --out "$runs/$leg" "$@"; }
two="--workers 2 --batch 16 --neutral 0.5"

train a --epochs 3 --seed 1 --stop 506
train b --start "$runs/a/stop.safetensors" --epochs 4 --seed 2 $two --constant --rate 1e-4 --head-rate 3e-4 --warmup 0.02 --stop 664
train c --start "$runs/b/epoch-1.safetensors" "$runs/b/latest.safetensors" "$runs/b/stop.safetensors" \
  --epochs 1 --steps 220 --freeze 2 --seed 3 $two --rate 1e-4 --head-rate 3e-4 --warmup 0.03
train d --start "$runs/c/epoch-1.safetensors" --epochs 1 --steps 420 --stop 100 --freeze 2 --seed 4 $two --rate 8e-5 --head-rate 2e-4 --warmup 0.03
train e --start "$runs/d/stop.safetensors" --epochs 1 --steps 170 --freeze 2 --seed 5 $two --rate 6e-5 --head-rate 1.5e-4 --warmup 0.03
(cd ../../../.. && deno run --allow-read=data data/models/stance/training/coded.ts) > "$runs/coded.jsonl"
train f --coded "$runs/coded.jsonl" --start "$runs/e/epoch-1.safetensors" --epochs 5 --seed 7 --batch 32 --neutral 0.5 \
  --rate 1e-4 --head-rate 3e-4 --warmup 0.03 --threads 1
"$python" export.py --encoder "$encoder" --weights "$runs/f/epoch-3.safetensors" --weights "$runs/f/epoch-4.safetensors" \
  --weights "$runs/f/epoch-5.safetensors" --out .. --float "$runs/float.onnx"
"$python" calibrate.py --gold "$gold" --coded "$runs/coded.jsonl"
"$python" evaluate.py --gold "$gold" --coded "$runs/coded.jsonl" --json ../figures.json
