using System.Diagnostics;

namespace Research.Parity;

/// <summary>The same cases on the engine that this program was not compiled with, in a process of its own.</summary>
internal sealed class OtherEngine : IDisposable
{
    private readonly Process _process;

    private OtherEngine(Process process) => _process = process;

    /// <summary>Our engine's program beside that of TorchSharp; null where it is not compiled.</summary>
    public static string? Program()
    {
        string theirs = Path.Combine("bin", "torchsharp");
        string path = Path.Combine(
            AppContext.BaseDirectory.Replace(theirs, "bin", StringComparison.Ordinal),
            "Research.Parity.dll"
        );
        return File.Exists(path) ? path : null;
    }

    public static OtherEngine Start(string program)
    {
        var start = new ProcessStartInfo("dotnet", [program, Parity.Program.Worker])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new OtherEngine(Process.Start(start)!);
    }

    public Answer Ask(ParityCase asked)
    {
        _process.StandardInput.WriteLine(asked);
        string line =
            _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The engine ended over {asked}.");
        return Answer.Parse(line);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
