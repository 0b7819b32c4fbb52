using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Research.Data;
using Research.Evaluation.FrontEnds;
using Research.Numerics;

namespace Research.Benchmarks;

/// <summary>The tensor engine and PyTorch (torch_peers.py) on the same cases in one run, each in a process of its own, one after the other.</summary>
/// <remarks>PYTHON names an interpreter that has torch. Utterance lengths are those of FSDD's training part, frames of 30 ms every 15.</remarks>
internal static class TorchPeers
{
    private const int Utterances = 2160;

    private static readonly string[] Cases =
    [
        "gemm",
        "lstm-1x60",
        "lstm-3x60",
        "bilstm-1x60",
        "cnn-step",
        "resnext-block",
        "depthwise",
    ];

    public static void Run(string[] arguments)
    {
        string lengths = Path.Combine(Path.GetTempPath(), $"research-lengths-{Environment.ProcessId}.txt");
        File.WriteAllLines(lengths, Lengths().Select(length => length.ToString(CultureInfo.InvariantCulture)));
        Console.WriteLine(
            "case              threads   ours s   torch s   ratio   ours MiB   torch MiB   (medians; peak memory of the process)"
        );
        try
        {
            foreach (string threads in arguments.Length > 0 ? arguments : ["1", "2"])
            {
                foreach (string name in Cases)
                {
                    Compare(name, threads, lengths);
                }
            }
        }
        finally
        {
            File.Delete(lengths);
        }
    }

    private static IEnumerable<int> Lengths()
    {
        Dataset fsdd = Recordings.Fsdd();
        Matrix[] frames = MfccFrames.Course(13).Of(fsdd);
        return fsdd.Of(Subset.Train).Take(Utterances).Select(clip => frames[clip].Rows);
    }

    private static void Compare(string name, string threads, string lengths)
    {
        JsonElement ours = Json(
            Environment.ProcessPath!,
            [typeof(TorchPeers).Assembly.Location, "torch", name, threads, lengths, "json"]
        );
        string python = Environment.GetEnvironmentVariable("PYTHON") ?? "python3";
        string script = Path.Combine(AppContext.BaseDirectory, "torch_peers.py");
        JsonElement theirs = Json(python, [script, name, "--threads", threads, "--repeats", "7", "--lengths", lengths]);
        (double a, double b) = (ours.GetProperty("median").GetDouble(), theirs.GetProperty("median").GetDouble());
        (double x, double y) = (ours.GetProperty("peak_mb").GetDouble(), theirs.GetProperty("peak_mb").GetDouble());
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -16} {threads, 8} {a, 8:F4} {b, 9:F4} {a / b, 7:F2} {x, 10:F0} {y, 11:F0}"
            )
        );
    }

    // The last line of what the program prints.
    private static JsonElement Json(string program, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement
            : throw new InvalidOperationException(
                $"{program} {arguments[0]} ended with {process.ExitCode}; PYTHON must name an interpreter that has torch."
            );
    }
}
