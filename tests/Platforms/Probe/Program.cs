using Research.Numerics;
using Research.Torch.Tests.Determinism;

namespace Research.Probe;

/// <summary>What tests/Platforms/check.sh runs on another system: the pinned trainings on several numbers of threads, and the functions of PortableMath. With the
/// name of a file it holds that open instead, as a spreadsheet does, until a file of that name with '.free' comes; with 'interrupt' it presses Ctrl+C in a program.</summary>
internal static class Program
{
    private static readonly int[] Threads = [1, 2, 4];

    /// <summary>Prints a line for each; returns 1 where a training gives other bits than are pinned.</summary>
    public static int Main(string[] arguments) =>
        arguments switch
        {
            ["interrupt", var word, var program, .. var rest] => Interruption.Of(word, program, rest),
            [var file] => Hold(file),
            _ => Compute(),
        };

    private static int Hold(string file)
    {
        using FileStream held = new(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        Console.WriteLine("held");
        while (!File.Exists(file + ".free"))
        {
            Thread.Sleep(50);
        }

        return 0;
    }

    private static int Compute()
    {
        int wrong = 0;
        foreach ((string name, string pinned, Func<string> train) in PinnedTrainings.All)
        {
            foreach (int threads in Threads)
            {
                ParallelLoop.Threads = threads;
                string hash = train();
                wrong += hash == pinned ? 0 : 1;
                Console.WriteLine($"{name}, {threads} threads: {hash}{(hash == pinned ? "" : $", not {pinned}")}");
            }
        }

        foreach ((string name, string hash) in FunctionHashes.All())
        {
            Console.WriteLine($"{name}: {hash}");
        }

        return Math.Sign(wrong);
    }
}
