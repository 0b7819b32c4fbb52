using System.Diagnostics;
using System.Globalization;

namespace Research.Benchmarks.Torch;

/// <summary>An engine at work on one case: repeats on demand.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<double> _seconds = [];

    private PeerProcess(Process process)
    {
        _process = process;
        double[] first = Numbers();
        (ManagedBytes, Kernels) = (first[0], first[1]);
    }

    /// <summary>Of the managed heap, a step.</summary>
    public double ManagedBytes { get; }

    /// <summary>Kernels called, a step.</summary>
    public double Kernels { get; }

    /// <summary>Most memory that the process had, MiB.</summary>
    public double PeakMemory { get; private set; }

    /// <summary>Seconds a step of every repeat so far.</summary>
    public IReadOnlyList<double> Seconds => _seconds;

    public double Median => _seconds.Order().ElementAt(_seconds.Count / 2);

    /// <param name="assembly">The benchmarks compiled against one engine or the other.</param>
    /// <param name="settings">More variables of its environment.</param>
    public static PeerProcess Start(string assembly, string name, int threads, IReadOnlyDictionary<string, string> settings)
    {
        string[] arguments = [assembly, "torch-worker", name, threads.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach ((string variable, string value) in settings)
        {
            start.Environment[variable] = value;
        }

        return new PeerProcess(Process.Start(start)!);
    }

    public void Repeat()
    {
        _process.StandardInput.WriteLine();
        double[] numbers = Numbers();
        _seconds.Add(numbers[0]);
        PeakMemory = numbers[1];
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private double[] Numbers()
    {
        string line =
            _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException(
                $"{string.Join(' ', _process.StartInfo.ArgumentList)} ended before it was done."
            );
        return [.. line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }
}
