#!/usr/bin/env python3
"""Planning a graph that is up to date: ours beside ninja and Snakemake on the same graph, in one run.

The graph: pairs of a feature set and an experiment on it, and one report on all (2 * pairs + 1 targets).
Each tool makes everything once; then "nothing to do" is timed, as wall time of a process, best and median of the repeats.

    tests/Benchmarks/plan_peers.py [TARGETS] [REPEATS]

Needs: the built tool (dotnet build src/Cli -c Release); ninja and snakemake where they are installed (a missing one is said).
"""
import pathlib, shutil, statistics, subprocess, sys, tempfile, time

TARGETS = int(sys.argv[1]) if len(sys.argv) > 1 else 2001
REPEATS = int(sys.argv[2]) if len(sys.argv) > 2 else 7
PAIRS = (TARGETS - 1) // 2
ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = ["dotnet", str(ROOT / "src/Cli/bin/Release/net10.0/research.dll")]


def times(command, folder, repeats):
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    seen = []
    for _ in range(repeats):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        seen.append(time.perf_counter() - start)
    return seen


def say(name, seen):
    print(f"{name:34s} best {min(seen):.3f} s, median {statistics.median(seen):.3f} s of {len(seen)}")


def ours(folder):
    text = subprocess.run(TOOL + ["selftest", "scale", "--targets", str(TARGETS)], check=True, capture_output=True, text=True).stdout
    prepared = text.split("--folder ")[1].strip()
    command = TOOL + ["selftest", "scale", "--targets", str(TARGETS), "--folder", prepared]
    seen = times(command, folder, REPEATS)
    print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())
    shutil.rmtree(prepared, ignore_errors=True)
    say("research, plan", seen)


def ninja(folder):
    if not shutil.which("ninja"):
        return print("ninja: not installed")
    lines = ["rule make", "  command = echo $value > $out"]
    for i in range(PAIRS):
        lines += [f"build f{i}: make", f"  value = {i}", f"build e{i}: make f{i}", f"  value = {i}"]
    lines += ["build report: make " + " ".join(f"e{i}" for i in range(PAIRS)), "  value = 0"]
    (folder / "build.ninja").write_text("\n".join(lines) + "\n")
    say("ninja (times of files only)", times(["ninja", "report"], folder, REPEATS))


def snakemake(folder):
    if not shutil.which("snakemake"):
        return print("snakemake: not installed")
    (folder / "Snakefile").write_text(
        f"rule report:\n    input: expand('e{{i}}.txt', i=range({PAIRS}))\n    output: 'report.txt'\n    shell: 'echo 0 > {{output}}'\n\n"
        "rule experiment:\n    input: 'f{i}.txt'\n    output: 'e{i}.txt'\n    shell: 'echo {wildcards.i} > {output}'\n\n"
        "rule features:\n    output: 'f{i}.txt'\n    shell: 'echo {wildcards.i} > {output}'\n"
    )
    for i in range(PAIRS):  # made by hand, features before experiments: making them through Snakemake takes minutes
        (folder / f"f{i}.txt").write_text(f"{i}\n")
    for i in range(PAIRS):
        (folder / f"e{i}.txt").write_text(f"{i}\n")
    (folder / "report.txt").write_text("0\n")
    say("snakemake 7 (times of files only)", times(["snakemake", "report", "-j1", "--rerun-triggers", "mtime"], folder, min(3, REPEATS)))


for body in (ours, ninja, snakemake):
    with tempfile.TemporaryDirectory() as name:
        body(pathlib.Path(name))
