using System.Diagnostics;

namespace Research.Parity;

/// <summary>The same cases on the engine that this program was not compiled with, in a process of its own.</summary>
internal sealed class OtherEngine : IDisposable
{
    private readonly Process _process;

    private OtherEngine(Process process) => _process = process;

    /// <summary>Our engine, asked by TorchSharp's program; the test is skipped where this is ours, or ours is not compiled.</summary>
    public static OtherEngine OrSkip()
    {
#if !TORCHSHARP
        Assert.Skip("compiled with our engine, which only answers; add -p:Torch=TorchSharp");
#endif
        string theirs = Path.Combine("bin", "torchsharp");
        string path = Path.Combine(
            AppContext.BaseDirectory.Replace(theirs, "bin", StringComparison.Ordinal),
            "Research.Parity.dll"
        );
        Assert.SkipUnless(File.Exists(path), "our engine's answers are not compiled: dotnet build -c Release tests/Parity");
        var start = new ProcessStartInfo("dotnet", [path, Program.Worker])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new OtherEngine(Process.Start(start)!);
    }

    public Answer Ask(ParityCase asked) => Answer.Parse(Ask(asked.ToString()));

    public string Save(string kind, ulong seed) => Ask(FormattableString.Invariant($"{Program.Save} {kind} {seed}"));

    public Answer Load(string kind, string saved) => Answer.Parse(Ask($"{Program.Load} {kind} {saved}"));

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        return _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"The engine ended over {line[..Math.Min(80, line.Length)]}.");
    }
}
