using System.Diagnostics;
using Research.Benchmarks.Torch;
using Research.Numerics;
using Research.Torch.Devices;
using Research.Torch.Devices.Cuda;

namespace Research.Gpu;

/// <summary>How long the work of <see cref="SpeedCases"/> takes, beside PyTorch's where that is installed.</summary>
internal static class SpeedCheck
{
    private const int Repeats = 7;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5); // of one case; at least one repeat

    public static IReadOnlyList<Timing> Run(CheckSetting setting, Action<string> notDone)
    {
        IReadOnlyDictionary<string, PeerTiming> theirs = PyTorch.Measure(notDone);
        var timings = new List<Timing>();
        foreach (TorchCase work in SpeedCases.All)
        {
            if (setting.IsOver)
            {
                notDone(FormattableString.Invariant($"speed of {work.Name}: not begun after {setting.Elapsed:F0} seconds"));
                continue;
            }

            try
            {
                (double seconds, long peak) = Measure(work);
                timings.Add(new Timing(work.Name, seconds, work.Operations, peak, theirs.GetValueOrDefault(work.Name)));
            }
            catch (ResearchException error)
            {
                notDone($"speed of {work.Name}: {error.Message}");
            }
        }

        return timings;
    }

    private static (double Seconds, long PeakBytes) Measure(TorchCase work)
    {
        Place place = CPU.Place;
        (place as CudaPlace)?.FreeIdle();
        using DisposeScope scope = NewDisposeScope();
        Action step = work.Prepare();
        Timed(step, 1); // compiles, and fills the pool
        var times = new List<double>();
        var clock = Stopwatch.StartNew();
        do
        {
            times.Add(Timed(step, work.Steps));
        } while (times.Count < Repeats && clock.Elapsed < Longest);
        times.Sort();
        return (times[times.Count / 2], (place as CudaPlace)?.PeakBytes ?? 0);
    }

    // Seconds a step. A value that is asked for at the end waits for all that was launched before.
    private static double Timed(Action step, int steps)
    {
        Wait();
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < steps; i++)
        {
            step();
        }

        Wait();
        return clock.Elapsed.TotalSeconds / steps;
    }

    private static void Wait()
    {
        using Tensor last = zeros(1);
        last.item<float>();
    }
}
