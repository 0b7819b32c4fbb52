using System.Diagnostics;

namespace Research.Benchmarks;

/// <summary>Runs the Python peers beside ours, in the same minute, where Python has what they need (PYTHON names the interpreter).</summary>
internal static class Peers
{
    public static void Run(string recordings)
    {
        string python = Environment.GetEnvironmentVariable("PYTHON") ?? "python3";
        string script = Path.Combine(AppContext.BaseDirectory, "peers.py");
        using Process process = Process.Start(new ProcessStartInfo(python, [script, recordings]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Console.WriteLine("The peers did not run: numpy and scipy are needed (and librosa, hmmlearn for the named ones).");
        }
    }
}
