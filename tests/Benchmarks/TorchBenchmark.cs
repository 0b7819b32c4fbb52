using System.Diagnostics;
using System.Globalization;
using Research.Models.Networks;
using Research.Numerics;
using Research.Torch.Memory;
using TorchSharp;
using static TorchSharp.torch;

namespace Research.Benchmarks;

/// <summary>The tensor engine's training steps: the cases of torch_peers.py, which runs beside it.</summary>
internal static class TorchBenchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private const int Features = 13;
    private const int Classes = 10;
    private const int BatchSize = 64;

    /// <summary>Runs one case, or all; the arguments are a case, threads, and a file of utterance lengths, one a line.</summary>
    public static void Run(string[] arguments)
    {
        string which = arguments.Length > 0 ? arguments[0] : "all";
        ParallelLoop.Threads = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        int[] lengths =
            arguments.Length > 2
                ? [.. File.ReadLines(arguments[2]).Select(line => int.Parse(line, CultureInfo.InvariantCulture))]
                : [.. Enumerable.Range(0, 2160).Select(i => 9 + (i * 37 % 42))];
        var cases = new Dictionary<string, Func<(Action Step, int Steps)>>
        {
            ["lstm-1x60"] = () => Epoch(lengths, layers: 1, both: false),
            ["lstm-3x60"] = () => Epoch(lengths, layers: 3, both: false),
            ["bilstm-1x60"] = () => Epoch(lengths, layers: 1, both: true),
            ["cnn-step"] = Cnn,
            ["resnext-block"] = () => Grouped(32),
            ["depthwise"] = () => Grouped(256),
            ["gemm"] = Gemm,
        };
        foreach ((string name, Func<(Action, int)> prepare) in cases)
        {
            if (which == "all" || which == name)
            {
                Time(name, prepare(), json: arguments.Length > 3);
            }
        }
    }

    private static void Time(string name, (Action Step, int Steps) work, bool json)
    {
        var warming = Stopwatch.StartNew();
        while (warming.Elapsed < WarmUp)
        {
            work.Step(); // the just-in-time compiler takes its last step after some runs
        }

        double[] seconds = [.. Enumerable.Range(0, 7).Select(_ => Once(work.Step) / work.Steps).Order()];
        long allocated = GC.GetTotalAllocatedBytes(true);
        work.Step();
        allocated = GC.GetTotalAllocatedBytes(true) - allocated;
        if (json)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{{\"median\": {seconds[3]}, \"min\": {seconds[0]}, \"peak_mb\": {PeakMemory()}}}"
                )
            );
            return;
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -16} {ParallelLoop.Threads} thread(s): best {seconds[0]:F5} s, median {seconds[3]:F5} s; tensors at most {Pool.PeakBytes >> 20} MiB; managed {allocated / work.Steps / 1024.0:F0} KiB a step"
            )
        );
    }

    // The process's own peak, which Linux tells; elsewhere what it has now.
    private static double PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return Math.Max(process.PeakWorkingSet64, process.WorkingSet64) / 1048576.0;
    }

    private static double Once(Action body)
    {
        var clock = Stopwatch.StartNew();
        body();
        return clock.Elapsed.TotalSeconds;
    }

    private static (Action Step, int Steps) Epoch(int[] lengths, int layers, bool both)
    {
        Rng rng = Rng.For(1, "torch benchmark");
        Matrix[] clips = [.. lengths.Select(length => Normal(rng, length))];
        int[] classes = [.. lengths.Select(_ => rng.NextInt(Classes))];
        RecurrentSettings settings = new()
        {
            Kind = RecurrentKind.Lstm,
            Hidden = 60,
            Layers = layers,
            Bidirectional = both,
            Dropout = 0,
        };
        var learner = new SequenceLearner(clips, classes, Classes, settings, 1);
        optim.Optimizer optimizer = optim.Adam(learner.Network.parameters(), 0.01);
        int[][] batches = [.. Enumerable.Range(0, clips.Length).Chunk(BatchSize)];
        return (
            () =>
            {
                foreach (int[] batch in batches)
                {
                    using DisposeScope scope = NewDisposeScope();
                    optimizer.zero_grad();
                    learner.Loss(batch).backward();
                    optimizer.step();
                }
            },
            1
        );
    }

    private static Matrix Normal(Rng rng, int rows)
    {
        var matrix = new Matrix(rows, Features);
        foreach (ref double value in matrix.Values)
        {
            value = rng.NextNormal();
        }

        return matrix;
    }

    private static (Action Step, int Steps) Cnn()
    {
        manual_seed(1);
        int[] channels = [1, 32, 64, 128, 256];
        var blocks = new List<nn.Module<Tensor, Tensor>>();
        for (int i = 0; i < 4; i++)
        {
            blocks.Add(nn.Conv2d(channels[i], channels[i + 1], 3, padding: 1L));
            blocks.Add(nn.BatchNorm2d(channels[i + 1]));
            blocks.Add(nn.ReLU(inplace: true));
            blocks.Add(nn.MaxPool2d(2));
        }

        blocks.Add(nn.Flatten());
        blocks.Add(nn.Linear(256 * 80 * 8, Classes));
        nn.Module<Tensor, Tensor> network = nn.Sequential(blocks);
        optim.Optimizer optimizer = optim.SGD(network.parameters(), 0.01);
        Tensor input = randn([16, 1, 1291, 128]);
        Tensor target = randint(Classes, [16]);
        return (
            () =>
            {
                using DisposeScope scope = NewDisposeScope();
                optimizer.zero_grad();
                nn.functional.cross_entropy(network.call(input), target).backward();
                optimizer.step();
            },
            1
        );
    }

    private static (Action Step, int Steps) Grouped(int groups)
    {
        manual_seed(1);
        nn.Module<Tensor, Tensor> convolution = nn.Conv2d(256, 256, 3, padding: 1L, groups: groups);
        Tensor input = randn([8, 256, 28, 28], requires_grad: true);
        Tensor upstream = randn([8, 256, 28, 28]);
        return (
            () =>
            {
                for (int i = 0; i < 10; i++)
                {
                    using DisposeScope scope = NewDisposeScope();
                    autograd.backward(convolution.call(input), upstream);
                    convolution.zero_grad();
                    input.grad = null;
                }
            },
            10
        );
    }

    private static (Action Step, int Steps) Gemm()
    {
        (Tensor a, Tensor b) = (randn(768, 768), randn(768, 768));
        return (
            () =>
            {
                for (int i = 0; i < 50; i++)
                {
                    using Tensor product = a.matmul(b);
                }
            },
            50
        );
    }
}
