namespace Research.Benchmarks.Torch;

/// <summary>The tensor engine beside TorchSharp on the same cases, by turns, in one run; the table goes into docs/torch.md.</summary>
/// <remarks>
/// TorchSharp as it comes gives memory back after each operation and then waits for the system's empty pages; so it also runs with an allocator
/// that keeps them, and the faster of the two counts.
/// </remarks>
internal static class TorchPeers
{
    private const int Repeats = 7;

    private static readonly Dictionary<string, string> AsItComes = [];

    private static readonly Dictionary<string, string> Tuned = new()
    {
        ["MALLOC_MMAP_MAX_"] = "0",
        ["MALLOC_TRIM_THRESHOLD_"] = "100000000000",
    };

    /// <param name="arguments">Threads and names of cases; none are one and two threads, and all cases.</param>
    public static void Run(string[] arguments)
    {
        int[] threads = [.. arguments.Where(IsNumber).Select(int.Parse)];
        string[] names = [.. arguments.Where(argument => !IsNumber(argument))];
        var table = new TorchTable();
        foreach (int count in threads is [] ? [1, 2] : threads)
        {
            foreach (TorchCase work in TorchCase.All.Where(work => names is [] || names.Contains(work.Name)))
            {
                Console.WriteLine(table.Add(Compare(work, count)));
            }
        }

        if (names is [])
        {
            table.WriteInto(Path.Combine(Repository.Root, "docs", "torch.md"));
        }
    }

    private static bool IsNumber(string argument) => int.TryParse(argument, out _);

    private static TorchRow Compare(TorchCase work, int threads)
    {
        string own = typeof(TorchPeers).Assembly.Location;
        using PeerProcess ours = PeerProcess.Start(own, work.Name, threads, AsItComes);
        using PeerProcess plain = PeerProcess.Start(PeerAssembly(), work.Name, threads, AsItComes);
        using PeerProcess tuned = PeerProcess.Start(PeerAssembly(), work.Name, threads, Tuned);
        for (int i = 0; i < Repeats; i++)
        {
            ours.Repeat();
            plain.Repeat();
            tuned.Repeat();
        }

        return new TorchRow(work, threads, ours, plain, tuned);
    }

    private static string PeerAssembly()
    {
        string assembly = Path.Combine(
            Repository.Root,
            "tests/Benchmarks/bin/torchsharp/Release/net10.0",
            Path.GetFileName(typeof(TorchPeers).Assembly.Location)
        );
        return File.Exists(assembly)
            ? assembly
            : throw new FileNotFoundException(
                $"{assembly} is not there. Compile it first: dotnet build -c Release tests/Benchmarks -p:Torch=TorchSharp"
            );
    }
}
