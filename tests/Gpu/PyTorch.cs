using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Research.Gpu;

/// <summary>The same work in PyTorch, by peers.py, where python3 with torch and CUDA is installed.</summary>
internal static class PyTorch
{
    private const string Script = "peers.py";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    /// <param name="notDone">Told why there is nothing to compare with.</param>
    public static IReadOnlyDictionary<string, PeerTiming> Measure(Action<string> notDone)
    {
        string folder = Directory.CreateTempSubdirectory("research-gpu-").FullName;
        try
        {
            (string script, string result) = (Path.Combine(folder, Script), Path.Combine(folder, "peers.json"));
            using (Stream source = typeof(PyTorch).Assembly.GetManifestResourceStream(Script)!)
            using (FileStream target = File.Create(script))
            {
                source.CopyTo(target);
            }

            string? failed = Run(script, result);
            if (failed is not null)
            {
                notDone($"PyTorch: {failed}");
            }

            return File.Exists(result) ? Read(File.ReadAllText(result)) : new Dictionary<string, PeerTiming>();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Run(string script, string result)
    {
        try
        {
            var start = new ProcessStartInfo("python3", [script, result]) { RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Longest))
            {
                process.Kill(entireProcessTree: true);
                return FormattableString.Invariant($"stopped after {Longest.TotalSeconds} seconds");
            }

            string[] lines = errors.GetAwaiter().GetResult().Trim().Split('\n');
            return process.ExitCode == 0 ? null : lines[^1];
        }
        catch (Win32Exception)
        {
            return "python3 is not here";
        }
    }

    // {"cases": {name: {"seconds": …, "peak_bytes": …}}}; the script writes it anew after each case.
    private static Dictionary<string, PeerTiming> Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json
            .RootElement.GetProperty("cases")
            .EnumerateObject()
            .ToDictionary(
                one => one.Name,
                one => new PeerTiming(
                    one.Value.GetProperty("seconds").GetDouble(),
                    one.Value.GetProperty("peak_bytes").GetInt64()
                )
            );
    }
}
