using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Research.Data;
using Research.Data.Audio.Wav;
using Research.Numerics;
using Research.Pipeline.Store;

namespace Research.SelfTests;

/// <summary>research selftest items: very many recordings through a sharded feature set and a classical trial; a worker is killed on the way.</summary>
/// <param name="tool">The tool.</param>
/// <param name="catalogue">The study: <see cref="ManyItems"/>.</param>
/// <param name="output">Takes a line a step.</param>
public sealed class ItemScale(Tool tool, Type catalogue, TextWriter output)
{
    private const int SampleRateHz = 8000;
    private const int Samples = 800;
    private const double LeastAccuracy = 0.99;

    private bool _killed;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <param name="folder">An empty one.</param>
    /// <param name="items">Recordings of a tenth of a second; about 4 kB of disk each.</param>
    /// <returns>What is not as it must be.</returns>
    public IReadOnlyList<string> Run(string folder, int items)
    {
        string recordings = Path.Combine(folder, "root", ManyItems.Folder);
        Timed($"{items} recordings written", () => Write(recordings, items));
        var failures = new List<string>();
        int code = 0;
        Timed("a run of which a worker was killed once", () => code = Run(folder, kill: true));
        string[] lost = [.. Unmade(folder).Where(IsPart)];
        if (lost.Length > 1 || code != lost.Length) // none where it waited for its next part just then
        {
            failures.Add($"a killed worker cost {lost.Length} parts, and the run ended with {code}: one at most, and 1 then");
        }

        if (!_killed)
        {
            failures.Add("the run ended before a worker could be killed; take more recordings");
        }

        output.WriteLine($"  parts that it cost: {lost.Length}");
        Timed("the rest", () => Expect(failures, "exit code", "0", Text(Run(folder, kill: false))));
        Timed("a plan where nothing is to do", () => Expect(failures, "left to do", "", string.Join(", ", Unmade(folder))));
        Report(folder, failures);
        return failures;
    }

    private int Run(string folder, bool kill)
    {
        using Process process = Start(folder, "run", "all");
        Task<string> progress = process.StandardError.ReadToEndAsync(); // read, so that it is not in the way
        Task<string> text = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(Glance))
        {
            peak = Math.Max(peak, MemoryOf(process));
            if (kill && Parts(folder).FirstOrDefault() is { } first)
            {
                Thread.Sleep(TimeSpan.FromSeconds(first.Seconds / 2)); // in the middle of the next
                Process[] workers = Children.Of(process.Id);
                kill = workers.Length == 0;
                _killed |= workers.Length > 0;
                workers.Take(1).ToList().ForEach(Children.End);
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  engine: at most {peak >> 20} MiB; {Last(text.Result)}"));
        progress.Wait();
        return process.ExitCode;
    }

    private static long MemoryOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // it has just ended
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Last(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";

    private string[] Unmade(string folder)
    {
        using Process process = Start(folder, "plan", "all", "--json");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            return [errors.Result];
        }

        using var json = JsonDocument.Parse(text);
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Where(step => step.GetProperty("state").GetString() != "up to date")
                .Select(step => step.GetProperty("target").GetString()!),
        ];
    }

    private Process Start(string folder, params string[] arguments) =>
        tool.Start(Path.Combine(folder, "root"), catalogue.Assembly.Location, Path.Combine(folder, "cache"), arguments);

    private void Report(string folder, List<string> failures)
    {
        Manifest[] made = [.. Manifests(folder)];
        Manifest[] parts = [.. made.Where(IsPart)];
        if (parts.Length == 0)
        {
            failures.Add("no part of the features is in the store");
            return;
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{parts.Length} parts: {OrderedSum.Of([.. parts.Select(part => part.Seconds)]):F1} s together, at most {parts.Max(part => part.PeakBytes) >> 20} MiB each"
            )
        );
        foreach (Manifest other in made.Where(other => !IsPart(other)).OrderBy(other => other.Target, StringComparer.Ordinal))
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{other.Target}: {other.Seconds:F1} s, at most {other.PeakBytes >> 20} MiB"
                )
            );
        }

        string table = File.ReadAllLines(
            Path.Combine(folder, "root", "artifacts", "quick", "SelfTests", "TwoTones", "recognised.csv")
        )[1];
        output.WriteLine($"recordings that were tested, accuracy: {table}");
        if (double.Parse(table.Split(',')[1], CultureInfo.InvariantCulture) < LeastAccuracy)
        {
            failures.Add($"the accuracy is too low: {table}");
        }
    }

    private static IEnumerable<Manifest> Parts(string folder) => Manifests(folder).Where(IsPart);

    private static bool IsPart(Manifest manifest) => IsPart(manifest.Target);

    private static bool IsPart(string target) =>
        target.StartsWith("features:", StringComparison.Ordinal) && target.Contains('/', StringComparison.Ordinal);

    private static IEnumerable<Manifest> Manifests(string folder)
    {
        string runs = Path.Combine(folder, "cache", "results", "runs");
        return Directory.Exists(runs)
            ? Directory
                .EnumerateFiles(runs, "*", SearchOption.AllDirectories)
                .Select(file => Manifest.Parse(File.ReadAllBytes(file)))
                .OfType<Manifest>()
            : [];
    }

    // Tones of 400 to 800 Hz and of 1,000 to 1,400 Hz, each of its own.
    private static void Write(string folder, int items)
    {
        Directory.CreateDirectory(folder);
        ParallelLoop.For(
            items,
            i =>
            {
                bool high = i % 4 > 1;
                var rng = Rng.For(1, $"selftest/items/{i}");
                double hertz = (high ? 1000 : 400) + (400 * rng.NextDouble());
                double[] samples =
                [
                    .. Enumerable.Range(0, Samples).Select(t => 0.3 * PortableMath.Sin(2 * Math.PI * hertz * t / SampleRateHz)),
                ];
                WavWriter.Write(
                    Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{(high ? 'h' : 'l')}{i:D7}.wav")),
                    new Waveform(samples, SampleRateHz)
                );
            }
        );
    }

    private static void Expect(List<string> failures, string what, string expected, string actual)
    {
        if (actual != expected)
        {
            failures.Add($"{what}: '{actual}', and should be '{expected}'");
        }
    }

    private void Timed(string what, Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{what}: {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s")
        );
    }
}
