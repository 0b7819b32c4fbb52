using System.Diagnostics;
using System.Globalization;
using static TorchSharp.torch;

namespace Research.Benchmarks.Torch;

/// <summary>One case in a process of its own: a repeat, and its seconds a step, for each line that it reads.</summary>
/// <remarks>So the engines take turns, and what else the machine does meets both. Ends with the standard input.</remarks>
internal static class TorchWorker
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <param name="arguments">The case and the number of threads.</param>
    public static void Run(string[] arguments)
    {
        TorchCase work = TorchCase.All.First(known => known.Name == arguments[0]);
        TorchEngine.SetThreads(int.Parse(arguments[1], CultureInfo.InvariantCulture));
        manual_seed(1);
        Action step = work.Prepare();
        var warming = Stopwatch.StartNew();
        do
        {
            step(); // the just-in-time compiler takes its last step after some runs
        } while (warming.Elapsed < WarmUp);

        Console.WriteLine(Line(Allocated(step), TorchEngine.KernelsOf(step)));
        while (Console.ReadLine() is not null)
        {
            Console.WriteLine(Line(Repeat(step, work.Steps), PeakMemory()));
        }
    }

    private static double Repeat(Action step, int steps)
    {
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < steps; i++)
        {
            step();
        }

        return clock.Elapsed.TotalSeconds / steps;
    }

    // Bytes of the managed heap that a step asks for, on all threads.
    private static double Allocated(Action step)
    {
        long before = GC.GetTotalAllocatedBytes(true);
        step();
        return GC.GetTotalAllocatedBytes(true) - before;
    }

    // The process's own peak in MiB, which Linux tells; elsewhere what it has now.
    private static double PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return Math.Max(process.PeakWorkingSet64, process.WorkingSet64) / 1048576.0;
    }

    private static string Line(double first, double second) =>
        string.Create(CultureInfo.InvariantCulture, $"{first:R} {second:R}");
}
